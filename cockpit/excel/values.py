"""Cells of one column as exact values: text, ids, money, shares, yes and no. What cannot be read has a reason.

A column is read as a whole, because one cell may tell how another is meant, and each distinct value only once.
"""

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, Literal

from attrs import define, field, frozen

from cockpit.excel.reading import Value
from cockpit.language import noop, tr

BLANKS = frozenset(
    {
        "",
        "-",
        "--",
        "---",
        "—",
        "——",
        "/",
        "\\",
        "n/a",
        "na",
        "null",
        "none",
        "nan",
        "nil",
        "#n/a",
        "无",
        "暂无",
        "空",
        "未填写",
    }
)
"""What people and programs write where there is nothing."""
ERRORS = frozenset({"#ref!", "#value!", "#div/0!", "#name?", "#num!", "#null!"})
DecimalMark = Literal[".", ","]
LONGEST_TEXT = 5_000
LARGEST_MINOR = 10**17

_SIGNS_AS_WRITTEN = frozenset(
    written for sign in BLANKS | ERRORS for written in (sign, sign.upper(), sign.capitalize(), sign.title())
)
_LONGEST_SIGN = max(map(len, BLANKS | ERRORS)) + 1
_LARGEST_EXACT = 10**12


@frozen
class Unreadable:
    """Why a cell was refused: a source text, translated when it is shown, and values for its fields."""

    reason: str
    values: dict[str, object] = field(factory=dict, eq=False)

    def __str__(self) -> str:
        return tr(self.reason, **self.values)


@define
class Column:
    """The values of a column, None where the cell is blank; ``unreadable`` by place in the column."""

    values: list[Any]
    unreadable: dict[int, Unreadable] = field(factory=dict)
    rounded: list[int] = field(factory=list)
    """Places of cells that say less than the value does: a month for its last day."""


UNCALCULATED = noop("公式没有算出的值,请在 Excel 里打开并保存一次再导入")
"""Said of a formula that stands where an amount or a day belongs, see ``uncalculated``."""


def read_each(cells: Sequence[Value], read: Callable[[Value], Any]) -> Column:
    """Read every distinct cell once. ``read`` gives a value, None for a blank, or an Unreadable."""
    known: dict[Hashable, Any] = {}
    wrong = False
    for cell in set(cells):
        known[cell] = found = read(cell)
        wrong = wrong or type(found) is Unreadable
    values = [known[cell] for cell in cells]
    if not wrong:
        return Column(values)
    unreadable = {place: value for place, value in enumerate(values) if type(value) is Unreadable}
    for place in unreadable:
        values[place] = None
    return Column(values, unreadable)


_SAMPLE = 2_000


def repeats_itself(cells: Sequence[Value]) -> bool:
    """Whether a column seems to hold few values many times, by its first cells."""
    sample = cells[:_SAMPLE]
    return len(set(sample)) * 4 <= len(sample)


def read_texts(cells: Sequence[Value]) -> Column:
    """A column of texts. Where every cell is plain text of its own, it is read without a look at each."""
    if not repeats_itself(cells) and set(map(type, cells)) == {str}:
        texts = list(map(str.strip, cells))  # type: ignore[arg-type]
        signs = _SIGNS_AS_WRITTEN.intersection(texts)
        if signs <= {""} and "".join(texts).isprintable() and max(map(len, texts)) <= LONGEST_TEXT:
            return Column([text or None for text in texts] if signs else texts)
    return read_each(cells, read_text)


ID_AS_NUMBER = noop("编号被表格软件改成了数字,后面几位已经丢了,请把这一列设成文本重新导出")
"""Why an id such as 1.58930E+10 is refused: it would be taken for another deal."""
_SCIENTIFIC = re.compile(r"-?\d(?:[.,]\d+)?[Ee]\+\d+")
_WITH_POINT = re.compile(r"\d+\.0")
_LARGEST_ID = 10**15


def read_ids(cells: Sequence[Value]) -> Column:
    """A column of ids. "10002.0" is 10002; one that a spreadsheet has made a rounded number of is refused."""
    column = read_texts(cells)
    together = "\n".join(filter(None, column.values))
    whole = float not in set(map(type, cells)) or not any(
        type(cell) is float and abs(cell) >= _LARGEST_ID for cell in set(cells)
    )
    if whole and ".0" not in together and "+" not in together:
        return column

    def read(cell: Value) -> str | Unreadable | None:
        text = read_text(cell)
        if not isinstance(text, str):
            return text
        if _SCIENTIFIC.fullmatch(text) or (isinstance(cell, float) and abs(cell) >= _LARGEST_ID):
            return Unreadable(ID_AS_NUMBER)
        return text[:-2] if _WITH_POINT.fullmatch(text) else text

    return read_each(cells, read)


