"""The sample team to look round with: fictional, Chinese, two teams, a dozen people, a year back from today.

It is the same on every run for the same day, and lives in a store of its own, so that it never mixes with real work.
"""

from datetime import date
from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.store.file import Store, default_store_path
from cockpit.store.settings import write_setting


def sample_store_path() -> Path:
    """Beside the manager's own store."""
    return default_store_path().with_name("sample.sqlite")


def make_sample(store: Store, today: date) -> None:
    """Fill the empty ``store``; nothing of it is in the journal, so that undo never takes the team away.

    Raises CockpitError, with nothing changed, when the store has people or deals already.
    """
    from cockpit.sample.checks import write_checks
    from cockpit.sample.deal_log import write_deal_log
    from cockpit.sample.loop import Loop
    from cockpit.sample.payments import write_payments
    from cockpit.sample.pipeline import Pipeline
    from cockpit.sample.plans import write_plans
    from cockpit.sample.story import Story
    from cockpit.sample.writing import Written, write_deals, write_team

    with store.transaction() as connection:
        if any(connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in ("people", "deals")):
            raise CockpitError(
                tr("{path} 里已经有数据,示例团队没有写进去。", path=store.path), tr("用 --store 指定一个新文件。")
            )
        pipeline, written = Pipeline(today), Written()
        story = Story(pipeline)
        write_team(connection, pipeline, written)
        write_deals(connection, pipeline, story, written)
        write_payments(connection, pipeline.days, written)
        write_deal_log(connection, pipeline.days)
        write_checks(connection, pipeline.days, written)
        write_plans(connection, pipeline.days, written)
        Loop(connection, pipeline.days, written).write()
        write_setting(store, "is_sample", True)
