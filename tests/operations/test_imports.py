"""Importing as an operation: one transaction, one undo, the same file again changes nothing, later ones update."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from cockpit.operations.import_preview import make_preview
from cockpit.operations.imports import Stopped, apply_plan, import_files, past_imports, read_plan
from cockpit.operations.operation import operation, redo, undo
from cockpit.store.checks import check
from cockpit.store.file import Store

TODAY = date(2026, 11, 25)
HEAD = "商机编号,商机名称,客户名称,负责人,阶段,金额,创建日期,预计成交日期\n"
FIRST = HEAD + (
    "D-1,华信数据平台,华信科技,李雯,方案报价,860000,2026-09-02,2026-11-28\n"
    "D-2,远景续约,远景能源,陈佳,初步接触,640000,2026-08-01,2026-12-12\n"
    "D-3,蓝海二期,蓝海物流,周启航,丢单,380000,2026-07-15,2026-11-03\n"
)
LATER = HEAD + (
    "D-1,华信数据平台,华信科技,陈佳,赢单,900000,2026-09-02,2026-11-20\n"
    "D-2,远景续约,远景能源,陈佳,方案报价,640000,2026-08-01,2026-12-31\n"
    "D-4,新商机,新客户,李雯,初步接触,1000,2026-11-01,2026-12-31\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        yield opened


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def write(name: str, content: str) -> Path:
        path = tmp_path / name
        path.write_text(content, "utf-8")
        return path

    return write


def dump(store: Store) -> list[tuple[str, list[Any]]]:
    """Everything a user would notice."""
    tables = ("deals", "deal_history", "people", "teams", "memberships", "accounts", "products", "stages", "targets")
    return [(table, store.connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()) for table in tables]


def deal(store: Store, external_id: str) -> dict[str, Any]:
    row = store.connection.execute(
        "SELECT deals.id, state, stages.name, amount, owner.name, expected_close, closed_on FROM deals"
        " JOIN stages ON stages.id = stage_id JOIN people AS owner ON owner.id = owner_id WHERE deals.external_id = ?",
        (external_id,),
    ).fetchone()
    return dict(zip(("id", "state", "stage", "amount", "owner", "expected", "closed"), row, strict=True))


def history(store: Store, external_id: str) -> list[tuple[str, str | None, str | None, str]]:
    rows: list[tuple[str, str | None, str | None, str]] = store.connection.execute(
        "SELECT field, old, new, effective_at FROM deal_history JOIN deals ON deals.id = deal_id"
        " WHERE external_id = ? ORDER BY deal_history.id",
        (external_id,),
    ).fetchall()
    return rows


def test_the_same_file_again_changes_nothing(store: Store, write: Any) -> None:
    path = write("商机.csv", FIRST)
    _, told = import_files(store, [path], today=TODAY)
    assert told.counts["deals"].added == 3
    before = dump(store)
    changes, again = import_files(store, [path], today=date(2026, 12, 1))
    assert not changes.ids and not changes.undoable
    assert again.counts["deals"].unchanged == 3
    assert dump(store) == before


def test_a_later_export_updates_by_id_and_writes_history(store: Store, write: Any) -> None:
    import_files(store, [write("商机.csv", FIRST)], today=date(2026, 11, 1))
    number = deal(store, "D-1")["id"]
    changes, told = import_files(store, [write("商机.csv", LATER)], today=TODAY)
    assert told.counts["deals"].as_json() == {"added": 1, "changed": 2, "unchanged": 0, "refused": 0}
    assert "deal" in changes.kinds and "import" in changes.kinds

    won = deal(store, "D-1")
    assert won == {
        "id": number, "state": "won", "stage": "赢单", "amount": 90_000_000, "owner": "陈佳",
        "expected": "2026-11-20", "closed": "2026-11-20",
    }  # fmt: skip
    fields = {field: (old, new, at) for field, old, new, at in history(store, "D-1") if old is not None}
    assert fields["amount"][:2] == ("86000000", "90000000")
    assert fields["state"] == ("open", "won", "2026-11-20")
    assert fields["owner"][0] != fields["owner"][1]
    moved = {field: at for field, old, _, at in history(store, "D-2") if old is not None}
    assert set(moved) == {"stage", "expected_close"}
    assert moved["stage"].startswith("2026-11-25"), "the file does not say when: seen on the day of the import"

    gone = [note for note in told.listed if note.kind == "gone"]
    assert gone == [], "a lost deal that is no longer in the file is not missed"
    assert deal(store, "D-3")["state"] == "lost", "what the file leaves out stays"
    assert check(store.connection) == []


def test_open_deals_that_the_file_leaves_out_are_listed_and_stay(store: Store, write: Any) -> None:
    import_files(store, [write("商机.csv", FIRST)], today=TODAY)
    without = "".join(line for line in FIRST.splitlines(keepends=True) if not line.startswith("D-2"))
    _, told = import_files(store, [write("商机.csv", without)], today=TODAY)
    assert [(note.n, note.names) for note in told.listed if note.kind == "gone"] == [(1, ("D-2 远景续约 (陈佳)",))]
    assert deal(store, "D-2")["state"] == "open"


def test_one_undo_takes_the_whole_import_back_and_redo_brings_it(store: Store, write: Any) -> None:
    import_files(store, [write("商机.csv", FIRST)], today=TODAY)
    first = dump(store)
    import_files(store, [write("商机.csv", LATER)], today=TODAY)
    second = dump(store)
    undo(store)
    assert dump(store) == first
    redo(store)
    assert dump(store) == second
    undo(store), undo(store)
    assert all(rows == [] for table, rows in dump(store) if table != "stages")


def test_a_blank_never_erases(store: Store, write: Any) -> None:
    import_files(store, [write("商机.csv", FIRST)], today=TODAY)
    blank = HEAD + "D-1,,,,方案报价,,,\n"
    _, told = import_files(store, [write("商机.csv", blank)], today=TODAY)
    assert told.counts["deals"].unchanged == 1
    assert deal(store, "D-1")["amount"] == 86_000_000


def test_a_dry_run_says_the_same_and_writes_nothing(store: Store, write: Any) -> None:
    path = write("商机.csv", FIRST)
    before = list(store.connection.iterdump())
    _, preview = import_files(store, [path], today=TODAY, dry_run=True)
    assert list(store.connection.iterdump()) == before
    _, told = import_files(store, [path], today=TODAY)
    assert preview.counts == told.counts


@pytest.mark.parametrize("stopped_at", range(1, 9))
def test_stopped_anywhere_nothing_is_written(stopped_at: int, store: Store, write: Any) -> None:
    path, stop, steps = write("商机.csv", FIRST), Event(), 0
    before = list(store.connection.iterdump())

    def progress(done: int, total: int, words: str) -> None:
        nonlocal steps
        assert 0 <= done <= total and words
        steps += 1
        if steps == stopped_at:
            stop.set()

    try:
        import_files(store, [path], today=TODAY, progress=progress, stop=stop)
    except Stopped:
        assert list(store.connection.iterdump()) == before
    else:
        assert steps < stopped_at or stopped_at > 6, "whoever stops in time is heard"


def test_a_plan_is_made_anew_before_it_is_written(store: Store, write: Any) -> None:
    path = write("商机.csv", FIRST)
    plan = read_plan(store, [path], TODAY)
    import_files(store, [path], today=TODAY)
    before = dump(store)
    changes, told = apply_plan(store, plan, today=TODAY)
    assert not changes.ids and told.counts["deals"].unchanged == 3
    assert dump(store) == before


def test_reports_are_kept_and_know_that_they_were_undone(store: Store, write: Any) -> None:
    bad = FIRST + "D-9,坏行,甲,李雯,方案报价,不知道,2026-09-02,2026-11-28\n"
    import_files(store, [write("商机.csv", bad)], today=TODAY)
    import_files(store, [write("商机.csv", bad)], today=TODAY)
    unchanged, first = past_imports(store.connection)
    assert first.file_name == "商机.csv" and first.operation_id is not None and not first.is_undone
    assert unchanged.operation_id is None and not unchanged.is_undone
    assert first.report["problems"][0]["value"] == "不知道"
    assert json.dumps(first.report)
    undo(store)
    assert past_imports(store.connection)[1].is_undone
    redo(store)
    assert not past_imports(store.connection)[1].is_undone


def test_people_with_managers_and_quarterly_quotas(store: Store, write: Any) -> None:
    people = "rep_id,rep_name,manager,quota_q1_2026\nR-1,Li Wen,Wang Lei,300001\nR-2,Chen Jia,Wang Lei,\n"
    import_files(store, [write("reps.csv", people)], today=TODAY)
    targets = store.connection.execute("SELECT month, value FROM targets ORDER BY month").fetchall()
    assert targets == [("2026-01", 10_000_034), ("2026-02", 10_000_033), ("2026-03", 10_000_033)]
    assert sum(value for _, value in targets) == 30_000_100, "the parts of a quarter add up to the quota"
    [(name, leader)] = store.connection.execute(
        "SELECT teams.name, people.name FROM teams JOIN people ON people.id = supervisor_id"
    ).fetchall()
    assert (name, leader) == ("Wang Lei", "Wang Lei")


def test_deals_without_ids_are_told_apart_by_what_they_are(store: Store, write: Any) -> None:
    head = "商机名称,客户名称,负责人,阶段,金额,创建日期\n"
    first = head + "续约,华信,李雯,方案报价,100,2026-01-01\n续约,远景,李雯,方案报价,200,2026-01-01\n"
    import_files(store, [write("a.csv", first)], today=TODAY)
    _, told = import_files(store, [write("a.csv", first.replace(",200,", ",300,"))], today=TODAY)
    assert told.counts["deals"].as_json() == {"added": 0, "changed": 1, "unchanged": 1, "refused": 0}
    same = first + "续约,华信,李雯,方案报价,999,2026-01-01\n"
    _, told = import_files(store, [write("a.csv", same)], today=TODAY)
    assert [problem.row for problem in told.problems] == [4] and "分不开" in told.problems[0].reason


def test_deleted_deals_do_not_come_back(store: Store, write: Any) -> None:
    path = write("商机.csv", FIRST)
    import_files(store, [path], today=TODAY)
    with operation(store, "delete"):
        store.connection.execute("UPDATE deals SET deleted_at = '2026-11-26T00:00:00Z' WHERE external_id = 'D-2'")
    _, told = import_files(store, [path], today=TODAY)
    assert [note.names for note in told.listed if note.kind == "deleted"] == [("D-2",)]
    assert store.connection.execute("SELECT count(*) FROM deals WHERE deleted_at IS NULL").fetchone() == (2,)


def test_the_preview_shows_added_changed_and_unchanged_rows(store: Store, write: Any) -> None:
    import_files(store, [write("商机.csv", FIRST)], today=date(2026, 11, 1))
    plan = read_plan(store, [write("商机.csv", LATER)], TODAY)
    preview = make_preview(plan, store.connection)
    sections = {section.key: section for section in preview.sections}
    assert [tuple(line)[:3] for line in sections["deals:added"].fetch(0, 10)] == [("4", "D-4", "新商机")]
    changed = {(line[1], line[2]): (line[3], line[4]) for line in sections["deals:changed"].fetch(0, 100)}
    assert changed["华信数据平台", "负责人"] == ("李雯", "陈佳")
    assert changed["华信数据平台", "状态"] == ("在手", "赢单")
    assert changed["远景续约", "预计成交日期"] == ("2026-12-12", "2026-12-31")
    assert sections["deals:changed"].fetch(2, 1) == sections["deals:changed"].fetch(0, 100)[2:3]
    assert preview.last_closed == "2026-11-20" and preview.open_day == ""


def test_a_file_without_stages_leaves_known_deals_where_they_stand(store: Store, write: Any) -> None:
    with_stage = "商机名称,客户名称,负责人,阶段,金额\n续约,华信,李雯,合同谈判,100\n扩容,华信,李雯,初步接触,100\n"
    import_files(store, [write("a.csv", with_stage)], today=TODAY)
    later = "商机名称,客户名称,负责人,金额,预计成交日期\n续约,华信,李雯,200,2026-12-01\n"
    _, told = import_files(store, [write("a.csv", later)], today=TODAY)
    assert told.counts["deals"].changed == 1
    query = "SELECT stages.name, amount FROM deals JOIN stages ON stages.id = stage_id WHERE deals.name = '续约'"
    assert store.connection.execute(query).fetchall() == [("合同谈判", 20_000)]


def test_products_of_one_name_are_refused_and_not_a_crash(store: Store, write: Any) -> None:
    _, told = import_files(
        store, [write("产品.csv", "产品编号,产品名称,标准价格\nP-1,平台,1\nP-2,平台,2\nP-3,工具,3\n")], today=TODAY
    )  # fmt: skip
    assert told.counts["products"].added == 2
    assert [(problem.row, problem.reason) for problem in told.problems] == [(3, "和另一个同名,编号却不同")]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("after", [0.9, 1.3, 1.7])
def test_killed_while_importing_all_is_there_or_nothing(after: float, write: Any, tmp_path: Path) -> None:
    lines = [f"D-{n},商机 {n},客户 {n % 900},李雯,方案报价,{n},2026-03-01,2026-12-01" for n in range(30_000)]
    path = write("many.csv", HEAD + "\n".join(lines))
    program = [sys.executable, "-m", "cockpit", "import", path, "--store", tmp_path / "a.sqlite"]
    with subprocess.Popen(program, stdout=subprocess.DEVNULL) as importing:
        time.sleep(after)
        importing.send_signal(signal.SIGKILL)
    if (tmp_path / "a.sqlite").exists():
        with Store.open(tmp_path / "a.sqlite") as store:
            assert store.connection.execute("SELECT count(*) FROM deals").fetchone()[0] in (0, 30_000)
            assert check(store.connection) == []
            _, told = import_files(store, [path], today=TODAY)
            assert told.counts["deals"].added + told.counts["deals"].unchanged == 30_000


def test_two_rows_for_one_target_are_not_taken_silently(store: Store, write: Any) -> None:
    import_files(store, [write("人.csv", "姓名,团队\n李雯,华东\n陈佳,华东\n")], today=TODAY)
    rows = "团队,归谁管,2026-11,2026-12\n华东,李雯,100,200\n华东,陈佳,300,400\n华东,陈佳,100,200\n"
    _, told = import_files(store, [write("目标.csv", rows)], today=TODAY)
    assert [(one.row, "第 2 行已经写过" in one.reason) for one in told.problems] == [(3, True)]
    assert store.connection.execute("SELECT sum(value) FROM targets").fetchone() == (30_000,)
