"""A list that goes out to be edited and read back: the workbook with ids, versions and lists to choose from."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from cockpit.excel.review_styles import font_name
from cockpit.excel.round_trip_cells import OutCell, canonical, digests, version_head
from cockpit.excel.round_trip_layout import (
    FIELDS,
    ID_HEADING,
    MONTH_FIELDS,
    SCHEMA,
    SHEET_TITLES,
    TOTAL_HEADING,
    VERSION_HEADING,
    Field,
    ReturnKind,
)
from cockpit.excel.table_book import BookColumn, BookExtras, Kind, cell_width, sheet_title, write_columns
from cockpit.language import noop, tr

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

HIDDEN_SHEET = "_cockpit"
"""Lists to choose from, and which records went out. A program that drops it takes away nothing but these."""
_LONGEST_LINE = 30_000
_LINE = 80
"""Characters of half width that a line of the explanation surely holds."""
_TABLE_NAMES: dict[ReturnKind, str] = {
    "deals": "CockpitDeals", "people": "CockpitPeople", "targets": "CockpitTargets", "actions": "CockpitActions",
}  # fmt: skip
_KINDS: dict[str, Kind] = {
    "text": "text", "link": "text", "choice": "text", "money": "money", "day": "day", "number": "figure",
    "year": "year", "amount": "count",
}  # fmt: skip
_OPEN = frozenset({"currencies"})
_PROMPTS: dict[str, str] = {
    "people": noop("从列表里选,或写一个驾驶舱里已有的人。"),
    "stages": noop("从列表里选这个商机所在流程的阶段。改成赢单或丢单时,把成交日期也填上。"),
    "products": noop("从列表里选一个产品。"),
    "teams": noop("从列表里选一个团队;从读回那天起算。"),
    "currencies": noop("三个字母的币种,例如 CNY、USD。"),
    "metrics": noop("从列表里选衡量这个动作的指标。约定之后不再改。"),
    "whose": noop("新加一行时填:从列表里选人员或团队。"),
    "words": noop("从列表里选一个。"),
}
_EXPLAINED = (
    noop("怎么改、怎么读回"),
    noop("在“{sheet}”里直接改,改好存盘,再在驾驶舱里“导入”这个文件。导入前先看到会改什么,导入后可以撤销。"),
    noop("灰色的列是给人看的:记录ID认出是哪一条,版本认出哪一格改过。不要改这两列,也不要改表头。"),
    noop("可以排序、筛选、隐藏列,也可以删掉不需要的列和行:没有的列和行,驾驶舱里保持不变。"),
    noop("空白格不清空驾驶舱里的内容,除非导入时选“空白格清空原来的内容”。"),
    noop("要新加一条,在最下面加一行,记录ID和版本留空。"),
    noop("两边都改过的格子,导入时并排列出来,由你选。"),
)


@frozen
class Exported:
    """Records as cells, by column: ``cells[field]`` has one for each id. ``kinds``: of columns whose cells differ."""

    kind: ReturnKind
    ids: list[str]
    cells: dict[str, list[OutCell]] = field(repr=False)
    kinds: dict[str, list[Kind]] = field(factory=dict, repr=False)


Options = Mapping[str, Sequence[str]]
"""Names of people, stages and so on to choose from, by the name that ``Field.options`` gives."""


def write_round_trip(
    path: Path, exported: Exported, options: Options, *, mark: str, moment: str, go_on: Callable[[int], bool]
) -> None:
    """Write the records. ``mark`` is the store's, ``moment`` when they were read. Raises CockpitError as
    ``write_table`` does."""
    kind = exported.kind
    fields = FIELDS[kind]
    columns = [
        BookColumn(tr(ID_HEADING), "text", 12 if kind == "targets" else 9, is_quiet=True),
        BookColumn(tr(VERSION_HEADING), "mark", 8, is_quiet=True),
    ]
    head = version_head(mark)
    versions = [head + row for row in digests(canonical(one, exported.cells[one.key]) for one in fields)]
    lists = _lists(fields, options)
    columns += [_column(one, lists, exported.kinds.get(one.key)) for one in fields]
    values: list[Sequence[OutCell]] = [exported.ids, versions or [], *(exported.cells[one.key] for one in fields)]
    if kind == "targets":
        months = [exported.cells[month] for month in MONTH_FIELDS]
        values.append(
            [sum(value for value in row if isinstance(value, int | float)) for row in zip(*months, strict=True)]
        )
        first, last = (_letter(2 + place) for place in _places(fields, MONTH_FIELDS[0], MONTH_FIELDS[-1]))
        columns.append(BookColumn(tr(TOTAL_HEADING), "sum", 15, is_quiet=True, sums=(first, last)))
    title = tr(SHEET_TITLES[kind])

    def add_sheets(book: "Workbook") -> None:
        _add_explanation(book, title)
        _add_hidden(book, exported, lists, mark, moment)

    # What tells a row by stays in sight beside the two grey columns.
    frozen_columns = 2 + (5 if kind == "targets" else 1)
    properties = {"cockpit_kind": kind, "cockpit_schema": str(SCHEMA), "cockpit_exported_at": moment,
                  "cockpit_store": mark}  # fmt: skip
    extras = BookExtras(frozen_columns, _TABLE_NAMES[kind], title, properties, add_sheets)
    write_columns(path, title, columns, values, extras, go_on)


def _places(fields: Sequence[Field], *keys: str) -> list[int]:
    order = [one.key for one in fields]
    return [order.index(key) for key in keys]


def _column(of: Field, lists: Mapping[str, tuple[int, Sequence[str]]], kinds: Sequence[Kind] | None) -> BookColumn:
    options, prompt = "", ""
    name = _list_name(of)
    if name in lists:
        place, words = lists[name]
        letter = _letter(place)
        options = f"'{HIDDEN_SHEET}'!${letter}$2:${letter}${len(words) + 1}"
        prompt = tr(_PROMPTS[of.options])
    return BookColumn(
        tr(of.heading), _KINDS[of.kind], of.width, of.told, options, of.options in _OPEN, prompt, kinds
    )  # fmt: skip


def _list_name(of: Field) -> str:
    return f"{of.options}:{of.key}" if of.options == "words" else of.options


def _lists(fields: Sequence[Field], options: Options) -> dict[str, tuple[int, Sequence[str]]]:
    """Name of a list -> its column in the hidden sheet, and what is in it."""
    found: dict[str, tuple[int, Sequence[str]]] = {}
    for one in fields:
        if not one.options or (one.told and not one.only_new):
            continue
        words = [tr(word) for word in one.words.values()] if one.options == "words" else options.get(one.options, ())
        if words and _list_name(one) not in found:
            found[_list_name(one)] = (2 + len(found), words)
    return found


def _add_explanation(book: "Workbook", title: str) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet = book.create_sheet(sheet_title(tr("说明")))
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 96
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    font = font_name()
    for row, words in enumerate(_EXPLAINED, 1):
        text = tr(words, sheet=title) if "{sheet}" in words else tr(words)
        cell = sheet.cell(row, 1, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(name=font, bold=row == 1, size=14 if row == 1 else 11)
        # Two lines where one is not enough: a row's height does not follow by itself everywhere.
        sheet.row_dimensions[row].height = 28 if row == 1 or cell_width(text) <= _LINE else 40


def _add_hidden(
    book: "Workbook", exported: Exported, lists: Mapping[str, tuple[int, Sequence[str]]], mark: str, moment: str
) -> None:
    sheet = book.create_sheet(HIDDEN_SHEET)
    sheet.sheet_state = "hidden"
    lines = [HIDDEN_SHEET, exported.kind, str(SCHEMA), mark, moment, *id_lines(exported.ids)]
    for row, line in enumerate(lines, 1):
        sheet.cell(row, 1, line).data_type = "s"
    for place, words in lists.values():
        for row, word in enumerate(words, 2):
            sheet.cell(row, place + 1, word).data_type = "s"


def id_lines(ids: Sequence[str]) -> list[str]:
    """Ids in as few texts as hold them: "D1-5 D9", numbers that follow each other as a span."""
    spans: list[str] = []
    numbers = sorted(int(text[1:]) for text in ids if text[1:].isdecimal())
    start = 0
    for place, number in enumerate(numbers, 1):
        if place == len(numbers) or numbers[place] != number + 1:
            first = numbers[start]
            spans.append(f"{first}" if first == number else f"{first}-{number}")
            start = place
    letter = ids[0][0] if ids else ""
    spans = [letter + span for span in spans] + [text for text in ids if not text[1:].isdecimal()]
    lines, line = [], ""
    for span in spans:
        if len(line) + len(span) > _LONGEST_LINE:
            lines.append(line)
            line = ""
        line += (" " if line else "") + span
    return [*lines, line] if line else lines


def ids_of_lines(lines: Sequence[str]) -> list[str]:
    """What ``id_lines`` wrote."""
    found: list[str] = []
    for span in " ".join(lines).split():
        first, dash, last = span[1:].partition("-")
        if dash and first.isdecimal() and last.isdecimal():
            found += [f"{span[0]}{number}" for number in range(int(first), int(last) + 1)]
        else:
            found.append(span)
    return found


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place + 1)
