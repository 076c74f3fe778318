"""Items keep their identity through whatever is done to the text of a note."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cockpit.model.marks import NoteKind, parse_line
from cockpit.model.note_lines import (
    CapturedLine,
    LineChanges,
    NoteItem,
    captured_lines,
    compare,
    follow_items,
    replace_line,
    rewrite_line,
)

DAY = date(2026, 11, 24)
NOTE = "聊了华信\n? 需要一套演示设备\n! 我约他们 CIO @周五\n# 报价早于价值讲清\n> 每周首访 6 次 @12-31"


def known(note: str, first: int = 1) -> list[NoteItem]:
    return [
        NoteItem(number, line.kind, line.text, line.due_on, line.line)
        for number, line in enumerate(captured_lines(note, DAY), first)
    ]


def after(changes: LineChanges, former: list[NoteItem]) -> list[NoteItem]:
    """What is known after the changes were written: removed items without a line, new ones with new ids."""
    next_id = max((item.id for item in former), default=0) + 1
    matched = {}
    for match in changes.matches:
        number = match.before.id if match.before else next_id
        next_id += match.before is None
        matched[number] = NoteItem(number, match.now.kind, match.now.text, match.now.due_on, match.now.line)
    rest = [NoteItem(i.id, i.kind, i.text, i.due_on, None, removed=True) for i in former if i.id not in matched]
    return [*matched.values(), *rest]


def ids(note: str, former: list[NoteItem]) -> dict[str, int | None]:
    changes = compare(former, captured_lines(note, DAY))
    return {match.now.text: match.before.id if match.before else None for match in changes.matches}


def fates(note: str, former: list[NoteItem]) -> list[str]:
    return [match.fate for match in compare(former, captured_lines(note, DAY)).matches]


def test_an_unchanged_note_changes_nothing() -> None:
    changes = compare(known(NOTE), captured_lines(NOTE, DAY))
    assert not changes.any and [match.before.id for match in changes.matches] == [1, 2, 3, 4]


def test_lines_inserted_above_move_items_and_nothing_else() -> None:
    assert fates("开场\n? 新的需求\n" + NOTE, known(NOTE)) == ["added", "moved", "moved", "moved", "moved"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("? 需要一套演示设备", "? 需要两套演示设备给华信"),
        ("? 需要一套演示设备", "? 设备"),
        ("? 需要一套演示设备", "! 需要一套演示设备"),
        ("! 我约他们 CIO @周五", "! 我约他们 CIO @下周三"),
        ("! 我约他们 CIO @周五", "！我约他们 CIO 和财务"),
        ("# 报价早于价值讲清", "## 报价太早,价值没讲清"),
    ],
)
def test_an_edited_line_is_the_same_item(old: str, new: str) -> None:
    former = known(NOTE)
    place = NOTE.split("\n").index(old)
    changes = compare(former, captured_lines(NOTE.replace(old, new), DAY))
    before = next(match.before for match in changes.matches if match.now.line == place)
    assert before is not None and before.line == place and not changes.removed
    assert [match.fate for match in changes.matches].count("changed") == 1


def test_a_line_typed_bit_by_bit_stays_one_item() -> None:
    former: list[NoteItem] = []
    for text in (
        "? 需",
        "? 需要",
        "? 需要一套",
        "! 需要一套演示",
        "! 需要一套演示设备 @周",
        "! 需要一套演示设备 @周五",
    ):
        former = after(compare(former, captured_lines("聊天\n" + text, DAY)), former)
    assert [item.id for item in former] == [1] and former[0].due_on == date(2026, 11, 27)


def test_cut_and_paste_elsewhere_moves_the_item() -> None:
    lines = NOTE.split("\n")
    pasted = "\n".join([*lines[:1], *lines[2:], lines[1]])
    assert ids(pasted, known(NOTE))["需要一套演示设备"] == 1
    assert sorted(fates(pasted, known(NOTE))) == ["moved"] * 4


def test_cut_then_pasted_later_revives_the_item() -> None:
    former = known(NOTE)
    cut = NOTE.replace("! 我约他们 CIO @周五\n", "")
    changes = compare(former, captured_lines(cut, DAY))
    assert [item.id for item in changes.removed] == [2]
    back = compare(after(changes, former), captured_lines(cut + "\n! 我约他们 CIO @周五", DAY))
    assert back.matches[-1].fate == "revived" and back.matches[-1].before.id == 2


def test_a_split_line_keeps_its_item_in_the_first_half() -> None:
    former = known("? 需要演示设备和报价模板")
    assert ids("? 需要演示设备\n和报价模板", former) == {"需要演示设备": 1}
    assert ids("? 需要演示设备\n? 和报价模板", former) == {"需要演示设备": 1, "和报价模板": None}


def test_joined_lines_leave_one_item() -> None:
    former = known("? 需要演示设备\n? 和报价模板")
    changes = compare(former, captured_lines("? 需要演示设备和报价模板", DAY))
    assert changes.matches[0].before.id == 1 and [item.id for item in changes.removed] == [2]


def test_a_line_retyped_with_other_words_is_another_item() -> None:
    changes = compare(known("? 演示设备"), captured_lines("? 明年想带人", DAY))
    assert changes.matches[0].fate == "added" and [item.id for item in changes.removed] == [1]


def test_two_equal_lines_are_two_items() -> None:
    former = known("! 打电话\n! 打电话")
    moved = compare(former, captured_lines("! 打电话\n聊\n! 打电话", DAY))
    assert [match.before.id for match in moved.matches] == [1, 2]
    changes = compare(former, captured_lines("\n! 打电话", DAY))
    assert [match.before.id for match in changes.matches] == [2] and [item.id for item in changes.removed] == [1]


def test_thousands_of_lines_are_compared_in_a_blink() -> None:
    import time

    note = "\n".join(f"? 第 {number} 件事" for number in range(5000))
    former, now = known(note), captured_lines(note.replace("件事", "件要事"), DAY)
    started = time.perf_counter()
    compare(former, now)
    assert time.perf_counter() - started < 2


LINES = st.sampled_from(
    [
        "聊天",
        "",
        "? 设备",
        "! 设备",
        "^ 好",
        "! 打电话 @周五",
        "! 打电话",
        "# 报价太早",
        "## 没有日期",
        "> 首访 6 次",
        "? 设备和模板",
    ]
) | st.text(alphabet="?!# 设备电话@周五", max_size=8)
NOTES = st.lists(LINES, max_size=8).map("\n".join)


@given(st.lists(NOTES, min_size=1, max_size=5))
def test_through_any_edits_every_line_is_one_item_and_every_item_one_line(notes: list[str]) -> None:
    former: list[NoteItem] = []
    for note in notes:
        now = captured_lines(note, DAY)
        changes = compare(former, now)
        matched = [match.before.id for match in changes.matches if match.before]
        assert [match.now for match in changes.matches] == now
        assert len(matched) == len(set(matched)) and set(matched) <= {item.id for item in former}
        living = {item.id for item in former if not item.removed}
        assert {item.id for item in changes.removed} == living - set(matched)
        former = after(changes, former)
        assert not compare(former, now).any


@given(NOTES, st.text(alphabet="开场白\n", max_size=5))
def test_a_line_that_is_not_touched_keeps_its_item(note: str, above: str) -> None:
    changes = compare(known(note), captured_lines(f"{above}\n{note}", DAY))
    assert [match.before.id for match in changes.matches] == [item.id for item in known(note)]
    assert not changes.removed


@given(NOTES, NOTES)
def test_undoing_a_removal_brings_the_same_items_back(note: str, other: str) -> None:
    former = known(note)
    without = compare(former, [])
    back = compare(after(without, former), captured_lines(note, DAY))
    assert {match.before.id for match in back.matches if match.before} == {item.id for item in former}


@pytest.mark.parametrize(
    ("line", "change", "expected"),
    [
        ("！我约他们 CIO @周五", {"text": "约 CIO 电话"}, "！约 CIO 电话 @周五"),
        ("! 约 @周五 CIO", {"due_on": date(2026, 12, 3)}, "! 约 @2026-12-03 CIO"),
        ("! 约 CIO", {"due_on": date(2026, 12, 3)}, "! 约 CIO @2026-12-03"),
        ("! 约 @周五 CIO", {"due_on": None}, "! 约 CIO"),
        ("! 约 CIO @周五", {"due_on": date(2026, 11, 27)}, "! 约 CIO @周五"),
        ("? 设备", {"kind": NoteKind.PROMISE}, "! 设备"),
        ("？设备", {"kind": NoteKind.REQUEST}, "？设备"),
        ("?设备", {"text": "!= 设备"}, "? != 设备"),
        ("  # 报价", {"kind": NoteKind.LEADER_PROBLEM, "text": "报价太早"}, "  ## 报价太早"),
    ],
)
def test_editing_an_item_edits_its_line(line: str, change: dict[str, object], expected: str) -> None:
    assert rewrite_line(line, DAY, **change) == expected


@given(
    LINES.filter(lambda line: parse_line(line, DAY).kind is not None),
    st.sampled_from(list(NoteKind)),
    st.text(alphabet="设备 #?!=a1。", min_size=1, max_size=8).filter(lambda text: text.strip()),
    st.none() | st.dates(date(2026, 11, 24), date(2030, 1, 1)),
)
def test_a_rewritten_line_says_what_was_asked(line: str, kind: NoteKind, text: str, due_on: date | None) -> None:
    found = parse_line(rewrite_line(line, DAY, kind=kind, text=text, due_on=due_on), DAY)
    assert (found.kind, found.text, found.due_on) == (kind, " ".join(text.split()), due_on)


def test_one_line_of_a_note_is_replaced_or_taken_out() -> None:
    assert replace_line("a\nb\nc", 1, "B") == "a\nB\nc" and replace_line("a\nb\nc", 1, None) == "a\nc"
    assert captured_lines("? a\nb", DAY) == [CapturedLine(0, NoteKind.REQUEST, "a", None)]


def test_a_note_follows_items_that_were_changed_elsewhere() -> None:
    request, promise, problem, action = known(NOTE)
    changed = [
        request,
        evolve(promise, text="约 CIO 电话", due_on=date(2026, 12, 3)),
        evolve(problem, removed=True),
        action,
    ]
    followed = follow_items(NOTE, changed, DAY)
    assert followed.split("\n") == [
        "聊了华信", "? 需要一套演示设备", "! 约 CIO 电话 @2026-12-03", "报价早于价值讲清", "> 每周首访 6 次 @12-31"
    ]  # fmt: skip
    assert follow_items(NOTE, known(NOTE), DAY) == NOTE


@given(NOTES)
def test_a_note_in_step_with_its_items_is_left_as_typed(note: str) -> None:
    assert follow_items(note, known(note), DAY) == note
