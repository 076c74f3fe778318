"""What people read: figures that neither lie by rounding nor change with the system's language."""

import locale
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.language import speaking
from cockpit.model import formats

YUAN = 100
MULTIPLES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12, "K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}


@pytest.fixture
def english() -> Iterator[None]:
    with speaking("en"):
        yield


@pytest.mark.parametrize(
    ("yuan", "shown"),
    [
        ("3120000", "312 万"), ("113000000", "1.13 亿"), ("865000", "86.5 万"), ("8600", "8,600"), ("0", "0"),
        ("9999", "9,999"), ("9960", "9,960"), ("9999.5", "1 万"), ("9999.49", "9,999"), ("99995000", "1 亿"),
        ("99994999", "9,999 万"), ("12.5", "12.5"), ("0.01", "0.01"), ("-950000", "-95 万"), ("-0.001", "0"),
        ("10000000000000", "10 万亿"), ("1e15", "1,000 万亿"), ("999999999999", "1 万亿"),
    ],
)  # fmt: skip
def test_money_in_chinese(yuan: str, shown: str) -> None:
    assert formats.money(Decimal(yuan) * YUAN) == shown


@pytest.mark.parametrize(
    ("yuan", "shown"),
    [("3120000", "3.12 M"), ("996", "996"), ("999.5", "1 K"), ("999999", "1 M"), ("1130000000", "1.13 B"),
     ("8600", "8.6 K"), ("-950000", "-950 K"), ("2000000000000", "2 T")],
)  # fmt: skip
def test_money_in_english(english: None, yuan: str, shown: str) -> None:
    assert formats.money(Decimal(yuan) * YUAN) == shown


@given(st.integers(-(10**17), 10**17), st.sampled_from(["zh", "en"]))
def test_short_money_is_within_half_of_its_last_digit(minor: int, code: str) -> None:
    with speaking(code):  # type: ignore[arg-type]
        text = formats.money(minor)
    number, unit = re.fullmatch(r"(-?[\d,]+(?:\.\d+)?) ?(\D*)", text).groups()  # type: ignore[union-attr]
    assert unit in MULTIPLES
    read = Decimal(number.replace(",", "")) * MULTIPLES[unit]
    assert abs(read - Decimal(minor) / 100) <= max(abs(Decimal(minor)) / 100 / 199, Decimal("0.5"))
    assert number != "-0"


@given(st.integers(0, 10**13), st.integers(0, 10**13))
def test_more_money_never_reads_as_less(one: int, other: int) -> None:
    def read(minor: int) -> Decimal:
        number, _, unit = formats.money(minor).partition(" ")
        return Decimal(number.replace(",", "")) * MULTIPLES[unit]

    less, more = sorted((one, other))
    assert read(less) <= read(more)


def test_the_full_amount() -> None:
    assert formats.money_full(312_000_000) == "¥3,120,000.00"
    assert formats.money_full(-5, "USD") == "-$0.05"
    assert formats.money_full(10**17, "XYZ") == "XYZ 1,000,000,000,000,000.00"


def test_changes_carry_their_sign() -> None:
    assert [formats.money_change(n) for n in (95_000_000, -95_000_000, 0, None)] == ["+95 万", "-95 万", "0", "—"]
    assert [formats.points(n) for n in (0.04, -0.094, 0.0, -0.004)] == ["+4 点", "-9 点", "0 点", "0 点"]
    assert formats.points(0.0375, 1) == "+3.8 点"


def test_shares_round_as_written() -> None:
    assert formats.share(0.72) == "72 %" and formats.share(0.6315, 1) == "63.2 %"
    # 0.285 x 100 is 28.499999999999996 in binary.
    assert formats.share(0.285) == "29 %" and formats.share(-0.001) == "0 %" and formats.share(1.04) == "104 %"


def test_ratios_times_counts_and_scores() -> None:
    assert formats.ratio(2.44) == "2.4×" and formats.ratio(0.05) == "0.1×"
    assert formats.days(41) == "41 天" and formats.days(12.45) == "12.5 天"
    assert formats.count(12_480) == "12,480" and formats.count(1.5) == "1.5" and formats.score(3.0) == "3"


def test_days_and_months() -> None:
    day = date(2026, 11, 24)
    assert formats.day(day) == "2026-11-24" and formats.day_short(day) == "11-24 周二"
    assert formats.day_words(day) == "11 月 24 日"
    assert formats.month_text(day) == "2026 年 11 月" and formats.month_short(day) == "11 月"


def test_english_months_do_not_follow_the_locale_of_the_system(english: None, monkeypatch: pytest.MonkeyPatch) -> None:
    before = locale.setlocale(locale.LC_TIME)
    day = date(2026, 11, 24)
    try:
        for name in ("zh_CN.UTF-8", "de_DE.UTF-8", "C.UTF-8"):
            try:
                locale.setlocale(locale.LC_TIME, name)
            except locale.Error:
                continue
            assert formats.month_text(day) == "Nov 2026" and formats.day_words(day) == "24 Nov"
    finally:
        locale.setlocale(locale.LC_TIME, before)


@pytest.mark.parametrize("unit", ["money", "share", "count", "days", "ratio", "score"])
def test_what_cannot_be_computed_is_a_dash(unit: str) -> None:
    assert formats.by_unit(None, unit) == "—"


def test_every_other_missing_value_is_a_dash() -> None:
    shown = [formats.money_full(None), formats.points(None), formats.day(None), formats.month_text(None)]
    assert shown == ["—"] * 4
