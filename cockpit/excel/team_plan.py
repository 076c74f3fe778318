"""People, their teams and their targets, as a file of people or of targets tells them."""

from collections import Counter
from typing import Any

from cockpit.excel.choices import Mode
from cockpit.excel.erasing import erased_fields
from cockpit.excel.known import Known, TargetKey
from cockpit.excel.modes import leave_out
from cockpit.excel.periods import Period, level_of, measure_of
from cockpit.excel.plan import Plan
from cockpit.excel.registry import AMBIGUOUS, Ambiguous
from cockpit.excel.tables import TypedTable
from cockpit.excel.values import Unreadable
from cockpit.language import noop
from cockpit.model.names import has_han, name_key

SUPERVISOR_ROLES = frozenset(
    map(name_key, (
        "supervisor", "主管", "销售主管", "团队主管", "组长", "团队负责人", "sales manager", "team lead",
        "团队经理", "销售总监", "sales director", "部门经理",
    ))
)  # fmt: skip
SELLER_ROLES = frozenset(
    map(name_key, (
        "seller", "销售", "销售代表", "业务员", "sales rep", "sales representative", "account executive",
        "客户经理", "account manager", "销售专员", "销售员", "大客户经理",
    ))
)  # fmt: skip
WHOLE_TEAM = frozenset(
    map(name_key, (
        "全队", "全员", "全体", "公司", "全公司", "整体", "全部", "团队合计", "whole team", "all", "everybody",
        "company", "overall",
    ))
)  # fmt: skip
STYLES = {
    "老虎": "tiger", "tiger": "tiger", "猫头鹰": "owl", "owl": "owl", "考拉": "koala", "koala": "koala",
    "孔雀": "peacock", "peacock": "peacock",
}  # fmt: skip
ERASABLE = ("email", "region", "hired_on", "left_on", "style")
COUNTED_MEASURES = ("new_customers", "new_touches")


def find_person(
    plan: Plan, external_id: str | None, name: str | None, email: str | None = None
) -> int | Ambiguous | None:
    """Whom a file means; a name may be an id, where a CRM writes ids under "owner"."""
    if name and not external_id:
        found = plan.people.find(name, None)
        if found is not None:
            return found
    return plan.people.find(external_id, name, email)


def person_names(table: TypedTable) -> list[str | None]:
    """The name of every row, put together where first and last name stand apart."""
    if "name" in table.columns:
        return table.columns["name"]
    names: list[str | None] = []
    for first, last in zip(table.column("first_name"), table.column("last_name"), strict=True):
        parts = [part for part in ((last, first) if has_han(f"{first}{last}") else (first, last)) if part]
        names.append(("" if has_han("".join(parts)) else " ").join(parts) or None)
    return names


def refuse_repeated(table: TypedTable, names: list[str | None]) -> None:
    """Refuse rows whose id, or without one whose name, an earlier row has; and rows that have neither."""
    seen: dict[tuple[str, str], int] = {}
    for place, (external_id, name) in enumerate(zip(table.column("external_id"), names, strict=True)):
        if not name and not external_id:
            table.refuse(place, "name", Unreadable(noop("没有名称,也没有编号")))
            continue
        key = ("id", external_id) if external_id else ("name", name_key(name or ""))
        if key in seen:
            reason = noop("编号重复,和第 {row} 行相同") if external_id else noop("名称重复,和第 {row} 行相同")
            table.refuse(place, "external_id" if external_id else "name", Unreadable(reason, {"row": seen[key]}))
        else:
            seen[key] = table.rows[place]


def plan_people(plan: Plan, table: TypedTable, known: Known) -> None:
    """People of one table, their teams by team column or by manager, and their targets."""
    table.columns["name"] = person_names(table)
    refuse_repeated(table, table.columns["name"])
    for place, (external_id, name) in enumerate(zip(table.column("external_id"), table.columns["name"], strict=True)):
        if find_person(plan, external_id, name) is AMBIGUOUS:
            table.refuse(place, "name", Unreadable(noop("有几个人叫这个名字,请加上编号列")))
    table.drop_refused()
    whose = zip(table.column("external_id"), table.columns["name"], table.column("email"), strict=True)
    leave_out(plan, table, [find_person(plan, *one) is not None for one in whose])
    numbers = _add_people(plan, table)
    managers = _managers(plan, table, numbers)
    _teams(plan, table, numbers, managers)
    for index, column in table.found.target_columns.items():
        for number, value in zip(numbers, table.targets[index], strict=True):
            if value is not None:
                owner = (number, None)
                add_target(plan, known, owner, column.period, column.measure, column.level, value, table.choices.mode)


