"""What a heading leaves open and the other columns and the cells decide."""

from collections.abc import Sequence
from pathlib import Path

from cockpit.excel.headings import find_tables
from cockpit.excel.reading import Sheet, Value

REPS = ["Dana Wells", "Marco Ruiz", "Priya Nair", "Dana Wells"]
FIRMS = ["Halcyon Labs", "Bluebird Foods", "Orchard & Sons", "Kestrel Energy"]
AMOUNTS = [52_000, 18_500, 7_400, 30_000]


def fields(name: str, **columns: Sequence[Value]) -> dict[str, str]:
    """Heading -> field, as recognised. A "_" in a keyword stands for a blank."""
    headings = [heading.replace("_", " ") for heading in columns]
    rows: list[Sequence[Value]] = [headings, *zip(*columns.values(), strict=True)]
    (found,) = find_tables(Sheet(Path(name), "", rows))
    matched = {headings[match.index]: match.field for match in found.matches.values()}
    return matched | {headings[index]: "value" for index in found.target_columns}


def test_a_status_of_stages_is_the_stage_where_no_other_column_is() -> None:
    stages = ["Prospecting", "Proposal", "Negotiation", "Won"]
    assert fields("a.csv", Deal=FIRMS, Status=stages, Amount=AMOUNTS)["Status"] == "stage"
    both = fields("a.csv", Deal=FIRMS, Stage=stages, Status=["Open", "Open", "Open", "Won"], Amount=AMOUNTS)
    assert (both["Stage"], both["Status"]) == ("stage", "state")
    days = ["2026-12-01", "2026-11-03", "2026-12-18", "2026-11-04"]
    outcome = fields("a.csv", Deal=FIRMS, Status=["Open", "Lost", "Open", "Won"], Amount=AMOUNTS, Close_Date=days)
    assert outcome["Status"] == "state"


def test_a_status_that_never_says_won_or_lost_is_not_the_outcome_of_stages_that_do() -> None:
    found = fields(
        "a.csv", 商机标题=FIRMS, 销售进度=["初访", "报价", "签约", "失败"], 金额=AMOUNTS, 跟进状态=["跟进中"] * 4
    )
    assert "跟进状态" not in found and found["销售进度"] == "stage"


def test_a_description_names_the_deals_where_nothing_else_does() -> None:
    told = ["Fleet analytics", "Renewal 2026", "Pilot", "Phase 2"]
    stages = ["Qualify", "Propose", "Propose", "Won"]
    found = fields("a.csv", Customer=FIRMS, Opportunity_Description=told, Stage=stages, Amount=AMOUNTS)
    assert found["Opportunity Description"] == "name"
    rarely = fields("a.csv", Customer=FIRMS, Opportunity_Description=["", "", "Hot", ""], Stage=stages, Amount=AMOUNTS)
    assert rarely["Opportunity Description"] == "remark"
    named = fields("a.csv", Deal_Name=FIRMS, Opportunity_Description=told, Stage=stages, Amount=AMOUNTS)
    assert named["Opportunity Description"] == "remark"


def test_of_two_columns_for_one_field_the_empty_one_is_left() -> None:
    stages = ["初步接触", "方案报价", "赢单", "输单"]
    found = fields("a.csv", 商机名称=FIRMS, 阶段=stages, 金额=AMOUNTS, 输单描述=[""] * 4, 输单理由=["", "", "", "价格"])
    assert found["输单理由"] == "lost_reason" and "输单描述" not in found


def test_a_currency_alone_is_the_amount_where_nothing_else_is() -> None:
    columns: dict[str, Sequence[Value]] = {"Opp": FIRMS, "$ (K)": [52, 18.5, 7.4, 30], "Stage": ["Demo"] * 4}
    (found,) = find_tables(
        Sheet(Path("pipeline.csv"), "", [list(columns), *map(list, zip(*columns.values(), strict=True))])
    )
    assert (found.matches["amount"].index, found.matches["amount"].magnitude) == (1, 1_000)
    assert fields("b.csv", Opp=FIRMS, USD=AMOUNTS, Deal_Value=AMOUNTS, Stage=["Demo"] * 4)["Deal Value"] == "amount"


def test_a_name_that_fits_many_things_is_not_believed_against_its_cells() -> None:
    columns: dict[str, Sequence[Value]] = {
        "Deal": FIRMS,
        "Stage": ["Demo"] * 4,
        "Amount": AMOUNTS,
        "Next_step": ["Call"] * 4,
    }
    days = ["2026-12-01", "2026-12-03", "", "2026-12-08"]
    assert fields("a.csv", **columns, When=days)["When"] == "next_step_on"
    assert "When" not in fields("a.csv", **columns, When=["next week", "soon", "", "when the board has met"])


def test_months_beside_the_year_that_adds_them_up_are_the_targets() -> None:
    found = fields("2026年销售目标.xlsx", 客户经理=REPS[:3], 全年目标=[480, 360, 300], **{"1月": [240, 180, 150]},
                   **{"2月": [240, 180, 150]}, **{"2月实际": [200, 100, 90]})  # fmt: skip
    assert found == {"客户经理": "person", "1月": "value", "2月": "value"}
