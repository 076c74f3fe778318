"""The Results page in real widgets: what it says, and that every number leads to its rows."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cockpit.metrics import RowsQuery, Scope
from cockpit.model.cycles import Month
from cockpit.operations.cycles import close_cycle
from cockpit.window.kit.bar_list import BarList
from cockpit.window.kit.cards import HeadlineFigure
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.line_chart import LineChart
from cockpit.window.results.agreed import AgreedAction, AgreedCard
from cockpit.window.results.forecast_card import ForecastCard
from cockpit.window.results.page import ResultsPage
from cockpit.window.results.people import LeadingTable, PeopleBars
from cockpit.window.results.trend_card import TrendCard
from tests.window.conftest import Host

Part = TypeVar("Part", bound=QWidget)


@pytest.fixture
def people(host: Host) -> dict[str, int]:
    """On 24 November, the 17th of 21 working days: one far over the target, one behind, one without a target."""

    def add(table: str, **values: object) -> int:
        columns, marks = ", ".join(values), ", ".join("?" for _ in values)
        sql = f"INSERT INTO {table}({columns}) VALUES ({marks})"
        return host.store.connection.execute(sql, tuple(values.values())).lastrowid or 0

    pipeline = add("pipelines", name="销售流程")
    stages = {
        kind: add("stages", pipeline_id=pipeline, name=kind, position=place, kind=kind, experience_value=value)
        for place, (kind, value) in enumerate((("open", 0.5), ("won", 1.0), ("lost", 0.0)))
    }
    team = add("teams", name="直销部", pipeline_id=pipeline)
    product = add("products", name="平台", list_price=40_000_00)
    found = {"product": product}
    for name, pinyin, won, target in (
        ("陈佳", "chenjia", 150_000_00, 100_000_00), ("李雯", "liwen", 40_000_00, 100_000_00),
        ("吴思", "wusi", 20_000_00, None),
    ):  # fmt: skip
        person = found[name] = add("people", name=name, pinyin=pinyin)
        add("memberships", person_id=person, team_id=team)
        if target is not None:
            add("targets", month="2026-11", person_id=person, measure="won_revenue", value=target)
        for month, amount in (("2026-10", 30_000_00), ("2026-11", won)):
            add(
                "deals", name="商机", owner_id=person, stage_id=stages["won"], state="won", amount=amount,
                created_on="2026-09-01", closed_on=f"{month}-10",
            )  # fmt: skip
    for category, amount in (("commit", 60_000_00), ("best_case", 20_000_00), (None, None), ("omitted", 10_000_00)):
        add(
            "deals", name="在手", owner_id=found["李雯"], stage_id=stages["open"], state="open", amount=amount,
            product_id=product, forecast_category=category, expected_close="2026-11-28", created_on="2026-10-01",
        )  # fmt: skip
    found["action"] = add(
        "actions", person_id=found["李雯"], month="2026-10", text="每周拜访 6 家", state="agreed", metric="won_revenue",
        baseline=300_000, target=380_000, agreed_on="2026-10-20",
    )  # fmt: skip
    found["done"] = add(
        "actions", person_id=found["陈佳"], month="2026-10", text="先谈价值", state="closed", metric="won_count",
        baseline=1, target=1, agreed_on="2026-10-20", verdict="not_effective",
    )  # fmt: skip
    return found


def shown(host: Host) -> ResultsPage:
    page = host.show_page(ResultsPage)
    assert isinstance(page, ResultsPage)
    for _ in range(3):
        host.settle()
    return page


def part(page: QWidget, kind: type[Part]) -> Part:
    found = page.findChild(kind)
    assert isinstance(found, kind)
    return found


def rows_opened(host: Host) -> tuple[int, str]:
    """How many rows stand behind what was opened last, and what they are called."""
    where, arguments = host.went[-1]
    rows, title = arguments["rows"], arguments["title"]
    assert where == "deals" and isinstance(rows, RowsQuery) and isinstance(title, str)
    return host.store.connection.execute(rows.count_sql(), rows.parameters).fetchone()[0], title


def test_actions_agreed_last_cycle_are_judged_by_this_one(host: Host, qtbot: QtBot, people: dict[str, int]) -> None:
    page = shown(host)
    lines = page.findChildren(AgreedAction)
    assert [line.accessibleName() for line in lines] == [
        "未见效 陈佳 · 赢单数 1 → 目标 1 现在 1",
        "暂看未见效 李雯 · 赢单收入 30 万 → 目标 38 万 现在 4 万",
    ]
    qtbot.mouseClick(lines[1], Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    qtbot.keyClick(lines[0], Qt.Key.Key_Return)
    assert host.went == [("improvement", {"action": people["action"]}), ("improvement", {"action": people["done"]})]
