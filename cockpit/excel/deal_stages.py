"""Stage and state of deals: what the file says of each, put together and put into the pipeline."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from cockpit.excel.deal_links import Links
from cockpit.excel.deal_rows import DealRows
from cockpit.excel.plan import Plan
from cockpit.excel.tables import TypedTable
from cockpit.excel.values import Unreadable
from cockpit.language import noop
from cockpit.model.deals import DealState
from cockpit.model.names import name_key
from cockpit.model.stage_names import meaning_of

OPEN_WORDS = frozenset(
    map(name_key, (
        "open", "进行中", "active", "in progress", "ongoing", "跟进中", "未关闭", "未结束", "正常", "pending",
        "待定", "未完成", "推进中", "未成交中", "否", "no", "false",
    ))
)  # fmt: skip

_SIGNING = re.compile(r"won|signed|booked|booking|赢|签|成交|中标|下单", re.IGNORECASE)

Said = tuple[str | None, str | None, bool | None, bool | None]
"""Stage, state, won?, closed? as the file has them."""


def settle_stages(plan: Plan, rows: DealRows, owners: Links) -> None:
    """Fill ``stage_id`` and ``state``; rows that contradict themselves are refused in the table.

    Both stay None where the file says nothing of a deal that the store knows; a file without stages puts new deals
    into the first stage.
    """
    table = rows.table
    said: list[Said] = list(
        zip(*(table.column(name) for name in ("stage", "state", "is_won", "is_closed")), strict=True)
    )
    pipelines = _pipelines(plan, owners, len(said))
    has_stage_column = "stage" in table.columns or "state" in table.columns or "is_won" in table.columns
    probabilities = _probabilities(table.column("stage"), table.columns.get("probability"))
    meant: dict[tuple[int, Said], tuple[int | None, DealState | None] | Unreadable] = {}
    distinct = list(dict.fromkeys(zip(pipelines, said, strict=True)))
    _settle_names(plan, table, distinct, kinds_of_stages(said), probabilities)
    for pipeline, one in distinct:
        if any(value is not None for value in one):
            meant[pipeline, one] = _meant(plan, pipeline, one)
        else:
            meant[pipeline, one] = (None, None)
    wrong = {key for key, value in meant.items() if isinstance(value, Unreadable)}
    keys = list(zip(pipelines, said, strict=True))
    if wrong:
        for place, key in enumerate(keys):
            if key in wrong:
                reason = meant[key]
                assert isinstance(reason, Unreadable)
                table.refuse(place, "stage" if "stage" in table.columns else "state", reason)
    settled: list[Any] = [meant[key] if key not in wrong else (None, None) for key in keys]
    rows.values["stage_id"] = [stage for stage, _ in settled]
    rows.values["state"] = [state for _, state in settled]
    if not has_stage_column:
        _without_stages(plan, rows, pipelines)


def _without_stages(plan: Plan, rows: DealRows, pipelines: list[int]) -> None:
    new = [place for place, number in enumerate(rows.known) if number is None]
    signed = _signed(rows)
    for place in new:
        won = signed[place]
        pipeline = pipelines[place]
        rows.values["stage_id"][place] = (
            plan.stages.closed(pipeline, "won") if won else plan.stages.first_open(pipeline)
        )
        rows.values["state"][place] = "won" if won else "open"
    count = sum(signed[place] for place in new)
    plan.note("signed", noop("文件里没有阶段列,{n} 个已签约的新商机按赢单计。"), [], count)
    plan.note("without_stage", noop("文件里没有阶段列,{n} 个新商机放在第一个阶段。"), [], len(new) - count)


def _signed(rows: DealRows) -> list[bool]:
    """Which rows a list of contracts has won: those with a day of signing that is not to come."""
    for name in ("closed_on", "close_date"):
        if name in rows.table.columns and _SIGNING.search(rows.table.heading(name)):
            return [day is not None and day <= rows.today for day in rows.table.columns[name]]
    return [False] * len(rows.table)


def _pipelines(plan: Plan, owners: Links, count: int) -> list[int]:
    """The pipeline of each row's owner's team; with one pipeline in the store it is that."""
    default = plan.stages.default_pipeline
    if len({row["pipeline_id"] for row in plan.teams.rows.values()} | {default}) == 1 or not owners.is_there:
        return [default] * count
    of_owner: dict[Any, int] = {}
    for key, person in owners.found.items():
        team = plan.people.rows[person].get("team_id") if isinstance(person, int) else None
        of_owner[key] = plan.teams.rows[team]["pipeline_id"] if team is not None else default
    return [of_owner.get(key, default) for key in owners.keys]


def _probabilities(stages: list[str | None], shares: list[float | None] | None) -> dict[str, float]:
    """The probability that the file gives most often for each stage."""
    if not shares:
        return {}
    counts: defaultdict[str, Counter[float]] = defaultdict(Counter)
    for (stage, share), times in Counter(zip(stages, shares, strict=True)).items():
        if stage is not None and share is not None:
            counts[stage][share] += times
    return {stage: found.most_common(1)[0][0] for stage, found in counts.items()}


def said_state(one: Said) -> DealState | None:
    """What the columns beside the stage say."""
    _, state, is_won, is_closed = one
    if is_won:
        return "won"
    if is_closed is False:
        return "open"
    if is_closed and is_won is False:
        return "lost"
    if state:
        kind = meaning_of(state).kind
        if kind != "open":
            return kind
        if name_key(state) in OPEN_WORDS:
            return "open"
    return None


def kinds_of_stages(said: Iterable[Said]) -> dict[str, DealState]:
    """Stages whose deals are all won, or all lost, as the columns beside the stage say."""
    states: defaultdict[str, set[DealState | None]] = defaultdict(set)
    for one in set(said):
        if one[0]:
            states[one[0]].add(said_state(one))
    # Where deals stand in a stage after they have ended, a stage only tells how far they came.
    stopped = {state for found in states.values() if "open" in found for state in found}
    return {
        stage: state
        for stage, found in states.items()
        if len(found) == 1 and (state := next(iter(found))) is not None and state != "open" and state not in stopped
    }


def stage_name(one: Said) -> str | None:
    """A status that names neither open, won nor lost is a stage by another name."""
    stage, state, _, _ = one
    if stage or not state:
        return stage
    return state if said_state((None, state, None, None)) is None else None


def _settle_names(
    plan: Plan,
    table: TypedTable,
    distinct: list[tuple[int, Said]],
    kinds: dict[str, DealState],
    probabilities: dict[str, float],
) -> None:
    names: defaultdict[int, list[str]] = defaultdict(list)
    for pipeline, one in distinct:
        if name := stage_name(one):
            names[pipeline].append(name)
    for pipeline, of_pipeline in names.items():
        guessed = plan.stages.settle(pipeline, of_pipeline, kinds, table.choices.stages, probabilities)
        table.guessed_stages |= {name: match.meant for name, match in guessed.items()}
    told = [f"{name} → {choice.name}" for name, choice in table.guessed_stages.items()]
    plan.note("stages_matched", noop("文件里的阶段按团队的阶段计:"), told)


def _meant(plan: Plan, pipeline: int, one: Said) -> tuple[int, DealState] | Unreadable:
    book, name, state = plan.stages, stage_name(one), said_state(one)
    if name is None:
        if state == "won" or state == "lost":
            return book.closed(pipeline, state), state
        return book.first_open(pipeline), "open"
    number = book.find(pipeline, name)
    assert number is not None
    kind: DealState = book.rows[number]["kind"]
    if kind == "open":
        return number, state or "open"
    if state is not None and state != kind:
        return Unreadable(noop("阶段“{stage}”和状态对不上"), {"stage": name})
    return number, kind
