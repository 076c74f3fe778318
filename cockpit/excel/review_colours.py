"""Conditional formats of the review: the window's states keep their colours, whatever is written there later."""

from typing import Any

from cockpit.excel.review_styles import MARK_COLOURS, MARK_SYMBOLS, MARK_TINTS


def colour_states(sheet: Any, reference: str, *, tinted: bool = False) -> None:
    """Cells of ``reference`` that begin with the symbol of a state get its colour, whatever is written there later."""
    from openpyxl.formatting.rule import Rule

    first = reference.partition(":")[0]
    for state, symbol in MARK_SYMBOLS.items():
        if symbol:
            rule = Rule(
                type="beginsWith",
                operator="beginsWith",
                text=symbol,
                formula=[f'LEFT({first},1)="{symbol}"'],
                dxf=_look(MARK_COLOURS[state], MARK_TINTS.get(state) if tinted else None),
            )
            sheet.conditional_formatting.add(reference, rule)


def colour_numbers(sheet: Any, reference: str, good: float, poor: float) -> None:
    """Numbers from ``good`` on are fine, those below ``poor`` need action, between them lies what is to be watched."""
    first = reference.partition(":")[0]
    for condition, colour in (
        (f"{first}>={good}", MARK_COLOURS["ok"]),
        (f"{first}<{poor}", MARK_COLOURS["act"]),
        (f"{first}<{good}", MARK_COLOURS["watch"]),
    ):
        # A text counts as more than any number.
        colour_where(sheet, reference, f"AND(ISNUMBER({first}),{condition})", colour)


def colour_where(sheet: Any, reference: str, condition: str, colour: str, *, bold: bool = False) -> None:
    """Cells of ``reference`` for which ``condition`` (a formula about its first cell) holds."""
    from openpyxl.formatting.rule import Rule

    rule = Rule(type="expression", formula=[condition], dxf=_look(colour, None, bold=bold), stopIfTrue=True)
    sheet.conditional_formatting.add(reference, rule)


def bars(sheet: Any, reference: str) -> None:
    """A bar behind each number, from 0 to the largest."""
    from openpyxl.formatting.rule import DataBarRule

    rule = DataBarRule(start_type="num", start_value=0, end_type="max", color="FFB9CBF3")  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(reference, rule)


def _look(colour: str, tint: str | None, *, bold: bool = False) -> Any:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    # In a difference the colour of a solid fill is its background.
    fill = PatternFill("solid", bgColor=tint) if tint else None
    return DifferentialStyle(font=Font(color=colour, bold=True if bold else None), fill=fill)
