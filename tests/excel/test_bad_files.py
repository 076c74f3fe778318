"""Files that do harm: read, or refused in one sentence, soon, within little memory, and never a change to the store."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from cockpit.errors import CockpitError
from cockpit.excel import reading_process
from cockpit.excel.reading import prepare, read_sheets
from cockpit.language import choose_language
from cockpit.store.file import Store
from tests.excel import making_bad_files as make
from tests.excel.watching import watching
from tests.excel.writing_files import take

SEEDS = Path(__file__).parent / "seeds"
UNPACKED_MB = 4_000 if os.environ.get("COCKPIT_TRIALS") == "full" else 150
SECONDS, MEBIBYTES = 5.0, 500
SLACK = 3.0
"""Machines that run many tests at once are slow; what hangs takes longer."""


def seed(name: str) -> Callable[[Path], Path]:
    def copy(path: Path) -> Path:
        path.write_bytes((SEEDS / name).read_bytes())
        return path

    return copy


def content(body: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(body)
        return path

    return write


def without(member: str, workbook: bytes | None = None) -> Callable[[Path], Path]:
    return content(
        make.with_members(workbook or make.workbook_bytes(), lambda name, body: None if name == member else body)
    )


def without_shared_strings(path: Path) -> Path:
    make.million_strings(path, 8_000)
    return without(make.STRINGS, path.read_bytes())(path)


def shared_strings_with_entities(path: Path) -> Path:
    make.million_strings(path, 8_000)

    def change(name: str, body: bytes) -> bytes:
        return make.LAUGHS.encode() + body.replace("文字".encode(), b"&lol9;") if name == make.STRINGS else body

    return content(make.with_members(path.read_bytes(), change))(path)


def only_a_chart(path: Path) -> Path:
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.create_chartsheet("图")
    workbook.remove(workbook.worksheets[0])
    workbook.save(path)
    return path


def without_sheets(path: Path) -> Path:
    def change(name: str, body: bytes) -> bytes:
        start, end = body.find(b"<sheets>"), body.find(b"</sheets>")
        return body[:start] + b"<sheets/>" + body[end + 9 :] if name == "xl/workbook.xml" else body

    return content(make.with_members(make.workbook_bytes(), change))(path)


def repeated(rows: int, columns: int, cell: str) -> Callable[[Path], Path]:
    """An OpenDocument file of some kB that says: this cell, so many times."""
    more = (
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell {cell} '
        f'table:number-columns-repeated="{columns}"/></table:table-row><table:table-row>'
        '<table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>'
    ).encode()

    def change(name: str, body: bytes) -> bytes:
        return body.replace(b"</table:table>", more, 1) if name == "content.xml" else body

    return content(make.with_members((SEEDS / "deals.ods").read_bytes(), change))


BAD: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "a cell in the last corner": ("角.xlsx", make.cell_in_the_last_corner, "太大"),
    "gigabytes of rows": ("弹.xlsx", lambda path: make.bomb_of_rows(path, UNPACKED_MB), "太大"),
    "more rows than a sheet can have": ("行.xlsx", lambda path: make.bomb_of_rows(path, 60), "太大"),
    "gigabytes of blanks": ("白.xlsx", lambda path: make.bomb_of_blanks(path, UNPACKED_MB), "太大"),
    "a bomb that says it is none": ("谎.xlsx", lambda path: make.bomb_that_lies(path, 300), "已损坏"),
    "a nested bomb": ("套.xlsx", make.nested_bomb, "太大"),
    "one long string everywhere": ("长.xlsx", make.one_string_everywhere, "太大"),
    "a billion laughs in the sheet": ("笑.xlsx", lambda path: make.entities(path, make.SHEET), "XML 定义"),
    "a billion laughs in the strings": ("笑笑.xlsx", shared_strings_with_entities, "XML 定义"),
    "a sheet that is not there": ("缺.xlsx", without(make.SHEET), "已损坏"),
    "strings that are not there": ("缺字.xlsx", without_shared_strings, "已损坏"),
    "a workbook part that is not there": ("缺簿.xlsx", without("xl/workbook.xml"), "里面不是工作簿"),
    "no sheets": ("无.xlsx", without_sheets, "没有工作表"),
    "only a chart": ("图.xlsx", only_a_chart, "没有工作表"),
    "a password on .xlsx": ("锁.xlsx", seed("locked.xlsx"), "有密码保护"),
    "a password on .xls": ("锁.xls", seed("locked.xls"), "有密码保护"),
    "a password on .ods": ("锁.ods", seed("locked.ods"), "有密码保护"),
    "a locked .xls called .xlsx": ("锁锁.xlsx", seed("locked.xls"), "有密码保护"),
    "XML 2003 called .xls": ("老.xls", seed("deals_xml_2003.xls"), "其实是 XML 表格"),
    "HTML called .xls": ("网.xls", content(b"\xef\xbb\xbf\r\n<!DOCTYPE html><html><table>"), "其实是网页"),
    "a PDF called .xlsx": ("P.xlsx", content(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), "不是工作簿"),
    "Excel 4": ("四.xls", content(b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(100)), "很旧的 Excel"),
    "a vast repetition": ("多.ods", repeated(1_048_576, 16_384, 'office:value-type="float" office:value="1"'), ""),
    "a vast repetition of nothing": ("空.ods", repeated(1_048_570, 16_384, ""), "太大"),
    "a line of 50 MB": ("线.csv", content(b"a" * 50_000_000), "读不出来"),
    "a line of 25 million cells": ("格.csv", content(b"a," * 25_000_000), "读不出来"),
    "a null byte": ("零.csv", content(b"a,b\r\n1,\x00\r\n"), "空字符"),
    "a quote that is never closed": ("引.csv", content(b'a,b\n1,2\n"3,4\n5,6\n'), "少了一个引号"),
    "text cut inside of a letter": ("断.csv", content("商机编号,商机名称\nD-1,华信".encode()[:-1]), "已损坏"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_soon_in_little_memory_and_changes_nothing(
    name: str, store: Store, tmp_path: Path
) -> None:
    file_name, make_file, said = BAD[name]
    path = make_file(tmp_path / file_name)
    before = list(store.connection.iterdump())
    with watching() as watched, pytest.raises(CockpitError) as refused:
        take(store, path)
    assert said in refused.value.sentence and refused.value.sentence.count("。") == 1
    assert file_name in refused.value.sentence and refused.value.next_step
    assert watched.seconds < SECONDS + SLACK
    assert watched.peak_mib < MEBIBYTES
    assert list(store.connection.iterdump()) == before
    assert not is_running(watched.pid)


GOOD: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "a vast dimension": ("大.xlsx", make.vast_dimension),
    "strict": ("严.xlsx", content(make.strict(make.workbook_bytes()))),
    ".xlsx called .xls": ("名.xls", content(make.workbook_bytes())),
    ".xls called .xlsx": ("名.xlsx", seed("deals.xls")),
    ".ods called .xlsx": ("名名.xlsx", seed("deals.ods")),
    ".xlsb called .xls": ("名名.xls", seed("deals.xlsb")),
    "CSV called .xls": ("字.xls", content("\n".join([",".join(make.HEADINGS), ",".join(make.DEAL)]).encode())),
    "CSV called .xlsx": ("字.xlsx", content("\n".join(["\t".join(make.HEADINGS), "\t".join(make.DEAL)]).encode("gbk"))),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_an_odd_but_honest_file_is_read(name: str, tmp_path: Path) -> None:
    file_name, make_file = GOOD[name]
    with watching() as watched:
        sheet = read_sheets(make_file(tmp_path / file_name))[0]
    assert [tuple(row[:5]) for row in sheet.rows] == [make.HEADINGS[:5], make.DEAL[:5]]
    assert float(sheet.rows[1][5]) in (860_000, 860_000.5)  # type: ignore[arg-type]
    assert watched.seconds < SECONDS + SLACK


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook whose reading takes a second or two."""
    return make.million_strings(tmp_path_factory.mktemp("large") / "百万.xlsx")


