"""An import in sections to look through: ready texts, fetched as they come into sight. Here those of a report."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from attrs import evolve, frozen

from cockpit.excel.plan import FIELD_NAMES, KIND_NAMES, KINDS
from cockpit.language import noop, tr
from cockpit.model import formats

Tone = Literal["", "ok", "watch", "act", "quiet"]
Entries = Sequence["str | Marked"]
Fetch = Callable[[int, int], Sequence[Entries]]

TABLE_NAMES: dict[str, str] = {
    "deals": noop("商机表"), "people": noop("人员表"), "accounts": noop("客户表"), "products": noop("产品表"),
    "targets": noop("目标表"), "history": noop("阶段历史表"),
    "activities": noop("跟进记录表"), "payments": noop("回款记录表"), "actions": noop("改进动作表"),
}  # fmt: skip
COLUMN_NAMES: dict[str, str] = {
    "account": noop("客户"), "account_id": noop("客户编号"), "owner": noop("负责人"), "owner_id": noop("负责人编号"),
    "owner_email": noop("负责人邮箱"), "product": noop("产品"), "stage": noop("阶段"), "state": noop("状态"),
    "is_won": noop("是否赢单"), "is_closed": noop("是否关闭"), "won_amount": noop("成交金额"),
    "close_date": noop("成交日期,未成交的是预计"), "stage_changed_on": noop("阶段变更日期"),
    "probability": noop("赢率"), "is_deleted": noop("删除标记"), "first_name": noop("名"), "last_name": noop("姓"),
    "team": noop("团队"), "manager": noop("主管"), "manager_id": noop("主管编号"), "parent": noop("上级客户"),
    "parent_id": noop("上级客户编号"), "tier": noop("客户分级"), "person": noop("人员"),
    "person_id": noop("人员编号"), "month": noop("月份"), "year": noop("年份"), "measure": noop("目标类型"),
    "level": noop("目标档位"), "deal_id": noop("商机编号"), "from_stage": noop("原阶段"),
    "changed_on": noop("变更日期"), "entry_id": noop("记录编号"), "target": noop("目标"),
    "person_email": noop("人员邮箱"), "deal": noop("商机"), "subject": noop("主题"),
}  # fmt: skip
COUNT_NAMES = (noop("新增"), noop("变更"), noop("未变"), noop("拒绝"), noop("略过"))


@frozen
class Marked:
    """A text with a state."""

    text: str
    tone: Tone


@frozen
class SectionColumn:
    """``width`` in pixels, 0 takes what is left."""

    title: str
    width: int = 0
    is_number: bool = False


@frozen
class Section:
    """Rows of one sort. ``key`` is "refused", "notes", "file:2" or "deals:added"; ``words`` explain it in a line."""

    key: str
    title: str
    count: int
    tone: Tone
    columns: tuple[SectionColumn, ...]
    fetch: Fetch
    words: str = ""
    figure: int | None = None
    """What stands beside the title: rows of the file, refused rows and not cells; None where nothing is to be said."""


def sections_of_report(report: Mapping[str, Any], *, counts: bool = True) -> list[Section]:
    """The sections of a report as it is kept: counts, refused rows, what is worth knowing, and the files."""
    sections = []
    if counts and (found := _counts(report)):
        sections.append(found)
    # A row with two bad cells stands here twice, one below the other, and counts once.
    problems = sorted(report["problems"], key=lambda problem: (problem["file"], problem["sheet"], problem["row"]))
    if problems:
        # Where all is of one file, the reason needs the room more than the file's name.
        of_one = len({(problem["file"], problem["sheet"]) for problem in problems}) == 1
        lines = [
            (problem["file"] + (f" · {problem['sheet']}" if problem["sheet"] else ""), str(problem["row"]),
             problem["column"], problem["value"], problem["reason"])[1 if of_one else 0 :]
            for problem in problems
        ]  # fmt: skip
        columns = (
            SectionColumn(tr("文件"), 168), SectionColumn(tr("行"), 64, is_number=True), SectionColumn(tr("列"), 128),
            SectionColumn(tr("值"), 128), SectionColumn(tr("原因")),
        )[1 if of_one else 0 :]  # fmt: skip
        words = tr("这些行不会导入;存成工作簿,改好后可以再导入。")
        refused = _listed("refused", tr("拒绝的行"), "act", columns, lines, words)
        sections.append(evolve(refused, figure=counted(report)[3]))
    if report["listed"]:
        notes = [(note["text"],) for note in report["listed"]]
        sections.append(_listed("notes", tr("值得注意"), "watch", (SectionColumn(tr("值得注意")),), notes))
    return sections + [_file(place, told) for place, told in enumerate(report["files"])]


def counted(report: Mapping[str, Any]) -> tuple[int, int, int, int]:
    """Added, changed, unchanged and refused rows of all kinds."""
    added, changed, unchanged, refused = (
        sum(report[kind][word] for kind in KINDS if kind in report)
        for word in ("added", "changed", "unchanged", "refused")
    )
    return added, changed, unchanged, refused


def _listed(
    key: str, title: str, tone: Tone, columns: tuple[SectionColumn, ...], lines: Sequence[Entries], words: str = ""
) -> Section:
    return Section(
        key, title, len(lines), tone, columns, lambda offset, limit: lines[offset : offset + limit], words, len(lines)
    )  # fmt: skip


def _counts(report: Mapping[str, Any]) -> Section | None:
    lines = []
    words: tuple[str, ...] = ("added", "changed", "unchanged", "refused")
    if any((report.get(kind) or {}).get("left_out") for kind in KINDS):
        words = (*words, "left_out")
    for kind in KINDS:
        count = report.get(kind) or {}
        numbers = [count.get(word, 0) for word in words]
        if any(numbers):
            lines.append((tr(KIND_NAMES[kind]), *(formats.count(number) if number else "" for number in numbers)))
    if not lines:
        return None
    columns = (
        SectionColumn(tr("种类")),
        *(SectionColumn(tr(word), 96, is_number=True) for word in COUNT_NAMES[: len(words)]),
    )  # fmt: skip
    return evolve(_listed("counts", tr("导入结果"), "", columns, lines), figure=None)


def field_name(field: str) -> str:
    """What a column was taken for, in the language chosen now."""
    source = COLUMN_NAMES.get(field) or FIELD_NAMES.get(field, field)
    return tr(source)


def _why(match: Mapping[str, Any]) -> Marked:
    """How a column was recognised."""
    if match["why"] == "name":
        return Marked(tr("表头一致"), "ok")
    if match["why"] == "chosen":
        return Marked(tr("由您指定"), "ok")
    share = formats.share(match["sure"])
    if match["why"] == "content":
        return Marked(tr("看内容像 {share}", share=share), "watch")
    return Marked(tr("表头相近 {share}", share=share), "watch")


MODE_WORDS = {"add": noop("只新增"), "update": noop("只更新已有的")}


def _decisions(told: Mapping[str, Any]) -> str:
    """What was in force for a table beside what its headings say, in a line."""
    words = [tr(MODE_WORDS[told["mode"]])] if told.get("mode") in MODE_WORDS else []
    if told.get("erase_blanks"):
        words.append(tr("空白清空原来的内容"))
    if told.get("day_order"):
        words.append(tr("日期月在前") if told["day_order"] == "month_first" else tr("日期日在前"))
    if told.get("decimal_mark"):
        words.append(tr("小数点写成 {mark}", mark=told["decimal_mark"]))
    if told.get("key"):
        words.append(tr("按{fields}区分商机", fields=tr("、").join(field_name(name) for name in told["key"])))
    if told.get("columns"):
        words.append(tr("{n} 列由您指定", n=len(told["columns"])))
    if told.get("stages"):
        pairs = tr("、").join(f"{name} → {meant}" for name, meant in list(told["stages"].items())[:10])
        words.append(tr("阶段 {pairs}", pairs=pairs))
    names = {name: meant for of_kind in told.get("names", {}).values() for name, meant in of_kind.items() if meant}
    if names:
        words.append(tr("名称 {pairs}", pairs=tr("、").join(f"{one} → {two}" for one, two in list(names.items())[:10])))
    return tr(",").join(words)


def _file(place: int, told: Mapping[str, Any]) -> Section:
    """Which column was taken for what, how sure that is and why; then the columns that are not used."""
    lines: list[Entries] = []
    for heading, match in told["columns"].items():
        name = field_name(match["field"])
        if match.get("from"):
            months = match["from"] if match["from"] == match["to"] else f"{match['from']} – {match['to']}"
            name += f" {months}"
        if match.get("magnitude", 1) != 1:
            name += " · " + tr("乘以 {n}", n=formats.count(match["magnitude"]))
        lines.append((heading, name, _why(match), match.get("example", "")))
    lines += [(heading, Marked(tr("没有使用"), "quiet"), "", "") for heading in told["unused"]]
    columns = (
        SectionColumn(tr("表头"), 184), SectionColumn(tr("认作"), 216), SectionColumn(tr("怎么认的"), 144),
        SectionColumn(tr("例如")),
    )  # fmt: skip
    words = tr(
        "认作{kind},表头在第 {row} 行,下面 {n} 行", kind=tr(TABLE_NAMES[told["kind"]]), row=told["header_row"],
        n=formats.count(told["rows"]),
    )  # fmt: skip
    if decided := _decisions(told.get("decisions") or {}):
        words += ";" + decided
    if told["left_out"]:
        words += tr(";{n} 行合计、重复表头或已删除的没有算", n=told["left_out"])
    title = told["file"] + (f" · {told['sheet']}" if told["sheet"] else "")
    found = _listed(f"file:{place}", title, "quiet", columns, lines, words)
    return evolve(found, figure=told["rows"])
