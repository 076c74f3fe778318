"""Four weeks of one CRM's export, and what went wrong in such files before."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cockpit.errors import CockpitError
from cockpit.model.stage_names import meaning_of
from cockpit.operations.imports import ImportReport, import_files
from cockpit.operations.operation import undo
from cockpit.store.checks import check as check_store
from cockpit.store.file import Store
from tests.excel.writing_files import write_text

HEAD = ("商机编号", "商机名称", "客户名称", "负责人", "商机阶段", "商机金额(元)", "预计成交日期", "备注")
WEEK_1: dict[str, tuple[str, ...]] = {
    "X-001": ("一期", "苏州恒通", "陈建国", "需求确定", "520000", "2026-11-30", "老客户"),
    "X-002": ("仓储", "浙江蓝海", "林晓燕", "方案报价", "185000.5", "2026-11-28", "要发票"),
    "X-004": ("门店", "上海百川", "赵敏", "初步接洽", "300000", "2027-01-15", "难"),
    "X-005": ("联网", "合肥远景", "赵敏", "赢单", "660000", "2026-11-06", ""),
    "X-007": ("同名项目", "苏州恒通", "陈建国", "初步接洽", "10000", "2026-12-20", ""),
    "X-008": ("同名项目", "苏州恒通", "陈建国", "初步接洽", "10000", "2026-12-20", ""),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        yield opened


def take(store: Store, path: Path, rows: list[tuple[str, ...]], day: int) -> ImportReport:
    return import_files(store, [write_text(path, rows)], today=date(2026, 11, day))[1]


def notes(report: ImportReport) -> dict[str, tuple[str, ...]]:
    return {note.kind: note.names for note in report.listed}


def changed(row: tuple[str, ...], **cells: str) -> tuple[str, ...]:
    names = ("name", "account", "owner", "stage", "amount", "close", "remark")
    return tuple(cells.get(name, value) for name, value in zip(names, row, strict=True))


def test_four_weeks(store: Store, tmp_path: Path) -> None:
    def week(number: int, deals: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        rows = [HEAD, *((key, *row) for key, row in deals.items())]
        return notes(take(store, tmp_path / f"week{number}.csv", rows, number * 7))

    deals = dict(WEEK_1)
    assert "gone" not in week(1, deals)
    del deals["X-007"]
    deals["X-001"] = changed(deals["X-001"], close="2026-12-10")
    deals["X-002"] = changed(deals["X-002"], stage="需求确定", remark="")
    deals["X-004"] = changed(deals["X-004"], owner="新同事")
    told = week(2, deals)
    assert told["gone"] == ("X-007 同名项目 (陈建国)",), "with name and owner: the manager knows no ids"
    assert told["moved_back"] == ("仓储",)
    assert told["handed_over"] == ("门店",)
    assert "pushed_often" not in told
    deals["X-001"] = changed(deals["X-001"], close="2027-01-10")
    deals["X-002"] = changed(deals["X-002"], amount="")
    deals["X-005"] = changed(deals["X-005"], stage="商务谈判", close="2026-12-31")
    told = week(3, deals)
    assert told["reopened"] == ("联网",)
    assert "handed_over" not in told and "pushed_often" not in told
    deals["X-001"] = changed(deals["X-001"], close="2027-02-10")
    assert week(4, deals)["pushed_often"] == ("一期",)
    kept = store.connection.execute("SELECT amount, remark FROM deals WHERE external_id = 'X-002'").fetchone()
    assert tuple(kept) == (18500050, "要发票"), "a blank cell erases nothing"
    assert not check_store(store.connection)


def test_ids_that_come_later_belong_to_the_deals_that_are_there(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path / "1.csv", [HEAD[1:], *list(WEEK_1.values())[:4]], 1)
    report = take(store, tmp_path / "2.csv", [HEAD, *((key, *row) for key, row in WEEK_1.items())], 8)
    assert (report.counts["deals"].added, report.counts["deals"].changed) == (2, 4)
    assert notes(report)["first_ids"] == ("X-001", "X-002", "X-004", "X-005")
    ids = store.connection.execute("SELECT external_id FROM deals ORDER BY 1").fetchall()
    assert [row[0] for row in ids] == sorted(WEEK_1), "the two of the same name are two"
    assert not check_store(store.connection)
    undo(store)
    assert store.connection.execute("SELECT count(*), count(external_id) FROM deals").fetchone()[:] == (4, 0)


def test_new_open_deals_without_an_owner_are_counted(store: Store, tmp_path: Path) -> None:
    rows = [(key, *changed(row, owner="" if key in ("X-001", "X-005") else row[2])) for key, row in WEEK_1.items()]
    [note] = [note for note in take(store, tmp_path / "1.csv", [HEAD, *rows], 1).listed if note.kind == "without_owner"]
    assert note.n == 1, "the won one has no owner either, which harms nobody"


@pytest.mark.parametrize("name", ["非赢单", "赢单率评估", "赢单概率评估", "Not won", "未赢单"])
def test_a_chance_to_win_or_a_denial_is_not_won(name: str) -> None:
    assert meaning_of(name).kind == "open"


def test_data_in_a_hidden_sheet_are_told(store: Store, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book: Any = Workbook()
    book.active.append(["封面"])
    sheet = book.create_sheet("数据")
    for row in (HEAD, *((key, *row) for key, row in WEEK_1.items())):
        sheet.append(row)
    sheet.sheet_state = "hidden"
    book.save(tmp_path / "商机.xlsx")
    with pytest.raises(CockpitError, match="数据在隐藏的工作表“数据”里"):
        import_files(store, [tmp_path / "商机.xlsx"], today=date(2026, 11, 26))


def test_the_lock_file_of_an_open_workbook(store: Store, tmp_path: Path) -> None:
    (tmp_path / "~$商机.xlsx").write_bytes(b"\x05owner" + bytes(160))
    with pytest.raises(CockpitError, match="临时文件") as told:
        import_files(store, [tmp_path / "~$商机.xlsx"], today=date(2026, 11, 26))
    assert "商机.xlsx" in told.value.next_step


def test_an_owner_merged_over_several_deals_owns_them_all(store: Store, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book: Any = Workbook()
    sheet = book.active
    for row in (
        ("负责人", "商机", None, "阶段", "金额"),
        (None, "商机名称", "客户名称", None, None),
        ("陈佳", "甲", "华信", "方案报价", 1),
        (None, "乙", "远景", "方案报价", 2),
        ("李雯", "丙", "蓝海", "方案报价", 3),
        (None, "丁", "海川", "方案报价", 4),
    ):
        sheet.append(row)
    for cells in ("A1:A2", "B1:C1", "D1:D2", "E1:E2", "A3:A4"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "商机.xlsx")
    import_files(store, [tmp_path / "商机.xlsx"], today=date(2026, 11, 26))
    query = "SELECT d.name, p.name FROM deals AS d LEFT JOIN people AS p ON p.id = d.owner_id ORDER BY d.amount"
    owners = [tuple(row) for row in store.connection.execute(query)]
    assert owners == [("甲", "陈佳"), ("乙", "陈佳"), ("丙", "李雯"), ("丁", None)], "what is not merged is blank"
