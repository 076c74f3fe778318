"""The monthly review against the figures, in its languages and scopes, and frozen with its cycle."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs
import pytest
from openpyxl import load_workbook

from cockpit.language import choose_language, speaking
from cockpit.metrics import METRICS, WHOLE_TEAM, Period, figures, list_scopes, resolve_scope
from cockpit.metrics.backtest import back_test
from cockpit.metrics.facts import Facts
from cockpit.metrics.forecast_ways import WAYS, all_ways, read_standing, way_name
from cockpit.metrics.funnel import funnel
from cockpit.metrics.loop_board import read_loop_board
from cockpit.model.cycles import Month
from cockpit.operations import cycles
from cockpit.operations.deal_log import write_log_entry
from cockpit.operations.imports import import_files
from cockpit.operations.operation import undo
from cockpit.operations.review_preview import read_months, read_preview
from cockpit.operations.reviews import gather_review, write_review
from cockpit.store.file import Store
from tests.conftest import TODAY
from tests.excel.workbook_checks import find_faults

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
    rows = {row[0].value: row for row in book["指标总表"].iter_rows(min_row=4)}
    assert set(rows) == {metric.name for metric in METRICS.values()}
    for key, metric in METRICS.items():
        shown = rows[metric.name]
        assert shown[1].value == (whole[key].json_value if whole[key].value is not None else "—"), key
        assert shown[2].value == (before[key].json_value if before[key].value is not None else "—"), key
    people = list(book["人员"].iter_rows(min_row=3, values_only=True))
    titles = [str(title) for title in people[0]]
    for scope in list_scopes(team.connection):
        row = next((row for row in people[1:] if row[0] == scope.label), None)
        if row is not None:
            own = figures(team.connection, Period.of(month, TODAY), [scope], {"won_revenue", "win_rate_count"})[scope]
            for key in ("won_revenue", "win_rate_count"):
                shown_value = row[titles.index(METRICS[key].name)]
                assert shown_value == (own[key].json_value if own[key].value is not None else "—"), (scope, key)


def test_the_forecast_four_ways_is_the_pages_with_how_near_each_came(team: Store, tmp_path: Path) -> None:
    out = tmp_path / "复盘.xlsx"
    write_review(team.connection, NOVEMBER, out, today=TODAY)
    rows = [
        [cell for cell in row if cell is not None]
        for row in load_workbook(out)["预测与漏斗"].iter_rows(values_only=True)
    ]
    standing = read_standing(Facts(team.connection, Period.of(NOVEMBER, TODAY)), WHOLE_TEAM)
    trial = back_test(team.connection, NOVEMBER, TODAY, WHOLE_TEAM)
    for found in all_ways(standing):
        row = next(row for row in rows if row and row[0] == way_name(found.way) and len(row) > 6)
        accuracy = trial.accuracy(found.way, "believed")
        shown = found.value / 100 if found.value is not None else "—"
        assert (row[1], row[6]) == (pytest.approx(shown) if found.value is not None else "—", accuracy.n)
        assert row[5] == (pytest.approx(accuracy.value) if accuracy.value is not None else "—")
    newest = trial.cycles[-1]
    money, near = (row for row in rows if row and row[0] == "2026 年 10 月" and len(row) == 8)
    assert money[3:] == [
        newest.actual / 100, *(pytest.approx(found.value / 100) if found.value is not None else "—"
                               for found in newest.ways.values()),
    ]  # fmt: skip
    assert near[4:] == [
        pytest.approx(value) if (value := newest.accuracy(way)) is not None else "—" for way in WAYS
    ]  # fmt: skip
    cycles.close_cycle(team, OCTOBER, TODAY)
    kept = gather_review(team.connection, OCTOBER, today=TODAY)
    assert kept.trials is not None and kept.trials[0].won == newest.actual / 100


def test_a_major_deals_log_rolls_in_the_review(team: Store) -> None:
    deal, name = team.connection.execute(
        "SELECT id, name FROM deals WHERE is_major = 1 AND state = 'open' AND next_step IS NULL ORDER BY amount DESC"
    ).fetchone()
    for day, text in ((2, "立项批了"), (20, "CIO 要看案例")):
        write_log_entry(team, deal, text, next_step="发案例", next_step_on=TODAY, today=date(2026, 11, day))
    review = gather_review(team.connection, NOVEMBER, today=TODAY)
    assert review.process is not None
    line = next(line for line in review.process.majors if line.name == name)
    assert "11 月 20 日: CIO 要看案例" in line.last.splitlines() and len(line.last.splitlines()) == 3
    assert line.next_step == "发案例"


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


@pytest.mark.parametrize("closed", [False, True])
def test_private_parts_of_notes_are_nowhere_in_the_file(team: Store, tmp_path: Path, closed: bool) -> None:
    """In no part of the package: cells, charts, properties, names."""
    team.connection.execute("UPDATE notes SET private_text = 'SECRETWORD 绝不外传的话', text = text || '\n公开的一句'")
    if closed:
        cycles.close_cycle(team, OCTOBER, TODAY)
    out = tmp_path / "a.xlsx"
    review = write_review(team.connection, OCTOBER if closed else NOVEMBER, out, today=TODAY)
    assert review.minutes
    with zipfile.ZipFile(out) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert "公开的一句".encode() in everything, "what is not private is there"
    assert b"SECRETWORD" not in everything and "绝不外传".encode() not in everything
    for (content,) in team.connection.execute("SELECT content FROM frozen_reviews"):
        assert "SECRETWORD" not in content, "nor is it kept with the closing"


def test_the_loop_board_in_the_workbook_is_the_one_of_the_window(team: Store, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    write_review(team.connection, NOVEMBER, out, today=TODAY)
    rows = list(load_workbook(out)["五步循环"].iter_rows(min_row=4, max_col=7, values_only=True))
    board = read_loop_board(team.connection, Period.of(NOVEMBER, TODAY), WHOLE_TEAM)
    for row, person in zip(rows, board, strict=False):
        assert row[0] == person.name
        for shown, cell in zip(row[2:], person.cells.values(), strict=True):
            assert str(shown).endswith(cell.text) and (cell.state == "none") == (shown == cell.text)


def test_forecast_and_funnel_are_the_figures(team: Store, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    write_review(team.connection, NOVEMBER, out, today=TODAY)
    period = Period.of(NOVEMBER, TODAY)
    sheet = load_workbook(out)["预测与漏斗"]
    rows = list(sheet.iter_rows(values_only=True))
    total = next(row for row in rows if row[0] == "合计")
    found = figures(team.connection, period, [WHOLE_TEAM])[WHOLE_TEAM]
    assert total[5] == found["weighted_forecast"].json_value
    stages = funnel(team.connection, period, WHOLE_TEAM).stages
    header = next(place for place, row in enumerate(rows) if row[1] == "阶段")
    for row, stage in zip(rows[header + 1 :], stages, strict=False):
        assert row[1] == stage.name and row[2] == stage.count and row[3] == stage.amount / 100
        assert row[5] == stage.expected / 100
        assert row[6] == ("—" if stage.conversion is None else pytest.approx(stage.conversion))


def test_a_review_frozen_before_it_had_all_its_parts_still_opens(team: Store, tmp_path: Path) -> None:
    """Closings of last year hold what a review was then."""
    cycles.close_cycle(team, OCTOBER, TODAY)
    later = {
        "loop", "forecast", "forecast_checks", "funnel", "lost_reasons", "stalled", "process", "minutes", "ways",
        "trials", "paces",
    }  # fmt: skip
    for number, content in team.connection.execute("SELECT id, content FROM frozen_reviews").fetchall():
        plain = json.loads(content)
        assert later <= set(plain), "a new closing keeps them"
        kept = {key: value for key, value in plain.items() if key not in later}
        team.connection.execute(
            "UPDATE frozen_reviews SET content = ? WHERE id = ?", (json.dumps(kept, ensure_ascii=False), number)
        )
    out = tmp_path / "old.xlsx"
    review = write_review(team.connection, OCTOBER, out, today=TODAY)
    assert "冻结" in review.state and review.minutes is None and review.deals
    assert find_faults(out) == []
    names = load_workbook(out).sheetnames
    assert "人员" in names and "一对一" not in names and "五步循环" not in names


@pytest.mark.parametrize("people", [0, 1])
def test_a_month_with_next_to_nothing(tmp_path: Path, people: int) -> None:
    with Store.open(tmp_path / "store.sqlite") as store:
        for number in range(people):
            store.connection.execute(
                "INSERT INTO people(name, pinyin, initials) VALUES (?, 'a', 'a')", (f"人{number}",)
            )
        out = tmp_path / "empty.xlsx"
        write_review(store.connection, NOVEMBER, out, today=TODAY)
    assert find_faults(out) == []
    for sheet in load_workbook(out):
        found = [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
        assert len(found) > 3, f"{sheet.title} says nothing"


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
        english = gather_review(team.connection, OCTOBER, today=TODAY)
    assert english.state != closed.state
    reasons = [line.now.reason for line in english.figures if line.now.value is None]
    assert reasons and not any(re.search("[一-鿿]", reason or "") for reason in reasons), "why there is no number"


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
    rows = {row[0]: row for row in load_workbook(out)["指标总表"].iter_rows(values_only=True)}
    assert rows["赢单收入"][1] == found["won_revenue"].json_value == 1_131_573
    assert rows["完成率"][1] == "—" and "没有设目标" in str(rows["完成率"][5])
