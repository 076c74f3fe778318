"""Text in .csv files: no spreadsheet runs it, and it comes back as it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.excel.harmless_text import as_meant, harmless, is_risky

TEXTS = st.text(alphabet=st.sampled_from(list("'＝＠=+-@\t\r\n a1,.%华　")), max_size=8)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1 个",
        "-李雯",
        "@客户",
        "\t=1",
        "\rx",
        " =cmd|'/c calc'!A1",
        "'=1",
        "-1+2",
        "--",
        "＝1+1",
        "＋1",
        "－1",
        "＠a",
    ],
)
def test_risky_text_stands_behind_an_apostrophe(text: str) -> None:
    assert is_risky(text) and harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["", "华信", "-12.5", "+8,600", "-3%", "'tis", "a=b", "2026-11-24", " x"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text == as_meant(text)


@given(TEXTS)
def test_every_text_comes_back_and_nothing_risky_goes_out(text: str) -> None:
    written = harmless(text)
    assert as_meant(written) == text
    assert not re.match(r"[=+\-@\t\r]", written) or re.fullmatch(r"[+-]?[\d,.]+%?", written)
