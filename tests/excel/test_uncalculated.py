"""Formulas that a program wrote and no spreadsheet has calculated: told, never taken for blanks."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from cockpit.excel import uncalculated
from cockpit.excel.reading import read_sheets
from cockpit.store.file import Store
from tests.excel.making_bad_files import strict
from tests.excel.writing_files import HEADINGS, column, take

ROWS = (
    ("D-1", "华信", "华信科技", "李雯", "方案报价", "=400000+60000", "2026-09-02", "2026-11-28"),
    ("D-2", "远川", "远川能源", "李雯", "方案报价", 120_000, "2026-09-02", "=DATE(2026,12,1)"),
    ("D-3", "海岳", "海岳仪表", "李雯", "方案报价", 90_000, "2026-09-02", "2026-11-28"),
)


def written(path: Path) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(HEADINGS)
    for row in ROWS:
        sheet.append(row)
    sheet["J1"] = '="注"&1'
    workbook.save(path)
    return path


def test_amounts_and_days_that_nobody_calculated_are_refused_with_the_formula(store: Store, tmp_path: Path) -> None:
    report = take(store, written(tmp_path / "公式.xlsx"))
    refused = {(one.row, one.column, one.value, one.reason) for one in report.problems}
    said = "公式没有算出的值,请在 Excel 里打开并保存一次再导入"
    assert refused == {
        (2, HEADINGS[5], "=400000+60000", said), (3, HEADINGS[7], "=DATE(2026,12,1)", said),
    }  # fmt: skip
    assert column(store, "name") == ["海岳"]


@pytest.mark.parametrize("is_strict", [False, True])
def test_the_formula_stands_where_its_value_would(tmp_path: Path, is_strict: bool) -> None:
    path = written(tmp_path / "公式.xlsx")
    if is_strict:
        path.write_bytes(strict(path.read_bytes()))
    [sheet] = read_sheets(path)
    assert sheet.rows[1][5] == "=400000+60000" and sheet.rows[0][9] == '="注"&1' and sheet.rows[3][5] == 90_000


def test_a_formula_that_came_out_as_an_empty_text_is_a_blank(tmp_path: Path) -> None:
    from tests.excel.making_bad_files import SHEET, with_members

    path = written(tmp_path / "公式.xlsx")

    def calculated(name: str, body: bytes) -> bytes:
        body = body.replace(b"<v />", b"<v></v>").replace(b"<v/>", b"<v></v>")
        return body.replace(b'<c r="F2">', b'<c r="F2" t="str">') if name == SHEET else body

    path.write_bytes(with_members(path.read_bytes(), calculated))
    [sheet] = read_sheets(path)
    assert sheet.rows[1][5] == "" and sheet.rows[2][7] == "=DATE(2026,12,1)"


@pytest.mark.parametrize("at_once", [1_000, 1_013, 1_300, 2_000])
def test_a_long_sheet_is_looked_through_part_by_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(uncalculated, "LOOKED_AT", at_once)
    path = tmp_path / "长.xlsx"
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in range(1, 101):
        sheet.append((row, f'=A{row}&"<客户>"', "x"))
    workbook.save(path)
    assert uncalculated.uncalculated_cells(path) == {
        "Sheet": {(row - 1, 1): f'=A{row}&"<客户>"' for row in range(1, 101)}
    }
