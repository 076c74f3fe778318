"""Keys by which a Chinese name is found and sorted: its pinyin and its initials, surnames read as surnames."""

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


@lru_cache(maxsize=20_000)
def _syllables(text: str, *, person: bool) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # 0.2 s: only where there is something to read

    text = "".join(text.split())
    surname: tuple[str, ...] = ()
    if person and text:
        if text[:2] in DOUBLE_SURNAMES:
            surname = DOUBLE_SURNAMES[text[:2]]
        elif text[0] in SURNAMES:
            surname = (SURNAMES[text[0]],)
    rest: list[str] = []
    for part in lazy_pinyin(text[len(surname) :], v_to_u=False):
        # What is not Chinese comes back in one piece.
        rest += [part.lower()] if part.isalpha() else [letter for letter in part.lower() if letter.isalnum()]
    return (*surname, *rest)
