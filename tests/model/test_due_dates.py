"""Due dates in words, said on Tuesday 2026-11-24 unless the test says otherwise."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.model.due_dates import find_due, read_due

TUESDAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("今天", "2026-11-24"), ("明天", "2026-11-25"), ("明晚", "2026-11-25"), ("后天", "2026-11-26"),
        ("大后天", "2026-11-27"), ("昨天", "2026-11-23"),
        ("周五", "2026-11-27"), ("星期五", "2026-11-27"), ("礼拜日", "2026-11-29"), ("星期天", "2026-11-29"),
        ("周二", "2026-11-24"), ("周一", "2026-11-30"), ("周5", "2026-11-27"), ("周末", "2026-11-29"),
        ("本周五", "2026-11-27"), ("这周一", "2026-11-23"), ("下周三", "2026-12-02"), ("下个星期三", "2026-12-02"),
        ("下下周一", "2026-12-07"), ("本周", "2026-11-27"), ("下周", "2026-12-04"),
        ("月底", "2026-11-30"), ("月末", "2026-11-30"), ("本月底", "2026-11-30"), ("下月底", "2026-12-31"),
        ("下个月底", "2026-12-31"), ("下下个月底", "2027-01-31"), ("月初", "2026-12-01"), ("下月初", "2026-12-01"),
        ("月中", "2026-12-15"), ("下月", "2026-12-31"), ("下月5号", "2026-12-05"), ("12月底", "2026-12-31"),
        ("3月", "2027-03-31"), ("季末", "2026-12-31"), ("季度末", "2026-12-31"), ("下季度末", "2027-03-31"),
        ("年底", "2026-12-31"), ("明年底", "2027-12-31"),
        ("12月3日", "2026-12-03"), ("12月3号", "2026-12-03"), ("12月3", "2026-12-03"), ("十二月三号", "2026-12-03"),
        ("2027年1月5日", "2027-01-05"), ("明年3月5日", "2027-03-05"), ("１２月３１日", "2026-12-31"),
        ("12-03", "2026-12-03"), ("12/3", "2026-12-03"), ("12.3", "2026-12-03"), ("１２－３１", "2026-12-31"),
        ("12。3", "2026-12-03"), ("2026-12-03", "2026-12-03"), ("2026/12/3", "2026-12-03"), ("20261203", "2026-12-03"),
        ("1-15", "2027-01-15"), ("11-20", "2026-11-20"),
        ("3号", "2026-12-03"), ("30日", "2026-11-30"), ("31号", "2026-12-31"), ("24号", "2026-11-24"),
        ("三天后", "2026-11-27"), ("3天后", "2026-11-27"), ("3天内", "2026-11-27"), ("过两天", "2026-11-26"),
        ("十二天后", "2026-12-06"), ("两周后", "2026-12-08"), ("2个星期之后", "2026-12-08"),
        ("一个月后", "2026-12-24"), ("3个月", "2027-02-24"), ("半个月后", "2026-12-09"), ("半年后", "2027-05-24"),
        ("一年后", "2027-11-24"),
        ("+3d", "2026-11-27"), ("3d", "2026-11-27"), ("2w", "2026-12-08"), ("1m", "2026-12-24"),
        ("＋３ｄ", "2026-11-27"),
        ("today", "2026-11-24"), ("Tomorrow", "2026-11-25"), ("tmr", "2026-11-25"), ("fri", "2026-11-27"),
        ("Friday", "2026-11-27"), ("wednesday", "2026-11-25"), ("tuesday", "2026-11-24"),
        ("thursday", "2026-11-26"), ("saturday", "2026-11-28"), ("sunday", "2026-11-29"),
        ("thurs", "2026-11-26"), ("next wed", "2026-12-02"), ("this mon", "2026-11-23"),
        ("eod", "2026-11-24"), ("eow", "2026-11-27"), ("eom", "2026-11-30"), ("eoq", "2026-12-31"),
        ("eoy", "2026-12-31"), ("end of next month", "2026-12-31"), ("next week", "2026-12-04"),
        ("in 3 days", "2026-11-27"), ("3 days", "2026-11-27"), ("in a week", "2026-12-01"),
        ("two months", "2027-01-24"),
        ("dec 3", "2026-12-03"), ("December 3rd", "2026-12-03"), ("3 dec", "2026-12-03"), ("3 Dec 2027", "2027-12-03"),
        ("dec 3, 2027", "2027-12-03"),
    ],
)  # fmt: skip
def test_words_for_a_day(words: str, day: str) -> None:
    found = read_due(words, TUESDAY)
    assert found is not None and found.day == date.fromisoformat(day), found
    assert found.is_past == (date.fromisoformat(day) < TUESDAY)


def test_a_weekday_is_the_coming_one_and_today_counts() -> None:
    assert read_due("周五", FRIDAY).day == FRIDAY
    assert read_due("周三", FRIDAY).day == date(2026, 12, 2)
    assert read_due("周日", date(2026, 11, 29)).day == date(2026, 11, 29)
    assert read_due("周一", date(2026, 11, 29)).day == date(2026, 11, 30)


@pytest.mark.parametrize(
    "words", ["2-30", "2月30日", "13月1日", "25-12", "2026-02-29", "2-29", "0号", "32号", "feb 30", "十十日"]
)
def test_a_day_that_does_not_exist_is_said_so(words: str) -> None:
    found = read_due(words, TUESDAY)
    assert found is not None and found.day is None and found.problem == "no_such_day" and found.reason == "没有这一天"


def test_february_29_in_a_leap_year_is_a_day() -> None:
    assert read_due("2-29", date(2027, 11, 1)).day == date(2028, 2, 29)


def test_the_end_of_the_calendar_is_no_accident() -> None:
    assert read_due("999年后", date(9500, 1, 1)).problem == "too_far"
    assert read_due("月底", date(9998, 12, 31)).day == date(9998, 12, 31)


@pytest.mark.parametrize(
    "text",
    ["@张伟 看一下", "写信给 zhang@fri.example.com", "li.wen@12.cn", "@monica", "@3dx", "@", "周五", "@12", "@2w5"],
)
def test_an_at_that_is_no_date_is_left_alone(text: str) -> None:
    assert find_due(text, TUESDAY) is None


@pytest.mark.parametrize(
    ("text", "phrase", "day"),
    [
        ("我约他们 CIO @周五", "@周五", "2026-11-27"),
        ("约CIO@周五前给答复", "@周五", "2026-11-27"),
        ("请 @张伟 @下周三 看", "@下周三", "2026-12-02"),
        ("每周首访 6 次＠12-31。", "＠12-31", "2026-12-31"),
        ("打电话 @ 明天", "@ 明天", "2026-11-25"),
        ("send it @friday, please", "@friday", "2026-11-27"),
        ("现在 3 次@12-31", "@12-31", "2026-12-31"),
        ("ask bob@acme.com @in 3 days", "@in 3 days", "2026-11-27"),
        ("给报价@12月3日上午", "@12月3日", "2026-12-03"),
        ("İ @Fri", "@Fri", "2026-11-27"),
    ],
)
def test_the_first_date_in_a_line(text: str, phrase: str, day: str) -> None:
    found = find_due(text, TUESDAY)
    assert found is not None and text[found.start : found.end] == phrase and found.day == date.fromisoformat(day)


@given(
    st.dates(date(1, 5, 1), date(9997, 1, 1)),
    st.text(alphabet="@＠周五月底十二1235-/.号日天后下本eomfrid nxt+", max_size=12),
)
def test_nothing_typed_breaks_the_reading(today: date, text: str) -> None:
    found = find_due(text, today)
    if found:
        assert text[found.start] in "@＠" and 0 <= found.start < found.end <= len(text)
        assert (found.day is None) == (found.problem is not None)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 999))
def test_days_ahead_are_days_ahead(today: date, days: int) -> None:
    for words in (f"{days}天后", f"+{days}d", f"in {days} days"):
        assert read_due(words, today).day == today + timedelta(days=days)


# Of eight figures in a row only those of this century are a day; others are a number.
@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_full_date_is_itself(today: date, day: date) -> None:
    for words in (day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day:%Y/%m/%d}", f"{day:%Y%m%d}"):
        found = read_due(words, today)
        assert found is not None and found.day == day and found.is_past == (day < today)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_within_a_week(today: date, weekday: int) -> None:
    day = read_due("周" + "一二三四五六日"[weekday], today).day
    assert day.weekday() == weekday and 0 <= (day - today).days < 7
    after = read_due("下周" + "一二三四五六日"[weekday], today).day
    assert after.weekday() == weekday and 1 <= (after - today).days <= 13
