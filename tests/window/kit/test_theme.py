"""Colours and icons: everything can be read in both appearances, and both switch live."""

import subprocess
import sys
from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.resources import resource
from cockpit.window.kit.icons import icon
from cockpit.window.kit.theme import DARK, LIGHT, SYMBOLS, Theme, apply_theme, person_color, theme, theme_signals


def luminance(color: QColor) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF())


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(look: Theme) -> None:
    texts = (look.text, look.quiet, look.accent, look.ok, look.watch, look.act)
    pairs = list(product(texts, (look.card, look.background)))
    pairs += [look.of_state(state) for state in SYMBOLS]
    pairs += [(look.accent, look.accent_tint), (look.text, look.accent_tint), (look.on_accent, look.accent)]
    low = {(one.name(), other.name()): round(contrast(one, other), 2) for one, other in pairs}
    assert {pair: value for pair, value in low.items() if value < 4.5} == {}


def test_the_appearance_switches_live(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    with qtbot.waitSignal(theme_signals.changed):
        apply_theme(qapp, "dark")
    assert theme() is DARK and qapp.palette().window().color() == DARK.background
    assert DARK.card.name() in qapp.styleSheet() and LIGHT.text.name() not in qapp.styleSheet()
    apply_theme(qapp, "light")
    assert theme() is LIGHT and qapp.palette().window().color() == LIGHT.background


def test_following_the_system_comes_out_in_one_of_the_two(qapp: QApplication) -> None:
    apply_theme(qapp, "system")
    assert theme() in (LIGHT, DARK)
    apply_theme(qapp, "light")


def test_every_name_in_the_style_sheet_is_a_token(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    rules = [line for line in qapp.styleSheet().splitlines() if not line.startswith("/*")]
    assert [line for line in rules if "@" in line] == []


def test_a_person_keeps_the_same_colour() -> None:
    assert person_color(7) == person_color(7) and len({person_color(n).name() for n in range(6)}) == 6


ICONS = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.mark.parametrize("name", [name for name in ICONS if name != "cockpit"])
def test_icons_take_the_colour_and_are_sharp_at_any_scale(qtbot: QtBot, name: str) -> None:
    for scale in (1.0, 2.0):
        image = icon(name, QColor("#2257c9")).pixmap(QSize(20, 20), scale).toImage()
        assert image.width() == 20 * scale
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        strongest = max(pixels, key=lambda pixel: pixel.alpha())
        assert strongest.alpha() > 150
        assert abs(strongest.red() - 0x22) + abs(strongest.green() - 0x57) + abs(strongest.blue() - 0xC9) < 8


def test_the_first_page_waits_for_no_heavy_library() -> None:
    kit = ("theme", "icons", "cards", "tables", "background")
    code = (
        f"import sys, {', '.join(f'cockpit.window.kit.{name}' for name in kit)}, cockpit.model.formats\n"
        "heavy = {'pyqtgraph', 'numpy', 'openpyxl', 'pypinyin', 'sqlite_utils', 'holidays'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or None)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stderr == ""
