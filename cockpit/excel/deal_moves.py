"""What a manager wants to hear about an update: deals that slip, shrink, go back or come back, and owners who left."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from attrs import define, field

from cockpit.excel.deal_rows import DealRows
from cockpit.excel.known import Known
from cockpit.excel.plan import Plan
from cockpit.excel.registry import Change
from cockpit.excel.tables import TypedTable
from cockpit.language import noop

PUSHES_TOLD = 3
"""From so many moves of the close date into a later month on, a deal is worth a line."""
CUT = 2
"""An amount of which more than one part in so many is gone is worth a line."""


@define
class Moves:
    """Collects what the changes of one table mean, deal by deal."""

    today: str
    moved_back: list[str] = field(factory=list)
    back_from_lost: list[str] = field(factory=list)
    reopened: list[str] = field(factory=list)
    handed_over: list[str] = field(factory=list)
    cut: list[str] = field(factory=list)
    pushed: dict[int, str] = field(factory=dict)

    def see(self, change: Change, name: str, stages: Mapping[int, Mapping[str, Any]]) -> None:
        """Look at one change of a deal called ``name``."""
        fields = change.fields
        if "stage_id" in fields:
            old, new = (stages[number] for number in fields["stage_id"])
            if (
                old["kind"] == new["kind"] == "open"
                and old["pipeline_id"] == new["pipeline_id"]
                and new["position"] < old["position"]
            ):
                self.moved_back.append(name)
        if fields.get("state", ("", ""))[0] == "lost":
            self.back_from_lost.append(name)
        if fields.get("state", ("", ""))[0] == "won":
            self.reopened.append(name)
        if fields.get("owner_id", (None, None))[0] is not None:
            self.handed_over.append(name)
        old_amount, amount = fields.get("amount", (None, None))
        if old_amount is not None and amount is not None and amount * CUT < old_amount:
            self.cut.append(name)
        old_day, day = fields.get("expected_close", (None, None))
        if old_day and day and day[:7] > old_day[:7]:
            self.pushed[change.id] = name

    def note(self, plan: Plan, known: Known) -> None:
        """Put a line into the plan for each sort of move."""
        if self.pushed:
            before = known.pushes(list(self.pushed))
            often = [name for number, name in self.pushed.items() if before.get(number, 0) + 1 >= PUSHES_TOLD]
            plan.note("pushed_often", noop("预计成交日期第三次(或更多次)推迟的商机:"), often)
        plan.note("moved_back", noop("阶段往回走的商机:"), self.moved_back)
        plan.note("back_from_lost", noop("丢单后又回来的商机:"), self.back_from_lost)
        plan.note("reopened", noop("已赢单又退回的商机:"), self.reopened)
        plan.note("handed_over", noop("换了负责人的商机:"), self.handed_over)
        plan.note("amount_cut", noop("金额少了一半以上的商机:"), self.cut)


def deal_label(table: TypedTable, place: int) -> str:
    """How a row's deal is called in a list: by its id, else its name, else its row."""
    return table.column("external_id")[place] or table.column("name")[place] or f"#{table.rows[place]}"


def note_owners_who_left(plan: Plan, rows: DealRows) -> None:
    """List the owners of open deals of the file who have left the company, or whom the manager has deleted."""
    owners = rows.values.get("owner_id")
    if not owners:
        return
    left = {
        number
        for number in set(owners)
        if number is not None and (plan.people.is_deleted(number) or _has_left(plan.people.rows[number], rows.today))
    }
    if not left:
        return
    refused = rows.table.refused
    counts = Counter(
        owner
        for owner, state, row in zip(owners, rows.values["state"], rows.table.rows, strict=True)
        if owner in left and state in ("open", None) and row not in refused
    )
    names = [f"{plan.people.name(number)} ({times})" for number, times in counts.most_common()]
    plan.note("owner_left", noop("{n} 个在手商机的负责人已经离职:"), names, sum(counts.values()))


def note_without_owner(plan: Plan, rows: DealRows) -> None:
    """Count the open deals of the file that nobody owns, in a file that names owners at all."""
    owners = rows.values.get("owner_id")
    if not owners or None not in owners:
        return
    refused = rows.table.refused
    count = sum(
        owner is None and number is None and state in ("open", None) and row not in refused
        for owner, number, state, row in zip(owners, rows.known, rows.values["state"], rows.table.rows, strict=True)
    )
    plan.note("without_owner", noop("{n} 个新的在手商机没有负责人"), [], count)


def _has_left(person: Mapping[str, Any], today: str) -> bool:
    return bool(person.get("left_on")) and str(person["left_on"]) < today
