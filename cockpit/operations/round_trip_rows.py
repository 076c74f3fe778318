"""Records of the store as the cells of an exported list: what goes out, and what is compared when it comes back."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import field, frozen

from cockpit.excel.round_trip_book import Exported
from cockpit.excel.round_trip_cells import OutCell, plain_text, store_mark
from cockpit.excel.round_trip_layout import (
    ACCOUNT_LETTER,
    ACTION_STATES,
    FIELDS,
    FLAGS,
    LETTERS,
    LEVEL_CODES,
    LEVELS,
    MEASURE_CODES,
    MEASURES,
    MONEY_MEASURES,
    SCOPE_KINDS,
    TEAM_LETTER,
    ReturnKind,
)
from cockpit.excel.table_book import Kind
from cockpit.language import tr
from cockpit.metrics import METRICS
from cockpit.metrics.settings import read_settings
from cockpit.model.cycles import Month
from cockpit.model.deals import FORECAST_CATEGORIES, SOURCES, STATES
from cockpit.model.loop import VERDICTS
from cockpit.model.people import ROLES, STYLES
from cockpit.operations.actions import metrics_for_actions
from cockpit.store import people

_AT_ONCE = 2_000
_MEASURES = {code: measure for measure, code in MEASURE_CODES.items()}
_LEVELS = {code: level for level, code in LEVEL_CODES.items()}
_DEAL_COLUMNS = (
    "d.id", "d.name", "d.account_id", "d.owner_id", "d.stage_id", "d.state", "d.amount", "d.currency",
    "d.expected_close", "d.closed_on", "d.next_step", "d.next_step_on", "d.forecast_category", "d.lost_reason",
    "d.is_major", "d.product_id", "d.source", "d.lead_source", "d.entry_department", "d.budget",
    "d.quantified_value", "d.decision_maker", "d.created_on", "d.remark", "d.external_id",
)  # fmt: skip


@frozen
class Names:
    """What records are called in a list: their names, with a number where several have the same."""

    people: dict[int, str]
    accounts: dict[int, str]
    products: dict[int, str]
    teams: dict[int, str]
    stages: dict[int, str]
    pipelines: dict[int, int] = field(repr=False)
    """Stage -> pipeline."""
    present_people: list[str] = field(factory=list)
    present_products: list[str] = field(factory=list)
    present_teams: list[str] = field(factory=list)


def read_names(connection: sqlite3.Connection) -> Names:
    """Everything that a deal, a person, a target or an action may name."""
    stages = connection.execute("SELECT id, name, pipeline_id FROM stages ORDER BY pipeline_id, position, id")
    rows = stages.fetchall()
    made = Names(
        people=_labels(connection, "people", LETTERS["people"]),
        accounts=_labels(connection, "accounts", ACCOUNT_LETTER),
        products={number: plain_text(name) for number, name in connection.execute("SELECT id, name FROM products")},
        teams=_labels(connection, "teams", TEAM_LETTER),
        stages={row[0]: plain_text(row[1]) for row in rows},
        pipelines={row[0]: row[2] for row in rows},
    )
    for table, labels, present in (
        ("people", made.people, made.present_people), ("products", made.products, made.present_products),
        ("teams", made.teams, made.present_teams),
    ):  # fmt: skip
        order = "coalesce(nullif(pinyin, ''), name)" if table == "people" else "name"
        found = connection.execute(f"SELECT id FROM {table} WHERE deleted_at IS NULL ORDER BY {order}, id")
        present += [labels[number] for (number,) in found]
    return made


def _labels(connection: sqlite3.Connection, table: str, letter: str) -> dict[int, str]:
    """Deleted ones too: a deal may still name them."""
    names = {number: plain_text(name) for number, name in connection.execute(f"SELECT id, name FROM {table}")}
    counted: dict[str, int] = {}
    for name in names.values():
        counted[name] = counted.get(name, 0) + 1
    return {number: name if counted[name] == 1 else f"{name} ({letter}{number})" for number, name in names.items()}


def identity(connection: sqlite3.Connection) -> str:
    """The mark of this store: the moment it was made, which its backups and copies share."""
    found = connection.execute("SELECT min(applied_at) FROM _sqlite_migrations").fetchone()
    return store_mark(str(found[0]))


def options(connection: sqlite3.Connection, names: Names) -> dict[str, list[str]]:
    """What the lists of a workbook offer."""
    home = read_settings(connection).currency
    used = connection.execute("SELECT DISTINCT currency FROM deals WHERE currency IS NOT NULL ORDER BY 1")
    return {
        "people": names.present_people,
        "stages": list(dict.fromkeys(names.stages.values())),
        "products": names.present_products,
        "teams": names.present_teams,
        "currencies": list(dict.fromkeys([home, *(row[0] for row in used), "CNY", "USD", "EUR", "HKD"])),
        "metrics": [metric.name for metric in metrics_for_actions()],
        "whose": [tr(SCOPE_KINDS["all"]), *names.present_teams, *names.present_people],
    }


def read_exported(
    connection: sqlite3.Connection, kind: ReturnKind, ids: Sequence[str], names: Names,
    go_on: Callable[[int], None] = lambda _: None,
) -> Exported:  # fmt: skip
    """These records in this order; those that are gone are left out. ``go_on`` is told how many are read."""
    if kind == "deals":
        return _deals(connection, [int(text[1:]) for text in ids], names, go_on)
    if kind == "people":
        return _people(connection, [int(text[1:]) for text in ids], names)
    if kind == "targets":
        return _targets(connection, ids, names)
    return _actions(connection, [int(text[1:]) for text in ids], names)


def _exported(kind: ReturnKind, ids: list[str], rows: Iterable[Sequence[OutCell]], kinds: Any = None) -> Exported:
    keys = [one.key for one in FIELDS[kind]]
    columns: list[list[OutCell]] = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in keys]
    return Exported(kind, ids, dict(zip(keys, columns, strict=True)), kinds or {})


# --- deals -------------------------------------------------------------------------------------------------------


def _deals(
    connection: sqlite3.Connection, ids: Sequence[int], names: Names, go_on: Callable[[int], None]
) -> Exported:  # fmt: skip
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(ids), _AT_ONCE):
        go_on(start)
        found += connection.execute(
            f"SELECT {', '.join(_DEAL_COLUMNS)} FROM json_each(?) j CROSS JOIN deals d ON d.id = j.value"
            " WHERE d.deleted_at IS NULL",
            (json.dumps(list(ids[start : start + _AT_ONCE])),),
        )
    columns = dict(zip([name[2:] for name in _DEAL_COLUMNS], zip(*found, strict=True), strict=True)) if found else {}
    if not found:
        return _exported("deals", [], [])
    home = read_settings(connection).currency
    words = {column: _words(texts) for column, texts in (
        ("forecast_category", FORECAST_CATEGORIES), ("source", SOURCES), ("state", STATES))}  # fmt: skip
    cells: dict[str, list[OutCell]] = {}
    for one in FIELDS["deals"]:
        if one.key in ("account", "owner", "product", "stage"):
            labels = {"account": names.accounts, "owner": names.people, "product": names.products,
                      "stage": names.stages}[one.key]  # fmt: skip
            cells[one.key] = list(map(labels.get, columns[f"{one.key}_id"]))
        elif one.key in words:
            cells[one.key] = list(map(words[one.key].get, columns[one.key]))
        elif one.kind == "money":
            cells[one.key] = [None if minor is None else minor / 100 for minor in columns[one.key]]
        elif one.kind == "day":
            cells[one.key] = _days(columns[one.key])
        elif one.key == "is_major":
            flags = {0: tr(FLAGS["0"]), 1: tr(FLAGS["1"])}
            cells[one.key] = [flags[flag] for flag in columns[one.key]]
        elif one.key == "currency":
            cells[one.key] = [code or home for code in columns[one.key]]
        else:
            cells[one.key] = [plain_text(text) if text else None for text in columns[one.key]]
    return Exported("deals", [f"D{number}" for number in columns["id"]], cells)


def _words(texts: Mapping[Any, str]) -> dict[Any, str]:
    return {key: tr(text) for key, text in texts.items()}


def _days(column: Sequence[str | None]) -> list[OutCell]:
    known: dict[str | None, OutCell] = {text: date.fromisoformat(text) if text else None for text in set(column)}
    return [known[text] for text in column]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# --- people ------------------------------------------------------------------------------------------------------


def _people(connection: sqlite3.Connection, ids: Sequence[int], names: Names) -> Exported:
    from cockpit.model import clock

    known = people.list_people(connection, clock.today().isoformat())
    chosen = [number for number in ids if number in known and known[number]["deleted_at"] is None]
    roles, styles = _words(ROLES), _words(STYLES)

    def line(row: Mapping[str, Any]) -> tuple[OutCell, ...]:
        return (
            plain_text(row["name"]), names.teams.get(row["team_id"]), roles.get(row["role"]), _text(row["region"]),
            _day(row["hired_on"]), _day(row["left_on"]), _text(row["email"]), styles.get(row["style"]),
            _text(row["external_id"]),
        )  # fmt: skip

    return _exported("people", [f"P{number}" for number in chosen], (line(known[number]) for number in chosen))


def _text(value: str | None) -> str | None:
    return plain_text(value) if value else None


# --- targets -----------------------------------------------------------------------------------------------------


@frozen
class TargetId:
    """A row of targets: a year of a person, a team or (neither) everybody, in a measure and on a level."""

    year: int
    person_id: int | None
    team_id: int | None
    measure: str
    level: str

    def __str__(self) -> str:
        whose = f"P{self.person_id}" if self.person_id else f"{TEAM_LETTER}{self.team_id}" if self.team_id else "ALL"
        return f"T{self.year}-{whose}-{MEASURE_CODES[self.measure]}{LEVEL_CODES[self.level]}"

    @property
    def scope_kind(self) -> str:
        return "person" if self.person_id else "team" if self.team_id else "all"

    @property
    def keys(self) -> list[tuple[str, int | None, int | None, str, str]]:
        """The key of each month's target in the store."""
        return [
            (str(Month(self.year, number)), self.person_id, self.team_id, self.measure, self.level)
            for number in range(1, 13)
        ]

    @property
    def is_money(self) -> bool:
        return self.measure in MONEY_MEASURES

    @staticmethod
    def parse(text: str) -> "TargetId | None":
        """What ``str`` wrote; None for what is no such id."""
        year, whose, codes = (*text[1:].split("-"), "", "", "")[:3]
        measure, level = _MEASURES.get(codes[:1]), _LEVELS.get(codes[1:])
        if not year.isdecimal() or not 1900 <= int(year) <= 2999 or measure is None or level is None:
            return None
        number = int(whose[1:]) if whose[1:].isdecimal() else None
        person, team = (number if whose[:1] == letter else None for letter in (LETTERS["people"], TEAM_LETTER))
        return TargetId(int(year), person, team, measure, level) if whose == "ALL" or person or team else None


