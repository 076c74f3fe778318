"""What a template can ask for: every value and every list of a review, by name. Nothing is computed here but
differences: a template says the same numbers as the workbook.
"""

import calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from attrs import frozen

from cockpit.excel.review_deals import COLUMNS as DEAL_COLUMNS
from cockpit.excel.review_record import FigureLine, GroupLine, PersonLine, Quantity, Review
from cockpit.excel.template_placeholders import VARIANTS, Placeholder, Value
from cockpit.language import noop, tr

Row = Mapping[str, Value]


@frozen
class Listed:
    """A list: how it is called, its columns (key -> title in Chinese source), and its rows."""

    title: str
    columns: Mapping[str, str]
    rows: Sequence[Row]


@frozen
class Offered:
    """A line of the list of placeholders: how it is written, what it means, and what it stands for now."""

    placeholder: str
    meaning: str
    value: Value
    group: str


class Unknown(Exception):
    """A placeholder that stands for nothing; the text says why, in a sentence."""


FACTS: dict[str, tuple[str, ...]] = {
    "month": ("month", "周期", "月份"),
    "scope": ("scope", "范围"),
    "as_of": ("as_of", "数据截至"),
    "comment": ("comment", "点评"),
    "state": ("state", "状态"),
    "currency": ("currency", "币种"),
    "written_on": ("written_on", "今天", "填写日期"),
    "attention": ("attention", "要看的"),
}
MONTH_VARIANTS = {"start": ("start", "首日"), "end": ("end", "末日"), "before": ("before", "上月", "上周期")}

DEAL_KEYS = {
    "结果": "result", "商机名称": "name", "客户": "account", "负责人": "owner", "阶段": "stage", "金额": "amount",
    "预计关单日": "expected_close", "关单日": "closed_on", "丢单原因": "lost_reason", "下一步": "next_step",
    "下一步日期": "next_step_on", "团队": "team", "创建日": "created_on", "产品": "product", "来源": "source",
    "金额来源": "amount_source", "币种": "currency", "商机编号": "number",
}  # fmt: skip
"""Title of a column of the review's deals -> how a template names it."""
LIST_NAMES: dict[str, tuple[str, ...]] = {
    "people": ("people", "人员", "销售"),
    "teams": ("teams", "团队"),
    "deals": ("deals", "商机"),
    "won_deals": ("won_deals", "赢单"),
    "lost_deals": ("lost_deals", "丢单"),
    "open_deals": ("open_deals", "在手", "在手商机"),
    "promises": ("promises", "承诺"),
    "supports": ("supports", "支援"),
    "actions": ("actions", "改进动作", "改进"),
    "judged": ("judged", "上月改进"),
    "problems": ("problems", "问题"),
    "figures": ("figures", "指标"),
    "months": ("months", "各月"),
    "stages": ("stages", "各阶段"),
    "attention_lines": ("attention_lines", "要看的事"),
}
"""List -> the ways it may be named, in a placeholder or as the name of an Excel table or range."""
_LIST_OF = {alias.casefold(): key for key, aliases in LIST_NAMES.items() for alias in aliases}
ROW_NUMBER = "no"


def list_key(name: str) -> str | None:
    """The list that a name means."""
    return _LIST_OF.get(name.strip().casefold())


def _of(quantity: Quantity) -> Value:
    return Value(quantity.unit, quantity.value)


def _text(words: object) -> Value:
    return Value("text", words or None)


def _day(day: object) -> Value:
    return Value("day", day)


