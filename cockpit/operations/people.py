"""What a manager does to people, teams, stages and targets by hand."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import frozen

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.model import clock
from cockpit.model.cycles import Month
from cockpit.operations.operation import Changes, operation
from cockpit.store import people, stages, targets
from cockpit.store.experience import write_experience, write_learned_use
from cockpit.store.file import Store

PERSON_FIELDS = frozenset({"name", "role", "email", "region", "style", "hired_on", "left_on"})
TEAM_FIELDS = frozenset({"name", "mode", "typical_cycle_days", "supervisor_id"})


def add_person(
    store: Store, name: str, *, team_id: int | None = None, fields: Mapping[str, Any] | None = None
) -> Changes:
    """Add a seller; ``fields`` are further columns of the person."""
    _refuse_blank(name)
    with operation(store, noop("添加 {name}"), name=name.strip()) as under_way:
        day = clock.today().isoformat()
        number = max(people.list_people(store.connection, day), default=0) + 1
        values = {"role": "seller", **_known(fields or {}, PERSON_FIELDS), "name": name.strip()}
        people.insert_people(store.connection, {number: values})
        if team_id is not None:
            people.join_team(store.connection, number, team_id, day)
        under_way.changed("person", number)
        under_way.changed("team")
    return under_way.changes


def edit_person(store: Store, person_id: int, fields: Mapping[str, Any]) -> Changes:
    """Set columns of a person; days are dates or ISO text, ``left_on`` the last day of employment.

    A new name brings its pinyin. Raises CockpitError for a blank name, and for a last day before the first.
    """
    values = _known(fields, PERSON_FIELDS)
    if "name" in values:
        _refuse_blank(values["name"])
        values["name"] = values["name"].strip()
    with operation(store, noop("修改 {name}"), name=_name(store, "people", person_id)) as under_way:
        people.update_person(store.connection, person_id, values)
        hired, left = store.connection.execute(
            "SELECT hired_on, left_on FROM people WHERE id = ?", (person_id,)
        ).fetchone()
        if hired and left and left < hired:
            raise CockpitError(tr("离职日早于入职日。"), tr("看看两个日期的年份。"))
        under_way.changed("person", person_id)
    return under_way.changes


def move_to_team(store: Store, person_id: int, team_id: int | None, from_on: date) -> Changes:
    """Put a person into a team, or into none, from ``from_on`` on; what was sold before stays with the old team.

    Raises CockpitError when the person is in that team on that day and stays there.
    """
    name = _name(store, "people", person_id)
    day = from_on.isoformat()
    later = store.connection.execute(
        "SELECT 1 FROM memberships WHERE person_id = ? AND (from_on > ? OR to_on > ?)", (person_id, day, day)
    ).fetchone()
    if later is None and people.teams_on(store.connection, day).get(person_id) == team_id:
        raise CockpitError(tr("{name} 那天已经在这个团队。", name=name), tr("选另一个团队,或另一天。"))
    team = tr("没有团队") if team_id is None else _name(store, "teams", team_id)
    with operation(store, noop("{name} 调到 {team}"), name=name, team=team) as under_way:
        people.join_team(store.connection, person_id, team_id, from_on.isoformat())
        under_way.changed("person", person_id)
        under_way.changed("team")
    return under_way.changes


def add_team(store: Store, name: str, *, mode: str = "opportunities", supervisor_id: int | None = None) -> Changes:
    """Add a team that works in the default pipeline. Raises CockpitError when there is one of that name."""
    _refuse_blank(name)
    with operation(store, noop("添加团队 {name}"), name=name.strip()) as under_way:
        _refuse_taken(store, name.strip(), None)
        number = max(people.list_teams(store.connection), default=0) + 1
        pipeline = stages.add_standard_stages(store.connection)
        row = {"name": name.strip(), "pipeline_id": pipeline, "supervisor_id": supervisor_id}
        people.insert_teams(store.connection, {number: row})
        people.update_team(store.connection, number, {"mode": mode})
        under_way.changed("team", number)
    return under_way.changes


def edit_team(store: Store, team_id: int, fields: Mapping[str, Any]) -> Changes:
    """Set name, management mode ("opportunities" or "process"), typical cycle in days, or supervisor of a team."""
    values = _known(fields, TEAM_FIELDS)
    if int(values.get("typical_cycle_days", 1)) <= 0:
        raise CockpitError(tr("典型周期要大于 0 天。"))
    with operation(store, noop("修改团队 {name}"), name=_name(store, "teams", team_id)) as under_way:
        if "name" in values:
            _refuse_blank(values["name"])
            values["name"] = values["name"].strip()
            _refuse_taken(store, values["name"], team_id)
        people.update_team(store.connection, team_id, values)
        if values.get("supervisor_id") is not None:
            people.update_person(store.connection, values["supervisor_id"], {"role": "supervisor"})
            under_way.changed("person", values["supervisor_id"])
        under_way.changed("team", team_id)
    return under_way.changes


def set_targets(
    store: Store,
    values: Mapping[Month, int | None],
    *,
    person_id: int | None = None,
    team_id: int | None = None,
    measure: str = "won_revenue",
    level: str = "target",
) -> Changes:
    """Set targets of a person, of a team, or (neither given) of everybody; None takes one away.

    Money in minor units, counts as they are. Raises CockpitError for a negative one.
    """
    if any(value is not None and value < 0 for value in values.values()):
        raise CockpitError(tr("目标不能是负数。"))
    with operation(store, noop("设定 {n} 个目标"), n=len(values)) as under_way:
        targets.write_targets(
            store.connection,
            {(str(month), person_id, team_id, measure, level): value for month, value in values.items()},
        )
        under_way.changed("target")
    return under_way.changes


@frozen
class TeamStageValues:
    """What a team sets for a stage: its experience value (0 to 1) and limit in days; None means the pipeline's, or the
    learnt limit, and a limit of 0 means none at all."""

    experience_value: float | None
    limit_days: int | None


def edit_team_stages(store: Store, team_id: int, values: Mapping[int, TeamStageValues]) -> Changes:
    """Set a team's own values for some stages; what it believed before stays in the history.

    Raises CockpitError for a share or a number of days that is none.
    """
    for of_stage in values.values():
        if of_stage.experience_value is not None and not 0 <= of_stage.experience_value <= 1:
            raise CockpitError(tr("经验值在 0 到 100% 之间。"))
        if of_stage.limit_days is not None and of_stage.limit_days < 0:
            raise CockpitError(tr("停留天数不能是负数。"))
    with operation(store, noop("修改 {name} 的阶段"), name=_name(store, "teams", team_id)) as under_way:
        day = clock.today().isoformat()
        for stage_id, of_stage in values.items():
            write_experience(store.connection, team_id, stage_id, of_stage.experience_value, day)
            stages.write_team_stage(store.connection, team_id, stage_id, of_stage.experience_value, of_stage.limit_days)
        under_way.changed("stage", values)
        under_way.changed("team", team_id)
    return under_way.changes


def use_learned_values(store: Store, team_id: int, is_used: bool, *, today: date | None = None) -> Changes:
    """From today on a team's weighted forecast uses learned values where 30 past deals stand behind them, or the
    manager's own everywhere. What was used before stays known."""
    label = noop("{name} 的预测用学到的值") if is_used else noop("{name} 的预测用经验值")
    with operation(store, label, name=_name(store, "teams", team_id)) as under_way:
        day = (today or clock.today()).isoformat()
        if write_learned_use(store.connection, team_id, is_used, day):
            under_way.changed("stage")
            under_way.changed("team", team_id)
    return under_way.changes


def _known(fields: Mapping[str, Any], allowed: frozenset[str]) -> dict[str, Any]:
    if unknown := set(fields) - allowed:
        raise KeyError(f"cannot be edited: {sorted(unknown)}")
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}


def _name(store: Store, table: str, number: int) -> str:
    row = store.connection.execute(f"SELECT name FROM {table} WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise CockpitError(tr("要改的内容已经不在了。"), tr("刷新页面再试。"))
    return str(row[0])


def _refuse_blank(name: str) -> None:
    if not name.strip():
        raise CockpitError(tr("名称不能为空。"))


def _refuse_taken(store: Store, name: str, but: int | None) -> None:
    row = store.connection.execute("SELECT id FROM teams WHERE name = ?", (name,)).fetchone()
    if row is not None and row[0] != but:
        raise CockpitError(tr("已经有一个团队叫“{name}”。", name=name), tr("换一个名称。"))
