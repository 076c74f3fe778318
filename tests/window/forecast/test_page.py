"""The forecast page as a manager uses it: four ways, the back-test, who was right, and what if."""

from collections.abc import Callable
from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cockpit.metrics import WHOLE_TEAM, Period, figures
from cockpit.model.cycles import Month
from cockpit.sample import make_sample
from cockpit.window.forecast import reading
from cockpit.window.forecast.page import ForecastPage
from cockpit.window.kit import background
from cockpit.window.kit.page import View
from cockpit.window.results.page import ResultsPage
from tests.window.conftest import Host


@pytest.fixture
def today() -> date:
    return date(2026, 11, 24)


@pytest.fixture
def page(host: Host) -> ForecastPage:
    make_sample(host.store, host.view.today)
    shown = host.show_page(ForecastPage)
    assert isinstance(shown, ForecastPage)
    settle(shown, host)
    return shown


def settle(page: ForecastPage, host: Host) -> None:
    """What takes longer follows, the back-test a moment later than the rest."""
    host.settle()
    page._trial_soon.stop()
    page._begin_trial()
    host.settle()


def weighted(host: Host) -> int:
    found = figures(host.store.connection, Period.of(host.view.month, host.view.today), [WHOLE_TEAM])[WHOLE_TEAM]
    value = found["weighted_forecast"].value
    assert isinstance(value, int)
    return value


def test_four_ways_stand_on_one_axis_and_each_opens_its_deals(page: ForecastPage, host: Host) -> None:
    host.grab()
    names = [name for name, _ in page.ways.chart.rows()]
    assert names[:4] == ["经验值", "学到的值", "销售自己的判断", "模拟"]
    assert names[4:] == ["已赢单", "目标"]
    page.ways.chart.setFocus()
    QTest.keyClick(page.ways.chart, Qt.Key.Key_Down)
    QTest.keyClick(page.ways.chart, Qt.Key.Key_Return)
    where, how = host.went[-1]
    assert where == "deals" and how["rows"] is not None


def test_the_back_test_says_which_way_to_believe_and_on_what_it_stands(page: ForecastPage, host: Host) -> None:
    source = page.trial.table.rows.source
    rows = source.fetch(0, 50)
    assert len(rows) >= 12, "twelve cycles and their medians"
    assert rows[0].cells[0].text == "2026 年 10 月"
    assert rows[0].cells[1].text in ("按当时所知", "按后来的历史重算")
    assert "最准的是" in page.trial.notes
    page.trial.table.opened.emit(rows[0].id)
    assert host.view.month == Month(2026, 10)


def test_a_stage_unfolds_into_its_cycles(page: ForecastPage) -> None:
    table = page.right.table
    before = table.rows.source.count()
    assert before
    table.opened.emit(table.rows.source.fetch(0, 1)[0].id)
    assert table.rows.source.count() > before
    table.opened.emit(table.rows.source.fetch(0, 1)[0].id)
    assert table.rows.source.count() == before


def test_a_value_is_tried_seen_and_kept_in_one_step(page: ForecastPage, host: Host) -> None:
    card, before = page.what_if, weighted(host)
    assert not card.keep_button.isEnabled()
    card.value_field.setText("90")
    QTest.keyClick(card.value_field, Qt.Key.Key_Return)
    assert "→" in card.answer and "完成目标" in card.answer
    assert weighted(host) == before, "nothing is saved"
    card.keep_button.click()
    host.settle()
    after = weighted(host)
    assert after > before
    history = host.store.connection.execute("SELECT new, changed_on FROM experience_history").fetchall()
    assert (0.9, "2026-11-24") in history
    assert not card.is_trying
    host.undo()
    assert weighted(host) == before


def test_a_deal_that_slips_leaves_the_month_and_comes_back_when_dropped(page: ForecastPage, host: Host) -> None:
    card, before = page.what_if, weighted(host)
    now = card.answer
    card.day_field.field.setText("2026-12-20")
    QTest.keyClick(card.day_field.field, Qt.Key.Key_Return)
    assert "→" in card.answer
    card.drop_button.click()
    assert card.answer == now
    card.amount_field.setText("viel")
    card.deal_button.click()
    assert "看不懂" in card.answer and not card.is_trying
    card.amount_field.setText("100万")
    card.day_field.field.setText("2026-11-28")
    card.deal_button.click()
    card.keep_button.click()
    host.settle()
    amounts = host.store.connection.execute("SELECT count(*) FROM deals WHERE amount = 100000000").fetchone()[0]
    assert amounts >= 1 and weighted(host) != before


