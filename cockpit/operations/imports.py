"""Importing files: read, plan against the store, show what would change, write it in one undoable operation."""

import gc
import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Event, Thread
from typing import Any

from cockpit.errors import CockpitError
from cockpit.excel import refused
from cockpit.excel.dates import DayOrder as DayOrder
from cockpit.excel.headings import find_table
from cockpit.excel.known import Known
from cockpit.excel.plan import Plan
from cockpit.excel.planning import make_plan
from cockpit.excel.reading import Sheet, read_sheets
from cockpit.excel.tables import TypedTable, read_table
from cockpit.language import noop, tr
from cockpit.model import clock, pinyin
from cockpit.operations.import_report import ImportReport as ImportReport
from cockpit.operations.import_report import report_of_plan
from cockpit.operations.import_writing import write_plan
from cockpit.operations.moments import local_moment
from cockpit.operations.operation import Changes, Operation, operation
from cockpit.store import accounts, deals, people, products, stages, targets
from cockpit.store.file import Store
from cockpit.store.imports import PastImport as PastImport
from cockpit.store.imports import insert_import, list_imports
from cockpit.store.settings import read_setting, write_setting

Progress = Callable[[int, int, str], None]
"""Called with done, total and what is being done, in words."""

LABEL = noop("导入 {name}")
LARGE_FILE = 1 << 20
FREED_AT_ONCE = 2_000
PROBLEMS_KEPT = 1_000
"""A kept report holds so many refused cells; the report handed back holds all."""


class Stopped(CockpitError):
    """The user stopped an import; nothing was written."""

    def __init__(self) -> None:
        super().__init__(tr("导入已停止,没有写入任何改动。"))


def read_files(
    paths: Sequence[Path],
    *,
    day_order: DayOrder | None = None,
    progress: Progress | None = None,
    stop: Event | None = None,
) -> list[TypedTable]:
    """Every table in the files that can be imported, with its cells read.

    ``day_order`` says how days such as 3/5/26 are meant where the file does not prove it. Raises CockpitError when a
    file cannot be read, or holds nothing that can be imported.
    """
    tables: list[TypedTable] = []
    if any(path.exists() and path.stat().st_size > LARGE_FILE for path in paths):
        # The workbook is parsed outside Python; meanwhile another thread can read the dictionaries.
        Thread(target=pinyin.load, daemon=True).start()
    with _without_collecting():
        _read_into(tables, paths, day_order, progress, stop)
    return tables


