"""Which of the team's stages a stage of the file is: by its name, by what the name says, by a name much like it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from cockpit.excel.choices import StageChoice
from cockpit.language import noop, tr
from cockpit.model.names import name_key
from cockpit.model.stage_names import StageKind, meaning_of

SIMILAR_ENOUGH = 90.0
"""rapidfuzz's ratio, 0 to 100."""
_DENYING = re.compile(r"未|不|非|无|没|^no|not|un")
_DIGITS = re.compile(r"\d+")

BY_NAME = noop("团队有这个阶段")
BY_KIND = noop("团队只有一个“{stage}”这样的阶段")
BY_MEANING = noop("和团队的“{stage}”意思相同")
BY_SIMILAR_NAME = noop("和团队的“{stage}”写法相近")
NEW_KNOWN = noop("团队没有这个阶段,按常用的叫法新增")
NEW_BY_STATE = noop("团队没有这个阶段,由状态列看出是赢单还是丢单")
NEW_UNKNOWN = noop("团队没有这个阶段,新增为在手的阶段")


@frozen
class StageMatch:
    """What a stage of the file is taken for. ``sure`` runs from 0 to 1."""

    meant: StageChoice
    is_new: bool
    sure: float
    told: tuple[str, Mapping[str, object]]

    @property
    def reason(self) -> str:
        """Why, in words."""
        return tr(self.told[0], **self.told[1])


def match_stages(
    names: Sequence[str], kinds: Mapping[str, StageKind], stages: Sequence[Mapping[str, Any]]
) -> dict[str, StageMatch]:
    """Every name of a file -> what it is taken for.

    ``kinds``: what the columns beside the stage say of it. ``stages`` are those of one pipeline, as the store has them.
    Two names of a file never become one stage of the team by anything less than its name.
    """
    by_key = {name_key(row["name"]): row for row in stages}
    found: dict[str, StageMatch] = {}
    left = []
    for name in dict.fromkeys(names):
        if (row := by_key.get(name_key(name))) is not None:
            found[name] = StageMatch(StageChoice(row["name"], row["kind"]), False, 1.0, (BY_NAME, {}))
        elif (row := _only_closed(name, stages)) is not None:
            told = (BY_KIND, {"stage": row["name"]})
            found[name] = StageMatch(StageChoice(row["name"], row["kind"]), False, 1.0, told)
        else:
            left.append(name)
    taken = {match.meant.name for match in found.values()}
    free = [row for row in stages if row["name"] not in taken and row["kind"] == "open"]
    found |= _by_meaning([name for name in left if kinds.get(name, "open") == "open"], free)
    taken = {match.meant.name for match in found.values()}
    free = [row for row in free if row["name"] not in taken]
    for name in left:
        if name not in found:
            similar = _by_similar_name(name, free) if kinds.get(name, "open") == "open" else None
            found[name] = similar or _new(name, kinds.get(name))
            if similar is not None:
                free = [row for row in free if row["name"] != similar.meant.name]
    return {name: found[name] for name in dict.fromkeys(names)}


def _only_closed(name: str, stages: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The pipeline's only won stage for any name that says won; so for lost."""
    kind = meaning_of(name).kind
    if kind == "open":
        return None
    fitting = [row for row in stages if row["kind"] == kind]
    return fitting[0] if len(fitting) == 1 else None


def _by_meaning(names: Sequence[str], free: Sequence[Mapping[str, Any]]) -> dict[str, StageMatch]:
    places = {name: meaning_of(name).place for name in names}
    of_team = {row["name"]: meaning_of(row["name"]).place for row in free}
    found = {}
    for name, place in places.items():
        if place is None or list(places.values()).count(place) > 1:
            continue
        same = [row for row in free if of_team[row["name"]] == place]
        if len(same) == 1:
            told = (BY_MEANING, {"stage": same[0]["name"]})
            found[name] = StageMatch(StageChoice(same[0]["name"], "open"), False, 0.85, told)
    return found


def _by_similar_name(name: str, free: Sequence[Mapping[str, Any]]) -> StageMatch | None:
    from rapidfuzz import fuzz, process

    key = name_key(name)
    fitting = {
        name_key(row["name"]): row
        for row in free
        if _DIGITS.findall(key) == _DIGITS.findall(name_key(row["name"]))
        and bool(_DENYING.search(key)) == bool(_DENYING.search(name_key(row["name"])))
    }
    best = process.extractOne(key, list(fitting), scorer=fuzz.ratio, score_cutoff=SIMILAR_ENOUGH)
    if best is None:
        return None
    stage = fitting[best[0]]["name"]
    return StageMatch(StageChoice(stage, "open"), False, best[1] / 100, (BY_SIMILAR_NAME, {"stage": stage}))


def _new(name: str, kind: StageKind | None) -> StageMatch:
    meaning = meaning_of(name)
    if meaning.kind != "open" or meaning.place is not None:
        return StageMatch(StageChoice(name, meaning.kind), True, 1.0, (NEW_KNOWN, {}))
    if kind in ("won", "lost"):
        return StageMatch(StageChoice(name, kind), True, 0.9, (NEW_BY_STATE, {}))
    return StageMatch(StageChoice(name, "open"), True, 0.5, (NEW_UNKNOWN, {}))
