"""Targets as a manager types and pastes them: texts of cells in, one undoable operation."""

from collections.abc import Mapping

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.metrics.settings import read_settings
from cockpit.metrics.targets import MONEY_MEASURES
from cockpit.model.cycles import Month
from cockpit.operations.operation import Changes, operation
from cockpit.store import targets
from cockpit.store.file import Store

MEASURES: dict[str, str] = {
    "won_revenue": noop("赢单收入"),
    "collected": noop("回款"),
    "new_customers": noop("新客户数"),
    "new_touches": noop("新客户触达"),
}
"""What targets are set for, as the grid offers it."""
LEVELS: dict[str, str] = {"target": noop("目标"), "sprint": noop("冲刺"), "challenge": noop("挑战")}
"""From what has to be to what would be splendid."""

_SHOWN = 3


@frozen
class TargetCell:
    """A month of a person, of a team, or (neither given) of everybody."""

    month: Month
    person_id: int | None = None
    team_id: int | None = None


@frozen
class TargetSpan:
    """A quarter or a year of a person, of a team, or (neither given) of everybody: only its months are stored."""

    first: Month
    last: Month
    person_id: int | None = None
    team_id: int | None = None

    @property
    def cells(self) -> list[TargetCell]:
        return [TargetCell(month, self.person_id, self.team_id) for month in self.first.through(self.last)]


def paste_targets(
    store: Store,
    texts: Mapping[TargetCell | TargetSpan, str],
    measure: str = "won_revenue",
    level: str = "target",
) -> Changes:
    """Set targets from what was typed or copied from a spreadsheet: "12万", "1,200", "¥120,000.00"; blank takes away.

    What is written for a quarter or a year is spread over its months, to the smallest unit: in the proportions that
    they have where all of them are set, else by working days; the last month takes what remains. Where the same block
    gives months as well, they win over the quarter, and quarters over the year. All cells are read together, because
    one may tell how another is meant. Raises CockpitError, with nothing changed, when a cell cannot be read or is
    negative.
    """
    if measure not in MEASURES or level not in LEVELS:
        raise KeyError((measure, level))
    values = _read(texts, measure)
    by_month: dict[TargetCell, int | None] = {
        cell: value for cell, value in values.items() if isinstance(cell, TargetCell)
    }
    spans = [span for span in values if isinstance(span, TargetSpan)]
    for span in sorted(spans, key=lambda span: span.last.months_since(span.first)):
        cells = span.cells
        if not any(cell in by_month for cell in cells):
            by_month |= _spread(store, cells, values[span], measure, level)
    with operation(store, noop("设定 {n} 个目标"), n=len(by_month)) as under_way:
        targets.write_targets(
            store.connection,
            {(str(cell.month), cell.person_id, cell.team_id, measure, level): by_month[cell] for cell in by_month},
        )
        under_way.changed("target")
    return under_way.changes


def _spread(
    store: Store, cells: list[TargetCell], whole: int | None, measure: str, level: str
) -> dict[TargetCell, int | None]:
    """``whole`` over these months; None takes them away."""
    if whole is None:
        return dict.fromkeys(cells)
    known = targets.list_targets(store.connection)
    there = [known.get((str(cell.month), cell.person_id, cell.team_id, measure, level)) for cell in cells]
    weights = [value for value in there if value is not None]
    if len(weights) < len(cells) or not sum(weights):
        calendar = read_settings(store.connection).calendar
        weights = [calendar.count(cell.month.start, cell.month.end) for cell in cells]
        if not sum(weights):
            weights = [1] * len(cells)
    shares: list[int] = [whole * weight // sum(weights) for weight in weights]
    shares[-1] += whole - sum(shares)
    return dict(zip(cells, shares, strict=True))


def _read(texts: Mapping[TargetCell | TargetSpan, str], measure: str) -> dict[TargetCell | TargetSpan, int | None]:
    """Money in minor units, counts as they are; None for a blank."""
    from cockpit.excel.values import OWN_SIGN, Unreadable, currency_of, money_reader

    read = money_reader(texts.values())
    values: dict[TargetCell | TargetSpan, int | None] = {}
    refused = []
    for cell, text in texts.items():
        value = read(text)
        if value is not None and not isinstance(value, Unreadable) and measure not in MONEY_MEASURES:
            value = Unreadable(noop("不是整数")) if value % 100 else value // 100
        if (
            isinstance(value, Unreadable)
            or (value is not None and value < 0)
            or currency_of(text) not in (None, OWN_SIGN)
        ):
            refused.append(text.strip())
        else:
            values[cell] = value
    if refused:
        named = tr("、").join(f"“{text}”" for text in refused[:_SHOWN]) + ("…" if len(refused) > _SHOWN else "")
        raise CockpitError(
            tr("{n} 格不能当作目标,什么都没有写入:{cells}。", n=len(refused), cells=named),
            tr("写成 12万、1,200 或 120000,不带表头和名字,再试一次。"),
        )
    return values
