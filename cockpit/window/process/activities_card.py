"""What each person did with customers this cycle, by kind."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from cockpit.language import tr
from cockpit.metrics import Period, RowsQuery
from cockpit.metrics.activity_counts import PersonActivities, worked_on_rows
from cockpit.model import formats
from cockpit.window.kit.cards import Card
from cockpit.window.kit.tables import Cell, Column, Row, Table

KINDS = 3
"""So many kinds have a column of their own, the most frequent; the others stand together."""


class ActivitiesCard(Card):
    """A row a person, who did least stands first: it sends ``person_opened``. Of one person a row a kind: it opens the
    deals that were worked on so.
    """

    person_opened = Signal(int)

    def __init__(self, open_rows: Callable[[RowsQuery, str], None]) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._alone: PersonActivities | None = None
        self._period: Period | None = None
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self._kinds: tuple[str, ...] | None = ()
        self.table = Table(self._columns(), compact=True)
        self.table.set_fit_height()
        self.table.opened.connect(self._open)
        self.content.addWidget(self.table)
        self.content.addStretch(1)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(tr("每个人的跟进,按方式"))

    def show_computing(self) -> None:
        """Nothing is known yet of what is looked at now."""
        self.table.set_empty_words(tr("正在计算…"))
        self.table.set_rows([])

    def show_activities(self, people: Sequence[PersonActivities], period: Period, *, of_one: bool) -> None:
        """Of several people the columns are the kinds that are used most; of one person each kind is a row."""
        self._period = period
        self._alone = alone = people[0] if of_one and people else None
        about = tr("{month}的跟进", month=formats.month_text(period.start))
        self.set_title(
            tr("做了多少") if alone else tr("每个人做了多少"),
            about if alone else tr("{about},做得少的在前", about=about),
        )
        together: Counter[str] = Counter()
        for person in people:
            together.update(person.by_kind)
        kinds = None if alone else tuple(kind for kind, _ in together.most_common(KINDS))
        if kinds != self._kinds:
            self._kinds = kinds
            self.table.set_columns(self._columns())
        if alone:
            self.table.set_empty_words(tr("两个月都没有跟进记录。导入跟进记录后,这里按方式数出来。"))
            self.table.set_rows(_rows_of_one(alone))
        else:
            self.table.set_empty_words(tr("还没有销售。在团队页加上人,导入跟进记录后这里按方式数出来。"))
            self.table.set_rows([self._row(person) for person in people])

    def _open(self, row: int) -> None:
        if self._alone is None:
            self.person_opened.emit(row)
        elif self._period is not None:
            kinds = [*_kinds_of(self._alone), None]
            who, kind = self._alone.person, kinds[row]
            title = tr("{who} 这个周期跟进过的商机", who=who.name) + (f" · {kind}" if kind else "")
            self._open_rows(worked_on_rows(self._period, who.id, kind), title)

    def _row(self, person: PersonActivities) -> Row:
        counts = [person.by_kind[kind] for kind in self._kinds or ()]
        others = person.count - sum(counts)
        return Row(
            person.person.id,
            (
                Cell(person.person.name),
                *(Cell(formats.count(n), sort=n, quiet=not n) for n in counts),
                Cell(formats.count(others), sort=others, quiet=not others),
                Cell(formats.count(person.count), sort=person.count, strong=True),
                Cell(formats.count(person.before), sort=person.before, quiet=True),
            ),
            person.person.name,
        )

    def _columns(self) -> list[Column]:
        if self._kinds is None:
            return [
                Column("kind", tr("方式"), 0),
                Column("count", tr("次数"), 96, "right"),
                Column("before", tr("上月同期"), 96, "right"),
            ]
        return [
            Column("person", tr("销售"), 0),
            *(Column(f"kind-{place}", kind, 72, "right") for place, kind in enumerate(self._kinds)),
            Column("others", tr("其他"), 60, "right"),
            Column("count", tr("合计"), 60, "right"),
            Column("before", tr("上月同期"), 88, "right"),
        ]


def _rows_of_one(person: PersonActivities) -> list[Row]:
    """Every kind of this cycle and of the one before, and their sum."""
    rows = [(kind, person.by_kind[kind], person.before_by_kind[kind], False) for kind in _kinds_of(person)]
    if rows:
        rows.append((tr("合计"), person.count, person.before, True))
    return [
        Row(
            place,
            (
                Cell(kind, strong=total),
                Cell(formats.count(now), sort=now, strong=total, quiet=not now),
                Cell(formats.count(before), sort=before, quiet=True),
            ),
            kind,
        )
        for place, (kind, now, before, total) in enumerate(rows)
    ]


def _kinds_of(person: PersonActivities) -> list[str]:
    """The kinds of both cycles, the most frequent now first."""
    return sorted(person.by_kind | person.before_by_kind, key=lambda kind: (-person.by_kind[kind], kind))
