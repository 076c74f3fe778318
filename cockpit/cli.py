"""The command line: the same operations, metrics and workbook as the window, for scripts and for checking.

Exit status 0: done; 1: refused, with the reason on stderr; 2: wrong usage. Without a sub-command the window opens.
Every import that costs time is made where it is needed: ``cockpit --help`` and the window must start at once.
"""

import json
import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from cockpit import __version__
from cockpit.errors import CockpitError
from cockpit.language import LanguageCode, choose_language, tr
from cockpit.model import clock
from cockpit.store.file import Store, default_store_path, open_reader


class Refusing(click.Group):
    """A refusal comes out as a sentence on stderr and status 1, never as a traceback."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except CockpitError as refused:
            click.echo(f"cockpit: {refused}", err=True)
            context.exit(1)


def system_language() -> LanguageCode:
    """Chinese unless the system says English: the product's first language is the safer guess."""
    chosen = os.environ.get("COCKPIT_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "en" if chosen.lower().startswith("en") else "zh"


class Day(click.ParamType[date]):
    """A local day as 2026-11-24."""

    name = "date"

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-11-24", parameter, context)


class MonthType(click.ParamType[Any]):
    """A cycle as 2026-11."""

    name = "month"

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> Any:
        from cockpit.model.cycles import Month

        try:
            return value if isinstance(value, Month) else Month.parse(value)
        except ValueError:
            self.fail(f"{value!r} is not a month such as 2026-11", parameter, context)


def store_option(command: Any) -> Any:
    """``--store FILE`` on every command."""
    return click.option(
        "--store",
        "store_path",
        type=click.Path(path_type=Path, dir_okay=False),
        default=None,
        help="The store to use; by default the one in the user's data folder.",
    )(command)


@click.group(cls=Refusing, invoke_without_command=True)
@click.version_option(__version__, prog_name="cockpit")
@click.option("--language", type=click.Choice(["zh", "en"]), default=None, help="By default the system's language.")
@store_option
@click.pass_context
def main(context: click.Context, language: LanguageCode | None, store_path: Path | None) -> None:
    """Cockpit (驾驶舱): the sales manager's five-step loop. Without a command, opens the window."""
    choose_language(language or system_language())
    if context.invoked_subcommand is None:
        _refuse_without_display()
        from cockpit.window.application import open_window

        context.exit(open_window(store_path or default_store_path(), language))
    context.obj = store_path


def _refuse_without_display() -> None:
    # Qt would abort the process with a dump of its plugins.
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if sys.platform != "linux" or chosen.startswith(("offscreen", "minimal", "vnc", "linuxfb", "eglfs")):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise CockpitError(
            tr("这里没有显示器(DISPLAY 和 WAYLAND_DISPLAY 都没有设),窗口打不开。"),
            tr("请在图形桌面里运行,或用 xvfb-run 运行;命令行(cockpit --help)不需要显示器。"),
        )


def _path(context: click.Context, own: Path | None) -> Path:
    return own or context.obj or default_store_path()


@main.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--mode",
    type=click.Choice(["add", "update", "both"]),
    default=None,
    help="Only add what is new, only update what is there, or both; by default as the last time, else both.",
)
@click.option("--erase-blanks", is_flag=True, help="A blank cell erases what the store holds; else it never does.")
@click.option(
    "--day-order",
    type=click.Choice(["month-first", "day-first"]),
    default=None,
    help="How 3/5/26 is meant where nothing in the file tells.",
)
@click.option(
    "--decimal-mark",
    type=click.Choice([".", ","]),
    default=None,
    help="How 1.052 and 1,052 are meant where nothing in the file tells.",
)
@click.option(
    "--conflicts",
    type=click.Choice(["mine", "file"]),
    default="mine",
    help="In a list that Cockpit exported: whose value is taken where both sides changed it.",
)
@click.option("--dry-run", is_flag=True, help="Say what would change, change nothing.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
@store_option
@click.pass_context
def import_command(
    context: click.Context,
    files: tuple[Path, ...],
    mode: Any,
    erase_blanks: bool,
    day_order: str | None,
    decimal_mark: Any,
    conflicts: Any,
    dry_run: bool,
    as_json: bool,
    store_path: Path | None,
) -> None:
    """Import deals, people, accounts, products and targets from .xlsx or .csv FILES."""
    from cockpit.operations.imports import DayOrder, import_files, prepare

    prepare(files[0])
    orders: dict[str, DayOrder] = {"month-first": "month_first", "day-first": "day_first"}
    with Store.open(_path(context, store_path)) as store:
        _, report = import_files(
            store,
            files,
            today=clock.today(),
            dry_run=dry_run,
            mode=mode,
            erase_blanks=erase_blanks,
            day_order=orders[day_order] if day_order else None,
            decimal_mark=decimal_mark,
            conflicts=conflicts,
        )
    click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=1) if as_json else report.as_text())


@main.command()
@click.option("--cycle", "first", type=MonthType(), required=True, help="The cycle (month), e.g. 2026-11.")
@click.option("--to", "last", type=MonthType(), default=None, help="The last cycle of a longer period.")
@click.option("--scope", default=None, help='"team", "team:NAME" or "person:NAME"; by default all of them.')
@click.option("--as-of", type=Day(), default=None, help="As the store stood on this day.")
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@store_option
@click.pass_context
def metrics(
    context: click.Context,
    first: Any,
    last: Any,
    scope: str | None,
    as_of: date | None,
    as_json: bool,
    store_path: Path | None,
) -> None:
    """Print the figures of a cycle, each as metrics.md defines it."""
    from cockpit.metrics import report

    connection = open_reader(_path(context, store_path))
    try:
        found = report.report(connection, first, last or first, scope=scope, as_of=as_of, today=clock.today())
    finally:
        connection.close()
    click.echo(json.dumps(found, ensure_ascii=False, indent=1) if as_json else report.as_text(found))


