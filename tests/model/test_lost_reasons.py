"""Reasons as people write them, sorted into kinds."""

import pytest

from cockpit.model.lost_reasons import LOST_KINDS, lost_kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("价格太高", "price"),
        ("Too expensive", "price"),
        ("竞争对手价格更低", "price"),
        ("Lost to competitor", "competitor"),
        ("选了别家", "competitor"),
        ("功能不满足", "product"),
        ("Missing features", "product"),
        ("客户关系不到位", "relationship"),
        ("No response", "relationship"),
        ("今年没有预算", "no_budget"),
        ("No budget", "no_budget"),
        ("迟迟不决策", "no_decision"),
        ("No decision / lost momentum", "no_decision"),
        ("项目取消", "timing"),
        ("Bad timing", "timing"),
        ("公司倒闭", "other"),
        ("???", "other"),
    ],
)
def test_a_reason_finds_its_kind(said: str, kind: str) -> None:
    assert lost_kind(said) == kind


def test_the_words_that_the_program_offers_are_their_own_kind() -> None:
    for kind, words in LOST_KINDS.items():
        assert lost_kind(words) == kind


def test_what_is_named_first_counts_and_what_is_denied_does_not() -> None:
    assert lost_kind("没有预算,价格也高") == "no_budget"
    assert lost_kind("不是价格,是功能不够") == "product"
    assert lost_kind("Not about price - relationship") == "relationship"
    # A word inside another is not the word.
    assert lost_kind("Costa Rica office closed") == "other"
