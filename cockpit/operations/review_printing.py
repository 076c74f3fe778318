"""What a review printed by the window is made of: the record that the workbook is made of too, and its marks."""

from cockpit.excel.review_deals import COLUMNS as DEAL_COLUMNS
from cockpit.excel.review_record import FigureLine, Mark, Quantity, Review
from cockpit.excel.review_styles import MARK_SYMBOLS, clean

__all__ = ["DEAL_COLUMNS", "MARK_SYMBOLS", "FigureLine", "Mark", "Quantity", "Review", "clean"]
