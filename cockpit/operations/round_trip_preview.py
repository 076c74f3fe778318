"""What reading exported lists back would do, as sections to look through before anything is written."""

from collections.abc import Iterator

from cockpit.excel.plan import KIND_NAMES
from cockpit.excel.round_trip_layout import FIELDS
from cockpit.excel.round_trip_plan import ReturnPlan, TablePlan
from cockpit.language import tr
from cockpit.operations.import_sections import Entries, Section, SectionColumn


def sections_of_returned(returned: ReturnPlan) -> list[Section]:
    """Added rows, changed cells with old and new, and what went out but did not come back; ready texts."""
    return [section for plan in returned.plans for section in _sections(returned, plan)]


def _sections(returned: ReturnPlan, plan: TablePlan) -> Iterator[Section]:
    kind, name = plan.kind, tr(KIND_NAMES[plan.kind])
    fields = {one.key: one for one in FIELDS[kind]}
    if plan.added:
        shown = [key for key in fields if any(new.words.get(key) for new in plan.added)]
        columns = (
            SectionColumn(tr("行"), 64, is_number=True),
            *(SectionColumn(tr(fields[key].heading), 0 if place == 0 else 128) for place, key in enumerate(shown)),
        )
        lines: list[Entries] = [
            (str(new.row), *(new.words.get(key, "").replace("\n", " ") for key in shown)) for new in plan.added
        ]
        yield _listed(f"{kind}:added", f"{name} · {tr('新增')}", "ok", columns, lines)
    changed = returned.changed_rows(plan)
    if changed:
        columns = (
            SectionColumn(tr("行"), 64, is_number=True), SectionColumn(tr("名称")), SectionColumn(tr("字段"), 112),
            SectionColumn(tr("原来"), 160), SectionColumn(tr("改成"), 160),
        )  # fmt: skip
        lines = [
            (str(change.row), change.name, tr(fields[cell.field].heading), cell.old.replace("\n", " "),
             cell.new.replace("\n", " "))
            for change, cells in changed for cell in cells
        ]  # fmt: skip
        yield _listed(f"{kind}:changed", f"{name} · {tr('变更')}", "watch", columns, lines, figure=len(changed))
    if plan.missing:
        words = tr("导出过、这次的文件里却没有;没有删除。")
        title = " · ".join((name, tr("文件里没有")))
        rows: list[Entries] = [(one,) for one in plan.missing]
        yield _listed(f"{kind}:missing", title, "quiet", (SectionColumn(tr("名称")),), rows, words)


def _listed(
    key: str, title: str, tone: str, columns: tuple[SectionColumn, ...], lines: list[Entries], words: str = "",
    figure: int | None = None,
) -> Section:  # fmt: skip
    count = len(lines) if figure is None else figure
    return Section(
        key, title, len(lines), tone, columns, lambda offset, limit: lines[offset : offset + limit], words, count  # type: ignore[arg-type]
    )  # fmt: skip
