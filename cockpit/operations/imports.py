"""Importing files: open, look, plan against the store, show what would change, write it in one undoable operation."""

import gc
import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

from attrs import evolve

from cockpit.errors import CockpitError
from cockpit.excel import refused
from cockpit.excel.choices import Choices, Mode, TableChoices
from cockpit.excel.dates import DayOrder as DayOrder
from cockpit.excel.plan import Plan
from cockpit.excel.planning import make_plan
from cockpit.excel.reading import prepare as prepare
from cockpit.excel.round_trip_plan import Side
from cockpit.excel.tables import TypedTable
from cockpit.excel.values import DecimalMark
from cockpit.language import noop, tr
from cockpit.model import clock
from cockpit.operations.import_again import same_again, standing
from cockpit.operations.import_deciding import DecidedTable, decide, names_known, standing_of
from cockpit.operations.import_known import read_known
from cockpit.operations.import_looking import look_at as look_at
from cockpit.operations.import_looking import missing_words
from cockpit.operations.import_memory import recall, remember
from cockpit.operations.import_report import ImportReport as ImportReport
from cockpit.operations.import_report import report_of_plan
from cockpit.operations.import_steps import Progress, Stopped, go_on, step, without_collecting
from cockpit.operations.import_writing import write_plan
from cockpit.operations.moments import local_moment
from cockpit.operations.opened_files import FREED_AT_ONCE, OpenedFiles, Source, fingerprint_of, open_files
from cockpit.operations.opened_files import PastedText as PastedText
from cockpit.operations.opened_files import let_go_files as let_go_files
from cockpit.operations.operation import Changes, Operation, operation
from cockpit.operations.round_trip import plan_again, plan_returned, write_returned
from cockpit.store import deals
from cockpit.store.file import Store
from cockpit.store.imports import PastImport as PastImport
from cockpit.store.imports import insert_import, list_imports
from cockpit.store.settings import write_setting

__all__ = [
    "DayOrder", "ImportReport", "OpenedFiles", "PastImport", "PastedText", "Progress", "Stopped", "apply_plan",
    "import_files", "let_go", "let_go_files", "look_at", "open_files", "past_imports", "prepare", "read_known",
    "read_plan", "save_refused",
]  # fmt: skip

LABEL = noop("导入 {name}")
PROBLEMS_KEPT = 1_000
"""A kept report holds so many refused cells; the report handed back holds all."""


def read_plan(
    store: Store | sqlite3.Connection,
    opened: OpenedFiles | Sequence[Source],
    today: date,
    choices: Choices | None = None,
    progress: Progress | None = None,
    *,
    stop: Event | None = None,
) -> Plan:
    """What importing the files would do under ``choices``, and what is remembered; nothing is written.

    ``today`` is the local day of the import. Raises CockpitError when nothing in the files can be imported, or what
    the manager wants to use of them cannot.
    """
    with without_collecting():
        if not isinstance(opened, OpenedFiles):
            opened = open_files(opened, progress=progress, stop=stop)
        step(progress, stop, 60, tr("正在和已有的数据比对"))
        connection = store.connection if isinstance(store, Store) else store
        plan = _plan(connection, opened, today, choices or {})
        # The plan is looked at for a while: the collector need not walk through a million cells of it meanwhile.
        gc.freeze()
        return plan


def _plan(
    connection: sqlite3.Connection, opened: OpenedFiles, today: date, choices: Choices, conflicts: Side | None = None
) -> Plan:
    known = read_known(connection, today)
    decided = decide(opened, recall(connection, standing_of(known)), choices, names_known(known))
    plan = make_plan(_tables_of(opened, decided), known, today)
    plan.returned = plan_returned(connection, opened.returned, today, choices)
    if plan.returned is not None and conflicts is not None:
        plan.returned.choose_all(conflicts)
    plan.file_names, plan.fingerprint = opened.names, opened.fingerprint
    return plan


