"""Rows that the manager does not want: new ones where an import only updates, known ones where it only adds."""

from collections.abc import Sequence

from cockpit.excel.plan import Plan
from cockpit.excel.tables import TypedTable
from cockpit.language import noop


def leave_out(plan: Plan, table: TypedTable, is_known: Sequence[bool]) -> None:
    """Take the rows out of the table that its mode does not want; they are counted and listed."""
    mode = table.choices.mode
    if mode == "both":
        return
    left = [place for place, known in enumerate(is_known) if known == (mode == "add")]
    names = [table.column("name")[place] or table.column("external_id")[place] or "" for place in left]
    sentence = (
        noop("只更新:文件里有、驾驶舱里没有的,没有新增:")
        if mode == "update"
        else noop("只新增:驾驶舱里已有的,没有更新:")
    )
    plan.note("left_out", sentence, names)
    plan.left_out[table.kind] += len(left)
    gone = set(left)
    table.keep(place for place in range(len(table)) if place not in gone)
