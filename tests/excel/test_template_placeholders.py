"""The language of templates: how a placeholder is written, and what a value says in a sentence."""

import pytest

from cockpit.excel.template_placeholders import Shown, Value, find_placeholders, parse, replaced


def only(text: str) -> object:
    (found,) = find_placeholders(text)
    return found[2]


@pytest.mark.parametrize(
    ("written", "name", "variant", "scope"),
    [
        ("{{won_revenue}}", "won_revenue", "", ""),
        ("{{ Won_Revenue . before }}", "won_revenue", "before", ""),
        ("{{赢单收入 @ 李雯 | 万}}", "赢单收入", "", "李雯"),
        ("｛｛赢单收入．上月｜万｝｝", "赢单收入", "上月", ""),
        ("{{people.name}}", "people", "name", ""),
    ],
)
def test_parts(written: str, name: str, variant: str, scope: str) -> None:
    found = find_placeholders(f"a {written} b")[0][2]
    assert (found.name, found.variant, found.scope) == (name, variant, scope)
    assert found.text == written and not found.trouble


def test_a_list_may_be_cut() -> None:
    found = parse("", "won_deals_top5.name | 万")
    assert (found.name, found.top, found.variant, found.shown.divisor) == ("won_deals", 5, "name", 1e4)


def test_an_unknown_unit_is_told() -> None:
    assert "斗" in parse("", "won_revenue | 斗").trouble


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (Value("money", 3_124_000.0), "", "312 万"),
        (Value("money", 3_124_000.0), "万", "312.4 万"),
        (Value("money", 3_124_000.0), "亿 0.00", "0.03 亿"),
        (Value("money", 3_124_000.5), "full", "3,124,000.5"),
        (Value("money", -528_000.0, is_change=True), "万", "-52.8 万"),
        (Value("money", 528_000.0, is_change=True), "万", "+52.8 万"),
        (Value("share", 0.8612), "", "86 %"),
        (Value("share", 0.8612), "0.0", "86.1 %"),
        (Value("share", 0.04, is_change=True), "", "+4 点"),
        (Value("count", 12), "", "12"),
        (Value("money", None), "万", "—"),
        (Value("text", None), "", ""),
    ],
)
def test_words(value: Value, unit: str, words: str) -> None:
    assert value.words(parse("", f"x | {unit}").shown) == words


def test_a_lone_number_is_divided_and_never_rounded_unless_asked() -> None:
    assert Value("money", 3_124_567.0).number(parse("", "x | 万").shown) == 312.4567
    assert Value("money", 3_124_567.0).number(parse("", "x | 万 0.0").shown) == 312.5
    assert Value("count", 7).number(Shown()) == 7


def test_a_placeholder_in_several_pieces() -> None:
    pieces = ["本月 {{won_", "rev", "enue}} 元, {{x}}"]
    whole = "".join(pieces)
    spans = [(start, end, "312") if found.name != "x" else (start, start, "") for start, end, found in
             find_placeholders(whole)]  # fmt: skip
    assert replaced(pieces, spans) == ["本月 312", "", " 元, {{x}}"]
    assert replaced(["ab", "cd"], []) == ["ab", "cd"]
