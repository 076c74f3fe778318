"""The monthly review against the figures, in its languages and scopes, and frozen with its cycle."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs
import pytest
from openpyxl import load_workbook

from cockpit.language import choose_language, speaking
from cockpit.metrics import METRICS, WHOLE_TEAM, Period, figures, list_scopes, resolve_scope
from cockpit.model.cycles import Month
from cockpit.operations import cycles
from cockpit.operations.imports import import_files
from cockpit.operations.operation import undo
from cockpit.operations.review_preview import read_months, read_preview
from cockpit.operations.reviews import gather_review, write_review
from cockpit.store.file import Store
from tests.conftest import TODAY

NOVEMBER, OCTOBER = Month(2026, 11), Month(2026, 10)


@pytest.fixture
def team(sample_path: Path) -> Iterator[Store]:
    with Store.open(sample_path) as store:
        yield store


@pytest.mark.parametrize("month", [NOVEMBER, OCTOBER])
def test_every_number_is_the_figures(team: Store, month: Month, tmp_path: Path) -> None:
    out = tmp_path / "复盘.xlsx"
    write_review(team.connection, month, out, today=TODAY)
    whole = figures(team.connection, Period.of(month, TODAY), [WHOLE_TEAM])[WHOLE_TEAM]
    before = figures(team.connection, Period.of(month.previous, TODAY), [WHOLE_TEAM])[WHOLE_TEAM]
    book = load_workbook(out)
    rows = {row[0].value: row for row in book["指标"].iter_rows(min_row=2)}
    assert set(rows) == {metric.name for metric in METRICS.values()}
    for key, metric in METRICS.items():
        shown = rows[metric.name]
        assert shown[1].value == (whole[key].json_value if whole[key].value is not None else "—"), key
        assert shown[2].value == (before[key].json_value if before[key].value is not None else "—"), key
    people = list(book["人员"].iter_rows(values_only=True))
    titles = [str(title) for title in people[0]]
    for scope in list_scopes(team.connection):
        row = next((row for row in people[1:] if row[0] == scope.label), None)
        if row is not None:
            own = figures(team.connection, Period.of(month, TODAY), [scope], {"won_revenue", "win_rate_count"})[scope]
            for key in ("won_revenue", "win_rate_count"):
                shown_value = row[titles.index(METRICS[key].name)]
                assert shown_value == (own[key].json_value if own[key].value is not None else "—"), (scope, key)


def test_deals_are_all_that_were_closed_in_the_cycle_and_all_that_were_open(team: Store) -> None:
    review = gather_review(team.connection, NOVEMBER, today=TODAY)
    of = {result: [deal for deal in review.deals if deal[0] == result] for result in ("赢单", "丢单", "在手")}
    found = figures(team.connection, Period.of(NOVEMBER, TODAY), [WHOLE_TEAM])[WHOLE_TEAM]
    assert len(of["赢单"]) == found["won_count"].value and len(of["丢单"]) == found["lost_count"].value
    assert len(of["在手"]) == found["open_count"].value
    won = found["won_revenue"].json_value
    assert sum(float(str(deal[5] or 0)) for deal in of["赢单"]) == pytest.approx(won)
    assert all(deal[8] for deal in of["丢单"]), "lost deals say why"
    assert all(deal[7] is None for deal in of["在手"])


def test_a_review_of_one_person_holds_nothing_of_others(team: Store, tmp_path: Path) -> None:
    person = resolve_scope(team.connection, "person:李雯")
    cycles.comment_cycle(team, NOVEMBER, "周启航要换岗")
    out = tmp_path / "李雯.xlsx"
    write_review(team.connection, NOVEMBER, out, today=TODAY, scope=person)
    others = [scope.name for scope in list_scopes(team.connection) if scope.kind == "person" and scope != person]
    text = " ".join(
        str(cell) for sheet in load_workbook(out) for row in sheet.iter_rows(values_only=True) for cell in row if cell
    )
    assert "李雯" in text
    assert [name for name in others if name in text] == []


def test_private_parts_of_notes_are_not_in_it(team: Store, tmp_path: Path) -> None:
    team.connection.execute("UPDATE notes SET private_text = '绝不外传的话'")
    out = tmp_path / "a.xlsx"
    write_review(team.connection, NOVEMBER, out, today=TODAY)
    for sheet in load_workbook(out):
        assert not any("绝不外传" in str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)


def change_everything(store: Store) -> None:
    """What five years may bring."""
    for statement in (
        "UPDATE deals SET amount = amount * 3, name = name || ' (改)'",
        "UPDATE deals SET deleted_at = '2027-01-01T00:00:00.000Z' WHERE id % 5 = 0",
        "UPDATE people SET name = name || '改'",
        "UPDATE targets SET value = value * 2",
        "UPDATE supports SET outcome = '改', state = 'done', done_on = '2026-10-01'",
        "UPDATE problems SET text = '改'",
        "UPDATE stages SET experience_value = 0.01 WHERE kind = 'open'",
    ):
        store.connection.execute(statement)


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(path)}


@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_closed_month_prints_the_same_whatever_comes(team: Store, tmp_path: Path, code: str) -> None:
    cycles.comment_cycle(team, OCTOBER, "十月")
    cycles.close_cycle(team, OCTOBER, TODAY)
    choose_language("en" if code == "en" else "zh")
    write_review(team.connection, OCTOBER, tmp_path / "then.xlsx", today=TODAY)
    change_everything(team)
    write_review(team.connection, OCTOBER, tmp_path / "now.xlsx", today=date(2031, 11, 24))
    assert contents(tmp_path / "now.xlsx") == contents(tmp_path / "then.xlsx")


def test_what_is_frozen_is_what_was_seen(team: Store) -> None:
    """Closing changes nothing but what it says about itself."""
    open_review = gather_review(team.connection, OCTOBER, today=TODAY)
    cycles.close_cycle(team, OCTOBER, TODAY)
    closed = gather_review(team.connection, OCTOBER, today=TODAY)
    own = {"state", "about", "written_at"}
    for field in attrs.fields(type(closed)):
        if field.name not in own:
            seen, kept = getattr(open_review, field.name), getattr(closed, field.name)
            if isinstance(seen, list):
                seen, kept = list(seen), list(kept)
            assert kept == seen, field.name
    assert "冻结" in closed.state
    with speaking("en"):
        assert gather_review(team.connection, OCTOBER, today=TODAY).state != closed.state


def test_a_closed_cycle_opened_again_is_computed_anew_and_undo_closes_it_again(team: Store) -> None:
    cycles.close_cycle(team, OCTOBER, TODAY)
    frozen = gather_review(team.connection, OCTOBER, today=TODAY)
    cycles.reopen_cycle(team, OCTOBER, "补录")
    team.connection.execute("UPDATE deals SET amount = amount * 2")
    anew = gather_review(team.connection, OCTOBER, today=TODAY)
    assert anew.figures[0].now.value != frozen.figures[0].now.value
    undo(team)
    assert gather_review(team.connection, OCTOBER, today=TODAY).figures == frozen.figures


def test_the_next_cycle_compares_with_the_frozen_one(team: Store) -> None:
    cycles.close_cycle(team, OCTOBER, TODAY)
    was = gather_review(team.connection, OCTOBER, today=TODAY).figures[0].now.value
    team.connection.execute("UPDATE deals SET amount = amount * 2 WHERE closed_on LIKE '2026-10%'")
    november = gather_review(team.connection, NOVEMBER, today=TODAY)
    assert november.figures[0].before.value == was
    assert november.months[-2].won == was


def test_the_list_of_cycles(team: Store) -> None:
    lines, more = read_months(team.connection, NOVEMBER, WHOLE_TEAM, TODAY, 6)
    assert [str(line.month) for line in lines] == [
        "2026-11", "2026-10", "2026-09", "2026-08", "2026-07", "2026-06",
    ]  # fmt: skip
    assert more and [line.state for line in lines][:3] == ["running", "due", "open"]
    for line in lines:
        own = figures(team.connection, Period.of(line.month, TODAY), [WHOLE_TEAM], {"won_revenue"})[WHOLE_TEAM]
        assert line.won.value == own["won_revenue"].json_value
    far, _ = read_months(team.connection, Month(2026, 1), WHOLE_TEAM, TODAY, 6)
    assert str(far[-1].month) == "2026-01", "the chosen cycle is always among them"
    cycles.close_cycle(team, OCTOBER, TODAY)
    preview = read_preview(team.connection, OCTOBER, WHOLE_TEAM, TODAY)
    assert preview.is_closed and all(line.first == line.second for line in preview.lines)


def test_mavens_december(tmp_path: Path, shared_data: Path) -> None:
    folder = tmp_path / "maven"
    shutil.copytree(shared_data / "maven", folder)
    files = [folder / f"{name}.csv" for name in ("accounts", "products", "sales_pipeline", "sales_teams")]
    with Store.open(tmp_path / "maven.sqlite") as store:
        import_files(store, files, today=TODAY)
        out = tmp_path / "maven.xlsx"
        review = write_review(store.connection, Month(2017, 12), out, today=TODAY)
        found = figures(store.connection, Period.of(Month(2017, 12), TODAY), [WHOLE_TEAM])[WHOLE_TEAM]
        assert len(review.deals) == sum(int(found[key].value or 0) for key in ("won_count", "lost_count", "open_count"))
    rows = {row[0]: row for row in load_workbook(out)["指标"].iter_rows(values_only=True)}
    assert rows["赢单收入"][1] == found["won_revenue"].json_value == 1_131_573
    assert rows["完成率"][1] == "—" and "没有设目标" in str(rows["完成率"][5])