class TemplateValues:
    """The values and lists of one review."""

    def __init__(self, review: Review, other_names: Mapping[str, Sequence[str]] | None = None) -> None:
        """``other_names``: how else a figure is called, by key: its name in the other language."""
        self.review = review
        self._lines = {line.key: line for line in review.figures}
        self._names = {line.key: (line.name, *(other_names or {}).get(line.key, ())) for line in review.figures}
        self._keys = {line.key.casefold(): line.key for line in review.figures}
        self._keys |= {name.casefold(): key for key, names in self._names.items() for name in names}
        self._facts = {alias.casefold(): key for key, aliases in FACTS.items() for alias in aliases}
        self._lists: dict[str, Listed] = {}

    # --- single values ----------------------------------------------------------------------------------------

    def value(self, asked: Placeholder) -> Value:
        """What a placeholder outside of lists stands for. Raises Unknown."""
        if asked.trouble:
            raise Unknown(asked.trouble)
        listed = list_key(asked.name)
        if listed and _variant(asked.variant, VARIANTS) == "count":
            return Value("count", len(self.rows(listed, asked.top)))
        if (fact := self._facts.get(asked.name)) is not None:
            return self._fact(fact, asked)
        key = self._keys.get(asked.name)
        if key is None:
            raise Unknown(self._nothing_called(asked.name))
        if asked.scope:
            return self._of_scope(key, asked)
        return self._of_line(self._lines[key], asked.variant)

    def _of_line(self, line: FigureLine, written: str) -> Value:
        variant = _variant(written, VARIANTS) if written else ""
        if variant == "":
            return _of(line.now)
        if variant == "before":
            return _of(line.before)
        if variant == "change":
            now, before = line.now.value, line.before.value
            # Of money to the cent: 0.1 + 0.2 is no sum to show to a boss.
            change = None if now is None or before is None else round(now - before, 10)
            return Value(line.now.unit, change, is_change=True)
        if variant == "name":
            return _text(line.name)
        if variant == "n":
            return Value("count", line.now.n)
        if variant == "note":
            return _text(line.notes or line.now.reason)
        if variant == "target" and line.key == "won_revenue":
            return _of(self._lines["target"].now)
        if variant == "target":
            raise Unknown(tr("“{name}”没有目标", name=line.name))
        raise Unknown(tr("不认得“.{variant}”", variant=written))

    def _of_scope(self, key: str, asked: Placeholder) -> Value:
        wanted = asked.scope.casefold()
        lines: list[PersonLine | GroupLine] = [*self.review.people, *self.review.groups]
        for line in lines:
            if line.name.casefold() == wanted:
                if key not in line.figures:
                    name = self._lines[key].name
                    raise Unknown(tr("“{name}”没有按人和团队的数字", name=name))
                if asked.variant:
                    raise Unknown(tr("人和团队只有本周期的数字,没有“.{variant}”", variant=asked.variant))
                return _of(line.figures[key])
        raise Unknown(tr("这次复盘里没有叫“{name}”的人或团队", name=asked.scope))

    def _fact(self, fact: str, asked: Placeholder) -> Value:
        review = self.review
        if fact == "month":
            year, month = (int(part) for part in review.month.split("-"))
            if not asked.variant:
                return Value("month", date(year, month, 1))
            variant = _variant(asked.variant, MONTH_VARIANTS)
            if variant == "start":
                return _day(date(year, month, 1))
            if variant == "end":
                return _day(date(year, month, calendar.monthrange(year, month)[1]))
            if variant == "before":
                return Value("month", date(year - (month == 1), month - 1 or 12, 1))
        if asked.variant:
            raise Unknown(tr("不认得“.{variant}”", variant=asked.variant))
        found: dict[str, Callable[[], Value]] = {
            "scope": lambda: _text(review.scope),
            "as_of": lambda: _day(review.as_of),
            "comment": lambda: _text(review.comment),
            "state": lambda: _text(review.state),
            "currency": lambda: _text(review.currency),
            "written_on": lambda: _day(review.written_at.date()),
            "attention": lambda: _text("\n".join(line.text for line in review.attention)),
        }
        return found[fact]()

    def _nothing_called(self, name: str) -> str:
        if not name:
            return tr("括号里没有名字")
        known = [*self._keys, *self._facts, *_LIST_OF]
        near = get_close_matches(name, known, n=1, cutoff=0.6)
        if near:
            return tr("不认得“{name}”,是不是“{near}”?", name=name, near=near[0])
        return tr("不认得“{name}”", name=name)

    # --- lists ------------------------------------------------------------------------------------------------

    def listed(self, key: str) -> Listed:
        """A list by its key, made when it is first asked for."""
        if key not in self._lists:
            self._lists[key] = _MAKERS[key](self.review)
        return self._lists[key]

    def rows(self, key: str, top: int | None = None) -> Sequence[Row]:
        """The rows of a list, the first ``top`` of them."""
        rows = self.listed(key).rows
        return rows if top is None else rows[:top]

    def column(self, key: str, written: str) -> str | None:
        """The column of a list that a heading or the end of a placeholder means, in either language."""
        wanted = written.strip().casefold()
        if wanted in (ROW_NUMBER, "#", "序号", tr("序号").casefold()):
            return ROW_NUMBER
        columns = self.listed(key).columns
        for column, title in columns.items():
            names = (column, title, tr(title), *self._names.get(column, ()))
            if any(wanted == name.casefold() for name in names):
                return column
        return None

    # --- what there is ----------------------------------------------------------------------------------------

    def offered(self) -> Iterator[Offered]:
        """Every placeholder with its present value, for people who write a template."""
        general, figures = tr("周期和范围"), tr("指标")
        for key, meaning in _FACT_MEANINGS.items():
            yield Offered(f"{{{{{key}}}}}", tr(meaning), self.value(_plain(key)), general)
        for line in self._lines.values():
            yield Offered(f"{{{{{line.key}}}}}", line.name, _of(line.now), figures)
            for variant, meaning in (("before", noop("上周期")), ("change", noop("变化"))):
                value = self._of_line(line, variant)
                yield Offered(f"{{{{{line.key}.{variant}}}}}", f"{line.name} · {tr(meaning)}", value, figures)
        for key in LIST_NAMES:
            listed = self.listed(key)
            first: Row = listed.rows[0] if listed.rows else {}
            group = tr("清单:{title}(表名 {name},{n} 行)", title=tr(listed.title), name=key, n=len(listed.rows))
            yield Offered(f"{{{{{key}.count}}}}", tr("行数"), Value("count", len(listed.rows)), group)
            for column, title in listed.columns.items():
                yield Offered(f"{{{{{key}.{column}}}}}", tr(title), first.get(column, Value("text")), group)


