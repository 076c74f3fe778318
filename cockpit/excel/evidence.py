"""What the cells of a column look like, whatever its heading says: days, amounts, shares, addresses, stages, names."""

import re
from collections.abc import Sequence
from datetime import date, time, timedelta
from statistics import median
from typing import Any

from attrs import frozen

from cockpit.excel.dates import date_reader
from cockpit.excel.periods import whole_period
from cockpit.excel.reading import Value
from cockpit.excel.synonyms import ValueKind
from cockpit.excel.values import NO, YES, Unreadable, clean, currency_code, is_blank, money_reader
from cockpit.model.names import name_key
from cockpit.model.stage_names import meaning_of

CELLS_SEEN = 120
"""So many filled cells of a column are looked at: it stays cheap at 100,000 rows."""
MOSTLY = 0.9
"""Nearly all cells of a column have to be of one kind; one in ten may be a slip or a note."""
FEW_WORDS = 25
FIRST_SERIAL, LAST_SERIAL = 36_526, 54_788

CODES = frozenset({
    "CNY", "RMB", "USD", "EUR", "GBP", "HKD", "JPY", "KRW", "INR", "TWD", "SGD", "AUD", "CAD", "CHF", "NZD", "THB",
    "MYR", "IDR", "VND", "PHP", "BRL", "MXN", "RUB", "SEK", "NOK", "DKK", "PLN", "AED", "SAR", "ZAR", "TRY", "MOP",
})  # fmt: skip
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}")
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9_./#-]{2,39}")
_COMPANY = re.compile(
    r"公司|集团|股份|有限|科技|银行|医院|大学|学院|研究院|实业|电子|制造|物流|保险|证券|能源|\b(?:inc|corp|corporation|ltd|llc|"
    r"gmbh|co|plc|group|holdings?|company|bank|university|industries|systems|solutions|technologies|labs?|partners|"
    r"s\.?a\.?|ag|bv)\b\.?",
    re.IGNORECASE,
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾"
    "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧"
    "耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古"
)
_OPEN = frozenset(
    map(
        name_key,
        ("open", "active", "in progress", "ongoing", "pending", "进行中", "在手", "跟进中", "推进中", "正常", "未关闭"),
    )
)
_ENGLISH_NAME = re.compile(r"[A-Z][a-zA-Z'’-]+(?:\s[A-Z][a-zA-Z'’.-]*){1,2}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")
_PERCENT = re.compile(r"-?\d+(?:\.\d+)?\s*[%％]")
_MONEY_MARKS = re.compile(r"[¥￥$€£万亿元]|\d,\d{3}|\.\d\d$|[kKmM]$")


@frozen
class Known:
    """Names that the store has, as ``name_key`` makes them: they are recognised wherever they stand."""

    people: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()


NOTHING_KNOWN = Known()


@frozen
class Content:
    """A column by its cells. All but ``filled`` are shares, 0 to 1, of the cells that were looked at.

    ``filled`` is the share of rows with anything in the column; ``distinct`` that of different cells among the filled.
    """

    seen: int
    filled: float
    distinct: float
    words: int
    """How many different cells there are."""
    days: float
    months: float
    """Written as months of a year, which are days to those who expect something in them."""
    numbers: float
    money_marks: float
    """Of the numbers: written as money is, or large and round."""
    typical: float
    """The middle number; 0 without numbers."""
    serials: float
    """Of the numbers: those that are days of this century as spreadsheets count them."""
    shares: float
    percent_signs: float
    emails: float
    codes: float
    currencies: float
    stages: float
    """Of the different cells: those that name a stage, in words that are usual."""
    endings: float
    """Of the different cells: those that say won or lost."""
    states: float
    """Of the different cells: those that say no more than open, won or lost."""
    flags: float
    persons: float
    companies: float
    known_people: float
    known_accounts: float
    known_products: float
    known_stages: float
    length: float
    """How many characters a filled cell has in the middle."""
    is_text: bool


