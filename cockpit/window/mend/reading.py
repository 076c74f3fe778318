"""What is to be mended, as the window looks at the store; the deals page asks only how much."""

import sqlite3

from cockpit.metrics import Period
from cockpit.metrics.data_to_mend import Mending, MendList
from cockpit.metrics.scopes import read_roster
from cockpit.metrics.settings import read_settings
from cockpit.model.cycles import Month
from cockpit.window.kit.page import View


def find(connection: sqlite3.Connection, view: View) -> MendList:
    """Everything of the scope; behind the shield of the one person."""
    return mending(connection, view).everything()


def mending(connection: sqlite3.Connection, view: View) -> Mending:
    """Seen from today, whatever cycle the window looks at: what is wrong is wrong now."""
    period = Period.of(Month.of(view.today), view.today)
    return Mending(connection, period, view.shown_scope, read_roster(connection), read_settings(connection))
