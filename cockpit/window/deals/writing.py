"""From what is typed or chosen, in the table or beside it, to what is written in the store."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.metrics.deal_detail import Stage
from cockpit.metrics.deal_list import DealRow
from cockpit.metrics.order_checks import missing_for
from cockpit.model import formats
from cockpit.model.deals import FORECAST_CATEGORIES, ORDER_QUESTIONS, REQUIRED_FIELDS
from cockpit.operations import deal_log, deals
from cockpit.operations.deal_values import read_day, read_money, read_typed
from cockpit.operations.operation import Changes
from cockpit.operations.order_checks import answer_question
from cockpit.store.file import Store
from cockpit.window.deals.closing import Closing, ClosingDialog
from cockpit.window.deals.columns import Refused, typed_text
from cockpit.window.deals.loading import DealsData
from cockpit.window.deals.log import Written
from cockpit.window.deals.side import Together
from cockpit.window.deals.table import DealSource
from cockpit.window.kit.page import Page

_COLUMN_OF = {"owner": "owner_id", "stage": "stage_id"}


class DealWriting(QObject):
    """Says what a cell may be (``Editing``) and has written what was decided.

    ``begun`` is sent before something is written, ``left`` when nothing was after all. ``data`` is what the page shows;
    ``refused`` what was typed in vain, by deal and column.
    """

    begun = Signal()
    left = Signal()

    def __init__(self, page: Page, source: Callable[[], DealSource | None]) -> None:
        """``source`` gives the deals that are in the table."""
        super().__init__(page)
        self._page, self._source = page, source
        self.data: DealsData | None = None
        self.refused: dict[tuple[int, str], Refused] = {}

    # --- what a cell may be -----------------------------------------------------------------------------------

    def choices(self, number: int, key: str) -> tuple[Sequence[tuple[str, object]], object] | None:
        """What a cell may be and what it is; None for one that is typed."""
        data, deal = self.data, self._deal(number)
        if data is None or deal is None:
            return None
        if key == "stage":
            return [(stage.name, stage.id) for stage in data.choices.stages_of([deal.stage_id])], deal.stage_id
        if key == "owner":
            owners: list[tuple[str, object]] = [(name, person) for person, name in data.choices.owners]
            return [(formats.MISSING, None), *owners], deal.owner_id
        if key == "forecast_category":
            words: list[tuple[str, object]] = [(tr(source), name) for name, source in FORECAST_CATEGORIES.items()]
            return [(formats.MISSING, None), *words], deal.forecast_category
        return None

    def text(self, number: int, key: str) -> str:
        """What stands in the field when a cell is opened: what was typed in vain, or what is stored."""
        refused = self.refused.get((number, key))
        deal = self._deal(number)
        return refused.text if refused else typed_text(deal, key) if deal else ""

    def read(self, number: int, key: str, text: str) -> object:  # noqa: ARG002 - a value does not depend on its deal
        """The value of what was typed. Raises CockpitError, which says why it is none."""
        return read_typed(key, text, self._today)

    def understood(self, number: int, key: str, text: str) -> str:  # noqa: ARG002 - as above
        """The day or the amount that is understood so far."""
        try:
            if key in ("expected_close", "next_step_on", "closed_on"):
                day = read_day(text, self._today)
                return f"{day.isoformat()} {formats.weekday(day)}" if day else ""
            if key == "amount" and self.data is not None and text.strip() and not text.strip().isdecimal():
                return formats.money_full(read_money(text), self.data.currency)
        except CockpitError:
            return ""
        return ""

    # --- what is written --------------------------------------------------------------------------------------

    def write(self, number: int, key: str, value: object) -> None:
        """From the table or the pane: a stage is moved, everything else is set."""
        self.refused.pop((number, key), None)
        deal = self._deal(number)
        if deal is not None and key in ("owner", "stage"):
            same = getattr(deal, _COLUMN_OF[key]) == value
        else:
            same = deal is not None and hasattr(deal, key) and getattr(deal, key) == value
        if same:
            self.left.emit()
        elif key == "stage" and isinstance(value, int):
            self._move([number], value)
        else:
            self.edit([number], key, value)

    def refuse(self, number: int, key: str, text: str, reason: str) -> None:
        """What was typed is no value: it stays in sight with the reason."""
        self.refused[number, key] = Refused(text, reason)
        self.left.emit()

    def edit(self, ids: Sequence[int], key: str, value: object) -> None:
        """One field of these deals."""
        today, field = self._today, _COLUMN_OF.get(key, key)
        for number in ids:
            self.refused.pop((number, key), None)
        self._perform(lambda store: deals.edit_deals(store, ids, field, value, today=today))

    def answer(self, number: int, question: str, answer: str | None, evidence: str | None) -> None:
        """One of the five questions about a deal."""
        today = self._today
        self._perform(lambda store: answer_question(store, number, question, answer, evidence, today=today))

    def write_log(self, number: int, written: Written, then: Callable[[], None]) -> None:
        """What happened, and the next step that follows from it."""
        today = self._today
        self._perform(
            lambda store: deal_log.write_log_entry(
                store, number, written.text, next_step=written.next_step, next_step_on=written.next_step_on, today=today
            ),
            then,
        )

    def correct_log(self, entry: int, written: Written) -> None:
        """An entry said otherwise."""
        today = self._today
        self._perform(
            lambda store: deal_log.correct_log_entry(
                store, entry, written.text, next_step=written.next_step, next_step_on=written.next_step_on, today=today
            )
        )

    def remove_log(self, entry: int) -> None:
        """An entry taken out of the log."""
        self._perform(lambda store: deal_log.remove_log_entry(store, entry))

    def turn_flag(self, ids: Sequence[int]) -> None:
        """All of these are major deals, or, where they are already, none."""
        source = self._source()
        if source is not None and ids:
            on = not all(deal.is_major for deal in source.records(ids))
            self.edit(ids, "is_major", int(on))

    def change_together(self, ids: Sequence[int], together: Together) -> bool:
        """Several fields of several deals; False where it was given up when the day of closing was asked for."""
        day, reason = None, None
        if together.stage_id is not None:
            closing = self._ask_closing(ids, together.stage_id)
            if closing is None:
                return False
            day, reason = closing
        today = self._today
        self._perform(
            lambda store: deals.edit_together(
                store, ids, together.fields, stage_id=together.stage_id, closed_on=day, lost_reason=reason, today=today
            )
        )
        return True

    def _move(self, ids: Sequence[int], stage_id: int) -> None:
        closing = self._ask_closing(ids, stage_id)
        if closing is None:
            self.left.emit()
            return
        today, day, reason = self._today, *closing
        self.begun.emit()
        # Deals that were closed leave the list: the window offers to take it back.
        self._page.host.perform(
            lambda store: deals.move_stage(store, ids, stage_id, closed_on=day, lost_reason=reason, today=today),
            lambda _: self._say_missing(ids[0], stage_id),
        )

    def _say_missing(self, number: int, stage_id: int) -> None:
        """A deal that has come into a stage without what it asks for stays there; what it lacks is said."""
        names = {**ORDER_QUESTIONS, **REQUIRED_FIELDS}
        if missing := missing_for(self._page.host.readers().here(), number, stage_id):
            self._page.host.toast(tr("缺:{names}", names=tr("、").join(tr(names[key]) for key in missing)))

    def _ask_closing(self, ids: Sequence[int], stage_id: int) -> tuple[date | None, str | None] | None:
        """Day and reason where the stage closes the deals; (None, None) where it does not; None to leave them."""
        stage = self._stage(stage_id)
        if stage is None or stage.kind == "open" or self.data is None:
            return None, None
        deal = self._deal(ids[0])
        dialog = ClosingDialog(
            stage, deal.name if deal else "", len(ids), self._today, self.data.choices.lost_reasons, self._page
        )
        dialog.exec()
        dialog.deleteLater()
        answer: Closing | None = dialog.closing
        return (answer.day, answer.lost_reason) if answer else None

    def _perform(self, verb: Callable[[Store], Changes], then: Callable[[], None] = lambda: None) -> None:
        def done(_: Changes) -> None:
            then()
            self._page.refresh()

        self.begun.emit()
        self._page.host.perform(verb, done, by=self._page)

    # --- of what is shown -------------------------------------------------------------------------------------

    @property
    def _today(self) -> date:
        return self._page.host.view.today

    def _deal(self, number: int) -> DealRow | None:
        source = self._source()
        return source.record(number) if source else None

    def _stage(self, stage_id: int) -> Stage | None:
        stages = self.data.choices.stages if self.data else ()
        return next((stage for stage in stages if stage.id == stage_id), None)