def sample_of(rows: Sequence[Sequence[Value]], index: int) -> tuple[list[Value], float]:
    """Filled cells of a column, up to ``CELLS_SEEN`` from top to bottom, and the share of rows with any."""
    cells = [row[index] for row in rows if index < len(row) and not is_blank(row[index])]
    filled = len(cells) / len(rows) if rows else 0.0
    return cells[:: -(-len(cells) // CELLS_SEEN) or 1], filled


def content_of(cells: Sequence[Value], filled: float, known: Known = NOTHING_KNOWN) -> Content:
    """What the cells of a column look like; ``filled`` is the share of the table's rows that they stand for."""
    n = len(cells) or 1
    texts = [clean(cell) for cell in cells]
    different = set(texts)
    m = len(different) or 1
    read_day = date_reader([], "month_first")
    days = sum(
        1
        for cell in cells
        if isinstance(cell, date) or isinstance(cell, str) and len(cell) >= 6 and not _bad(read_day(cell))
    )
    amounts = _numbers(cells)
    numbers = [number for number in amounts if number is not None]
    signs = sum(bool(_PERCENT.fullmatch(text)) for text in texts)
    keys = {text: name_key(text) for text in different}
    meanings = [meaning_of(text) for text in different] if m <= FEW_WORDS * 2 else []
    is_text = sum(isinstance(cell, str) for cell in cells) * 2 > len(cells) and len(numbers) * 2 < len(cells)
    return Content(
        seen=len(cells),
        filled=filled,
        distinct=len(different) / n,
        words=len(different),
        days=days / n,
        months=sum(isinstance(cell, str) and _is_month(cell) for cell in cells) / n,
        numbers=len(numbers) / n,
        money_marks=sum(map(_looks_like_money, cells)) / n,
        typical=median(map(abs, numbers)) if numbers else 0.0,
        serials=sum(FIRST_SERIAL <= number <= LAST_SERIAL and number == int(number) for number in numbers) / n,
        shares=sum(number is not None and 0 <= number <= 100 for number in amounts) / n if _graded(numbers) else 0.0,
        percent_signs=signs / n,
        emails=sum(bool(_EMAIL.fullmatch(text)) for text in texts) / n,
        codes=sum(bool(_CODE.fullmatch(text)) for text in texts) / n,
        currencies=sum(text in CODES or text not in ("元",) and currency_code(text) in CODES for text in texts) / n,
        stages=sum(one.place is not None or one.kind != "open" for one in meanings) / m,
        endings=sum(one.kind != "open" for one in meanings) / m,
        states=sum(_is_state(text) for text in different) / m if m <= 4 else 0.0,
        flags=sum(text.lower() in YES or text.lower() in NO for text in different) / m if m <= 3 else 0.0,
        persons=sum(map(_is_person, texts)) / n,
        companies=sum(bool(_COMPANY.search(text)) for text in texts) / n if is_text else 0.0,
        known_people=sum(key in known.people for key in keys.values()) / m,
        known_accounts=sum(key in known.accounts for key in keys.values()) / m,
        known_products=sum(key in known.products for key in keys.values()) / m,
        known_stages=sum(key in known.stages for key in keys.values()) / m,
        length=median(map(len, texts)) if texts else 0.0,
        is_text=is_text,
    )


def _is_month(text: str) -> bool:
    """Whether it is a month of a year, "2026年12月", or a quarter of one."""
    return 6 <= len(text) <= 16 and bool(_YEAR.search(text)) and whole_period(text) is not None


def _bad(found: Any) -> bool:
    return found is None or isinstance(found, Unreadable)


def _numbers(cells: Sequence[Value]) -> list[float | None]:
    """The cells as numbers in whole units; None where one is none."""
    read = money_reader(cells)
    found: list[float | None] = []
    for cell in cells:
        if isinstance(cell, bool | date | time | timedelta):
            found.append(None)
        elif isinstance(cell, int | float):
            found.append(float(cell))
        elif _PERCENT.fullmatch(cell.strip()):
            found.append(float(cell.strip().rstrip("%％ ")))
        elif not any(sign.isdigit() for sign in cell) or len(cell) > 24:
            found.append(None)
        else:
            number = read(cell)
            found.append(number / 100 if isinstance(number, int) else None)
    return found


def counts_rows(cells: Sequence[Value]) -> bool:
    """Whether the first cells of a column are 1, 2, 3 and so on."""
    numbers = _numbers(cells)
    return len(numbers) > 2 and numbers == list(range(1, len(numbers) + 1))


def _graded(numbers: Sequence[float]) -> bool:
    """Whether the numbers may be shares: all in 0 to 1 with fractions, or all in 0 to 100 and few, in steps of five."""
    if not numbers:
        return False
    if all(0 <= number <= 1 for number in numbers):
        return any(0 < number < 1 for number in numbers)
    steps = set(numbers)
    return all(0 <= number <= 100 and number % 5 == 0 for number in steps) and len(steps) <= 21 and max(steps) >= 20


def _looks_like_money(cell: Value) -> bool:
    if isinstance(cell, bool | date | time | timedelta):
        return False
    if isinstance(cell, int | float):
        return cell != int(cell) if abs(cell) < 1_000 else cell % 100 == 0 or cell != int(cell)
    text = cell.strip()
    if not any(sign.isdigit() for sign in text) or len(text) > 24:
        return False
    if _MONEY_MARKS.search(text):
        return True
    return text.isdecimal() and len(text) > 3 and text.endswith("00")


def _is_state(text: str) -> bool:
    return meaning_of(text).kind != "open" or name_key(text) in _OPEN


def _is_person(text: str) -> bool:
    if 2 <= len(text) <= 4 and text[0] in _SURNAMES:
        return all("\u4e00" <= sign <= "\u9fff" for sign in text)
    return bool(_ENGLISH_NAME.fullmatch(text)) and not _COMPANY.search(text)


def contradicts(content: Content, value_kind: ValueKind) -> bool:
    """Whether the cells can hardly be what a field of this kind holds."""
    if content.seen == 0:
        return False
    if value_kind == "date":
        return content.days + content.serials + content.months < 0.5
    if value_kind == "money":
        return content.numbers < 0.5 or content.days > 0.5 and content.money_marks < 0.5
    if value_kind == "share":
        return content.numbers < 0.5 or content.typical > 100
    if value_kind == "flag":
        return content.words > 3 and content.flags == 0
    return value_kind == "text" and content.days >= MOSTLY
