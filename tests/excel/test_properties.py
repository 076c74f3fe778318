"""What holds for any table: twice is once, and encoding, separator and kind of file make no difference."""

import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.errors import CockpitError
from cockpit.excel.choices import StageChoice
from cockpit.excel.synonyms import NAMES, REQUIRED
from cockpit.excel.values import read_amounts
from cockpit.operations.imports import apply_plan, look_at, open_files, read_plan
from cockpit.store.checks import check
from cockpit.store.file import Store
from tests.excel.writing_files import HEADINGS, TODAY, take, write_text, write_workbook

FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Names as people have them, and signs that a text file has to quote.
THINGS = st.text(alphabet="华信数据平台远景Acme Größe 12·-,;|\"'\t()", min_size=1, max_size=12).filter(
    # In a text file an apostrophe before a sign keeps a spreadsheet from counting it: it is no part of the text.
    lambda text: any(letter.isalpha() for letter in text) and text == text.strip() and text[:2] not in ("'-", "'\t")
)
DAYS = st.dates(date(2020, 1, 1), date(2026, 11, 1)).map(date.isoformat)
AMOUNTS = st.integers(0, 10**11).map(lambda minor: f"{minor // 100:,}.{minor % 100:02d}")
STAGES = st.sampled_from(["初步接触", "需求确认", "方案报价", "合同谈判", "赢单", "丢单"])
ROWS = st.lists(
    st.tuples(THINGS, THINGS, st.sampled_from(["李雯", "陈佳", "周启航"]), STAGES, AMOUNTS, DAYS, DAYS),
    min_size=1,
    max_size=12,
)


