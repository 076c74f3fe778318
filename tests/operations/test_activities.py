"""Activities typed in as lines, changed, deleted, followed up; each undone as one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.operations import deals, people
from cockpit.operations.activities import change_activity, delete_activity, record_activity, tick_follow_up
from cockpit.operations.operation import redo, undo
from cockpit.operations.quick_entry import line_of, read_entry
from cockpit.store.file import Store

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "cockpit.sqlite")
    for name in ("李雯", "李想", "赵明远"):
        people.add_person(opened, name)
    for deal, account, owner in (
        ("华信科技·数据平台", "杭州华信科技有限公司", 1),
        ("华信科技·移动巡检", "杭州华信科技有限公司", 1),
        ("远川能源·轻分析", "远川能源", 3),
    ):
        deals.add_deal(opened, name=deal, account_name=account, owner_id=owner, today=date(2026, 11, 1))
    yield opened
    opened.close()


def type_in(store: Store, line: str, **more: object) -> int:
    entry = read_entry(store.connection, line, TUESDAY, **more)  # type: ignore[arg-type]
    (number,) = record_activity(store, entry).ids["activity"]
    return number


def rows(store: Store) -> list[tuple[object, ...]]:
    return store.connection.execute(
        "SELECT o.name, a.kind, a.met, c.name, d.name, a.happened_on, a.follow_up_on, a.note FROM activities a"
        " LEFT JOIN people o ON o.id = a.person_id LEFT JOIN accounts c ON c.id = a.account_id"
        " LEFT JOIN deals d ON d.id = a.deal_id WHERE a.deleted_at IS NULL ORDER BY a.id"
    ).fetchall()


def test_a_line_is_recorded_and_undone(store: Store) -> None:
    type_in(store, "昨天上门拜访华信决策人聊了报价跟@周五")
    assert rows(store) == [
        ("李雯", "上门拜访", "决策人", "杭州华信科技有限公司", None, "2026-11-23", "2026-11-27", "聊了报价")
    ]
    type_in(store, "zmy 电话 yc")
    assert rows(store)[1][:5] == ("赵明远", "电话", None, "远川能源", "远川能源·轻分析")
    undo(store)
    undo(store)
    assert rows(store) == []
    redo(store)
    assert len(rows(store)) == 1


def test_a_new_customer_comes_with_its_first_visit_and_goes_with_it(store: Store) -> None:
    type_in(store, "李想 上门 +宏远机械 看了车间")
    owner = store.connection.execute(
        "SELECT o.name, a.initials FROM accounts a JOIN people o ON o.id = a.owner_id WHERE a.name = '宏远机械'"
    ).fetchone()
    assert owner == ("李想", "hyjx")
    type_in(store, "hyjx 电话")
    assert [row[3] for row in rows(store)] == ["宏远机械", "宏远机械"]
    undo(store)
    undo(store)
    assert store.connection.execute("SELECT count(*) FROM accounts").fetchone() == (2,)


def test_who_sounds_alike_is_offered_for_a_name_that_nobody_knows(store: Store) -> None:
    entry = read_entry(store.connection, "李想 电话 远穿能源", TUESDAY)
    (question,) = entry.questions
    assert [choice.typed for choice in question.choices] == ["远川能源", "+远穿能源", "无客户 远穿能源"]
    with pytest.raises(CockpitError):
        record_activity(store, entry)
    assert rows(store) == []


def test_kinds_are_called_as_the_store_calls_them(store: Store) -> None:
    store.connection.execute(
        "INSERT INTO activities(kind, met, happened_on) VALUES ('Site visit', 'Boss', '2026-11-01')"
    )
    type_in(store, "华信 拜访 决策人")
    assert rows(store)[1][1:3] == ("Site visit", "Boss")


def test_an_activity_comes_back_as_a_line_and_is_changed_by_it(store: Store) -> None:
    number = type_in(store, "李想 昨天 拜访 华信 移动巡检 IT 聊了报价 跟@周五")
    line = line_of(store.connection, number)
    assert line == "李想 上门拜访 IT 部门 华信科技·移动巡检 2026-11-23 跟@2026-11-27 | 聊了报价"
    same = read_entry(store.connection, line, TUESDAY)
    assert not change_activity(store, number, same)
    tick_follow_up(store, number, today=TUESDAY)
    other = read_entry(store.connection, line.replace("11-27", "11-30").replace("李想", "赵明远"), TUESDAY)
    assert change_activity(store, number, other).ids == {"activity": frozenset({number})}
    assert rows(store)[0][0] == "赵明远" and rows(store)[0][6] == "2026-11-30"
    assert store.connection.execute("SELECT followed_up_on FROM activities").fetchone() == (None,)
    undo(store)
    assert rows(store)[0][0] == "李想"


def test_a_line_of_a_closed_deal_and_of_names_that_are_alike_finds_them_again(store: Store) -> None:
    deals.add_deal(store, name="远川能源·轻分析", account_name="远川能源", owner_id=3, today=TUESDAY)
    people.add_person(store, "李雯")
    won = store.connection.execute("SELECT id FROM stages WHERE kind = 'won'").fetchone()[0]
    deals.move_stage(store, [4], won, closed_on=TUESDAY)
    store.connection.execute(
        "INSERT INTO activities(id, deal_id, person_id, kind, happened_on) VALUES (9, 4, 4, '电话', '2026-11-20')"
    )
    line = line_of(store.connection, 9)
    assert line == "李雯#4 电话 远川能源·轻分析#4 2026-11-20"
    entry = read_entry(store.connection, line, TUESDAY)
    assert (entry.person_id, entry.deal_id, entry.account_id, entry.is_ready) == (4, 4, 2, True)
    assert line_of(store.connection, 99) is None


def test_a_follow_up_is_ticked_and_unticked(store: Store) -> None:
    number = type_in(store, "华信 电话 跟@周五")
    without = type_in(store, "华信 微信")

    def ticked() -> object:
        return store.connection.execute("SELECT followed_up_on FROM activities WHERE id = ?", (number,)).fetchone()[0]

    tick_follow_up(store, number, today=TUESDAY)
    assert ticked() == "2026-11-24"
    assert not tick_follow_up(store, number, today=date(2026, 11, 25))
    tick_follow_up(store, number, False)
    assert ticked() is None
    undo(store)
    assert ticked() == "2026-11-24"
    with pytest.raises(CockpitError):
        tick_follow_up(store, without)


def test_a_deleted_activity_is_gone_and_comes_back(store: Store) -> None:
    number = type_in(store, "华信 电话")
    delete_activity(store, number)
    assert rows(store) == []
    for verb in (delete_activity, tick_follow_up):
        with pytest.raises(CockpitError):
            verb(store, number)
    undo(store)
    assert len(rows(store)) == 1


def test_behind_the_shield_nobody_else_is_named(store: Store) -> None:
    entry = read_entry(store.connection, "李 电话 远川", TUESDAY, only_person=1, person_id=1)
    assert entry.person_id == 1 and entry.account_id is None
    told = " ".join(f"{part.text} {[choice.text for choice in part.choices]}" for part in entry.parts)
    assert "李想" not in told and "远川能源" not in told and "赵明远" not in told


def test_a_pasted_page_is_read_like_a_line(store: Store) -> None:
    words = " ".join(f"word{chr(97 + number % 26)}x{number} #{number} 远川能源" for number in range(2_000))
    entry = read_entry(store.connection, f"李想 电话 华信 {words}", TUESDAY)
    assert (entry.person_id, entry.account_id, entry.is_ready) == (2, 1, True)
    assert entry.note.startswith("worda")
