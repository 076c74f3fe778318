"""The sample team, in a store of its own, opened in the window's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.model import clock
from cockpit.operations.operation import Changes
from cockpit.sample import make_sample, sample_store_path
from cockpit.store.file import Store

if TYPE_CHECKING:
    from cockpit.window.shell import Shell


def open_sample(shell: Shell) -> None:
    """Make the sample store if there is none, then look at it; the manager's own store stays as it is."""
    path = sample_store_path()
    if shell.store.path == path:
        shell.toast(tr("这里就是示例团队。"))
        return

    def make(_: Store) -> Changes:
        if not path.exists():
            with Store.open(path) as store:
                make_sample(store, clock.today())
        return Changes("")

    def show(_: Changes) -> None:
        try:
            shell.open_other_store(path)
        except CockpitError as refused:
            shell.toast(str(refused))

    shell.perform(make, show)