def _tables_of(opened: OpenedFiles, decided: Sequence[DecidedTable]) -> list[TypedTable]:
    """The tables that are used, with their cells read; every file has to have one, unless its are left alone."""
    tables: list[TypedTable] = []
    for file in opened.files:
        of_file = [one for one in decided if any(one.opened is table for table in file.tables)]
        used = [one for one in of_file if one.choices.used]
        ready = [one for one in used if one.is_ready]
        for one in used:
            if one.found is not None and one.found.missing and (one.is_chosen or not ready):
                title = one.opened.sheet.title
                raise CockpitError(
                    tr("{name} 还不能导入。", name=title), " ".join(missing_words(one.found.kind, one.found.missing))
                )
        if used and not ready and not file.returned:
            raise CockpitError(
                tr("{name} 里认不出商机、人员、客户、产品、目标、跟进或回款的表。", name=file.name),
                tr("检查表头:商机要有名称或客户、阶段和金额,人员要有姓名和团队或主管。"),
            )
        read = [one.read() for one in ready if one.found is not None and one.found.has_rows]
        # What holds nothing but totals, or nothing but what the CRM has deleted, is empty as well.
        filled = [table for table in read if len(table) or table.refused]
        if ready and not filled:
            raise CockpitError(
                tr("{name} 只有表头(第 {row} 行),下面没有数据。", name=file.name, row=ready[0].header + 1),
                tr("检查是不是空的模板,或重新导出一次。"),
            )
        tables += filled
    if not tables and not opened.returned:
        hidden = [one.opened.sheet.name for one in decided if one.opened.sheet.is_hidden and one.opened.is_table]
        if hidden and not any(one.is_chosen for one in decided):
            raise CockpitError(
                tr("数据在隐藏的工作表“{sheet}”里。", sheet=tr("、").join(hidden)),
                tr("在 Excel 里取消隐藏并保存,或在导入窗口里选用它。"),
            )
        raise CockpitError(tr("没有选用任何表。"), tr("至少选用一张表再导入。"))
    return tables


def let_go(unwanted: Plan | OpenedFiles) -> None:
    """Free a plan, or files, bit by bit: in one go it would hold up the window for a moment.

    The files that a plan was made from stay open.
    """
    if isinstance(unwanted, OpenedFiles):
        let_go_files(unwanted)
        return
    for one in unwanted.deals:
        while one.added:
            del one.added[-FREED_AT_ONCE:]
    gc.unfreeze()


def apply_plan(
    store: Store,
    plan: Plan,
    *,
    today: date,
    progress: Progress | None = None,
    stop: Event | None = None,
) -> tuple[Changes, ImportReport]:
    """Write a plan in one operation, and remember what was decided for the next files of that shape.

    The plan is made anew first, because the store may have changed since it was shown.
    """
    with without_collecting(), store.transaction() as connection:
        step(progress, stop, 60, tr("正在和已有的数据比对"))
        anew = make_plan(plan.sources, read_known(connection, today), today)
        anew.returned = plan_again(connection, plan.returned, today) if plan.returned is not None else None
        anew.file_names, anew.fingerprint = plan.file_names, plan.fingerprint
        # What was decided in the window is remembered, and holds when nothing else is said the next time.
        changes, report = _write(store, connection, anew, {}, today=today, progress=progress, stop=stop)
    # Only now: a commit that fails leaves the plan as it was, to be tried again.
    let_go(plan)
    if progress:
        progress(100, 100, tr("已导入"))
    return changes, report


def import_files(
    store: Store,
    sources: Sequence[Source],
    *,
    today: date,
    progress: Progress | None = None,
    stop: Event | None = None,
    dry_run: bool = False,
    mode: Mode | None = None,
    erase_blanks: bool = False,
    day_order: DayOrder | None = None,
    decimal_mark: DecimalMark | None = None,
    conflicts: Side = "mine",
) -> tuple[Changes, ImportReport]:
    """Import files that belong together, in one operation; with ``dry_run`` only say what would change.

    What is not said is as it is remembered for files of this shape, else as it is recognised. ``conflicts``: whose
    value is taken of what was changed in an exported list and in the cockpit since. Raises CockpitError, with nothing
    changed, when a file cannot be read or the import is stopped.
    """
    said: dict[str, Any] = {
        name: value
        for name, value in (("mode", mode), ("day_order", day_order), ("decimal_mark", decimal_mark))
        if value is not None
    }
    if erase_blanks:
        said["erase_blanks"] = True
    asked = said | ({} if conflicts == "mine" else {"conflicts": conflicts})
    if (known_already := same_again(store.connection, sources, today, asked)) is not None:
        return _say_same(store, sources, known_already, standing(store.connection, today, asked), dry_run=dry_run)
    with without_collecting():
        opened = open_files(sources, progress=progress, stop=stop)
        choices: dict[str, TableChoices] = {}
        if said:
            known = read_known(store.connection, today)
            memory = recall(store.connection, standing_of(known))
            decided = decide(opened, memory, {}, names_known(known))
            choices = {one.key: evolve(one.choices, **said) for one in decided}
            choices |= {one.key: TableChoices(**said) for one in opened.returned}
        if dry_run:
            plan = _plan(store.connection, opened, today, choices, conflicts)
            return Changes(_label(plan)), report_of_plan(plan, dry_run=True)
        with store.transaction() as connection:
            step(progress, stop, 60, tr("正在和已有的数据比对"))
            plan = _plan(connection, opened, today, choices, conflicts)
            changes, report = _write(store, connection, plan, asked, today=today, progress=progress, stop=stop)
    let_go_files(opened)
    if progress:
        progress(100, 100, tr("已导入"))
    return changes, report