def _targets(connection: sqlite3.Connection, ids: Sequence[str], names: Names) -> Exported:
    rows = [found for text in ids if (found := TargetId.parse(text)) is not None]
    values = {
        tuple(row[:5]): row[5]
        for row in connection.execute(
            "SELECT month, person_id, team_id, measure, level, value FROM targets"
            " WHERE substr(month, 1, 4) IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted({str(row.year) for row in rows})),),
        )
    }
    measures, levels, scopes = _words(MEASURES), _words(LEVELS), _words(SCOPE_KINDS)

    def line(row: TargetId) -> tuple[OutCell, ...]:
        name = (names.people.get(row.person_id) if row.person_id else names.teams.get(row.team_id) if row.team_id
                else tr(SCOPE_KINDS["all"]))  # fmt: skip
        months = (values.get(key) for key in row.keys)
        shown = (None if value is None else value / 100 if row.is_money else value for value in months)
        return (name, scopes[row.scope_kind], row.year, measures[row.measure], levels[row.level], *shown)

    return _exported("targets", [str(row) for row in rows], map(line, rows))


# --- actions -----------------------------------------------------------------------------------------------------

_UNIT_KINDS: dict[str, Kind] = {"money": "money", "share": "share", "count": "count"}


def _actions(connection: sqlite3.Connection, ids: Sequence[int], names: Names) -> Exported:
    rows = connection.execute(
        "SELECT a.id, a.text, a.person_id, a.month, a.metric, a.baseline, a.target, a.due_on, a.state, a.agreed_on,"
        " a.verdict FROM json_each(?) j CROSS JOIN actions a ON a.id = j.value WHERE a.deleted_at IS NULL",
        (json.dumps(list(ids)),),
    ).fetchall()
    states, verdicts = _words(ACTION_STATES), _words(VERDICTS)

    def line(row: Sequence[Any]) -> tuple[OutCell, ...]:
        _, text, person, month, metric, baseline, target, due_on, state, agreed_on, verdict = row
        return (
            _text(text), names.people.get(person), month, metric_name(metric), baseline, target, _day(due_on),
            states[state], _day(agreed_on), verdicts.get(verdict),
        )  # fmt: skip

    kinds: list[Kind] = [_UNIT_KINDS.get(METRICS[row[4]].unit if row[4] in METRICS else "", "figure") for row in rows]
    return _exported(
        "actions", [f"A{row[0]}" for row in rows], map(line, rows), {"baseline": kinds, "target": kinds}
    )  # fmt: skip


def metric_name(key: str | None) -> str | None:
    """A metric as a list names it."""
    return METRICS[key].name if key in METRICS else key
