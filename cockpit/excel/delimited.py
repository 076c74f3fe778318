"""Text of rows: which encoding, which separator, and what the quotes enclose."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.excel.bad_files import damaged, no_rows
from cockpit.excel.cells import Rows
from cockpit.language import tr

SEPARATORS = (",", "\t", ";", "|")
LONGEST_CELL = 1_000_000
LONGEST_LINE = 4_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNS = (*SEPARATORS, "\n")
_SAMPLE = 64_000
_AT_ONCE = 1 << 20
_STRANGE = re.compile(r"[^\x00-\x7f]+")
_WITHIN_WORDS = re.compile(r"(?<=[a-z])[^\x00-\x7f](?![^\x00-\x7f])|(?<![^\x00-\x7f])[^\x00-\x7f](?=[a-z])")
_SHIELDED = re.compile(r"'[=+\-@\t\r]")
"""How our own text files keep a cell from being taken for a formula."""


class NoTable(Exception):
    """Text, perhaps, but nothing in it separates columns."""


def read_delimited(path: Path, *, must_be_a_table: bool = False) -> Iterator[list[str]]:
    """The rows of a text file; an empty line is an empty row, so that row numbers agree with Excel's.

    Raises CockpitError when it is no text, or text without rows, or a quote in it is never closed; NoTable for text
    without columns, if it ``must_be_a_table``.
    """
    content = path.read_bytes()
    encoding, errors = _encoding(path, content)
    sample = codecs.getincrementaldecoder(encoding)(errors).decode(content[: 4 * _SAMPLE])[:_SAMPLE]
    separator, first_row, columns = _separator(sample)
    if must_be_a_table and columns < 2:
        raise NoTable
    text = io.TextIOWrapper(io.BytesIO(content), encoding, errors, newline="")
    del content
    return _rows(path.name, text, separator, first_row)


def read_pasted(text: str, name: str) -> Rows:
    """The rows of a table out of the clipboard, as spreadsheets put it there: with tabs, if it has any.

    ``name`` is what to call it. Raises CockpitError when there is nothing in it.
    """
    text = text.replace("\0", "").removeprefix("\ufeff")
    if not text.strip():
        raise no_rows(Path(name))
    separator, first_row, _ = ("\t", False, 0) if "\t" in text else _separator(text[:_SAMPLE])
    rows: Rows = list(_rows(name, io.StringIO(text, newline=""), separator, first_row))
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _rows(name: str, text: Iterable[str], separator: str, first_row: bool) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    # The lines of the row that is being read: at the end they tell whether a quote was left open.
    lines: list[str] = []

    def one_by_one() -> Iterator[str]:
        for line in text:
            if len(line) > LONGEST_LINE:
                raise csv.Error
            lines.append(line)
            yield line

    try:
        for number, row in enumerate(csv.reader(one_by_one(), delimiter=separator, strict=False)):
            several = lines if len(lines) > 1 else None
            # The line "sep=;" that Excel writes for itself stays as an empty row.
            if number == 0 and first_row:
                yield []
            elif "'" in "".join(lines):
                yield [cell[1:] if _SHIELDED.match(cell) else cell for cell in row]
            else:
                yield row
            if several and _is_open(several, separator):
                raise csv.Error
            lines.clear()
    except csv.Error as error:
        raise CockpitError(
            tr("{name} 读不出来:有一格太长,可能少了一个引号。", name=name),
            tr("在 Excel 里打开并另存为 .xlsx,再导入。"),
        ) from error


def _is_open(lines: list[str], separator: str) -> bool:
    """Whether a row ends inside of quotes, which it only does at the end of the text."""
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _encoding(path: Path, content: bytes) -> tuple[str, str]:
    """The encoding, and what to do with bytes that are none of it ("strict", or "replace" where there are but few)."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None) or _wide(content)
    if encoding is None and b"\0" in content or encoding and _has_null(content, encoding):
        raise CockpitError(
            tr("{name} 里有空字符,不是正常的文本文件。", name=path.name), tr("请重新导出一次,或另存为 .xlsx 再导入。")
        )
    if content.strip() in (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raise no_rows(path)
    if encoding:
        if not _decodes(content, encoding):
            raise damaged(path)
        return encoding, "strict"
    if _decodes(content, "utf-8"):
        return "utf-8", "strict"
    if _decodes(content, "utf-8", is_whole=False):
        raise damaged(path)  # cut off inside of a letter
    return _old_encoding(path, content)


def _blocks(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), _AT_ONCE):
        yield content[start : start + _AT_ONCE]


