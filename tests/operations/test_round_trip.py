"""A list goes out, is edited in a spreadsheet, and comes back: what is taken and what is asked."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cockpit.language import speaking
from cockpit.model.cycles import Month
from cockpit.operations import deals
from cockpit.operations.operation import undo
from cockpit.operations.people import add_person, add_team, edit_person
from cockpit.operations.round_trip_rows import TargetId
from cockpit.operations.targets import LEVELS, MEASURES, TargetCell, paste_targets
from cockpit.store.file import Store
from tests.operations.round_trip_files import (
    EXPORTS,
    TODAY,
    add_row,
    content,
    drop_row,
    edit,
    exported,
    planned,
    read_back,
)
from tests.operations.round_trip_store import reasons, stage, store, value

__all__ = ["store"]


@pytest.mark.parametrize("kind", EXPORTS)
@pytest.mark.parametrize("code", ["zh", "en"])
def test_what_comes_back_as_it_went_out_changes_nothing(store: Store, tmp_path: Path, kind: str, code: Any) -> None:
    """Whatever language it was exported in, and whatever is spoken when it comes back."""
    before = content(store)
    with speaking(code):
        path = exported(store, kind, tmp_path)
    plan = read_back(store, path)
    assert content(store) == before
    assert not plan.changes_something and plan.problems == [] and plan.listed == []
    assert plan.counts()[kind].unchanged > 0  # type: ignore[index]


def test_the_workbook_is_a_table_that_can_be_worked_in(store: Store, tmp_path: Path) -> None:
    book: Any = load_workbook(exported(store, "deals", tmp_path))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]][:6] == ["记录ID", "版本", "商机名称", "客户", "负责人", "阶段"]
    assert [table.ref for table in sheet.tables.values()] == ["A1:Z3"]
    assert sheet.freeze_panes == "D2"
    row = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert row["金额"].value == 120_000.5 and row["金额"].number_format == "#,##0.00"
    assert row["预计成交"].value == datetime(2026, 12, 20)
    # What begins like a formula is a text, and stays one.
    assert row["下一步"].value == "=1+1" and row["下一步"].data_type == "s"
    offered = {str(one.sqref).split(":")[0]: one for one in sheet.data_validations.dataValidation}
    hidden = book["_cockpit"]
    assert hidden.sheet_state == "hidden"
    letter = offered["F2"].formula1.split("$")[1]
    listed = [cell.value for cell in hidden[letter][1:] if cell.value]
    assert listed == ["初步接触", "需求确认", "方案报价", "商务谈判", "赢单", "丢单"]
    assert "流程" in offered["F2"].prompt
    properties = {one.name: one.value for one in book.custom_doc_props.props}
    assert properties["cockpit_kind"] == "deals" and properties["cockpit_schema"] == "1"
    assert properties["cockpit_exported_at"].startswith("20")


# --- edited in the file only -------------------------------------------------------------------------------------


def test_edited_cells_of_a_deal_are_taken_and_nothing_else(store: Store, tmp_path: Path) -> None:
    path = edit(
        exported(store, "deals", tmp_path),
        ("D1", "金额", 88), ("D1", "负责人", "陈佳"), ("D1", "预计成交", datetime(2027, 1, 5)),
        ("D1", "客户", "新客户"),
        ("D1", "重点商机", "否"), ("D1", "预测类别", "最好情形"), ("D1", "币种", "人民币"), ("D1", "下一步", "@拜访"),
    )  # fmt: skip
    before = content(store)
    plan = read_back(store, path)
    assert plan.counts()["deals"].as_json() == {"added": 0, "changed": 1, "unchanged": 1, "refused": 0}
    assert value(
        store,
        "SELECT amount, owner_id, expected_close, is_major, forecast_category, currency, next_step, remark FROM deals"
        " WHERE id = 1",
    ) == (8_800, 2, "2027-01-05", 0, "best_case", "CNY", "@拜访", "第一行\n第二行")
    assert value(store, "SELECT a.name FROM deals d JOIN accounts a ON a.id = d.account_id WHERE d.id = 1") == "新客户"
    assert content(store)["deals"][1] == before["deals"][1]
    history = {
        field
        for (field,) in store.connection.execute(
            "SELECT field FROM deal_history WHERE operation_id = (SELECT max(operation_id) FROM deal_history)"
        )
    }
    assert history == {"amount", "owner", "expected_close", "forecast_category"}
    undo(store)
    assert content(store) == before


def test_customers_that_a_list_would_add_are_listed_beside_those_that_they_are_much_like(
    store: Store, tmp_path: Path
) -> None:
    path = edit(exported(store, "deals", tmp_path), ("D1", "客户", "华信科枝"), ("D2", "客户", "云岭建材"))
    [note] = read_back(store, path).listed
    assert note.kind == "new_accounts" and note.n == 2
    assert "“华信科枝”像是“华信科技”" in str(note) and "云岭建材" in str(note)
    path = edit(exported(store, "deals", tmp_path), ("D1", "客户", "远景"))
    assert read_back(store, path).listed == []


def test_the_same_file_a_second_time_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = edit(exported(store, "deals", tmp_path), ("D1", "金额", 88), ("D1", "阶段", "赢单"))
    add_row(path, 商机名称="全新的", 阶段="需求确认", 客户="远景")
    read_back(store, path)
    after = content(store)
    plan = read_back(store, path)
    assert content(store) == after
    assert [problem.column for problem in plan.problems] == ["商机名称"] and not plan.conflicts


def test_a_won_stage_closes_the_deal_on_the_day_that_is_told_or_today(store: Store, tmp_path: Path) -> None:
    path = edit(exported(store, "deals", tmp_path), ("D1", "阶段", "赢单"), ("D1", "成交日期", datetime(2026, 11, 3)))
    read_back(store, path)
    assert value(store, "SELECT state, closed_on FROM deals WHERE id = 1") == ("won", "2026-11-03")
    assert value(store, "SELECT effective_at FROM deal_history WHERE deal_id = 1 AND field = 'state'") == "2026-11-03"
    read_back(store, edit(exported(store, "deals", tmp_path), ("D1", "阶段", "方案报价")))
    assert value(store, "SELECT state, closed_on FROM deals WHERE id = 1") == ("open", None)
    read_back(store, edit(exported(store, "deals", tmp_path), ("D1", "阶段", "丢单"), ("D1", "丢单原因", "价格")))
    assert value(store, "SELECT state, closed_on, lost_reason FROM deals WHERE id = 1") == (
        "lost",
        "2026-11-25",
        "价格",
    )


def test_people_and_their_team(store: Store, tmp_path: Path) -> None:
    add_team(store, "华南")
    path = edit(
        exported(store, "people", tmp_path),
        ("P1", "团队", "华南"), ("P1", "风格", "孔雀"), ("P2", "角色", "主管"), ("P2", "入职日期", "2025/6/1"),
    )  # fmt: skip
    add_row(path, 姓名="周启航", 团队="华南", 邮箱="zhou@example.com")
    read_back(store, path)
    assert value(store, "SELECT style FROM people WHERE id = 1") == "peacock"
    assert value(store, "SELECT role, hired_on FROM people WHERE id = 2") == ("supervisor", "2025-06-01")
    assert value(store, "SELECT name, role, email, initials FROM people WHERE id = 3") == (
        "周启航", "seller", "zhou@example.com", "zqh",
    )  # fmt: skip
    teams = dict(store.connection.execute("SELECT person_id, team_id FROM memberships WHERE to_on IS NULL"))
    assert teams == {1: 2, 2: 1, 3: 2}


def test_targets_are_filled_in_the_grid(store: Store, tmp_path: Path) -> None:
    path = edit(
        exported(store, "targets", tmp_path),
        ("T2026-P1-W1", "11月", 70_000), ("T2026-P2-W1", "12月", "12万"),
        ("T2026-G1-V1", "1月", 5), ("T2026-ALL-W1", "11月", 150_000.25),
    )  # fmt: skip
    add_row(path, 谁的目标="李雯", 年份=2027, 衡量指标="赢单收入", 目标档位="冲刺", **{"1月": 1})
    read_back(store, path)
    found = store.connection.execute(
        "SELECT month, person_id, team_id, measure, level, value FROM targets ORDER BY month, person_id, team_id"
    ).fetchall()
    assert found == [
        ("2026-01", None, 1, "new_touches", "target", 5),
        ("2026-11", None, None, "won_revenue", "target", 15_000_025),
        ("2026-11", None, 1, "new_touches", "target", 12),
        ("2026-11", 1, None, "won_revenue", "target", 7_000_000),
        ("2026-12", 1, None, "won_revenue", "target", 60_000_50),
        ("2026-12", 2, None, "won_revenue", "target", 12_000_000),
        ("2027-01", 1, None, "won_revenue", "sprint", 100),
    ]


def test_every_measure_and_level_goes_out_and_comes_back_as_itself(store: Store, tmp_path: Path) -> None:
    every = [(measure, level) for measure in MEASURES for level in LEVELS]
    for number, (measure, level) in enumerate(every, 1):
        paste_targets(store, {TargetCell(Month(2026, 3), 1): str(number)}, measure, level)
    path = edit(
        exported(store, "targets", tmp_path),
        *((str(TargetId(2026, 1, None, *one)), "3月", number * 10) for number, one in enumerate(every, 1)),
    )  # fmt: skip
    read_back(store, path)
    found = store.connection.execute(
        "SELECT measure, level, value FROM targets WHERE month = '2026-03' AND person_id = 1"
    ).fetchall()
    assert {(measure, level): value for measure, level, value in found} == {
        one: number * 10 * (100 if one[0] in ("won_revenue", "collected") else 1)
        for number, one in enumerate(every, 1)
    }  # fmt: skip


def test_actions_are_edited_as_far_as_they_still_can_be(store: Store, tmp_path: Path) -> None:
    path = edit(
        exported(store, "actions", tmp_path),
        ("A1", "目标数值", 9), ("A1", "责任人", "陈佳"), ("A2", "改进动作", "提高赢单率,先看丢单"),
        ("A2", "到期日", datetime(2027, 1, 15)),
    )  # fmt: skip
    add_row(path, 改进动作="复盘三个丢单", 责任人="李雯", 周期="2026-12", 衡量指标="赢单数", 目标数值=3)
    read_back(store, path)
    assert value(store, "SELECT target, person_id, state FROM actions WHERE id = 1") == (9.0, 2, "draft")
    assert value(store, "SELECT text, due_on, target FROM actions WHERE id = 2") == (
        "提高赢单率,先看丢单", "2027-01-15", 0.45,
    )  # fmt: skip
    assert value(store, "SELECT person_id, month, text, metric, target, state FROM actions WHERE id = 3") == (
        1, "2026-12", "复盘三个丢单", "won_count", 3.0, "draft",
    )  # fmt: skip


def test_a_name_that_two_people_have_is_written_with_a_number(store: Store, tmp_path: Path) -> None:
    add_person(store, "李雯", team_id=1)
    path = exported(store, "deals", tmp_path)
    assert load_workbook(path).worksheets[0]["E2"].value == "李雯 (P1)"
    read_back(store, edit(path, ("D1", "负责人", "李雯 (P3)")))
    assert value(store, "SELECT owner_id FROM deals WHERE id = 1") == 3
    path = edit(exported(store, "deals", tmp_path), ("D2", "负责人", "李雯"))
    assert "编号" in reasons(store, path)[0][2]


def test_a_namesake_who_came_since_is_no_conflict(store: Store, tmp_path: Path) -> None:
    path = exported(store, "deals", tmp_path)
    add_person(store, "李雯")
    before = content(store)
    plan = read_back(store, edit(path, ("D1", "金额", 5)))
    assert not plan.conflicts and not plan.problems
    assert content(store)["deals"][0][4] == before["deals"][0][4] == 1


# --- edited on both sides ----------------------------------------------------------------------------------------


def test_each_cell_is_compared_on_three_sides(store: Store, tmp_path: Path) -> None:
    """Amount in the file only, next step here only, closing day on both sides alike, remark on both and differently."""
    path = edit(
        exported(store, "deals", tmp_path),
        ("D1", "金额", 77), ("D1", "预计成交", datetime(2027, 2, 1)), ("D1", "备注", "文件里的"),
    )  # fmt: skip
    for field, new in (("next_step", "驾驶舱里的"), ("expected_close", "2027-02-01"), ("remark", "驾驶舱里的")):
        deals.edit_deals(store, [1], field, new, today=TODAY)
    plan = planned(store, path)
    [conflict] = plan.conflicts
    assert (conflict.row, conflict.name, conflict.field_name, conflict.in_file, conflict.in_cockpit) == (
        2, "华信 ERP", "备注", "文件里的", "驾驶舱里的",
    )  # fmt: skip
    kept = read_back(store, plan)
    columns = "SELECT amount, next_step, expected_close, remark FROM deals WHERE id = 1"
    assert value(store, columns) == (7_700, "驾驶舱里的", "2027-02-01", "驾驶舱里的")
    assert "备注" in str(kept.listed[0])
    plan = planned(store, path)
    plan.choose({plan.conflicts[0].key: "file"})
    assert read_back(store, plan).listed == []
    assert value(store, columns) == (7_700, "驾驶舱里的", "2027-02-01", "文件里的")


def test_one_side_for_all(store: Store, tmp_path: Path) -> None:
    path = edit(exported(store, "people", tmp_path), ("P1", "区域", "北京"), ("P2", "区域", "广州"))
    for number in (1, 2):
        edit_person(store, number, {"region": "成都"})
    plan = planned(store, path)
    assert plan.counts()["people"].changed == 0 and len(plan.conflicts) == 2
    plan.choose_all("file")
    assert plan.counts()["people"].changed == 2
    read_back(store, plan)
    assert value(store, "SELECT group_concat(region) FROM people") == "北京,广州"


def test_a_closing_day_without_its_stage_is_not_written(store: Store, tmp_path: Path) -> None:
    """Both moved the deal; the cockpit's stage is kept, and with it that it is open."""
    path = edit(exported(store, "deals", tmp_path), ("D1", "阶段", "赢单"), ("D1", "成交日期", datetime(2026, 11, 3)))
    deals.move_stage(store, [1], stage(store, "商务谈判"), today=TODAY)
    read_back(store, path)
    assert value(store, "SELECT state, closed_on, stage_id FROM deals WHERE id = 1") == (
        "open", None, stage(store, "商务谈判"),
    )  # fmt: skip


