"""Data to mend 待修数据: what is missing, contradicts itself or stands twice, how much of it, and what it distorts.

Every kind is a condition in SQL; its figure carries the rows that it counted. What stands here is never guessed at or
changed by the program: figures leave it out and say so, as each kind tells.
"""

import sqlite3
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from attrs import frozen

from cockpit.language import noop, tr
from cockpit.metrics.deal_rules import has_rate, in_scope_of
from cockpit.metrics.figure import MINOR_UNITS, Figure, RowsQuery
from cockpit.metrics.period import Period
from cockpit.metrics.scopes import WHOLE_TEAM, Roster, Scope, read_roster
from cockpit.metrics.settings import MetricSettings, read_settings
from cockpit.model.cycles import Month

LONG_OVERDUE_DAYS = 30
"""An expected close so many days ago is no expectation any more."""
HUGE = 10**13 * MINOR_UNITS
"""Ten million million units: an amount that is more likely a number of something else."""
TARGET_MONTHS = 12
"""So far back months without a target are looked for."""

About = Literal["deals", "people", "months"]


@frozen
class MendKind:
    """One kind of what is to be mended. ``why`` says which number it distorts, and how the figures treat it.

    ``is_mistake`` is False for what may well be right, and is only to be looked at.
    """

    key: str
    about: About
    name_source: str
    why_source: str
    is_mistake: bool = True

    @property
    def name(self) -> str:
        return tr(self.name_source)

    @property
    def why(self) -> str:
        return tr(self.why_source)


_ALL = (
    MendKind("no_owner", "deals", noop("没有负责人"),
             noop("只算进全部团队,不算任何人、任何团队的业绩和管道,所以各人之和小于全部。")),
    MendKind("left_owner", "deals", noop("负责人已离职,商机还在手"),
             noop("没有人在跟,却还算在管道和预测里。换一个负责人。")),
    MendKind("no_amount", "deals", noop("没写金额"),
             noop("赢单没有金额就不进赢单收入;在手商机没有金额也没有目录价,不进管道和预测。都会注明几单没算。")),
    MendKind("no_rate", "deals", noop("币种没有汇率"),
             noop("没有汇率就不知道值多少本币:不加进任何金额,只计单数并注明。在下面填一个汇率。")),
    MendKind("no_account", "deals", noop("没有客户"),
             noop("不进新客户数、客户分级和帕累托;同一客户的商机也连不起来。")),
    MendKind("no_created", "deals", noop("没有创建日期"),
             noop("不进销售周期、新建商机数和新建商机赢单率;过去某天是否在手也只能当作一直在手。")),
    MendKind("no_expected", "deals", noop("没有预计成交日期"),
             noop("算在手商机,但不进任何周期的管道、覆盖率和预测。")),
    MendKind("no_closed", "deals", noop("已关闭,却没有成交日期"),
             noop("不知道是哪个月赢的或丢的,所以不进任何一个月的赢单收入和赢单率。")),
    MendKind("closed_before_created", "deals", noop("成交早于创建"),
             noop("销售周期会是负数,所以不进销售周期;赢单收入照算。多半有一个日期写错了。")),
    MendKind("closed_ahead", "deals", noop("成交日期在今天之后"),
             noop("还没发生的事已经算作那个月的赢单或丢单。多半是预计日期写进了成交日期。")),
    MendKind("long_overdue", "deals", noop("预计成交过了 30 天以上"),
             noop("逾期的算进当前周期的管道,放得越久,覆盖率和预测越虚。改日期,或者关掉。")),
    MendKind("stage", "deals", noop("阶段不再使用,或与状态不符"),
             noop("没有经验值可用,加权预测里按 0 计,漏斗里也看不见。")),
    MendKind("huge", "deals", noop("金额大得不合理"),
             noop("一单就能盖过其他所有单;多半是编号或电话落进了金额列,或者单位错了。")),
    MendKind("without_team", "people", noop("有在手商机的人不在任何团队"),
             noop("他的业绩和管道只算进全部团队,各团队之和小于全部。")),
    MendKind("in_two_teams", "people", noop("同时在两个团队"),
             noop("重叠的日子只算进后加入的那个团队,不会算两遍。把前一段的结束日期补上。")),
    MendKind("no_target", "months", noop("没有目标的月份"),
             noop("没有目标就没有完成率、缺口、覆盖率和进度指数,这些都显示“—”。")),
    MendKind("twice", "deals", noop("像是重复的商机"),
             noop("客户、名称、负责人都一样的在手商机:管道和预测把它们各算一次。真是两单就不用改。"), is_mistake=False),
    MendKind("negative", "deals", noop("负金额(退货)"),
             noop("照减:赢单收入、管道和预测都会变小。是退货就不用改,写错了才改。"), is_mistake=False),
)  # fmt: skip

