"""Four files of a real CRM go in without a manual step, and every figure that somebody else computed comes out again.

The files lie beside the project where it is built; who has only the project skips this.
"""

import json
import os
import sqlite3
import statistics
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cockpit.metrics import report
from cockpit.model.cycles import Month
from cockpit.operations.imports import import_files
from cockpit.store.file import Store, open_reader

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "maven"
FILES = [FOLDER / name for name in ("accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv")]
TODAY = date(2026, 11, 25)

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the folder of real inputs does not lie beside the project")

# A key of expected.json: our figure, and to how many digits the other one was rounded.
FIGURES = {
    "won": ("won_count", 0),
    "lost": ("lost_count", 0),
    "open": ("open_count", 0),
    "won_value": ("won_revenue", 2),
    "win_rate_count": ("win_rate_count", 6),
    "avg_won_deal": ("average_deal", 4),
    "avg_cycle_won": ("sales_cycle_mean", 4),
    "median_cycle_won": ("sales_cycle_median", 4),
    "open_list_price": ("open_amount", 2),
}


def cockpit(*arguments: str | Path) -> Any:
    """The program as a script runs it."""
    done = subprocess.run(
        [sys.executable, "-m", "cockpit", *map(str, arguments)],
        capture_output=True, text=True, timeout=120, env=os.environ | {"COCKPIT_LANGUAGE": "en", "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def expected() -> Any:
    return json.loads((FOLDER / "expected.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A new store with the four files in it, and the report of their import."""
    path = tmp_path_factory.mktemp("maven") / "cockpit.sqlite"
    return path, cockpit("import", *FILES, "--store", path, "--json")


@pytest.fixture(scope="module")
def store(imported: tuple[Path, Any]) -> Iterator[sqlite3.Connection]:
    connection = open_reader(imported[0])
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def whole_time(imported: tuple[Path, Any]) -> dict[str, dict[str, Any]]:
    """Scope -> figures over everything that the files hold, as the command line prints them."""
    found = cockpit("metrics", "--cycle", "2017-03", "--to", "2017-12", "--store", imported[0], "--json")
    return {scope["scope"]: scope["metrics"] for scope in found["scopes"]}


def agrees(figures: dict[str, Any], wanted: dict[str, Any], where: str) -> None:
    for key, (ours, digits) in FIGURES.items():
        value = figures[ours]["value"]
        assert round(value, digits) == wanted[key], f"{where}: {key} is {wanted[key]}, ours is {value}"


def test_everything_is_taken_over_without_a_question(imported: tuple[Path, Any]) -> None:
    told = imported[1]
    counts = {kind: told[kind]["added"] for kind in ("deals", "people", "teams", "accounts", "products")}
    assert counts == {"deals": 8_800, "people": 35 + 6, "teams": 6, "accounts": 85, "products": 7}
    assert told["problems"] == []


def test_the_whole_team(whole_time: dict[str, dict[str, Any]], expected: Any) -> None:
    agrees(whole_time["team"], expected["overall"], "team")
    values = {key: figure["value"] for key, figure in whole_time["team"].items() if figure["value"] is not None}
    assert "36.594" in expected["known_wrong_figures"] and "0.481591" in expected["known_wrong_figures"]
    assert 36.594 not in {round(value, 3) for value in values.values()}, "open deals do not take 0 days"
    assert 0.481591 not in {round(value, 6) for value in values.values()}, "open deals are not lost"
    assert values["win_rate_amount"] < 0.7, "lost deals count with their list price, not with 0"


def test_every_manager(whole_time: dict[str, dict[str, Any]], expected: Any) -> None:
    assert len(expected["by_manager"]) == 6
    for name, wanted in expected["by_manager"].items():
        agrees(whole_time[f"team:{name}"], wanted, name)


def test_every_seller(whole_time: dict[str, dict[str, Any]], expected: Any) -> None:
    assert len(expected["by_agent"]) == 30
    for name, wanted in expected["by_agent"].items():
        agrees(whole_time[f"person:{name}"], wanted, name)
    for name in expected["agents_without_deals"]:
        figures = whole_time[f"person:{name}"]
        assert figures["won_revenue"]["value"] == 0 and figures["win_rate_count"]["value"] is None


def test_every_month(store: sqlite3.Connection, expected: Any) -> None:
    assert len(expected["monthly_won"]) == 10
    for month, wanted in expected["monthly_won"].items():
        cycle = Month.parse(month)
        [scope] = report.report(store, cycle, cycle, scope="team", today=TODAY)["scopes"]
        found = {key: figure["value"] for key, figure in scope["metrics"].items()}
        assert (found["won_count"], found["won_revenue"], found["lost_count"]) == (
            wanted["deals"], wanted["value"], wanted["lost_deals"],
        ), month  # fmt: skip
        assert round(found["win_rate_count"], 6) == wanted["win_rate_count"], month


_DEALS = """
SELECT deals.state, deals.amount / 100.0, products.list_price / 100.0,
       julianday(deals.closed_on) - julianday(deals.created_on), deals.account_id IS NULL,
       stages.name, owner.name, owner.region, supervisor.name
FROM deals JOIN stages ON stages.id = stage_id LEFT JOIN products ON products.id = product_id
JOIN people AS owner ON owner.id = owner_id
JOIN memberships ON memberships.person_id = owner.id JOIN teams ON teams.id = memberships.team_id
JOIN people AS supervisor ON supervisor.id = teams.supervisor_id
"""


def test_what_no_figure_of_ours_says_can_be_read_off_the_store(store: sqlite3.Connection, expected: Any) -> None:
    deals = store.execute(_DEALS).fetchall()
    assert len(deals) == expected["overall"]["deals"]
    groups: dict[str, list[tuple[Any, ...]]] = {"overall": deals}
    for place, key in ((6, "by_agent"), (7, "by_office"), (8, "by_manager")):
        for name in expected[key]:
            groups[f"{key}/{name}"] = [deal for deal in deals if deal[place] == name]
    for where, group in groups.items():
        key, _, name = where.partition("/")
        wanted = expected[key][name] if name else expected[key]
        won = [deal for deal in group if deal[0] == "won"]
        closed = [deal for deal in group if deal[0] != "open"]
        lost = [deal for deal in closed if deal[0] == "lost"]
        ours = {
            "deals": len(group), "won": len(won), "lost": len(lost), "open": len(group) - len(closed),
            "won_value": sum(deal[1] for deal in won),
            "win_rate_count": round(len(won) / len(closed), 6),
            "win_rate_list_price": round(sum(deal[2] for deal in won) / sum(deal[2] for deal in closed), 6),
            "avg_won_deal": round(sum(deal[1] for deal in won) / len(won), 4),
            "median_won_deal": statistics.median(deal[1] for deal in won),
            "avg_cycle_won": round(statistics.mean(deal[3] for deal in won), 4),
            "median_cycle_won": statistics.median(deal[3] for deal in won),
            "avg_cycle_lost": round(statistics.mean(deal[3] for deal in lost), 4),
            "avg_cycle_closed": round(statistics.mean(deal[3] for deal in closed), 4),
            "open_list_price": sum(deal[2] for deal in group if deal[0] == "open"),
            "won_over_list_price": round(sum(deal[1] for deal in won) / sum(deal[2] for deal in won), 6),
        }  # fmt: skip
        assert ours.keys() == wanted.keys()
        assert ours == pytest.approx(wanted, abs=1e-6), where


def test_stages_open_deals_and_gaps(store: sqlite3.Connection, expected: Any) -> None:
    deals = store.execute(_DEALS).fetchall()
    wanted, ours = expected["stage_counts"], {}
    for name in wanted:
        kind = {"Won": "won", "Lost": "lost"}.get(name)
        ours[name] = sum(deal[0] == kind if kind else deal[5] == name for deal in deals)
    assert ours == wanted
    pipeline = expected["open_pipeline"]
    for stage in ("engaging", "prospecting"):
        prices = [deal[2] for deal in deals if deal[5].lower() == stage]
        assert (len(prices), sum(prices)) == (pipeline[f"{stage}_count"], pipeline[f"{stage}_list_price"])
    assert sum(deal[4] for deal in deals) == pipeline["without_account"] == expected["data_quality"]["missing_account"]

    def missing(column: str) -> int:
        return int(store.execute(f"SELECT count(*) FROM deals WHERE {column} IS NULL").fetchone()[0])

    quality = expected["data_quality"]
    assert missing("created_on") == quality["missing_engage_date"]
    assert missing("closed_on") == quality["missing_close_date"]
    assert missing("amount") == quality["missing_close_value"]
    [(spelt,)] = store.execute(
        "SELECT count(*) FROM deals JOIN products ON products.id = product_id WHERE products.name = 'GTX Pro'"
    ).fetchall()
    assert spelt == quality["product_spelling_mismatch"]["GTXPro"]


def test_the_same_files_again_change_nothing(imported: tuple[Path, Any], store: sqlite3.Connection) -> None:
    def everything() -> list[list[tuple[Any, ...]]]:
        tables = ("deals", "deal_history", "people", "teams", "memberships", "accounts", "products", "stages")
        return [store.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in tables]

    before = everything()
    with Store.open(imported[0]) as opened:
        changes, told = import_files(opened, FILES, today=TODAY)
    assert not changes.ids
    assert told.counts["deals"].unchanged == 8_800
    assert all(not count.added and not count.changed for count in told.counts.values())
    assert everything() == before


def test_a_later_export_updates_by_id_and_writes_the_history(imported: tuple[Path, Any], tmp_path: Path) -> None:
    lines = (FOLDER / "sales_pipeline.csv").read_text("utf-8").splitlines(keepends=True)
    place = next(place for place, line in enumerate(lines) if ",Engaging," in line)
    fields = lines[place].rstrip("\r\n").split(",")
    fields[4], fields[6], fields[7] = "Won", "2018-01-15", "777"
    lines[place] = ",".join(fields) + "\n"
    later = tmp_path / "sales_pipeline.csv"
    later.write_text("".join(lines), "utf-8")
    path = tmp_path / "cockpit.sqlite"
    path.write_bytes(imported[0].read_bytes())
    with Store.open(path) as opened:
        _, told = import_files(opened, [later], today=date(2018, 1, 20))
        history = opened.connection.execute(
            "SELECT field, effective_at FROM deal_history JOIN deals ON deals.id = deal_id"
            " WHERE external_id = ? ORDER BY deal_history.id", (fields[0],),
        ).fetchall()  # fmt: skip
        [(state, amount, closed)] = opened.connection.execute(
            "SELECT state, amount, closed_on FROM deals WHERE external_id = ?", (fields[0],)
        ).fetchall()
    assert told.counts["deals"].as_json() == {"added": 0, "changed": 1, "unchanged": 8_799, "refused": 0}
    assert (state, amount, closed) == ("won", 77_700, "2018-01-15")
    assert ("stage", "2018-01-15") in history and ("state", "2018-01-15") in history
