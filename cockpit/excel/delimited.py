"""Text files of rows: which encoding, which separator, and what the quotes enclose."""

import codecs
import csv
import io
from collections import Counter
from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.excel.reading import Rows, in_parts
from cockpit.language import tr

SEPARATORS = (",", "\t", ";", "|")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64_000
_LONGEST_CELL = 1_000_000


def read_delimited(path: Path) -> Rows:
    """The rows of a text file; an empty line is an empty row, so that row numbers agree with Excel's.

    Raises CockpitError when it is no text, or text without rows.
    """
    text = _decode(path, path.read_bytes())
    if not text.strip():
        raise CockpitError(tr("{name} 里没有数据。", name=path.name), tr("检查是不是选错了文件,或重新导出一次。"))
    separator, first_row = _separator(text)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = in_parts(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False))
    except csv.Error as error:
        raise CockpitError(
            tr("{name} 读不出来:有一格太长,可能少了一个引号。", name=path.name),
            tr("在 Excel 里打开并另存为 .xlsx,再导入。"),
        ) from error
    # The line "sep=;" that Excel writes for itself stays as an empty row.
    return [[], *rows[1:]] if first_row else rows


def _decode(path: Path, content: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None) or _wide(content)
    try:
        if encoding:
            text = content.decode(encoding)
        else:
            try:
                text = content.decode("utf-8")
            except UnicodeDecodeError:
                text = _decode_old(content)
    except UnicodeDecodeError as error:
        raise CockpitError(
            tr("{name} 的文字编码认不出来。", name=path.name), tr("在 Excel 里打开并另存为 .xlsx,再导入。")
        ) from error
    if "\0" in text:
        raise CockpitError(
            tr("{name} 里有空字符,不是正常的文本文件。", name=path.name), tr("请重新导出一次,或另存为 .xlsx 再导入。")
        )
    return text


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its separators and line ends is zero."""
    sample = content[:_SAMPLE]
    if len(sample) < 4 or len(sample) % 2:
        return None
    if sample[1::2].count(0) > len(sample) // 4 > sample[0::2].count(0) * 4:
        return "utf-16-le"
    if sample[0::2].count(0) > len(sample) // 4 > sample[1::2].count(0) * 4:
        return "utf-16-be"
    return None


def _decode_old(content: bytes) -> str:
    """GB18030, unless what it yields is not Chinese: almost any bytes of Western Europe can be read as some of it."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="strict")
    strange = [character for character in text if ord(character) > 0x7F]
    usual = sum(_is_usual(character) for character in strange)
    if usual * 10 < len(strange) * 8:
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            return text
    return text


def _is_usual(character: str) -> bool:
    """Whether it is among the some 6,700 characters of GB2312, or a mark of Chinese text."""
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return "\u4e00" <= character <= "\u9fa5" and len(character.encode("gbk", "ignore")) == 2


def _separator(text: str) -> tuple[str, bool]:
    """The separator, and whether the first line does nothing but name it."""
    first = text[:8].splitlines()[0].strip() if text else ""
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], True
    best, best_score = ",", 0.0
    for separator in SEPARATORS:
        sample = text[:_SAMPLE]
        try:
            rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if row][:200]
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows)
        width, times = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(1, 0))
        score = (width > 1) * times / max(1, len(rows)) * (1 + width / 1000)
        if score > best_score:
            best, best_score = separator, score
    return best, False