def _read_into(
    tables: list[TypedTable],
    paths: Sequence[Path],
    day_order: DayOrder | None,
    progress: Progress | None,
    stop: Event | None,
) -> None:
    for done, path in enumerate(paths):
        begun = 60 * done // len(paths)
        _step(progress, stop, begun, tr("正在读 {name}", name=path.name))
        sheets = read_sheets(path)
        _step(progress, stop, begun + 30 // len(paths), tr("正在认 {name} 的列", name=path.name))
        tables += _tables_of(path, sheets, day_order)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """A million cells make the garbage collector look through all of them again and again: a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _tables_of(path: Path, sheets: list[Sheet], day_order: DayOrder | None) -> list[TypedTable]:
    visible = [sheet for sheet in sheets if not sheet.is_hidden]
    found = [table for sheet in visible or sheets if (table := find_table(sheet)) is not None]
    if not found:
        raise CockpitError(
            tr("{name} 里认不出商机、人员、客户、产品或目标的表。", name=path.name),
            tr("检查表头:商机要有名称或客户、阶段和金额,人员要有姓名和团队或主管。"),
        )
    tables = [read_table(table, day_order) for table in found if table.has_rows]
    # What holds nothing but totals, or nothing but what the CRM has deleted, is empty as well.
    filled = [table for table in tables if len(table) or table.refused]
    if not filled:
        raise CockpitError(
            tr("{name} 只有表头(第 {row} 行),下面没有数据。", name=path.name, row=found[0].header + 1),
            tr("检查是不是空的模板,或重新导出一次。"),
        )
    return filled


def read_plan(
    store: Store | sqlite3.Connection,
    paths: Sequence[Path],
    today: date,
    progress: Progress | None = None,
    *,
    day_order: DayOrder | None = None,
    stop: Event | None = None,
) -> Plan:
    """What importing the files would do; nothing is written. ``today`` is the local day of the import."""
    with _without_collecting():
        tables = read_files(paths, day_order=day_order, progress=progress, stop=stop)
        _step(progress, stop, 60, tr("正在和已有的数据比对"))
        connection = store.connection if isinstance(store, Store) else store
        plan = make_plan(tables, read_known(connection, today), today)
        # The plan is looked at for a while: the collector need not walk through a million cells of it meanwhile.
        gc.freeze()
        return plan


def let_go(plan: Plan) -> None:
    """Free a plan that is no longer wanted, bit by bit: in one go it would hold up the window for a moment."""
    tables = [*plan.tables, *plan.sources]
    lists: list[list[Any]] = [one.added for one in plan.deals]
    for table in tables:
        lists += [table.found.sheet.rows, table.cells, *table.columns.values()]
    for one in lists:
        while one:
            del one[-FREED_AT_ONCE:]
    gc.unfreeze()


def apply_plan(
    store: Store,
    plan: Plan,
    *,
    today: date,
    progress: Progress | None = None,
    stop: Event | None = None,
) -> tuple[Changes, ImportReport]:
    """Write a plan in one operation. It is made anew first, because the store may have changed since it was shown."""
    return _import(store, plan.sources, today=today, progress=progress, stop=stop)


def import_files(
    store: Store,
    paths: Sequence[Path],
    *,
    today: date,
    progress: Progress | None = None,
    stop: Event | None = None,
    dry_run: bool = False,
    day_order: DayOrder | None = None,
) -> tuple[Changes, ImportReport]:
    """Import files that belong together, in one operation; with ``dry_run`` only say what would change.

    Raises CockpitError, with nothing changed, when a file cannot be read or the import is stopped.
    """
    tables = read_files(paths, day_order=day_order, progress=progress, stop=stop)
    if dry_run:
        plan = make_plan(tables, read_known(store.connection, today), today)
        return Changes(_label(tables)), report_of_plan(plan, dry_run=True)
    return _import(store, tables, today=today, progress=progress, stop=stop)


def _import(
    store: Store, tables: list[TypedTable], *, today: date, progress: Progress | None, stop: Event | None
) -> tuple[Changes, ImportReport]:
    with _without_collecting(), store.transaction() as connection:
        _step(progress, stop, 60, tr("正在和已有的数据比对"))
        plan = make_plan(tables, read_known(connection, today), today)
        report = report_of_plan(plan)
        if not plan.changes_something:
            _keep(connection, tables, report, None)
            return Changes(_label(tables), undoable=False), report
        with operation(store, LABEL, name=_names(tables)) as under_way:
            _go_on(stop)
            write_plan(
                connection,
                plan,
                _recording(under_way, today),
                today=today,
                step=lambda share, words: _step(progress, stop, share, words),
            )
            if plan.takes_currency:
                write_setting(store, "currency", plan.home_currency)
                under_way.changed("setting")
            _say_changes(under_way, plan)
            _keep(connection, tables, report, under_way.id)
        _go_on(stop)
    # Only now: a commit that fails leaves the plan as it was, to be tried again.
    let_go(plan)
    if progress:
        progress(100, 100, tr("已导入"))
    return under_way.changes, report


def save_refused(report: ImportReport, path: Path) -> int:
    """Write the refused rows as a workbook with their reasons, to be mended and imported again; how many rows."""
    return refused.save_refused(report.tables, path)


def read_known(connection: sqlite3.Connection, today: date) -> Known:
    """The store as a plan needs it."""
    return Known(
        people=people.list_people(connection, today.isoformat()),
        teams=people.list_teams(connection),
        accounts=accounts.list_accounts(connection),
        products=products.list_products(connection),
        stages=stages.list_stages(connection),
        pipelines=stages.list_pipelines(connection),
        targets=targets.list_targets(connection),
        owners_of_deals=people.supervisors_with_deals(connection),
        last_deal_id=deals.last_deal_id(connection),
        read_deals=lambda columns: deals.read_deals(connection, columns),
        currency=read_setting(connection, "currency"),
        history=lambda numbers: deals.read_history(connection, numbers),
    )


def _recording(under_way: Operation, today: date) -> deals.Recording:
    return deals.Recording(under_way.id, under_way.at, local_moment(today))


def _go_on(stop: Event | None) -> None:
    if stop is not None and stop.is_set():
        raise Stopped


def _step(progress: Progress | None, stop: Event | None, share: int, words: str) -> None:
    _go_on(stop)
    if progress:
        progress(share, 100, words)


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


def _names(tables: Sequence[TypedTable]) -> str:
    names = list(dict.fromkeys(table.found.sheet.path.name for table in tables))
    return tr("、").join(names[:3]) + (" …" if len(names) > 3 else "")


def _label(tables: Sequence[TypedTable]) -> str:
    return tr(LABEL, name=_names(tables))


def _keep(
    connection: sqlite3.Connection, tables: Sequence[TypedTable], report: ImportReport, operation_id: int | None
) -> None:
    kept = report.as_json()
    kept["problems"] = kept["problems"][:PROBLEMS_KEPT]
    digest = hashlib.sha256()
    for path in sorted({table.found.sheet.path for table in tables}):
        digest.update(path.read_bytes() if path.exists() else b"")
    insert_import(
        connection,
        imported_at=clock.utc_stamp(),
        file_name=_names(tables),
        fingerprint=digest.hexdigest(),
        report=kept,
        operation_id=operation_id,
    )


def past_imports(connection: sqlite3.Connection, limit: int = 50) -> list[PastImport]:
    """The reports of past imports, the newest first; those that changed nothing are among them."""
    return list_imports(connection, limit)
