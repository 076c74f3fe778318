"""Which fields of a deal the columns may be that no name tells, by their cells alone: proposals with their doubt."""

import re
from collections.abc import Mapping, Sequence, Set

from attrs import frozen

from cockpit.excel.dates import date_reader
from cockpit.excel.evidence import MOSTLY, Content
from cockpit.excel.reading import Value
from cockpit.excel.synonyms import NAMES
from cockpit.language import noop
from cockpit.model.stage_names import meaning_of

APPLIED_FROM = 0.8
"""A proposal this sure is applied, where the heading says nothing; any other is only offered.

Only cells that can hardly be anything else come up to it: names that the store has, words for stages, currencies, money
where one column alone is money, ids that all differ. With the headings of seven real and sample tables blanked, every
proposal from here on was right (16 of 16), and below it every fifth was wrong (7 of 34): texts and days look alike
whatever they mean.
"""
OFFERED_FROM = 0.4
SAYS_SOMETHING = 0.1
"""So much less sure is a column whose heading says something that is not understood: it may say otherwise."""

BY_CONTENT = {
    "people": noop("这一列里大多是已有的人名"),
    "accounts": noop("这一列里大多是已有的客户"),
    "products": noop("这一列里大多是已有的产品"),
    "known_stages": noop("这一列里大多是已有的阶段"),
    "stages": noop("这一列里大多是常见的阶段名"),
    "states": noop("这一列里只有赢单、丢单这样的状态"),
    "currencies": noop("这一列里都是币种"),
    "emails": noop("这一列里都是邮箱地址,而且反复出现"),
    "money": noop("这一列里都是金额"),
    "numbers": noop("这一列里都是数字,像是金额"),
    "shares": noop("这一列里都是百分比"),
    "ids": noop("这一列里的编号各不相同"),
    "persons": noop("这一列里大多是人名,而且反复出现"),
    "companies": noop("这一列里大多是公司名"),
    "titles": noop("这一列里的文字各不相同,像是名称"),
    "words": noop("这一列里只有少数几种文字,反复出现"),
    "first_day": noop("这一列都是日期,而且比别的日期早"),
    "later_day": noop("这一列都是日期,而且比别的日期晚"),
    "end_day": noop("这一列是日期,只有已结束的行才有"),
    "only_day": noop("这一列都是日期,别的列没有"),
    "reasons": noop("这一列只有丢单的行才有内容"),
}

_MEANINGLESS = re.compile(
    r"(?:字段|列|栏|栏目|自定义|自定义字段|扩展字段|备用|备用字段|数据|内容|column|col|field|custom|customfield|attribute|attr|"
    r"unnamed|var|value|text|item|data|f|c|x|v)?[\s_:：.-]*(?:[0-9]+|[a-z]{1,2}|[一二三四五六七八九十]+)?",
    re.IGNORECASE,
)


@frozen
class Proposal:
    """A field that a column may be; ``sure`` from 0 to 1, ``seen`` what speaks for it (a text to translate)."""

    field: str
    sure: float
    seen: str


def is_meaningless(heading: str) -> bool:
    """Whether a heading says nothing at all: "字段1", "Column A", "F3", an empty one."""
    return bool(_MEANINGLESS.fullmatch(heading.strip()))


def propose(
    contents: Mapping[int, Content], rows: Sequence[Sequence[Value]], taken: Mapping[str, int]
) -> dict[int, Proposal]:
    """The best proposal for every column of ``contents`` that has one, each field at most once.

    ``taken``: field -> column, as the headings tell; these fields are not proposed again. ``rows`` are some rows of the
    table, to see which columns are filled together.
    """
    offers: list[tuple[int, Proposal]] = []
    for index, content in contents.items():
        offers += [(index, proposal) for proposal in _alone(content)]
    offers += _money(contents)
    offers += _names(contents)
    ended = _ended_rows(rows, taken.get("stage", taken.get("state", _best(offers, "stage"))))
    offers += _days(contents, rows, ended, taken)
    offers += _reasons(contents, rows, ended)
    found: dict[int, Proposal] = {}
    fields = set(taken)
    for index, proposal in sorted(offers, key=lambda offer: (-offer[1].sure, offer[0])):
        if index not in found and proposal.field not in fields and proposal.sure >= OFFERED_FROM:
            found[index] = proposal
            fields.add(proposal.field)
    return found


