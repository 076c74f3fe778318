"""The line at the foot: what was saved when, what is due today, the last backup, and work under way with its stop."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from cockpit.language import tr
from cockpit.model import clock
from cockpit.window.overview import Overview

HEIGHT = 32


class StatusLine(QFrame):
    """Quiet facts at the left, work under way at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(HEIGHT)
        self._facts = QLabel(self)
        self._facts.setProperty("kind", "quiet")
        self._work = QLabel(self)
        self._work.setProperty("kind", "quiet")
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self._stop = QPushButton(self)
        self._stop.setProperty("kind", "link")
        self._stop.clicked.connect(lambda _=False: self._on_stop())
        self._on_stop: Callable[[], None] = lambda: None
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self._facts)
        row.addStretch(1)
        for widget in (self._work, self._bar, self._stop):
            row.addWidget(widget)
        self._quiet = False
        self._saved = ""
        self._overview: Overview | None = None
        self.work_ended()

    def retranslate(self) -> None:
        """All texts again."""
        self._stop.setText(tr("停止"))
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

    def work_under_way(self, words: str, done: int, total: int, stop: Callable[[], None]) -> None:
        """Progress of something long, which can be stopped."""
        self._work.setText(words)
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        self._on_stop = stop
        for widget in (self._work, self._bar, self._stop):
            widget.show()

    def work_ended(self) -> None:
        """Nothing is under way."""
        for widget in (self._work, self._bar, self._stop):
            widget.hide()

    def _say(self) -> None:
        facts = [tr("已保存 {time}", time=self._saved)] if self._saved else []
        if self._quiet:
            facts.append(tr("勿扰中:会后再提醒"))
        elif self._overview:
            facts += self._overview.facts
        self._facts.setText("  ·  ".join(facts))
