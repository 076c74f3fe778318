"""The weekly export of the same CRM: what changed changes and nothing else, and what is worth a line gets one."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cockpit.cli import main
from cockpit.operations.import_sections import sections_of_report
from cockpit.operations.imports import ImportReport, import_files, past_imports
from cockpit.operations.meetings import start_meeting
from cockpit.operations.notes import save_note
from cockpit.operations.operation import undo
from cockpit.store.file import Store
from tests.excel.writing_files import column, write_text

HEAD = ("商机编号", "商机名称", "负责人", "阶段", "金额", "预计成交日期")
TEAM = [("姓名", "工号", "离职日期"), ("李雯", "7", ""), ("陈佳", "8", "2026-03-31")]
MINE = ("meetings", "note_items", "supports", "problems")
ORDER = ("初步接触", "需求确认", "方案报价", "商务谈判", "赢单", "丢单")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        yield opened


def take(store: Store, folder: Path, day: str, *rows: tuple[str, ...], **options: Any) -> ImportReport:
    path = write_text(folder / f"{day}.csv", [HEAD, *rows])
    return import_files(store, [path], today=date.fromisoformat(day), **options)[1]


def notes(report: ImportReport) -> dict[str, tuple[str, ...]]:
    return {note.kind: note.names for note in report.listed}


def test_a_stage_moved_back_a_deal_back_from_lost_and_an_amount_cut(store: Store, tmp_path: Path) -> None:
    first = [(str(n), f"商机{n}", "李雯", stage, "1000", "2026-12-01") for n, stage in enumerate(ORDER)]
    take(store, tmp_path, "2026-04-01", *first)
    report = take(
        store, tmp_path, "2026-04-08",
        ("0", "商机0", "李雯", "需求确认", "1000", "2026-12-01"),  # forward
        ("2", "商机2", "李雯", "需求确认", "500", "2026-12-01"),  # back; just half
        ("3", "商机3", "李雯", "商务谈判", "499", "2026-12-01"),  # cut
        ("5", "商机5", "李雯", "方案报价", "2000", "2026-12-01"),  # back from lost
    )  # fmt: skip
    told = notes(report)
    assert told["moved_back"] == ("商机2",)
    assert told["amount_cut"] == ("商机3",)
    assert told["back_from_lost"] == ("商机5",)
    assert told["gone"] == ("1 商机1 (李雯)",), "of those that are not in the file only the open one is missed"
    assert len(column(store, "id")) == 6


def test_a_close_date_moved_for_the_third_time(store: Store, tmp_path: Path) -> None:
    days = ("2026-04-15", "2026-05-01", "2026-05-28", "2026-04-30", "2026-06-01", "2026-07-01", "2026-08-01")
    told = []
    for week, day in enumerate(days):
        report = take(
            store, tmp_path, f"2026-04-{week + 1:02d}", ("1", "拖着的", "李雯", "方案报价", "1", day),
            ("2", "不拖的", "李雯", "方案报价", "1", "2026-04-15"),
        )  # fmt: skip
        told.append(notes(report).get("pushed_often"))
    # April to May: once; within May and back to April: none; to June: twice; to July: the third time.
    assert told == [None, None, None, None, None, ("拖着的",), ("拖着的",)]


def test_owners_who_left_or_whom_nobody_knows(store: Store, tmp_path: Path) -> None:
    import_files(store, [write_text(tmp_path / "人员.csv", TEAM)], today=date(2026, 3, 1))
    rows = [("1", "甲", "陈佳", "方案报价", "1", "2026-05-01"), ("2", "乙", "陈佳", "赢单", "1", "2026-03-01"),
            ("3", "丙", "新来的", "方案报价", "1", "2026-05-01"),
            ("4", "丁", "李雯", "方案报价", "1", "2026-05-01")]  # fmt: skip
    before = take(store, tmp_path, "2026-03-31", *rows)
    assert "owner_left" not in notes(before), "she is still there on her last day"
    assert notes(before)["owners_added"] == ("新来的",)
    after = take(store, tmp_path, "2026-04-01", *rows)
    assert notes(after)["owner_left"] == ("陈佳 (1)",), "of the open deals, also when nothing changed"


def test_what_the_file_does_not_know_stays(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, "2026-04-01", ("1", "甲", "李雯", "方案报价", "100", "2026-05-01"))
    person = store.connection.execute("SELECT id FROM people").fetchone()[0]
    start_meeting(store, person)
    [meeting] = store.connection.execute("SELECT id FROM meetings").fetchone()
    save_note(store, meeting, "! 帮他约王总 @周五\n# 方案太慢")
    store.connection.execute("UPDATE deals SET decision_maker = '王总', is_major = 1")
    before = {name: store.connection.execute(f"SELECT * FROM {name}").fetchall() for name in MINE}
    assert len(before["note_items"]) == 2
    take(store, tmp_path, "2026-04-08", ("1", "甲", "陈佳", "方案报价", "100", "2026-05-01"))
    assert (column(store, "decision_maker"), column(store, "is_major")) == (["王总"], [1])
    assert {name: store.connection.execute(f"SELECT * FROM {name}").fetchall() for name in before} == before
    owners = store.connection.execute("SELECT old, new FROM deal_history WHERE field = 'owner' ORDER BY id").fetchall()
    assert owners[0][0] == str(person), "who brought the deal is in its history"


def test_deleted_deals_are_listed_counted_and_not_brought_back(store: Store, tmp_path: Path) -> None:
    rows = [("1", "甲", "李雯", "方案报价", "1", ""), ("2", "乙", "李雯", "方案报价", "1", "")]
    take(store, tmp_path, "2026-04-01", *rows)
    store.connection.execute("UPDATE deals SET deleted_at = '2026-04-02T00:00:00Z' WHERE external_id = '2'")
    report = take(store, tmp_path, "2026-04-08", *rows, mode="both")
    assert notes(report)["deleted"] == ("2",)
    assert report.counts["deals"].as_json() == {
        "added": 0, "changed": 0, "unchanged": 1, "refused": 0, "left_out": 1,
    }  # fmt: skip


def test_the_report_is_kept_with_the_decisions_that_were_in_force(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, "2026-04-01", ("1", "甲", "李雯", "方案报价", "1", "3/5/2026"), day_order="day_first")
    take(store, tmp_path, "2026-04-08", ("2", "乙", "李雯", "方案报价", "1", "3/5/2026"), mode="update")
    update, first = (past.report for past in past_imports(store.connection))
    assert first["files"][0]["decisions"] == {"mode": "both", "day_order": "day_first"}
    assert update["files"][0]["decisions"]["mode"] == "update"
    words = {section.key: section.words for section in sections_of_report(update)}
    assert "只更新已有的" in words["file:0"] and "日期日在前" in words["file:0"]
    counts = next(section for section in sections_of_report(update) if section.key == "counts")
    assert [column.title for column in counts.columns][-1] == "略过"
    assert list(counts.fetch(0, 9)[0])[-1] == "1"


def test_the_command_line_takes_the_same_decisions(store: Store, tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.csv", [HEAD, ("1", "甲", "李雯", "方案报价", "1.234", "3/5/2026")])

    def run(*options: str) -> dict[str, Any]:
        result = CliRunner().invoke(
            main, ["import", str(path), "--store", str(tmp_path / "b.sqlite"), "--json", *options]
        )
        assert result.exit_code == 0, result.output
        told: dict[str, Any] = json.loads(result.stdout)
        return told

    assert run("--dry-run")["deals"]["refused"] == 1
    decided = ("--day-order", "day-first", "--decimal-mark", ",")
    assert run(*decided, "--mode", "update")["deals"]["left_out"] == 1
    assert run(*decided, "--mode", "both")["deals"]["added"] == 1
    assert run()["deals"] == {"added": 0, "changed": 0, "unchanged": 1, "refused": 0}, "remembered"
    write_text(path, [HEAD, ("1", "甲", "李雯", "方案报价", "", "")])
    assert run("--erase-blanks")["deals"]["changed"] == 1
    with Store.open(tmp_path / "b.sqlite") as other:
        assert (column(other, "amount"), column(other, "expected_close")) == ([None], [None])
    assert CliRunner().invoke(main, ["import", str(path), "--mode", "replace"]).exit_code == 2


def test_an_update_is_taken_back_whole(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, "2026-04-01", ("1", "甲", "李雯", "方案报价", "100", "2026-05-01"))
    before = store.connection.execute("SELECT * FROM deals").fetchall()
    take(store, tmp_path, "2026-04-08", ("1", "甲", "", "商务谈判", "", "2026-07-01"), erase_blanks=True)
    assert column(store, "owner_id") == [None]
    undo(store)
    assert store.connection.execute("SELECT * FROM deals").fetchall() == before