def _best(offers: Sequence[tuple[int, Proposal]], field: str) -> int | None:
    fitting = [(proposal.sure, -index) for index, proposal in offers if proposal.field == field]
    return -max(fitting)[1] if fitting else None


def _alone(content: Content) -> list[Proposal]:
    """What a column may be whatever stands beside it."""
    found = []

    def add(field: str, sure: float, seen: str) -> None:
        assert field in NAMES["deals"]
        found.append(Proposal(field, sure, BY_CONTENT[seen]))

    repeats = content.distinct < 0.6 and content.seen >= 4
    if content.known_stages >= 0.6 and content.words <= 40:
        add("stage", 0.95, "known_stages")
    if content.known_people >= 0.6:
        add("owner", 0.92, "people")
    if content.known_accounts >= 0.5:
        add("account", 0.92, "accounts")
    if content.known_products >= 0.6:
        add("product", 0.92, "products")
    if content.currencies >= MOSTLY and content.words <= 12:
        add("currency", 0.95, "currencies")
    if content.emails >= MOSTLY:
        add("owner_email", 0.82 if repeats else 0.5, "emails")
    if content.stages >= 0.4 and content.is_text and 2 <= content.words <= 25 and content.persons < 0.5:
        if content.states == 1 and content.endings > 0:
            add("state", 0.85, "states")
            add("stage", 0.7, "stages")
        else:
            add("stage", 0.92 if content.stages >= 0.75 else 0.82 if content.stages >= 0.6 else 0.6, "stages")
    if content.percent_signs >= MOSTLY:
        add("probability", 0.82, "shares")
    elif content.shares >= MOSTLY:
        add("probability", 0.7 if content.typical <= 1 else 0.6, "shares")
    if content.codes >= MOSTLY and content.distinct >= 0.98 and content.filled >= 0.95 and content.days < 0.1:
        sure = 0.82 if content.numbers < 0.1 else 0.7 if content.money_marks < 0.1 else 0.45
        add("external_id", sure if content.seen >= 4 else sure - 0.2, "ids")
    return found


def _money(contents: Mapping[int, Content]) -> list[tuple[int, Proposal]]:
    """The amount is the largest of the numbers; sure only where nothing else looks like money."""
    money = {
        index: content
        for index, content in contents.items()
        if content.numbers >= MOSTLY and content.days < 0.5 and not content.percent_signs and content.typical >= 1
        and (content.money_marks >= 0.5 or content.typical >= 1_000)
    }  # fmt: skip
    # Numbers that all differ in their length and never are round may be anything.
    looking = [index for index, content in money.items() if content.money_marks >= 0.5]
    if not money:
        return []
    place = max(looking or money, key=lambda index: (money[index].filled > 0.3, money[index].typical))
    if len(money) == 1 and looking:
        return [(place, Proposal("amount", 0.82, BY_CONTENT["money"]))]
    if looking:
        return [(place, Proposal("amount", 0.65, BY_CONTENT["money"]))]
    return [(place, Proposal("amount", 0.5, BY_CONTENT["numbers"]))]


