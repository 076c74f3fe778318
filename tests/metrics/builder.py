"""A store filled by plain SQL inserts: what the tests of the numbers stand on."""

import json
import sqlite3
from pathlib import Path

from cockpit.store.file import Store


class Builder:
    """Adds rows to a real store and hands out readers of it. Ids are what SQLite gave."""

    def __init__(self, path: Path) -> None:
        self.store = Store.open(path)
        self.connection = self.store.connection
        self.pipeline = self.add("pipelines", name="销售流程")
        self.stages = {
            name: self.add(
                "stages", pipeline_id=self.pipeline, name=name, position=place, kind=kind, experience_value=value
            )
            for place, (name, kind, value) in enumerate(
                [
                    ("线索", "open", 0.1),
                    ("需求", "open", 0.2),
                    ("方案", "open", 0.5),
                    ("合同", "open", 0.9),
                    ("赢单", "won", 1.0),
                    ("丢单", "lost", 0.0),
                ]
            )
        }
        self._reader: sqlite3.Connection | None = None

    def add(self, table: str, **values: object) -> int:
        """One row; its id."""
        columns = ", ".join(values)
        marks = ", ".join("?" for _ in values)
        added = self.connection.execute(f"INSERT INTO {table}({columns}) VALUES ({marks})", tuple(values.values()))
        return added.lastrowid or 0

    def team(self, name: str, **values: object) -> int:
        return self.add("teams", name=name, pipeline_id=self.pipeline, **values)

    def person(
        self, name: str, team: int | None = None, start: str | None = None, end: str | None = None, **values: object
    ) -> int:
        person = self.add("people", name=name, **values)
        if team is not None:
            self.member(person, team, start, end)
        return person

    def member(self, person: int, team: int, start: str | None = None, end: str | None = None) -> int:
        return self.add("memberships", person_id=person, team_id=team, from_on=start, to_on=end)

    def deal(self, owner: int | None = None, state: str = "open", stage: str | None = None, **values: object) -> int:
        """Amounts are in minor units; a stage is a name."""
        stage = stage or {"open": "线索", "won": "赢单", "lost": "丢单"}[state]
        values.setdefault("name", "商机")
        return self.add("deals", owner_id=owner, state=state, stage_id=self.stages[stage], **values)

    def history(self, deal: int, field: str, old: object, new: object, at: str, recorded: str | None = None) -> None:
        """A change of a deal; stages by name."""
        if field == "stage":
            old, new = self.stages.get(str(old)), self.stages.get(str(new))
        self.add(
            "deal_history",
            deal_id=deal,
            field=field,
            old=None if old is None else str(old),
            new=None if new is None else str(new),
            effective_at=at,
            recorded_at=recorded or f"{at[:10]}T00:00:00.000Z",
        )

    def target(
        self, month: str, value: int, person: int | None = None, team: int | None = None, **values: object
    ) -> None:
        values.setdefault("measure", "won_revenue")
        self.add("targets", month=month, value=value, person_id=person, team_id=team, **values)

    def setting(self, key: str, value: object) -> None:
        self.connection.execute("INSERT OR REPLACE INTO settings(key, value) VALUES (?, ?)", (key, json.dumps(value)))

    @property
    def reader(self) -> sqlite3.Connection:
        """A read-only connection, as every page has it."""
        if self._reader is None:
            self._reader = self.store.reader()
        return self._reader

    def close(self) -> None:
        if self._reader is not None:
            self._reader.close()
        self.store.close()
