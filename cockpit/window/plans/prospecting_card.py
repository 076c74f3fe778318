"""Prospecting 自拓 by person: new accounts touched by week and against the plan, own deals, first visits."""

from collections.abc import Callable

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.prospecting import COUNTED, Counted, Prospecting, ProspectingRow
from cockpit.model import formats
from cockpit.window.kit.cards import Card
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.plans.words import done_of_planned, week_title, week_words

EVERYBODY = -1


class ProspectingCard(Card):
    """Enter or a click opens what stands behind the column's number."""

    def __init__(self, open_rows: Callable[[RowsQuery, str], None]) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._shown: Prospecting | None = None
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self.table = Table(self._columns(), compact=True, select_cells=True)
        self.table.set_fit_height()
        self.table.cell_opened.connect(self._open)
        self.content.addWidget(self.table)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("自拓:每周新触达的客户"), tr("只算这个周期的日子;计划来自销售目标“新客户触达”"))
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(tr("自拓:每周新触达的客户"))

    def show_computing(self) -> None:
        """Nothing is known yet of what is looked at now."""
        self._shown = None
        self.table.set_empty_words(tr("正在计算…"))
        self.table.set_rows([])

    def show_prospecting(self, found: Prospecting) -> None:
        """A row a person, who touched most first; all together at the end."""
        self._shown = found
        self.table.set_empty_words(tr("这个范围里还没有人。"))
        self.table.set_columns(self._columns())
        is_over = found.period.is_over
        rows = [self._row(row.person.id, row.person.name, row, is_over=is_over) for row in found.rows]
        if len(rows) > 1:
            cells = [
                Cell("" if None in column else self._counted(sum(value or 0 for value in column)).text, quiet=True)
                for column in zip(*(row.by_week for row in found.rows), strict=True)
            ]
            rows.append(Row(EVERYBODY, (
                Cell(tr("合计"), quiet=True), *cells,
                self._touched(found.touches, found.planned, is_over=is_over),
                self._own_deals(found.deals), self._counted(found.visits),
            ), tr("合计")))  # fmt: skip
        self.table.set_rows(rows)

    def _row(self, number: int, name: str, row: ProspectingRow, *, is_over: bool) -> Row:
        weeks = (Cell("", sort=0) if value is None else self._counted(value) for value in row.by_week)
        return Row(
            number,
            (
                Cell(name),
                *weeks,
                self._touched(row.touches, row.planned, is_over=is_over),
                self._own_deals(row.deals),
                self._counted(row.visits),
            ),
            name,
        )

    def _counted(self, count: int) -> Cell:
        """What only activities tell; without any there is nothing to tell."""
        if self._shown is not None and not self._shown.is_recorded:
            return Cell(formats.MISSING, sort=0, quiet=True, tip=tr("还没有跟进记录"))
        return Cell(formats.count(count), sort=count, quiet=not count)

    def _touched(self, count: int, planned: int | None, *, is_over: bool) -> Cell:
        if self._shown is not None and not self._shown.is_recorded:
            return self._counted(count)
        return done_of_planned(count, planned, is_over=is_over, strong=True)

    def _own_deals(self, count: int) -> Cell:
        if self._shown is not None and not self._shown.any_source:
            return Cell(formats.MISSING, quiet=True, tip=tr("没有一个商机记下来源:自拓还是线索"))
        return Cell(formats.count(count), sort=count, quiet=not count)

    def _columns(self) -> list[Column]:
        shown = self._shown
        weeks = () if shown is None else shown.weeks
        return [
            Column("name", tr("销售"), 0),
            *(
                Column(week.isoformat(), week_title(week, shown.period.today), 84, "right", tip=week_words(week))
                for week in weeks
                if shown is not None
            ),
            Column("touches", tr("新触达 / 计划"), 112, "right", tip=tr("第一次有跟进记录的客户")),
            Column("deals", tr("自拓商机"), 104, "right", tip=tr("这个周期创建、来源是自拓的商机")),
            Column("visits", tr("首次拜访"), 88, "right", tip=tr("第一次被上门拜访的客户")),
        ]

    def _open(self, row: int, column: str) -> None:
        shown = self._shown
        if shown is None:
            return
        # A week leads to all that were touched in the cycle, as its sum does.
        counted: Counted = next((name for name in COUNTED if name == column), "touches")
        person = None if row == EVERYBODY else row
        words = {"touches": tr("新触达的客户"), "deals": tr("自拓商机"), "visits": tr("首次拜访的客户")}[counted]
        who = next((found.person.name for found in shown.rows if found.person.id == row), tr("合计"))
        if counted == "deals" and not shown.any_source:
            return
        self._open_rows(shown.rows_of(counted, person), f"{who} · {words}")