def read_amounts(cells: Sequence[Value], magnitude: int = 1, mark: DecimalMark | None = None) -> Column:
    """A column of amounts as minor units; ``magnitude`` is 10,000 for a column in 万.

    ``mark`` is the decimal mark where the column itself proves none, as for ``money_reader``.
    """
    if cells and set(map(type, cells)) <= {float, int} and -_LARGEST_EXACT < min(cells) <= max(cells) < _LARGEST_EXACT:  # type: ignore[operator]
        whole = list(map(int, cells))  # type: ignore[arg-type]
        if whole == list(cells):
            factor = 100 * magnitude
            return Column([amount * factor for amount in whole])
    return read_each(cells, money_reader(cells, magnitude, mark))


def clean(cell: Value) -> str:
    """A cell as text without blanks around it; a whole number without ".0", a blank as ""."""
    if type(cell) is str:
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat(" ", "seconds")
    return str(cell)


def is_blank(cell: Value) -> bool:
    """Whether nothing is meant to stand there."""
    return cell == "" or (isinstance(cell, str) and cell.strip().lower() in BLANKS)


def shown(cell: Value) -> str:
    """A cell as a list of refused rows shows it."""
    text = clean(cell)
    return text if len(text) <= 80 else text[:79] + "…"


_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\ufeff]")


def read_text(cell: Value) -> str | Unreadable | None:
    """Any text; control characters and blanks around it are left out."""
    if type(cell) is str:
        text = cell.strip()
        if not text.isprintable():
            text = _UNPRINTABLE.sub("", text).strip()
        if len(text) < _LONGEST_SIGN:
            lower = text.lower()
            if lower in BLANKS:
                return None
            if lower in ERRORS:
                return Unreadable(noop("这一格是公式错误"))
        if len(text) > LONGEST_TEXT:
            return Unreadable(noop("文字太长(超过 {n} 字)"), {"n": LONGEST_TEXT})
        return text
    return clean(cell)


_PERCENT = re.compile(r"^(-?\d+(?:[.,]\d+)?)\s*[%％]$")
_FRACTION = re.compile(r"^\d{1,3},\d+$")
"""No share is counted in thousands: the comma is a decimal mark."""


def share_reader(cells: Iterable[Value]) -> Callable[[Value], float | Unreadable | None]:
    """Reads a column of shares: "40%", 0.4, or 40 where a value above 1 says that the column counts in percent."""
    numbers = [number for cell in set(cells) if (number := _plain_number(cell)) is not None]
    scale = 100.0 if any(number > 1 for number in numbers) else 1.0

    def read(cell: Value) -> float | Unreadable | None:
        if is_blank(cell):
            return None
        number = _plain_number(cell)
        if number is not None:
            share = number / scale
        elif isinstance(cell, str) and (percent := _PERCENT.match(cell.strip())):
            share = float(percent[1].replace(",", ".")) / 100
        else:
            return Unreadable(noop("读不成百分比"))
        return share if 0 <= share <= 1 else Unreadable(noop("不在 0 到 100% 之间"))

    return read


def _plain_number(cell: Value) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell)
    if not isinstance(cell, str) or not cell.strip()[:1].isdigit():
        return None
    text = cell.strip()
    try:
        return float(text.replace(",", ".") if _FRACTION.match(text) else text)
    except ValueError:
        return None


YES = frozenset({"true", "yes", "y", "1", "是", "有", "√", "✓", "对", "已", "x", "t", "重点", "重大"})
NO = frozenset({"false", "no", "n", "0", "否", "没有", "×", "✗", "错", "未", "f", "非重点", "普通", "一般"})


def read_flag(cell: Value) -> bool | Unreadable | None:
    """Yes or no, in both languages."""
    if isinstance(cell, bool):
        return cell
    word = clean(cell).lower()
    if word in YES:
        return True
    if word in NO:
        return False
    return None if is_blank(cell) else Unreadable(noop("读不成是或否"))


CURRENCY_SIGNS = {
    "¥": None, "￥": None, "$": "USD", "US$": "USD", "HK$": "HKD", "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR",
    "元": None, "人民币": None, "RMB": None, "CNY": None, "USD": "USD", "EUR": "EUR", "GBP": "GBP", "HKD": "HKD",
    "JPY": "JPY", "美元": "USD", "欧元": "EUR", "港币": "HKD", "日元": "JPY", "圆": None,
    "元整": None, "圆整": None, "S$": "SGD", "A$": "AUD", "C$": "CAD", "NT$": "TWD",
}  # fmt: skip
"""Signs beside an amount, and the currency each stands for; None: the store's own."""

