"""Whatever is in a store: what is exported and read back unchanged changes nothing, however a program saved it."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cockpit.excel.round_trip_book import id_lines, ids_of_lines
from cockpit.excel.round_trip_cells import plain_text
from cockpit.language import speaking
from cockpit.metrics import METRICS
from cockpit.operations.actions import metrics_for_actions
from cockpit.store import stages
from cockpit.store.checks import check
from cockpit.store.file import Store
from cockpit.store.rows import insert_rows
from tests.operations.round_trip_files import EXPORTS, content, edit, exported, planned, read_back

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
ODD = (
    "=1+1", "+86 138", "-", "@拜访", "\t制表", "无", "n/a", "是", "001", "1e5", "3/5/26", "2026-11-01", "  前后  ",
    "一\r\n二\n三", "_x000D_", "<&>\"'", "\u200b", "NULL", "#REF!", "1,200", "12万", "TRUE", "v1", "D1", "合计",
    "A (P1)", "x" * 40_000, "😀", "\u00a0", "50%", "Ω≈", "\x07钟", "\ufffe", "A", "Ａ",
)  # fmt: skip
"""What people type, and what programs are apt to take for something else."""
NAMES = st.one_of(st.sampled_from(ODD), st.text(min_size=1, max_size=5))
TEXTS = st.one_of(st.none(), st.sampled_from(ODD), st.text(max_size=5))
DAYS = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat))
MONEY = st.one_of(st.none(), st.integers(-(10**13), 10**13), st.integers(0, 10**7).map(lambda whole: whole * 100))
FIGURES = st.one_of(st.none(), st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 6)))


@st.composite
def stores(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Rows by table: everything that the checks of the store let through, however odd."""
    how_many = st.integers(1, 4)
    people = [
        {"id": number, "name": draw(NAMES), "role": draw(st.sampled_from(["seller", "supervisor"])),
         "email": draw(TEXTS), "region": draw(TEXTS), "hired_on": draw(DAYS), "left_on": draw(DAYS),
         "style": draw(st.sampled_from([None, "tiger", "owl", "koala", "peacock"]))}
        for number in range(1, draw(how_many) + 1)
    ]  # fmt: skip
    teams = [{"id": n, "name": name, "pipeline_id": 1} for n, name in enumerate(draw(st.sets(NAMES, max_size=2)), 1)]
    of_team = st.sampled_from([None, *(team["id"] for team in teams)])
    memberships = [
        {"person_id": person["id"], "team_id": team} for person in people if (team := draw(of_team)) is not None
    ]
    accounts = [{"id": number, "name": draw(NAMES)} for number in range(1, draw(how_many) + 1)]
    products = [{"id": n, "name": name} for n, name in enumerate(draw(st.sets(NAMES, max_size=2)), 1)]
    owner = st.sampled_from([None, *(person["id"] for person in people)])
    deals = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        stage, state = draw(st.sampled_from([(1, "open"), (3, "open"), (5, "won"), (6, "lost")]))
        deals.append(
            {"id": number, "name": draw(NAMES), "account_id": draw(st.sampled_from([None, 1])), "owner_id": draw(owner),
             "product_id": draw(st.sampled_from([None, *(product["id"] for product in products)])), "stage_id": stage,
             "state": state, "amount": draw(MONEY), "currency": draw(st.sampled_from([None, "CNY", "USD", "XYZ"])),
             "created_on": draw(DAYS), "expected_close": draw(DAYS),
             "closed_on": None if state == "open" else draw(DAYS),
             "forecast_category": draw(st.sampled_from([None, "commit", "best_case", "pipeline", "omitted"])),
             "source": draw(st.sampled_from([None, "self", "lead"])), "lead_source": draw(TEXTS),
             "lost_reason": draw(TEXTS), "entry_department": draw(TEXTS), "budget": draw(MONEY),
             "quantified_value": draw(TEXTS), "decision_maker": draw(TEXTS), "next_step": draw(TEXTS),
             "next_step_on": draw(DAYS), "is_major": draw(st.integers(0, 1)), "remark": draw(TEXTS)}
        )  # fmt: skip
    whose = st.sampled_from([(None, None), (people[0]["id"], None), *((None, team["id"]) for team in teams)])
    keys = st.tuples(
        st.sampled_from(["2026-01", "2026-12", "2027-03"]), whose,
        st.sampled_from(["won_revenue", "collected", "new_customers", "new_touches"]),
        st.sampled_from(["target", "sprint", "challenge"]),
    )  # fmt: skip
    targets = [
        {"month": month, "person_id": person, "team_id": team, "measure": measure, "level": level,
         "value": draw(st.integers(0, 10**12))}
        for month, (person, team), measure, level in draw(st.sets(keys, max_size=6))
    ]  # fmt: skip
    actions = [
        {"id": number, "person_id": people[0]["id"], "month": draw(st.sampled_from(["2026-10", "2026-11"])),
         "text": draw(NAMES), "state": draw(st.sampled_from(["draft", "agreed", "closed"])),
         "metric": draw(st.sampled_from([None, "gone", *(one.key for one in metrics_for_actions())])),
         "baseline": draw(FIGURES), "target": draw(FIGURES), "due_on": draw(DAYS), "agreed_on": draw(DAYS),
         "verdict": draw(st.sampled_from([None, "effective", "partly", "not_measurable"]))}
        for number in range(1, draw(how_many) + 1)
    ]  # fmt: skip
    return {"people": people, "teams": teams, "memberships": memberships, "accounts": accounts, "products": products,
            "deals": deals, "targets": targets, "actions": actions}  # fmt: skip