# --- blanks, missing rows ----------------------------------------------------------------------------------------


def test_a_blank_erases_only_when_asked(store: Store, tmp_path: Path) -> None:
    path = edit(exported(store, "deals", tmp_path), ("D1", "金额", None), ("D1", "备注", ""))
    columns = "SELECT amount, remark FROM deals WHERE id = 1"
    before = value(store, columns)
    plan = read_back(store, path)
    assert value(store, columns) == before and [note.kind for note in plan.listed] == ["blanks_kept"]
    read_back(store, planned(store, path, erase_blanks=True))
    assert value(store, columns) == (None, None)
    targets = edit(exported(store, "targets", tmp_path), ("T2026-P1-W1", "11月", None))
    read_back(store, planned(store, targets, erase_blanks=True))
    assert value(store, "SELECT count(*) FROM targets WHERE person_id = 1") == 1


def test_what_must_not_be_blank_is_not_erased(store: Store, tmp_path: Path) -> None:
    path = edit(exported(store, "deals", tmp_path), ("D1", "商机名称", None), ("D2", "成交日期", None))
    assert {(row, column) for row, column, _ in reasons(store, path, erase_blanks=True)} == {
        (2, "商机名称"), (3, "成交日期"),
    }  # fmt: skip


def test_a_missing_row_is_listed_and_not_deleted(store: Store, tmp_path: Path) -> None:
    path = drop_row(exported(store, "deals", tmp_path), "D2")
    plan = read_back(store, path)
    assert "远景 MES" in str(plan.listed[0]) and not plan.changes_something
    assert value(store, "SELECT count(*) FROM deals WHERE deleted_at IS NULL") == 2