def _say_same(
    store: Store, sources: Sequence[Source], report: ImportReport, under: dict[str, Any], *, dry_run: bool
) -> tuple[Changes, ImportReport]:
    """What was tried stays true: it is kept as any other import."""
    names = _listed([source.path.name if isinstance(source, PastedText) else source.name for source in sources])
    report.dry_run = dry_run
    if not dry_run:
        with store.transaction() as connection:
            insert_import(
                connection, imported_at=clock.utc_stamp(), file_name=names, fingerprint=fingerprint_of(sources),
                report=report.as_json() | {"standing": under}, operation_id=None,
            )  # fmt: skip
    return Changes(tr(LABEL, name=names), undoable=False), report


def _write(
    store: Store,
    connection: sqlite3.Connection,
    plan: Plan,
    asked: dict[str, Any],
    *,
    today: date,
    progress: Progress | None,
    stop: Event | None,
) -> tuple[Changes, ImportReport]:
    """Inside the caller's transaction. ``asked``: what was said of this import alone."""
    report = report_of_plan(plan)
    if not plan.changes_something:
        _keep(connection, plan, report, None, standing(connection, today, asked))
        return Changes(_label(plan), undoable=False), report
    with operation(store, LABEL, name=_names(plan)) as under_way:
        go_on(stop)
        write_plan(
            connection,
            plan,
            _recording(under_way, today),
            today=today,
            step=lambda share, words: step(progress, stop, share, words),
        )
        if plan.returned is not None:
            write_returned(under_way, plan.returned, today)
        if plan.takes_currency:
            write_setting(store, "currency", plan.home_currency)
            under_way.changed("setting")
        _say_changes(under_way, plan)
        _keep(connection, plan, report, under_way.id, standing(connection, today, asked))
    go_on(stop)
    return under_way.changes, report


def save_refused(report: ImportReport, path: Path) -> int:
    """Write the refused rows as a workbook with their reasons, to be mended and imported again; how many rows."""
    return refused.save_refused(report.tables, path)


def _recording(under_way: Operation, today: date) -> deals.Recording:
    return deals.Recording(under_way.id, under_way.at, local_moment(today))


def _say_changes(under_way: Operation, plan: Plan) -> None:
    under_way.changed("import")
    counts = plan.counts()
    changed = {kind for kind, count in counts.items() if count.added or count.changed}
    if "people" in changed:
        under_way.changed("person")
    if changed & {"teams", "people"}:
        under_way.changed("team")
    if "accounts" in changed:
        under_way.changed("account")
    if "products" in changed:
        under_way.changed("product")
    if "stages" in changed:
        under_way.changed("stage")
    if "targets" in changed:
        under_way.changed("target")
    if changed & {"deals", "history"}:
        under_way.changed("deal")
    if "activities" in changed:
        under_way.changed("activity")
    if "payments" in changed:
        under_way.changed("payment")
    if "actions" in changed:
        under_way.changed("action")


def _names(plan: Plan) -> str:
    return _listed(plan.file_names)


def _listed(file_names: Sequence[str]) -> str:
    names = list(dict.fromkeys(file_names))
    return tr("、").join(names[:3]) + (" …" if len(names) > 3 else "")


def _label(plan: Plan) -> str:
    return tr(LABEL, name=_names(plan))


def _keep(
    connection: sqlite3.Connection, plan: Plan, report: ImportReport, operation_id: int | None, under: dict[str, Any]
) -> None:
    """The report, and for the next files of the same shapes what was decided about these."""
    kept = report.as_json() | {"standing": under}
    kept["problems"] = kept["problems"][:PROBLEMS_KEPT]
    insert_import(
        connection,
        imported_at=clock.utc_stamp(),
        file_name=_names(plan),
        fingerprint=plan.fingerprint,
        report=kept,
        operation_id=operation_id,
    )
    for table in plan.tables:
        if table.shape:
            decided = evolve(
                table.choices,
                stages={**table.guessed_stages, **table.choices.stages},
                columns=_columns(table),
                day_order=table.choices.day_order or table.writing.order,
                decimal_mark=table.choices.decimal_mark or table.writing.mark,
            )
            remember(connection, table.shape, decided)


def _columns(table: TypedTable) -> dict[str, str]:
    """What was decided about columns, and what was read off their cells, which will be others next time."""
    by_content = {match.heading: match.field for match in table.found.matches.values() if match.why == "content"}
    return {**by_content, **table.choices.columns}


def past_imports(connection: sqlite3.Connection, limit: int = 50) -> list[PastImport]:
    """The reports of past imports, the newest first; those that changed nothing are among them."""
    return list_imports(connection, limit)
