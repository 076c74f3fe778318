"""Keys by which a Chinese name is found and sorted: its pinyin and its initials, surnames read as surnames."""

import unicodedata
from functools import lru_cache

from cockpit.model.names import has_han

# Characters that sound different as a surname than in other words; pypinyin reads the word.
SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "区": "ou", "翟": "zhai", "朴": "piao",
    "乐": "yue", "召": "shao", "盖": "ge", "缪": "miao", "员": "yun", "黑": "he", "折": "she", "秘": "bi",
    "繁": "po", "种": "chong", "牟": "mu", "隗": "wei", "卜": "bu", "祭": "zhai", "句": "gou", "覃": "qin",
    "阚": "kan", "都": "du", "贠": "yun", "逄": "pang", "谌": "chen", "宓": "mi", "冼": "xian", "佘": "she",
    "晁": "chao", "郗": "xi", "庹": "tuo", "訾": "zi", "万": "wan", "任": "ren", "华": "hua", "尹": "yin",
}  # fmt: skip
DOUBLE_SURNAMES = {
    "尉迟": ("yu", "chi"), "长孙": ("zhang", "sun"), "澹台": ("tan", "tai"), "万俟": ("mo", "qi"),
    "单于": ("chan", "yu"),
}  # fmt: skip


def pinyin_key(text: str) -> str:
    """The whole text in pinyin without tones or blanks, in small letters: 华信科技 -> "huaxinkeji", 张w -> "zhangw"."""
    return "".join(_syllables(text, person=False)) if has_han(text) else _latin(text)


def name_keys(name: str, *, person: bool = False) -> tuple[str, str]:
    """Pinyin and initials of a name; of a ``person``'s the surname is read as one: 单伟 -> ("shanwei", "sw").

    A name without Chinese characters has its small letters as key, and the first letters of its words as initials.
    """
    if not has_han(name):
        return _latin(name), "".join(word[0] for word in name.lower().split() if word[0].isalnum())
    syllables = _syllables(name, person=person)
    return "".join(syllables), "".join(part[0] for part in syllables if part)


def _latin(text: str) -> str:
    return "".join(text.lower().split())


LONGEST_PHRASE = 4


def load() -> None:
    """Read the dictionaries now, for whoever knows that they will be needed and has something else to wait for."""
    _dictionaries()


@lru_cache(maxsize=1)
def _dictionaries() -> tuple[dict[int, str], dict[str, list[list[str]]]]:
    # 0.2 s: only where there is something to read.
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    return PINYIN_DICT, PHRASES_DICT


@lru_cache(maxsize=4_000)
def _without_tone(syllable: str) -> str:
    """ "lǜ" -> "lv", as it is typed."""
    letters = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(letter for letter in letters if letter.isascii() and letter.isalpha())


@lru_cache(maxsize=20_000)
def _syllables(text: str, *, person: bool) -> tuple[str, ...]:
    """Longest phrases first, as they stand in pypinyin's dictionary; its own way there takes ten times as long."""
    characters, phrases = _dictionaries()
    text = "".join(text.split())
    syllables: list[str] = []
    place = 0
    if person and text:
        if text[:2] in DOUBLE_SURNAMES:
            syllables, place = [*DOUBLE_SURNAMES[text[:2]]], 2
        elif text[0] in SURNAMES:
            syllables, place = [SURNAMES[text[0]]], 1
    while place < len(text):
        if (letter := text[place]).isascii():
            if letter.isalnum():
                syllables.append(letter.lower())
            place += 1
            continue
        for length in range(min(LONGEST_PHRASE, len(text) - place), 1, -1):
            if (readings := phrases.get(text[place : place + length])) is not None:
                syllables += (_without_tone(reading[0]) for reading in readings)
                place += length
                break
        else:
            if reading := characters.get(ord(letter)):
                syllables.append(_without_tone(reading.partition(",")[0]))
            elif letter.isalnum():
                syllables.append(letter.lower())
            place += 1
    return tuple(syllables)
