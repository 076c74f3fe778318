"""In what a column of money counts, thousands or 万, and in which currency: as headings and what is above them say."""

import re
from collections.abc import Iterable

from cockpit.excel.values import currency_code

CURRENCY = (
    r"(?:美元|美金|欧元|港币|港元|日元|英镑|人民币|新台币|台币|元|圆|円|us\$|hk\$|nt\$|rmb|cny|usd|eur|gbp|hkd|jpy|krw|inr|twd|sgd|aud|cad|chf|nzd|"
    r"thb|myr|idr|vnd|php|brl|mxn|sek|nok|dkk|pln|aed|sar|zar|mop|euros?|dollars?|yuan|[¥￥$€£₹₩])"
)
SCALE = r"(?:百万|百萬|千万|千萬|[万萬亿億千仟]|10\s?k|mio|thousands?|millions?|billions?|['’]?000s?|mm|mn|bn|k|m)"
_FACTORS = (
    ("百万", 10**6), ("百萬", 10**6), ("千万", 10**7), ("千萬", 10**7), ("亿", 10**8), ("億", 10**8), ("万", 10**4),
    ("萬", 10**4), ("千", 10**3), ("仟", 10**3), ("10", 10**4), ("thousand", 10**3),
    ("million", 10**6), ("mio", 10**6), ("billion", 10**9), ("000", 10**3), ("mm", 10**6), ("mn", 10**6), ("bn", 10**9),
    ("k", 10**3), ("m", 10**6), ("t", 10**3),
)  # fmt: skip
_SCALED = rf"(?:{SCALE}\s*{CURRENCY}|t(?:eur|€)|{CURRENCY}\s*{SCALE}|{SCALE}|{CURRENCY})"
UNIT = rf"(?:(?:单位|unit|in)?\s*[:：]?\s*{_SCALED}|[%％])"

_BRACKETS = re.compile(r"[(（\[【{](.*?)[)）\]】}]")
_BEHIND = re.compile(rf"(?:[/／_\s:：,，·-]\s*({UNIT})|([%％¥￥$€£]))\s*$", re.IGNORECASE)
_ALONE = re.compile(rf"\s*{UNIT}\s*", re.IGNORECASE)
_WORD = re.compile(rf"(?:{SCALE}|{CURRENCY}|t(?=eur|€))+", re.IGNORECASE)
_PART = re.compile(rf"{CURRENCY}|{SCALE}|t(?=eur|€)", re.IGNORECASE)
_HAN = re.compile(
    r"(?:百万|百萬|千万|千萬|[万萬亿億千仟])?(?:美元|美金|欧元|港币|港元|日元|円|英镑|人民币|新台币|台币|元)|百万|百萬|千万|千萬|[万萬亿億]"
)
_TOLD = re.compile(
    rf"(?:单位|币种|货币|units?|currency|amounts?\s+in|values?\s+in|figures?\s+in)\s*[:：为是=]?\s*"
    rf"((?:(?:{SCALE}|{CURRENCY})\s*){{1,3}})(?![a-z])",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"[(（\[【]\s*({UNIT})\s*[)）\]】]", re.IGNORECASE)


def magnitude_of(heading: str, *elsewhere: str) -> int:
    """By how much amounts under this heading have to be multiplied: 10,000 under "金额(万元)".

    ``elsewhere``: what a row of units, and then the titles, say for headings that say nothing.
    """
    for part in _parts(heading, elsewhere):
        if not re.fullmatch(CURRENCY, part, re.IGNORECASE):
            return next(factor for sign, factor in _FACTORS if sign in part.lower())
    return 1


def currency_of_heading(heading: str, *elsewhere: str) -> str | None:
    """The currency that "Amount (USD)" or "金额(万美元)" counts in; None where none is named, or a plain 元 or ¥.

    ``elsewhere`` as for ``magnitude_of``.
    """
    for part in _parts(heading, elsewhere):
        code = currency_code(part.rstrip("sS")) if re.fullmatch(CURRENCY, part, re.IGNORECASE) else None
        if code and re.fullmatch(r"[A-Z]{3}", code):
            return code
    return None


def _parts(heading: str, elsewhere: Iterable[str]) -> list[str]:
    """Scales and currencies that the heading names, else the first place that names any."""
    behind = _BEHIND.search(heading.strip())
    own = [*_BRACKETS.findall(heading), *([behind[1] or behind[2]] if behind else [])]
    for words in (" ".join(own), *elsewhere):
        found: list[str] = []
        for word in re.split(r"[\s,，/／:：;；、()（）\[\]【】]+", words):
            if _WORD.fullmatch(word):
                found += _PART.findall(word)
            else:
                found += [part for piece in _HAN.findall(word) for part in _PART.findall(piece)]
        if found:
            return found
    return []


def unit_of_titles(titles: Iterable[str]) -> str:
    """The unit that the titles above a table give for all its amounts: "(单位:万元)", "Amounts in USD k"; else ""."""
    for title in titles:
        told = _TOLD.findall(title) or [one for one in _IN_BRACKETS.findall(title) if not one.strip().isascii()]
        if told or (told := [one for one in _IN_BRACKETS.findall(title) if re.search(CURRENCY, one, re.IGNORECASE)]):
            return " ".join(told)
    return ""


def is_currency_alone(heading: str) -> bool:
    """Whether a heading names nothing but a currency, and perhaps a scale: "$ (K)", "万元", "¥"."""
    bare = "".join(re.sub(r"[()（）\[\]【】/／]", " ", heading).split())
    return bool(re.search(CURRENCY, bare, re.IGNORECASE)) and bool(re.fullmatch(_SCALED, bare, re.IGNORECASE))


def without_unit(heading: str) -> str:
    """The heading without a unit in brackets or behind a mark; brackets that say something else stay."""
    return without_unit_behind(_BRACKETS.sub(lambda one: " " if _ALONE.fullmatch(one[1]) else one[0], heading))


def without_unit_behind(heading: str) -> str:
    """The heading without a unit behind its last mark."""
    return _BEHIND.sub("", heading).strip()
