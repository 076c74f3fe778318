"""The step of stages and names: what the stages of the file mean, who is the same, and how deals are told apart."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from attrs import evolve, frozen
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import noop, tr
from cockpit.model import formats
from cockpit.model.stage_names import StageKind
from cockpit.operations.import_choices import NEW, NamedKind, StageChoice, TableChoices
from cockpit.operations.import_look import NameLook, StageLook, TableLook
from cockpit.window.importing.choice_table import ChoiceTable
from cockpit.window.importing.key import KeyPanel
from cockpit.window.importing.picker import Pick, Picker
from cockpit.window.importing.step_view import StepView, merged
from cockpit.window.importing.steps import SURE, is_key_open, unsure_names, unsure_stages
from cockpit.window.kit.cards import GRID, Card, button, label
from cockpit.window.kit.tables import Cell, Column, ListSource, Row, Table
from cockpit.window.kit.theme import USUAL, sized

Topic = Literal["stages", "people", "accounts", "products", "key"]
TOPICS: dict[Topic, str] = {
    "stages": noop("阶段"), "people": noop("人员"), "accounts": noop("客户"), "products": noop("产品"),
    "key": noop("怎么分清商机"),
}  # fmt: skip
STATES: dict[StageKind, str] = {"open": noop("在手"), "won": noop("赢单"), "lost": noop("丢单")}
_KINDS: tuple[NamedKind, ...] = ("people", "accounts", "products")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@frozen
class _New:
    """A stage that the store does not have yet."""

    kind: StageKind


class NamesView(StepView):
    """At the left what there is to look at, at the right the names of the one chosen and what each is taken for."""

    def __init__(self, picker: Picker) -> None:
        super().__init__(picker)
        self._topics: list[Topic] = []
        self.list = Table([Column("title", ""), Column("count", "", 64, "right")], compact=True)
        self.list.horizontalHeader().hide()
        self.list.open_on_single_click(False)
        self.list.ring_rows()
        self.list.installEventFilter(self)
        self.list.selectionModel().currentRowChanged.connect(self._chosen)
        self.table = ChoiceTable()
        self.table.asked.connect(self._ask)
        self.table.entered.connect(self.accepted)
        self.key = KeyPanel(lambda fields: self.decide(key=fields))
        self.key.accepted.connect(self.accepted)
        self._title, self._words = label("", "strong"), label("", "quiet")
        self._words.setWordWrap(True)
        left, right = Card(), Card()
        left.content.setContentsMargins(4, 8, 4, 8)
        left.content.addWidget(self.list)
        left.setFixedWidth(288)
        right.content.setContentsMargins(0, 12, 0, 8)
        self.all_same = button("", self._take_all_as_the_same)
        self.all_same.setAutoDefault(False)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(2 * GRID)
        head.addLayout(words, 1)
        head.addWidget(self.all_same)
        right.content.addLayout(head)
        right.content.addWidget(self.table, 1)
        right.content.addWidget(self.key, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(left)
        row.addWidget(right, 1)
        for first, second in pairwise((self.list, self.all_same, self.table, self.key.fields, self.key.groups)):
            QWidget.setTabOrder(first, second)

    @property
    def hint(self) -> str:
        if not self._topics:
            return tr("Enter 继续")
        if self._topic == "key":
            return tr("空格:用或不用这一列 · Enter 继续")
        return tr("空格或直接打字:改认作什么 · Enter 照这样继续")

    def show_look(self, look: TableLook) -> None:
        former, topic = self._look, self._topic
        super().show_look(look)
        is_same = former is not None and former.key == look.key
        self._topics = [name for name in TOPICS if self._count(name)]
        self.list.setAccessibleName(tr("阶段和名字"))
        rows = []
        for place, name in enumerate(self._topics):
            points = self._open(name)
            title = Cell(("△ " if points else "") + tr(TOPICS[name]), tone="watch" if points else None)
            count = "" if name == "key" else formats.count(self._count(name))
            rows.append(Row(place, (title, Cell(count, quiet=True))))
        place = self._topics.index(topic) if is_same and topic in self._topics else self._first_open()
        chosen = self.table.place if is_same and topic == self._topic_at(place) else -1
        blocked = self.list.selectionModel().blockSignals(True)
        self.list.rows.set_source(ListSource(rows))
        if rows:
            self.list.setCurrentIndex(self.list.rows.index(place, 0))
        self.list.selectionModel().blockSignals(blocked)
        self._show(chosen)

    @property
    def _topic(self) -> Topic | None:
        return self._topic_at(self.list.currentIndex().row())

    def _topic_at(self, place: int) -> Topic | None:
        return self._topics[place] if 0 <= place < len(self._topics) else None

    def choose(self, topic: Topic) -> None:
        """Look at the names of one sort."""
        self.list.setCurrentIndex(self.list.rows.index(self._topics.index(topic), 0))

    def _count(self, topic: Topic) -> int:
        if topic == "key":
            return int(self.look.key_look is not None)
        return len(self.look.stages) if topic == "stages" else len(self.look.names.get(topic, ()))

    def _open(self, topic: Topic) -> int:
        if topic == "key":
            return int(is_key_open(self.look))
        if topic == "stages":
            return len(unsure_stages(self.look))
        return sum(name.sure < SURE for name in self.look.names.get(topic, ()))

    def _first_open(self) -> int:
        return next((place for place, topic in enumerate(self._topics) if self._open(topic)), 0)

    # --- what is shown ----------------------------------------------------------------------------------------

    def _chosen(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid():
            self._show(-1)

    def _show(self, chosen: int) -> None:
        topic = self._topic
        self.all_same.setText(tr("都当作同一个"))
        self.all_same.setVisible(topic in _KINDS and bool(self._not_yet_the_same(topic)))
        self.key.setVisible(topic == "key")
        self.table.setVisible(topic != "key")
        if topic is None:
            self._title.setText(tr("阶段和名字"))
            self._words.setText(tr("这张表里的阶段和名字驾驶舱都认识,没有要定的。"))
            self.table.set_columns([])
            return
        self._title.setText(tr(TOPICS[topic]))
        if topic == "key":
            assert self.look.key_look is not None
            self._words.setText(tr("文件里没有编号。勾选的列都一样的两行,算同一个商机。"))
            self.key.show_key(self.look.key_look)
            return
        self.table.setAccessibleName(tr(TOPICS[topic]))
        if topic == "stages":
            self._words.setText(tr("文件里的阶段对应到团队的阶段;没有的会新建。"))
            rows = [_stage_row(place, stage) for place, stage in enumerate(self.look.stages)]
            first = next((place for place, stage in enumerate(self.look.stages) if stage.sure < SURE), 0)
        else:
            self._words.setText(tr("这些名字和已有的很像,看看是不是同一个。"))
            names = self.look.names[topic]
            rows = [_name_row(place, name) for place, name in enumerate(names)]
            first = next((place for place, name in enumerate(names) if name.sure < SURE), 0)
        self.table.set_columns([
            Column("name", tr("文件里"), self._widest(rows, 0, 160, 320)), Column("rows", tr("行数"), 80, "right"),
            Column("choice", tr("当作"), self._widest(rows, 2, 200, 360)), Column("why", tr("为什么")),
        ])  # fmt: skip
        self.table.rows.set_source(ListSource(rows))
        self.table.look_at(first if chosen < 0 else min(chosen, len(rows) - 1))

    def _widest(self, rows: Sequence[Row], place: int, least: int, most: int) -> int:
        """Wide enough for what stands in a column, in pixels."""
        metrics = QFontMetrics(sized(USUAL, bold=True))
        widths = (metrics.horizontalAdvance(row.cells[place].plain) for row in rows)
        return max(least, min(most, max(widths, default=0) + 44))

    # --- what is decided --------------------------------------------------------------------------------------

    def _ask(self, place: int, typed: str = "") -> None:
        topic = self._topic
        if topic == "stages" and 0 <= place < len(self.look.stages):
            stage = self.look.stages[place]
            self._pick(place, stage.name, self._stage_picks(stage), _New(stage.meant.kind) if stage.is_new
                       else stage.meant.name, lambda value: self._choose_stage(stage, value), typed)  # fmt: skip
        elif topic in _KINDS and 0 <= place < len(self.look.names.get(topic, ())):
            name = self.look.names[topic][place]
            kind: NamedKind = topic
            picks = [Pick(one, one, tr("是同一个")) for one in name.candidates]
            picks.append(Pick(NEW, name.name, tr("新的,不是同一个")))
            self._pick(place, name.name, picks, name.meant, lambda value: self._choose_name(kind, name, str(value)),
                       typed)  # fmt: skip

    def _pick(
        self, place: int, name: str, picks: Sequence[Pick], chosen: object, done: Callable[[object], None], typed: str
    ) -> None:
        self.table.look_at(place)
        self.picker.ask(tr("“{label}”当作", label=name), picks, chosen, self.table.area_of_choice(place), done,
                        typed=typed, back_to=self.table)  # fmt: skip

    def _stage_picks(self, stage: StageLook) -> list[Pick]:
        picks = [Pick(name, name, tr("团队的阶段")) for name in self.look.store_stages]
        for kind, words in STATES.items():
            picks.append(Pick(_New(kind), stage.name, tr("新阶段,{state}", state=tr(words)), tr(words)))
        return picks

    def _choose_stage(self, stage: StageLook, value: object) -> None:
        if isinstance(value, _New):
            meant = StageChoice(stage.name, value.kind)
        else:
            meant = StageChoice(str(value), stage.meant.kind)
        self.decide(stages=merged(self.look.choices.stages, {stage.name: meant}))

    def _choose_name(self, kind: NamedKind, name: NameLook, meant: str) -> None:
        of_kind = merged(self.look.choices.names.get(kind, {}), {name.name: meant})
        self.decide(names={**self.look.choices.names, kind: of_kind})

    def _not_yet_the_same(self, kind: NamedKind) -> dict[str, str]:
        """Names that are alike another and not decided -> the one they are most like."""
        return {
            name.name: name.candidates[0]
            for name in self.look.names.get(kind, ())
            if name.sure < SURE and name.meant == NEW and name.candidates
        }

    def _take_all_as_the_same(self) -> None:
        topic = self._topic
        if topic in _KINDS:
            kind: NamedKind = topic
            of_kind = merged(self.look.choices.names.get(kind, {}), self._not_yet_the_same(kind))
            self.decide(names={**self.look.choices.names, kind: of_kind})
            self.table.setFocus()

    # --- going on ---------------------------------------------------------------------------------------------

    def focus_rows(self) -> None:
        (self.key if self._topic == "key" else self.table).setFocus()

    def settled(self) -> TableChoices:
        """What was shown here counts as decided, and is not asked again next month."""
        look, choices = self.look, self.look.choices
        stages = {stage.name: stage.meant for stage in unsure_stages(look)}
        names = {
            kind: merged({one.name: one.meant for one in look.names.get(kind, ()) if one.sure < SURE},
                         choices.names.get(kind, {}))
            for kind in _KINDS
        }  # fmt: skip
        key = look.key_look.fields if look.key_look is not None and is_key_open(look) else choices.key
        if not stages and not unsure_names(look) and key == choices.key:
            return choices
        return evolve(
            choices, stages=merged(stages, choices.stages),
            names={kind: found for kind, found in names.items() if found}, key=key,
        )  # fmt: skip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A table takes Enter for opening a row; here it goes on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self.accepted.emit()
            return True
        return super().eventFilter(watched, event)


def _stage_row(place: int, stage: StageLook) -> Row:
    state = tr(STATES[stage.meant.kind])
    detail = tr("新阶段,{state}", state=state) if stage.is_new else "" if state == stage.meant.name else state
    return Row(place, (
        Cell(stage.name), Cell(formats.count(stage.rows), quiet=True),
        Cell(stage.meant.name, quiet_text=f"{detail}  ▾".strip(), strong=True),
        Cell(stage.reason, state="ok" if stage.sure >= SURE else "watch", tip=stage.reason),
    ))  # fmt: skip


def _name_row(place: int, name: NameLook) -> Row:
    meant = Cell(tr("新的"), quiet_text=f"{name.name}  ▾") if name.meant == NEW else Cell(
        name.meant, quiet_text="▾", strong=True
    )  # fmt: skip
    return Row(place, (
        Cell(name.name), Cell(formats.count(name.rows), quiet=True), meant,
        Cell(name.reason, state="ok" if name.sure >= SURE else "watch", tip=name.reason),
    ))  # fmt: skip
