"""How a cell of a table looks: text, tag, small line, in the colours of the theme."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip

from cockpit.window.kit.rows import Cell, Column, Index, RowsModel, alignment
from cockpit.window.kit.sparkline import paint_sparkline
from cockpit.window.kit.theme import SMALL, SYMBOLS, USUAL, sized, theme

_LINE_WIDTH, _GAP = 56, 10


def _cell_of(index: Index) -> tuple[Cell, Column]:
    model = index.model()
    assert isinstance(model, RowsModel)
    return model.cell(index), model.columns[index.column()]


class CellDelegate(QStyledItemDelegate):
    """Paints every kind of cell. ``hovered_row`` is the row under the mouse, -1 for none."""

    PADDING = 12

    hovered_row = -1
    rings_rows = False
    """The ring of the focus goes round the whole row, where its cells do nothing of their own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        (cell, column), look = _cell_of(index), theme()
        rect: QRect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(rect, look.accent_tint)
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, look.background)
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.line)
        ring = self._ring(option, index)
        if not ring.isEmpty():
            painter.save()
            painter.setClipRect(rect)
            painter.setPen(QPen(look.accent, 2))
            painter.drawRoundedRect(QRectF(ring).adjusted(1, 1, -1, -2), 4, 4)
            painter.restore()
        inside = rect.adjusted(self.PADDING, 0, -self.PADDING, 0)
        # Quiet grey on the accent's tint is below the contrast that everybody can read.
        quiet = look.text if selected else look.quiet
        if cell.state is not None and cell.text:
            inside.setLeft(self._paint_tag(painter, inside, cell, quiet) + _GAP)
        elif cell.text:
            color = look.of_state(cell.tone)[0] if cell.tone else quiet if cell.quiet else look.text
            painter.setPen(color)
            used = _paint_text(painter, inside, cell.text, sized(USUAL, bold=cell.strong), alignment(column))
            inside.setLeft(inside.left() + used + _GAP)
        if cell.quiet_text and _says_something(cell.quiet_text, inside.width()):
            painter.setPen(quiet)
            _paint_text(painter, inside, cell.quiet_text, sized(SMALL), alignment(column))
        if len(cell.line) > 1 and inside.width() >= 24:
            color = look.of_state(cell.state)[0] if cell.state else look.quiet
            width = min(inside.width(), _LINE_WIDTH)
            paint_sparkline(painter, QRectF(inside.left(), rect.center().y() - 8, width, 16), cell.line, color)
        painter.restore()

    def _ring(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Of the focus, as far as this cell has a part in it; empty where it has none."""
        view = option.widget
        if not self.rings_rows or not isinstance(view, QTableView):
            return option.rect if option.state & QStyle.StateFlag.State_HasFocus else QRect()
        if not view.hasFocus() or view.currentIndex().row() != index.row():
            return QRect()
        last = view.horizontalHeader().length() - view.horizontalOffset()
        return QRect(-view.horizontalOffset(), option.rect.top(), last + view.horizontalOffset(), option.rect.height())

    def _paint_tag(self, painter: QPainter, inside: QRect, cell: Cell, quiet: QColor) -> int:
        """Symbol, text and tint; what is quiet has no tint. Returns where the tag ends."""
        assert cell.state is not None
        color, tint = theme().of_state(cell.state)
        metrics = QFontMetrics(sized(SMALL))
        words = f"{SYMBOLS[cell.state]} {cell.text}"
        text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width() - 16)
        box = QRect(inside.left(), inside.center().y() - 11, metrics.horizontalAdvance(text) + 16, 24)
        if cell.state != "quiet":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(quiet if cell.state == "quiet" else color)
        painter.setFont(sized(SMALL))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return box.right()

    def sizeHint(self, _: QStyleOptionViewItem, index: Index) -> QSize:
        cell, _column = _cell_of(index)
        if cell.state is not None and cell.text:
            width = QFontMetrics(sized(SMALL)).horizontalAdvance(f"{SYMBOLS[cell.state]} {cell.text}") + 16
        else:
            width = QFontMetrics(sized(USUAL, bold=cell.strong)).horizontalAdvance(cell.text)
        if cell.quiet_text:
            width += _GAP + QFontMetrics(sized(SMALL)).horizontalAdvance(cell.quiet_text)
        if cell.line:
            width += _GAP + _LINE_WIDTH
        return QSize(width + 2 * self.PADDING + 2, 0)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The full value; where there is none, the text itself if it does not fit its column."""
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            cell, _ = _cell_of(index)
            cut_off = self.sizeHint(option, index).width() > option.rect.width()
            QToolTip.showText(event.globalPos(), cell.tip or (cell.plain if cut_off else ""), view)
            return True
        return super().helpEvent(event, view, option, index)


def _says_something(words: str, room: int) -> bool:
    """Whether enough of the words fits: a lone letter and three dots are left out."""
    return room >= min(48, QFontMetrics(sized(SMALL)).horizontalAdvance(words))


def _paint_text(painter: QPainter, area: QRect, words: str, font: QFont, where: Qt.AlignmentFlag) -> int:
    """Draw ``words``, shortened where they do not fit; returns their width in pixels."""
    metrics = QFontMetrics(font)
    text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.drawText(area, where, text)
    return metrics.horizontalAdvance(text)
