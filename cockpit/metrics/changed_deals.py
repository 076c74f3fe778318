"""A deal on two days: what kinds of change lie between, and what each of them adds to the sum of the open deals."""

from collections.abc import Collection
from typing import Literal, NamedTuple

from cockpit.metrics.open_pipeline import Sum
from cockpit.metrics.pushed import Pushes

Term = Literal["new", "back", "taken_over", "grown", "shrunk", "revalued", "won", "lost", "handed_over"]
Move = Literal["moved_on", "moved_back", "pushed", "pulled_in", "closed_within"]
Kind = Term | Move

TERMS: tuple[Term, ...] = ("new", "back", "taken_over", "grown", "shrunk", "revalued", "won", "lost", "handed_over")
"""In the order of the waterfall: what came, what became of it, what went."""
MOVES: tuple[Move, ...] = ("moved_on", "moved_back", "pushed", "pulled_in", "closed_within")
"""What happened to deals without changing the sum of what is open."""
KINDS: tuple[Kind, ...] = (*TERMS, *MOVES)


class DealThen(NamedTuple):
    """An open deal at the end of a day.

    ``amount`` as written, in minor units of the deal's currency; None where it has none. ``worth`` is what counts in
    the store's currency at the rate of that day, the list price where it is ``estimated``; None without amount and list
    price, and without a rate. Of the first of the two days, ``worth_at_last`` is the same at the rate of the last one.
    """

    id: int
    owner_id: int | None
    stage_id: int | None
    expected_close: str | None
    amount: int | None
    estimated: int
    worth: int | None
    worth_at_last: int | None

    @property
    def has_rate(self) -> bool:
        """Whether its amount, if it has one, could be told in the store's currency on that day."""
        return self.worth is not None or bool(self.estimated)


OpenRow = tuple[int, int | None, int | None, str | None, int | None, int, int | None, int | None]
"""A ``DealThen`` that is only compared: there are thousands."""
WORTH = 6
"""From here on a row depends on the rates of exchange as well, not on the deal alone."""


class ChangedDeal(NamedTuple):
    """A deal with at least one change. ``before`` is None where it was not open in the scope at the end of the first
    day, ``after`` where it is not at the end of the last one. ``pushes`` where its close was ever pushed.
    """

    id: int
    kinds: tuple[Kind, ...]
    before: DealThen | None
    after: DealThen | None
    pushes: Pushes | None = None

    @property
    def difference(self) -> int:
        """What it adds to the sum of the open deals, in minor units of the store's currency."""
        return ((self.after.worth if self.after else 0) or 0) - ((self.before.worth if self.before else 0) or 0)

    def adds(self, kind: Kind) -> int:
        """What of the difference is of this kind; that of another rate is told apart from that of another amount."""
        if kind in MOVES:
            return 0
        if self.before is None or self.after is None:
            return self.difference
        exchanged = (self.before.worth_at_last or 0) - (self.before.worth or 0)
        return exchanged if kind == "revalued" else self.difference - exchanged


def is_same(before: OpenRow | None, after: OpenRow) -> bool:
    """The deal is the same but for the rates. Where it stood before the first entry of its history is not known: that
    is no difference.
    """
    if before is None:
        return False
    return before[:2] == after[:2] and before[2] in (None, after[2]) and before[3:WORTH] == after[3:WORTH]


def sum_open(rows: Collection[OpenRow]) -> Sum:
    """All of them together."""
    whole = Sum(count=len(rows))
    for _, _, _, _, _, estimated, worth, _ in rows:
        if worth is not None:
            whole.amount += worth
            whole.estimated += worth if estimated else 0
        elif estimated:
            whole.without_amount += 1
        else:
            whole.without_rate += 1
    return whole


def add_change(some: Sum, deal: ChangedDeal, kind: Kind) -> None:
    """Add what of the deal is of this kind. A side is estimated where a list price stands in for its amount."""
    some.count += 1
    has_rate_then = is_known = estimated = False
    for side in (deal.before, deal.after):
        if side is not None:
            has_rate_then |= side.has_rate
            is_known |= side.worth is not None or side.worth_at_last is not None
            estimated |= bool(side.estimated and side.worth is not None)
    if not has_rate_then:
        some.without_rate += 1
    elif not is_known:
        some.without_amount += 1
    else:
        added = deal.adds(kind)
        some.amount += added
        some.estimated += abs(added) if estimated else 0
