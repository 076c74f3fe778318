"""The same file a second time: known at once where nothing can have changed, and read again wherever something may."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cockpit.excel import reading_process
from cockpit.operations import deals, operation
from cockpit.operations.imports import import_files, past_imports
from cockpit.store.checks import check
from cockpit.store.file import Store
from tests.excel.writing_files import HEADINGS, TODAY, column, take, write_text

ROWS = (
    ("D-1", "华信", "华信科技", "李雯", "方案报价", "460000", "2026-09-02", "2026-11-28"),
    ("D-2", "远川", "远川能源", "李雯", "方案报价", "120000", "2026-09-02", "2026-12-01"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_text(tmp_path / "商机.csv", [HEADINGS, *ROWS])


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Whether no file has been opened since: the name of every file that is read is noted."""
    from cockpit.operations import imports

    opened: list[object] = []
    honest = imports.open_files

    def noting(*arguments: object, **options: object) -> object:
        opened.append(arguments)
        return honest(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(imports, "open_files", noting)

    def nothing_was_opened() -> bool:
        found = not opened
        opened.clear()
        return found

    return nothing_was_opened


def test_the_same_file_again_is_known_without_being_read(store: Store, path: Path, unread: Callable[[], bool]) -> None:
    first = take(store, path)
    assert not unread()
    before = [line for line in store.connection.iterdump() if 'INSERT INTO "imports"' not in line]
    again = take(store, path)
    assert unread()
    assert again.counts["deals"].as_json() == {"added": 0, "changed": 0, "unchanged": 2, "refused": 0}
    assert first.counts["deals"].added == 2 and again.totals.added == 0
    assert "同一份文件" in again.as_text()
    assert [line for line in store.connection.iterdump() if 'INSERT INTO "imports"' not in line] == before
    assert len(past_imports(store.connection)) == 2, "that it was tried stays true"
    take(store, path)
    assert unread() and check(store.connection) == []


FILES = {
    "deals": [HEADINGS, *ROWS],
    "people": [("姓名", "团队", "主管", "入职日期"), ("李雯", "华东", "王强", "2024-03-01"), ("陈佳", "华北", "", "")],
    "accounts": [("客户名称", "行业", "所在地区", "客户负责人"), ("华信科技", "软件", "上海", "李雯")],
    "products": [("产品名称", "产品系列", "标价"), ("GTX", "G", "550")],
    "targets": [("姓名", "2026-11", "2026-12"), ("李雯", "100", "200")],
}


@pytest.mark.parametrize("kind", FILES)
def test_what_it_says_is_what_reading_would_have_said(
    kind: str, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unread: Callable[[], bool]
) -> None:
    if kind == "targets":
        take(store, write_text(tmp_path / "people.csv", FILES["people"]))
    path = write_text(tmp_path / "a.csv", FILES[kind])
    first = take(store, path)
    assert first.counts[kind].added > 0, "the file is of that kind"  # type: ignore[index]
    unread()
    known = take(store, path)
    assert unread()
    from cockpit.operations import imports

    monkeypatch.setattr(imports, "same_again", lambda *_: None)
    assert take(store, path).counts == known.counts


def test_only_looking_is_answered_as_well_and_keeps_nothing(
    store: Store, path: Path, unread: Callable[[], bool]
) -> None:
    take(store, path)
    unread()
    report = take(store, path, dry_run=True)
    assert unread() and report.dry_run and report.totals.unchanged > 0
    assert len(past_imports(store.connection)) == 1


def one_cell(store: Store, path: Path) -> None:
    del store
    path.write_text(path.read_text("utf-8").replace("460000", "470000"), "utf-8")


def edited(store: Store, path: Path) -> None:
    del path
    deals.edit_deals(store, [1], "amount", 1, today=TODAY)


def undone(store: Store, path: Path) -> None:
    del path
    operation.undo(store)


def other_file_between(store: Store, path: Path) -> None:
    take(store, write_text(path.with_name("别的.csv"), [HEADINGS, ("D-3", *ROWS[0][1:])]))


BETWEEN = {"one cell": one_cell, "an edit": edited, "undo": undone, "another import": other_file_between}


@pytest.mark.parametrize("what", BETWEEN)
def test_whatever_happened_in_between_the_file_is_read(
    what: str, store: Store, path: Path, unread: Callable[[], bool]
) -> None:
    take(store, path)
    BETWEEN[what](store, path)
    unread()
    take(store, path)
    assert not unread()
    assert column(store, "amount")[0] == (47_000_000 if what == "one cell" else 46_000_000)


def test_undone_and_done_again_it_is_read_and_known_only_after_that(
    store: Store, path: Path, unread: Callable[[], bool]
) -> None:
    take(store, path)
    operation.undo(store)
    operation.redo(store)
    unread()
    assert take(store, path).totals.unchanged > 0


@pytest.mark.parametrize("options", [{"mode": "add"}, {"erase_blanks": True}, {"conflicts": "file"}])
def test_under_other_decisions_the_file_is_read(
    options: dict[str, object], store: Store, path: Path, unread: Callable[[], bool]
) -> None:
    take(store, path)
    unread()
    take(store, path, **options)
    assert not unread()


def test_on_another_day_or_after_another_currency_the_file_is_read(
    store: Store, path: Path, unread: Callable[[], bool]
) -> None:
    from cockpit.store.settings import write_setting

    take(store, path)
    unread()
    import_files(store, [path], today=TODAY + timedelta(days=1))
    assert not unread()
    take(store, path)
    unread()
    write_setting(store, "currency", "USD")
    take(store, path)
    assert not unread()


def test_refused_rows_are_refused_again_with_their_reasons(
    store: Store, tmp_path: Path, unread: Callable[[], bool]
) -> None:
    path = write_text(tmp_path / "商机.csv", [HEADINGS, *ROWS, ("D-9", "坏", "x", "李雯", "方案报价", "很多", "", "")])
    take(store, path)
    unread()
    report = take(store, path)
    assert not unread() and report.counts["deals"].refused == 1 and len(report.tables) == 1


def test_the_process_that_reads_files_is_not_even_begun(store: Store, path: Path) -> None:
    take(store, path)
    reading_process.dismiss()
    take(store, path)
    assert reading_process._waiting == []


def test_a_list_of_our_own_is_always_read(store: Store, path: Path, unread: Callable[[], bool]) -> None:
    from cockpit.operations.exports import export_deals

    take(store, path)
    export_deals(store.connection, None, path.with_name("导出.xlsx"))
    take(store, path.with_name("导出.xlsx"))
    unread()
    take(store, path.with_name("导出.xlsx"))
    assert not unread()
