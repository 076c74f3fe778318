"""What an exported list looks like: for each kind its columns, in an order that a version of the layout fixes."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

from attrs import field, frozen

from cockpit.language import LanguageCode, noop, speaking, tr
from cockpit.model.deals import FORECAST_CATEGORIES, SOURCES, STATES
from cockpit.model.loop import VERDICTS
from cockpit.model.names import name_key
from cockpit.model.people import ROLES, STYLES

ReturnKind = Literal["deals", "people", "targets", "actions"]
CellKind = Literal["text", "link", "choice", "money", "day", "year", "number", "amount"]
"""``link``: the name of another record; ``choice``: a word for a key; ``amount``: money or a count, as its row says."""

SCHEMA = 1
"""Number of the layout. Another order of columns, or another meaning of a cell, is another number."""
ID_HEADING, VERSION_HEADING = noop("记录ID"), noop("版本")
LETTERS: dict[ReturnKind, str] = {"deals": "D", "people": "P", "targets": "T", "actions": "A"}
ACCOUNT_LETTER, TEAM_LETTER = "C", "G"
"""A name that several customers have is written with a number: 华信科技 (C12)."""

MEASURES: dict[str, str] = {
    "won_revenue": noop("赢单收入"), "collected": noop("回款"), "new_customers": noop("新客户"),
    "new_touches": noop("新客户触达"),
}  # fmt: skip
MONEY_MEASURES = frozenset({"won_revenue", "collected"})
MEASURE_CODES = {"won_revenue": "W", "collected": "C", "new_customers": "N", "new_touches": "V"}
LEVEL_CODES = {"target": "1", "sprint": "2", "challenge": "3"}
"""Measure and level in the id of a row of targets: T2026-P12-W1."""
LEVELS: dict[str, str] = {"target": noop("目标"), "sprint": noop("冲刺"), "challenge": noop("挑战")}
SCOPE_KINDS: dict[str, str] = {"all": noop("全部团队"), "team": noop("团队"), "person": noop("个人")}
ACTION_STATES: dict[str, str] = {"draft": noop("草稿"), "agreed": noop("已约定"), "closed": noop("已验证")}
FLAGS: dict[str, str] = {"1": noop("是"), "0": noop("否")}


@frozen
class Field:
    """A column. ``told`` columns are there to be read; what is changed in them is not taken."""

    key: str
    heading: str
    kind: CellKind
    width: int
    words: Mapping[Any, str] = field(factory=dict)
    """Of a choice: key -> what is written for it."""
    told: bool = False
    options: str = ""
    """The list to choose from, by its name in ``BookOptions``; "words" for the words of a choice."""
    only_new: bool = False
    """Taken from a row without an id, told in the others."""


def _choice(
    key: str, heading: str, words: Mapping[Any, str], width: int = 12, *, told: bool = False, only_new: bool = False
) -> Field:
    return Field(key, heading, "choice", width, words, told, "words", only_new)


_MONTHS = (
    noop("1月"), noop("2月"), noop("3月"), noop("4月"), noop("5月"), noop("6月"),
    noop("7月"), noop("8月"), noop("9月"), noop("10月"), noop("11月"), noop("12月"),
)  # fmt: skip
MONTH_FIELDS = tuple(f"month_{number}" for number in range(1, 13))

FIELDS: dict[ReturnKind, tuple[Field, ...]] = {
    "deals": (
        Field("name", noop("商机名称"), "text", 34),
        Field("account", noop("客户"), "link", 26),
        Field("owner", noop("负责人"), "link", 12, options="people"),
        Field("stage", noop("阶段"), "link", 14, options="stages"),
        _choice("state", noop("状态"), STATES, 9, told=True),
        Field("amount", noop("金额"), "money", 16),
        Field("currency", noop("币种"), "text", 8, options="currencies"),
        Field("expected_close", noop("预计成交"), "day", 12),
        Field("closed_on", noop("成交日期"), "day", 12),
        Field("next_step", noop("下一步"), "text", 32),
        Field("next_step_on", noop("下一步日期"), "day", 13),
        _choice("forecast_category", noop("预测类别"), FORECAST_CATEGORIES),
        Field("lost_reason", noop("丢单原因"), "text", 18),
        _choice("is_major", noop("重点商机"), FLAGS, 11),
        Field("product", noop("产品"), "link", 18, options="products"),
        _choice("source", noop("来源类型"), SOURCES, 11),
        Field("lead_source", noop("线索来源"), "text", 14),
        Field("entry_department", noop("切入部门"), "text", 14),
        Field("budget", noop("预算"), "money", 16),
        Field("quantified_value", noop("量化价值"), "text", 24),
        Field("decision_maker", noop("决策人"), "text", 14),
        Field("created_on", noop("创建日期"), "day", 12),
        Field("remark", noop("备注"), "text", 36),
        Field("external_id", noop("编号"), "text", 16, told=True, only_new=True),
    ),
    "people": (
        Field("name", noop("姓名"), "text", 16),
        Field("team", noop("团队"), "link", 16, options="teams"),
        _choice("role", noop("角色"), ROLES),
        Field("region", noop("区域"), "text", 14),
        Field("hired_on", noop("入职日期"), "day", 12),
        Field("left_on", noop("离职日期"), "day", 12),
        Field("email", noop("邮箱"), "text", 28),
        _choice("style", noop("风格"), STYLES),
        Field("external_id", noop("编号"), "text", 16, told=True, only_new=True),
    ),
    "targets": (
        Field("whose", noop("谁的目标"), "link", 16, told=True, only_new=True, options="whose"),
        _choice("scope_kind", noop("范围"), SCOPE_KINDS, 12, told=True, only_new=True),
        Field("year", noop("年份"), "year", 8, told=True, only_new=True),
        _choice("measure", noop("衡量指标"), MEASURES, 14, told=True, only_new=True),
        _choice("level", noop("目标档位"), LEVELS, 11, told=True, only_new=True),
        *(Field(key, heading, "amount", 13) for key, heading in zip(MONTH_FIELDS, _MONTHS, strict=True)),
    ),
    "actions": (
        Field("text", noop("改进动作"), "text", 44),
        Field("owner", noop("责任人"), "link", 12, options="people"),
        Field("month", noop("周期"), "text", 10, told=True, only_new=True),
        Field("metric", noop("衡量指标"), "link", 22, options="metrics"),
        Field("baseline", noop("基线"), "number", 14, told=True),
        Field("target", noop("目标数值"), "number", 14),
        Field("due_on", noop("到期日"), "day", 12),
        _choice("state", noop("状态"), ACTION_STATES, 10, told=True),
        Field("agreed_on", noop("约定日期"), "day", 12, told=True),
        _choice("verdict", noop("验证结果"), VERDICTS, 12, told=True),
    ),
}
SHEET_TITLES: dict[ReturnKind, str] = {
    "deals": noop("商机"), "people": noop("人员"), "targets": noop("销售目标"), "actions": noop("改进动作一览"),
}  # fmt: skip
TOTAL_HEADING = noop("全年")
"""Behind the months of a target: their sum, as a formula. It is not read."""
LANGUAGES: tuple[LanguageCode, ...] = ("zh", "en")


@lru_cache(maxsize=8)
def headings_of(kind: ReturnKind) -> dict[str, str]:
    """What may stand above a column, in either language, as ``name_key`` gives it -> the field."""
    found: dict[str, str] = {}
    for code in LANGUAGES:
        with speaking(code):
            found |= {name_key(tr(one.heading)): one.key for one in FIELDS[kind]}
    return found


@lru_cache(maxsize=1)
def marking_headings() -> tuple[frozenset[str], frozenset[str]]:
    """What may stand above the ids, and above the versions, as ``name_key`` gives it."""
    ids: set[str] = set()
    versions: set[str] = set()
    for code in LANGUAGES:
        with speaking(code):
            ids.add(name_key(tr(ID_HEADING)))
            versions.add(name_key(tr(VERSION_HEADING)))
    return frozenset(ids), frozenset(versions)


def keys_of_words(words: Mapping[Any, str]) -> dict[str, str]:
    """The words of a choice, in either language, as ``name_key`` gives them -> the key."""
    found = {name_key(key): key for key in words}
    for code in LANGUAGES:
        with speaking(code):
            found |= {name_key(tr(word)): key for key, word in words.items()}
    return found
