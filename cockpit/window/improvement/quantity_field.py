"""A figure in the unit of a metric, as it is typed: 300万, 40 %, 12. What was understood stands beside it."""

from cockpit.language import noop, tr
from cockpit.model.quantities import read_quantity, show_quantity, type_quantity
from cockpit.window.kit.fields import UnderstoodField

_EXAMPLES = {
    "money": noop("例如 300 万"), "share": noop("例如 40 %"), "count": noop("例如 8"), "days": noop("例如 12 天"),
    "ratio": noop("例如 1.2"), "score": noop("例如 4"),
}  # fmt: skip


class QuantityField(UnderstoodField):
    """``unit`` is the metric's; None while no metric is chosen: then nothing can be understood."""

    def __init__(self, unit: str | None = None, value: float | None = None) -> None:
        self._unit: str | None = None
        super().__init__()
        self.set_unit(unit)
        if unit is not None:
            self.field.setText(type_quantity(value, unit))

    @property
    def quantity(self) -> float | None:
        """What was typed, in the unit; None for nothing, and for what is no figure."""
        return None if self._unit is None else read_quantity(self.field.text(), self._unit)

    @property
    def is_wrong(self) -> bool:
        """Something stands there that is no figure of this unit."""
        return bool(self.field.text().strip()) and self._unit is not None and self.quantity is None

    def set_unit(self, unit: str | None) -> None:
        """Another metric was chosen; what is typed stays and is read anew."""
        self._unit = unit
        self.field.setPlaceholderText(tr(_EXAMPLES[unit]) if unit else tr("先选指标"))
        self._say()

    @property
    def understood(self) -> str:
        quantity = self.quantity
        return "" if quantity is None or self._unit is None else show_quantity(quantity, self._unit)