def test_a_million_shared_strings_are_read_soon_in_little_memory(large: Path) -> None:
    with watching() as watched:
        [sheet] = read_sheets(large)
    assert len(sheet.rows) == 250_000 and sheet.rows[-1][-1] == "文字0999999"
    assert watched.seconds < 2 * SECONDS
    assert watched.peak_mib < MEBIBYTES


def test_a_table_of_20000_columns_is_taken_soon(store: Store, tmp_path: Path) -> None:
    """Wider than any spreadsheet: every heading is looked at, once for each kind of table."""
    rows = (make.HEADINGS, make.DEAL)
    more = (tuple(f"另一列 {number} extra" for number in range(20_000)), tuple(str(number) for number in range(20_000)))
    path = tmp_path / "宽.csv"
    path.write_text("\n".join(",".join(row + wide) for row, wide in zip(rows, more, strict=True)), "utf-8")
    begun = time.monotonic()
    take(store, path)
    assert time.monotonic() - begun < SECONDS + SLACK
    assert store.connection.execute("SELECT count(*) FROM deals").fetchone() == (1,)


def is_running(pid: int) -> bool:
    """Whether the process exists, a dead one that nobody has buried included."""
    return sys.platform == "linux" and Path(f"/proc/{pid}").exists()


def test_stop_ends_the_process_at_once(large: Path) -> None:
    stop = Event()
    with watching() as watched:
        Thread(target=lambda: (time.sleep(0.3), stop.set())).start()
        with pytest.raises(reading_process.ReadingStopped):
            read_sheets(large, stop)
    assert watched.seconds < 1.5 + SLACK
    assert not is_running(watched.pid)


