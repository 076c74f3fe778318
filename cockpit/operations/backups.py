"""Backing up as a verb of the program."""

from pathlib import Path

from cockpit.language import tr
from cockpit.operations.operation import Changes
from cockpit.store.backup import copy_verified
from cockpit.store.file import Store


def back_up(store: Store, path: Path) -> Changes:
    """Copy the store to ``path``, verified; says how much is in the copy. Raises CockpitError when it cannot."""
    connection = store.reader()
    try:
        counted = copy_verified(connection, path)
    finally:
        connection.close()
    return Changes(tr("已备份到 {path},共 {n} 行,已核对。", path=path, n=sum(counted.values())), undoable=False)