def test_columns_can_be_moved_and_left_out(store: Store, tmp_path: Path) -> None:
    path = edit(exported(store, "deals", tmp_path), ("D1", "金额", 99))
    book = load_workbook(path)
    sheet = book.worksheets[0]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    places = [7, 2, 1, 0]
    sheet.delete_cols(1, sheet.max_column)
    sheet.insert_rows(1, 2)
    sheet.cell(1, 1, "我们部门的商机")
    for row, line in enumerate(lines, 3):
        for column, place in enumerate(places, 1):
            sheet.cell(row, column, line[place])
    book.remove(book["_cockpit"])
    sheet.tables.clear()
    book.save(path)
    plan = read_back(store, path)
    assert plan.counts()["deals"].as_json() == {"added": 0, "changed": 1, "unchanged": 1, "refused": 0}
    assert value(store, "SELECT amount, next_step FROM deals WHERE id = 1") == (9_900, "=1+1")


def test_what_is_only_told_is_not_taken(store: Store, tmp_path: Path) -> None:
    path = edit(exported(store, "deals", tmp_path), ("D1", "状态", "丢单"))
    plan = read_back(store, path)
    assert value(store, "SELECT state FROM deals WHERE id = 1") == "open"
    assert "状态" in str(plan.listed[0])


def test_only_new_or_only_known_rows(store: Store, tmp_path: Path) -> None:
    path = add_row(edit(exported(store, "deals", tmp_path), ("D1", "金额", 1)), 商机名称="新的")
    add, update = planned(store, path, mode="add"), planned(store, path, mode="update")
    assert (add.counts()["deals"].added, add.counts()["deals"].changed) == (1, 0)
    assert (update.counts()["deals"].added, update.counts()["deals"].changed) == (0, 1)
    assert [note.kind for note in update.listed] == ["new_skipped"]
