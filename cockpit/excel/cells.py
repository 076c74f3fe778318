"""What a cell of a file may hold. Light: the process that reads files waits for it."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | date | datetime | time | timedelta
Rows = list[Sequence[Value]]
"""``rows[0]`` is row 1; an empty cell is ""."""