def _decodes(content: bytes, encoding: str, *, is_whole: bool = True) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for block in _blocks(content):
            decoder.decode(block)
        decoder.decode(b"", final=is_whole)
    except UnicodeDecodeError:
        return False
    return True


def _has_null(content: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)("ignore")
    return any("\0" in decoder.decode(block) for block in _blocks(content))


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: in its separators and line ends every other byte is zero, and there are such ends."""
    sample = content[:_SAMPLE]
    if len(content) < 4 or len(content) % 2:
        return None
    low, high = sample[1::2].count(0), sample[0::2].count(0)
    for encoding, here, there in (("utf-16-le", low, high), ("utf-16-be", high, low)):
        if here > 8 * there:
            text = sample.decode(encoding, "ignore")
            # In Chinese text signs are few, but each byte that looks like one is one.
            if sum(map(text.count, _SIGNS)) * 2 > sum(sample.count(sign.encode()) for sign in _SIGNS):
                return encoding
    return None


def _old_encoding(path: Path, content: bytes) -> tuple[str, str]:
    """GB18030, unless what it yields is not Chinese: almost any bytes of Western Europe can be read as some of it.

    UTF-8 with a few broken letters, as programs leave that cut texts at a number of bytes, stays UTF-8.
    """
    sample = content[: 4 * _SAMPLE]
    in_utf8 = [letter for letter in sample.decode("utf-8", "replace") if ord(letter) > 0x7F]
    if in_utf8.count("\ufffd") * 20 < len(in_utf8):
        return "utf-8", "replace"
    western = _decodes(content, "cp1252")
    if _decodes(content, "gb18030"):
        decoded = codecs.getincrementaldecoder("gb18030")("ignore").decode(sample)
        strange = [letter for letter in decoded if ord(letter) > 0x7F]
        is_usual = sum(map(_is_usual, strange)) * 10 >= len(strange) * 8
        if not western or is_usual and not _stands_within_words(decoded):
            return "gb18030", "strict"
    if not western:
        raise CockpitError(
            tr("{name} 的文字编码认不出来。", name=path.name), tr("在 Excel 里打开并另存为 .xlsx,再导入。")
        )
    return "cp1252", "strict"


def _stands_within_words(text: str) -> bool:
    """Whether most Chinese signs stand alone beside small Latin letters: "M黮ler" is "Müller", umlaut and l one sign.

    In a Chinese text hardly a sign is without another one beside it.
    """
    return len(_WITHIN_WORDS.findall(text)) * 2 > len(_STRANGE.findall(text))


def _is_usual(character: str) -> bool:
    """Whether it is among the some 6,700 characters of GB2312, or a mark of Chinese text."""
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return "\u4e00" <= character <= "\u9fa5" and len(character.encode("gbk", "ignore")) == 2


def _separator(sample: str) -> tuple[str, bool, int]:
    """The separator, whether the first line does nothing but name it, and how many columns it makes."""
    first = sample[:8].splitlines()[0].strip() if sample else ""
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], True, 2
    best, best_score, columns = ",", 0.0, 1
    for separator in SEPARATORS:
        try:
            rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if row][:200]
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows)
        width, times = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(1, 0))
        score = (width > 1) * times / max(1, len(rows)) * (1 + width / 1000)
        if score > best_score:
            best, best_score, columns = separator, score, width
    return best, False, columns
