"""The program that is killed: the real window, a one-on-one, and somebody who types without a pause.

``python -m tests.faults.typing_child STORE LOG SEED``. Each line of LOG is a moment and what stands on the screen, or
what was reported as saved; it is written before the next event is looked at, so no saving overtakes it.
"""

import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from cockpit.store.file import Store
from cockpit.window.kit.theme import apply_theme
from cockpit.window.one_on_one.note_editor import MARK_KEYS
from cockpit.window.one_on_one.page import OneOnOnePage
from cockpit.window.shell import Shell

WORDS = ("需要演示设备", "约他们的总监", "报价太早", "首访六次", "带他去一次", "@周五", "@12-31", "下一步没有日期")
SIGNS = ["?", "!", "#", "##", ">", "+", "*", "^", "！", "？", "＃＃", "》", "……", "\\", ""]
PERSON = 1


class Typist:
    """One of many things a hand may do, at random."""

    def __init__(self, page: OneOnOnePage, log: int, seed: int) -> None:
        self._page, self._note, self._log = page, page.live.note, log
        self._random = random.Random(seed)
        page.live.saver.saved.connect(lambda _: self._write(saved=page.live.saver.written[0]))
        self._write(text=self._note.toPlainText())
        self._next()

    def _write(self, **what: str) -> None:
        os.write(self._log, (json.dumps({"t": time.time(), **what}, ensure_ascii=False) + "\n").encode())

    def _next(self) -> None:
        QTimer.singleShot(self._random.choice((0, 5, 10, 20, 40, 90, 200)), self._type)

    def _type(self) -> None:
        chance = self._random.random()
        if len(self._note.toPlainText()) > 4000:
            self._note.selectAll()
            self._key(Qt.Key.Key_Delete)
        if chance < 0.35:
            self._compose(self._random.choice(WORDS))
        elif chance < 0.6:
            self._key(0, self._random.choice(SIGNS) or " ")
        elif chance < 0.75:
            self._key(Qt.Key.Key_Return, "\r")
        elif chance < 0.85:
            for _ in range(self._random.randint(1, 12)):
                self._key(Qt.Key.Key_Backspace)
        elif chance < 0.9:
            self._key(self._random.choice(list(MARK_KEYS.values())))
        elif chance < 0.94:
            self._key(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
        else:
            for _ in range(self._random.randint(1, 3)):
                self._key(self._random.choice((Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Down)))
        self._write(text=self._note.toPlainText())
        self._next()

    def _key(self, key: int, text: str = "", modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifier, text)
        QCoreApplication.sendEvent(self._note, event)

    def _compose(self, words: str) -> None:
        for end in range(1, self._random.randint(2, 4)):
            QCoreApplication.sendEvent(self._note, QInputMethodEvent("pinyin"[:end], []))
        event = QInputMethodEvent()
        # Now and then the composition is still open when the program dies.
        if self._random.random() < 0.9:
            event.setCommitString(words)
        QCoreApplication.sendEvent(self._note, event)


def main(store: Path, log: Path, seed: int) -> None:
    """Type until killed."""
    application = QApplication([])
    apply_theme(application, "light")
    shell = Shell(Store.open(store))
    shell.show()
    shell.go("one_on_one", start_with=PERSON)
    page = shell.page("one_on_one")
    assert isinstance(page, OneOnOnePage)
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    typists = []

    def begin() -> None:
        if page.live.meeting_id is None:
            QTimer.singleShot(5, begin)
        else:
            typists.append(Typist(page, handle, seed))

    begin()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