def numbered(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [HEADINGS, *((f"D-{place}", *row) for place, row in enumerate(rows))]


def imported(make: Any, times: int = 1) -> tuple[Any, Any]:
    """What is in a new store after ``make(path)`` was imported, and the last report."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "cockpit.sqlite") as store:
        path = make(Path(folder))
        for _ in range(times):
            report = take(store, path)
        deals = store.connection.execute(
            "SELECT deals.external_id, deals.name, accounts.name, people.name, stages.name, state, amount, created_on,"
            " expected_close, closed_on FROM deals JOIN accounts ON accounts.id = account_id"
            " JOIN people ON people.id = deals.owner_id JOIN stages ON stages.id = stage_id ORDER BY deals.id"
        ).fetchall()
        entries = store.connection.execute("SELECT deal_id, field, old, new FROM deal_history ORDER BY id").fetchall()
        assert check(store.connection) == []
        return (deals, entries), report


@FEW
@given(ROWS)
def test_twice_is_once(rows: list[tuple[str, ...]]) -> None:
    def make(folder: Path) -> Path:
        return write_text(folder / "商机.csv", numbered(rows))

    once, first = imported(make)
    twice, second = imported(make, times=2)
    assert once == twice
    assert second.counts["deals"].added == second.counts["deals"].changed == 0
    assert second.counts["deals"].unchanged == first.counts["deals"].added


@FEW
@given(
    ROWS, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"]), st.sampled_from([",", ";", "\t"])
)
def test_a_table_survives_encodings_and_separators(rows: list[tuple[str, ...]], encoding: str, separator: str) -> None:
    plain, first = imported(lambda folder: write_workbook(folder / "商机.xlsx", ("商机", numbered(rows))))
    text, second = imported(lambda folder: write_text(folder / "商机.csv", numbered(rows), encoding, separator))
    assert plain == text
    assert first.counts == second.counts and len(plain[0]) == len(rows)


@given(st.lists(st.integers(-(10**13), 10**13), min_size=1, max_size=20), st.booleans())
def test_written_amounts_are_read_exactly(amounts: list[int], is_german: bool) -> None:
    def written(minor: int) -> str:
        text = f"{abs(minor) // 100:,}.{abs(minor) % 100:02d}"
        if is_german:
            text = text.translate(str.maketrans(",.", ".,"))
        return f"({text})" if minor < 0 else text

    found = read_amounts([written(minor) for minor in amounts])
    assert found.values == amounts and not found.unreadable


@FEW
@given(ROWS, st.data())
def test_a_later_file_leads_where_it_alone_would_have_led(rows: list[tuple[str, ...]], data: st.DataObject) -> None:
    """After two exports a deal stands where the second says, however it stood before."""
    later = [
        (name, account, data.draw(st.sampled_from(["李雯", "陈佳"])), data.draw(STAGES), data.draw(AMOUNTS), created,
         (date.fromisoformat(close) + timedelta(days=data.draw(st.integers(0, 20)))).isoformat())
        for name, account, _, _, _, created, close in rows
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "cockpit.sqlite") as store:
        for version in (rows, later):
            take(store, write_text(Path(folder) / "商机.csv", numbered(version)))
        stand = store.connection.execute(
            "SELECT people.name, stages.name, amount, coalesce(closed_on, expected_close) FROM deals"
            " JOIN people ON people.id = owner_id JOIN stages ON stages.id = stage_id ORDER BY deals.id"
        ).fetchall()
        wanted = [(owner, stage, int(amount.replace(",", "").replace(".", "")), close)
                  for _, _, owner, stage, amount, _, close in later]  # fmt: skip
        assert stand == wanted
        assert check(store.connection) == []


MORE_HEADINGS = ["2026-01", "2026年2月目标", "quota_q1_2026", "3月", "2026", "目标(万元)", "随便"]
CELLS = st.one_of(
    st.sampled_from(
        ["", "", "李雯", "王磊", "D-1", "D-2", "D-3", "方案报价", "赢单", "丢单", "Open", "Won", "否", "是", "合计",
         "总计", "全队", "2026-03-05", "3/5/26", "2026年11月", "2026Q1", "1,052.75", "86万", "(1,200)", "40%", "#REF!",
         "无", "USD", "人民币", "李雯(已离职)", "=1+1", "\n", "Total (3 records)", "x" * 6_000]
    ),
    st.integers(-10, 10**6), st.floats(allow_nan=False, allow_infinity=False), st.booleans(),
    st.dates(date(1900, 3, 1), date(2200, 1, 1)), st.text(max_size=6),
)  # fmt: skip


@st.composite
def headings_of_a_table(draw: st.DrawFn) -> list[str]:
    """What a table of some kind needs, some of what else it may have, and some that means nothing."""
    kind = draw(st.sampled_from(list(NAMES)))
    fields = [draw(st.sampled_from(group)) for group in REQUIRED[kind]]
    fields += draw(st.lists(st.sampled_from(list(NAMES[kind])), max_size=6))
    names = [draw(st.sampled_from(NAMES[kind][field][1])).removeprefix("~") for field in dict.fromkeys(fields)]
    return names + draw(st.lists(st.sampled_from(MORE_HEADINGS), max_size=2))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_a_table_holds_it_comes_in_or_is_refused_in_a_sentence(data: st.DataObject) -> None:
    """Cells of any sort, something stored before: no other error, the same again adds nothing, the store is sound."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "cockpit.sqlite") as store:
        for _ in range(2):
            headings = data.draw(headings_of_a_table())
            line = st.lists(CELLS, min_size=len(headings), max_size=len(headings))
            rows = data.draw(st.lists(line, min_size=1, max_size=6))
            path = write_text(Path(folder) / "a.csv", [headings, *rows])
            try:
                report = take(store, path)
            except CockpitError as refused:
                assert refused.next_step
            else:
                again = take(store, path)
                assert not any(count.added for count in again.counts.values()), report.as_text()
            assert check(store.connection) == []


DECISIONS = st.fixed_dictionaries(
    {},
    optional={
        "mode": st.sampled_from(["add", "update", "both"]),
        "erase_blanks": st.booleans(),
        "columns": st.dictionaries(
            st.sampled_from(HEADINGS), st.sampled_from(["", "remark", "name", "external_id", "stage"]), max_size=2
        ),
        "stages": st.dictionaries(STAGES, st.builds(StageChoice, STAGES, st.just("open")), max_size=2),
        "names": st.fixed_dictionaries(
            {"people": st.dictionaries(st.sampled_from(["李雯", "陈佳"]), st.sampled_from(["周启航", ""]), max_size=2)}
        ),
        "key": st.lists(st.sampled_from(["name", "account", "owner", "created_on"]), min_size=1, unique=True).map(
            tuple
        ),
        "decimal_mark": st.sampled_from([".", ","]),
        "currencies": st.just({"金额": "USD"}),
    },
)
WITH_FAULTS = st.sampled_from(["", "不知道", "3/5/26", "1.052", "#REF!"])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS, ROWS, DECISIONS, st.data())
def test_no_decision_loses_a_row_and_twice_is_once(
    rows: list[tuple[str, ...]], later: list[tuple[str, ...]], decisions: dict[str, Any], data: st.DataObject
) -> None:
    """Added, changed, unchanged, refused and left out are all rows of the file, whatever was decided about it."""
    faulty = []
    for row in later:
        place = data.draw(st.integers(0, 2 * len(row)))
        faulty.append((*row[:place], data.draw(WITH_FAULTS), *row[place + 1 :]) if place < len(row) else row)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "cockpit.sqlite") as store:
        take(store, write_text(Path(folder) / "a.csv", numbered(rows)))
        store.connection.execute("UPDATE deals SET deleted_at = '2026-11-01T00:00:00Z' WHERE external_id = 'D-1'")
        opened = open_files([write_text(Path(folder) / "b.csv", numbered(faulty))])
        [seen] = look_at(opened, store.connection, today=TODAY)
        choices = {seen.key: evolve(seen.choices, **decisions)}
        try:
            plan = read_plan(store, opened, TODAY, choices)
        except CockpitError as refused:
            assert decisions.get("columns") and refused.next_step
            return
        # Whoever adds what the first half of a file names must not lose what its second half says.
        _, report = apply_plan(store, plan, today=TODAY)
        count = report.counts["deals"]
        told = count.added + count.changed + count.unchanged + count.refused + count.left_out
        assert told == len(faulty), report.as_text()
        assert check(store.connection) == []
        again = apply_plan(store, read_plan(store, opened, TODAY, choices), today=TODAY)[1]
        assert not any(one.added or one.changed for one in again.counts.values()), again.as_text()
