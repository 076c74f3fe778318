"""Lists of activities and of payments: twice is once, whoever is new is said, and what cannot be read is refused."""

import csv
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.language import choose_language
from cockpit.operations.everything import export_everything
from cockpit.operations.import_preview import make_preview
from cockpit.operations.imports import import_files, read_plan
from cockpit.operations.operation import undo
from cockpit.operations.payments import record_payment
from cockpit.store.file import Store

TODAY = date(2026, 11, 25)
DEALS = (
    "商机编号,商机名称,客户名称,负责人,阶段,金额,创建日期,预计成交日期\n"
    "D-1,华信数据平台,华信科技,李雯,方案报价,860000,2026-09-02,2026-11-28\n"
    "D-2,续约,远景能源,陈佳,初步接触,640000,2026-08-01,2026-12-12\n"
    "D-3,续约,蓝海物流,周启航,初步接触,380000,2026-07-15,2026-12-03\n"
)
HEAD = "跟进人,跟进时间,跟进方式,联系人,客户名称,商机名称,跟进内容,下次跟进时间\n"
VISITS = HEAD + (
    "李雯,2026-11-20 14:00,上门拜访,王总,华信科技,华信数据平台,确认预算,2026-11-27\n"
    "陈佳,2026-11-21,电话,,远景能源,续约,约了下周,\n"
    "陈佳,2026-11-21,电话,,远景能源,续约,约了下周,\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        (tmp_path / "商机.csv").write_text(DEALS, "utf-8")
        import_files(opened, [tmp_path / "商机.csv"], today=TODAY)
        yield opened


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def write(name: str, content: str) -> Path:
        path = tmp_path / name
        path.write_text(content, "utf-8")
        return path

    return write


def activities(store: Store) -> list[tuple[Any, ...]]:
    return store.connection.execute(
        "SELECT p.name, a.happened_on, a.kind, a.met, c.name, d.external_id, a.note, a.follow_up_on FROM activities a"
        " LEFT JOIN people p ON p.id = a.person_id LEFT JOIN accounts c ON c.id = a.account_id"
        " LEFT JOIN deals d ON d.id = a.deal_id WHERE a.deleted_at IS NULL ORDER BY a.id"
    ).fetchall()


def payments(store: Store) -> list[tuple[Any, ...]]:
    return store.connection.execute(
        "SELECT d.external_id, p.received_on, p.amount, p.remark FROM payments p LEFT JOIN deals d ON d.id = p.deal_id"
        " WHERE p.deleted_at IS NULL ORDER BY p.id"
    ).fetchall()


def test_activities_come_in_once_with_whom_and_what_they_were_about(store: Store, write: Any) -> None:
    path = write("跟进记录.csv", VISITS)
    changes, report = import_files(store, [path], today=TODAY)

    assert (report.counts["activities"].added, report.problems) == (3, [])
    assert activities(store) == [
        ("李雯", "2026-11-20", "上门拜访", "王总", "华信科技", "D-1", "确认预算", "2026-11-27"),
        # Two calls alike are two calls, and of two deals of one name the customer tells which.
        ("陈佳", "2026-11-21", "电话", None, "远景能源", "D-2", "约了下周", None),
        ("陈佳", "2026-11-21", "电话", None, "远景能源", "D-2", "约了下周", None),
    ]
    assert "activity" in changes.kinds

    _, again = import_files(store, [write("再导一次.csv", VISITS)], today=TODAY)
    assert (again.counts["activities"].added, again.counts["activities"].unchanged) == (0, 3)
    # A longer export of the same CRM brings only what is new.
    _, longer = import_files(
        store, [write("十一月.csv", VISITS + "李雯,2026-11-23,微信,,华信科技,,问候,\n")], today=TODAY
    )
    assert (longer.counts["activities"].added, longer.counts["activities"].unchanged) == (1, 3)
    undo(store)
    undo(store)
    assert activities(store) == []


def test_an_id_makes_a_later_export_an_update(store: Store, write: Any) -> None:
    head = "Activity ID,Activity Date,Activity Type,Assigned To,Account Name,Opportunity,Comments,Status\n"
    import_files(store, [write("tasks.csv", head + "A1,2026-11-20,Call,李雯,华信科技,,first,Completed\n")], today=TODAY)
    later = head + (
        "A1,2026-11-20,Call,李雯,华信科技,D-1,said more,Completed\n"
        "A2,2026-11-21,Email,李雯,华信科技,,,Not Started\n"
        "A3,2026-11-21,call,李雯,华信科技,,,Completed\n"
    )
    _, report = import_files(store, [write("tasks2.csv", later)], today=TODAY)

    counts = report.counts["activities"]
    assert (counts.added, counts.changed) == (1, 1)
    assert [(row[2], row[5], row[6]) for row in activities(store)] == [("Call", "D-1", "said more"), ("Call", None, "")]
    assert any("1" in str(note) and note.kind == "not_done" for note in report.listed)


def test_codes_of_programs_are_said_in_words_and_blank_kinds_follow_the_file(store: Store, write: Any) -> None:
    head = "Engagement ID,Engagement Type,Activity Date,Owner,Account Name\n"
    rows = (
        "1,CALL,2026-11-20,李雯,华信科技\n2,INCOMING_EMAIL,2026-11-20,李雯,华信科技\n3,POC_X,2026-11-20,李雯,华信科技\n"
    )
    import_files(store, [write("engagements.csv", head + rows)], today=TODAY)
    import_files(
        store, [write("拜访.csv", "拜访人,拜访日期,拜访客户,拜访内容\n李雯,2026-11-21,华信科技,聊了\n")], today=TODAY
    )
    assert [row[2] for row in activities(store)] == ["电话", "邮件", "POC_X", "上门拜访"]

    # In another language they would be called otherwise, and still are the same.
    choose_language("en")
    _, report = import_files(store, [write("again.csv", head + rows)], today=TODAY)
    assert (report.counts["activities"].added, report.counts["activities"].changed) == (0, 0)


def test_a_deal_that_arrives_later_is_filled_in(store: Store, write: Any) -> None:
    visits = HEAD + "李雯,2026-11-20,电话,,新客户,新项目,聊了,\n"
    _, report = import_files(store, [write("a.csv", visits)], today=TODAY)
    assert {note.kind: note.names for note in report.listed} == {
        "accounts_added": ("新客户",),
        "deals_unknown": ("新项目",),
    }
    import_files(
        store, [write("b.csv", DEALS + "D-9,新项目,新客户,李雯,方案报价,1,2026-11-01,2026-12-01\n")], today=TODAY
    )
    _, again = import_files(store, [write("c.csv", visits)], today=TODAY)

    assert (again.counts["activities"].added, again.counts["activities"].changed) == (0, 1)
    assert [row[5] for row in activities(store)] == ["D-9"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("李雯,昨天下午,电话,,华信科技,,,", "跟进时间"),
        ("李雯,2026-13-45,电话,,华信科技,,,", "跟进时间"),
        ("李雯,,电话,,华信科技,,,", "跟进时间"),
        ("李雯,2026-12-24,电话,,华信科技,,,", "跟进时间"),
        (",2026-11-20,电话,,,,聊了,", "跟进人"),
        ("新人,2026-11-20,电话,,,续约,,", "商机名称"),
        ("李雯,2026-11-20,电话,,华信科技,,,下周吧", "下次跟进时间"),
    ],
)
def test_a_row_that_says_too_little_is_refused_and_the_others_come_in(
    store: Store, write: Any, row: str, column: str
) -> None:
    _, report = import_files(store, [write("跟进记录.csv", VISITS + row + "\n")], today=TODAY)

    assert [(problem.row, problem.column) for problem in report.problems] == [(5, column)]
    assert report.problems[0].reason
    assert len(activities(store)) == 3
    assert store.connection.execute("SELECT count(*) FROM people WHERE name = '新人'").fetchone() == (0,)


