"""The records in which a decision about a file is told, for whoever asks the manager: the window knows no files."""

from cockpit.excel.choices import NEW, NOT_USED, Mode, NamedKind, StageChoice, TableChoices
from cockpit.excel.round_trip_reading import ReturnedTable
from cockpit.excel.synonyms import TableKind

__all__ = ["NEW", "NOT_USED", "Mode", "NamedKind", "ReturnedTable", "StageChoice", "TableChoices", "TableKind"]
