"""A page as it stands in the window, as a workbook."""

from cockpit.excel.page_book import PageAsShown, PageCell, PagePart, write_page

__all__ = ["PageAsShown", "PageCell", "PagePart", "write_page"]