def test_who_is_not_known_is_added_and_said(store: Store, write: Any) -> None:
    _, report = import_files(store, [write("拜访.csv", HEAD + "新人,2026-11-20,上门,,新客户,,,\n")], today=TODAY)

    assert {note.kind: note.names for note in report.listed} == {
        "people_added": ("新人",),
        "accounts_added": ("新客户",),
    }
    assert activities(store) == [("新人", "2026-11-20", "上门", None, "新客户", None, "", None)]


def test_a_deleted_activity_stays_deleted(store: Store, write: Any) -> None:
    import_files(store, [write("跟进记录.csv", VISITS)], today=TODAY)
    store.connection.execute("UPDATE activities SET deleted_at = '2026-11-25' WHERE kind = '上门拜访'")
    _, report = import_files(store, [write("再.csv", VISITS + "李雯,2026-11-23,微信,,华信科技,,,\n")], today=TODAY)

    assert (report.counts["activities"].added, report.counts["activities"].left_out) == (1, 1)
    assert len(activities(store)) == 3


def test_ids_of_another_program_make_no_second_person_of_a_name(store: Store, write: Any) -> None:
    head = "工号,姓名,客户编号,客户名称,拜访日期,拜访内容\n"
    path = write("外勤.csv", head + "8001,李雯,K-77,华信科技,2026-11-20,聊了\n8002,新人,K-78,新客户,2026-11-20,聊了\n")
    _, report = import_files(store, [path], today=TODAY)

    assert (report.counts["people"].added, report.counts["accounts"].added) == (1, 1)
    assert [(row[0], row[4]) for row in activities(store)] == [("李雯", "华信科技"), ("新人", "新客户")]