KINDS: Mapping[str, MendKind] = {kind.key: kind for kind in _ALL}

_IN_USE = (
    "SELECT s.id FROM stages s WHERE s.kind = 'open' AND (s.pipeline_id IN (SELECT t.pipeline_id FROM teams t"
    " WHERE t.deleted_at IS NULL) OR NOT EXISTS (SELECT 1 FROM teams t WHERE t.deleted_at IS NULL))"
)
_TWIN = "t.account_id, coalesce(t.owner_id, 0), lower(trim(t.name))"
_PRICE = "EXISTS (SELECT 1 FROM products p WHERE p.id = d.product_id AND p.list_price IS NOT NULL)"
_DAY = "coalesce(d.closed_on, :today)"

_CONDITIONS: dict[str, str] = {
    "no_owner": "(d.owner_id IS NULL OR d.owner_id IN (SELECT o.id FROM people o WHERE o.deleted_at IS NOT NULL))",
    "left_owner": (
        "d.state = 'open' AND d.owner_id IN (SELECT o.id FROM people o WHERE o.left_on < :today"
        " AND o.deleted_at IS NULL)"
    ),
    "no_amount": f"d.amount IS NULL AND (d.state = 'won' OR (d.state = 'open' AND NOT {_PRICE}))",
    "no_rate": f"d.currency <> :currency AND NOT {has_rate(_DAY)}",
    "no_account": "d.account_id IS NULL AND d.state <> 'lost'",
    "no_created": "d.created_on IS NULL",
    "no_expected": "d.expected_close IS NULL AND d.state = 'open'",
    "no_closed": "d.closed_on IS NULL AND d.state <> 'open'",
    "closed_before_created": "d.closed_on < d.created_on",
    "closed_ahead": "d.closed_on > :today",
    "long_overdue": "d.state = 'open' AND d.expected_close < :long_ago",
    "stage": f"(d.state <> s.kind OR (d.state = 'open' AND d.stage_id NOT IN ({_IN_USE})))",
    "twice": (
        f"d.state = 'open' AND d.account_id IS NOT NULL AND ({_TWIN.replace('t.', 'd.')}) IN (SELECT {_TWIN}"
        " FROM deals t WHERE t.state = 'open' AND t.deleted_at IS NULL AND t.account_id IS NOT NULL"
        f" GROUP BY {_TWIN} HAVING count(*) > 1)"
    ),
    "huge": f"d.amount NOT BETWEEN -{HUGE} AND {HUGE}",
    "negative": "d.amount < 0",
}
"""About the deal ``d`` and its stage ``s``; NULL counts as no."""

assert set(_CONDITIONS) == {kind.key for kind in _ALL if kind.about == "deals"}


@frozen
class MendLine:
    """One row to mend: a deal, a person, or a month (``id`` is then year x 100 + month). ``detail`` says what is wrong,
    as stored.
    """

    id: int
    name: str
    beneath: str
    owner: str
    detail: str


@frozen
class MendList:
    """The kinds of which there is any, with how many. ``kinds_looked_for`` says how many kinds there are."""

    figures: dict[str, Figure]
    kinds_looked_for: int = len(_ALL)

    @property
    def mistakes(self) -> int:
        """How much is to be mended in all; what is only to be looked at is not in it."""
        return sum(figure.n or 0 for key, figure in self.figures.items() if KINDS[key].is_mistake)


