"""Columns whose headings say nothing are known by their cells, or offered; a name is never overridden by a guess."""

from pathlib import Path

import pytest

from cockpit.excel.evidence import Known
from cockpit.excel.headings import FoundTable, find_tables, recognise
from cockpit.excel.proposing import APPLIED_FROM
from cockpit.excel.reading import Rows, Sheet
from cockpit.model.names import name_key

STAGES = ("初步接触", "需求分析", "方案报价", "商务谈判", "赢单", "丢单")
OWNERS = ("李雯", "陈佳", "王强")
DEALS: Rows = [
    [
        f"SJ-{place:04}",
        f"{'华远明志海宏博'[place % 7]}{'信景达诚联'[place % 5]}{place}号数据项目",
        f"{'华远明志海宏博'[place % 7]}{'信景达诚联'[place % 5]}科技有限公司",
        OWNERS[place % 3],
        STAGES[place % 6],
        10_000 + 700 * place,
        f"2026-0{1 + place % 3}-1{place % 9}",
        f"2026-0{5 + place % 4}-2{place % 8}",
        "价格" if place % 6 == 5 else "",
    ]
    for place in range(60)
]
FIELDS = ("external_id", "name", "account", "owner", "stage", "amount", "created_on", "expected_close", "lost_reason")
MEANINGLESS = {
    "字段1": [f"字段{place}" for place in range(1, 10)],
    "Column A": [f"Column {letter}" for letter in "ABCDEFGHI"],
    "none": [""] * 9,
}


def look(headings: list[str], rows: Rows = DEALS, **decided: object) -> FoundTable:
    found = recognise(Sheet(Path("导出.csv"), "", [headings, *rows]), guess=True, **decided)  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize("headings", [MEANINGLESS["字段1"], MEANINGLESS["Column A"]])
def test_a_file_whose_headings_say_nothing_is_a_guess(headings: list[str]) -> None:
    found = look(headings)
    assert found.kind == "deals" and found.is_guess
    applied = {match.index: match for match in found.matches.values()}
    for index, field in enumerate(FIELDS):
        match = applied.get(index) or found.offered[index]
        assert match.field == field and match.why == "content" and match.reason
        assert (match.sure >= APPLIED_FROM) == (index in applied)
    assert {applied[index].field for index in applied} == {"external_id", "stage", "amount"}
    assert find_tables(Sheet(Path("导出.csv"), "", [headings, *DEALS])) == [], "nobody has looked at it yet"


def test_once_somebody_says_that_these_are_deals_it_is_no_guess_any_more() -> None:
    headings = MEANINGLESS["字段1"]
    found = recognise(
        Sheet(Path("导出.csv"), "", [headings, *DEALS]), kind="deals", header=0, columns={"字段4": "owner", "字段1": ""}
    )
    assert found is not None
    assert found.matches["owner"].index == 3 and found.matches["owner"].why == "chosen"
    assert "external_id" not in found.matches, "a column that is not to be used stays unused"


def test_a_column_without_a_heading_beside_named_ones() -> None:
    headings = ["商机编号", "商机名称", "客户名称", "负责人", "", "金额", "创建日期", "预计成交日期", ""]
    found = look(headings)
    assert not found.is_guess
    assert found.matches["stage"].index == 4 and found.matches["stage"].why == "content"
    assert found.offered[8].field == "lost_reason"


def test_what_the_store_knows_is_known_wherever_it_stands() -> None:
    known = Known(people=frozenset(map(name_key, OWNERS)), accounts=frozenset(name_key(str(row[2])) for row in DEALS))
    found = look(MEANINGLESS["字段1"], known=known)
    assert found.matches["owner"].index == 3 and found.matches["account"].index == 2
    assert "人名" in found.matches["owner"].reason


def test_a_heading_that_says_something_else_is_believed() -> None:
    headings = [
        "商机编号",
        "商机名称",
        "客户名称",
        "创建人",
        "商机阶段",
        "加权金额",
        "创建日期",
        "最后跟进时间",
        "附件",
    ]
    found = look(headings)
    used = {match.index for match in found.matches.values()} | set(found.offered)
    assert used == {0, 1, 2, 4, 6}, "creators are no owners, weighted amounts no amounts, last touches no close dates"


def test_a_name_wins_over_what_the_cells_look_like() -> None:
    headings = ["商机编号", "商机名称", "客户名称", "决策人", "商机阶段", "预算", "创建日期", "预计成交日期", "备注"]
    found = look(headings, known=Known(people=frozenset(map(name_key, OWNERS))))
    fields = {match.heading: match.field for match in found.matches.values()}
    assert fields["决策人"] == "decision_maker" and fields["预算"] == "budget" and fields["备注"] == "remark"


def test_words_that_may_mean_two_things_are_decided_by_the_cells() -> None:
    headings = ["商机编号", "商机名称", "客户名称", "负责人", "商机阶段", "预计成交", "创建日期", "预计签约", "输单"]
    found = look(headings)
    assert found.matches["amount"].heading == "预计成交" and found.matches["expected_close"].heading == "预计签约"


def test_a_file_that_is_no_table_of_deals_is_not_made_one() -> None:
    rows: Rows = [["a1", "红", 3], ["b2", "绿", 4], ["c3", "蓝", 5], ["d4", "黑", 6]]
    assert recognise(Sheet(Path("x.csv"), "", [["F1", "F2", "F3"], *rows]), guess=True) is None
