"""The rolling log of a deal: written with its next step, corrected, taken away, taken back; and the follow-up mail."""

import email
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.metrics.deal_log import read_deal_log
from cockpit.operations.deal_log import correct_log_entry, read_next_step, remove_log_entry, write_log_entry
from cockpit.operations.deals import add_deal, edit_deals
from cockpit.operations.follow_up_mail import propose_mail, save_mail
from cockpit.operations.operation import redo, undo
from cockpit.store.deals import read_deal
from cockpit.store.file import Store

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        yield opened


@pytest.fixture
def deal(store: Store) -> int:
    (number,) = add_deal(store, name="华信 ERP 二期", account_name="华信科技", today=MONDAY).ids["deal"]
    return number


def step_of(store: Store, deal: int) -> tuple[object, object]:
    found = read_deal(store.connection, deal)
    assert found is not None
    return found["next_step"], found["next_step_on"]


def texts(store: Store, deal: int) -> list[str]:
    return [entry.text for entry in read_deal_log(store.connection, deal).entries]


def test_an_entry_sets_the_next_step_and_both_go_and_come_together(store: Store, deal: int) -> None:
    write_log_entry(store, deal, "见了 CIO", next_step="发报价", next_step_on=FRIDAY, today=TUESDAY)
    assert step_of(store, deal) == ("发报价", "2026-11-27")
    undo(store)
    assert (texts(store, deal), step_of(store, deal)) == ([], (None, None))
    redo(store)
    assert (texts(store, deal), step_of(store, deal)) == (["见了 CIO"], ("发报价", "2026-11-27"))
    write_log_entry(store, deal, "报价发了", today=FRIDAY)
    assert step_of(store, deal) == (None, None), "no next step was said: there is none"
    assert [entry.next_step for entry in read_deal_log(store.connection, deal).entries] == ["", "发报价"]


def test_what_is_no_entry_is_refused_and_nothing_is_written(store: Store, deal: int) -> None:
    edit_deals(store, [deal], "next_step", "打电话")
    with pytest.raises(CockpitError):
        write_log_entry(store, deal, "  \n", next_step="发报价")
    with pytest.raises(CockpitError):
        write_log_entry(store, 999, "见了")
    assert (texts(store, deal), step_of(store, deal)[0]) == ([], "打电话")


def test_correcting_the_newest_entry_takes_the_step_along_and_an_old_one_does_not(store: Store, deal: int) -> None:
    write_log_entry(store, deal, "第一次", next_step="演示", next_step_on=TUESDAY, today=MONDAY)
    write_log_entry(store, deal, "第二次", next_step="报价", next_step_on=FRIDAY, today=TUESDAY)
    newest, oldest = (entry.id for entry in read_deal_log(store.connection, deal).entries)
    correct_log_entry(store, oldest, "第一次,改", next_step="看现场", next_step_on=TUESDAY)
    assert step_of(store, deal) == ("报价", "2026-11-27")
    correct_log_entry(store, newest, "第二次,改", next_step="正式报价", next_step_on=FRIDAY)
    assert step_of(store, deal) == ("正式报价", "2026-11-27")
    edit_deals(store, [deal], "next_step", "等法务")
    correct_log_entry(store, newest, "第二次,再改", next_step="报价")
    assert step_of(store, deal)[0] == "等法务", "what was decided elsewhere since stays"
    assert texts(store, deal) == ["第二次,再改", "第一次,改"]
    undo(store)
    assert texts(store, deal) == ["第二次,改", "第一次,改"]