@main.command()
@click.option("--cycle", "month", type=MonthType(), required=True, help="The cycle (month), e.g. 2026-11.")
@click.option("--out", "path", type=click.Path(path_type=Path, dir_okay=False), required=True, help="What to write.")
@click.option(
    "--template",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Fill this workbook with placeholders instead; it is only read.",
)
@store_option
@click.pass_context
def review(context: click.Context, month: Any, path: Path, template: Path | None, store_path: Path | None) -> None:
    """Write the monthly review of a cycle as a workbook, or into a company's own form."""
    from cockpit.operations.reviews import write_review

    connection = open_reader(_path(context, store_path))
    try:
        if template is not None:
            _fill_template(connection, month, template, path)
            return
        write_review(connection, month, path, today=clock.today())
    finally:
        connection.close()
    click.echo(tr("已写好 {path}", path=path))


def _fill_template(connection: Any, month: Any, template: Path, path: Path) -> None:
    from cockpit.operations.template_review import fill_review_template, report_words

    report = fill_review_template(connection, month, template, path, today=clock.today())
    click.echo(report_words(report))
    for unfilled in report.unfilled:
        click.echo(unfilled.sentence, err=True)


@main.group("export")
def export_group() -> None:
    """Write lists, or everything, as files for other programs."""


def _list_command(kind: str, words: str) -> None:
    @export_group.command(kind, help=words)
    @click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
    @store_option
    @click.pass_context
    def command(context: click.Context, path: Path, store_path: Path | None) -> None:
        from cockpit.operations.exports import export_list

        connection = open_reader(_path(context, store_path))
        try:
            count = export_list(connection, kind, path)
        finally:
            connection.close()
        click.echo(tr("已写好 {path},共 {n} 行;改好后可以再导入。", path=path, n=count))


_list_command("deals", "Write all deals to the workbook PATH, to be edited and imported again.")
_list_command("people", "Write everybody to the workbook PATH, to be edited and imported again.")
_list_command("targets", "Write all targets as a grid to the workbook PATH, to be filled and imported again.")
_list_command("actions", "Write all improvement actions to the workbook PATH, to be edited and imported again.")


@export_group.command("everything")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--with-private-notes", is_flag=True, help="Also the private notes of one-on-ones.")
@store_option
@click.pass_context
def export_everything_command(
    context: click.Context, path: Path, with_private_notes: bool, store_path: Path | None
) -> None:
    """Write every table as a .csv file into the .zip archive PATH."""
    from cockpit.operations.everything import export_everything

    connection = open_reader(_path(context, store_path))
    try:
        written = export_everything(connection, path, with_private_notes=with_private_notes)
    finally:
        connection.close()
    click.echo(tr("已写好 {path}:{files} 个文件,{n} 行", path=path, files=len(written.rows), n=written.count))


@export_group.command("placeholders")
@click.option("--cycle", "month", type=MonthType(), required=True, help="The cycle (month), e.g. 2026-11.")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@store_option
@click.pass_context
def export_placeholders_command(context: click.Context, month: Any, path: Path, store_path: Path | None) -> None:
    """Write what a template may ask for, with the present values, as the workbook PATH."""
    from cockpit.operations.template_review import write_placeholders

    connection = open_reader(_path(context, store_path))
    try:
        count = write_placeholders(connection, month, path, today=clock.today())
    finally:
        connection.close()
    click.echo(tr("已写好 {path}:{n} 个占位符", path=path, n=count))


@main.command()
@store_option
@click.pass_context
def check(context: click.Context, store_path: Path | None) -> None:
    """Check the store: integrity, references, history against state."""
    from cockpit.metrics.data_to_mend import mend_report
    from cockpit.store.checks import check as check_store

    connection = open_reader(_path(context, store_path))
    try:
        findings = check_store(connection)
        to_mend = [] if findings else mend_report(connection, clock.today())
    finally:
        connection.close()
    for finding in findings:
        click.echo(str(finding), err=True)
    if findings:
        raise CockpitError(tr("检查发现 {n} 个问题。", n=len(findings)), tr("先备份,再用最近的好备份恢复。"))
    click.echo(tr("检查通过,没有发现问题。"))
    for line in to_mend:
        click.echo(line)


@main.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@store_option
@click.pass_context
def backup(context: click.Context, path: Path, store_path: Path | None) -> None:
    """Copy the store to PATH, verified. Works while the window is open."""
    from cockpit.store.backup import copy_verified

    connection = open_reader(_path(context, store_path))
    try:
        counted = copy_verified(connection, path)
    finally:
        connection.close()
    click.echo(tr("已备份到 {path},共 {n} 行,已核对。", path=path, n=sum(counted.values())))


@main.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@store_option
@click.pass_context
def restore(context: click.Context, path: Path, store_path: Path | None) -> None:
    """Put the backup PATH in the place of the store; the store that was there is kept beside it."""
    from cockpit.store.backup import restore as put_back

    kept = put_back(path, _path(context, store_path))
    click.echo(tr("已恢复。") + (" " + tr("原来的数据留在 {path}", path=kept) if kept else ""))


@main.command()
@store_option
@click.pass_context
def sample(context: click.Context, store_path: Path | None) -> None:
    """Make the fictional sample team in a store of its own."""
    from cockpit.sample import make_sample, sample_store_path

    path = store_path or context.obj or sample_store_path()
    with Store.open(path) as store:
        make_sample(store, clock.today())
    click.echo(tr("示例团队在 {path}", path=path))


def run() -> None:
    """Entry for a frozen program."""
    sys.exit(main())
