"""Targets that come back from a workbook: a year of somebody in each row, and writing them."""

from collections.abc import Sequence
from typing import Any

from cockpit.excel.round_trip_compare import EditedRow
from cockpit.excel.round_trip_layout import FIELDS, LEVELS, MEASURES, MONTH_FIELDS, SCOPE_KINDS, keys_of_words
from cockpit.excel.round_trip_plan import CellChange, ReturnPlan, RowChange, TablePlan
from cockpit.excel.values import Unreadable
from cockpit.language import noop, tr
from cockpit.model import formats
from cockpit.model.names import name_key
from cockpit.operations.operation import Operation
from cockpit.operations.round_trip_rows import TargetId
from cockpit.operations.round_trip_values import Now, Taking, ValueReader, target_value
from cockpit.store import targets
from cockpit.store.targets import TargetKey

_FIELDS = {one.key: one for one in FIELDS["targets"]}


def target_names(ids: Sequence[str], reader: ValueReader) -> dict[str, str]:
    """Of these ids those whose person or team is there: id -> what to call the row."""
    found = {}
    for text in ids:
        row = TargetId.parse(text)
        if row is None:
            continue
        name = _whose(row, reader)
        if name is not None:
            parts = (name, str(row.year), tr(MEASURES[row.measure]))
            found[text] = " · ".join(parts if row.level == "target" else (*parts, tr(LEVELS[row.level])))
    return found


def _whose(row: TargetId, reader: ValueReader) -> str | None:
    """Whose target it is; None for somebody who is not there any more."""
    names = reader.names
    if not row.person_id and not row.team_id:
        return tr(SCOPE_KINDS["all"])
    labels, present = (names.people, names.present_people) if row.person_id else (names.teams, names.present_teams)
    label = labels.get(row.person_id or row.team_id or 0)
    return label if label in present else None


def take_changes(taking: Taking, edited: Sequence[EditedRow], now: Now) -> None:
    """Read what was edited."""
    plan, reader = taking.plan, taking.reader
    for at, row in enumerate(edited):
        found = TargetId.parse(row.id)
        assert found is not None
        line = plan.table.rows[row.place]
        cells = []
        for cell in row.cells:
            value = target_value(reader.read(cell.of, cell.cell), found.measure)
            if isinstance(value, Unreadable):
                plan.refuse(line, cell.of.key, cell.cell, value)
                continue
            old = target_value(now[cell.of.key][at], found.measure)
            cells.append(
                CellChange(cell.of.key, value, _words(old, found), _words(value, found), cell.is_conflict)
            )  # fmt: skip
        if line not in plan.refused:
            plan.changed.append(RowChange(row.id, line, taking.there[row.id], tuple(cells)))


def _words(value: Any, row: TargetId) -> str:
    if value is None or isinstance(value, Unreadable):
        return formats.MISSING
    return formats.money_full(value) if row.is_money else formats.count(value)


def take_new(taking: Taking, places: Sequence[int]) -> None:
    """Read rows without an id: months that have no target yet get one, others are a conflict to choose."""
    if not places:
        return
    plan, reader = taking.plan, taking.reader
    known = targets.list_targets(taking.connection)
    first = {text: row for text, row in zip(plan.table.ids, plan.table.rows, strict=True) if text}
    for place in places:
        line = plan.table.rows[place]
        found = _read_id(plan, place, line, reader)
        if found is None:
            continue
        text = str(found)
        if text in first:
            reason = tr("和第 {row} 行说的是同一个目标", row=first[text])
            plan.refuse(line, "whose", _cell(plan, "whose", place), reason)
            continue
        first[text] = line
        cells = []
        for month, key in zip(MONTH_FIELDS, found.keys, strict=True):
            if month not in plan.table.cells:
                continue
            value = target_value(reader.read(_FIELDS[month], _cell(plan, month, place)), found.measure)
            if isinstance(value, Unreadable):
                plan.refuse(line, month, _cell(plan, month, place), value)
            elif value is not None and value != known.get(key):
                old = known.get(key)
                cells.append(CellChange(month, value, _words(old, found), _words(value, found), old is not None))
        if line in plan.refused:
            continue
        if cells:
            plan.changed.append(RowChange(text, line, target_names([text], reader)[text], tuple(cells)))
        else:
            plan.unchanged += 1


def _cell(plan: TablePlan, of: str, place: int) -> Any:
    return plan.table.cells[of][place] if of in plan.table.cells else ""


def _read_id(plan: TablePlan, place: int, line: int, reader: ValueReader) -> TargetId | None:
    """Whose target in which year, measure and level a new row tells; refused where it does not."""
    year = reader.read(_FIELDS["year"], _cell(plan, "year", place))
    if isinstance(year, Unreadable) or year is None or not 1990 <= year <= 2100 or year != int(year):
        plan.refuse(line, "year", _cell(plan, "year", place), tr("写上年份,例如 2026"))
        return None
    chosen: dict[str, str] = {}
    for of, words, usual in (("measure", MEASURES, "won_revenue"), ("level", LEVELS, "target")):
        value = reader.read(_FIELDS[of], _cell(plan, of, place))
        if isinstance(value, Unreadable):
            plan.refuse(line, of, _cell(plan, of, place), value)
            return None
        chosen[of] = value or usual
        assert chosen[of] in words
    name = str(_cell(plan, "whose", place)).strip()
    if not name:
        plan.refuse(line, "whose", "", tr("写上是谁的目标"))
        return None
    kind = reader.read(_FIELDS["scope_kind"], _cell(plan, "scope_kind", place))
    kind = None if isinstance(kind, Unreadable) else kind
    if kind == "all" or keys_of_words(SCOPE_KINDS).get(name_key(name)) == "all":
        return TargetId(int(year), None, None, chosen["measure"], chosen["level"])
    team = reader.teams.find(name) if kind in (None, "team") else None
    person = reader.people.find(name) if kind in (None, "person") else None
    if isinstance(team, Unreadable) or isinstance(person, Unreadable) or (team is not None and person is not None):
        reason = Unreadable(noop("有好几个叫这个名字,请从列表里选带编号的那一个,并写明范围"))
        plan.refuse(line, "whose", name, reason)
        return None
    if team is None and person is None:
        plan.refuse(line, "whose", name, Unreadable(noop("驾驶舱里没有这个人或团队")))
        return None
    return TargetId(int(year), person, team, chosen["measure"], chosen["level"])


def write_targets(under_way: Operation, returned: ReturnPlan, plan: TablePlan) -> None:
    """Write what is taken of one list."""
    values: dict[TargetKey, int | None] = {}
    for change, cells in returned.changed_rows(plan):
        found = TargetId.parse(change.id)
        assert found is not None
        keys = dict(zip(MONTH_FIELDS, found.keys, strict=True))
        values |= {keys[cell.field]: cell.value for cell in cells}
    if values:
        targets.write_targets(under_way.store.connection, values)
        under_way.changed("target")