def test_an_entry_is_taken_away_and_comes_back(store: Store, deal: int) -> None:
    write_log_entry(store, deal, "记错了", next_step="演示", today=MONDAY)
    (entry,) = read_deal_log(store.connection, deal).entries
    remove_log_entry(store, entry.id)
    assert (texts(store, deal), step_of(store, deal)[0]) == ([], "演示")
    with pytest.raises(CockpitError):
        remove_log_entry(store, entry.id)
    undo(store)
    assert texts(store, deal) == ["记错了"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("约 CIO 见面 @周五", ("约 CIO 见面", FRIDAY)),
        ("＠明天 发报价", ("发报价", date(2026, 11, 25))),
        ("写给 wang@fri.example.com", ("写给 wang@fri.example.com", None)),
        ("@12-31", ("", date(2026, 12, 31))),
        ("  见  面 ", ("见 面", None)),
    ],
)
def test_a_day_stands_in_the_step(typed: str, read: tuple[str, date | None]) -> None:
    assert read_next_step(typed, TUESDAY) == read
    with pytest.raises(CockpitError):
        read_next_step("演示 @2月30日", TUESDAY)


# --- the mail -------------------------------------------------------------------------------------------------


def test_the_mail_says_what_was_agreed_and_nothing_else(store: Store, deal: int) -> None:
    (other,) = add_deal(store, name="远川平台", account_name="华信科技", today=MONDAY).ids["deal"]
    write_log_entry(store, other, "别家的事", today=MONDAY)
    for field, value in (("remark", "底价 80 万"), ("amount", 980_000_00), ("decision_maker", "王总")):
        edit_deals(store, [deal], field, value)
    store.connection.execute(
        "INSERT INTO activities(deal_id, kind, happened_on, note) VALUES (?, '电话', '2026-11-20', '内部:对手是谁')",
        (deal,),
    )
    for place, text in enumerate(("最早的", "需求定了三条", "IT 同意给接口", "财务看过了"), 1):
        write_log_entry(store, deal, text, next_step="发报价", next_step_on=FRIDAY, today=date(2026, 11, 10 + place))
    mail = propose_mail(store.connection, deal, "zh")
    assert mail.subject == "跟进:华信科技 · 华信 ERP 二期"
    lines = [line for line in mail.text.splitlines() if line.startswith("-")]
    assert lines == ["- 11 月 12 日: 需求定了三条", "- 11 月 13 日: IT 同意给接口", "- 11 月 14 日: 财务看过了"]
    assert "下一步:发报价(2026-11-27)" in mail.text
    for secret in ("底价", "98", "王总", "对手", "别家", "远川"):
        assert secret not in mail.as_text
    english = propose_mail(store.connection, deal, "en")
    assert english.subject.startswith("Follow-up:") and "Next step: 发报价 (2026-11-27)" in english.text
    assert "您好" not in english.text


def test_a_mail_of_a_deal_of_which_little_is_known_makes_nothing_up(store: Store) -> None:
    (bare,) = add_deal(store, name="只有名字", today=MONDAY).ids["deal"]
    mail = propose_mail(store.connection, bare, "zh")
    assert mail.subject == "跟进:只有名字"
    assert "下一步" not in mail.text and "-" not in mail.text
    with pytest.raises(CockpitError):
        propose_mail(store.connection, 999, "zh")


def test_the_file_is_a_draft_that_reads_back_as_it_was_written(store: Store, deal: int, tmp_path: Path) -> None:
    write_log_entry(store, deal, "见了 CIO,谈到 “接口” 和 100% 验收 😀", next_step="发报价", today=TUESDAY)
    mail, path = propose_mail(store.connection, deal, "zh"), tmp_path / "跟进.eml"
    save_mail(path, mail)
    read = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    assert read["subject"] == mail.subject
    assert read.get_content().replace("\r\n", "\n").strip() == mail.text.strip()
    assert (read["to"] or "", read["from"], read["x-unsent"]) == ("", None, "1")
    assert read.get_content_charset() == "utf-8"
    assert b"@" not in path.read_bytes().split(b"\r\n\r\n")[0], "no address is made up"
    assert path.stat().st_mode & 0o077 == 0
    assert [found.name for found in tmp_path.glob("*") if found.suffix == ".eml"] == ["跟进.eml"]
    with pytest.raises(CockpitError):
        save_mail(tmp_path / "nowhere" / "x.eml", mail)
