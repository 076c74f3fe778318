"""Self-sourced deals against leads: how many are new, what they bring, how they close; in all and by person."""

from PySide6.QtWidgets import QVBoxLayout

from cockpit.language import tr
from cockpit.metrics import Figure
from cockpit.metrics.outcomes import PersonSources, SourceGroup
from cockpit.metrics.won_and_lost import WonAndLost
from cockpit.model import formats
from cockpit.model.deals import SOURCES
from cockpit.window.closings.departments import OpenRows, few_words, rate_interval
from cockpit.window.kit.cards import Card, label
from cockpit.window.kit.interval_chart import IntervalChart
from cockpit.window.kit.tables import Cell, Column, Row, Table


def source_name(source: str) -> str:
    """自拓, 线索, or that nobody wrote it down."""
    return tr(SOURCES[source]) if source in SOURCES else tr("没有写来源")


class SourcesCard(Card):
    """A row a source; every cell opens the deals behind it."""

    def __init__(self, open_rows: OpenRows) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._sources: list[SourceGroup] = []
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self.table = Table(_columns(), compact=True)
        self.table.set_fit_height()
        self.table.cell_opened.connect(self._open)
        self._foot = label("", "quiet")
        self._foot.setWordWrap(True)
        self._foot.setContentsMargins(12, 0, 12, 4)
        self.chart = IntervalChart()
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 0, 12, 0)
        inset.addWidget(self.chart)
        self.chart.opened.connect(lambda key: self._open(int(key), "win_rate"))
        self.content.addWidget(self.table)
        self.content.addSpacing(12)
        self.content.addLayout(inset)
        self.content.addStretch(1)
        self.content.addWidget(self._foot)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("自拓和线索"))
        self.table.set_columns(_columns())
        self.table.setAccessibleName(tr("自拓和线索"))
        self.table.set_empty_words(tr("这段时间没有新建或关闭的商机。"))

    def show_computing(self) -> None:
        """Nothing is known yet of what is looked at now."""
        self._sources = []
        self.table.set_rows([])
        self.table.set_empty_words(tr("正在计算…"))
        self.chart.hide()
        self._foot.setText("")

    def show_sources(self, found: WonAndLost) -> None:
        """The unknown source only where there are such deals."""
        self.table.set_empty_words(tr("这段时间没有新建或关闭的商机。"))
        self._sources = [of for of in found.sources if of.created.value or of.closed.outcome.closed]
        self.table.set_rows([_source_row(place, of, found) for place, of in enumerate(self._sources)])
        self._foot.setText(_share_words(found))
        overall = found.whole.win_rate
        compared = [(place, of) for place, of in enumerate(self._sources) if of.closed.outcome.closed]
        self.chart.setVisible(len(compared) > 1)
        self.chart.show_intervals(
            [
                rate_interval(str(place), source_name(of.source), of.closed, float(overall.value or 0))
                for place, of in compared
            ],
            tr("赢单率,自拓和线索") + f": {formats.share(overall.value)}",
            tr("赢单率和 95 % 区间;竖线为全部 {share};n = 关闭的单数", share=formats.share(overall.value)),
            held_against=float(overall.value or 0),
        )

    def _open(self, place: int, column: str) -> None:
        of = self._sources[place]
        figure = _figures(of).get(column)
        rows = figure.rows if figure is not None else of.closed.rows
        self._open_rows(rows, source_name(of.source))


class PeopleCard(Card):
    """A row a person; a cell opens that person's deals of the source."""

    def __init__(self, open_rows: OpenRows) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._people: dict[int, PersonSources] = {}
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self.table = Table(_people_columns(), compact=True)
        self.table.set_fit_height()
        self.table.cell_opened.connect(self._open)
        self.content.addWidget(self.table)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("自拓和线索,按人"))
        self.table.set_columns(_people_columns())
        self.table.setAccessibleName(tr("自拓和线索,按人"))

    def show_people(self, found: WonAndLost | None) -> None:
        """Nothing while it is computed, nor where nobody wrote down who found a deal."""
        people = [person for person in found.people if set(person.sources) & set(SOURCES)] if found else []
        self._people = {person.person_id: person for person in people}
        self.setVisible(bool(people))
        if found is not None:
            self.table.set_rows([_person_row(person, found) for person in people])

    def _open(self, person_id: int, column: str) -> None:
        person = self._people[person_id]
        source, _, key = column.partition(":")
        of = person.of(source if key else "self")
        if of is None:
            return
        figure = _figures(of).get(key or "created")
        if figure is not None:
            self._open_rows(figure.rows, f"{person.name} · {source_name(of.source)}")