def _add_people(plan: Plan, table: TypedTable) -> list[int]:
    numbers = []
    deleted = []
    for place, name in enumerate(table.columns["name"]):
        values: dict[str, Any] = {
            column: table.columns[column][place]
            for column in ("external_id", "email", "region", "hired_on", "left_on")
            if column in table.columns
        }
        role = name_key(table.columns["role"][place] or "") if "role" in table.columns else ""
        if role in SUPERVISOR_ROLES or role in SELLER_ROLES:
            values["role"] = "supervisor" if role in SUPERVISOR_ROLES else "seller"
        if "style" in table.columns and table.columns["style"][place]:
            values["style"] = STYLES.get(table.columns["style"][place].strip().lower())
        found = find_person(plan, values.get("external_id"), name, values.get("email"))
        if found is None:
            number = plan.people.add(
                table.rows[place], name=name or values["external_id"], **{"role": "seller"} | values
            )
        else:
            assert isinstance(found, int)
            number = found
            if plan.people.is_deleted(number):
                deleted.append(plan.people.name(number))
            else:
                # A row without a role does not make a seller of a supervisor.
                erased = erased_fields(table, ERASABLE, place)
                plan.people.change(number, erased, name=name, **values)
        plan.people.seen[number] = table.rows[place]
        numbers.append(number)
    plan.note("deleted", noop("已删除的人还在文件里,没有恢复:"), deleted)
    return numbers


def _managers(plan: Plan, table: TypedTable, numbers: list[int]) -> list[int | None]:
    """The manager of every row; managers whom no row of people names are added."""
    if "manager" not in table.columns and "manager_id" not in table.columns:
        return [None] * len(table)
    resolved: dict[tuple[Any, Any], int | None] = {}
    added = []
    managers: list[int | None] = []
    for number, key in zip(numbers, zip(table.column("manager_id"), table.column("manager"), strict=True), strict=True):
        if key not in resolved:
            found = find_person(plan, *key)
            if found is None and any(key):
                found = plan.people.add(None, name=key[1] or key[0], external_id=key[0], role="supervisor")
                added.append(plan.people.name(found))
            resolved[key] = found if isinstance(found, int) else None
        manager = resolved[key]
        managers.append(None if manager == number else manager)
    for manager in {manager for manager in managers if manager is not None}:
        plan.people.change(manager, role="supervisor")
    plan.note("managers_added", noop("只在主管列里出现的人,作为主管加入:"), added)
    return managers


def _teams(plan: Plan, table: TypedTable, numbers: list[int], managers: list[int | None]) -> None:
    leading = {manager for manager in managers if manager is not None}
    by_column: dict[int, Counter[int]] = {}
    for number, name, manager in zip(numbers, table.column("team"), managers, strict=True):
        if name:
            team = _team_called(plan, name, table)
            by_column.setdefault(team, Counter())
            if manager is not None:
                by_column[team][manager] += 1
            elif plan.people.rows[number].get("role") == "supervisor":
                by_column[team][number] += 1
        elif manager is not None and number not in leading:
            team = _team_of_manager(plan, manager)
        else:
            continue
        plan.teams.seen[team] = table.rows[0]
        # Those who lead others belong to their team only if they sell themselves: settle_supervisors sees to it.
        if plan.people.rows[number].get("role") != "supervisor" and not plan.people.is_deleted(number):
            plan.people.change(number, team_id=team)
    for team, leaders in by_column.items():
        if leaders:
            leader, times = leaders.most_common(1)[0]
            if times * 2 > sum(leaders.values()):
                plan.teams.change(team, supervisor_id=leader)


def _team_called(plan: Plan, name: str, table: TypedTable) -> int:
    found = plan.teams.find(None, name)
    if isinstance(found, int):
        plan.teams.revive(found)
        return found
    return plan.teams.add(table.rows[0] if table.rows else None, name=name, pipeline_id=plan.stages.default_pipeline)