def test_what_takes_too_long_is_stopped(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_process, "SECONDS", 0.2)
    monkeypatch.setattr(reading_process, "SECONDS_PER_MEGABYTE", 0.0)
    with watching() as watched, pytest.raises(CockpitError) as refused:
        read_sheets(large)
    assert "读得太久" in refused.value.sentence and refused.value.next_step
    assert not is_running(watched.pid)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize(("number", "said"), [(11, "已损坏"), (6, "太大"), (9, "太大")])
def test_a_process_that_dies_is_a_sentence(number: int, said: str, large: Path) -> None:
    """By a crash of the parser, by its running out of memory, by the system's running out of memory."""
    with watching() as watched:
        Thread(target=lambda: (time.sleep(0.3), os.kill(watched.pid, number))).start()
        with pytest.raises(CockpitError) as refused:
            read_sheets(large)
    assert said in refused.value.sentence and refused.value.next_step
    assert not is_running(watched.pid)


def test_a_process_that_died_while_it_waited_is_replaced(tmp_path: Path) -> None:
    prepare()
    reading_process._waiting[0]._process.kill()
    reading_process._waiting[0]._process.wait()
    path = content(make.workbook_bytes())(tmp_path / "a.xlsx")
    assert len(read_sheets(path)[0].rows) == 2


def test_a_file_that_was_announced_is_read_and_no_other_in_its_place(tmp_path: Path) -> None:
    one = content(make.workbook_bytes([("编号",), ("D-1",)]))(tmp_path / "1.xlsx")
    other = content(make.workbook_bytes([("编号",), ("D-2",)]))(tmp_path / "2.xlsx")
    reading_process.dismiss()
    prepare(one)
    announced = reading_process._waiting[0]
    assert announced.asked == one
    assert read_sheets(one)[0].rows[1][0] == "D-1" and not announced.is_alive
    prepare(one)
    passed_over = reading_process._waiting[0]
    assert read_sheets(other)[0].rows[1][0] == "D-2" and not passed_over.is_alive
    assert read_sheets(one)[0].rows[1][0] == "D-1"


@pytest.mark.parametrize("bad", ["missing.xlsx", "locked.xlsx"])
def test_what_is_wrong_with_an_announced_file_is_said_when_it_is_read(bad: str, tmp_path: Path) -> None:
    path = seed(bad)(tmp_path / bad) if bad != "missing.xlsx" else tmp_path / bad
    reading_process.dismiss()
    prepare(path)
    with pytest.raises(CockpitError) as refused:
        read_sheets(path)
    assert bad in refused.value.sentence and refused.value.next_step


def test_a_refusal_comes_in_the_chosen_language(tmp_path: Path) -> None:
    choose_language("en")
    with pytest.raises(CockpitError) as refused:
        read_sheets(seed("locked.xlsx")(tmp_path / "a.xlsx"))
    assert refused.value.sentence == "a.xlsx is protected by a password and cannot be read."


def test_many_threads_may_read_at_once(tmp_path: Path) -> None:
    """The wizard's workers do, and each has a process of its own."""
    paths = [
        content(make.workbook_bytes([("编号",), (f"D-{number}",)]))(tmp_path / f"{number}.xlsx") for number in range(6)
    ]
    found: dict[int, object] = {}

    def read(number: int) -> None:
        found[number] = read_sheets(paths[number])[0].rows[1][0]

    threads = [Thread(target=read, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: f"D-{number}" for number in range(6)}


@pytest.mark.skipif(sys.platform != "linux", reason="open files are counted in /proc")
def test_nothing_is_left_open(tmp_path: Path) -> None:
    good = content(make.workbook_bytes())(tmp_path / "a.xlsx")
    bad = seed("locked.xls")(tmp_path / "b.xls")

    def read_both() -> int:
        read_sheets(good)
        with pytest.raises(CockpitError):
            read_sheets(bad)
        return len(list(Path("/proc/self/fd").iterdir()))

    first = read_both()
    assert [read_both() for _ in range(5)][-1] <= first


def test_the_process_loads_no_more_than_it_needs() -> None:
    program = (
        "import sys; from cockpit.excel import reading_child; reading_child._load();"
        "from cockpit.excel import packing; print(*sorted(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert "python_calamine" in loaded
    assert not {"PySide6", "attr", "click", "sqlite3", "openpyxl", "logging", "asyncio"} & set(loaded)


def test_the_process_ends_when_nobody_asks_any_more() -> None:
    reading_process.dismiss()
    waiting = reading_process.ReadingProcess()
    waiting._questions.close()
    assert waiting._process.wait(10) == 0
    waiting.close()


def test_where_the_system_sets_no_limit_memory_is_watched() -> None:
    program = (
        "import time; from cockpit.excel import reading_child as child; held = [];"
        "child._watch(lambda: sum(map(len, held)), 10 << 20);"
        "[(held.append(bytes(1 << 20)), time.sleep(0.01)) for _ in range(1000)]"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=False, timeout=30)
    assert ended.returncode == reading_process.TOO_LARGE
