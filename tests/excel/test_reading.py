"""What is no table of ours is refused in one sentence that says what to do, and nothing is changed."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.store.file import Store
from tests.excel.writing_files import HEADINGS, column, take, write_text, write_workbook

DEAL = ("D-1", "华信数据平台", "华信科技", "李雯", "方案报价", "860000", "2026-09-02", "2026-11-28")
TEXT = ",".join(HEADINGS) + "\n" + ",".join(DEAL) + "\n"


def workbook(path: Path) -> Path:
    return write_workbook(path, ("商机", [HEADINGS, DEAL]))


def damaged(path: Path) -> Path:
    content = workbook(path).read_bytes()
    path.write_bytes(content[: len(content) // 2])
    return path


def with_one_bad_byte(path: Path) -> Path:
    """A zip whose cells were hit: the checksum of the sheet no longer fits."""
    content = bytearray(workbook(path).read_bytes())
    with zipfile.ZipFile(path) as archive:
        sheet = next(member for member in archive.infolist() if "worksheets/" in member.filename)
    content[sheet.header_offset + 30 + len(sheet.filename) + 40] ^= 0xFF
    path.write_bytes(bytes(content))
    return path


def encrypted(path: Path) -> Path:
    """What a workbook with a password begins with: an OLE container, and no workbook in it that could be opened."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000))
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def text(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


BAD: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "missing": ("没有.xlsx", lambda path: path, "没有找到文件"),
    "a folder": ("夹.xlsx", folder, "是文件夹"),
    "empty": ("空.csv", lambda path: text(path, b""), "是空文件"),
    "only blank lines": ("空行.csv", lambda path: text(path, "\n \n\n"), "里没有数据"),
    "a picture": ("图.png", lambda path: text(path, b"\x89PNG\r\n\x1a\n" + bytes(200)), "不是能导入的文件"),
    "words called a workbook": ("改名.xlsx", lambda path: text(path, "会议纪要\n下周一再谈\n"), "不是工作簿"),
    "a web page called a workbook": ("网页.xls", lambda path: text(path, "<html><table></table></html>"), "其实是网页"),
    "half a workbook": ("半.xlsx", damaged, "已损坏"),
    "a workbook with a hit cell": ("坏.xlsx", with_one_bad_byte, "已损坏"),
    "an unreadable container": ("锁.xlsx", encrypted, "已损坏"),
    "an empty workbook": ("空.xlsx", lambda path: write_workbook(path, ("一", [])), "里没有数据"),
    "a zip of something else": ("包.xlsx", lambda path: zipped(path), "里面不是工作簿"),
    "no header": ("无.csv", lambda path: text(path, "1,2,3\n4,5,6\n"), "认不出"),
    "no deals": ("表头.csv", lambda path: text(path, ",".join(HEADINGS) + "\n"), "只有表头"),
    "only totals": ("合计.csv", lambda path: text(path, "团队,2026-11,2026-12\n合计,100,200\n"), "只有表头"),
    "binary called text": ("字节.csv", lambda path: text(path, b"a,b\x00c,d\n" * 30), "有空字符"),
    "an unclosed quote": ("引号.csv", lambda path: text(path, TEXT + '"' + "字" * 1_100_000), "可能少了一个引号"),
}  # fmt: skip


def zipped(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "nothing of a workbook")
    return path


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_sentence_and_changes_nothing(name: str, store: Store, tmp_path: Path) -> None:
    file_name, make, said = BAD[name]
    path = make(tmp_path / file_name)
    before = list(store.connection.iterdump())
    with pytest.raises(CockpitError) as refused:
        take(store, path)
    assert said in refused.value.sentence and refused.value.sentence.count("。") == 1
    assert file_name in refused.value.sentence and refused.value.next_step
    assert list(store.connection.iterdump()) == before


def test_one_bad_file_among_good_ones_keeps_all_out(store: Store, tmp_path: Path) -> None:
    good = workbook(tmp_path / "好.xlsx")
    with pytest.raises(CockpitError):
        take(store, good, text(tmp_path / "改名.xlsx", "会议纪要\n"))
    assert column(store, "id") == []


@pytest.mark.parametrize("suffix", [".csv", ".txt", ".tsv", ""])
def test_a_workbook_called_text_is_read_as_the_workbook_it_is(suffix: str, store: Store, tmp_path: Path) -> None:
    made = workbook(tmp_path / "商机.xlsx")
    take(store, made.rename(tmp_path / f"商机{suffix}"))
    assert column(store, "external_id") == ["D-1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_encodings_and_separators(encoding: str, separator: str, store: Store, tmp_path: Path) -> None:
    rows = [HEADINGS, DEAL, ("D-2", f'名称里有"引号"{separator}和\n换行', *DEAL[2:5], "1,052.75", *DEAL[6:])]
    take(store, write_text(tmp_path / "商机.csv", rows, encoding, separator))
    assert column(store, "name") == ["华信数据平台", f'名称里有"引号"{separator}和\n换行']
    assert column(store, "amount") == [86_000_000, 105_275]


def test_the_line_that_names_the_separator_is_no_row(store: Store, tmp_path: Path) -> None:
    report = take(store, text(tmp_path / "a.csv", "sep=;\n" + TEXT.replace(",", ";").replace("860000", "不知道")))
    assert [problem.row for problem in report.problems] == [3], "rows are counted as a spreadsheet shows them"


def test_western_letters_are_not_taken_for_chinese(store: Store, tmp_path: Path) -> None:
    rows = [("Deal ID", "Deal name", "Owner", "Stage", "Amount"), ("1", "Müller Café", "José Peña", "Proposal", "5")]
    take(store, write_text(tmp_path / "deals.csv", rows, "cp1252"))
    assert column(store, "name") == ["Müller Café"]


def test_hidden_sheets_are_passed_over(store: Store, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = write_workbook(
        tmp_path / "a.xlsx", ("商机", [HEADINGS, DEAL]), ("旧", [HEADINGS, ("D-9", *DEAL[1:])])
    )  # fmt: skip
    opened = load_workbook(path)
    opened["旧"].sheet_state = "hidden"
    opened.save(path)
    take(store, path)
    assert column(store, "external_id") == ["D-1"]


@pytest.mark.parametrize("is_mac", [False, True])
def test_days_of_both_calendars_of_spreadsheets(is_mac: bool, store: Store, tmp_path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    workbook = Workbook()
    if is_mac:
        workbook.epoch = CALENDAR_MAC_1904
    sheet = workbook.worksheets[0]
    sheet.append(HEADINGS)
    sheet.append([*DEAL[:5], 860_000, date(2026, 9, 2), datetime(2026, 11, 28, 15, 30)])
    workbook.save(tmp_path / "a.xlsx")
    take(store, tmp_path / "a.xlsx")
    assert column(store, "created_on") == ["2026-09-02"]
    assert column(store, "expected_close") == ["2026-11-28"]
