"""How a cycle's state and a number of a review are said on the page."""

from cockpit.language import noop, tr
from cockpit.model import formats
from cockpit.operations.review_preview import CycleState, PreviewLine, Quantity
from cockpit.window.kit.theme import State

_STATES: dict[CycleState, tuple[State, str]] = {
    "running": ("running", noop("正在进行")),
    "due": ("watch", noop("待关账")),
    "open": ("quiet", noop("未关账")),
    "closed": ("ok", noop("已关账")),
    "reopened": ("watch", noop("已重新打开")),
}


def state_words(state: CycleState) -> tuple[State, str]:
    """Symbol's state and word of a cycle's state."""
    shown, source = _STATES[state]
    return shown, tr(source)


def heading(text: str) -> str:
    """A word that stands inside sentences elsewhere, as a heading: English then begins with a capital."""
    return text[:1].upper() + text[1:]


def said(quantity: Quantity) -> str:
    """A number of a review, short; money stands there in units of the currency."""
    value = quantity.value
    if value is not None and quantity.unit == "money":
        value = value * 100
    return formats.by_unit(value, quantity.unit)


def said_in_full(quantity: Quantity, currency: str) -> str:
    """The whole number for a tooltip, or why there is none."""
    if quantity.value is None:
        return quantity.reason or ""
    if quantity.unit == "money":
        return formats.money_full(round(quantity.value * 100), currency)
    return formats.share(quantity.value, 1) if quantity.unit == "share" else said(quantity)


def change(line: PreviewLine, *, frozen: bool) -> tuple[str, State | None]:
    """The difference with its symbol: this cycle against the one before, or now against what was frozen.

    A frozen figure that differs from today's is neither good nor bad: something was changed afterwards.
    """
    if line.first.value is None or line.second.value is None:
        return "", None
    now, before = (line.second, line.first) if frozen else (line.first, line.second)
    difference = (now.value or 0) - (before.value or 0)
    if abs(difference) < 1e-9:
        return (tr("一致") if frozen else "0"), None
    unit = line.first.unit
    if unit == "share":
        text = formats.points(difference, 1)
    else:
        text = formats.by_unit(difference * (100 if unit == "money" else 1), unit)
        text = f"+{text}" if difference > 0 else text
    if frozen:
        return f"△ {text}", "watch"
    arrow = "▲" if difference > 0 else "▼"
    if line.better == "neither":
        return f"{arrow} {text}", None
    return f"{arrow} {text}", "ok" if (difference > 0) == (line.better == "more") else "act"
