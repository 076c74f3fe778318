"""An exported list through the import as it is: command line, report, undo, mended rows, other tables beside it."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cockpit.errors import CockpitError
from cockpit.operations import deals
from cockpit.operations.exports import export_list
from cockpit.operations.import_preview import make_preview
from cockpit.operations.imports import apply_plan, import_files, open_files, past_imports, read_plan, save_refused
from cockpit.operations.operation import undo
from cockpit.operations.people import add_person
from cockpit.store.file import Store
from tests.operations.round_trip_files import TODAY, content, drop_row, edit, exported
from tests.test_cli import cockpit


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store.open(tmp_path / "cockpit.sqlite")
    add_person(opened, "李雯")
    for name in ("华信 ERP", "远景 MES"):
        deals.add_deal(opened, name=name, today=TODAY, fields={"amount": 100})
    return opened


def amounts(store: Store) -> list[int]:
    return [amount for (amount,) in store.connection.execute("SELECT amount FROM deals ORDER BY id")]


def test_a_list_that_was_edited_is_imported_and_undone_as_one(store: Store, tmp_path: Path) -> None:
    before = content(store)
    path = edit(exported(store, "deals", tmp_path), ("D1", "金额", 7), ("D2", "阶段", "赢单"))
    _, report = import_files(store, [path], today=TODAY)
    assert report.counts["deals"].as_json() | {"changed": 2, "added": 0} == report.counts["deals"].as_json()
    assert amounts(store) == [700, 100]
    [past] = past_imports(store.connection)
    assert json.dumps(past.report) and past.report["files"][0]["kind"] == "deals"
    undo(store)
    assert content(store) == before


@pytest.mark.parametrize("kind", ["deals", "people", "targets", "actions"])
def test_a_list_that_was_not_edited_is_no_step_to_undo(store: Store, tmp_path: Path, kind: str) -> None:
    before = content(store)
    export_list(store.connection, kind, tmp_path / "a.xlsx")
    changes, report = import_files(store, [tmp_path / "a.xlsx"], today=TODAY)
    assert not changes.undoable and not changes and content(store) == before
    assert not report.problems


def test_the_preview_shows_old_and_new_and_what_is_missing(store: Store, tmp_path: Path) -> None:
    path = drop_row(edit(exported(store, "deals", tmp_path), ("D1", "金额", 7)), "D2")
    plan = read_plan(store, open_files([path]), TODAY)
    preview = make_preview(plan, store.connection)
    sections = {section.key: section for section in preview.sections}
    assert list(sections["deals:changed"].fetch(0, 9)) == [("2", "华信 ERP", "金额", "¥1.00", "¥7.00")]
    assert list(sections["deals:missing"].fetch(0, 9)) == [("远景 MES",)]
    assert preview.changes_something


def test_what_changed_while_the_preview_was_looked_at_becomes_a_conflict(store: Store, tmp_path: Path) -> None:
    plan = read_plan(store, open_files([edit(exported(store, "deals", tmp_path), ("D1", "金额", 7))]), TODAY)
    assert plan.conflicts == []
    deals.edit_deals(store, [1], "amount", 900, today=TODAY)
    _, report = apply_plan(store, plan, today=TODAY)
    assert amounts(store) == [900, 100] and "华信 ERP" in str(report.listed[0])


def test_refused_rows_are_mended_and_imported_again(store: Store, tmp_path: Path) -> None:
    path = edit(exported(store, "deals", tmp_path), ("D1", "金额", "很多"), ("D2", "金额", 8))
    _, report = import_files(store, [path], today=TODAY)
    assert amounts(store) == [100, 800] and report.counts["deals"].refused == 1
    mended = tmp_path / "mended.xlsx"
    assert save_refused(report, mended) == 1
    sheet = load_workbook(mended).worksheets[0]
    heading = {cell.value: cell.column for cell in sheet[1]}
    assert "读不成金额" in str(sheet.cell(2, 1).value)
    sheet.cell(2, heading["金额"]).value = 9  # type: ignore[arg-type]
    assert sheet.parent is not None
    sheet.parent.save(mended)
    import_files(store, [mended], today=TODAY)
    assert amounts(store) == [900, 800]


def test_several_lists_and_an_ordinary_table_come_together(store: Store, tmp_path: Path) -> None:
    people = edit(exported(store, "people", tmp_path), ("P1", "区域", "上海"))
    of_deals = edit(exported(store, "deals", tmp_path), ("D1", "金额", 7), ("D1", "负责人", "李雯"))
    crm = tmp_path / "crm.csv"
    crm.write_text("商机编号,商机名称,客户名称,负责人,阶段,金额\nX-1,别的商机,蓝海,陈佳,方案报价,5000\n", "utf-8")
    import_files(store, [people, of_deals, crm], today=TODAY)
    found = store.connection.execute("SELECT name, amount, owner_id FROM deals ORDER BY id").fetchall()
    assert found == [("华信 ERP", 700, 1), ("远景 MES", 100, None), ("别的商机", 500_000, 2)]
    undo(store)
    assert amounts(store) == [100, 100]


def test_lists_on_the_command_line(store: Store, tmp_path: Path) -> None:
    """Exported, edited, edited here too, imported; the file's value is taken where that is said."""
    path, at = tmp_path / "deals.xlsx", store.path
    store.close()
    assert "2" in cockpit("--store", at, "export", "deals", path).stdout
    edit(path, ("D1", "金额", 7))
    with Store.open(at) as opened:
        deals.edit_deals(opened, [1], "amount", 900, today=TODAY)
    told = cockpit("--store", at, "import", path)
    assert told.returncode == 0 and "保留了驾驶舱里的" in told.stdout
    assert cockpit("--store", at, "import", "--conflicts", "file", path).returncode == 0
    with Store.open(at) as opened:
        assert amounts(opened) == [700, 100]
    for kind in ("people", "targets", "actions"):
        assert cockpit("--store", at, "export", kind, tmp_path / f"{kind}.xlsx").returncode == 0
    assert cockpit("--store", at, "export", "deals", tmp_path / "gone" / "a.xlsx").returncode == 1


def test_a_list_of_another_store_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = edit(exported(store, "deals", tmp_path), ("D1", "金额", 7))
    with Store.open(tmp_path / "other.sqlite") as other, pytest.raises(CockpitError):
        import_files(other, [path], today=TODAY)


def test_text_copied_from_the_list_is_read_back_too(store: Store, tmp_path: Path) -> None:
    """Saved as text by a spreadsheet: amounts with separators, days as it writes them."""
    lines = [[cell.value for cell in row] for row in load_workbook(exported(store, "deals", tmp_path)).worksheets[0]]
    heading = lines[0].index("金额")
    lines[1][heading] = "1,234.50"
    path = tmp_path / "商机.csv"
    quoted = "\n".join(",".join(f'"{"" if cell is None else str(cell)[:40_000]}"' for cell in line) for line in lines)
    path.write_text(quoted.replace(" 00:00:00", ""), "utf-8-sig")
    _, report = import_files(store, [path], today=TODAY)
    assert amounts(store) == [123_450, 100] and not report.problems and not report.listed
