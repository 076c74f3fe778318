"""Closing a cycle: every figure is frozen with it, and a closing that is taken back stays in the history."""

from datetime import date

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.metrics import Period, figures
from cockpit.model.cycles import Month
from cockpit.operations.operation import Changes, operation
from cockpit.store import loop
from cockpit.store.file import Store


def comment_cycle(store: Store, month: Month, comment: str) -> Changes:
    """The manager's comment on a cycle."""
    with operation(store, noop("点评 {month}"), month=str(month)) as under_way:
        if comment.strip() != loop.read_cycle_comment(store.connection, month):
            loop.write_cycle(store.connection, month, comment.strip())
            under_way.changed("cycle")
    return under_way.changes


def close_cycle(store: Store, month: Month, today: date) -> Changes:
    """Freeze every figure of every scope, as ``cockpit metrics`` prints them.

    Raises CockpitError for a cycle that still runs, or is closed already.
    """
    if today < month.end:
        raise CockpitError(tr("{month} 还没有过完。", month=month), tr("过了月底再关账。"))
    if loop.open_closing(store.connection, month) is not None:
        raise CockpitError(tr("{month} 已经关账。", month=month), tr("要改动,先写明原因重新打开。"))
    with operation(store, noop("关账 {month}"), month=str(month)) as under_way:
        loop.write_cycle(store.connection, month)
        computed = figures(store.connection, Period.of(month, today))
        loop.insert_closing(store.connection, month, under_way.at, [
            (
                scope.text, key, figure.json_value, figure.n,
                figure.reason.sentence if figure.value is None and figure.reason else None,
            )
            for scope, of_scope in computed.items() for key, figure in of_scope.items()
        ])  # fmt: skip
        under_way.changed("cycle")
    return under_way.changes


def reopen_cycle(store: Store, month: Month, reason: str) -> Changes:
    """Take the closing back; its frozen figures stay. Raises CockpitError without a reason, or for an open cycle."""
    closing = loop.open_closing(store.connection, month)
    if closing is None:
        raise CockpitError(tr("{month} 没有关账。", month=month))
    if not reason.strip():
        raise CockpitError(tr("重新打开要写明原因。"), tr("写一句再继续。"))
    with operation(store, noop("重新打开 {month}"), month=str(month)) as under_way:
        loop.reopen_closing(store.connection, closing, under_way.at, reason.strip())
        under_way.changed("cycle")
    return under_way.changes
