"""The line that says what is looked at, how many, and how much: of all rows, or of those that are selected."""

from cockpit.language import tr
from cockpit.metrics.deal_list import CurrencySum
from cockpit.model import formats
from cockpit.window.deals.filters import STATE_WORDS, WHEN_WORDS
from cockpit.window.deals.loading import DealsData


def chosen_words(sums: tuple[CurrencySum, ...], data: DealsData) -> list[str]:
    """Of a selection."""
    return [tr("已选 {n} 个", n=_count(sum(part.count for part in sums))), *_money_words(sums, data.currency)]


def all_words(sums: tuple[CurrencySum, ...], data: DealsData) -> list[str]:
    """Of all rows; ``sums`` are empty until they are known."""
    wanted = data.asked.wanted
    words = [tr(STATE_WORDS[wanted.state]), data.asked.origin if wanted.ignores_scope else data.scope.label]
    if wanted.when != "any":
        words.append(f"{tr(WHEN_WORDS[wanted.when])} ({data.looking.month})")
    words += [tr("{n} 个商机", n=_count(len(data.ids))), *_money_words(sums, data.currency)]
    behind = wanted.rows.parameters.get("as_of") if wanted.rows else None
    if isinstance(behind, str) and behind < data.today.isoformat():
        words.append(tr("行里是今天的样子,数字说的是 {day}", day=behind))
    return words


def _count(count: int) -> int | str:
    """With separators; one stays a number, by which English chooses its form."""
    return count if count == 1 else formats.count(count)


def _money_words(sums: tuple[CurrencySum, ...], home: str) -> list[str]:
    """Currency by currency, never added up; what list prices stand in for is said beside it."""
    words = []
    for part in sums:
        text = formats.money(part.amount)
        # Where no deal has an amount, 0 would be read as one.
        if part.amount or not part.estimated:
            words.append(text if part.currency == home else f"{part.currency} {text}")
        if part.estimated:
            words.append(tr("另有 {n} 个没有金额,按标价约 {amount}", n=_count(part.without_amount),
                            amount=formats.money(part.estimated)))  # fmt: skip
    return words
