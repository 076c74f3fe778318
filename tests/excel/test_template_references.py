"""What becomes of references when a list in a template grows: the rules of Excel, and that lists carry their totals."""

import pytest

from cockpit.excel.template_references import Growth, grown_formula, grown_range, grown_ranges, moved_formula

LIST = Growth("月报", first=6, last=6, count=3, left=1, right=6)
PREPARED = Growth("月报", first=6, last=8, count=2)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(C6:C6)", "SUM(C6:C9)"),
        ("SUM(C6)", "SUM(C6:C9)"),
        ("C6*2", "C6*2"),
        ("C7+$C$20", "C10+$C$23"),
        ("A1:B5", "A1:B5"),
        ("A1:B10", "A1:B13"),
        ("H6:H6", "H6:H6"),
        ("SUM($C$6:$C$6)/月报!C7", "SUM($C$6:$C$9)/月报!C10"),
        ("'月报'!C7&\"C7\"", "'月报'!C10&\"C7\""),
        ("其他!C7", "其他!C7"),
        ("LOG10(C7)+ABC7_rate", "LOG10(C10)+ABC7_rate"),
        ("people[赢单]", "people[赢单]"),
    ],
)
def test_formulas_on_the_sheet(before: str, after: str) -> None:
    assert grown_formula(before, LIST, "月报") == after


def test_formulas_elsewhere_follow_only_what_names_the_sheet() -> None:
    assert grown_formula("SUM(月报!C6:C6)+C7", LIST, "汇总") == "SUM(月报!C6:C9)+C7"
    assert grown_formula("'月报'!$A$6", LIST, "", single=True) == "'月报'!$A$6:$A$9"


def test_a_row_of_the_list_speaks_of_itself() -> None:
    assert grown_formula("SUM(B6:D6)", LIST, "月报", host_row=6) == "SUM(B6:D6)"
    assert grown_formula("C6/SUM($C$6:$C$6)", LIST, "月报", host_row=6) == "C6/SUM($C$6:$C$9)"
    assert grown_formula("SUM(C$6:C8)", PREPARED, "月报", host_row=8) == "SUM(C$6:C8)"
    assert grown_formula("C6/C9", PREPARED, "月报", host_row=6) == "C6/C11"


def test_ranges_of_formats_and_tables() -> None:
    assert grown_range("A5:F6", LIST) == "A5:F9"
    assert grown_ranges("E6 A7:B8 H6", LIST) == "E6:E9 A10:B11 H6"
    assert grown_range("A6:C6", LIST, grows=False) == "A6:C6"


def test_a_copied_formula_keeps_what_is_absolute() -> None:
    assert moved_formula('C6/$C$6&D$6&"C6"', 2) == 'C8/$C$6&D$6&"C6"'
    assert moved_formula("A1+$A1", 1, 2) == "C2+$A2"
