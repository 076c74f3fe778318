"""Deals of one table and the store, column by column: 100,000 rows must not cost 100,000 looks at a name."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from cockpit.excel.deal_identity import identify
from cockpit.excel.deal_links import Links, find_accounts, find_owners, find_products, settle_links
from cockpit.excel.deal_moves import Moves, deal_label, note_owners_who_left, note_without_owner
from cockpit.excel.deal_rows import DealRows
from cockpit.excel.deal_stages import settle_stages
from cockpit.excel.erasing import is_erased
from cockpit.excel.known import Known
from cockpit.excel.plan import DealPlan, Plan
from cockpit.excel.registry import Change
from cockpit.excel.tables import TypedTable
from cockpit.excel.values import OWN_SIGN, Unreadable, currency_code
from cockpit.language import noop, tr
from cockpit.model.names import name_key

PLAIN_COLUMNS = (
    "created_on", "lost_reason", "entry_department", "budget", "quantified_value", "decision_maker",
    "next_step", "next_step_on", "remark", "lead_source",
)  # fmt: skip
NAMING_COLUMNS = ("external_id", "name", "account", "account_id", "product")
NO_STAGE = noop("没有阶段")

FORECASTS = {
    "commit": "commit", "committed": "commit", "承诺": "commit", "确定": "commit", "bestcase": "best_case",
    "best": "best_case", "upside": "best_case", "最佳": "best_case", "最佳情况": "best_case", "乐观": "best_case",
    "争取": "best_case", "pipeline": "pipeline", "管道": "pipeline", "进行中": "pipeline", "omitted": "omitted",
    "忽略": "omitted", "已忽略": "omitted", "排除": "omitted", "不计入": "omitted",
}  # fmt: skip
SELF_SOURCED = frozenset(
    map(name_key, (
        "self", "self-sourced", "self sourced", "self-generated", "outbound", "cold call", "cold calling",
        "prospecting", "自拓", "自主开发", "自开发", "自主拓展", "陌拜", "陌生拜访", "主动开发", "是", "true",
        "yes", "1",
    ))
)  # fmt: skip
FROM_LEADS = frozenset(
    map(name_key, (
        "lead", "leads", "inbound", "marketing", "线索", "市场线索", "市场", "公司分配", "分配", "官网", "web",
        "website", "400电话", "官网咨询", "广告", "advertisement", "否", "false", "no", "0", "展会", "trade show",
        "purchased list", "phone inquiry",
    ))
)  # fmt: skip


def plan_deals(plan: Plan, table: TypedTable, known: Known, today: date) -> None:
    """Add to ``plan`` what this table of deals would do. ``today`` is the day of the import."""
    result = DealPlan(source=table)
    plan.deals.append(result)
    _refuse_repeated_ids(table)
    _refuse_nameless(table)
    table.drop_refused()
    owners = find_owners(plan, table)
    accounts = find_accounts(plan, table)
    products = find_products(plan, table)
    rows = DealRows(table, today.isoformat())
    identify(plan, rows, known, owners, accounts, products)
    matched = {number for number in rows.known if number is not None}
    _drop(rows, owners, accounts, products)
    _leave_out(plan, rows, result, owners, accounts, products)
    settle_stages(plan, rows, owners)
    _refuse_new_without_stage(rows)
    _drop(rows, owners, accounts, products)
    settle_links(plan, rows, owners, accounts, products)
    _plain_columns(plan, rows, known)
    _amounts(rows)
    _closing(rows)
    _note_rounded(plan, table)
    _compare(plan, rows, result, known, matched)


def _note_rounded(plan: Plan, table: TypedTable) -> None:
    rounded = set(table.rounded_rows)
    places = [place for place, row in enumerate(table.rows) if row in rounded] if rounded else []
    sentence = noop("预计成交只写到月份或季度的商机,按那时的最后一天算:")
    plan.note("rounded", sentence, [deal_label(table, place) for place in places])


def _leave_out(plan: Plan, rows: DealRows, result: DealPlan, *links: Links) -> None:
    """Rows that the manager does not want: new ones, those that are there, or those of deals that he deleted."""
    table, mode = rows.table, rows.table.choices.mode
    deleted = [place for place, number in enumerate(rows.known) if number in rows.deleted]
    plan.note("deleted", noop("已删除的商机还在文件里,没有恢复:"), [deal_label(table, place) for place in deleted])
    left = set(deleted)
    if mode != "both":
        left |= {place for place, number in enumerate(rows.known) if (number is None) == (mode == "update")}
        sentence = (
            noop("只更新:文件里有、驾驶舱里没有的商机,没有新增:")
            if mode == "update"
            else noop("只新增:驾驶舱里已有的商机,没有更新:")
        )
        plan.note("left_out", sentence, [deal_label(table, place) for place in sorted(left - set(deleted))])
    if left:
        result.left_out_rows += [table.rows[place] for place in sorted(left)]
        kept = [place for place in range(len(table)) if place not in left]
        rows.keep(kept)
        for link in links:
            link.keep(kept)
        table.keep(kept)


def _refuse_new_without_stage(rows: DealRows) -> None:
    """Before anybody is added whom only these rows name."""
    stages = rows.values["stage_id"]
    if None in stages:
        for place, (stage, number) in enumerate(zip(stages, rows.known, strict=True)):
            if stage is None and number is None:
                rows.table.refuse(place, "stage", Unreadable(NO_STAGE))


def _drop(rows: DealRows, *links: Any) -> None:
    if not rows.table.refused:
        return
    places = [place for place, row in enumerate(rows.table.rows) if row not in rows.table.refused]
    if len(places) != len(rows.table.rows):
        rows.keep(places)
        for link in links:
            link.keep(places)
        rows.table.drop_refused()


def _refuse_repeated_ids(table: TypedTable) -> None:
    ids = table.columns.get("external_id")
    if not ids or len(set(ids)) == len(ids):
        return
    first: dict[str, int] = {}
    for place, external_id in enumerate(ids):
        if external_id is None:
            continue
        row = first.setdefault(external_id, table.rows[place])
        if row != table.rows[place]:
            table.refuse(place, "external_id", Unreadable(noop("编号重复,和第 {row} 行相同"), {"row": row}))


def _refuse_nameless(table: TypedTable) -> None:
    """A row that says of nothing what it is could never be found again."""
    naming = [table.columns[name] for name in NAMING_COLUMNS if name in table.columns]
    if any(None not in column for column in naming):
        return
    for place in range(len(table)):
        if all(column[place] is None for column in naming):
            table.refuse(place, "name", Unreadable(noop("没有名称、客户和产品,也没有编号")))


def _plain_columns(plan: Plan, rows: DealRows, known: Known) -> None:
    table = rows.table
    for name in PLAIN_COLUMNS:
        if name in table.columns:
            rows.values[name] = table.columns[name]
    if "currency" in table.columns:
        cells = table.columns["currency"]
        codes = {cell: currency_code(cell) if cell else None for cell in set(cells)}
        _take_currency(plan, [codes[cell] for cell in cells], known)
        if plan.home_currency not in ("CNY", "JPY"):
            # Who counts in another currency means renminbi by ¥; else it is whatever the store counts in.
            codes |= {cell: "CNY" for cell in codes if cell == OWN_SIGN}
        rows.values["currency"] = [codes[cell] for cell in cells]
    if "forecast_category" in table.columns:
        rows.values["forecast_category"] = _by_word(table.columns["forecast_category"], lambda key: FORECASTS.get(key))
    for name in ("source", "lead_source"):
        if name in table.columns and "source" not in rows.values:
            found = _by_word(table.columns[name], _source)
            if any(found):
                rows.values["source"] = found
    if "is_major" in table.columns:
        rows.values["is_major"] = [None if flag is None else int(flag) for flag in table.columns["is_major"]]


def _source(key: str) -> str | None:
    return "self" if key in SELF_SOURCED else "lead" if key in FROM_LEADS else None


def _by_word(cells: list[str | None], meaning: Any) -> list[Any]:
    known = {cell: meaning(name_key(cell)) if cell else None for cell in set(cells)}
    return [known[cell] for cell in cells]


def _amounts(rows: DealRows) -> None:
    amounts, won = rows.table.columns.get("amount"), rows.table.columns.get("won_amount")
    if won is None:
        if amounts is not None:
            rows.values["amount"] = amounts
    elif amounts is None:
        rows.values["amount"] = won
    else:
        rows.values["amount"] = [
            final if final is not None and state == "won" else amount
            for amount, final, state in zip(amounts, won, rows.values["state"], strict=True)
        ]


def _closing(rows: DealRows) -> None:
    """A close date is the day it closed for closed deals, and the day it is expected to for open ones.

    So is a column of expected dates alone, but for days to come: nothing was won tomorrow.
    """
    columns, states = rows.table.columns, rows.values["state"]
    expected, either, actual = columns.get("expected_close"), columns.get("close_date"), columns.get("closed_on")
    blank: list[Any] = [None] * len(states)
    if expected is not None or either is not None:
        rows.values["expected_close"] = [
            day if day is not None else other if state == "open" else None
            for day, other, state in zip(expected or blank, either or blank, states, strict=True)
        ]
    if actual is None and either is None:
        if expected is None:
            rows.values["closed_on"] = blank
            return
        rows.values["closed_on"] = [
            day if day and state != "open" and day <= rows.today else None
            for day, state in zip(expected, states, strict=True)
        ]
        rows.closing_in_future = sum(
            1
            for day, state in zip(expected, states, strict=True)
            if day and state in ("won", "lost") and day > rows.today
        )
        return
    rows.values["closed_on"] = [
        None if state == "open" else day if day is not None else other
        for day, other, state in zip(actual or blank, either or blank, states, strict=True)
    ]


def _compare(plan: Plan, rows: DealRows, result: DealPlan, known: Known, matched: set[int]) -> None:
    table = rows.table
    if "name" in table.columns:
        rows.values["name"] = table.columns["name"]
    fresh: Sequence[int] = range(len(table))
    if matched:
        fresh = [place for place, number in enumerate(rows.known) if number is None]
        _compare_with_known(plan, rows, result, known, matched)
    result.by_external_id = dict(rows.by_external_id)
    _add(plan, rows, result, fresh, known)
    note_owners_who_left(plan, rows)
    note_without_owner(plan, rows)
    table.drop_refused()


def _compare_with_known(plan: Plan, rows: DealRows, result: DealPlan, known: Known, matched: set[int]) -> None:
    """Sort out what changes of the deals that the store has already, and which of them the file has no longer."""
    table = rows.table
    columns = tuple(rows.values)
    place_of = {number: place for place, number in enumerate(rows.known) if number is not None}
    names = columns.index("name") if "name" in columns else None
    state = 3 + columns.index("state")
    told = Moves(rows.today)
    gone: list[str] = []
    lists_gone = table.choices.mode != "add"
    ids = table.column("external_id")
    values_at = list(zip(*rows.values.values(), strict=True))
    for before in known.read_deals((*columns, "name", "owner_id")):
        place = place_of.get(before[0])
        if place is None:
            if lists_gone and before[state] == "open" and before[2] is None and before[0] not in matched:
                gone.append(_gone_label(plan, before[1], before[-2], before[-1]))
            continue
        values = values_at[place]
        gets_id = before[1] is None and ids[place] is not None
        if before[3:-2] == values and not gets_id:
            result.unchanged_rows.append(table.rows[place])
        elif (change := _changed(result, rows, columns, place, before, values)) is not None:
            told.see(change, before[-2] if names is None or not values[names] else values[names], plan.stages.rows)
    result.unchanged_rows.sort()
    result.changed.sort(key=lambda change: change.row or 0)
    if lists_gone:
        result.gone = len(gone)
        plan.note("gone", noop("还在进行、这次的文件里却没有的商机,没有删除:"), gone)
    told.note(plan, known)


def _gone_label(plan: Plan, external_id: str | None, name: str, owner: int | None) -> str:
    """A deal that is missed, so that one knows whom to ask."""
    label = f"{external_id} {name}" if external_id else name
    return f"{label} ({plan.people.name(owner)})" if owner is not None else label


def _changed(
    result: DealPlan,
    rows: DealRows,
    columns: tuple[str, ...],
    place: int,
    before: tuple[Any, ...],
    values: tuple[Any, ...],
) -> Change | None:
    table = rows.table
    fields = {
        column: (old, new)
        for column, old, new in zip(columns, before[3:], values, strict=False)
        if new != old and (new is not None or is_erased(table, column, place, values[columns.index("state")]))
    }
    old_state, new_state = before[3 + columns.index("state")], values[columns.index("state")]
    effective = table.column("stage_changed_on")[place] if "stage_changed_on" in table.columns else None
    if "state" in fields:
        old_day, day = before[3 + columns.index("closed_on")], values[columns.index("closed_on")]
        if new_state == "open":
            fields["closed_on"] = (old_day, None)
        else:
            # Seen closed today for the first time, and the file does not say since when.
            day = day or effective or rows.today
            fields["closed_on"] = (old_day, day)
            effective = day
    elif old_state == "open":
        fields.pop("closed_on", None)
    if before[1] is None and (external_id := table.column("external_id")[place]) is not None:
        fields["external_id"] = (None, external_id)
    fields = {column: pair for column, pair in fields.items() if pair[0] != pair[1]}
    if not fields:
        result.unchanged_rows.append(table.rows[place])
        return None
    change = Change(before[0], table.rows[place], fields)
    result.changed.append(change)
    result.effective[before[0]] = effective
    return change


def _add(plan: Plan, rows: DealRows, result: DealPlan, fresh: Sequence[int], known: Known) -> None:
    """New deals of the rows at ``fresh``, with a name and a stage."""
    table = rows.table
    if None in rows.values["stage_id"]:
        for place in fresh:
            if rows.values["stage_id"][place] is None:
                table.refuse(place, "stage", Unreadable(NO_STAGE))
        fresh = [place for place in fresh if rows.values["stage_id"][place] is not None]
    if not fresh:
        return
    columns = {"external_id": table.column("external_id"), **rows.values, "name": _names(plan, rows)}
    if "is_major" in columns:
        columns["is_major"] = [flag or 0 for flag in columns["is_major"]]
    if rows.closing_in_future:
        columns["closed_on"] = [
            rows.today if day is None and expected and state != "open" else day
            for day, expected, state in zip(
                columns["closed_on"], columns["expected_close"], columns["state"], strict=True
            )
        ]
        plan.note(
            "closes_in_future", noop("已赢单或丢单、日期却在今天之后的商机,按今天成交计:"), [], rows.closing_in_future
        )
    if len(fresh) != len(table):
        columns = {name: [column[place] for place in fresh] for name, column in columns.items()}
    first = 1 + known.last_deal_id + sum(len(one.added) for one in plan.deals)
    numbers = range(first, first + len(fresh))
    result.columns = ("id", *columns)
    result.added = list(zip(numbers, *columns.values(), strict=True))
    result.rows = [table.rows[place] for place in fresh]
    result.by_external_id |= {
        external_id: number
        for external_id, number in zip(columns["external_id"], numbers, strict=True)
        if external_id is not None
    }
    _note_new_deals(plan, columns)


FOREIGN_DEALS = (
    noop("{n} 个商机用的是别的币种,按汇率折算:"),
    noop("{n} 个商机的币种还没有汇率。到“商机 → 待修数据”填上,在那之前不计入任何金额:"),
)


def _note_new_deals(plan: Plan, columns: dict[str, list[Any]]) -> None:
    undated = [
        name
        for name, state, day in zip(columns["name"], columns["state"], columns["closed_on"], strict=True)
        if day is None and state != "open"
    ]
    plan.note("closed_without_date", noop("已赢单或丢单、却没有成交日期的商机,不计入任何月份:"), undated)
    if "currency" in columns:
        plan.note_currencies("foreign_currency", FOREIGN_DEALS, columns["currency"])


def _take_currency(plan: Plan, currencies: list[str | None], known: Known) -> None:
    """A store without deals counts in the currency of the first that come: else none of them would be added up."""
    if known.last_deal_id or plan.takes_currency or not currencies:
        return
    [(most, times)] = Counter(currencies).most_common(1)
    if most is not None and most != plan.home_currency and times * 2 > len(currencies):
        plan.home_currency, plan.takes_currency = most, True
        plan.note("currency", noop("商机的金额是这个币种,驾驶舱从现在起用它计:"), [most])


def _names(plan: Plan, rows: DealRows) -> list[str]:
    """A name for every deal, from its account and product where the file gives none."""
    count = len(rows.table)
    own = rows.values.get("name")
    if own and None not in own:
        return own
    blank: list[Any] = [None] * count
    account = {number: row["name"] for number, row in plan.accounts.rows.items()}
    product = {number: row["name"] for number, row in plan.products.rows.items()}
    names = []
    for name, of_account, of_product, external_id in zip(
        own or blank,
        rows.values.get("account_id") or blank,
        rows.values.get("product_id") or blank,
        rows.table.column("external_id"),
        strict=True,
    ):
        parts = [part for part in (account.get(of_account), product.get(of_product)) if part]
        names.append(name or " · ".join(parts) or external_id or tr("未命名"))
    return names