def _figures(of: SourceGroup) -> dict[str, Figure]:
    return {
        "created": of.created,
        "revenue": of.closed.revenue,
        "win_rate": of.closed.win_rate,
        "days": of.closed.median_days,
        "average": of.closed.average_deal,
        "price": of.closed.price_held,
    }


def _cell(figure: Figure | None, currency: str) -> Cell:
    """The figure in short; n, interval, notes or the reason why there is none in the tooltip."""
    if figure is None or figure.value is None:
        return Cell(formats.MISSING, quiet=True, tip=figure.reason.sentence if figure and figure.reason else "")
    tips = [formats.money_full(figure.value, currency)] if figure.unit == "money" else []
    few = ""
    if figure.n is not None and figure.unit != "count":
        tips.append(f"n = {formats.count(figure.n)}")
        few = few_words(figure.n) if figure.unit == "share" else ""
    if figure.interval:
        low, high = (formats.share(bound) for bound in figure.interval)
        tips.append(tr("95 % 区间 {low} 到 {high}", low=low, high=high))
    tips += [few, *(note.sentence for note in figure.notes)]
    return Cell(
        formats.by_unit(figure.value, figure.unit), sort=figure.value, quiet=bool(few),
        tip="\n".join(part for part in tips if part),
    )  # fmt: skip


def _source_row(place: int, of: SourceGroup, found: WonAndLost) -> Row:
    cells = {key: _cell(figure, found.currency) for key, figure in _figures(of).items()}
    return Row(place, (Cell(source_name(of.source), strong=True), *cells.values()), source_name(of.source))


def _person_row(person: PersonSources, found: WonAndLost) -> Row:
    created = {source: float(of.created.value or 0) for source, of in person.sources.items()}
    known = created.get("self", 0) + created.get("lead", 0)
    share = (
        Cell(formats.share(created.get("self", 0) / known), sort=created.get("self", 0) / known, tip=f"n = {known:g}")
        if known
        else Cell(formats.MISSING, quiet=True, tip=tr("没有记录商机来源") if created else tr("周期内没有新建商机"))
    )
    cells = [Cell(person.name), share]
    for key in ("created", "revenue", "win_rate"):
        for source in SOURCES:
            of = person.of(source)
            cells.append(_cell(_figures(of)[key] if of else None, found.currency))
    return Row(person.person_id, tuple(cells), person.name)


def _share_words(found: WonAndLost) -> str:
    created = {of.source: of.created.value or 0 for of in found.sources}
    revenue = {of.source: of.closed.outcome.revenue for of in found.sources}
    words = []
    if known := created["self"] + created["lead"]:
        words.append(tr("新商机里自拓占 {share}", share=formats.share(created["self"] / known)))
    if known := revenue["self"] + revenue["lead"]:
        words.append(tr("赢单金额里自拓占 {share}", share=formats.share(revenue["self"] / known)))
    if not words and any(created.values()):
        return tr("这些商机都没有写来源。导入或在商机详情里写上自拓还是线索,这里就能比较。")
    return tr(";").join(words)


def _columns() -> list[Column]:
    return [
        Column("source", "", 0),
        Column("created", tr("新商机"), 80, "right", tr("这段时间新建的商机")),
        Column("revenue", tr("赢单金额"), 96, "right"),
        Column("win_rate", tr("赢单率"), 72, "right"),
        Column("days", tr("周期"), 84, "right", tr("从创建到赢单的天数,中位数")),
        Column("average", tr("平均单额"), 96, "right"),
        Column("price", tr("价格守住"), 88, "right", tr("赢单金额 ÷ 标价(没有标价的,÷ 首次报价)")),
    ]


def _people_columns() -> list[Column]:
    return [
        Column("person", tr("销售"), 0),
        Column("self:share", tr("自拓占新商机"), 136, "right"),
        Column("self:created", tr("新商机 · 自拓"), 112, "right"),
        Column("lead:created", tr("新商机 · 线索"), 112, "right"),
        Column("self:revenue", tr("赢单金额 · 自拓"), 124, "right"),
        Column("lead:revenue", tr("赢单金额 · 线索"), 124, "right"),
        Column("self:win_rate", tr("赢单率 · 自拓"), 116, "right"),
        Column("lead:win_rate", tr("赢单率 · 线索"), 116, "right"),
    ]
