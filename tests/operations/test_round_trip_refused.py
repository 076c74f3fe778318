"""A list comes back from a spreadsheet: rows and cells that are refused, and why."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cockpit.errors import CockpitError
from cockpit.operations import actions
from cockpit.operations.people import add_team, move_to_team
from cockpit.store.file import Store
from tests.operations.round_trip_files import (
    TODAY,
    add_row,
    content,
    edit,
    exported,
    planned,
    read_back,
)
from tests.operations.round_trip_store import MONTH, reasons, store, value

__all__ = ["store"]


BAD_CELLS: list[tuple[str, str, str, Any, str]] = [
    ("deals", "D1", "金额", "很多", "读不成金额"), ("deals", "D1", "金额", -5, "不能小于 0"),
    ("deals", "D1", "阶段", "没有的阶段", "没有这个阶段"),
    ("deals", "D1", "成交日期", datetime(2026, 11, 1), "不能有成交日期"),
    ("deals", "D1", "负责人", "王五", "没有这个人"), ("deals", "D1", "产品", "没有的", "没有这个产品"),
    ("deals", "D1", "预计成交", "2026-02-30", "没有这一天"), ("deals", "D1", "预测类别", "也许", "承诺成交"),
    ("deals", "D1", "币种", "贝壳", "不是币种"), ("people", "P1", "离职日期", datetime(2020, 1, 1), "早于入职"),
    ("people", "P1", "团队", "没有的", "没有这个团队"), ("people", "P1", "风格", "狮子", "老虎"),
    ("targets", "T2026-P1-W1", "3月", -1, "负数"),
    ("targets", "T2026-G1-V1", "3月", 1.5, "不是整数"),
    ("targets", "T2026-P1-W1", "3月", "不少", "读不成数字"),
    ("actions", "A2", "目标数值", 0.5, "已经约定"), ("actions", "A2", "责任人", "李雯", "已经约定"),
    ("actions", "A1", "衡量指标", "没有的", "没有这个指标"), ("actions", "A1", "到期日", "改天", "读不成日期"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "number", "heading", "bad", "why"), BAD_CELLS)
def test_a_value_that_the_window_would_not_take_is_refused(
    store: Store, tmp_path: Path, kind: str, number: str, heading: str, bad: Any, why: str
) -> None:
    path = edit(exported(store, kind, tmp_path), (number, heading, bad))
    before = content(store)
    plan = read_back(store, path)
    [problem] = plan.problems
    assert problem.column == heading and why in problem.reason
    assert content(store) == before


def test_a_closed_action_is_not_changed_any_more(store: Store, tmp_path: Path) -> None:
    actions.confirm_verdict(store, 2, "effective", MONTH.next, MONTH.next.start)
    path = edit(exported(store, "actions", tmp_path), ("A2", "改进动作", "别的"))
    assert [column for _, column, _ in reasons(store, path)] == ["改进动作"]


def test_ids_that_are_unknown_repeated_or_without_version_are_refused(store: Store, tmp_path: Path) -> None:
    path = exported(store, "deals", tmp_path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row, (number, version, name) in enumerate(
        [("D99", sheet["B2"].value, "没有的"), ("D1", sheet["B2"].value, "又一次"), ("D2", "v1", "改过版本")], 4
    ):
        for column, cell in enumerate((number, version, name), 1):
            sheet.cell(row, column, cell)
    book.save(path)
    found = {row: reason for row, _, reason in reasons(store, path)}
    assert "没有这条记录" in found[4] and "重复" in found[5] and "第 2 行" in found[5]
    # The second row of D2: that it is one is seen first.
    assert "重复" in found[6] and len(found) == 3
    edit(exported(store, "deals", tmp_path), ("D1", "版本", "改过"))
    assert "版本" in reasons(store, tmp_path / "deals.xlsx")[0][2]


def test_a_deleted_record_is_refused_when_edited_and_listed_when_not(store: Store, tmp_path: Path) -> None:
    path = exported(store, "deals", tmp_path)
    store.connection.execute("UPDATE deals SET deleted_at = '2026-11-25T00:00:00.000Z' WHERE id = 1")
    assert [note.kind for note in planned(store, path).listed] == ["gone"]
    assert "已经删除" in reasons(store, edit(path, ("D1", "金额", 5)))[0][2]


def test_a_list_of_another_store_or_another_version_is_refused_in_a_sentence(store: Store, tmp_path: Path) -> None:
    path = exported(store, "deals", tmp_path)
    with Store.open(tmp_path / "other.sqlite") as other, pytest.raises(CockpitError) as refused:
        planned(other, path)
    assert "另一份数据" in str(refused.value) and refused.value.next_step
    version = load_workbook(path).worksheets[0]["B2"].value
    edit(path, ("D1", "版本", version.replace("v1", "v2", 1)))
    with pytest.raises(CockpitError) as refused:
        planned(store, path)
    assert "另一个版本" in str(refused.value)


def test_a_list_whose_versions_were_deleted_is_refused_in_a_sentence(store: Store, tmp_path: Path) -> None:
    path = exported(store, "deals", tmp_path)
    book = load_workbook(path)
    book.worksheets[0].delete_cols(2)
    book.worksheets[0].tables.clear()
    book.save(path)
    with pytest.raises(CockpitError) as refused:
        planned(store, path)
    assert "版本" in str(refused.value)


NEW_ROWS: list[tuple[str, dict[str, Any], str]] = [
    ("deals", {"金额": 5}, "要有名称"), ("deals", {"商机名称": "华信ERP", "客户": "华信科技"}, "一样"),
    ("deals", {"商机名称": "新", "阶段": "初步接触", "成交日期": "2026-11-01"}, "不能有成交日期"),
    ("people", {"姓名": "李 雯"}, "一样"), ("people", {"团队": "华东"}, "不能为空"),
    ("targets", {"谁的目标": "谁", "年份": 2026}, "没有这个人"), ("targets", {"谁的目标": "李雯"}, "年份"),
    ("targets", {"谁的目标": "李雯", "年份": 2026, "衡量指标": "赢单收入"}, "同一个目标"),
    ("actions", {"改进动作": "没有人做"}, "责任人"), ("actions", {"责任人": "李雯"}, "还没写"),
    ("actions", {"改进动作": "每周多约一家", "责任人": "李雯", "周期": "2026-11"}, "已经有"),
    ("actions", {"改进动作": "新", "责任人": "李雯", "周期": "哪天"}, "读不成周期"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "row", "why"), NEW_ROWS)
def test_a_new_row_that_cannot_be_taken_is_refused(
    store: Store, tmp_path: Path, kind: str, row: dict[str, Any], why: str
) -> None:
    path = add_row(exported(store, kind, tmp_path), **row)
    before = content(store)
    plan = read_back(store, path)
    assert [why in problem.reason for problem in plan.problems] == [True], plan.problems
    assert content(store) == before


def test_a_new_deal_that_is_much_like_another_is_taken_and_listed(store: Store, tmp_path: Path) -> None:
    path = add_row(exported(store, "deals", tmp_path), 商机名称="华信 ERP 二期工程实施", 客户="华信科技")
    add_row(path, 商机名称="华信 ERP 二期工程实施。", 客户="华信科技集团")
    add_row(path, 商机名称="华信 ERP 二期工程实", 客户="华信科技", 负责人="李雯", 金额="12万", 重点商机="是")
    plan = read_back(store, path)
    assert plan.counts()["deals"].added == 3
    assert [note.kind for note in plan.listed] == ["alike", "new_accounts"] and plan.listed[0].n == 1
    assert value(store, "SELECT owner_id, amount, is_major, state, created_on FROM deals WHERE id = 5") == (
        1, 12_000_000, 1, "open", "2026-11-25",
    )  # fmt: skip


def test_somebody_who_moved_teams_since_keeps_the_new_team(store: Store, tmp_path: Path) -> None:
    path = exported(store, "people", tmp_path)
    add_team(store, "华南")
    move_to_team(store, 1, 2, TODAY)
    plan = read_back(store, edit(path, ("P1", "区域", "深圳")))
    assert not plan.conflicts
    assert value(store, "SELECT team_id FROM memberships WHERE person_id = 1 AND to_on IS NULL") == 2


def test_the_lists_of_other_programs_are_not_taken_for_ours(store: Store, tmp_path: Path) -> None:
    from cockpit.excel.reading import read_sheets
    from cockpit.excel.round_trip_reading import take_returned
    from tests.excel.writing_files import write_workbook

    path = write_workbook(
        tmp_path / "hubspot.xlsx",
        ("deals", [("Record ID", "Deal Name", "Version"), (101, "A", "1.0"), (102, "B", "2")]),
    )
    sheets = read_sheets(path)
    assert take_returned(sheets) == ([], sheets)