def _team_of_manager(plan: Plan, manager: int) -> int:
    """The team that the manager leads, whatever it is called by now; else a new one with the manager's name."""
    led = [
        number
        for number, row in plan.teams.rows.items()
        if row.get("supervisor_id") == manager and row.get("deleted_at") is None
    ]
    if led:
        return led[0]
    name = plan.people.name(manager)
    found = plan.teams.find(None, name)
    if isinstance(found, int):
        plan.teams.revive(found)
        plan.teams.change(found, supervisor_id=manager)
        return found
    return plan.teams.add(None, name=name, pipeline_id=plan.stages.default_pipeline, supervisor_id=manager)


def settle_supervisors(plan: Plan, owners: frozenset[int]) -> None:
    """Supervisors who own deals or have a target are members of the team that they lead; the others are not."""
    with_target = {key[1] for key in (*plan.targets_added, *plan.targets_changed)}
    for team, row in plan.teams.rows.items():
        leader = row.get("supervisor_id")
        if leader is None or row.get("deleted_at") is not None or plan.people.rows[leader].get("team_id") is not None:
            continue
        if leader in owners or leader in with_target:
            plan.people.change(leader, team_id=team)


TOLD_TWICE = noop("同一个目标第 {row} 行已经写过,数字不一样;也许写着是谁的那一列没有认出来")


def plan_targets(plan: Plan, table: TypedTable, known: Known) -> None:
    """Targets of people, teams or everybody, a row per period or a column per period."""
    owners: list[tuple[int | None, int | None]] = []
    for place, (external_id, name, team) in enumerate(
        zip(table.column("person_id"), table.column("person"), table.column("team"), strict=True)
    ):
        if not external_id and name_key(name or team or "") in WHOLE_TEAM:
            owners.append((None, None))
            continue
        person = find_person(plan, external_id, name) if external_id or name else None
        of_team = plan.teams.find(None, team) if team else None
        if (external_id or name) and not isinstance(person, int):
            reason = noop("有几个人叫这个名字,请加上编号列") if person is AMBIGUOUS else noop("没有这个人,请先导入人员")
            table.refuse(place, "person" if name else "person_id", Unreadable(reason))
        elif team and not external_id and not name and not isinstance(of_team, int):
            table.refuse(place, "team", Unreadable(noop("没有这个团队")))
        owners.append(
            (person, None) if isinstance(person, int) else (None, of_team if isinstance(of_team, int) else None)
        )
    measures = [measure_of(text or "") for text in table.column("measure")]
    levels = [level_of(text or "") for text in table.column("level")]
    if "measure" not in table.columns:
        measures = [measure_of(table.heading("value"))] * len(table)
    values = table.column("value")
    for place, value in enumerate(values):
        if value is not None and value < 0:
            table.refuse(place, "value", Unreadable(noop("目标不能是负数")))
    refused = set(table.refused)
    told: dict[tuple[tuple[int | None, int | None], Period, str, str], tuple[int, int]] = {}
    for place, row in enumerate(table.rows):
        if row in refused:
            continue
        of_row: list[tuple[Period, str, str, int]] = []
        if values[place] is not None and (period := table.column("month")[place]) is not None:
            of_row.append((period, measures[place], levels[place], values[place]))
        for index, column in table.found.target_columns.items():
            if (value := table.targets[index][place]) is not None and value >= 0:
                of_row.append((column.period, column.measure, column.level, value))
        # Whose targets they are may stand in a column that is not recognised: the last row would win without a word.
        keys = [(owners[place], *one[:3]) for one in of_row]
        others = [told[key][0] for key, one in zip(keys, of_row, strict=True) if key in told and told[key][1] != one[3]]
        if others:
            table.refuse(place, "value", Unreadable(TOLD_TWICE, {"row": others[0]}))
            continue
        for key, one in zip(keys, of_row, strict=True):
            told[key] = (row, one[3])
            add_target(plan, known, owners[place], *one, table.choices.mode)
    table.drop_refused()


def add_target(
    plan: Plan,
    known: Known,
    owner: tuple[int | None, int | None],
    period: Period,
    measure: str,
    level: str,
    whole: int,
    mode: Mode = "both",
) -> None:
    """A target of ``whole`` (minor units, as money cells are read) over the months of the period."""
    if whole < 0:
        return
    if measure in COUNTED_MEASURES:
        whole //= 100
    for month, value in period.split(whole):
        key: TargetKey = (str(month), *owner, measure, level)
        before = known.targets.get(key)
        if before == value:
            plan.targets_unchanged += 1
        elif mode == ("update" if before is None else "add"):
            plan.left_out["targets"] += 1
        elif before is None:
            plan.targets_added[key] = value
        else:
            plan.targets_changed[key] = (before, value)