@contextmanager
def opened(rows: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[Store, Path]]:
    """A store with these rows, and a folder for files."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "cockpit.sqlite") as store:
        with store.transaction() as connection:
            stages.add_standard_stages(connection)
            for table, of_table in rows.items():
                for row in of_table:
                    insert_rows(connection, table, list(row), [list(row.values())])
        yield store, Path(folder)


@pytest.mark.parametrize("kind", EXPORTS)
@FEW
@given(stores(), st.sampled_from(["zh", "en"]))
def test_export_and_import_give_the_same_store(kind: str, rows: Any, code: Any) -> None:
    with opened(rows) as (store, folder):
        before = content(store)
        with speaking(code):
            path = exported(store, kind, folder)
        plan = read_back(store, path)
        assert content(store) == before
        assert not plan.problems and not plan.conflicts and not plan.changes_something, plan
        assert [note.kind for note in plan.listed] == []


@FEW
@given(stores(), st.text(min_size=1, max_size=30).filter(plain_text), st.integers(0, 10**12))
def test_what_is_typed_into_a_cell_arrives_and_a_second_time_is_once(rows: Any, text: str, amount: int) -> None:
    with opened(rows) as (store, folder):
        path = exported(store, "deals", folder)
        edit(path, ("D1", "金额", amount / 100))
        book = load_workbook(path)
        sheet = book.worksheets[0]
        column = next(cell.column for cell in sheet[1] if cell.value == "备注")
        cell = sheet.cell(2, column, plain_text(text))
        cell.data_type = "s"
        book.save(path)
        read_back(store, path)
        found = store.connection.execute("SELECT amount, remark FROM deals WHERE id = 1").fetchone()
        after = content(store)
        assert found == (amount, plain_text(text)) or (found[0] == amount and plain_text(found[1]) == plain_text(text))
        assert not read_back(store, path).changes_something
        assert content(store) == after
        assert not [one for one in check(store.connection) if "amount" in str(one)]


@given(st.lists(st.integers(1, 10**6), max_size=60, unique=True))
def test_the_ids_that_went_out_are_told_in_few_words(numbers: list[int]) -> None:
    ids = [f"D{number}" for number in numbers]
    assert sorted(ids_of_lines(id_lines(ids))) == sorted(ids)


def test_a_hundred_thousand_ids_are_a_word() -> None:
    assert id_lines([f"D{number}" for number in range(1, 100_001)]) == ["D1-100000"]


@pytest.fixture(scope="module")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Saves a workbook as LibreOffice does, in a profile of its own."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: what it makes of a workbook cannot be seen here")
    profile, out = tmp_path_factory.mktemp("profile"), tmp_path_factory.mktemp("saved")

    def save(path: Path, ending: str = "xlsx") -> Path:
        subprocess.run(
            [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", ending,
             "--outdir", str(out), str(path)],
            check=True, capture_output=True, timeout=100,
        )  # fmt: skip
        return out / f"{path.stem}.{ending}"

    return save


@pytest.mark.parametrize("kind", EXPORTS)
def test_another_program_may_save_it_in_between(soffice: Any, sample_path: Path, tmp_path: Path, kind: str) -> None:
    """Numbers come back as floats, days as moments, panes and styles are gone: nothing of it is a change."""
    with Store.open(sample_path) as store:
        before = content(store)
        saved = soffice(exported(store, kind, tmp_path))
        plan = read_back(store, saved)
        assert content(store) == before
        assert not plan.problems and not plan.listed and not plan.changes_something


def test_an_edit_survives_another_program(soffice: Any, sample_path: Path, tmp_path: Path) -> None:
    with Store.open(sample_path) as store:
        path = edit(exported(store, "deals", tmp_path), ("D1", "金额", 1234.56), ("D1", "备注", "=不是公式"))
        sheet = load_workbook(path)
        column = next(cell.column for cell in sheet.worksheets[0][1] if cell.value == "备注")
        sheet.worksheets[0].cell(2, column).data_type = "s"
        sheet.save(path)
        plan = planned(store, soffice(path, "ods"))
        assert plan.counts()["deals"].changed == 1 and not plan.problems
        read_back(store, plan)
        found = store.connection.execute("SELECT amount, remark FROM deals WHERE id = 1").fetchone()
        assert found == (123_456, "=不是公式")


def test_every_metric_of_an_action_has_a_name_of_its_own() -> None:
    """Else one could not be told from the other when the list comes back."""
    for code in ("zh", "en"):
        with speaking(code):  # type: ignore[arg-type]
            names = [METRICS[one.key].name for one in metrics_for_actions()]
            assert len(set(names)) == len(names)