_FACT_MEANINGS = {
    "month": noop("周期;单元格是日期格式时填这个月的第一天"),
    "month.start": noop("周期的第一天"),
    "month.end": noop("周期的最后一天"),
    "month.before": noop("上一个周期"),
    "scope": noop("看的是谁:全部团队、一个团队或一个人"),
    "as_of": noop("数据截至哪一天"),
    "state": noop("周期是否已关账"),
    "comment": noop("复盘页上写的点评"),
    "attention": noop("要看的事,一行一件"),
    "currency": noop("金额的币种"),
    "written_on": noop("填写模板的那天"),
}


def _plain(written: str) -> Placeholder:
    from cockpit.excel.template_placeholders import parse

    return parse(f"{{{{{written}}}}}", written)


def _variant(written: str, known: Mapping[str, tuple[str, ...]]) -> str | None:
    return next((key for key, aliases in known.items() if written in aliases), None)


# --- the lists --------------------------------------------------------------------------------------------------------


def _people(review: Review) -> Listed:
    columns = {"name": noop("姓名"), "team": noop("团队"), "state": noop("状态"), "reasons": noop("依据")}
    rows = [
        {
            "name": _text(person.name), "team": _text(person.team), "state": _text(person.standing),
            "reasons": _text(person.reasons), **{key: _of(found) for key, found in person.figures.items()},
        }
        for person in review.people
    ]  # fmt: skip
    return Listed(noop("人员"), {**columns, **review.people_keys}, rows)


def _teams(review: Review) -> Listed:
    rows = [
        {"name": _text(group.name), **{key: _of(found) for key, found in group.figures.items()}}
        for group in review.groups
    ]
    return Listed(noop("团队"), {"name": noop("团队"), **review.people_keys}, rows)


def _deals(title: str, result: str | None) -> Callable[[Review], Listed]:
    def make(review: Review) -> Listed:
        keys = [(DEAL_KEYS.get(name, name), name, kind) for name, _, kind in DEAL_COLUMNS]
        wanted = tr(result) if result else None
        rows = [
            {
                key: Value("money" if kind == "money" else "day" if kind == "day" else "text", value)
                for (key, _, kind), value in zip(keys, deal, strict=True)
            }
            for deal in review.deals
            if wanted is None or deal[0] == wanted
        ]
        return Listed(title, {key: name for key, name, _ in keys}, rows)

    return make


_SUPPORTS = {
    "state": noop("状态"), "kind": noop("类型"), "text": noop("内容"), "person": noop("给谁"), "team": noop("团队"),
    "deal": noop("商机"), "asked_on": noop("提出"), "answered_on": noop("答复"), "first_due_on": noop("最初约定"),
    "due_on": noop("到期"), "done_on": noop("完成"), "kept": noop("是否按期"), "giver": noop("谁来做"),
    "outcome": noop("结果"),
}  # fmt: skip