_CURRENCY_WORDS = {
    "人民币": "CNY", "人民币元": "CNY", "rmb": "CNY", "renminbi": "CNY", "chineseyuan": "CNY", "yuan": "CNY",
    "美元": "USD", "美金": "USD", "usdollar": "USD", "dollar": "USD", "us$": "USD", "$": "USD", "港币": "HKD",
    "港元": "HKD", "hk$": "HKD", "欧元": "EUR", "euro": "EUR", "€": "EUR", "日元": "JPY", "日圆": "JPY", "yen": "JPY",
    "英镑": "GBP", "pound": "GBP", "£": "GBP", "台币": "TWD", "新台币": "TWD", "新加坡元": "SGD", "新币": "SGD",
    "韩元": "KRW", "₩": "KRW", "卢比": "INR", "₹": "INR", "澳元": "AUD", "加元": "CAD", "瑞士法郎": "CHF",
}  # fmt: skip
OWN_SIGN = "¥"
_OWN_CURRENCY = frozenset({"¥", "￥", "元", "圆", "本位币"})
_CODE = re.compile(r"(?<![A-Za-z])([A-Za-z]{3})(?![A-Za-z])")


def currency_code(text: str) -> str | None:
    """The three letters of the currency that a cell names: "人民币" and "CNY - Chinese Yuan" are CNY.

    None where it means whatever the store counts in (元); what is not known stays as it is.
    """
    word = "".join(text.split()).casefold()
    if word in _OWN_CURRENCY:
        return None
    if word in _CURRENCY_WORDS:
        return _CURRENCY_WORDS[word]
    if (code := _CODE.search(text)) and code[1].casefold() != "rmb":
        return code[1].upper()
    named = (code for name, code in _CURRENCY_WORDS.items() if len(name) > 1 and name in word)
    return next(named, text)


_SIGN = "|".join(sorted(map(re.escape, CURRENCY_SIGNS), key=len, reverse=True))
_MONEY = re.compile(
    rf"^(?P<open>\()?\s*(?P<minus>[-−–+])?\s*(?P<before>{_SIGN})?\s*(?P<minus2>[-−–])?\s*"
    r"(?P<digits>\d[\d.,' \u00a0\u202f]*|\.\d+)"
    rf"\s*(?P<unit>百万|千万|万|亿|千|[kKmM](?![a-zA-Z]))?\s*(?P<after>{_SIGN})?\s*(?P<close>\))?(?P<minus3>-)?$"
)
_UNITS = {"百万": 10**6, "千万": 10**7, "万": 10**4, "亿": 10**8, "千": 10**3, "k": 10**3, "m": 10**6}


_MINUS = ("-", "−", "–")


def _plain(cell: str) -> str:
    """A cell in half width, without blanks around it."""
    return cell.strip() if cell.isascii() else unicodedata.normalize("NFKC", cell).strip()


def money_reader(
    cells: Iterable[Value], magnitude: int = 1, mark_elsewhere: DecimalMark | None = None
) -> Callable[[Value], int | Unreadable | None]:
    """Reads a column of amounts as minor units (分); ``magnitude`` is 10,000 for a column in 万.

    Which of comma and point is the decimal mark is decided by the cells that leave no doubt, else by
    ``mark_elsewhere``: other columns of the file, or the manager. Where neither decides, "1.052" is refused, and
    "1,052" a thousand: ``doubtful_amount`` finds both, to be asked about.
    """
    mark = decimal_mark(cells) or mark_elsewhere

    def read(cell: Value) -> int | Unreadable | None:
        kind = type(cell)
        if kind is float or kind is int:
            try:
                return _minor(Decimal(repr(cell)), magnitude)
            except (InvalidOperation, OverflowError):
                return Unreadable(noop("读不成金额"))
        if kind is not str:
            return Unreadable(noop("是日期或是否,不是金额"))
        text = _plain(str(cell))
        if text.lower() in BLANKS:
            return None
        if text.startswith("="):
            return Unreadable(UNCALCULATED)
        found = _MONEY.match(text)
        if not found or bool(found["open"]) != bool(found["close"]):
            return Unreadable(noop("读不成金额"))
        digits = found["digits"].strip()
        number = _number(digits, mark)
        if not isinstance(number, Decimal):
            return number
        if found["unit"]:
            number *= _UNITS[found["unit"].lower()]
        # "500.-" is a whole amount, "500-" one below nought.
        behind = found["minus3"] and digits[-1] not in ".,"
        if found["open"] or found["minus"] in _MINUS or found["minus2"] or behind:
            number = -number
        return _minor(number, magnitude)

    return read