def test_what_goes_out_in_the_archive_comes_back_as_the_same(store: Store, write: Any, tmp_path: Path) -> None:
    import_files(store, [write("跟进记录.csv", VISITS)], today=TODAY)
    import_files(store, [write("回款记录.csv", MONEY + "P1,D-1,2026-11-20,25.8,转账,首款\n")], today=TODAY)
    export_everything(store.connection, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        archive.extractall(tmp_path / "all", ["跟进记录.csv", "回款.csv"])
    _, report = import_files(store, [tmp_path / "all" / "跟进记录.csv", tmp_path / "all" / "回款.csv"], today=TODAY)

    assert report.problems == []
    assert [(report.counts[kind].added, report.counts[kind].unchanged) for kind in ("activities", "payments")] == [
        (0, 3),
        (0, 1),
    ]
    assert report.counts["people"].added == report.counts["accounts"].added == 0


def test_only_new_ones_or_only_updates(store: Store, write: Any) -> None:
    head = "活动编号,活动日期,活动类型,负责人,客户名称,备注\n"
    import_files(store, [write("一.csv", head + "A1,2026-11-20,电话,李雯,华信科技,一\n")], today=TODAY)
    later = write("二.csv", head + "A1,2026-11-20,电话,李雯,华信科技,二\nA2,2026-11-21,电话,李雯,华信科技,三\n")
    _, report = import_files(store, [later], today=TODAY, mode="update")
    assert [row[6] for row in activities(store)] == ["二"]
    assert report.counts["activities"].left_out == 1
    (later.parent / "三.csv").write_text(later.read_text("utf-8").replace(",二", ",四"), "utf-8")
    import_files(store, [later.parent / "三.csv"], today=TODAY, mode="add")
    assert [row[6] for row in activities(store)] == ["二", "三"]


def test_the_preview_shows_what_would_come_in(store: Store, write: Any) -> None:
    plan = read_plan(store, [write("跟进记录.csv", VISITS)], TODAY)
    sections = {section.key: section for section in make_preview(plan, store.connection).sections}

    added = sections["activities:added"]
    assert added.count == 3
    assert list(added.fetch(0, 1)) == [
        ("2", "2026-11-20", "李雯", "上门拜访", "王总", "华信科技", "确认预算", "2026-11-27")
    ]
    assert [column.title for column in added.columns][0] == "行"


MONEY = "回款编号,商机编号,回款日期,回款金额(万元),回款方式,备注\n"


def test_payments_come_in_once(store: Store, write: Any) -> None:
    deal = store.connection.execute("SELECT id FROM deals WHERE external_id = 'D-2'").fetchone()[0]
    record_payment(store, deal, 64_000_00, date(2026, 11, 10))
    rows = "P1,D-1,2026-11-20,25.8,转账,首款\nP2,D-1,2026/11/22,-1.5,转账,退货\nP3,D-2,2026-11-10,6.4,转账,\n"
    changes, report = import_files(store, [write("回款记录.csv", MONEY + rows)], today=TODAY)

    # The one that was typed in is the same, and takes its number from the file.
    assert (report.counts["payments"].added, report.counts["payments"].changed, report.problems) == (2, 1, [])
    assert "payment" in changes.kinds
    assert payments(store) == [
        ("D-2", "2026-11-10", 64_000_00, ""),
        ("D-1", "2026-11-20", 258_000_00, "首款"),
        ("D-1", "2026-11-22", -15_000_00, "退货"),
    ]
    _, again = import_files(store, [write("又.csv", MONEY + rows)], today=TODAY)
    assert (again.counts["payments"].added, again.counts["payments"].unchanged) == (0, 3)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("P9,D-404,2026-11-20,1,转账,", "商机编号"),
        ("P9,,2026-11-20,1,转账,", ""),
        ("P9,D-1,2026-12-20,1,转账,", "回款日期"),
        ("P9,D-1,,1,转账,", "回款日期"),
        ("P9,D-1,到货后,1,转账,", "回款日期"),
        ("P9,D-1,2026-11-20,0,转账,", "回款金额(万元)"),
        ("P9,D-1,2026-11-20,若干,转账,", "回款金额(万元)"),
        ("P1,D-1,2026-11-21,3,转账,", "回款编号"),
    ],
)
def test_money_is_never_guessed(store: Store, write: Any, row: str, column: str) -> None:
    path = write("回款记录.csv", MONEY + "P1,D-1,2026-11-20,25.8,转账,首款\n" + row + "\n")
    _, report = import_files(store, [path], today=TODAY)

    assert [(problem.row, problem.column) for problem in report.problems] == [(3, column)]
    assert payments(store) == [("D-1", "2026-11-20", 258_000_00, "首款")]


