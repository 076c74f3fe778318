"""What is asked when deals are won or lost: on which day, and why it was lost."""

from datetime import date

from attrs import frozen
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.metrics.deal_detail import Stage
from cockpit.model.lost_reasons import LOST_KINDS
from cockpit.operations.deal_values import read_day
from cockpit.window.kit.cards import button, label
from cockpit.window.kit.fields import DayField, Form, TextField, on_accept


@frozen
class Closing:
    """The answer."""

    day: date
    lost_reason: str | None


class DealDay(DayField):
    """A day as a deal's fields take it: also 周五, 月底, 三天后."""

    @property
    def day(self) -> date | None:
        """The day; None for an empty field, and for what is no day."""
        try:
            return read_day(self.field.text(), self._today)
        except CockpitError:
            return None

    def _say(self) -> None:
        # What says nothing takes no room.
        super()._say()
        self._understood.setVisible(bool(self._understood.text()))


class ReasonField(QComboBox):
    """A reason in words. To choose from: the kinds in which lost reasons are counted, then what was said before."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__()
        self.setEditable(True)
        self.line = TextField(hint=tr("为什么丢的"))
        self.setLineEdit(self.line)
        kinds = [tr(words) for kind, words in LOST_KINDS.items() if kind != "other"]
        self.addItems(kinds + [words for words in known if words not in kinds])
        self.setCurrentIndex(-1)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)


class ClosingDialog(QDialog):
    """Asks; ``closing`` is the answer once it is accepted. Enter accepts, Esc leaves everything as it was."""

    def __init__(
        self, stage: Stage, name: str, count: int, today: date, reasons: tuple[str, ...], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._stage = stage
        self.closing: Closing | None = None
        lost = stage.kind == "lost"
        self.setWindowTitle(tr("丢单") if lost else tr("赢单"))
        self.setMinimumWidth(384)
        title = name if count == 1 else tr("{n} 个商机", n=count)
        heading = label(tr("“{name}”改到“{stage}”", name=title, stage=stage.name), "strong")
        heading.setWordWrap(True)
        form = Form()
        self.day = DealDay(today, today)
        self.reason = ReasonField(reasons)
        form.add(tr("哪天丢的") if lost else tr("哪天成交的"), self.day)
        if lost:
            form.add(tr("丢单原因"), self.reason)
        form.buttons.addStretch(1)
        form.buttons.addWidget(button(tr("取消"), self.reject))
        done = button(tr("记为丢单") if lost else tr("记为赢单"), self._take, "primary")
        done.setDefault(False)
        form.buttons.addWidget(done)
        on_accept(self._take, self.day, self.reason.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(form)
        self.day.field.selectAll()
        (self.reason if lost else self.day).setFocus()

    def _take(self) -> None:
        day = self.day.day
        if day is None:
            self.day.setFocus()
            return
        words = " ".join(self.reason.currentText().split())
        self.closing = Closing(day, words or None if self._stage.kind == "lost" else None)
        self.accept()
