"""Stages of the pipelines: which one a file means, and where those that it brings belong."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import define, field

from cockpit.excel.choices import StageChoice
from cockpit.excel.stage_match import StageMatch, match_stages
from cockpit.language import tr
from cockpit.model.names import name_key
from cockpit.model.stage_names import StageKind, meaning_of


@define
class NewStage:
    """A stage that a file brings, before it has its place. ``probability`` is the file's own, a share."""

    pipeline_id: int
    name: str
    kind: StageKind
    probability: float | None = None


@define
class StageBook:
    """``rows``: id -> pipeline_id, name, position, kind, experience_value; those of the store and the added ones."""

    rows: dict[int, dict[str, Any]]
    default_pipeline: int
    added: list[int] = field(factory=list)
    moved: dict[int, tuple[int, int]] = field(factory=dict)
    """Stages of the store that make room: id -> old and new position."""
    _by_key: dict[tuple[int, str], int] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for number, row in self.rows.items():
            self._by_key[row["pipeline_id"], name_key(row["name"])] = number

    def settle(
        self,
        pipeline_id: int,
        names: Sequence[str],
        kinds: Mapping[str, StageKind],
        chosen: Mapping[str, StageChoice],
        probabilities: Mapping[str, float],
    ) -> dict[str, StageMatch]:
        """Decide for all names of a file which stage each is, so that ``find`` finds it; new ones are added.

        ``chosen`` goes first, then what ``match_stages`` finds. ``kinds`` and ``probabilities``: what the file says of
        a stage beside its name. Returns what was guessed: names of stages that the team calls otherwise.
        """
        rows = [row for row in self.rows.values() if row["pipeline_id"] == pipeline_id]
        matches = match_stages([name for name in names if name not in chosen], kinds, rows)
        guessed: dict[str, StageMatch] = {}
        new: dict[str, NewStage] = {}
        meant: dict[str, str] = {}
        for name in dict.fromkeys(names):
            choice = chosen.get(name) or matches[name].meant
            meant[name] = choice.name
            if (pipeline_id, name_key(choice.name)) not in self._by_key:
                stage = NewStage(pipeline_id, choice.name, choice.kind, probabilities.get(name))
                new.setdefault(name_key(choice.name), stage)
            elif name not in chosen and matches[name].sure < 1:
                guessed[name] = matches[name]
        # Won and lost come behind the open ones, so that the order of appearance counts among these.
        self.add(sorted(new.values(), key=lambda stage: ("open", "won", "lost").index(stage.kind)))
        for name, stage_name in meant.items():
            self._by_key[pipeline_id, name_key(name)] = self._by_key[pipeline_id, name_key(stage_name)]
        return guessed

    def find(self, pipeline_id: int, name: str) -> int | None:
        """The stage that this name means: by its name; a plain "Won" or "Lost" also the pipeline's only such stage."""
        found = self._by_key.get((pipeline_id, name_key(name)))
        if found is not None:
            return found
        kind = meaning_of(name).kind
        return None if kind == "open" else self.only(pipeline_id, kind)

    def only(self, pipeline_id: int, kind: StageKind) -> int | None:
        """The pipeline's one stage of this kind, if it has one and no more."""
        found = [
            number for number, row in self.rows.items() if row["pipeline_id"] == pipeline_id and row["kind"] == kind
        ]
        return found[0] if len(found) == 1 else None

    def first_open(self, pipeline_id: int) -> int:
        """Where a deal stands of which no stage is known; made if the pipeline has no open stage."""
        found = [
            (row["position"], number)
            for number, row in self.rows.items()
            if row["pipeline_id"] == pipeline_id and row["kind"] == "open"
        ]
        return min(found)[1] if found else self.add([NewStage(pipeline_id, tr("未分阶段"), "open")])[0]

    def closed(self, pipeline_id: int, kind: StageKind) -> int:
        """Where a deal stands of which only is known that it was won, or lost."""
        found = self.only(pipeline_id, kind)
        name = tr("赢单") if kind == "won" else tr("丢单")
        return found or self.find(pipeline_id, name) or self.add([NewStage(pipeline_id, name, kind)])[0]

    def add(self, new: Iterable[NewStage]) -> list[int]:
        """Put new stages, given in the order in which they appeared, into their places; their ids in that order.

        Usual names have a usual place; others stand by the file's probability, else where they appeared.
        """
        numbers = []
        for stage in new:
            number = max(self.rows, default=0) + 1
            self.rows[number] = {
                "pipeline_id": stage.pipeline_id,
                "name": stage.name,
                "position": self._place_for(stage),
                "kind": stage.kind,
                "experience_value": None,
            }
            self._make_room(number)
            self._by_key[stage.pipeline_id, name_key(stage.name)] = number
            self.added.append(number)
            numbers.append(number)
            self.rows[number]["probability"] = stage.probability
        for number in numbers:
            self._value(number)
        return numbers

    def _weight(self, row: Mapping[str, Any]) -> float | None:
        """How far along a stage is, 0 to 1, where anything tells."""
        if row.get("probability") is not None:
            return float(row["probability"])
        meaning = meaning_of(row["name"])
        return meaning.experience_value if meaning.place is not None else row.get("experience_value")

    def _place_for(self, stage: NewStage) -> int:
        others = sorted(
            (row for row in self.rows.values() if row["pipeline_id"] == stage.pipeline_id),
            key=lambda row: int(row["position"]),
        )
        after = [row for row in others if row["kind"] == "open"]
        if stage.kind == "open":
            weight = self._weight({"name": stage.name, "probability": stage.probability})
            if weight is not None:
                later = [row for row in after if (own := self._weight(row)) is not None and own > weight]
                if later:
                    return int(later[0]["position"])
            return int(after[-1]["position"]) + 1 if after else 0
        if stage.kind == "won":
            after += [row for row in others if row["kind"] == "won"]
        else:
            after = others
        return max((int(row["position"]) for row in after), default=-1) + 1

    def _make_room(self, new: int) -> None:
        row = self.rows[new]
        for number, other in self.rows.items():
            if number != new and other["pipeline_id"] == row["pipeline_id"] and other["position"] >= row["position"]:
                if number not in self.added:
                    self.moved[number] = (self.moved.get(number, (other["position"], 0))[0], other["position"] + 1)
                other["position"] += 1

    def _value(self, number: int) -> None:
        """Won is 1, lost is 0; else the file's probability, what is usual for the name, or the share of the way."""
        row = self.rows[number]
        if row["kind"] != "open":
            row["experience_value"] = 1.0 if row["kind"] == "won" else 0.0
            return
        weight = self._weight(row)
        if weight is None:
            opens = sorted(
                (other["position"], one)
                for one, other in self.rows.items()
                if other["pipeline_id"] == row["pipeline_id"] and other["kind"] == "open"
            )
            place = [one for _, one in opens].index(number)
            weight = (place + 1) / (len(opens) + 1)
        row["experience_value"] = round(min(1.0, max(0.0, weight)), 4)
