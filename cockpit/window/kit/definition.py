"""What a tooltip tells about a figure."""

from cockpit.language import tr
from cockpit.metrics import METRICS, Figure
from cockpit.model import formats


def definition(figure: Figure, *more: str) -> str:
    """How the figure is counted, why there is no value, what is estimated, what to know, and ``more``; a line each."""
    reason = figure.reason.sentence if figure.reason else ""
    amount = formats.money(figure.estimated)
    estimated = tr("其中 {amount} 按目录价估算。", amount=amount) if figure.estimated else ""
    notes = (note.sentence for note in figure.notes)
    return "\n".join(line for line in (METRICS[figure.key].definition, reason, estimated, *notes, *more) if line)