def test_the_simulation_moves_with_what_is_tried_and_comes_back(page: ForecastPage, host: Host) -> None:
    card = page.what_if

    def simulated() -> str:
        host.settle()
        return next(part for part in card.answer.rstrip("。").split(";") if part.startswith("模拟"))

    for place in range(card.values_table.rows.source.count()):
        card.values_table.opened.emit(place)
        card.value_field.setText("1%")
        QTest.keyClick(card.value_field, Qt.Key.Key_Return)
    assert "模拟 正在算…" in card.answer
    assert "→" in simulated() and "-" in simulated(), "chances fall with the values"
    card.drop_button.click()
    card.amount_field.setText("9000万")
    card.deal_button.click()
    assert "→" in simulated() and "+" in simulated()
    card.drop_button.click()
    standing = page._depth.standing if page._depth else None
    assert standing is not None
    weight = {deal.id: chance.mean * (deal.amount or 0) for deal in standing.deals if (chance := standing.chance(deal))}
    likely = max((deal.id for deal in standing.deals if deal.in_cycle), key=lambda number: weight.get(number, 0))
    card.deals_table.opened.emit([deal.id for deal in card._offered].index(likely))
    card.day_field.field.setText("2027-03-20")
    card.deal_button.click()
    assert "→" in simulated() and "-" in simulated(), "a deal that slips out of the month is not drawn"


def test_any_open_deal_is_found_tried_and_kept(page: ForecastPage, host: Host) -> None:
    card, connection = page.what_if, host.store.connection
    offered = {deal.id for deal in card._offered}
    number, name, amount = connection.execute(
        "SELECT id, name, amount FROM deals WHERE state = 'open' AND coalesce(forecast_category, '') <> 'omitted'"
        f" AND id NOT IN ({', '.join(map(str, offered))}) ORDER BY amount LIMIT 1"
    ).fetchone()
    card.search.setText(name)
    card._search_soon.timeout.emit()
    host.settle()
    assert [deal.id for deal in card._offered][:1] == [number]
    card.amount_field.setText("777万")
    card.deal_button.click()
    assert card.is_trying
    card.search.setText("")
    card._search_soon.timeout.emit()
    host.settle()
    assert {deal.id for deal in card._offered} == offered
    card.keep_button.click()
    host.settle()
    assert connection.execute("SELECT amount FROM deals WHERE id = ?", (number,)).fetchone() == (777_0000_00,)
    host.undo()
    assert connection.execute("SELECT amount FROM deals WHERE id = ?", (number,)).fetchone() == (amount,)
    card.search.setText("没有这个名字")
    card._search_soon.timeout.emit()
    host.settle()
    assert not card._offered and not card.deal_button.isEnabled()


def test_a_change_of_month_does_not_wait_for_the_back_test(
    page: ForecastPage, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The back-test of a month that nobody looks at any more is stopped, and never shown."""
    begun, go_on, seen = Event(), Event(), []
    whole = reading.back_test

    def slow(*arguments: object, **named: Callable[[], bool]) -> object:
        if not begun.is_set():
            begun.set()
            go_on.wait(10)
            seen.append(named["stop"]())
        return whole(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "back_test", slow)
    page.refresh()
    host.settle()
    page._trial_soon.stop()
    page._begin_trial()
    while not begun.is_set():
        QApplication.processEvents()
    host._view = View(Month(2026, 10), host.view.scope, host.view.today)
    page.refresh()
    background.reading.wait()
    QApplication.processEvents()
    assert page._data is not None and page._data.period.first == Month(2026, 10), "shown while the other still runs"
    go_on.set()
    settle(page, host)
    assert seen == [True]
    assert page._trial is not None and len(page._trial.trial.cycles) == 12


def test_behind_the_shield_only_the_persons_own(page: ForecastPage, host: Host) -> None:
    host.look_at(only_person=3)
    host.settle()
    depth = page._depth
    assert depth is not None
    assert {deal.owner_id for deal in depth.standing.deals} <= {3}
    owners = host.store.connection.execute("SELECT id FROM deals WHERE owner_id = 3").fetchall()
    assert {deal.id for deal in depth.deals} <= {number for (number,) in owners}


def test_an_empty_store_says_what_to_do(host: Host) -> None:
    page = host.show_page(ForecastPage)
    assert isinstance(page, ForecastPage)
    assert not page.ways.isVisible()


def test_results_lead_there(host: Host) -> None:
    make_sample(host.store, host.view.today)
    page = host.show_page(ResultsPage)
    assert isinstance(page, ResultsPage)
    page._forecast.ways_button.click()
    assert host.went[-1][0] == "forecast"
