"""Data to mend 待修数据: what is wrong in the store by kind, what it distorts, and the way to each row."""

import sqlite3
from collections.abc import Callable

from attrs import frozen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from cockpit.language import tr
from cockpit.metrics import Figure
from cockpit.metrics.data_to_mend import KINDS, Currencies, MendKind, MendLine, MendList, read_currencies
from cockpit.metrics.settings import read_settings
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.operations.operation import Changes
from cockpit.store.file import Store
from cockpit.window.kit import background
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import Card, button, label
from cockpit.window.kit.framed_page import GAP, FramedPage
from cockpit.window.kit.once import Once
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.mend.rates import RatesCard
from cockpit.window.mend.reading import find, mending
from cockpit.window.mend.words import detail_title, detail_words, line_name, month_of

LISTED = 200
"""So many rows of a kind are listed here; the deals page has them all."""
AT_ONCE = 20_000
"""So many deals are looked through before the page is shown; more are looked through behind it."""
LEFT_WIDTH = 400
_ORDER = tuple(KINDS)


@frozen
class MendData:
    """``found`` is None where it takes longer, and follows. ``currencies`` are out of sight behind the shield."""

    is_empty: bool
    view: View
    found: MendList | None
    currencies: Currencies | None


class MendPage(FramedPage):
    """The kinds to the left; the rows of the chosen kind to the right, with the rates beneath them."""

    name = "mend"
    depends_on = frozenset({
        "deal", "person", "team", "account", "product", "stage", "target", "setting", "import", "payment",
    })  # fmt: skip

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._data: MendData | None = None
        self._found = MendList({})
        self._lines: list[MendLine] = []
        self._later, self._lines_read = background.Latest(self, background.deeper), background.Latest(self)
        self._once = Once()
        self.kinds = Table(_kind_columns(), compact=True)
        self.kinds.ring_rows()
        self.kinds.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.kinds.opened.connect(self._go_to_lines)
        self._kinds_card = Card()
        self._kinds_card.content.addWidget(self.kinds, 1)
        self.rates = RatesCard()
        self.rates.asked.connect(self._perform)
        self._rows_card = Card()
        self._why = label("", "quiet-usual")
        self._why.setWordWrap(True)
        self.lines = Table(_line_columns(""), compact=True)
        self.lines.opened.connect(self._open_line)
        self.lines.setMinimumHeight(64)
        # As high as there is room, so that the rates below have all of theirs in a small window.
        self.lines.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._all = button("", self._open_all, "link")
        self._rows_card.header.addWidget(self._all)
        self._rows_card.content.addWidget(self._why)
        self._rows_card.content.addWidget(self.lines, 1)
        self._kinds_card.setFixedWidth(LEFT_WIDTH)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self._rows_card, 1)
        right.addWidget(self.rates)
        # Takes the room of the rows while there are none.
        right.addStretch()
        self.body.setSpacing(GAP)
        self.body.addWidget(self._kinds_card)
        self.body.addLayout(right, 1)
        self.setFocusProxy(self.kinds)
        self.retranslate()

    def _go_to_lines(self, _: int) -> None:
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._kinds_card.set_title(tr("要修的,按种类"))
        self.kinds.set_columns(_kind_columns())
        self.kinds.setAccessibleName(tr("要修的,按种类"))
        self._all.setText(tr("在商机里逐个修"))
        self.rates.retranslate()
        self._data = None

    def refresh(self) -> None:
        """What is still looked for is of something else."""
        self._later.cancel()
        super().refresh()

    def load(self, connection: sqlite3.Connection, view: View) -> MendData:
        """Everything, where there are few deals; else what there is to look through."""
        deals = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM deals WHERE deleted_at IS NULL LIMIT ?)", (AT_ONCE,)
        ).fetchone()[0]
        shielded = view.only_person is not None
        return MendData(
            is_empty=not deals,
            view=view,
            found=find(connection, view) if deals < AT_ONCE else None,
            currencies=(
                None if shielded else read_currencies(connection, read_settings(connection), view.today.isoformat())
            ),
        )

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there, and ask for what takes longer."""
        assert isinstance(data, MendData)
        same = self._data is not None and self._data.view.shown_scope == data.view.shown_scope
        self._data = data
        currencies = data.currencies
        self.rates.setVisible(currencies is not None and bool(currencies.uses or currencies.rates))
        if currencies is not None:
            self.rates.show_currencies(currencies, data.view.today)
        if data.is_empty:
            self.set_empty(True)
            self.empty.say(
                tr("导入商机以后,这里列出缺的、矛盾的和重复的数据,以及它们让哪个数字不准。"),
                (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
                (tr("看看示例团队"), lambda: self.host.command("sample")),
            )
            return
        if data.found is not None:
            self._show(data.found)
            return
        if not same:
            # Counts of another scope would be false for the moment until these are known.
            self._show_list(MendList({}), tr("正在查…"))
        self.set_empty(False)
        readers, view = self.host.readers(), data.view
        self._later.run(lambda: find(readers.here(), view), self._show, self.problem)

    def _show(self, found: MendList) -> None:
        data = self._data
        assert data is not None
        all_well = not found.figures and self.rates.isHidden()
        self.set_empty(all_well)
        if all_well:
            self.empty.say(
                tr("没有要修的数据:{n} 种毛病都查过了,数字可以放心用。", n=found.kinds_looked_for),
                (tr("看商机"), lambda: self.host.go("deals")),
            )
        self._show_list(found, tr("没有要修的数据。"))

    def _show_list(self, found: MendList, empty_words: str) -> None:
        data = self._data
        assert data is not None
        self._found = found
        words = (
            [data.view.shown_scope.label, tr("{n} 处要修", n=counted(found.mistakes))]
            if found.figures
            else [empty_words]
        )
        self.title.show_title(tr("待修数据"), " · ".join(words))
        self.kinds.set_empty_words(empty_words)
        self.kinds.set_rows([_kind_row(KINDS[key], figure) for key, figure in found.figures.items()])
        if self.kinds.current_id() is None and found.figures:
            self.kinds.choose(_ORDER.index(next(iter(found.figures))), 0)
        self._show_chosen()

    # --- the rows of the chosen kind --------------------------------------------------------------------------

    @property
    def chosen(self) -> MendKind | None:
        """The kind whose rows are shown."""
        place = self.kinds.current_id()
        key = _ORDER[place] if place is not None else None
        return KINDS[key] if key in self._found.figures else None

    def _show_chosen(self) -> None:
        kind, data = self.chosen, self._data
        self._rows_card.setVisible(kind is not None)
        if kind is None or data is None:
            self._lines_read.cancel()
            self._lines = []
            self.lines.set_rows([])
            return
        count = self._found.figures[kind.key].n or 0
        self._rows_card.set_title(kind.name, tr("{n} 处", n=counted(count)))
        self._why.setText(kind.why)
        self._all.setVisible(kind.about == "deals")
        key, view, readers = kind.key, data.view, self.host.readers()
        self._lines_read.run(
            lambda: mending(readers.here(), view).lines(key, LISTED),
            lambda lines: self._show_lines(key, lines),
            self.problem,
        )

    def _show_lines(self, key: str, lines: list[MendLine]) -> None:
        data = self._data
        if data is None:
            return
        self._lines = lines
        count = self._found.figures[key].n or 0 if key in self._found.figures else 0
        if count > len(lines):
            said = tr("{n} 处", n=counted(count)) + tr(",列出前 {n} 处", n=len(lines))
            self._rows_card.set_title(KINDS[key].name, said)
        self.lines.set_columns(_line_columns(key))
        self.lines.setAccessibleName(KINDS[key].name)
        today, about_deals = data.view.today, KINDS[key].about == "deals"
        rows = []
        for line in lines:
            name = line_name(key, line)
            beneath = "" if line.beneath in name else line.beneath
            cells = [Cell(name, quiet_text=beneath, tip=name)]
            if about_deals:
                cells.append(Cell(line.owner or formats.MISSING, quiet=not line.owner))
            if KINDS[key].about != "months":
                cells.append(Cell(detail_words(key, line, today)))
            rows.append(Row(line.id, tuple(cells), name))
        self.lines.set_rows(rows)
        if about_deals:
            self.lines.fit_column("owner", {line.owner or "" for line in lines}, 200)

    def _open_line(self, row: int) -> None:
        """To where it is mended: the deal among those of its kind, the person, or the month's targets."""
        kind = self.chosen
        if kind is None:
            return
        if kind.about == "deals":
            rows = self._found.figures[kind.key].rows
            self.host.go("deals", rows=rows, title=kind.name, deal=row)
        elif kind.about == "people":
            self.host.go("team", person=row)
        else:
            line = next(line for line in self._lines if line.id == row)
            self.host.choose_month(month_of(line))
            self.host.go("team", section="targets")

    def _open_all(self) -> None:
        kind = self.chosen
        if kind is not None:
            open_rows(self.host, self._found.figures[kind.key].rows, kind.name)

    def _perform(self, verb: Callable[[Store], Changes]) -> None:
        """What the rates ask for, once however often Enter is pressed."""
        if begun := self._once.begin("rate", verb, lambda _: self.refresh()):
            self.host.perform(*begun, by=self)


def _kind_row(kind: MendKind, figure: Figure) -> Row:
    symbol = "!" if kind.is_mistake else "○"
    return Row(
        _ORDER.index(kind.key),
        (
            Cell(f"{symbol} {kind.name}", tone="watch" if kind.is_mistake else None, tip=kind.why),
            Cell(formats.count(figure.n), sort=figure.n, strong=kind.is_mistake),
        ),
        kind.name,
    )


def _kind_columns() -> list[Column]:
    return [Column("kind", tr("种类")), Column("count", tr("几处"), 96, "right")]


def _line_columns(key: str) -> list[Column]:
    about = KINDS[key].about if key in KINDS else "deals"
    names = {"deals": tr("商机名称"), "people": tr("销售"), "months": tr("月份")}
    columns = [Column("name", names[about])]
    if about == "deals":
        columns.append(Column("owner", tr("负责人"), 144))
    if about != "months":
        columns.append(Column("detail", detail_title(key), 200 if about == "deals" else 320))
    return columns
