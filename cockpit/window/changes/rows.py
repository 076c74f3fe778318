"""What the tables of changes say of a deal; rows are made as they come into sight."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from attrs import frozen

from cockpit.language import tr
from cockpit.metrics.change_names import NamedDeal, kind_name
from cockpit.metrics.changed_deals import KINDS, ChangedDeal, DealThen, Kind
from cockpit.model import formats
from cockpit.window.changes.reading import ChangesData
from cockpit.window.kit.tables import Cell, Row
from cockpit.window.kit.theme import State

OFTEN = 3
"""A close that was pushed so many times is no date any more."""
KIND_SYMBOLS: dict[Kind, str] = {
    "new": "✚", "back": "↺", "taken_over": "⇥", "grown": "▲", "shrunk": "▼", "revalued": "≈", "won": "✓", "lost": "✕",
    "handed_over": "⇤", "moved_on": "→", "moved_back": "←", "pushed": "»", "pulled_in": "«", "closed_within": "◇",
}  # fmt: skip
KIND_STATES: dict[Kind, State] = {
    "new": "ok", "back": "ok", "taken_over": "ok", "grown": "ok", "won": "ok", "lost": "act", "shrunk": "watch",
    "handed_over": "watch", "moved_back": "watch", "pushed": "watch",
}  # fmt: skip

Thing = TypeVar("Thing", ChangedDeal, DealThen)
Read = Callable[[Sequence[int]], dict[int, NamedDeal]]


class DealsSource(Generic[Thing]):
    """Rows of deals whose names are read when they come into sight."""

    def __init__(self, deals: Sequence[Thing], read: Read, make_row: Callable[[Thing, NamedDeal], Row]) -> None:
        self.deals: Sequence[Thing] = deals
        self._read = read
        self._make_row: Callable[[Thing, NamedDeal], Row] = make_row
        self._names: dict[int, NamedDeal] = {}

    def count(self) -> int:
        """How many rows there are."""
        return len(self.deals)

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """Rows from ``offset`` on. A deal that has left the store since is left blank until the next load."""
        wanted = self.deals[offset : offset + limit]
        self._make_known(wanted)
        return [self._make_row(deal, self._names.get(deal.id, _GONE)) for deal in wanted]

    def sort(self, by: Callable[[Thing, NamedDeal], Any], descending: bool, *, by_name: bool) -> None:
        """``by_name``: what it is sorted by needs the names of all. What has no value stands last both ways."""
        if by_name:
            self._make_known(self.deals)
        valued = [(by(deal, self._names.get(deal.id, _GONE)), deal) for deal in self.deals]
        known = [pair for pair in valued if pair[0] is not None]
        known.sort(key=lambda pair: pair[0], reverse=descending)
        self.deals = [deal for _, deal in known] + [deal for value, deal in valued if value is None]

    def _make_known(self, deals: Sequence[Thing]) -> None:
        unknown = [deal.id for deal in deals if deal.id not in self._names]
        if unknown:
            self._names.update(self._read(unknown))


_GONE = NamedDeal("", "", None, "", None, None, None, None)


@frozen
class Wording:
    """How the rows say it, for the data shown now."""

    data: ChangesData

    # --- what changed -----------------------------------------------------------------------------------------

    def changed(self, deal: ChangedDeal, named: NamedDeal) -> Row:
        """A row of the table of changes."""
        before, after = deal.before, deal.after
        then = after or before
        owner = self.data.person(then.owner_id) if then else named.owner or ""
        return Row(
            deal.id,
            (
                self._name(named),
                Cell(owner or formats.MISSING),
                self._kinds(deal),
                self._money(before),
                self._money(after) if after or not named.closed_on else self._closed(named),
                Cell(
                    formats.money_change(deal.difference) if before or after else formats.MISSING,
                    sort=deal.difference,
                    tip=formats.money_full(deal.difference, self.data.currency),
                    strong=True,
                ),
                self._two(self._stage(before), self._stage(after)),
                self._two(_short(before), _short(after)),
            ),
            named.name,
        )

    def _kinds(self, deal: ChangedDeal) -> Cell:
        words = "  ".join(f"{KIND_SYMBOLS[kind]} {self._kind(kind, deal)}" for kind in deal.kinds)
        states = [KIND_STATES[kind] for kind in deal.kinds if kind in KIND_STATES]
        return Cell(
            words, sort=KINDS.index(deal.kinds[0]), tone=states[0] if states else None, tip="\n".join(words.split("  "))
        )

    @staticmethod
    def _kind(kind: Kind, deal: ChangedDeal) -> str:
        if kind == "pushed" and deal.pushes and deal.pushes.times > 1:
            return tr("第 {n} 次推迟", n=deal.pushes.times)
        return kind_name(kind)

    def _stage(self, then: DealThen | None) -> str:
        return self.data.stage(then.stage_id) if then else ""

    @staticmethod
    def _two(before: str, after: str) -> Cell:
        if before and after and before != after:
            return Cell(f"{before} → {after}")
        return Cell(after or before or formats.MISSING, quiet=True)

    # --- the others -------------------------------------------------------------------------------------------

    def untouched(self, deal: DealThen, named: NamedDeal) -> Row:
        """A row of the table of deals without any change."""
        return Row(
            deal.id,
            (
                self._name(named),
                Cell(self.data.person(deal.owner_id) or formats.MISSING),
                Cell(self.data.stage(deal.stage_id) or formats.MISSING),
                self._money(deal),
                Cell(deal.expected_close or formats.MISSING, quiet=True),
                Cell(named.last_activity or tr("没有跟进记录"), quiet=True),
            ),
            named.name,
        )

    def pushed(self, deal: ChangedDeal, named: NamedDeal) -> Row:
        """A row of the table of pushed closes."""
        pushes, then = deal.pushes, deal.after
        times = pushes.times if pushes else 0
        return Row(
            deal.id,
            (
                self._name(named),
                Cell(self.data.person(then.owner_id if then else None) or formats.MISSING),
                Cell(
                    tr("第 {n} 次", n=times), sort=times, state="act" if times >= OFTEN else "watch",
                    tip=tr("跨月改期 {n} 次", n=times),
                ),
                Cell(f"{pushes.old} → {pushes.new}" if pushes else formats.MISSING),
                self._money(then),
            ),
            named.name,
        )  # fmt: skip

    # --- cells ------------------------------------------------------------------------------------------------

    @staticmethod
    def _name(named: NamedDeal) -> Cell:
        return Cell(named.name, quiet_text="" if named.account in named.name else named.account, tip=named.account)

    def _money(self, then: DealThen | None) -> Cell:
        if then is None or then.worth is None:
            return Cell(formats.MISSING, quiet=True)
        shown = tr("{amount} 估", amount=formats.money(then.worth)) if then.estimated else formats.money(then.worth)
        return Cell(shown, sort=then.worth, tip=formats.money_full(then.worth, self.data.currency))

    def _closed(self, named: NamedDeal) -> Cell:
        """What became of it, for which amount: not what is still open."""
        full = formats.money_full(named.amount, named.currency or self.data.currency)
        words = tr("{day} 成交 {amount}") if named.state == "won" else tr("{day} 丢单,金额 {amount}")
        return Cell(formats.MISSING, quiet=True, tip=words.format(day=named.closed_on, amount=full))


def _short(then: DealThen | None) -> str:
    return then.expected_close or "" if then else ""
