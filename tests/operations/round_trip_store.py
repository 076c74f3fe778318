"""A store whose lists go out and come back, for the tests of what is taken and of what is refused."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cockpit.model.cycles import Month
from cockpit.operations import actions, deals
from cockpit.operations.actions import ActionEdit
from cockpit.operations.people import add_person, add_team, set_targets
from cockpit.store.file import Store
from tests.operations.round_trip_files import (
    TODAY,
    planned,
)

MONTH = Month(2026, 11)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two people in a team, an open and a won deal, a target, a draft and an agreed action."""
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        add_team(opened, "华东")
        add_person(opened, "李雯", team_id=1, fields={"region": "上海", "style": "owl", "hired_on": date(2024, 3, 1)})
        add_person(opened, "陈佳", team_id=1)
        deals.add_deal(
            opened, name="华信 ERP", account_name="华信科技", owner_id=1, today=date(2026, 10, 1),
            fields={"amount": 12_000_050, "expected_close": "2026-12-20", "remark": "第一行\n第二行", "is_major": 1,
                    "next_step": "=1+1", "currency": "USD", "budget": 100, "forecast_category": "commit"},
        )  # fmt: skip
        deals.add_deal(opened, name="远景 MES", account_name="远景", owner_id=2, today=date(2026, 10, 2))
        deals.move_stage(opened, [2], stage(opened, "赢单"), closed_on=date(2026, 11, 12), today=TODAY)
        set_targets(opened, {MONTH: 50_000_00, MONTH.next: 60_000_50}, person_id=1)
        set_targets(opened, {MONTH: 12}, team_id=1, measure="new_touches")
        actions.draft_action(
            opened, 1, MONTH, "每周多约一家", edit=ActionEdit(metric="new_touches", target=8.0, due_on=TODAY)
        )
        actions.draft_action(
            opened, 2, MONTH, "提高赢单率", agree_on=TODAY,
            edit=ActionEdit(metric="win_rate_count", target=0.45, due_on=date(2026, 12, 31)),
        )  # fmt: skip
        yield opened


def stage(store: Store, name: str) -> int:
    [(number,)] = store.connection.execute("SELECT id FROM stages WHERE name = ?", (name,))
    return int(number)


def value(store: Store, sql: str) -> Any:
    [row] = store.connection.execute(sql)
    return row[0] if len(row) == 1 else row


def reasons(store: Store, path: Path, **choices: Any) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.reason) for one in planned(store, path, **choices).problems]


# --- nothing was edited ------------------------------------------------------------------------------------------
