"""A store as large as the largest that we promise to be quick with: drawn at random, the same on every run."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path
from random import Random

from cockpit.model.cycles import Month
from cockpit.store.file import Store

DEALS, PEOPLE, TEAMS, ACCOUNTS, PRODUCTS, MONTHS = 100_000, 60, 6, 8_000, 20, 60
ACTIVITIES = 500_000
STAGES = (
    ("线索确认", "open", 0.05), ("需求沟通", "open", 0.15), ("方案报价", "open", 0.3), ("商务谈判", "open", 0.6),
    ("合同流程", "open", 0.85), ("赢单", "won", 1.0), ("丢单", "lost", 0.0),
)  # fmt: skip
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"


def make_large_store(
    path: Path,
    today: date,
    *,
    deals: int = DEALS,
    activities: int = ACTIVITIES,
    months: int = MONTHS,
    left_open: float = 0.03,
) -> None:
    """Write it to ``path``: ``deals`` over ``months`` months, about five stage changes each, and their activities.

    ``left_open`` is the share of deals that stay open however old they are.
    """
    chance = Random(20261125)
    with Store.open(path) as store, store.transaction() as connection:
        _team(connection, chance, today)
        _deals(connection, chance, today, deals, months, left_open)
        _activities(connection, chance, today, deals, activities, months)
        connection.execute("ANALYZE")


def _many(connection: sqlite3.Connection, table: str, columns: str, rows: list[tuple[object, ...]]) -> None:
    marks = ", ".join("?" * len(columns.split(",")))
    connection.executemany(f"INSERT INTO {table}({columns}) VALUES ({marks})", rows)


def _team(connection: sqlite3.Connection, chance: Random, today: date) -> None:
    _many(connection, "pipelines", "id, name", [(1, "销售流程")])
    _many(
        connection, "stages", "id, pipeline_id, name, position, kind, experience_value",
        [(place, 1, name, place, kind, value) for place, (name, kind, value) in enumerate(STAGES, 1)],
    )  # fmt: skip
    names = [surname + given for surname, given in zip(SURNAMES * 3, GIVEN[7:] + GIVEN * 2 + GIVEN[:13], strict=False)][
        :PEOPLE
    ]
    _many(
        connection, "people", "id, name, pinyin, initials, role",
        [
            (n, name, f"xiaoshou{n:03d}", f"xs{n}", "supervisor" if n <= TEAMS else "seller")
            for n, name in enumerate(names, 1)
        ],
    )  # fmt: skip
    _many(
        connection, "teams", "id, name, mode, typical_cycle_days, pipeline_id, supervisor_id",
        [(n, f"第{n}团队", "opportunities" if n % 2 else "process", 60, 1, n) for n in range(1, TEAMS + 1)],
    )  # fmt: skip
    _many(
        connection, "memberships", "person_id, team_id",
        [(n, 1 + (n - 1) % TEAMS) for n in range(1, PEOPLE + 1)],
    )  # fmt: skip
    _many(
        connection, "accounts", "id, name, pinyin, initials, owner_id, is_key",
        [
            (n, f"客户{n:05d}", f"kehu{n:05d}", f"kh{n}", 1 + chance.randrange(PEOPLE), int(n % 20 == 0))
            for n in range(1, ACCOUNTS + 1)
        ],
    )  # fmt: skip
    _many(
        connection, "products", "id, name, list_price",
        [(n, f"产品{n:02d}", 100_000 * chance.randint(20, 900)) for n in range(1, PRODUCTS + 1)],
    )  # fmt: skip
    months = [Month.of(today).plus(-ago) for ago in range(MONTHS, -3, -1)]
    _many(
        connection, "targets", "month, person_id, measure, value",
        [(str(month), n, "won_revenue", 60_000_000) for month in months for n in range(1, PEOPLE + 1)],
    )  # fmt: skip


def _deals(
    connection: sqlite3.Connection, chance: Random, today: date, count: int, months: int, left_open: float
) -> None:
    rows: list[tuple[object, ...]] = []
    history: list[tuple[object, ...]] = []
    days = months * 30
    for number in range(1, count + 1):
        created = today - timedelta(days=chance.randrange(days))
        length = chance.randint(10, 110)
        reached, closed_on, state = 1 + chance.randrange(5), None, "open"
        if created + timedelta(days=length) < today and chance.random() >= left_open:
            state = "won" if chance.random() < 0.35 else "lost"
            closed_on = (created + timedelta(days=length)).isoformat()
        owner = 1 + chance.randrange(PEOPLE)
        stage = {"won": 6, "lost": 7}.get(state, reached)
        amount = 100 * chance.randint(5_000, 900_000)
        expected = (created + timedelta(days=length)).isoformat()
        rows.append((
            number, f"D-{number:06d}", f"客户{number % ACCOUNTS:05d} 第{number}单", 1 + number % ACCOUNTS, owner,
            1 + number % PRODUCTS, stage, state, amount if chance.random() < 0.95 else None, created.isoformat(),
            expected, closed_on, chance.choice(("commit", "best_case", "pipeline", None)),
            chance.choice(("self", "lead")), chance.choice(("IT 部门", "业务部门", None)), int(number % 400 == 0),
        ))  # fmt: skip
        path = [*range(1, 6 if state == "won" else reached + 1), *([stage] if state != "open" else [])]
        before = None
        for place, step in enumerate(path):
            on = (created + timedelta(days=length * place // max(1, len(path) - 1))).isoformat() if place else None
            on = on or created.isoformat()
            history.append((number, "stage", before, str(step), min(on, today.isoformat()), "2026-01-01T00:00:00.000Z"))
            before = str(step)
        if state != "open":
            history.append((number, "state", "open", state, closed_on, "2026-01-01T00:00:00.000Z"))
    _many(
        connection, "deals",
        "id, external_id, name, account_id, owner_id, product_id, stage_id, state, amount, created_on, expected_close,"
        " closed_on, forecast_category, source, entry_department, is_major",
        rows,
    )  # fmt: skip
    _many(connection, "deal_history", "deal_id, field, old, new, effective_at, recorded_at", history)


def _activities(
    connection: sqlite3.Connection, chance: Random, today: date, deals: int, count: int, months: int
) -> None:
    _many(
        connection, "activities", "deal_id, account_id, person_id, kind, met, happened_on",
        [
            (
                deal := 1 + chance.randrange(deals), 1 + deal % ACCOUNTS, 1 + chance.randrange(PEOPLE),
                chance.choice(("拜访", "电话", "演示", "报价")), chance.choice(("决策人", "使用人", None)),
                (today - timedelta(days=chance.randrange(months * 30))).isoformat(),
            )
            for _ in range(count)
        ],
    )  # fmt: skip