class Mending:
    """What is to be mended in a scope, as seen on ``period.today``.

    ``only_person`` is behind the shield: then nothing is told that is not that person's.
    """

    def __init__(
        self, connection: sqlite3.Connection, period: Period, scope: Scope, roster: Roster, settings: MetricSettings
    ) -> None:
        self.connection, self.period, self.scope, self.roster = connection, period, scope, roster
        place, scoped = in_scope_of(roster, scope, "d.owner_id", _DAY)
        self._deals = f"deals d JOIN stages s ON s.id = d.stage_id WHERE d.deleted_at IS NULL AND {place}"
        self._parameters: dict[str, object] = {
            "today": period.today.isoformat(),
            "long_ago": (period.today - timedelta(days=LONG_OVERDUE_DAYS)).isoformat(),
            "currency": settings.currency,
            **scoped,
        }

    def everything(self) -> MendList:
        """All kinds that there is any of, in their order."""
        counted = self._count_deals()
        people, months = self._people(), self.months_without_target()
        counts = {
            **counted,
            "without_team": len(people["without_team"]),
            "in_two_teams": len(people["in_two_teams"]),
            "no_target": len(months),
        }
        return MendList({
            key: Figure(f"mend_{key}", "count", counts[key], counts[key], rows=self.rows(key))
            for key in KINDS
            if counts[key]
        })  # fmt: skip

    def _count_deals(self) -> dict[str, int]:
        """One pass over the deals for all kinds but one: only open deals can stand twice."""
        conditions = {key: condition for key, condition in _CONDITIONS.items() if key != "twice"}
        counts = dict.fromkeys(_CONDITIONS, 0)
        sums = ", ".join(f"coalesce(sum({condition}), 0)" for condition in conditions.values())
        found = self.connection.execute(f"SELECT {sums} FROM {self._deals}", self._parameters).fetchone()
        counts.update(zip(conditions, found, strict=True))
        twice = f"SELECT count(*) FROM {self._deals} AND {_CONDITIONS['twice']}"
        counts["twice"] = self.connection.execute(twice, self._parameters).fetchone()[0]
        return counts

    def rows(self, key: str) -> RowsQuery | None:
        """The deals behind a kind; None for months."""
        condition = _CONDITIONS.get(key)
        if condition is None:
            people = self._people().get(key)
            if people is None:
                return None
            # Of people: their open deals.
            ids = ", ".join(str(person) for person in people)
            condition = f"d.state = 'open' AND d.owner_id IN ({ids})"
        where = f"deals.id IN (SELECT d.id FROM {self._deals} AND {condition})"
        return RowsQuery("deals", where, self._parameters)

    def lines(self, key: str, limit: int) -> list[MendLine]:
        """The first rows of a kind: deals still open first, then those worth most; people and months in their order."""
        kind = KINDS[key]
        if kind.about == "months":
            return [
                MendLine(month.year * 100 + month.number, str(month), "", "", "")
                for month in self.months_without_target()
            ]
        if kind.about == "people":
            return [
                MendLine(person, self.roster.people[person].name, "", "", detail)
                for person, detail in list(self._people()[key].items())[:limit]
            ]
        found = self.connection.execute(
            f"""
            SELECT d.id, d.name, coalesce(a.name, ''), coalesce(o.name, ''), d.state, d.amount, d.currency,
                   d.created_on, d.expected_close, d.closed_on, s.name
            FROM (SELECT d.id FROM {self._deals} AND {_CONDITIONS[key]}
                  ORDER BY d.state <> 'open', abs(d.amount) DESC, d.name, d.id LIMIT :rows) f
            CROSS JOIN deals d ON d.id = f.id JOIN stages s ON s.id = d.stage_id
            LEFT JOIN accounts a ON a.id = d.account_id LEFT JOIN people o ON o.id = d.owner_id
            ORDER BY d.state <> 'open', abs(d.amount) DESC, d.name, d.id
            """,
            {**self._parameters, "rows": limit},
        )
        return [
            MendLine(id_, name, account, owner, _detail(key, values)) for id_, name, account, owner, *values in found
        ]

    # --- people and months ------------------------------------------------------------------------------------

    def _people(self) -> dict[str, dict[int, str]]:
        """Kind -> person -> what is wrong, people by name as it is read."""
        today = self.period.today.isoformat()
        order = [scope.id for scope in self.roster.people_scopes() if scope.id is not None]
        mine = [person for person in order if self._is_seen(person, today)]
        return {"without_team": self._without_team(mine, today), "in_two_teams": self._in_two_teams(mine)}

    def _is_seen(self, person: int, today: str) -> bool:
        return self.roster.counts_in(self.scope, person, today)

    def _without_team(self, people: list[int], today: str) -> dict[int, str]:
        """Where there are no teams at all, nobody lacks one."""
        if not self.roster.teams:
            return {}
        opened: dict[int, int] = dict(
            self.connection.execute(
                "SELECT owner_id, count(*) FROM deals WHERE state = 'open' AND deleted_at IS NULL GROUP BY owner_id"
            )
        )
        return {
            person: str(opened[person])
            for person in people
            if opened.get(person)
            and (self.roster.people[person].left_on or "9999") >= today
            and self.roster.team_at(person, today) is None
        }

    def _in_two_teams(self, people: list[int]) -> dict[int, str]:
        found: dict[int, str] = {}
        for person in people:
            stays = self.roster.memberships.get(person, ())
            for place, (start, end, team) in enumerate(stays):
                for other_start, other_end, other in stays[place + 1 :]:
                    if start < other_end and other_start < end:
                        names = self.roster.teams[other].name, self.roster.teams[team].name
                        found.setdefault(person, " / ".join(names) + f" {max(start, other_start)}".rstrip())
        return found

    def months_without_target(self) -> list[Month]:
        """The present month, and those since targets are set, in which nobody has a target for won revenue.

        Only of everybody: a team or a person may have none of its own.
        """
        if self.scope.kind != "all":
            return []
        present = Month.of(self.period.today)
        earliest = str(present.plus(1 - TARGET_MONTHS))
        with_target = {
            row[0]
            for row in self.connection.execute(
                "SELECT DISTINCT month FROM targets WHERE measure = 'won_revenue' AND month >= ? AND month <= ?",
                (earliest, str(present)),
            )
        }
        if not with_target and not self._any_deal():
            return []
        first = Month.parse(min(with_target)) if with_target else present
        return [month for month in first.through(present) if str(month) not in with_target]

    def _any_deal(self) -> bool:
        found = self.connection.execute("SELECT 1 FROM deals WHERE deleted_at IS NULL LIMIT 1").fetchone()
        return found is not None


