"""The back-test of the public sales data's 2017: against plain Python over its rows, and knowing no more than then."""

import csv
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from attrs import frozen

from cockpit.metrics import WHOLE_TEAM, Period
from cockpit.metrics.backtest import TRIAL_DRAWS, BackTest, TriedCycle, back_test
from cockpit.metrics.chances import DAYS_ASKED, LATEST_CLOSED, WEIGHT, band
from cockpit.metrics.facts import Facts
from cockpit.metrics.forecast_ways import WAYS, all_ways, recomputed_standing
from cockpit.model.cycles import Month
from cockpit.operations.imports import import_files
from cockpit.store.file import Store

FILES = ("accounts", "products", "sales_pipeline", "sales_teams")
TODAY = date(2018, 1, 3)


@frozen
class Row:
    """A deal as the file has it; days None where it has none, the value in minor units."""

    stage: str
    engaged: date | None
    closed: date | None
    value: int
    price: int


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = Path(__file__).resolve().parents[3] / "shared" / "data" / "maven"
    if not source.is_dir():
        pytest.skip("the folder of real inputs does not lie beside the project")
    return Path(shutil.copytree(source, tmp_path_factory.mktemp("maven") / "maven"))


@pytest.fixture(scope="module")
def rows(folder: Path) -> list[Row]:
    with (folder / "products.csv").open(encoding="utf-8") as file:
        prices = {line["product"].replace(" ", ""): 100 * int(line["sales_price"]) for line in csv.DictReader(file)}
    with (folder / "sales_pipeline.csv").open(encoding="utf-8") as file:
        return [
            Row(
                line["deal_stage"], _day(line["engage_date"]), _day(line["close_date"]),
                100 * int(line["close_value"] or 0), prices[line["product"].replace(" ", "")],
            )
            for line in csv.DictReader(file)
        ]  # fmt: skip


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _import(folder: Path, store: Store, today: date) -> None:
    import_files(store, [folder / f"{name}.csv" for name in FILES], today=today)


@pytest.fixture(scope="module")
def tried(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackTest]:
    with Store.open(tmp_path_factory.mktemp("store") / "maven.sqlite") as store:
        _import(folder, store, TODAY)
        yield back_test(store.connection, Month(2017, 12), TODAY, WHOLE_TEAM)


def of_month(tried: BackTest, number: int) -> tuple[TriedCycle, date]:
    cycle = next(cycle for cycle in tried.cycles if cycle.month == Month(2017, number))
    assert cycle.day is not None
    return cycle, cycle.day


@pytest.mark.parametrize("number", [4, 8, 12])
def test_a_cycle_against_plain_python_over_the_rows(tried: BackTest, rows: list[Row], number: int) -> None:
    cycle, day = of_month(tried, number)
    month = Month(2017, number)
    won = [row for row in rows if row.stage == "Won" and row.closed and row.closed in month]
    assert cycle.actual == sum(row.value for row in won)
    early = sum(row.value for row in won if row.closed and row.closed <= day)
    # Nobody's expected close is in the file: what is won so far is all that these three know of.
    assert [cycle.ways[way].value for way in WAYS[:3]] == [early] * 3
    assert cycle.accuracy("own") == pytest.approx(1 - abs(early - cycle.actual) / cycle.actual)

    last = (month.last_day - day).days
    closings = sorted(row.closed for row in rows if row.closed and row.closed <= day)
    since = closings[max(0, len(closings) - LATEST_CLOSED)]
    if len(closings) >= LATEST_CLOSED:
        since = min(since, day - timedelta(days=last + DAYS_ASKED))
    asked: dict[int, list[int]] = {}
    stays: dict[int, set[int]] = {}
    on = since
    while on <= day - timedelta(days=last):
        for place, row in enumerate(rows):
            if (row.engaged and row.engaged > on) or (row.closed and row.closed <= on):
                continue
            at = band((on - row.engaged).days) if row.engaged else -1
            counts = asked.setdefault(at, [0, 0])
            counts[0] += 1
            counts[1] += row.stage == "Won" and row.closed is not None and 1 <= (row.closed - on).days <= last
            stays.setdefault(at, set()).add(place)
        on += timedelta(days=1)

    def leaning(won: float, asked: int, n: int, share: float) -> float:
        return ((won / asked * n if asked else 0) + WEIGHT * share) / (n + WEIGHT)

    whole = [sum(counts[place] for counts in asked.values()) for place in (0, 1)]
    n = sum(map(len, stays.values()))
    everybody = leaning(whole[1], whole[0], n, (whole[1] / whole[0] * n + 1) / (n + 2))
    mean = float(early)
    for row in rows:
        if (row.engaged and row.engaged > day) or (row.closed and row.closed <= day):
            continue
        at = band((day - row.engaged).days) if row.engaged else -1
        counts = asked.get(at, [0, 0])
        share = leaning(counts[1], counts[0], len(stays.get(at, ())), everybody)
        mean += share * (row.value if row.stage == "Won" else row.price)
    assert cycle.ways["simulated"].value == pytest.approx(mean, rel=0.03)


@pytest.mark.parametrize("number", [3, 7, 10])
def test_it_knows_no_more_than_was_known_then(tried: BackTest, folder: Path, tmp_path: Path, number: int) -> None:
    """A store of what the file would have said on that day forecasts the same. Only what a deal that was won later came
    to is taken from the future: the file does not tell what it was thought to be worth.
    """
    cycle, day = of_month(tried, number)
    then = Path(shutil.copytree(folder, tmp_path / "then"))
    with (folder / "sales_pipeline.csv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    known = [line for line in lines if not line["engage_date"] or line["engage_date"] <= day.isoformat()]
    for line in known:
        if line["close_date"] > day.isoformat():
            line["close_value"] = line["close_value"] if line["deal_stage"] == "Won" else ""
            line["deal_stage"], line["close_date"] = "Engaging", ""
    with (then / "sales_pipeline.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(known)
    tomorrow = day + timedelta(days=1)
    with Store.open(tmp_path / "then.sqlite") as store:
        _import(then, store, tomorrow)
        facts = Facts(store.connection, Period.of(cycle.month, tomorrow))
        ways = all_ways(recomputed_standing(facts, day, WHOLE_TEAM), TRIAL_DRAWS)
    assert {found.way: found for found in ways} == cycle.ways


def test_the_year_as_a_whole(tried: BackTest) -> None:
    assert [cycle.month.number for cycle in tried.cycles] == list(range(3, 13))
    assert tried.bases() == ["recomputed"]
    own, drawn = tried.accuracy("own", "recomputed"), tried.accuracy("simulated", "recomputed")
    assert own.n == 10 and own.value == pytest.approx(0.247, abs=0.01)
    assert drawn.n == 9 and drawn.value == pytest.approx(0.65, abs=0.03)
    assert tried.best("recomputed") == "simulated"
    reason = tried.cycles[0].ways["simulated"].reason
    assert reason is not None and reason.code == "no_past_deals", "in March nobody knew yet how long deals take"
