"""A small team's deals and people with quarterly quotas, as a spreadsheet of theirs has them."""

from datetime import date
from pathlib import Path

import pytest

from cockpit.metrics import report
from cockpit.model.cycles import Month
from cockpit.operations.imports import import_files
from cockpit.store.file import Store

TODAY = date(2026, 11, 25)


@pytest.fixture
def files(shared_data: Path) -> list[Path]:
    return [shared_data / "small_teams" / name for name in ("deals.csv", "reps.csv")]


def test_quotas_teams_and_results(files: list[Path], tmp_path: Path) -> None:
    with Store.open(tmp_path / "cockpit.sqlite") as store:
        _, told = import_files(store, files, today=TODAY)
        counts = {kind: count.added for kind, count in told.counts.items()}
        assert counts["deals"] == 75 and counts["people"] == 10 + 3 and counts["teams"] == 3
        assert counts["targets"] == 10 * 3, "a quarter's quota is spread over its months"
        assert told.problems == []
        found = report.report(store.connection, Month(2026, 1), Month(2026, 3), today=TODAY)
        figures = {scope["scope"]: scope["metrics"] for scope in found["scopes"]}
        assert figures["team"]["target"]["value"] == 5_920_000
        assert figures["team"]["won_revenue"]["value"] == 3_425_000
        assert figures["team:David Kim"]["target"]["value"] == 900_000 + 850_000 + 950_000 + 800_000
        assert figures["person:Ryan Cole"]["target"]["value"] == 220_000
        reasons = store.connection.execute("SELECT count(*) FROM deals WHERE lost_reason IS NOT NULL").fetchone()[0]
        assert reasons > 0


def test_again_changes_nothing(files: list[Path], tmp_path: Path) -> None:
    with Store.open(tmp_path / "cockpit.sqlite") as store:
        import_files(store, files, today=TODAY)
        changes, told = import_files(store, files, today=TODAY)
        assert not changes.ids
        assert all(not count.added and not count.changed for count in told.counts.values())
