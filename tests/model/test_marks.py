"""Which lines of a note are items, said on Tuesday 2026-11-24."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.model.marks import SYMBOLS, NoteKind, find_mark, mark_line, parse_line

TUESDAY = date(2026, 11, 24)
LINES = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"])
    | st.sampled_from("?!+*#>^？！＋＊＃＞》〉＾… \u3000\\@周五1a客户=。"),
    max_size=20,
)


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("? 需要一套演示设备", "request", "需要一套演示设备"),
        ("？需要一套演示设备", "request", "需要一套演示设备"),
        ("！　约他们 CIO", "promise", "约他们 CIO"),
        ("  ! 约他们 CIO", "promise", "约他们 CIO"),
        ("＋报价单带上同行案例", "suggestion", "报价单带上同行案例"),
        ("*续约和二期放一张合同", "idea", "续约和二期放一张合同"),
        ("＊续约和二期放一张合同", "idea", "续约和二期放一张合同"),
        ("＃报价早于价值讲清", "problem", "报价早于价值讲清"),
        ("##周报没有日期", "leader_problem", "周报没有日期"),
        ("＃＃周报没有日期", "leader_problem", "周报没有日期"),
        ("#＃ 周报没有日期", "leader_problem", "周报没有日期"),
        ("> 6 first visits a week", "action", "6 first visits a week"),
        ("》6 次首访", "action", "6 次首访"),
        ("〉每周首访", "action", "每周首访"),
        ("＞每周首访", "action", "每周首访"),
        ("^ 约到了财务总监", "praise", "约到了财务总监"),
        ("……约到了财务总监", "praise", "约到了财务总监"),
        ("…约到了财务总监", "praise", "约到了财务总监"),
        ("\u3000？全角空格在前", "request", "全角空格在前"),
        ("?3 个人要培训", "request", "3 个人要培训"),
        ("# 1 号客户没跟", "problem", "1 号客户没跟"),
        ("+ 5% 的折扣可以给", "suggestion", "5% 的折扣可以给"),
        ("!“设备”今天到", "promise", "“设备”今天到"),
        ("? # 这个符号", "request", "# 这个符号"),
    ],
)
def test_a_marked_line_is_an_item(line: str, kind: str, text: str) -> None:
    found = parse_line(line, TUESDAY)
    assert found.kind == NoteKind(kind) and found.text == text


@pytest.mark.parametrize(
    "line",
    [
        "聊了华信", "", "   ", "!= 不等于", "!=", ">= 3", ">3 万", "＞3 万", "+86 138", "+5%", "#1 客户", "＃1 客户",
        "**重点**", "### 小结", "?!", "？？", "！！！", "^_^", "……。", "\\# 标题", "、# 顿号", "a # b", "--", "1. 先",
        ">> 引用", "++", "*)", "…………………", "\\? 字",
    ],
)  # fmt: skip
def test_text_that_only_looks_marked_stays_text(line: str) -> None:
    assert parse_line(line, TUESDAY).kind is None and parse_line(line, TUESDAY).mark is None


@pytest.mark.parametrize("line", ["?", "！", "##", "> ", "……", "! @周五", "!　＠明天"])
def test_a_mark_with_nothing_after_it_is_not_yet_an_item(line: str) -> None:
    found = parse_line(line, TUESDAY)
    assert found.kind is None and found.mark is not None


def test_the_due_phrase_is_taken_out_of_the_words() -> None:
    line = "！我约他们 CIO @周五 电话"
    found = parse_line(line, TUESDAY)
    assert found.text == "我约他们 CIO 电话" and found.due_on == date(2026, 11, 27)
    assert found.due is not None and line[found.due.start : found.due.end] == "@周五"
    assert line[found.mark_start : found.mark_end] == "！"


def test_a_day_that_does_not_exist_is_kept_with_its_reason() -> None:
    found = parse_line("! 给方案 @2-30", TUESDAY)
    assert found.kind == NoteKind.PROMISE and found.text == "给方案" and found.due_on is None
    assert found.due is not None and found.due.problem == "no_such_day"


def test_every_kind_has_a_label_and_a_symbol_that_marks_it() -> None:
    for kind in NoteKind:
        assert kind.label and find_mark(f"{kind.symbol} 字")[0] == kind and find_mark(f"{kind.symbol}字")[0] == kind
    assert len(set(SYMBOLS.values())) == len(NoteKind)


@given(LINES)
def test_any_line_can_be_read(line: str) -> None:
    found = parse_line(line, TUESDAY)
    assert (found.kind is None) or (found.kind == found.mark and found.text == found.text.strip() != "")
    if found.mark:
        assert found.mark_start < found.mark_end <= found.body <= len(line)
        assert not line[: found.mark_start].strip()


@given(LINES, st.sampled_from(list(NoteKind)))
def test_marking_a_line_makes_it_that_and_keeps_its_words(line: str, kind: NoteKind) -> None:
    marked = mark_line(line, kind)
    assert find_mark(marked)[0] == kind
    assert mark_line(marked, kind) == marked
    if find_mark(line) is None:
        assert parse_line(mark_line(marked, None), TUESDAY).kind is None


@given(LINES)
def test_a_line_without_its_mark_is_text(line: str) -> None:
    assert find_mark(mark_line(line, None)) is None


@given(LINES)
def test_a_backslash_makes_any_line_text(line: str) -> None:
    assert find_mark("\\" + line) is None
