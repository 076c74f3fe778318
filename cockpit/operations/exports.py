"""Lists as workbooks that can be edited and read back: what is seen, as it is seen, with nothing left out."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.excel.round_trip_book import write_round_trip
from cockpit.excel.round_trip_layout import ReturnKind
from cockpit.language import tr
from cockpit.model import clock
from cockpit.operations.round_trip_rows import TargetId, identity, options, read_exported, read_names

GoOn = Callable[[int], bool]
Whose = tuple[int | None, int | None]
"""A person, a team, or (both None) everybody."""
GRID_MEASURES = ("won_revenue", "new_touches")
"""What targets are set for in the window; others stand in the list where they have values."""


def export_deals(
    connection: sqlite3.Connection, ids: Sequence[int] | None, path: Path, go_on: GoOn = lambda _: True
) -> int:
    """Write these deals, in this order, to a workbook at ``path``, or all of them; returns how many. Reads only.

    ``go_on`` is told now and then how many are done, and answers whether to go on. Raises CockpitError when it says no,
    and when the file cannot be written; then there is no file.
    """
    if ids is None:
        ids = [row[0] for row in connection.execute("SELECT id FROM deals WHERE deleted_at IS NULL ORDER BY id")]
    # Reading is the shorter half of the way.
    return _export(connection, "deals", [f"D{number}" for number in ids], path, go_on, written_from=0.4)


def export_people(
    connection: sqlite3.Connection, path: Path, ids: Sequence[int] | None = None, go_on: GoOn = lambda _: True
) -> int:
    """Write these people, or everybody; returns how many. Raises as ``export_deals`` does."""
    if ids is None:
        order = "coalesce(nullif(pinyin, ''), name), id"
        found = connection.execute(f"SELECT id FROM people WHERE deleted_at IS NULL ORDER BY {order}")
        ids = [row[0] for row in found]
    return _export(connection, "people", [f"P{number}" for number in ids], path, go_on)


def export_targets(
    connection: sqlite3.Connection, path: Path, years: Sequence[int] | None = None,
    whose: Sequence[Whose] | None = None, go_on: GoOn = lambda _: True,
) -> int:  # fmt: skip
    """Write the targets of these years as a grid, a row for everybody, each team and each person; how many rows.

    All years that have targets, and this one, unless ``years`` names them; ``whose``: only these, in this order.
    Raises as ``export_deals`` does.
    """
    if years is None:
        found = connection.execute("SELECT DISTINCT CAST(substr(month, 1, 4) AS INTEGER) FROM targets")
        years = sorted({row[0] for row in found} | {clock.today().year})
    rows = [row for year in years for row in _rows_of_year(connection, year, whose)]
    return _export(connection, "targets", [str(row) for row in rows], path, go_on)


def export_actions(
    connection: sqlite3.Connection, path: Path, ids: Sequence[int] | None = None, go_on: GoOn = lambda _: True
) -> int:
    """Write these improvement actions, or all of them, the newest cycle first; how many. Raises as
    ``export_deals`` does."""
    if ids is None:
        found = connection.execute("SELECT id FROM actions WHERE deleted_at IS NULL ORDER BY month DESC, person_id, id")
        ids = [row[0] for row in found]
    return _export(connection, "actions", [f"A{number}" for number in ids], path, go_on)


def export_list(connection: sqlite3.Connection, kind: str, path: Path) -> int:
    """Everything of a kind - deals, people, targets or actions; how many rows. Raises as ``export_deals`` does."""
    if kind == "people":
        return export_people(connection, path)
    if kind == "targets":
        return export_targets(connection, path)
    return export_actions(connection, path) if kind == "actions" else export_deals(connection, None, path)


def _rows_of_year(connection: sqlite3.Connection, year: int, chosen: Sequence[Whose] | None) -> list[TargetId]:
    """For every measure of the grid a row for each; for other measures and levels where something is set."""
    has = set(
        connection.execute(
            "SELECT DISTINCT person_id, team_id, measure, level FROM targets WHERE substr(month, 1, 4) = ?",
            (str(year),),
        )
    )
    whose = list(chosen) if chosen is not None else _everybody(connection, year)
    usual = [(measure, "target") for measure in GRID_MEASURES]
    others = sorted({(measure, level) for _, _, measure, level in has} - set(usual))
    return [
        TargetId(year, person, team, measure, level)
        for measure, level in (*usual, *others)
        for person, team in whose
        if (measure, level) in usual or (person, team, measure, level) in has
    ]


def _everybody(connection: sqlite3.Connection, year: int) -> list[Whose]:
    """All together, then each team with its people of that year, then people without a team."""
    teams = [row[0] for row in connection.execute("SELECT id FROM teams WHERE deleted_at IS NULL ORDER BY name, id")]
    members: dict[int | None, list[int]] = {}
    for person, team in connection.execute(
        "SELECT p.id, (SELECT m.team_id FROM memberships m JOIN teams t ON t.id = m.team_id AND t.deleted_at IS NULL"
        "   WHERE m.person_id = p.id AND coalesce(m.from_on, '') <= :last AND coalesce(m.to_on, '9999') > :first"
        "   ORDER BY coalesce(m.from_on, '') DESC, m.id DESC LIMIT 1) AS team"
        " FROM people p WHERE p.deleted_at IS NULL"
        "  AND (EXISTS (SELECT 1 FROM targets g WHERE g.person_id = p.id AND substr(g.month, 1, 4) = :year)"
        "   OR ((p.left_on IS NULL OR p.left_on >= :first) AND (p.hired_on IS NULL OR p.hired_on <= :last)"
        "       AND (p.role = 'seller' OR EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id))))"
        " ORDER BY coalesce(nullif(p.pinyin, ''), p.name), p.id",
        {"first": f"{year}-01-01", "last": f"{year}-12-31", "year": str(year)},
    ):
        members.setdefault(team, []).append(person)
    whose: list[Whose] = [(None, None)]
    for team in teams:
        whose += [(None, team), *((person, None) for person in members.pop(team, []))]
    return whose + [(person, None) for left in members.values() for person in left]


def _export(
    connection: sqlite3.Connection, kind: ReturnKind, ids: Sequence[str], path: Path, go_on: GoOn,
    written_from: float = 0.0,
) -> int:  # fmt: skip
    def read_on(done: int) -> None:
        if not go_on(int(done * written_from)):
            raise CockpitError(tr("导出停下了,没有写文件。"))

    names = read_names(connection)
    exported = read_exported(connection, kind, ids, names, read_on)
    write_round_trip(
        path, exported, options(connection, names), mark=identity(connection), moment=clock.utc_stamp(),
        go_on=lambda done: go_on(int(len(ids) * written_from + done * (1 - written_from))),
    )  # fmt: skip
    return len(exported.ids)
