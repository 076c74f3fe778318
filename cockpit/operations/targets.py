"""Targets as a manager types and pastes them: texts of cells in, one undoable operation."""

from collections.abc import Mapping

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.model.cycles import Month
from cockpit.operations.operation import Changes, operation
from cockpit.store import targets
from cockpit.store.file import Store

MEASURES: dict[str, str] = {"won_revenue": noop("赢单收入"), "new_touches": noop("新客户触达")}
"""What targets are set for, as the grid offers it."""

_SHOWN = 3


@frozen
class TargetCell:
    """A month of a person, of a team, or (neither given) of everybody."""

    month: Month
    person_id: int | None = None
    team_id: int | None = None


def paste_targets(store: Store, texts: Mapping[TargetCell, str], measure: str = "won_revenue") -> Changes:
    """Set targets from what was typed or copied from a spreadsheet: "12万", "1,200", "¥120,000.00"; blank takes away.

    All cells are read together, because one may tell how another is meant. Raises CockpitError, with nothing changed,
    when a cell cannot be read or is negative.
    """
    values = _read(texts, measure)
    with operation(store, noop("设定 {n} 个目标"), n=len(values)) as under_way:
        targets.write_targets(
            store.connection,
            {(str(cell.month), cell.person_id, cell.team_id, measure, "target"): values[cell] for cell in values},
        )
        under_way.changed("target")
    return under_way.changes


def _read(texts: Mapping[TargetCell, str], measure: str) -> dict[TargetCell, int | None]:
    """Money in minor units, counts as they are; None for a blank."""
    from cockpit.excel.values import OWN_SIGN, Unreadable, currency_of, money_reader

    read = money_reader(texts.values())
    values: dict[TargetCell, int | None] = {}
    refused = []
    for cell, text in texts.items():
        value = read(text)
        if value is not None and not isinstance(value, Unreadable) and measure != "won_revenue":
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
