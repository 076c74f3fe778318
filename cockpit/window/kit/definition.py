"""What a tooltip tells about a figure."""

from cockpit.metrics import METRICS, Figure


def definition(figure: Figure, *more: str) -> str:
    """How the figure is counted, why there is no value or what to know about it, and ``more``; a line each."""
    reason = figure.reason.sentence if figure.reason else ""
    return "\n".join(line for line in (METRICS[figure.key].definition, reason, *more) if line)
