"""What an import would do, row by row: added, changed from old to new, unchanged - before anything is written."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from attrs import field, frozen

from cockpit.excel.plan import FIELD_NAMES, KIND_NAMES, KINDS, DealPlan, Plan, PlanKind
from cockpit.excel.registry import Change
from cockpit.language import noop, tr
from cockpit.model import formats
from cockpit.operations.import_report import ImportReport, report_of_plan
from cockpit.operations.import_sections import Entries, Fetch, Section, SectionColumn, sections_of_report
from cockpit.operations.round_trip_preview import sections_of_returned
from cockpit.store import deals

HISTORY_NAMES = {"stage": "stage_id"}
NEW_COLUMNS: dict[PlanKind, tuple[str, ...]] = {
    "people": ("name", "external_id", "team_id", "role", "region"),
    "teams": ("name", "supervisor_id"),
    "accounts": ("name", "external_id", "industry", "region", "owner_id"),
    "products": ("name", "series", "list_price"),
}
RECORD_COLUMNS: dict[PlanKind, tuple[str, ...]] = {
    "activities": ("happened_on", "person_id", "kind", "met", "account_id", "note", "follow_up_on"),
    "payments": ("received_on", "amount", "account_id", "person_id", "remark"),
}
DEAL_COLUMNS = ("external_id", "name", "owner_id", "stage_id", "amount", "expected_close", "closed_on")


@frozen
class Preview:
    """Sections in the order in which they are to be looked at."""

    plan: Plan = field(repr=False)
    report: ImportReport = field(repr=False)
    sections: tuple[Section, ...]
    changes_something: bool
    open_day: str
    """A date that can be read in two ways, with nothing to tell which; "" when nothing has to be asked."""
    last_closed: str
    """The newest day on which a deal of the files was closed, as ISO text; "" without one."""


def make_preview(plan: Plan, connection: sqlite3.Connection) -> Preview:
    """Everything of ``plan`` as sections. ``connection`` reads the store that it was made for."""
    report = report_of_plan(plan)
    returned = sections_of_returned(plan.returned) if plan.returned is not None else []
    sections = [*returned, *_of_rows(plan, connection), *sections_of_report(report.as_json(), counts=False)]
    return Preview(plan, report, tuple(sections), plan.changes_something, plan.open_day, _last_closed(plan))


def _last_closed(plan: Plan) -> str:
    added = (
        day
        for one in plan.deals
        if one.added and "closed_on" in one.columns
        for day in _values(one, "closed_on")
        if day is not None
    )
    changed = (
        change.fields["closed_on"][1]
        for one in plan.deals
        for change in one.changed
        if change.fields.get("closed_on", (None, None))[1] is not None
    )
    return max(max(added, default=""), max(changed, default=""))


def _of_rows(plan: Plan, connection: sqlite3.Connection) -> Iterator[Section]:
    # Actions come from exported lists alone, which tell of themselves.
    for kind in (kind for kind in KINDS if kind != "actions"):
        name = tr(KIND_NAMES[kind])
        for make, title, tone in (
            (_added, noop("新增"), "ok"),
            (_changed, noop("变更"), "watch"),
            (_unchanged, noop("未变"), "quiet"),
        ):
            found = make(plan, kind, connection)
            if found is not None:
                columns, count, fetch, words, *figure = found
                key = f"{kind}:{make.__name__[1:]}"
                yield Section(key, f"{name} · {tr(title)}", count, tone, columns, fetch, words, *(figure or [count]))  # type: ignore[arg-type]


_Found = (
    tuple[tuple[SectionColumn, ...], int, Fetch, str]
    | tuple[tuple[SectionColumn, ...], int, Fetch, str, int]
    | None
)  # fmt: skip
"""Columns, number of lines, the lines, what is to be said of them, and how many things they are if that differs."""


def _added(plan: Plan, kind: PlanKind, _: sqlite3.Connection) -> _Found:
    if kind == "deals":
        return _added_deals(plan)
    if kind == "targets":
        added = [(key, value) for key, value in plan.targets_added.items()]
        return (_target_columns(), len(added), _fetch(added, lambda one: _target(plan, *one)), "") if added else None
    if kind == "history":
        return _history(plan)
    if kind == "stages":
        stages = [plan.stages.rows[number] for number in plan.stages.added]
        words = {"open": tr("在手"), "won": tr("赢单"), "lost": tr("丢单")}
        columns = (
            SectionColumn(tr("阶段")), SectionColumn(tr("状态"), 144),
            SectionColumn(tr("经验值"), 112, is_number=True),
        )  # fmt: skip
        return (columns, len(stages), _fetch(
            stages, lambda row: (row["name"], words[row["kind"]], formats.share(row["experience_value"]))
        ), tr("文件里的阶段,驾驶舱还没有;经验值以后可以改。")) if stages else None  # fmt: skip
    if kind in ("activities", "payments"):
        return _added_records(plan, kind)
    registry = plan.registry(kind)
    new = list(registry.added.items())
    if not new:
        return None
    names = [name for name in NEW_COLUMNS[kind] if any(registry.rows[number].get(name) for number, _ in new)]
    # What only other tables name stands in no row of its own.
    has_rows = any(row for _, row in new)

    def line(one: tuple[int, int | None]) -> Entries:
        number, row = one
        cells = tuple(_said(plan, name, registry.rows[number].get(name)) for name in names)
        return (str(row or ""), *cells) if has_rows else cells

    return _row_columns(names)[0 if has_rows else 1 :], len(new), _fetch(new, line), ""


def _added_records(plan: Plan, kind: PlanKind) -> _Found:
    new = [one for records in plan.records_of(kind) for one in zip(records.rows, records.added, strict=True)]
    if not new:
        return None
    names = [name for name in RECORD_COLUMNS[kind] if any(values.get(name) for _, values in new)]

    def line(one: tuple[int, dict[str, Any]]) -> Entries:
        row, values = one
        return (str(row), *("" if values[name] in (None, "") else _said(plan, name, values[name]) for name in names))

    return _row_columns(names), len(new), _fetch(new, line), ""


def _added_deals(plan: Plan) -> _Found:
    total = sum(len(one.added) for one in plan.deals)
    if not total:
        return None
    names = [
        name
        for name in DEAL_COLUMNS
        if any(name in one.columns and any(_values(one, name)) for one in plan.deals if one.added)
    ]

    def fetch(offset: int, limit: int) -> Sequence[Entries]:
        lines: list[Entries] = []
        for one in plan.deals:
            places = {name: one.columns.index(name) for name in names if name in one.columns}
            for row, deal in islice(zip(one.rows, one.added, strict=True), offset, offset + limit - len(lines)):
                cells = (_said(plan, name, deal[places[name]]) if name in places else "" for name in names)
                lines.append((str(row), *cells))
            offset = max(0, offset - len(one.added))
            if len(lines) >= limit:
                break
        return lines

    return _row_columns(names), total, fetch, ""


def _values(deals_of_table: DealPlan, name: str) -> Iterator[Any]:
    place = deals_of_table.columns.index(name)
    return (deal[place] for deal in deals_of_table.added)


_WIDE = (
    "amount", "list_price", "owner_id", "expected_close", "closed_on", "happened_on", "received_on", "follow_up_on",
    "account_id",
)  # fmt: skip


def _row_columns(names: Sequence[str]) -> tuple[SectionColumn, ...]:
    wide = "name" if "name" in names else names[-1]
    return (
        SectionColumn(tr("行"), 64, is_number=True),
        *(
            SectionColumn(
                tr(FIELD_NAMES[name]),
                0 if name == wide else 128 if name in _WIDE else 104,
                name in ("amount", "list_price"),
            )
            for name in names
        ),
    )


def _changed(plan: Plan, kind: PlanKind, connection: sqlite3.Connection) -> _Found:
    """A line per field that changes: old and new."""
    columns = (
        SectionColumn(tr("行"), 64, is_number=True), SectionColumn(tr("名称")), SectionColumn(tr("字段"), 112),
        SectionColumn(tr("原来"), 160), SectionColumn(tr("改成"), 160),
    )  # fmt: skip
    if kind == "targets":
        changed = list(plan.targets_changed.items())
        lines: list[Entries] = [
            ("", *_target(plan, key, old)[:2], _target(plan, key, old)[-1], _target(plan, key, new)[-1])
            for key, (old, new) in changed
        ]
    elif kind == "stages":
        lines = [
            ("", plan.stages.rows[number]["name"], tr("顺序"), str(old + 1), str(new + 1))
            for number, (old, new) in plan.stages.moved.items()
        ]
    else:
        changes: list[Change] = list(plan.changed(kind))
        if kind == "deals":
            wanted = {change.id for change in changes}
            rows = deals.read_deals(connection, ("name",)) if wanted else ()
            names = {row[0]: row[3] for row in rows if row[0] in wanted}
        elif kind in ("activities", "payments"):
            # What happened has no name: the row of the file leads to it.
            names = {change.id: "" for change in changes}
        else:
            names = {change.id: plan.registry(kind).name(change.id) for change in changes} if changes else {}
        flat = [(change, column, *pair) for change in changes for column, pair in change.fields.items()]
        if not flat:
            return None

        def line(one: tuple[Change, str, Any, Any]) -> Entries:
            change, column, old, new = one
            said = tr(FIELD_NAMES[column]) if column in FIELD_NAMES else tr("删除标记")
            return (str(change.row or ""), names.get(change.id, ""), said, _said(plan, column, old),
                    _said(plan, column, new))  # fmt: skip

        return columns, len(flat), _fetch(flat, line), "", len(changes)
    return (columns, len(lines), lambda offset, limit: lines[offset : offset + limit], "") if lines else None


def _unchanged(plan: Plan, kind: PlanKind, _: sqlite3.Connection) -> _Found:
    if kind == "deals":
        told = [(row, one) for one in plan.deals for row in one.unchanged_rows]
        columns = (SectionColumn(tr("行"), 64, is_number=True), SectionColumn(tr("文件里的内容")))
        places = {
            id(one): {row: place for place, row in enumerate(one.source.rows)} for one in plan.deals if one.source
        }

        def line(of_deal: tuple[int, DealPlan]) -> Entries:
            row, one = of_deal
            assert one.source is not None
            cells = one.source.cells[places[id(one)][row]]
            return (str(row), "  ·  ".join(str(cell) for cell in cells if cell != ""))

        return (columns, len(told), _fetch(told, line), tr("和驾驶舱里的一样,不会动。")) if told else None
    if kind in ("activities", "payments"):
        rows = [row for records in plan.records_of(kind) for row in records.unchanged_rows]
        same_rows = _fetch(rows, lambda row: (str(row), ""))
        numbered = (SectionColumn(tr("行"), 64, is_number=True), SectionColumn(tr("名称")))
        return (numbered, len(rows), same_rows, tr("和驾驶舱里的一样,不会动。")) if rows else None
    if kind not in ("people", "teams", "accounts", "products"):
        return None
    registry = plan.registry(kind)
    changed = {change.id for change in registry.changes()}
    same = [number for number in registry.seen if number not in registry.added and number not in changed]
    columns = (SectionColumn(tr("行"), 64, is_number=True), SectionColumn(tr("名称")))
    fetch = _fetch(same, lambda number: (str(registry.seen[number]), registry.name(number)))
    return (columns, len(same), fetch, tr("和驾驶舱里的一样,不会动。")) if same else None


def _fetch(things: Sequence[Any], line: Callable[[Any], Entries]) -> Fetch:
    return lambda offset, limit: [line(thing) for thing in things[offset : offset + limit]]


def _said(plan: Plan, column: str, value: Any) -> str:
    if column == "role" and value:
        return tr("主管") if value == "supervisor" else tr("销售")
    return plan.words(column, value)


def _target_columns() -> tuple[SectionColumn, ...]:
    return (
        SectionColumn(tr("谁的目标")), SectionColumn(tr("月份"), 112), SectionColumn(tr("目标类型"), 144),
        SectionColumn(tr("目标"), 160, is_number=True),
    )  # fmt: skip


def _target(plan: Plan, key: Any, value: int) -> tuple[str, str, str, str]:
    month, person, team, measure, _ = key
    whose = plan.people.name(person) or plan.teams.name(team) or tr("全队")
    names = {"won_revenue": tr("赢单收入"), "collected": tr("回款"), "new_customers": tr("新客户"),
             "new_touches": tr("新客户触达")}  # fmt: skip
    money = measure in ("won_revenue", "collected")
    return whose, month, names[measure], formats.money_full(value) if money else formats.count(value)


def _history(plan: Plan) -> _Found:
    entries = plan.history
    if not entries:
        return None
    columns = (
        SectionColumn(tr("日期"), 144), SectionColumn(tr("商机名称")), SectionColumn(tr("字段"), 112),
        SectionColumn(tr("原来"), 160), SectionColumn(tr("改成"), 160),
    )  # fmt: skip
    names = {number: name for one in plan.deals for name, number in one.by_external_id.items()}

    def words(name: str, value: str | None) -> str:
        column = HISTORY_NAMES.get(name, name)
        return _said(plan, column, int(value) if value is not None and column in ("stage_id", "amount") else value)

    return (columns, len(entries), _fetch(entries, lambda one: (
        one.effective_at.replace("T", " "), names.get(one.deal_id, str(one.deal_id)),
        tr(FIELD_NAMES.get(HISTORY_NAMES.get(one.field, one.field), one.field)),
        words(one.field, one.old), words(one.field, one.new),
    )), "")  # fmt: skip