def _supports(title: str, *, promised: bool) -> Callable[[Review], Listed]:
    def make(review: Review) -> Listed:
        lines = [line for line in review.supports if not promised or line.first_due_on or line.due_on]
        return Listed(title, _SUPPORTS, [_fields(line, _SUPPORTS) for line in lines])

    return make


_ACTIONS = {
    "person": noop("姓名"), "text": noop("改进动作"), "problem": noop("针对的问题"), "metric": noop("指标"),
    "baseline": noop("基线"), "target": noop("目标"), "now": noop("现在"), "due_on": noop("到期"),
    "state": noop("状态"),
}  # fmt: skip
_JUDGED = {
    "person": noop("姓名"), "text": noop("改进动作"), "metric": noop("指标"), "baseline": noop("基线"),
    "target": noop("目标"), "now": noop("现在"), "verdict": noop("判断"), "reason": noop("依据"),
}  # fmt: skip
_PROBLEMS = {
    "person": noop("姓名"), "found_by": noop("谁发现的"), "kind": noop("类型"), "text": noop("问题"),
    "evidence": noop("证据"), "recorded_on": noop("记下"), "settled_on": noop("解决"),
}  # fmt: skip


def _fields(line: object, columns: Mapping[str, str]) -> dict[str, Value]:
    """A record's fields by the names of the columns; what is a quantity or a day stays one."""
    found = {}
    for key in columns:
        value = getattr(line, key)
        found[key] = (
            _of(value) if isinstance(value, Quantity)
            else _day(value) if isinstance(value, date) or (value is None and key.endswith("_on"))
            else _text(value)
        )  # fmt: skip
    return found


def _figures(review: Review) -> Listed:
    columns = {"name": noop("指标"), "now": noop("本周期"), "before": noop("上周期"), "change": noop("变化"),
               "note": noop("备注")}  # fmt: skip
    rows = []
    for line in review.figures:
        now, before = line.now.value, line.before.value
        change = None if now is None or before is None else round(now - before, 10)
        rows.append({
            "name": _text(line.name), "now": _of(line.now), "before": _of(line.before),
            "change": Value(line.now.unit, change, is_change=True), "note": _text(line.notes or line.now.reason),
        })  # fmt: skip
    return Listed(noop("指标"), columns, rows)


def _months(review: Review) -> Listed:
    columns = {"month": noop("月份"), "won_revenue": noop("赢单收入"), "target": noop("目标")}
    rows = [
        {"month": _text(point.label), "won_revenue": Value("money", point.won), "target": Value("money", point.target)}
        for point in review.months
    ]
    return Listed(noop("各月"), columns, rows)


def _stages(review: Review) -> Listed:
    columns = {"name": noop("阶段"), "amount": noop("金额"), "expected": noop("预期金额")}
    rows = [
        {"name": _text(bar.name), "amount": Value("money", bar.amount), "expected": Value("money", bar.expected)}
        for bar in review.stages
    ]
    return Listed(noop("各阶段"), columns, rows)


def _attention(review: Review) -> Listed:
    return Listed(noop("要看的事"), {"text": noop("内容")}, [{"text": _text(line.text)} for line in review.attention])


_MAKERS: dict[str, Callable[[Review], Listed]] = {
    "people": _people,
    "teams": _teams,
    "deals": _deals(noop("商机"), None),
    "won_deals": _deals(noop("赢单"), "赢单"),
    "lost_deals": _deals(noop("丢单"), "丢单"),
    "open_deals": _deals(noop("在手商机"), "在手"),
    "promises": _supports(noop("承诺"), promised=True),
    "supports": _supports(noop("支援"), promised=False),
    "actions": lambda review: Listed(noop("改进动作"), _ACTIONS, [_fields(line, _ACTIONS) for line in review.agreed]),
    "judged": lambda review: Listed(noop("上月改进"), _JUDGED, [_fields(line, _JUDGED) for line in review.judged]),
    "problems": lambda review: Listed(noop("问题"), _PROBLEMS, [_fields(line, _PROBLEMS) for line in review.problems]),
    "figures": _figures,
    "months": _months,
    "stages": _stages,
    "attention_lines": _attention,
}
