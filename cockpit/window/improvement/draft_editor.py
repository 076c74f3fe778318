"""A draft on its way to being agreed: it says what is missing until nothing is."""

from collections.abc import Callable, Sequence
from datetime import date

from attrs import evolve, frozen
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from cockpit.language import tr
from cockpit.metrics import METRICS, Figure
from cockpit.model.loop import LACKS, Action, lacks_for_agreement
from cockpit.model.quantities import show_quantity
from cockpit.operations.actions import ActionEdit, metrics_for_actions
from cockpit.window.improvement.quantity_field import QuantityField
from cockpit.window.kit.background import Latest
from cockpit.window.kit.cards import button, label
from cockpit.window.kit.fields import ChoiceField, DayField, Form, TextField, on_accept

ReadNow = Callable[[int, str], Callable[[], Figure]]
"""Person and metric -> what reads its figure as it is now; to be called on a worker."""


@frozen
class DraftVerbs:
    """What can be done with a draft; ``agree`` says whether it is agreed or only kept."""

    save: Callable[[Action, ActionEdit, bool], None]
    remove: Callable[[Action], None] | None
    see_problem: Callable[[], None] | None
    close: Callable[[], None]


class DraftEditor(Form):
    """What, who, which metric, how much, by when. ``about`` is the problem it answers to."""

    def __init__(
        self, action: Action, people: Sequence[tuple[str, object]], today: date, about: str, read_now: ReadNow,
        verbs: DraftVerbs,
    ) -> None:  # fmt: skip
        super().__init__(4)
        self.share_width()
        self._action, self._verbs, self._read_now = action, verbs, read_now
        # The form's own: it may be gone before the figure comes.
        self._latest = Latest(self)
        self._text = TextField(action.text, tr("具体、做得到、数得出,例如:每周约 2 家新客户首访"))
        self._person = ChoiceField(people, action.person_id)
        metrics: list[tuple[str, object]] = [(metric.name, metric.key) for metric in metrics_for_actions()]
        self._metric = ChoiceField([(tr("选一个指标"), None), *metrics], action.metric)
        unit = METRICS[action.metric].unit if action.metric in METRICS else None
        self._target = QuantityField(unit, action.target)
        self._due = DayField(today, action.due_on)
        if about:
            problem = label(tr("针对问题:{text}", text=about), "quiet")
            problem.setWordWrap(True)
            self.column.insertWidget(0, problem)
        self.add(tr("做什么"), self._text, 4)
        self.add(tr("责任人"), self._person)
        self.add(tr("指标"), self._metric)
        self.add(tr("目标值"), self._target)
        self.add(tr("期限"), self._due)
        self._now = label("", "quiet")
        self._lacks = label("", "watch")
        self.column.insertWidget(self.column.count() - 1, self._now)
        self._agree = button(tr("约定"), lambda: self._save(agree=True), "primary")
        self._agree.setToolTip(tr("记下基线,下个周期用数字验证 (Ctrl+Enter)"))
        self.buttons.addWidget(self._agree)
        self.buttons.addWidget(button(tr("存草稿"), lambda: self._save(agree=False)))
        if verbs.remove is not None:
            remove = verbs.remove
            self.buttons.addWidget(button(tr("删除"), lambda: remove(action)))
        self.buttons.addWidget(button(tr("取消"), verbs.close))
        if verbs.see_problem is not None:
            self.buttons.addWidget(button(tr("看问题"), verbs.see_problem, "link"))
        self.buttons.addWidget(self._lacks)
        self.buttons.addStretch(1)
        on_accept(lambda: self._save(agree=False), self._text)
        self._target.accepted.connect(lambda: self._due.setFocus())
        self._due.accepted.connect(lambda: self._save(agree=self._is_complete))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self._save(agree=True))
        self._metric.currentIndexChanged.connect(self._metric_chosen)
        self._person.currentIndexChanged.connect(self._metric_chosen)
        self._text.textChanged.connect(self._say_lacks)
        self._target.changed.connect(self._say_lacks)
        self._due.changed.connect(self._say_lacks)
        self._metric_chosen()

    @property
    def _edit(self) -> ActionEdit:
        return ActionEdit(
            text=self._text.text().strip(), person_id=self._person.currentData(), metric=self._metric.currentData(),
            target=self._target.quantity, due_on=self._due.day,
        )  # fmt: skip

    @property
    def _is_complete(self) -> bool:
        return not self._missing()

    def _missing(self) -> tuple[str, ...]:
        edit = self._edit
        return lacks_for_agreement(
            evolve(self._action, text=edit.text or "", metric=edit.metric, target=edit.target, due_on=edit.due_on)
        )

    def _metric_chosen(self) -> None:
        key, person = self._metric.currentData(), self._person.currentData()
        self._target.set_unit(METRICS[key].unit if key in METRICS else None)
        self._now.setText("")
        self._now.setVisible(bool(key))
        if key in METRICS and person is not None:
            self._metric.setToolTip(METRICS[key].definition)
            self._latest.run(self._read_now(person, key), lambda figure: self._say_now(key, figure), lambda _: None)
        self._say_lacks()

    def _say_now(self, key: str, figure: Figure) -> None:
        """The figure as it is now, which agreeing makes the baseline."""
        if key != self._metric.currentData():
            return
        metric = METRICS[key]
        if figure.value is None and figure.reason is not None:
            words = tr("{metric}现在算不出:{reason}", metric=metric.name, reason=figure.reason.sentence)
        else:
            better = tr("越少越好") if metric.direction == "less" else tr("越多越好")
            now = show_quantity(figure.json_value, metric.unit)
            words = tr("{metric}现在 {now},{better};约定时记为基线", metric=metric.name, now=now, better=better)
        self._now.setText(words)

    def _say_lacks(self) -> None:
        missing = self._missing()
        self._agree.setEnabled(not missing)
        self._lacks.setText(
            tr("还缺:{lacks}", lacks=tr("、").join(tr(LACKS[one]) for one in missing)) if missing else ""
        )

    def _save(self, *, agree: bool) -> None:
        for field in (self._target, self._due):
            if field.is_wrong:
                field.setFocus()
                return
        if not self._text.text().strip():
            self._text.setFocus()
        elif not agree or self._is_complete:
            self._verbs.save(self._action, self._edit, agree)
