"""What happened, a line a day, beneath a heading in a pane."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cockpit.window.kit.cards import divider, label
from cockpit.window.kit.theme import theme


class TimeLines(QWidget):
    """A heading and lines in one label; nothing where there are none."""

    opened = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.linkActivated.connect(self.opened)
        self._text.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(divider())
        column.addWidget(label(title, "strong"))
        column.addWidget(self._text)

    def tell(self, rows: list[str]) -> None:
        """Rows as HTML."""
        self.setVisible(bool(rows))
        text = f"<table cellspacing=0 cellpadding=0 width='100%'>{''.join(rows)}</table>" if rows else ""
        if text != self._text.text():
            self._text.setText(text)


def time_line(day: str, first: str, second: str, quiet: str, link: str = "") -> str:
    """A row for ``TimeLines``: the day, words (a link, if there is one), and a second line in the colour ``quiet``."""
    words = escape(first)
    if link:
        words = f'<a style="text-decoration: none; color: {theme().accent.name()}" href="{link}">{words}</a>'
    more = f"<br><span style='color:{quiet}'>{escape(second)}</span>" if second else ""
    return (
        f"<tr><td width=84 style='font-size:12px; color:{quiet}; padding: 3px 8px 3px 0'>{day}</td>"
        f"<td style='font-size:12px; padding: 3px 0'>{words}{more}</td></tr>"
    )
