"""What each person did with customers this cycle, by kind."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal

from cockpit.language import tr
from cockpit.metrics.activity_counts import PersonActivities
from cockpit.model import formats
from cockpit.window.kit.cards import Card
from cockpit.window.kit.tables import Cell, Column, Row, Table

KINDS = 4
"""So many kinds have a column of their own, the most frequent; the others stand together."""


class ActivitiesCard(Card):
    """A row a person; who did least stands first. ``opened`` carries the person."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self._kinds: tuple[str, ...] = ()
        self.table = Table(self._columns(), compact=True)
        self.table.set_fit_height()
        self.table.opened.connect(self.opened.emit)
        self.content.addWidget(self.table)
        self.content.addStretch(1)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(tr("每个人的跟进,按方式"))
        self.table.set_empty_words(tr("还没有销售。在团队页加上人,导入跟进记录后这里按方式数出来。"))

    def show_activities(self, people: Sequence[PersonActivities], month_words: str) -> None:
        """The columns are the kinds that are used most."""
        self.set_title(tr("每个人做了多少"), tr("{month} 的跟进,做得少的在前", month=month_words))
        together: Counter[str] = Counter()
        for person in people:
            together.update(person.by_kind)
        kinds = tuple(kind for kind, _ in together.most_common(KINDS))
        if kinds != self._kinds:
            self._kinds = kinds
            self.table.set_columns(self._columns())
        self.table.set_rows([self._row(person) for person in people])

    def _row(self, person: PersonActivities) -> Row:
        counts = [person.by_kind[kind] for kind in self._kinds]
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
        return [
            Column("person", tr("销售"), 0),
            *(Column(f"kind-{place}", kind, 80, "right") for place, kind in enumerate(self._kinds)),
            Column("others", tr("其他"), 64, "right"),
            Column("count", tr("合计"), 64, "right"),
            Column("before", tr("上月同期"), 88, "right"),
        ]
