"""Somebody who presses everything: real keys and clicks in a real window, at random but from a seed.

The walker respects what a user could reach: a popup or a dialog takes everything while it is open, a widget that is
covered or disabled cannot be clicked. It never quits, and never leaves the program for the system's own dialogs.
"""

import random
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from attrs import define, field
from PySide6.QtCore import QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from cockpit.window.kit import background
from cockpit.window.pages import PAGES
from cockpit.window.shell import Shell

CLOSES_WITHIN = 20
"""Seconds in which whatever is open lets itself be closed."""
BLOCK = 0.25
"""Seconds; a step that keeps the window's thread longer is put on record (the machine may be busy with others)."""

INSIDE_MS = 40

NEVER = {"close", "sample"}
"""Commands that end the walk or write into the user's own folder."""

_CONTROL, _ALT, _SHIFT, _NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
_KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left,
    Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4,
    Qt.Key.Key_F6, Qt.Key.Key_F8,
)  # fmt: skip
_SHORTCUTS = (
    (Qt.Key.Key_Z, _CONTROL), (Qt.Key.Key_Y, _CONTROL), (Qt.Key.Key_Z, _CONTROL | _SHIFT), (Qt.Key.Key_K, _CONTROL),
    (Qt.Key.Key_O, _CONTROL | _SHIFT), (Qt.Key.Key_N, _CONTROL), (Qt.Key.Key_F, _CONTROL), (Qt.Key.Key_I, _CONTROL),
    (Qt.Key.Key_E, _CONTROL), (Qt.Key.Key_F1, _NONE), (Qt.Key.Key_F9, _NONE), (Qt.Key.Key_Left, _ALT),
    (Qt.Key.Key_PageUp, _ALT), (Qt.Key.Key_PageDown, _ALT), (Qt.Key.Key_T, _CONTROL), (Qt.Key.Key_A, _CONTROL),
    (Qt.Key.Key_C, _CONTROL), (Qt.Key.Key_V, _CONTROL), (Qt.Key.Key_X, _CONTROL), (Qt.Key.Key_Backtab, _SHIFT),
    (Qt.Key.Key_Down, _SHIFT), (Qt.Key.Key_Return, _CONTROL), (Qt.Key.Key_Return, _SHIFT), (Qt.Key.Key_1, _ALT),
    (Qt.Key.Key_5, _ALT), (Qt.Key.Key_C, _CONTROL | _SHIFT), (Qt.Key.Key_F4, _ALT | _SHIFT),
)  # fmt: skip
_TYPED = ("12", "350000", "abc", "lw", "2026-12-24", "12-31", "@friday", "! send it @3d", "# late", "> call", "0", "-5",
          "99999999999999", "%", "'", "  ", "w", "lost to none")  # fmt: skip
_COMPOSED = ("李雯", "? 要一台样机 @周五", "! 周三前给报价", "# 没见到决策人", "> 每周三个新客户", "好", "😀", "三天后",
             "价格太高", "万")  # fmt: skip


