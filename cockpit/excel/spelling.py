"""What is compared of a heading, however it is spelt: without marks, units, numbering, case and traditional signs."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cockpit.excel.units import without_unit, without_unit_behind
from cockpit.model.names import name_key

# The signs that headings of CRMs are made of, as they are written in Taiwan, Hong Kong and Japan, and on the mainland.
_TRADITIONAL = (
    "機机會会業业務务訂订單单專专項项編编號号碼码稱称標标題题戶户負负責责員员銷销聯联絡络繫系階阶態态狀状預预計计際际額额價价幣币別别類类產产創创開开關关"
    "閉闭時时間间結结實实數数據据來来線线動动進进備备註注說说簽签約约輸输贏赢敗败區区團团隊队經经職职務务級级總总萬万億亿與与點点門门組组織织領领導导績绩規规"
    "劃划達达執执長长處处後后錄录電电郵邮離离應应條条報报談谈評评確确認认顧顾問问連连賣卖買买貨货幹干廠厂歷历變变維维護护優优細细則则簡简賬账帳账歸归屬属庫库"
    "決决屆届終终買买該该壓压參参與与獲获標标潛潜現现額额積积極极詢询話话誰谁還还過过運运遠远邏逻鄉乡醫医針针鈕钮銀银鋪铺録录階阶陽阳雙双難难雲云電电順顺須须"
    "頁页預预頻频題题顏颜類类顯显風风飛飞馬马驗验駐驻體体齊齐齡龄勢势劃划勝胜勞劳協协參参圖图圓圆園园圍围壞坏備备優优傳传債债傷伤億亿儲储凈净両两営营価价"
    "経经檔档訪访見见從从當当將将資资營营為为無无復复術术貿贸費费質质競竞爭争層层師师課课縣县廣广東东灣湾觸触議议審审補补識识設设試试選选準准週周"
    "滿满異异減减紀纪給给統统舉举製制視视覽览訊讯許许詳详調调辦办遞递適适釋释鍵键鐘钟隨随頭头願愿"
    "単单戦战対对売卖読读仮假図图変变実实県县検检権权歳岁済济発发続续総总関关顔颜駅驿黒黑歴历担担当当売卖商商円圆"
)
_SIMPLIFIED = {ord(_TRADITIONAL[place]): _TRADITIONAL[place + 1] for place in range(0, len(_TRADITIONAL), 2)}

KEPT = 1 << 16
"""More headings than a sheet can have columns: they are gone through several times, one kind of table after another."""

_BRACKETS = re.compile(r"[(（\[【{](.*?)[)）\]】}]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_AFFIXES = re.compile(r"^(?:property|properties|hs|deal property)[\s_.]+|[\s_]+_?c$|__[cr]$", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"#|№|\bno\.(?=\s|$)", re.IGNORECASE)
_NUMBERING = re.compile(r"^\s*(?:[(（]?\d{1,2}[)）.、:：]|[A-Za-z][.、)）])\s*(?=\S)")


def simplified(text: str) -> str:
    """Traditional signs as simplified ones, as far as headings have them."""
    return text.translate(_SIMPLIFIED)


@lru_cache(maxsize=KEPT)
def heading_key(heading: str) -> str:
    """What is compared of a heading: "Stage_Name__c", "StageName" and "stage name" have one key."""
    bare = _BRACKETS.sub(" ", heading) if _BRACKETS.sub("", heading).strip() else heading
    return _key(_NUMBERING.sub("", bare))


def _key(bare: str) -> str:
    return name_key(_AFFIXES.sub("", _CAMEL.sub(" ", simplified(bare).strip())))


@lru_cache(maxsize=KEPT)
def spellings(heading: str) -> tuple[str, ...]:
    """The heading as it stands, and as it may be meant: without its unit, without what stands in brackets."""
    heading = _NUMBER_SIGN.sub(" number ", _NUMBERING.sub("", simplified(heading))).strip()
    unitless = without_unit(heading)
    bare = _BRACKETS.sub(" ", heading).strip()
    return tuple(dict.fromkeys(spelt for spelt in (heading, unitless, bare, without_unit_behind(bare)) if spelt))


@lru_cache(maxsize=KEPT)
def keys(heading: str) -> tuple[str, ...]:
    """The keys by which a heading may be known, the most telling first; of one in two languages each half as well."""
    return tuple(dict.fromkeys(key for key in _keys(heading) if key))


def _keys(heading: str) -> Iterator[str]:
    for spelt in spellings(heading):
        yield _key(re.sub(r"[(（\[【{)）\]】}]", " ", spelt))
    whole = heading_key(spellings(heading)[-1]) if spellings(heading) else ""
    han = "".join(sign for sign in whole if not sign.isascii())
    latin = "".join(sign for sign in whole if sign.isascii())
    # One beside the other: an English word within a Chinese heading is a part of it.
    if len(han) >= 2 and len(latin) >= 4 and latin.isalpha() and whole in (han + latin, latin + han):
        yield han
        yield latin


_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:i?ang|i?ong|[ei]ng|uang|[iu]an|iao|uai|a[ino]?|e[inr]?|i[aenu]?|o[u]?|u[aeino]?|v[e]?))+"
)


def looks_like_pinyin(heading: str) -> bool:
    """Whether it may be Chinese in letters: "kehu mingcheng"."""
    key = heading_key(heading)
    return len(key) >= 4 and key.isascii() and bool(_PINYIN.fullmatch(key))
