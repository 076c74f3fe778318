"""Plans of key actions as a manager types and pastes them: texts of cells in, one undoable operation."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.model import formats
from cockpit.model.weeks import WEEK, week_of
from cockpit.operations.operation import Changes, operation
from cockpit.store import key_action_plans
from cockpit.store.file import Store

MOST = 999
"""A week has no room for more; what is larger was meant for another column."""
_SHOWN = 3
_COUNT = re.compile(r"(\d+)(?:\.0+)?\s*次?")


@frozen
class PlanCell:
    """A week of a person; ``week`` is its Monday."""

    person_id: int
    week: date


def write_plans(store: Store, texts: Mapping[PlanCell, str], kind: str, met: str = "") -> Changes:
    """Plan one action: how often in each week, from what was typed or pasted ("4", "４", "4 次"); blank takes away.

    Raises CockpitError, with nothing changed, when a cell is no whole number from 0 to 999.
    """
    planned: dict[key_action_plans.PlanKey, int | None] = {}
    refused = []
    for cell, text in texts.items():
        typed = unicodedata.normalize("NFKC", text).strip()
        found = _COUNT.fullmatch(typed)
        if typed and (found is None or int(found[1]) > MOST):
            refused.append(text.strip())
        else:
            key = (cell.person_id, week_of(cell.week).isoformat(), kind, met)
            planned[key] = int(found[1]) if found else None
    if refused:
        named = tr("、").join(f"“{text}”" for text in refused[:_SHOWN]) + ("…" if len(refused) > _SHOWN else "")
        raise CockpitError(
            tr("{n} 格不是次数,什么都没有写入:{cells}。", n=len(refused), cells=named),
            tr("写 0 到 {most} 的整数。", most=MOST),
        )
    with operation(store, noop("计划 {n} 格“{action}”"), n=len(planned), action=_name(kind, met)) as under_way:
        key_action_plans.write_plans(store.connection, planned)
        under_way.changed("key_action_plan")
    return under_way.changes


def copy_week_before(store: Store, week: date, people: Collection[int], kind: str, met: str = "") -> Changes:
    """Plan in a week what these people had planned of the action in the week before. What is planned already stays.

    Raises CockpitError when there is nothing to copy.
    """
    monday = week_of(week)
    before = key_action_plans.read_week(store.connection, (monday - WEEK).isoformat(), kind, met)
    there = key_action_plans.read_week(store.connection, monday.isoformat(), kind, met)
    copied: dict[key_action_plans.PlanKey, int | None] = {
        (person, monday.isoformat(), kind, met): planned
        for person, planned in before.items()
        if person in people and person not in there
    }
    if not copied:
        raise CockpitError(
            tr("{day} 的前一周没有可以照抄的计划。", day=formats.day_short(monday)),
            tr("那一周没有计划,或者这一周已经都有了。"),
        )
    with operation(store, noop("照抄 {n} 个人的“{action}”"), n=len(copied), action=_name(kind, met)) as under_way:
        key_action_plans.write_plans(store.connection, copied)
        under_way.changed("key_action_plan")
    return under_way.changes


def _name(kind: str, met: str) -> str:
    return f"{kind} · {met}" if met else kind
