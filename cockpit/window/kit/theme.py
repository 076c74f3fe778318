"""Colours, fonts and the look of every control: one set of tokens, light and dark, switched live."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Literal

from attrs import asdict, frozen
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from cockpit.resources import resource

Appearance = Literal["light", "dark", "system"]
State = Literal["ok", "watch", "act", "quiet", "running", "fail"]

SYMBOLS: dict[State, str] = {"ok": "✓", "watch": "△", "act": "!", "quiet": "○", "running": "…", "fail": "✕"}
"""Every state has a symbol as well as a colour."""

SMALL, USUAL, LARGE, HEADLINE = 12, 14, 20, 28
FAMILIES = [
    "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
    "WenQuanYi Micro Hei",
]  # fmt: skip
# Okabe and Ito's palette without its yellow, which is too faint on white: safe for colour-blind eyes.
_PEOPLE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")


@frozen
class Theme:
    """The tokens of one appearance."""

    dark: bool
    background: QColor
    card: QColor
    line: QColor
    text: QColor
    quiet: QColor
    accent: QColor
    accent_tint: QColor
    ok: QColor
    ok_tint: QColor
    watch: QColor
    watch_tint: QColor
    act: QColor
    act_tint: QColor
    on_accent: QColor
    """Text on the accent, e.g. on a primary button."""

    def of_state(self, state: State) -> tuple[QColor, QColor]:
        """Text colour and tint of a state."""
        return {
            "ok": (self.ok, self.ok_tint),
            "watch": (self.watch, self.watch_tint),
            "running": (self.watch, self.watch_tint),
            "act": (self.act, self.act_tint),
            "fail": (self.act, self.act_tint),
            "quiet": (self.quiet, self.card),
        }[state]


def _theme(dark: bool, *colors: str) -> Theme:
    return Theme(dark, *(QColor(color) for color in colors))


LIGHT = _theme(
    False, "#f5f6f8", "#ffffff", "#e4e7ec", "#1d2430", "#667085", "#2257c9", "#e9effc",
    "#00795b", "#e3f4ee", "#a15c00", "#fdf1dc", "#b3261e", "#fce9e7", "#ffffff",
)  # fmt: skip
DARK = _theme(
    True, "#14171c", "#1d2128", "#2f3540", "#e8ebf0", "#98a2b3", "#7fa6ff", "#22304f",
    "#4cc9a0", "#173a30", "#f0b455", "#3d2f14", "#ff8a80", "#45211f", "#14171c",
)  # fmt: skip


class ThemeSignals(QObject):
    """``changed`` is sent after the appearance changed: who paints for himself looks at ``theme()`` again."""

    changed = Signal()


theme_signals = ThemeSignals()
_current = LIGHT
_appearance: Appearance = "light"
_dressed: Theme | None = None
_following = False


def theme() -> Theme:
    """The tokens in force."""
    return _current


@contextmanager
def in_light() -> Iterator[bool]:
    """``theme()`` is the light one inside the block, for what is painted to leave the window: paper and slides are
    white. Nobody is told. Gives whether the window is dark.
    """
    global _current
    here = _current
    _current = LIGHT
    try:
        yield here.dark
    finally:
        _current = here


def person_color(person_id: int) -> QColor:
    """The same person has the same colour everywhere."""
    return QColor(_PEOPLE[person_id % len(_PEOPLE)])


def apply_theme(application: QApplication, appearance: Appearance) -> None:
    """Dress the whole program, now and, for "system", whenever the system changes."""
    global _current, _appearance, _dressed, _following
    _appearance = appearance
    hints = application.styleHints()
    # Lets native title bars follow; where the platform does not support it (offscreen, bare X11), nothing happens.
    hints.setColorScheme(
        {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}[appearance]
    )
    if not _following:
        hints.colorSchemeChanged.connect(_follow_system)
        _following = True
    dark = appearance == "dark" or (appearance == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    _current = DARK if dark else LIGHT
    # Setting the scheme may have come here already through the system's own signal; dressing twice costs 0.1 s.
    if _dressed is _current:
        return
    _dressed = _current
    sized.cache_clear()
    # Taken off first: to replace a sheet by another one under 2,000 widgets takes Qt five times as long.
    application.setStyleSheet("")
    if application.style().name() != "fusion":
        application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(_palette(_current))
    application.setFont(_font())
    application.setStyleSheet(_style_sheet(_current))
    theme_signals.changed.emit()


def _follow_system() -> None:
    application = QApplication.instance()
    if _appearance == "system" and isinstance(application, QApplication):
        apply_theme(application, "system")


@lru_cache(maxsize=16)
def sized(size: int, *, bold: bool = False) -> QFont:
    """The program's font in one of its sizes (pixels), figures in equal widths. Not to be changed by who gets it."""
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    installed = set(QFontDatabase.families())
    # A family that is named first gives Chinese its Chinese forms; left to fallback, Japanese ones may come.
    chinese = [family for family in FAMILIES if family in installed]
    font.setFamilies(chinese or [font.family()])
    font.setPixelSize(USUAL)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _palette(look: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, color in (
        (role.Window, look.background), (role.WindowText, look.text), (role.Base, look.card),
        (role.AlternateBase, look.background), (role.Text, look.text), (role.Button, look.card),
        (role.ButtonText, look.text), (role.BrightText, look.act), (role.Highlight, look.accent_tint),
        (role.HighlightedText, look.text), (role.ToolTipBase, look.card), (role.ToolTipText, look.text),
        (role.PlaceholderText, look.quiet), (role.Link, look.accent), (role.LinkVisited, look.accent),
        (role.Mid, look.line), (role.Midlight, look.line), (role.Dark, look.line), (role.Light, look.card),
        (role.Shadow, look.line), (role.Accent, look.accent),
    ):  # fmt: skip
        palette.setColor(where, color)
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, look.quiet)
    return palette


def _style_sheet(look: Theme) -> str:
    tokens = {name: value.name() for name, value in asdict(look).items() if isinstance(value, QColor)}
    tokens["hover"] = (look.accent.lighter(112) if look.dark else look.accent.darker(112)).name()
    # A file, because style sheets tint no picture: its grey is read on light and dark alike.
    tokens["combo_arrow"] = resource("style-arrow.svg").as_posix()
    tokens["clear_icon"] = resource("style-clear.svg").as_posix()
    sheet = resource("style.qss").read_text("utf-8")
    return re.sub(r"@(\w+)(?=[;\s\"])", lambda token: tokens.get(token[1], token[0]), sheet)
