"""What a cell of a returned list means to the store: a name becomes its record, a word its key; or why it cannot be."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from attrs import frozen

from cockpit.excel.periods import read_period
from cockpit.excel.reading import Value
from cockpit.excel.round_trip_cells import canonical_reader, plain_text, read_day, read_money, read_number
from cockpit.excel.round_trip_layout import MONEY_MEASURES, Field, keys_of_words
from cockpit.excel.round_trip_plan import TablePlan
from cockpit.excel.values import Unreadable, clean, currency_code
from cockpit.language import LanguageCode, noop, speaking, tr
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.model.names import name_key
from cockpit.operations.actions import metrics_for_actions
from cockpit.operations.round_trip_rows import Names

_LANGUAGES: tuple[LanguageCode, ...] = ("zh", "en")


@frozen
class NewAccount:
    """A customer that the store does not have yet."""

    name: str


@frozen
class Called:
    """Records by what they are called in a list, and by what a name spelt otherwise may mean."""

    by_label: dict[str, int]
    by_key: dict[str, list[int]]

    @staticmethod
    def of(labels: Mapping[int, str], present: Iterable[str] | None = None) -> "Called":
        """``present``: the labels that may be chosen anew; all by default."""
        may = None if present is None else set(present)
        by_key: dict[str, list[int]] = {}
        for number, label in labels.items():
            if may is None or label in may:
                by_key.setdefault(name_key(label), []).append(number)
                bare = label.removesuffix(f" ({label.rpartition(' (')[2]}") if label.endswith(f"{number})") else label
                if bare != label:
                    by_key.setdefault(name_key(bare), []).append(number)
        return Called({label: number for number, label in labels.items()}, by_key)

    def find(self, text: str) -> int | Unreadable | None:
        """Who is meant; None for nobody, a reason where it may be several."""
        if text in self.by_label:
            return self.by_label[text]
        numbers = self.by_key.get(name_key(text), [])
        if len(numbers) > 1:
            return Unreadable(noop("有好几个叫这个名字,请从列表里选带编号的那一个"))
        return numbers[0] if numbers else None


class ValueReader:
    """Reads cells by their column. Accounts may be new; people, teams, products and metrics have to be there."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.people = Called.of(names.people, names.present_people)
        self.accounts = Called.of(names.accounts)
        self.products = Called.of(names.products, names.present_products)
        self.teams = Called.of(names.teams, names.present_teams)
        self._metrics: dict[str, str] = {}
        for code in _LANGUAGES:
            with speaking(code):
                self._metrics |= {name_key(metric.name): metric.key for metric in metrics_for_actions()}

    def read(self, of: Field, cell: Value) -> Any:
        """The value as the store keeps it, None for a blank, or an Unreadable."""
        text = canonical_reader(of)(cell)
        if text == "":
            return None
        if of.kind == "money":
            return not_negative(read_money(cell))
        if of.kind == "day":
            return read_day(cell)
        if of.kind in ("number", "amount", "year"):
            return read_number(cell)
        if of.kind == "choice":
            keys = keys_of_words(of.words)
            key = keys.get(name_key(text))
            words = tr("、").join(tr(word) for word in of.words.values())
            return key if key is not None else Unreadable(noop("不是{words}之一"), {"words": words})
        if of.kind == "link":
            return self._link(of, text)
        if of.key == "currency":
            code = currency_code(text)
            if code is not None and not (len(code) == 3 and code.isalpha() and code.isascii()):
                return Unreadable(noop("不是币种,写三个字母,例如 USD"))
            return code
        return text

    def _link(self, of: Field, text: str) -> Any:
        if of.key == "stage":
            return text
        if of.key == "metric":
            return self._metrics.get(name_key(text)) or Unreadable(noop("没有这个指标,从列表里选"))
        called = {"owner": self.people, "team": self.teams, "product": self.products, "account": self.accounts}[of.key]
        found = called.find(text)
        if found is not None:
            return found
        if of.key == "account":
            return NewAccount(text)
        missing = {
            "owner": noop("驾驶舱里没有这个人,先在团队页添加"),
            "team": noop("驾驶舱里没有这个团队,先在团队页添加"),
            "product": noop("驾驶舱里没有这个产品"),
        }
        return Unreadable(missing[of.key])

    def stage_in(self, pipeline: int, text: str) -> int | Unreadable:
        """The stage of this name in a pipeline."""
        mine = [number for number, of in self.names.pipelines.items() if of == pipeline]
        for number in mine:
            if self.names.stages[number] == text:
                return number
        alike = [number for number in mine if name_key(self.names.stages[number]) == name_key(text)]
        if len(alike) == 1:
            return alike[0]
        stages = tr("、").join(self.names.stages[number] for number in mine)
        return Unreadable(noop("这个商机的流程里没有这个阶段,有的是:{stages}"), {"stages": stages})


@frozen
class Taking:
    """What reading the rows of a list needs: where it is noted, what cells mean, what there is. ``there``: id of a
    record that can be changed -> its name."""

    plan: TablePlan
    reader: ValueReader
    connection: sqlite3.Connection
    today: date
    there: Mapping[str, str]


Now = Mapping[str, Sequence[Any]]
"""Field -> the cells of the edited records as the cockpit has them, in the same order."""


def not_negative(value: Any) -> Any:
    """The amount, or why it is none."""
    if isinstance(value, Unreadable) or value is None or value >= 0:
        return value
    return Unreadable(noop("不能小于 0"))


def target_value(value: Any, measure: str) -> int | Unreadable | None:
    """What stands in a month of a target, as the store keeps it: minor units, or a whole number."""
    if value is None or isinstance(value, Unreadable):
        return value
    exact = Decimal(repr(float(value)))
    if exact < 0:
        return Unreadable(noop("目标不能是负数"))
    if measure in MONEY_MEASURES:
        return int((exact * 100).to_integral_value())
    return int(exact) if exact == exact.to_integral_value() else Unreadable(noop("不是整数"))


def read_month(cell: Value) -> Month | Unreadable:
    """A cycle: 2026-11, 2026年11月, or the day that a spreadsheet makes of it."""
    if isinstance(cell, datetime | date):
        return Month(cell.year, cell.month)
    period = read_period(clean(cell), None) if clean(cell) else None
    if period is None or len(period.months) != 1:
        return Unreadable(noop("读不成周期,写成 2026-11"))
    return period.months[0]


def said(of: Field, cell: Value | None, currency: str = "CNY") -> str:
    """A cell in words, to be shown beside another."""
    text = canonical_reader(of)(cell)
    if text == "":
        return formats.MISSING
    if of.kind == "money" and text.lstrip("-").isdecimal():
        return formats.money_full(int(text), currency)
    if of.kind == "choice" and text in of.words:
        return tr(of.words[text])
    if of.kind in ("number", "amount", "year"):
        number = read_number(cell)
        return text if isinstance(number, Unreadable) or number is None else f"{number:,.6f}".rstrip("0").rstrip(".")
    return plain_text(text)
