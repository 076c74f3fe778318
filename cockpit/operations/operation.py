"""What every verb of the program has in common: one transaction, a name, undo, and a list of what changed."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Literal

from attrs import define, field, frozen

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.model import clock
from cockpit.store import journal
from cockpit.store.file import Store

Kind = Literal[
    "person", "team", "account", "product", "stage", "deal", "activity", "target", "cycle", "meeting", "note_item",
    "support", "problem", "action", "check_in", "setting", "import", "payment", "key_action_plan",
]  # fmt: skip


@frozen
class Changes:
    """What an operation changed: ids by kind. An empty set of ids means "many": whoever shows that kind is stale."""

    label: str
    ids: dict[Kind, frozenset[int]] = field(factory=dict)
    undoable: bool = True

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset(self.ids)

    def __bool__(self) -> bool:
        return bool(self.ids)


@define
class Operation:
    """An operation under way: note what it touches with ``changed``."""

    id: int
    store: Store
    label: str
    at: str
    _ids: dict[Kind, set[int]] = field(factory=dict)
    _many: set[Kind] = field(factory=set)
    _kept: bool = False

    def changed(self, kind: Kind, ids: int | Iterable[int] = ()) -> None:
        """Say that rows of ``kind`` changed; without ids: many of them."""
        listed = [ids] if isinstance(ids, int) else list(ids)
        self._ids.setdefault(kind, set()).update(listed)
        if not listed:
            self._many.add(kind)

    @property
    def changes(self) -> Changes:
        ids = {kind: frozenset() if kind in self._many else frozenset(found) for kind, found in self._ids.items()}
        return Changes(self.label, ids, undoable=self._kept)


@contextmanager
def operation(store: Store, label: str, **values: object) -> Iterator[Operation]:
    """Run one named, undoable operation in one transaction.

    ``label`` is a source text marked with ``noop``, ``values`` fill its fields; both are kept for the undo menu.
    Raises CockpitError, with nothing changed, when the store refuses.
    """
    with store.transaction() as connection:
        if connection.execute("SELECT operation_id FROM journal_state").fetchone()[0] is not None:
            raise RuntimeError("an operation must not be started inside another")
        at = clock.utc_stamp()
        under_way = Operation(journal.begin(connection, label, values, at), store, tr(label, **values), at)
        yield under_way
        under_way._kept = journal.end(connection, under_way.id)


ALL_KINDS: tuple[Kind, ...] = Kind.__args__  # type: ignore[attr-defined]


def undo(store: Store) -> Changes:
    """Take the newest operation back, as a whole."""
    return _run_back(store, back=True)


def redo(store: Store) -> Changes:
    """Do again what was undone last."""
    return _run_back(store, back=False)


def _run_back(store: Store, *, back: bool) -> Changes:
    done = ""
    try:
        with store.transaction() as connection:
            entry = journal.next_undo(connection) if back else journal.next_redo(connection)
            if entry is None:
                raise CockpitError(tr("没有可以撤销的操作。") if back else tr("没有可以重做的操作。"))
            done = tr(entry.label, **entry.values)
            journal.run_back(connection, entry.operation_id, "undone" if back else "done")
    except sqlite3.IntegrityError as error:
        # A talk is not an operation: somebody who was added and has been talked with since cannot go again.
        raise CockpitError(
            tr("「{operation}」撤销不了:后来记下的内容要用到它。", operation=done) if back
            else tr("「{operation}」重做不了:后来记下的内容和它冲突。", operation=done)
        ) from error  # fmt: skip
    label = tr("已撤销:{operation}", operation=done) if back else tr("已重做:{operation}", operation=done)
    # Which kinds an operation of last week touched is not kept: all pages look again.
    return Changes(label, {kind: frozenset() for kind in ALL_KINDS}, undoable=False)
