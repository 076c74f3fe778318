"""The teams: how each is managed, and the stages of its pipeline with the team's own values."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.team import TeamBoard, TeamEntry, TeamStage
from cockpit.model import formats
from cockpit.model.deals import ORDER_QUESTIONS, QUESTION_WORDS, REQUIRED_FIELDS
from cockpit.model.people import MODES
from cockpit.model.quantities import read_quantity, type_quantity
from cockpit.operations import people
from cockpit.operations.order_checks import set_requirements
from cockpit.operations.people import TeamStageValues
from cockpit.operations.settings import choose_setting, setting
from cockpit.window.kit.cards import divider, label
from cockpit.window.kit.editable_grid import CellKey
from cockpit.window.kit.fields import ChoiceField, Form, TextField, on_accept
from cockpit.window.kit.page import Window
from cockpit.window.kit.tables import Cell, Column, Row
from cockpit.window.team.beside import SectionBeside
from cockpit.window.team.new_form import NewForm
from cockpit.window.team.person import Change
from cockpit.window.team.requirements import NEEDED, RequirementsChoice, StageGrid

_VALUE, _LIMIT = "value", "limit"
NEEDED_NAMES = {**ORDER_QUESTIONS, **REQUIRED_FIELDS}
_IN_A_WORD = {**QUESTION_WORDS, **REQUIRED_FIELDS}


class TeamsSection(SectionBeside):
    """Teams at the left, the chosen one at the right."""

    kind = "team"
    _pane: "TeamPane"

    def __init__(self, window: Window, change: Change) -> None:
        super().__init__(window, change, (9, 13))

    def retranslate(self) -> None:
        """All fixed texts again."""
        self._say(tr("销售团队"), tr("还没有团队。添加一个,再把人调进来。"), tr("添加团队"))

    def show_board(self, board: TeamBoard) -> None:
        """Show these teams; which was chosen stays so."""
        self._board = board
        self._card.set_title(tr("{n} 个团队", n=len(board.teams)))
        self._show_rows(self._rows(board))

    def _columns(self) -> list[Column]:
        return _columns()

    def _rows(self, board: TeamBoard) -> list[Row]:
        return [_row(team) for team in board.teams]

    def _make_room(self) -> QStackedLayout:
        self._side.content.setContentsMargins(16, 14, 16, 16)
        room = QStackedLayout()
        self._side.content.addLayout(room, 1)
        return room

    def _make_pane(self) -> "TeamPane":
        return TeamPane(self._window, self._change, self._focus_table)

    def _make_new(self, board: TeamBoard) -> tuple[str, QWidget]:
        return tr("新团队"), NewTeam(board, self._add_team, self._cancel_new)

    def _show_one(self, board: TeamBoard, row_id: int | None) -> bool:
        team = next((one for one in board.teams if one.id == row_id), None)
        if team is not None:
            self._side.set_title(team.name)
            self._pane.show_team(team, board)
        return team is not None

    def _add_team(self, name: str, mode: str, supervisor: int | None) -> None:
        self._write_down(lambda store: people.add_team(store, name, mode=mode, supervisor_id=supervisor))


class TeamPane(QWidget):
    """One team. Fields are written when they are left, stages like a spreadsheet."""

    def __init__(self, window: Window, change: Change, go_back: Callable[[], None]) -> None:
        super().__init__()
        self._window, self._change, self._go_back = window, change, go_back
        self._team: TeamEntry | None = None
        self._name, self._cycle = TextField(), TextField()
        self._mode = ChoiceField([(tr(words), mode) for mode, words in MODES.items()])
        self._supervisor = ChoiceField([])
        form = Form(2)
        form.share_width()
        form.add(tr("名称"), self._name)
        form.add(tr("管理方式"), self._mode)
        form.add(tr("典型周期(天)"), self._cycle)
        form.add(tr("主管"), self._supervisor)
        self._stages_title = label("", "strong")
        hint = label(tr("空着:用流程的经验值和学到的上限。上限 0:不提醒停滞。"), "quiet")
        hint.setWordWrap(True)
        self._stages = StageGrid(_stage_columns(), self._stage_text)
        self._stages.setAccessibleName(tr("阶段"))
        self._stages.set_empty_words(tr("这个流程还没有阶段。导入商机后就有。"))
        self._stages.edited.connect(self._write_stages)
        self._stages.needs_asked.connect(self._choose_needed)
        self._uses_learned = ChoiceField([(tr("自定的"), False), (tr("学到的"), True)])
        self._uses_learned.setAccessibleName(tr("加权预测用"))
        self._uses_learned.setToolTip(
            tr("学到的值只用在过去有 30 单以上的阶段,别的阶段还用经验值。过去月份用过什么不变。")
        )
        self._uses_learned.activated.connect(lambda _: self._use_learned(bool(self._uses_learned.currentData())))
        self._lacking = ChoiceField(
            [(tr("只提醒"), "remind"), (tr("不许进"), "refuse")], setting(window.store.connection, "stage_requirements")
        )
        self._lacking.setAccessibleName(tr("条件没有满足时"))
        self._lacking.activated.connect(lambda _: self._write_lacking(self._lacking.currentData()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(form)
        column.addWidget(divider())
        column.addWidget(self._stages_title)
        column.addWidget(hint)
        column.addWidget(self._stages, 1)
        lacking = QHBoxLayout()
        lacking.addWidget(label(tr("加权预测用"), "quiet"))
        lacking.addWidget(self._uses_learned)
        lacking.addSpacing(16)
        lacking.addWidget(label(tr("改阶段缺条件时"), "quiet"))
        lacking.addWidget(self._lacking)
        lacking.addStretch(1)
        column.addLayout(lacking)
        self.setFocusProxy(self._name)
        self._name.editingFinished.connect(self._write_name)
        self._cycle.editingFinished.connect(self._write_cycle)
        self._mode.activated.connect(lambda _: self._write("mode", self._mode.currentData()))
        self._supervisor.activated.connect(lambda _: self._write("supervisor_id", self._supervisor.currentData()))

    def show_team(self, team: TeamEntry, board: TeamBoard) -> None:
        """Show a team. A field in which somebody is writing keeps what stands in it."""
        same = self._team is not None and self._team.id == team.id
        self._team = team
        members = [(member.name, member.id) for member in board.members]
        if team.supervisor_id is not None and team.supervisor_id not in [number for _, number in members]:
            members.append((team.supervisor or formats.MISSING, team.supervisor_id))
        with QSignalBlocker(self._supervisor):
            self._supervisor.clear()
            self._supervisor.addItem(formats.MISSING, None)
            for name, number in members:
                self._supervisor.addItem(name, number)
        self._fill(team, keep_focused=same)
        self._stages_title.setText(tr("阶段 · {pipeline}", pipeline=team.pipeline))
        self._stages.set_rows([_stage_row(stage, team.uses_learned) for stage in team.stages])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._team is not None:
            self._fill(self._team, keep_focused=False)
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _fill(self, team: TeamEntry, *, keep_focused: bool) -> None:
        for field, text in ((self._name, team.name), (self._cycle, str(team.typical_cycle_days))):
            if not (keep_focused and field.hasFocus() and field.isModified()) and field.text() != text:
                field.setText(text)
        for choice, value in (
            (self._mode, team.mode), (self._supervisor, team.supervisor_id), (self._uses_learned, team.uses_learned),
        ):  # fmt: skip
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(0, choice.findData(value)))

    def _write_name(self) -> None:
        if self._team is None:
            return
        self._name.setModified(False)
        if name := self._name.text().strip():
            self._write("name", name)
        else:
            self._name.setText(self._team.name)
            self._window.toast(tr("名称不能为空。"))

    def _write_cycle(self) -> None:
        if self._team is None:
            return
        self._cycle.setModified(False)
        days = read_quantity(self._cycle.text(), "days")
        if days is None or days <= 0 or days != int(days):
            self._cycle.setText(str(self._team.typical_cycle_days))
            self._window.toast(tr("典型周期是大于 0 的整天数。"))
        else:
            self._write("typical_cycle_days", int(days))

    def _write(self, key: str, value: object) -> None:
        team = self._team
        if team is not None and getattr(team, key) != value:
            self._change(lambda store: people.edit_team(store, team.id, {key: value}), None)

    def _use_learned(self, is_used: bool) -> None:
        if (team := self._team) is not None:
            today = self._window.view.today
            self._change(lambda store: people.use_learned_values(store, team.id, is_used, today=today), None)

    def _write_lacking(self, rule: str) -> None:
        self._change(lambda store: choose_setting(store, "stage_requirements", rule), None)

    def _choose_needed(self, stage_id: int, place: QPoint) -> None:
        """Open the choice of what a stage needs; it writes when it closes."""
        stage = self._stage(stage_id)
        if stage is not None:
            write = partial(self._write_needed, stage_id)
            self.choice = RequirementsChoice(self, stage.name, stage.needed, write)
            self.choice.move(place)
            self.choice.show()
            self.choice.setFocus(Qt.FocusReason.PopupFocusReason)

    def _write_needed(self, stage_id: int, needed: list[str]) -> None:
        self._change(lambda store: set_requirements(store, stage_id, needed), None)

    # --- stages -----------------------------------------------------------------------------------------------

    def _stage(self, stage_id: int) -> TeamStage | None:
        return next((stage for stage in self._team.stages if stage.stage_id == stage_id), None) if self._team else None

    def _stage_text(self, stage_id: int, column: str) -> str | None:
        stage = self._stage(stage_id)
        if stage is None or column not in (_VALUE, _LIMIT):
            return None
        return type_quantity(stage.own_value, "share") if column == _VALUE else type_quantity(stage.own_limit, "days")

    def _write_stages(self, texts: dict[CellKey, str]) -> None:
        """Read what was typed or pasted; one cell that is no figure leaves all as they were."""
        team = self._team
        if team is None:
            return
        wanted = {
            stage.stage_id: [stage.own_value, stage.own_limit]
            for stage in team.stages
            if any(stage_id == stage.stage_id for stage_id, _ in texts)
        }
        for (stage_id, column), text in texts.items():
            number = read_quantity(text, "share" if column == _VALUE else "days") if text else None
            if text and (number is None or (column == _LIMIT and number != int(number))):
                self._window.toast(
                    tr("“{text}”不是百分比。", text=text) if column == _VALUE else tr("“{text}”不是整天数。", text=text)
                )
                return
            wanted[stage_id][column == _LIMIT] = number if column == _VALUE or number is None else int(number)
        values = {
            stage_id: TeamStageValues(value, None if limit is None else int(limit))
            for stage_id, (value, limit) in wanted.items()
        }
        self._change(lambda store: people.edit_team_stages(store, team.id, values), None)


class NewTeam(NewForm):
    """A new team; only the name is needed. Enter adds, Esc drops."""

    def __init__(
        self, board: TeamBoard, add: Callable[[str, str, int | None], None], cancel: Callable[[], None]
    ) -> None:
        super().__init__(cancel)
        self._add = add
        self._name = TextField()
        self._mode = ChoiceField([(tr(words), mode) for mode, words in MODES.items()])
        self._supervisor = ChoiceField(
            [(formats.MISSING, None), *((member.name, member.id) for member in board.members)]
        )
        self.add(tr("名称"), self._name, 2)
        self.add(tr("管理方式"), self._mode)
        self.add(tr("主管"), self._supervisor)
        self.offer(self._accept)
        on_accept(self._accept, self._name)

    def _accept(self) -> None:
        if not self._name.text().strip():
            self._name.setFocus()
        else:
            self._add(self._name.text(), self._mode.currentData(), self._supervisor.currentData())


def _columns() -> list[Column]:
    return [
        Column("name", tr("名称"), 0),
        Column("mode", tr("管理方式"), 128),
        Column("supervisor", tr("主管"), 104),
        Column("count", tr("人数"), 72, "right"),
    ]


def _row(team: TeamEntry) -> Row:
    return Row(
        team.id,
        (
            Cell(team.name, strong=True),
            Cell(tr(MODES[team.mode])),
            Cell(team.supervisor or formats.MISSING, quiet=team.supervisor is None),
            Cell(formats.count(team.member_count), sort=team.member_count),
        ),
        team.name,
    )


def _stage_columns() -> list[Column]:
    return [
        Column("stage", tr("阶段"), 0),
        Column(_VALUE, tr("经验值"), 120, "right", tr("处在这个阶段的商机有多大把握赢单,用来算加权预测")),
        Column("learned", tr("学到的"), 76, "right", tr("过去进入过这个阶段的商机里,赢单的份额")),
        Column(_LIMIT, tr("停留上限"), 80, "right", tr("在这个阶段超过这么多天,就算停滞")),
        Column("n", tr("过去商机"), 80, "right"),
        Column(NEEDED, tr("进入条件"), 124, tip=tr("商机进入这个阶段之前要有的;Enter 或双击来选")),
    ]


def _stage_row(stage: TeamStage, uses_learned: bool) -> Row:
    """What the team has set stands out; what holds where it has not is quiet."""
    own_value, own_limit = stage.own_value, stage.own_limit
    value_tip, limit_tip = tr("流程的经验值"), tr("由典型周期推算,过去的商机还不够")
    if own_value is not None:
        value_tip = tr("团队自己的,流程是 {value}", value=formats.share(stage.pipeline_value))
    if own_limit is not None:
        limit_tip = tr("团队自己的,学到的是 {days}", days=formats.days(int(stage.learned_limit)))
    elif stage.limit_is_learned:
        limit_tip = tr("过去的商机四分之三没有超过这么久")
    value = stage.pipeline_value if own_value is None else own_value
    limit = formats.days(int(stage.learned_limit) if own_limit is None else own_limit)
    needed = tr("、").join(tr(_IN_A_WORD[key]) for key in stage.needed)
    cells = (
        Cell(stage.name),
        Cell(formats.share(value), strong=own_value is not None, quiet=own_value is None, tip=value_tip),
        Cell(
            formats.share(stage.learned_value),
            quiet=not stage.limit_is_learned,
            tip=_learned_words(stage),
            strong=uses_learned and stage.limit_is_learned,
        ),
        Cell(
            tr("不限") if own_limit == 0 else limit,
            strong=own_limit is not None,
            quiet=own_limit is None,
            tip=limit_tip,
        ),
        Cell(formats.count(stage.learned_n), quiet=True),
        Cell(needed, tip=tr("、").join(tr(NEEDED_NAMES[key]) for key in stage.needed))
        if needed
        else Cell(tr("+ 选"), quiet=True),
    )
    return Row(stage.stage_id, cells, stage.name)


def _learned_words(stage: TeamStage) -> str:
    """From how many past deals, and how sure one can be."""
    if stage.learned_interval is None:
        return ""
    low, high = (formats.share(end) for end in stage.learned_interval)
    words = tr("过去 {n} 单,95% 区间 {low} 到 {high}", n=stage.learned_n, low=low, high=high)
    return words if stage.limit_is_learned else words + tr(";不足 30 单,只供参考")