def _detail(key: str, values: list[object]) -> str:
    """What the deal says of that which is wrong, as stored; amounts in units of its currency."""
    state, amount, currency, created, expected, closed, stage = values
    if key in ("no_rate", "huge", "negative"):
        units = "" if amount is None else f"{int(str(amount)) / MINOR_UNITS:,.2f}"
        return f"{currency or ''} {units}".strip()
    if key == "closed_before_created":
        return f"{created} → {closed}"
    if key == "closed_ahead":
        return str(closed)
    if key == "long_overdue":
        return str(expected)
    return str(stage) if key == "stage" or state == "open" else str(closed or stage)


def mend_report(connection: sqlite3.Connection, today: date) -> list[str]:
    """What is to be mended in the whole store, a line for each kind, with how many."""
    period, roster = Period.of(Month.of(today), today), read_roster(connection)
    found = Mending(connection, period, WHOLE_TEAM, roster, read_settings(connection)).everything()
    return [tr("待修:{kind} {n} 处", kind=KINDS[key].name, n=figure.n) for key, figure in found.figures.items()]


@frozen
class Rate:
    """A rate as it is set: what a million units are worth, from an ISO day on ("": always)."""

    id: int
    currency: str
    from_on: str
    rate: int


@frozen
class CurrencyUse:
    """A currency other than the store's: deals and payments in it, and how many of them have no rate on their day."""

    currency: str
    deals: int
    payments: int
    without_rate: int


@frozen
class Currencies:
    """What the store needs rates for, those that lack one first, and the rates there are, the newest of each first."""

    home: str
    uses: list[CurrencyUse]
    rates: list[Rate]


def read_currencies(connection: sqlite3.Connection, settings: MetricSettings, today: str) -> Currencies:
    """All currencies of deals and payments but the store's own, and all rates."""
    of_store = {"currency": settings.currency, "today": today}
    uses: dict[str, tuple[int, int, int]] = {}
    for currency, count, lacking in connection.execute(
        f"SELECT d.currency, count(*), sum(NOT {has_rate(_DAY)}) FROM deals d"
        " WHERE d.currency <> :currency AND d.deleted_at IS NULL GROUP BY 1",
        of_store,
    ):
        uses[currency] = (count, 0, lacking)
    for currency, count, lacking in connection.execute(
        "SELECT p.currency, count(*), sum(NOT EXISTS (SELECT 1 FROM exchange_rates r WHERE r.currency = p.currency"
        " AND r.from_on <= p.received_on)) FROM payments p WHERE p.currency <> :currency AND p.deleted_at IS NULL"
        " GROUP BY 1",
        of_store,
    ):
        deals, _, before = uses.get(currency, (0, 0, 0))
        uses[currency] = (deals, count, before + lacking)
    rates = connection.execute("SELECT id, currency, from_on, rate FROM exchange_rates ORDER BY currency, from_on DESC")
    found = [CurrencyUse(currency, *counts) for currency, counts in uses.items()]
    return Currencies(
        settings.currency,
        sorted(found, key=lambda use: (not use.without_rate, -use.deals - use.payments, use.currency)),
        [Rate(*row) for row in rates],
    )
