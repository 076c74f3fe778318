"""The log of major deals: what is newest, what is silent, and a step that is put off, against plain Python."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.metrics import WHOLE_TEAM, Period
from cockpit.metrics.deal_log import read_deal_log, times_put_off
from cockpit.metrics.major_deals import major_deals
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
PERIOD = Period.of(Month(2026, 11), TODAY)

said = st.tuples(
    st.sampled_from(["", " ", "演示", "报价", "报价 ", "Demo", "demo"]),
    st.none() | st.integers(0, 9).map(lambda days: TODAY + timedelta(days=days)),
)


@given(st.lists(said, max_size=9))
def test_a_step_is_put_off_as_often_as_it_is_said_again_with_a_later_day(steps: list[tuple[str, date | None]]) -> None:
    times = 0
    if steps and steps[-1][0].strip():
        last = steps[-1][0].strip().lower()
        run = []
        for step, day in reversed(steps):
            if step.strip().lower() != last:
                break
            run.append(day)
        run.reverse()
        for place in range(1, len(run)):
            before, now = run[place - 1], run[place]
            if before and now and before < now:
                times += 1
    assert times_put_off(steps) == times


def test_a_step_that_is_moved_without_an_entry_is_put_off_as_well(builder: Builder) -> None:
    deal = builder.deal(next_step="见 CIO", next_step_on="2026-12-04")
    for day, due in (("2026-11-02", "2026-11-09"), ("2026-11-09", "2026-11-20")):
        builder.add("deal_log", deal_id=deal, written_on=day, text="还没约到", next_step="见 CIO", next_step_on=due)
    builder.add("deal_log", deal_id=deal, written_on="2026-10-01", text="早先", next_step="演示")
    log = read_deal_log(builder.reader, deal)
    assert log.put_off == 2
    assert [entry.day.day for entry in log.entries] == [9, 2, 1]
    builder.connection.execute("UPDATE deals SET next_step = '见 CIO 和财务' WHERE id = ?", (deal,))
    assert read_deal_log(builder.reader, deal).put_off == 0, "another step"


@pytest.mark.parametrize("seed", range(6))
def test_silent_and_overdue_ones_are_found_with_their_rows(builder: Builder, seed: int) -> None:
    random = Random(seed)
    told: dict[int, tuple[bool, bool, bool]] = {}
    days = 10
    builder.setting("follow_up_days", days)
    for _ in range(40):
        is_major, state = random.random() < 0.8, random.choice(["open", "open", "won"])
        created = random.choice([None, TODAY - timedelta(days=random.randrange(40))])
        step, due = random.choice([None, "", "演示"]), random.choice([None, random.randrange(-9, 9)])
        on = None if due is None else TODAY + timedelta(days=due)
        deal = builder.deal(
            None, state, is_major=int(is_major), created_on=created and created.isoformat(), next_step=step,
            next_step_on=on and on.isoformat(), closed_on="2026-11-05" if state == "won" else None,
        )  # fmt: skip
        ago = [random.randrange(-5, 30) for _ in range(random.randrange(3))]
        lines = [(back, random.random() < 0.2, random.random() < 0.5) for back in ago]
        for back, deleted, is_entry in lines:
            day = (TODAY - timedelta(days=back)).isoformat()
            gone = "2026-11-24T00:00:00.000Z" if deleted else None
            if is_entry:
                builder.add("deal_log", deal_id=deal, written_on=day, text="进展", deleted_at=gone)
            else:
                builder.add("activities", deal_id=deal, happened_on=day, kind="电话", deleted_at=gone)
        counts = is_major and state == "open"
        heard = any(0 <= back < days and not deleted for back, deleted, _ in lines)
        young = created is not None and (TODAY - created).days < days
        told[deal] = (
            counts,
            counts and not heard and not young,
            counts and bool(step) and on is not None and on < TODAY,
        )
    found = major_deals(builder.reader, PERIOD, WHOLE_TEAM)

    def ids(which: int) -> set[int]:
        return {deal for deal, flags in told.items() if flags[which]}

    assert {deal.deal_id for deal in found.deals} == ids(0)
    assert {deal.deal_id for deal in found.deals if deal.is_silent} == ids(1)
    assert {deal.deal_id for deal in found.deals if deal.is_overdue} == ids(2)
    for rows, count, which in ((found.rows_silent, found.silent, 1), (found.rows_overdue, found.overdue, 2)):
        behind = [row[0] for row in builder.reader.execute(rows.ids_sql(), dict(rows.parameters))]
        assert (set(behind), count) == (ids(which), len(ids(which)))


def test_what_was_written_and_what_was_done_roll_together(builder: Builder) -> None:
    deal = builder.deal(is_major=1)
    builder.add("activities", deal_id=deal, kind="电话", happened_on="2026-11-20", note="约时间")
    builder.add("deal_log", deal_id=deal, written_on="2026-11-22", text="见了 CIO")
    builder.add("deal_log", deal_id=deal, written_on="2026-11-10", text="立项")
    builder.add("deal_log", deal_id=deal, written_on="2026-11-23", text="收回", deleted_at="2026-11-23T09:00:00.000Z")
    builder.add("deal_log", deal_id=deal, written_on="2026-11-09", text="最早")
    (shown,) = major_deals(builder.reader, PERIOD, WHOLE_TEAM).deals
    assert [(entry.kind, entry.note) for entry in shown.log] == [("", "见了 CIO"), ("电话", "约时间"), ("", "立项")]
