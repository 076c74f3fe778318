"""What a review printed by the window is made of: the record of the workbook, its marks, and how it is written."""

from cockpit.excel.review_deals import COLUMNS as DEAL_COLUMNS
from cockpit.excel.review_record import FigureLine, Mark, Quantity, Review
from cockpit.excel.review_styles import MARK_SYMBOLS, clean
from cockpit.excel.whole_file import whole_file

__all__ = ["DEAL_COLUMNS", "MARK_SYMBOLS", "FigureLine", "Mark", "Quantity", "Review", "clean", "whole_file"]