def currency_of(cell: Value) -> str | None:
    """The foreign currency that a sign beside the amount names; ``OWN_SIGN`` for ¥ and 元, None without a sign."""
    if not isinstance(cell, str) or cell[:1].isdigit() and cell[-1:].isdigit():
        return None
    found = _MONEY.match(_plain(cell))
    if not found:
        return None
    signs = [sign for sign in (found["before"], found["after"]) if sign]
    foreign = next((CURRENCY_SIGNS[sign] for sign in signs if CURRENCY_SIGNS.get(sign)), None)
    return foreign or (OWN_SIGN if signs else None)


def _minor(amount: Decimal, magnitude: int) -> int | Unreadable:
    if not amount.is_finite():
        return Unreadable(noop("读不成金额"))
    minor = int((amount * magnitude * 100).to_integral_value(ROUND_HALF_UP))
    return minor if abs(minor) < LARGEST_MINOR else Unreadable(noop("金额大得不合理"))


MARK_OPEN = noop("分不清点号是千位还是小数,请写成 1,234 或 1234.00")
"""Why an amount such as 1.052 is refused where nothing tells how it is meant."""
_GROUPED = re.compile(r"^\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*$")


def decimal_mark(cells: Iterable[Value]) -> DecimalMark | None:
    """ "." or "," as the cells without doubt use it; None if there are none, or they disagree."""
    marks: set[DecimalMark] = set()
    rounded = False
    for digits in _digits(cells):
        if (mark := _mark_of(digits)) is not None:
            marks.add(mark)
        # Nobody writes a fraction out to two noughts behind a comma: 12,500 and 860,000 are thousands.
        rounded = rounded or (digits.endswith("00") and "," in digits)
    if len(marks) == 1:
        return marks.pop()
    return "." if rounded and not marks else None


def doubtful_amount(cells: Iterable[Value], mark: DecimalMark | None = None) -> str:
    """The first cell that may be a thousand or a fraction, where neither the column nor ``mark`` decides; else ""."""
    if mark is not None:
        return ""
    texts = [cell for cell in _distinct_texts(cells) if "." in cell or "," in cell]
    if not texts or decimal_mark(texts) is not None:
        return ""
    for text in texts:
        found = _MONEY.match(_plain(text))
        if found and _is_open(found["digits"].strip()):
            return text.strip()
    return ""


def _digits(cells: Iterable[Value]) -> Iterator[str]:
    for cell in _distinct_texts(cells):
        if found := _MONEY.match(_plain(cell)):
            yield found["digits"].strip()


def _distinct_texts(cells: Iterable[Value]) -> Iterator[str]:
    """In their order. A workbook's amounts are numbers: then there is none, and not much to look for."""
    cells = list(cells)
    if str in set(map(type, cells)):
        yield from (cell for cell in dict.fromkeys(cells) if isinstance(cell, str))


def _is_open(digits: str) -> bool:
    return ("." in digits or "," in digits) and _mark_of(digits) is None and bool(_GROUPED.match(digits))


def _mark_of(digits: str) -> DecimalMark | None:
    """The decimal mark that this number proves, either by having one or by using the other mark for thousands."""
    point, comma = digits.rfind("."), digits.rfind(",")
    if point >= 0 and comma >= 0:
        return "." if point > comma else ","
    mark: DecimalMark | None = "." if point >= 0 else "," if comma >= 0 else None
    if mark is None:
        return None
    if digits.count(mark) > 1:
        return "," if mark == "." else "."
    fraction = digits[digits.rfind(mark) + 1 :]
    if len(fraction) != 3 or not _GROUPED.match(digits) or digits.startswith("0"):
        return mark
    return None


def _number(digits: str, mark_of_column: DecimalMark | None) -> Decimal | Unreadable:
    mark = _mark_of(digits) or mark_of_column
    if mark is None and _GROUPED.match(digits) and "." in digits:
        return Unreadable(MARK_OPEN)
    # Three digits behind a lone comma are a thousand: nobody counts in thousandths of a 元.
    mark = mark or "."
    thousands = "," if mark == "." else "."
    whole, separator, fraction = digits.rpartition(mark) if mark in digits else (digits, "", "")
    for group in (thousands, "'", " ", "\u00a0", "\u202f"):
        if group in whole and not re.fullmatch(
            rf"\d{{1,4}}(?:{re.escape(group)}\d{{3,4}})*|\d{{1,2}}(?:{re.escape(group)}\d\d)*{re.escape(group)}\d{{3}}",
            whole,
        ):
            return Unreadable(noop("读不成金额"))
        whole = whole.replace(group, "")
    if not (whole + fraction).isdecimal():
        return Unreadable(noop("读不成金额"))
    return Decimal((whole or "0") + ("." + fraction if separator and fraction else ""))
