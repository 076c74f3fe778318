"""Decisions about a file: what is open is asked, what was decided takes effect and holds for the next export."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from openpyxl import load_workbook

from cockpit.errors import CockpitError
from cockpit.excel.choices import NEW, NOT_USED, Choices, StageChoice, TableChoices
from cockpit.operations.import_look import ColumnLook, TableLook
from cockpit.operations.imports import (
    OpenedFiles,
    PastedText,
    apply_plan,
    import_files,
    look_at,
    open_files,
    past_imports,
    read_plan,
    save_refused,
)
from cockpit.operations.operation import undo
from cockpit.store.file import Store
from tests.excel.writing_files import TODAY, column, write_text, write_workbook

HEAD = ("商机编号", "商机名称", "客户名称", "负责人", "阶段", "金额", "创建日期")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        yield opened


def look(store: Store, opened: OpenedFiles, choices: Choices | None = None) -> TableLook:
    [found] = look_at(opened, store.connection, choices, today=TODAY)
    return found


def decide(seen: TableLook, **decisions: Any) -> dict[str, TableChoices]:
    return {seen.key: evolve(seen.choices, **decisions)}


def take(store: Store, opened: OpenedFiles, choices: Choices | None = None, today: date = TODAY) -> Any:
    return apply_plan(store, read_plan(store, opened, today, choices), today=today)[1]


def called(seen: TableLook, label: str) -> ColumnLook:
    return next(one for one in seen.columns if one.label == label)


def counted(report: Any, kind: str = "deals") -> tuple[int, int, int, int, int]:
    count = report.counts[kind]
    return count.added, count.changed, count.unchanged, count.refused, count.left_out


def notes(report: Any) -> dict[str, tuple[str, ...]]:
    return {note.kind: note.names for note in report.listed}


# --- columns, header, kind ----------------------------------------------------------------------------------------


def test_headings_that_match_nothing_are_decided_once_and_for_all(store: Store, tmp_path: Path) -> None:
    rows = [("报表一", "", "", ""), ("甲栏", "乙栏", "丙栏", "丁栏"), ("A-1", "华信平台", "谈着", "860000")]
    opened = open_files([write_text(tmp_path / "导出.csv", rows)])
    seen = look(store, opened)
    assert not seen.is_ready
    columns = {"甲栏": "external_id", "乙栏": "name", "丙栏": "stage", "丁栏": "amount"}
    choices = {seen.key: TableChoices(kind="deals", header=1, columns=columns)}
    again = look(store, opened, choices)
    assert again.is_ready and again.kind == "deals" and again.header == 1
    assert {one.why for one in again.columns} == {"chosen"}
    assert counted(take(store, opened, choices))[0] == 1

    later = open_files([write_text(tmp_path / "导出2.csv", [*rows[:2], ("A-1", "华信平台", "谈着", "900000")])])
    seen = look(store, later)
    assert seen.is_remembered and seen.is_ready and {one.why for one in seen.columns} == {"remembered"}
    assert counted(take(store, later)) == (0, 1, 0, 0, 0)
    assert column(store, "amount") == [90_000_000]


def test_what_is_lacking_is_said_and_refused(store: Store, tmp_path: Path) -> None:
    opened = open_files([write_text(tmp_path / "a.csv", [HEAD, ("1", "甲", "乙", "李雯", "方案报价", "1", "")])])
    seen = look(store, opened)
    choices = decide(seen, columns={"阶段": NOT_USED, "金额": NOT_USED})
    lacking = look(store, opened, choices)
    assert not lacking.is_ready and any("阶段" in words for words in lacking.missing)
    assert {one.field for one in lacking.fields if one.needed} >= {"stage", "amount"}
    with pytest.raises(CockpitError, match="还不能导入"):
        read_plan(store, opened, TODAY, choices)


def test_a_column_that_is_left_alone_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.csv", [HEAD, ("1", "甲", "乙", "李雯", "方案报价", "100", "2026-01-02")])
    opened = open_files([path])
    take(store, opened, decide(look(store, opened), columns={"金额": NOT_USED}))
    assert column(store, "amount") == [None]
    seen = look(store, open_files([path]))
    assert called(seen, "金额").why == "remembered" and called(seen, "金额").field == NOT_USED
    _, told = import_files(store, [path], today=TODAY)
    assert counted(told) == (0, 0, 1, 0, 0), "the command line remembers it, too"


def test_sheets_that_say_nothing_or_are_hidden_are_left_alone(store: Store, tmp_path: Path) -> None:
    deals = [HEAD, ("1", "甲", "乙", "李雯", "方案报价", "1", "2026-01-02")]
    path = write_workbook(tmp_path / "a.xlsx", ("商机", deals), ("旧", deals), ("天气", [("今天", "云"), ("晴", "多")]))
    book = load_workbook(path)
    book["旧"].sheet_state = "hidden"
    book.save(path)
    opened = open_files([path])
    seen = {one.sheet: one for one in look_at(opened, store.connection, today=TODAY)}
    assert {name: one.used for name, one in seen.items()} == {"商机": True, "旧": False, "天气": False}
    assert seen["旧"].is_hidden and seen["旧"].kind == "deals"
    none = {seen["商机"].key: evolve(seen["商机"].choices, used=False)}
    with pytest.raises(CockpitError, match="没有选用任何表"):
        read_plan(store, opened, TODAY, none)
    assert counted(take(store, opened)) == (1, 0, 0, 0, 0)


def test_a_table_from_the_clipboard(store: Store) -> None:
    text = '商机编号\t商机名称\t阶段\t金额\r\nD-1\t"两行的\r\n名称"\t方案报价\t1,052.75\r\n'
    opened = open_files([PastedText(text)])
    assert look(store, opened).is_ready
    assert counted(take(store, opened))[0] == 1
    assert column(store, "amount") == [105_275]
    assert past_imports(store.connection)[0].file_name == "粘贴的表格"
    with pytest.raises(CockpitError):
        open_files([PastedText(" \n ")])


# --- days and amounts ---------------------------------------------------------------------------------------------


def test_days_that_can_be_read_in_two_ways_are_asked(store: Store, tmp_path: Path) -> None:
    rows = [HEAD, ("1", "甲", "乙", "李雯", "方案报价", "1", "3/5/2026")]
    path = write_text(tmp_path / "a.csv", rows)
    opened = open_files([path])
    seen = look(store, opened)
    assert not seen.is_ready and (called(seen, "创建日期").asks, called(seen, "创建日期").doubtful) == (
        "day_order", "3/5/2026",
    )  # fmt: skip
    choices = decide(seen, day_order="day_first")
    assert look(store, opened, choices).is_ready and look(store, opened, choices).day_order == "day_first"
    take(store, opened, choices)
    assert column(store, "created_on") == ["2026-05-03"]
    later = look(store, open_files([path]))
    assert later.is_ready and later.day_order == "day_first", "asked once, and never again for this export"


def test_what_a_file_proves_stands_above_what_was_remembered(store: Store, tmp_path: Path) -> None:
    first = [(*HEAD, "预计成交日期"), ("1", "甲", "乙", "李雯", "方案报价", "1", "3/5/2026", "25/12/2026")]
    opened = open_files([write_text(tmp_path / "a.csv", first)])
    assert look(store, opened).is_ready, "one column proves it for the other"
    take(store, opened)
    assert column(store, "created_on") == ["2026-05-03"]
    open_now = [first[0], ("2", "丙", "乙", "李雯", "方案报价", "1", "4/5/2026", "6/12/2026")]
    import_files(store, [write_text(tmp_path / "b.csv", open_now)], today=TODAY)
    assert column(store, "created_on")[1] == "2026-05-04", "what the first export proved holds for the next"
    other = [first[0], ("3", "丁", "乙", "李雯", "方案报价", "1", "4/5/2026", "12/25/2026")]
    import_files(store, [write_text(tmp_path / "c.csv", other)], today=TODAY)
    assert column(store, "created_on")[2] == "2026-04-05"


@pytest.mark.parametrize(
    ("written", "mark", "minor"),
    [("1.052", ".", 105), ("1.052", ",", 105_200), ("1,052", ".", 105_200), ("1,052", ",", 105)],
)
def test_a_thousand_or_a_fraction_is_asked(written: str, mark: str, minor: int, store: Store, tmp_path: Path) -> None:
    opened = open_files([write_text(tmp_path / "a.csv", [HEAD, ("1", "甲", "乙", "李雯", "方案报价", written, "")])])
    seen = look(store, opened)
    assert (called(seen, "金额").asks, called(seen, "金额").doubtful) == ("decimal_mark", written)
    choices = decide(seen, decimal_mark=mark)
    assert look(store, opened, choices).is_ready
    take(store, opened, choices)
    assert column(store, "amount") == [minor]


@pytest.mark.parametrize("cells", [["1,052", "2,317.5"], ["860,000", "1,052"], ["1.052", "5,50"], ["1052", "33"]])
def test_a_column_that_leaves_no_doubt_is_not_asked_about(cells: list[str], store: Store, tmp_path: Path) -> None:
    rows = [HEAD, *((str(n), "甲", "乙", "李雯", "方案报价", cell, "") for n, cell in enumerate(cells))]
    assert look(store, open_files([write_text(tmp_path / "a.csv", rows)])).is_ready


def test_the_currency_of_a_column_and_of_a_cell(store: Store, tmp_path: Path) -> None:
    import_files(store, [write_text(tmp_path / "0.csv", [HEAD, ("0", "零", "乙", "李雯", "方案报价", "1", "")])],
                 today=TODAY)  # fmt: skip
    rows = [HEAD, ("1", "甲", "乙", "李雯", "方案报价", "100", ""), ("2", "丙", "乙", "李雯", "方案报价", "$5", ""),
            ("3", "丁", "乙", "李雯", "方案报价", "", "")]  # fmt: skip
    opened = open_files([write_text(tmp_path / "a.csv", rows)])
    choices = decide(look(store, opened), currencies={"金额": "EUR"})
    assert called(look(store, opened, choices), "金额").currency == "EUR"
    take(store, opened, choices)
    assert column(store, "currency") == [None, "EUR", "USD", None]
    named = [(*HEAD[:5], "金额(万美元)", HEAD[6]), ("9", "戊", "乙", "李雯", "方案报价", "1.5", "")]
    import_files(store, [write_text(tmp_path / "b.csv", named)], today=TODAY)
    assert (column(store, "currency")[-1], column(store, "amount")[-1]) == ("USD", 1_500_000)


# --- stages -------------------------------------------------------------------------------------------------------


def stages(store: Store) -> list[tuple[str, str]]:
    return store.connection.execute("SELECT name, kind FROM stages ORDER BY position").fetchall()


def test_stages_of_the_file_are_matched_to_the_teams(store: Store, tmp_path: Path) -> None:
    team = ["初步接触", "需求确认", "方案报价", "商务谈判", "赢单", "丢单"]
    first = [HEAD, *((f"A-{n}", f"商机{n}", "乙", "李雯", stage, "1", "") for n, stage in enumerate(team))]
    import_files(store, [write_text(tmp_path / "a.csv", first)], today=TODAY)
    named = ["Prospecting", "Needs Analysis", "Proposal/Price Quote", "Negotiation", "Closed Won", "Closed Lost"]
    head = ("Deal ID", "Deal name", "Stage", "Amount")
    english = [head, *((f"B-{n}", f"Deal {n}", stage, "1") for n, stage in enumerate([*named, "Steering committee"]))]
    opened = open_files([write_text(tmp_path / "b.csv", english)])
    seen = {one.name: one for one in look(store, opened).stages}
    assert [seen[name].meant.name for name in named] == team
    assert all(seen[name].reason and not seen[name].is_new for name in named)
    assert seen["Closed Won"].sure == 1 and seen["Proposal/Price Quote"].sure < 1
    assert seen["Steering committee"].is_new and seen["Steering committee"].sure < 1
    report = take(store, opened)
    assert [name for name, _ in stages(store)] == [*team[:4], "Steering committee", *team[4:]]
    assert "Proposal/Price Quote → 方案报价" in notes(report)["stages_matched"]
    assert counted(take(store, open_files([write_text(tmp_path / "c.csv", english)]))) == (0, 0, 7, 0, 0)


def test_what_was_decided_about_a_stage_holds_for_other_files_and_is_dropped_with_its_stage(
    store: Store, tmp_path: Path
) -> None:
    rows = [HEAD, ("1", "甲", "乙", "李雯", "碰头", "1", ""), ("2", "丙", "乙", "李雯", "圆满", "1", "")]
    opened = open_files([write_text(tmp_path / "a.csv", rows)])
    seen = look(store, opened)
    meant = {"碰头": StageChoice("初步接触", "open"), "圆满": StageChoice("大赢", "won")}
    choices = decide(seen, stages=meant)
    assert all(one.sure == 1 for one in look(store, opened, choices).stages)
    take(store, opened, choices)
    assert stages(store) == [("初步接触", "open"), ("大赢", "won")] and column(store, "state") == ["open", "won"]
    other = [("商机编号", "商机名称", "阶段", "金额", "备注"), ("3", "戊", "圆满", "1", "x")]
    take(store, open_files([write_text(tmp_path / "b.csv", other)]))
    assert column(store, "state")[2] == "won" and len(stages(store)) == 2
    undo(store), undo(store)
    seen = look(store, open_files([write_text(tmp_path / "c.csv", rows)]))
    assert {one.name: (one.meant.name, one.sure == 1) for one in seen.stages} == {
        "碰头": ("碰头", False), "圆满": ("圆满", False),
    }, "the stages are gone, and with them what was decided"  # fmt: skip


# --- names --------------------------------------------------------------------------------------------------------


def test_names_much_alike_are_offered_and_not_taken(store: Store, tmp_path: Path) -> None:
    first = write_text(tmp_path / "a.csv", [HEAD, ("1", "甲", "华信科技", "李雯", "方案报价", "1", "")])
    import_files(store, [first], today=TODAY)
    rows = [HEAD, ("2", "乙", "华信科技有限公司", "李 雯(华东)", "方案报价", "1", ""),
            ("3", "丙", "华信 科技", "陈佳", "方案报价", "1", "")]  # fmt: skip
    opened = open_files([write_text(tmp_path / "b.csv", rows)])
    seen = look(store, opened)
    accounts = {one.name: one for one in seen.names["accounts"]}
    assert accounts["华信科技有限公司"].meant == NEW and list(accounts["华信科技有限公司"].candidates) == ["华信科技"]
    assert 0 < accounts["华信科技有限公司"].sure < 1 and accounts["华信科技有限公司"].reason
    assert (accounts["华信 科技"].meant, accounts["华信 科技"].sure) == ("华信科技", 1)
    assert [one.name for one in seen.names["people"]] == ["李 雯(华东)"], "nobody is like 陈佳"

    plan = read_plan(store, opened, TODAY)
    assert {plan.accounts.name(number) for number in plan.accounts.added} == {"华信科技有限公司"}
    names = {"accounts": {"华信科技有限公司": "华信科技"}, "people": {"李 雯(华东)": "李雯"}}
    take(store, opened, decide(seen, names=names))
    assert column(store, "name", "accounts") == ["华信科技"]
    assert column(store, "name", "people") == ["李雯", "陈佳"]
    later = [(*HEAD, "备注"), ("4", "丁", "华信科技有限公司", "李 雯(华东)", "方案报价", "1", "", "")]
    take(store, open_files([write_text(tmp_path / "c.csv", later)]))
    assert len(column(store, "name", "accounts")) == 1, "a decision about a name holds for files of any shape"
    store.connection.execute("UPDATE accounts SET name = '华信集团'")
    store.connection.execute("UPDATE people SET deleted_at = '2026-11-01T00:00:00Z' WHERE name = '李雯'")
    seen = look(store, open_files([write_text(tmp_path / "d.csv", later)]))
    assert not seen.choices.names, "what no longer fits is dropped"


def test_names_of_one_file_are_compared_as_well(store: Store, tmp_path: Path) -> None:
    rows = [HEAD, *((str(n), "甲", "Acme Corp.", "Li Wen", "Proposal", "1", "") for n in range(3)),
            ("9", "乙", "ACME", "Li  Wen", "Proposal", "1", "")]  # fmt: skip
    seen = look(store, open_files([write_text(tmp_path / "a.csv", rows)]))
    [one] = seen.names["accounts"]
    assert (one.name, one.rows, list(one.candidates), one.meant) == ("ACME", 1, ["Acme Corp."], NEW)
    assert "people" not in seen.names, "blanks make no other person, and nothing is to be asked"


@pytest.mark.parametrize(("one", "other"), [("客户17", "客户18"), ("Company A", "Company B"), ("张三", "张三丰")])
def test_names_that_only_look_alike_are_not_offered(one: str, other: str, store: Store, tmp_path: Path) -> None:
    rows = [HEAD, ("1", "甲", one, "李雯", "方案报价", "1", ""), ("2", "乙", other, "李雯", "方案报价", "1", "")]
    assert "accounts" not in look(store, open_files([write_text(tmp_path / "a.csv", rows)])).names


# --- identity -----------------------------------------------------------------------------------------------------


def test_without_ids_a_key_is_proposed_and_what_collides_is_said(store: Store, tmp_path: Path) -> None:
    head = ("商机名称", "客户名称", "负责人", "阶段", "金额", "来源")
    rows = [head, ("续约", "华信", "李雯", "方案报价", "100", "展会"),
            ("续约", "华信", "陈佳", "方案报价", "200", "官网"),
            ("扩容", "华信", "李雯", "方案报价", "300", "展会")]  # fmt: skip
    path = write_text(tmp_path / "a.csv", rows)
    opened = open_files([path])
    seen = look(store, opened)
    assert seen.key_look is not None
    assert seen.key_look.fields == ("name", "account") and list(seen.key_look.collisions) == [(2, 3)]
    assert seen.key_look.colliding == 2
    assert counted(take(store, opened)) == (2, 0, 0, 1, 0)
    undo(store)

    key = ("name", "account", "lead_source")
    choices = decide(look(store, opened), key=key)
    decided = look(store, opened, choices).key_look
    assert decided is not None and decided.fields == key and decided.colliding == 0
    assert counted(take(store, opened, choices)) == (3, 0, 0, 0, 0)
    moved = [rows[0], rows[1], ("续约", "华信", "王磊", "合同谈判", "250", "官网"), rows[3]]
    report = take(store, open_files([write_text(path, moved)]))
    assert counted(report) == (0, 1, 2, 0, 0), "the chosen key decides in the next import too"
    assert column(store, "amount") == [10_000, 25_000, 30_000]


def test_a_file_without_ids_means_the_deals_that_came_with_ids(store: Store, tmp_path: Path) -> None:
    rows = [HEAD, ("1", "甲", "乙", "李雯", "方案报价", "100", "2026-01-02")]
    import_files(store, [write_text(tmp_path / "a.csv", rows)], today=TODAY)
    bare = [HEAD[1:], ("甲", "乙", "李雯", "合同谈判", "150", "2026-01-02")]
    report = take(store, open_files([write_text(tmp_path / "b.csv", bare)]))
    assert counted(report) == (0, 1, 0, 0, 0) and column(store, "external_id") == ["1"]


# --- modes and blanks ---------------------------------------------------------------------------------------------

BEFORE = [HEAD, ("1", "甲", "乙", "李雯", "方案报价", "100", "2026-01-02"),
          ("2", "丙", "乙", "李雯", "方案报价", "200", "2026-01-03")]  # fmt: skip
AFTER = [HEAD, ("1", "甲", "乙", "李雯", "合同谈判", "", ""),
         ("3", "丁", "新客户", "新人", "新阶段", "300", "2026-01-04"),
         ("4", "戊", "乙", "李雯", "方案报价", "不知道", "2026-01-04")]  # fmt: skip


@pytest.mark.parametrize(
    ("mode", "wanted", "there"),
    [("both", (1, 1, 0, 1, 0), 3), ("add", (1, 0, 0, 1, 1), 3), ("update", (0, 1, 0, 1, 1), 2)],
)
def test_add_update_or_both(mode: Any, wanted: Any, there: int, store: Store, tmp_path: Path) -> None:
    import_files(store, [write_text(tmp_path / "a.csv", BEFORE)], today=TODAY)
    _, told = import_files(store, [write_text(tmp_path / "b.csv", AFTER)], today=TODAY, mode=mode)
    assert counted(told) == wanted
    assert len(column(store, "id")) == there
    stands = store.connection.execute("SELECT stages.name FROM deals JOIN stages ON stages.id = stage_id")
    assert ("合同谈判",) in stands.fetchall() or mode == "add"
    if mode == "update":
        assert column(store, "name", "accounts") == ["乙"] and column(store, "name", "people") == ["李雯"]
        assert "新阶段" not in column(store, "name", "stages"), "nothing is added whom only left-out rows name"
        assert notes(told)["left_out"] == ("3",)
    assert told.files[0]["decisions"]["mode"] == mode
    again = import_files(store, [tmp_path / "b.csv"], today=TODAY, mode=mode)[1]
    assert counted(again)[:2] == (0, 0), "twice is once, in every mode"


def test_a_blank_erases_only_where_it_is_asked_for(store: Store, tmp_path: Path) -> None:
    head = (*HEAD, "备注", "下一步")
    import_files(
        store, [write_text(tmp_path / "a.csv", [head, (*BEFORE[1], "记着", "打电话")])], today=TODAY
    )  # fmt: skip
    blank = write_text(tmp_path / "b.csv", [head[:8], ("1", "", "", "", "", "", "", "")])
    assert counted(import_files(store, [blank], today=TODAY)[1]) == (0, 0, 1, 0, 0)
    report = import_files(store, [blank], today=TODAY, erase_blanks=True)[1]
    assert counted(report) == (0, 1, 0, 0, 0) and report.files[0]["decisions"]["erase_blanks"]
    row = store.connection.execute(
        "SELECT name, account_id, owner_id, amount, created_on, remark, next_step, state FROM deals"
    ).fetchone()
    assert row == ("甲", None, None, None, None, None, "打电话", "open"), "what the file has no column for stays"
    assert counted(import_files(store, [blank], today=TODAY)[1]) == (0, 0, 1, 0, 0)
    assert look(store, open_files([blank])).choices.erase_blanks is False, "it has to be said each time"


def test_modes_of_people_accounts_products_and_targets(store: Store, tmp_path: Path) -> None:
    people = [("姓名", "团队", "邮箱", "2026年1月目标"), ("李雯", "一组", "li@x.cn", "100")]
    products = [("产品名称", "产品系列", "标准价格"), ("平台", "甲", "100")]
    accounts = [("客户名称", "行业", "负责人"), ("华信", "制造", "李雯")]
    files = [("人员", people), ("产品", products), ("客户", accounts)]
    import_files(store, [write_workbook(tmp_path / "a.xlsx", *files)], today=TODAY)
    people = [people[0], ("李雯", "二组", "", "200"), ("陈佳", "二组", "", "300")]
    products = [products[0], ("平台", "", "150"), ("工具", "乙", "1")]
    accounts = [accounts[0], ("华信", "零售", "陈佳"), ("远景", "能源", "别人")]
    later = write_workbook(tmp_path / "b.xlsx", ("人员", people), ("产品", products), ("客户", accounts))
    only_new = import_files(store, [later], today=TODAY, mode="add")[1]
    assert {kind: counted(only_new, kind) for kind in ("people", "products", "accounts")} == {
        "people": (2, 0, 0, 0, 1), "products": (1, 0, 0, 0, 1), "accounts": (1, 0, 0, 0, 1),
    }  # fmt: skip
    undo(store)
    updated = import_files(store, [later], today=TODAY, mode="update", erase_blanks=True)[1]
    assert counted(updated, "products") == (0, 1, 0, 0, 1) and counted(updated, "accounts") == (0, 1, 0, 0, 1)
    assert counted(updated, "targets") == (0, 1, 0, 0, 0)
    assert "陈佳" in column(store, "name", "people"), "she owns an account that is updated"
    assert "别人" not in column(store, "name", "people")
    assert column(store, "email", "people")[0] is None and column(store, "series", "products") == [None]


# --- refused, mended, imported again ------------------------------------------------------------------------------


def test_refused_rows_are_mended_and_imported_with_the_same_decisions(store: Store, tmp_path: Path) -> None:
    rows = [("甲栏", "乙栏", "丙栏", "丁栏", "戊栏"), ("A-1", "华信平台", "谈着", "1.234", "25/3/2026"),
            ("A-2", "远景续约", "谈着", "不知道", "3/5/2026")]  # fmt: skip
    opened = open_files([write_text(tmp_path / "导出.csv", rows)])
    columns = {"甲栏": "external_id", "乙栏": "name", "丙栏": "stage", "丁栏": "amount", "戊栏": "created_on"}
    choices = {
        look(store, opened).key: TableChoices(
            kind="deals", header=0, columns=columns, decimal_mark=",", stages={"谈着": StageChoice("商务谈判", "open")}
        )
    }
    report = take(store, opened, choices)
    assert counted(report) == (1, 0, 0, 1, 0)
    saved = tmp_path / "拒绝的行.xlsx"
    save_refused(report, saved)
    book = load_workbook(saved)
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["原因", "行号", *rows[0]]
    sheet.cell(2, 6).value = "5.678"
    book.save(saved)
    seen = look(store, open_files([saved]))
    assert seen.is_remembered and seen.is_ready
    assert [one.field for one in seen.columns][:2] == ["", ""]
    assert counted(take(store, open_files([saved]))) == (1, 0, 0, 0, 0)
    assert column(store, "amount") == [123_400, 567_800]
    assert column(store, "created_on") == ["2026-03-25", "2026-05-03"], "the rows that proved it are not in this file"
    assert stages(store) == [("商务谈判", "open")]


def test_a_unit_that_stood_in_another_row_is_not_lost(store: Store, tmp_path: Path) -> None:
    rows = [("商机编号", "商机名称", "阶段", "金额"), ("", "", "", "万元"), ("1", "甲", "方案报价", "5"),
            ("2", "乙", "方案报价", "很多")]  # fmt: skip
    _, report = import_files(store, [write_text(tmp_path / "a.csv", rows)], today=TODAY)
    assert column(store, "amount") == [5_000_000]
    saved = tmp_path / "拒绝.xlsx"
    save_refused(report, saved)
    book = load_workbook(saved)
    book.worksheets[0].cell(2, 6).value = 7
    book.save(saved)
    import_files(store, [saved], today=TODAY)
    assert column(store, "amount") == [5_000_000, 7_000_000]