def test_payments_in_english(store: Store, write: Any) -> None:
    head = "Payment Date,Amount Received,Opportunity Name,Account Name,Payment Method\n"
    path = write("payments.csv", head + '2026-11-20,"USD 1,200.50",续约,蓝海物流,Wire\n')
    _, report = import_files(store, [path], today=TODAY)

    assert payments(store) == [("D-3", "2026-11-20", 1_200_50, "")]
    assert store.connection.execute("SELECT currency FROM payments").fetchone() == ("USD",)
    assert [note.kind for note in report.listed] == ["foreign_payments_without_rate"]


# --- twice is once, whatever the file holds -------------------------------------------------------------------------

_people = st.sampled_from(["李雯", "陈佳", "李 雯", "新人", ""])
_accounts = st.sampled_from(["华信科技", "远景能源", "新客户", ""])
_deals = st.sampled_from(["D-1", "D-2", "华信数据平台", "没有的", ""])
_days = st.sampled_from(["2026-11-20", "2026/11/21", "11月", "", "2027-01-01"])
_kinds = st.sampled_from(["电话", "Call", "call", "CALL", "上门拜访", ""])
_notes = st.sampled_from(["聊了", "", " 聊了 ", "预算"])
_activity = st.tuples(_people, _days, _kinds, st.sampled_from(["", "王总"]), _accounts, _deals, _notes, st.just(""))
_ids = st.sampled_from(["", "", "1", "2", "3"])


def _as_file(path: Path, head: str, rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head.strip().split(","), *rows])
    return path


def _import(store: Store, path: Path) -> Any:
    from cockpit.errors import CockpitError

    try:
        return import_files(store, [path], today=TODAY)[1]
    except CockpitError:
        # Nothing in it but rows without a word.
        return None


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.tuples(_ids, _activity), min_size=1, max_size=12), more=st.lists(st.tuples(_ids, _activity)))
def test_activities_twice_are_once(rows: list[Any], more: list[Any]) -> None:
    head = "活动编号," + HEAD
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "cockpit.sqlite") as store:
        deals = Path(folder) / "商机.csv"
        deals.write_text(DEALS, "utf-8")
        import_files(store, [deals], today=TODAY)
        lines = [(external_id, *rest) for external_id, rest in rows]
        _import(store, _as_file(Path(folder) / "跟进记录1.csv", head, lines))
        once = activities(store)
        again = _import(store, _as_file(Path(folder) / "跟进记录2.csv", head, lines))
        assert activities(store) == once
        assert again is None or (again.counts["activities"].added, again.counts["activities"].changed) == (0, 0)
        # A longer file takes nothing away.
        _import(store, _as_file(Path(folder) / "跟进记录3.csv", head, [*lines, *((one, *rest) for one, rest in more)]))
        assert len(activities(store)) >= len(once)


_payment = st.tuples(
    _ids, st.sampled_from(["D-1", "D-2", "D-404"]), _days, st.sampled_from(["1", "2.5", "-1", "0", "x"]),
    st.just("转账"), _notes,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(_payment, min_size=1, max_size=12))
def test_payments_twice_are_once(rows: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "cockpit.sqlite") as store:
        deals = Path(folder) / "商机.csv"
        deals.write_text(DEALS, "utf-8")
        import_files(store, [deals], today=TODAY)
        _import(store, _as_file(Path(folder) / "回款记录1.csv", MONEY, rows))
        once = payments(store)
        _import(store, _as_file(Path(folder) / "回款记录2.csv", MONEY, rows))
        assert payments(store) == once
