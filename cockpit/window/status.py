"""The line at the foot: what was saved when, and what is due today."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from cockpit.language import tr
from cockpit.model import clock
from cockpit.window.overview import Overview

HEIGHT = 32


class StatusLine(QFrame):
    """Quiet facts; work under way is shown where it was begun."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(HEIGHT)
        self._facts = QLabel(self)
        self._facts.setProperty("kind", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self._facts)
        row.addStretch(1)
        self._quiet = False
        self._saved = ""
        self._overview: Overview | None = None

    def retranslate(self) -> None:
        """All texts again."""
        self._say()

    def note_saved(self, stamp: str) -> None:
        """Something was written just now."""
        self._saved = clock.from_stamp(stamp).strftime("%H:%M:%S")
        self._say()

    def show_overview(self, overview: Overview) -> None:
        """What is due."""
        self._overview = overview
        self._say()

    def set_quiet(self, quiet: bool) -> None:
        """During a meeting only the time of saving is shown: nothing of anybody else."""
        self._quiet = quiet
        self._say()

    def _say(self) -> None:
        facts = [tr("已保存 {time}", time=self._saved)] if self._saved else []
        if self._quiet:
            facts.append(tr("勿扰中:会后再提醒"))
        elif self._overview:
            facts += self._overview.facts
        self._facts.setText("  ·  ".join(facts))