@define
class Walk:
    """A walk through ``shell``. ``failures`` tells what went wrong, ``last_steps`` what was done just before."""

    shell: Shell
    seed: int
    folder: Path
    pass_midnight: Callable[[], None]
    """Lets the clock go on to the next day."""

    steps: int = 0
    failures: list[str] = field(factory=list)
    blocks: list[tuple[float, str]] = field(factory=list)
    warnings: list[str] = field(factory=list)
    last_steps: deque[str] = field(factory=lambda: deque(maxlen=40))
    _random: random.Random = field(init=False)
    _walking: bool = False
    _in_step: bool = False
    _trace: Callable[[str], None] = field(default=lambda words: None)

    def __attrs_post_init__(self) -> None:
        self._random = random.Random(self.seed)

    # --- walking ----------------------------------------------------------------------------------------------

    def go(self, steps: int, seconds: float = float("inf")) -> None:
        """Walk so many steps, or so long; stops at the first failure."""
        former, former_messages = sys.excepthook, qInstallMessageHandler(self._hear)
        sys.excepthook = self._failed
        until = time.monotonic() + seconds
        self._walking = True
        QTimer.singleShot(INSIDE_MS, self._step_inside)
        try:
            self.shell.activateWindow()
            for name in NEVER:
                self.shell.actions_by_name[name].setEnabled(False)
            while self.steps < steps and time.monotonic() < until and not self.failures:
                self._step()
        finally:
            self._walking = False
            sys.excepthook = former
            qInstallMessageHandler(former_messages)

    def end(self) -> None:
        """Close whatever is open, and the window."""
        until = time.monotonic() + CLOSES_WITHIN
        while (left := self._popup()) is not None and left.isVisible():
            left.close()
            QApplication.processEvents()
            if time.monotonic() > until:
                self.failures.append(f"{left} cannot be closed: {getattr(left, 'state', '')}")
                return
        self.shell.close()
        if self.shell.isVisible():
            # It was told that a note is not on disk, and is closed all the same.
            self.shell.close()

    def story(self) -> str:
        """What to tell when it failed."""
        steps = "\n".join(self.last_steps)
        return f"seed {self.seed}, step {self.steps}\n{steps}\n" + "\n".join(self.failures)

    def _step(self) -> None:
        self.steps += 1
        began, before = time.monotonic(), self.steps
        self._in_step = True
        words = ""
        try:
            words = self._act()
            QApplication.processEvents()
        except Exception:
            # What an event raises comes out of the call that sent it.
            self.failures.append(traceback.format_exc())
        finally:
            self._in_step = False
        took = time.monotonic() - began
        # A menu or a dialog in which the walk went on holds nothing up.
        if took > BLOCK and self.steps == before:
            self.blocks.append((took, words))
        # Sometimes the answer is waited for, sometimes the next key is pressed before it is there.
        patience = self._random.random()
        if patience < 0.3:
            QTest.qWait(self._random.choice((1, 5, 20, 70)))
        elif patience < 0.4:
            self.shell._writer.finish()
            background.wait_for_all()
            QApplication.processEvents()

    def _step_inside(self) -> None:
        """In the loop of a menu or a dialog that was executed: it holds the step that opened it, the walk goes on."""
        if not self._walking:
            return
        # A timer that repeats itself would be silent in a dialog that is executed from here.
        QTimer.singleShot(INSIDE_MS, self._step_inside)
        if not self._in_step or self.failures:
            if self.failures and (shown := self._popup()):
                shown.close()
            return
        shown = self._popup()
        if shown is None:
            return
        self.steps += 1
        if self._random.random() < 0.15:
            self._say(f"close {_name(shown)}")
            QTest.keyClick(shown, Qt.Key.Key_Escape)
            if self._popup() is shown:
                shown.close()
        else:
            self._act()

    def _act(self) -> str:
        top = self._top()
        if isinstance(top, QFileDialog):
            return self._answer(top)
        acts: list[tuple[int, Callable[[QWidget], str]]] = [(30, self._click), (20, self._key), (16, self._type)]
        if top is self.shell:
            acts += [(8, self._shortcut), (7, self._page), (3, self._meeting), (3, self._command), (2, self._scope),
                     (1, self._midnight), (1, self._import), (3, self._end)]  # fmt: skip
        else:
            acts += [(6, self._leave)]
        act = self._random.choices([act for _, act in acts], [weight for weight, _ in acts])[0]
        return act(top)

    # --- what a user does -------------------------------------------------------------------------------------

    def _click(self, top: QWidget) -> str:
        if isinstance(top, QMenu):
            return self._choose(top)
        reachable = [
            widget for widget in top.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.window() is top and _is_answering(widget)
        ]  # fmt: skip
        self._random.shuffle(reachable)
        for widget in reachable:
            seen = widget.visibleRegion().boundingRect()
            if seen.isEmpty():
                continue
            at = QPoint(
                self._random.randint(seen.left(), seen.right()), self._random.randint(seen.top(), seen.bottom())
            )
            hit = top.childAt(widget.mapTo(top, at))
            if hit is None or not (hit is widget or widget.isAncestorOf(hit)):
                continue
            at = hit.mapFrom(top, widget.mapTo(top, at))
            how = self._random.random()
            words = self._say(f"click {_name(hit)} at {at.x()},{at.y()}{' twice' if how < 0.12 else ''}")
            if how < 0.12:
                QTest.mouseClick(hit, Qt.MouseButton.LeftButton, _NONE, at)
                QTest.mouseDClick(hit, Qt.MouseButton.LeftButton, _NONE, at)
            elif how < 0.16:
                QTest.mouseClick(hit, Qt.MouseButton.LeftButton, self._random.choice((_CONTROL, _SHIFT)), at)
            else:
                QTest.mouseMove(hit, at)
                QTest.mouseClick(hit, Qt.MouseButton.LeftButton, _NONE, at)
            return words
        return self._say("nothing to click")

    def _choose(self, menu: QMenu) -> str:
        actions = [
            action for action in menu.actions()
            if action.isEnabled() and not action.isSeparator()
        ]  # fmt: skip
        if not actions:
            menu.close()
            return self._say("close an empty menu")
        action = self._random.choice(actions)
        words = self._say(f"choose {action.text()}")
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, _NONE, menu.actionGeometry(action).center())
        if menu.isVisible():
            menu.close()
        return words

    def _key(self, top: QWidget) -> str:
        key = self._random.choice(_KEYS)
        modifier = self._random.choices((_NONE, _SHIFT, _CONTROL), (12, 1, 1))[0]
        words = self._say(f"key {modifier.name} {key.name} on {_name(self._focus(top))}")
        if modifier is _CONTROL and key is Qt.Key.Key_Space:
            return words
        QTest.keyClick(self._focus(top), key, modifier)
        return words

    def _shortcut(self, top: QWidget) -> str:
        key, modifier = self._random.choice(_SHORTCUTS)
        times = self._random.choices((1, 2), (5, 1))[0]
        words = self._say(f"shortcut {modifier.name} {key.name} x{times} on {_name(self._focus(top))}")
        for _ in range(times):
            QTest.keyClick(self._focus(self._top()), key, modifier)
        return words

    def _type(self, top: QWidget) -> str:
        focus = self._focus(top)
        if not isinstance(focus, QLineEdit | QPlainTextEdit):
            written = [
                widget for widget in top.findChildren(QWidget)
                if isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isVisible() and widget.isEnabled()
                and not widget.visibleRegion().isEmpty()
            ]  # fmt: skip
            if written and self._random.random() < 0.5:
                focus = self._random.choice(written)
                focus.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._random.random() < 0.5:
            text = self._random.choice(_TYPED)
            words = self._say(f"type {text!r} in {_name(focus)}")
            for letter in text:
                # The focus may go elsewhere under way, as it does for a user.
                QTest.keyClick(self._focus(self._top()), letter)
            return words
        text = self._random.choice(_COMPOSED)
        words = self._say(f"compose {text!r} in {_name(focus)}")
        QApplication.sendEvent(focus, QInputMethodEvent("pin yin", []))
        if self._random.random() < 0.25:
            return words
        commit = QInputMethodEvent("", [])
        commit.setCommitString(text)
        QApplication.sendEvent(self._focus(self._top()), commit)
        return words

    def _leave(self, top: QWidget) -> str:
        words = self._say(f"Esc in {_name(top)}")
        QTest.keyClick(self._focus(top), Qt.Key.Key_Escape)
        return words

    def _page(self, _: QWidget) -> str:
        entry = self._random.choice(PAGES)
        words = self._say(f"page {entry.name}")
        if entry.number is None:
            self.shell.actions_by_name[f"page:{entry.name}"].trigger()
        else:
            QTest.keyClick(self._focus(self.shell), Qt.Key(Qt.Key.Key_0.value + entry.number), _CONTROL)
        return words

    def _meeting(self, _: QWidget) -> str:
        words = self._say("start a one-on-one")
        QTest.keyClick(self._focus(self.shell), Qt.Key.Key_O, _CONTROL | _SHIFT)
        QTest.qWait(40)
        palette = self._top()
        if palette is not self.shell:
            for _ in range(self._random.randint(0, 6)):
                QTest.keyClick(self._focus(palette), Qt.Key.Key_Down)
            QTest.keyClick(self._focus(palette), Qt.Key.Key_Return)
        return words

    def _end(self, _: QWidget) -> str:
        page = self.shell.page("one_on_one")
        if not page.isVisible():
            return self._page(self.shell)
        words = self._say("end the one-on-one, twice")
        for _ in range(2):
            QTest.keyClick(self._focus(self._top()), Qt.Key.Key_Return, _CONTROL)
        return words

    def _command(self, _: QWidget) -> str:
        names = [name for name in self.shell.actions_by_name if name not in NEVER]
        name = self._random.choice([*names, "language", "language", "dark", "light"])
        words = self._say(f"command {name}")
        self.shell.command(name)
        return words

    def _scope(self, _: QWidget) -> str:
        scopes = self.shell._scopes
        if not scopes or not self.shell.top.scope_button.isEnabled():
            return self._say("no scope to choose")
        scope = self._random.choice(scopes)
        words = self._say(f"scope {scope.label}")
        self.shell.choose_scope(scope)
        return words

    def _midnight(self, _: QWidget) -> str:
        words = self._say("midnight")
        self.pass_midnight()
        self.shell._day.timeout.emit()
        return words

    def _import(self, _: QWidget) -> str:
        path = self.a_file()
        words = self._say(f"drop {path.name}")
        self.shell.import_files([path])
        return words

    def a_file(self) -> Path:
        """A small export as a CRM would write it: some deals known from the last time, some new, one refused."""
        path = self.folder / f"export-{self._random.randint(1, 3)}.csv"
        rows = ["商机编号,商机名称,客户名称,负责人,销售阶段,金额,预计成交日期"]
        for number in range(self._random.randint(2, 30)):
            owner = self._random.choice(("李雯", "王晓东", "新来的人", ""))
            stage = self._random.choice(("初步接洽", "方案报价", "赢单", "谈判"))
            amount = self._random.choice(("120000", "9.5万", "很多", ""))
            rows.append(
                f"W{number},随机商机{number},随机客户{number % 5},{owner},{stage},{amount},2026-12-{number % 28 + 1:02}"
            )
        path.write_text("\n".join(rows), "utf-8")
        return path

    def _answer(self, dialog: QFileDialog) -> str:
        """A dialog for a file: given up, or a place in the walk's own folder."""
        if self._random.random() < 0.5:
            words = self._say("give up the file dialog")
            dialog.reject()
        else:
            words = self._say("choose a file")
            path = str(self.folder / "chosen.xlsx")
            dialog.hide()
            dialog.fileSelected.emit(path)
            dialog.done(QDialog.DialogCode.Accepted)
        return words

    # --- where ------------------------------------------------------------------------------------------------

    @staticmethod
    def _popup() -> QWidget | None:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget()

    def _top(self) -> QWidget:
        if shown := self._popup():
            return shown
        active = QApplication.activeWindow()
        return active if isinstance(active, QDialog) and active.isVisible() else self.shell

    @staticmethod
    def _focus(top: QWidget) -> QWidget:
        focus = QApplication.focusWidget()
        return focus if focus is not None and focus.window() is top else top.focusWidget() or top

    # --- hearing ----------------------------------------------------------------------------------------------

    def _say(self, words: str) -> str:
        self.last_steps.append(words)
        self._trace(f"{self.steps} {words}")
        return words

    def _failed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.failures.append("".join(traceback.format_exception(kind, error, trace)))

    def _hear(self, kind: QtMsgType, _: object, message: str) -> None:
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self.failures.append(f"{kind.name}: {message}")
        elif "This plugin does not support" not in message:
            self.warnings.append(message)
            print(message, file=sys.stderr)


def _is_answering(widget: QWidget) -> bool:
    """Worth a click: buttons, fields, tables, and whatever can have the focus or shows a hand."""
    return (
        isinstance(widget, QAbstractButton | QLineEdit | QAbstractItemView | QAbstractScrollArea)
        or widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        or widget.cursor().shape() == Qt.CursorShape.PointingHandCursor
    )


def _name(widget: QWidget) -> str:
    said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    parent = widget.parentWidget()
    return f"{type(widget).__name__}({said[:24]}) in {type(parent).__name__ if parent else '-'}"