def _names(contents: Mapping[int, Content]) -> list[tuple[int, Proposal]]:
    """Persons that repeat are the owners; of two texts the shorter one is the company, the longer one the deal."""
    found = []
    texts = {
        index: content
        for index, content in contents.items()
        if content.is_text and content.days < 0.1 and content.emails < 0.1 and content.stages < 0.4
    }
    for index, content in texts.items():
        if content.persons >= 0.7 and content.companies < 0.3:
            repeats = content.distinct < 0.6
            found.append((index, Proposal("owner", 0.75 if repeats else 0.5, BY_CONTENT["persons"])))
    rest = {
        index: content
        for index, content in texts.items()
        if content.persons < 0.7 and content.codes < MOSTLY and content.flags == 0
    }
    companies = [index for index, content in rest.items() if content.companies >= 0.4]
    titles = [index for index, content in rest.items() if content.distinct >= 0.7 and content.length >= 4]
    if companies:
        account = min(companies, key=lambda index: rest[index].length)
        found.append((account, Proposal("account", 0.75 if len(companies) == 1 else 0.65, BY_CONTENT["companies"])))
        titles = [index for index in titles if index != account]
    if titles:
        repeating = [index for index in titles if rest[index].distinct < 0.9 and rest[index].length <= 30]
        if len(titles) == 1 and repeating and not companies:
            return [*found, (titles[0], Proposal("account", 0.5, BY_CONTENT["titles"]))]
        title = max(titles, key=lambda index: (rest[index].distinct, rest[index].filled, -index))
        found.append((title, Proposal("name", 0.6, BY_CONTENT["titles"])))
        other = [index for index in titles if index != title and rest[index].length <= 30]
        if other and not companies:
            found.append((other[0], Proposal("account", 0.45, BY_CONTENT["titles"])))
    for index, content in rest.items():
        if 2 <= content.words <= 12 and content.distinct < 0.4 and content.filled > 0.8 and content.length <= 30:
            found.append((index, Proposal("product", 0.4, BY_CONTENT["words"])))
    return found


def _ended_rows(rows: Sequence[Sequence[Value]], stage: int | None) -> dict[int, str]:
    """Rows (by place) whose stage says that the deal is won or lost; empty where no column tells."""
    if stage is None:
        return {}
    return {
        place: kind
        for place, row in enumerate(rows)
        if stage < len(row) and isinstance(row[stage], str) and (kind := meaning_of(str(row[stage])).kind) != "open"
    }


def _days(
    contents: Mapping[int, Content],
    rows: Sequence[Sequence[Value]],
    ended: Mapping[int, str],
    taken: Mapping[str, int],
) -> list[tuple[int, Proposal]]:
    """Days by their order: what comes first is the creation, what only ended deals have is the closing."""
    columns = [index for index, content in contents.items() if content.days >= MOSTLY]
    if not columns:
        return []
    known = [taken[name] for name in ("created_on", "expected_close", "close_date", "closed_on") if name in taken]
    read = date_reader([], "month_first")
    days: dict[int, list[str | None]] = {}
    for index in {*columns, *known}:
        cells = [row[index] if index < len(row) else "" for row in rows]
        days[index] = [day if isinstance(day := read(cell), str) else None for cell in cells]
    found = []
    for index in columns:
        own = days[index]
        filled = [place for place, day in enumerate(own) if day]
        if ended and len(ended) < len(rows) and filled and all(place in ended for place in filled):
            found.append((index, Proposal("closed_on", 0.75, BY_CONTENT["end_day"])))
            continue
        others = [
            (day, other[place])
            for one, other in days.items()
            if one != index
            for place, day in enumerate(own)
            if day and other[place]
        ]
        if not others:
            found.append((index, Proposal("close_date", 0.6, BY_CONTENT["only_day"])))
            continue
        earlier = sum(day <= str(other) for day, other in others) / len(others)
        if earlier >= 0.95 and contents[index].filled >= 0.9:
            found.append((index, Proposal("created_on", 0.7, BY_CONTENT["first_day"])))
        elif earlier <= 0.5:
            found.append((index, Proposal("expected_close", 0.6, BY_CONTENT["later_day"])))
    return found


def _reasons(
    contents: Mapping[int, Content], rows: Sequence[Sequence[Value]], ended: Mapping[int, str]
) -> list[tuple[int, Proposal]]:
    lost: Set[int] = {place for place, kind in ended.items() if kind == "lost"}
    if not lost or len(lost) == len(rows):
        return []
    found = []
    for index, content in contents.items():
        filled = {place for place, row in enumerate(rows) if index < len(row) and row[index] != ""}
        if content.is_text and content.days < 0.1 and filled and filled <= lost:
            found.append((index, Proposal("lost_reason", 0.75, BY_CONTENT["reasons"])))
    return found
