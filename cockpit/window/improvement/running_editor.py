"""An agreed action on its way: a hint or a praise, the next look, and once the next cycle has numbers, the verdict."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal

from attrs import frozen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.improvement import Verdict
from cockpit.model import formats
from cockpit.model.loop import VERDICTS, WORDS, Action, Word
from cockpit.model.quantities import show_quantity
from cockpit.operations.actions import ActionEdit, ActionLine
from cockpit.window.improvement import action_words
from cockpit.window.improvement.improvement_line import LineShown
from cockpit.window.kit.cards import button, divider, label
from cockpit.window.kit.fields import ChoiceField, DayField, Form, TextField, on_accept

_SHOWN_CHECKS = 5


@frozen
class RunningVerbs:
    """What can be done with an agreed action."""

    check_in: Callable[[ActionLine, str, Word, date | None], None]
    plan: Callable[[Action, date], None]
    edit: Callable[[Action, ActionEdit], None]
    confirm: Callable[[Action, Verdict], None]
    see_problem: Callable[[Action], None]
    see_rows: Callable[[ActionLine], None]


class CheckInForm(Form):
    """A word for now, a hint or a praise, and when to look next; what was said so far stands above."""

    def __init__(self, shown: LineShown, verbs: RunningVerbs, *, main: bool) -> None:
        super().__init__(4)
        self.share_width()
        self._line, self._verbs = shown.line, verbs
        self._word = TextField("", tr("一句提示或表扬,例如:先从最熟的两家开始"))
        self._kind = ChoiceField([(tr(name), kind) for kind, name in WORDS.items()])
        self._next = DayField(shown.today)
        self.add(tr("跟进时说的话"), self._word, 2)
        self.add(tr("这是"), self._kind)
        self.add(tr("下次跟进"), self._next)
        self.buttons.addWidget(button(tr("记下跟进"), self._check_in, "primary" if main else "secondary"))
        self.buttons.addWidget(button(tr("只定下次"), self._plan))
        self.buttons.addStretch(1)
        on_accept(self._check_in, self._word)
        on_accept(self._check_in_or_plan, self._next)

    def _check_in(self) -> None:
        if self._next.is_wrong:
            self._next.setFocus()
        elif not self._word.text().strip():
            self._word.setFocus()
        else:
            kind: Word = self._kind.currentData()
            self._verbs.check_in(self._line, self._word.text().strip(), kind, self._next.day)

    def _check_in_or_plan(self) -> None:
        if self._word.text().strip():
            self._check_in()
        else:
            self._plan()

    def _plan(self) -> None:
        if self._next.day is None:
            self._next.setFocus()
        else:
            self._verbs.plan(self._line.action, self._next.day)


class RunningEditor(Form):
    """A check-in, and the words and the date of the action; the numbers it is judged by stand."""

    def __init__(self, shown: LineShown, about: str, verbs: RunningVerbs) -> None:
        super().__init__(4)
        self.share_width()
        line = shown.line
        self._line, self._verbs = line, verbs
        _say_around(self, line, about)
        look = CheckInForm(shown, verbs, main=True)
        _add_ways(look.buttons, shown, verbs)
        place = self.column.count() - 2
        self.column.insertWidget(place, look)
        self.column.insertWidget(place + 1, divider())
        self._text = TextField(line.action.text)
        self._due = DayField(shown.today, line.action.due_on)
        self.setFocusProxy(look)
        self.add(tr("做什么"), self._text, 3)
        self.add(tr("期限"), self._due)
        self.buttons.addWidget(button(tr("保存修改"), self._change))
        self.buttons.addWidget(label(tr("指标、目标值和责任人约定后不再改动。"), "quiet"))
        self.buttons.addStretch(1)
        on_accept(self._change, self._text, self._due)

    def _change(self) -> None:
        if self._due.is_wrong:
            self._due.setFocus()
        elif not self._text.text().strip():
            self._text.setFocus()
        else:
            self._verbs.edit(self._line.action, ActionEdit(text=self._text.text().strip(), due_on=self._due.day))


class VerdictEditor(Form):
    """Both readings, what the numbers propose, and the manager's word on it."""

    def __init__(self, shown: LineShown, about: str, verbs: RunningVerbs, month_words: str) -> None:
        super().__init__(1)
        line, action, reading = shown.line, shown.line.action, shown.line.reading
        metric = action_words.metric_of(line)
        is_read = action_words.is_read(line, shown.today, judged=shown.judged)
        _say_around(self, line, about)
        if metric is not None:
            readings = QHBoxLayout()
            readings.setSpacing(32)
            agreed = formats.month_text(action.month.start)
            now = reading.now.json_value if reading.now else None
            for name, value in (
                (tr("基线,{month}", month=agreed), action.baseline), (tr("目标值"), action.target),
                *([(tr("现在,{month}", month=month_words), now)] if is_read and shown.judged else []),
            ):  # fmt: skip
                readings.addWidget(_reading(name, show_quantity(value, metric.unit)))
            readings.addStretch(1)
            _add_ways(readings, shown, verbs)
            self.column.insertLayout(self.column.count() - 1, readings)
        if action.verdict is not None:
            day = formats.day(action.verdict_on)
            words = tr("{day} 确认:{verdict}", day=day, verdict=tr(VERDICTS[action.verdict]))
            self.column.insertWidget(self.column.count() - 1, label(words))
            return
        look = CheckInForm(shown, verbs, main=not is_read)
        if not is_read:
            self.column.addWidget(look)
            self.setFocusProxy(look)
            return
        self.column.insertWidget(self.column.count() - 1, _wrapped(_proposal(line)))
        self.column.addWidget(divider())
        self.column.addWidget(look)
        first = reading.proposed
        for verdict in (first, *(one for one in VERDICTS if one != first)):
            choice = button(
                tr("确认{verdict}", verdict=tr(VERDICTS[verdict])) if verdict == first else tr(VERDICTS[verdict]),
                partial(verbs.confirm, action, verdict), "primary" if verdict == first else "secondary",
            )  # fmt: skip
            self.buttons.addWidget(choice)
            if verdict == first:
                # While the cycle runs it is looked at; the numbers decide when it is over.
                self.setFocusProxy(look if reading.provisional else choice)
        self.buttons.addWidget(label(tr("未见效的会作为本周期的问题回来。"), "quiet"))
        self.buttons.addStretch(1)


def _proposal(line: ActionLine) -> str:
    """What the numbers say, why, and whether they may still change."""
    reading = line.reading
    verdict = tr(VERDICTS[reading.proposed])
    if reading.proposed == "not_measurable" and reading.reason is not None:
        said = tr("数字说:{verdict},{reason}。", verdict=verdict, reason=reading.reason.sentence)
    else:
        rule: dict[Verdict, str] = {
            "effective": tr("到了目标值"), "partly": tr("走了一半以上"), "not_effective": tr("没走到一半"),
            "not_measurable": "",
        }  # fmt: skip
        said = tr("数字说:{verdict},{reason}。", verdict=verdict, reason=rule[reading.proposed])
    return said + (tr("周期还没过完,数字还会变。") if reading.provisional else "")


def _say_around(form: Form, line: ActionLine, about: str) -> None:
    """The problem it answers to, and the looks before the last."""
    place = 0
    if about:
        form.column.insertWidget(place, _wrapped(tr("针对问题:{text}", text=about)))
        place += 1
    happened = [check for check in line.check_ins if check.happened_on is not None]
    # While it runs, the newest stands in the line itself.
    for check in happened[-_SHOWN_CHECKS - 1 : -1 if line.action.verdict is None else None]:
        form.column.insertWidget(place, _wrapped(action_words.check_words(check, action_words.metric_of(line))))
        place += 1


def _add_ways(row: QHBoxLayout, shown: LineShown, verbs: RunningVerbs) -> None:
    """To the problem, and to the rows behind the figure."""
    line, is_read = shown.line, action_words.is_read(shown.line, shown.today, judged=shown.judged)
    if line.action.problem_id is not None:
        row.addWidget(button(tr("看问题"), partial(verbs.see_problem, line.action), "link"))
    if is_read and line.reading.now is not None and line.reading.now.rows is not None:
        row.addWidget(button(tr("看数字背后"), partial(verbs.see_rows, line), "link"))


def _reading(name: str, value: str) -> QWidget:
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(label(name, "quiet"))
    row.addWidget(label(value, "strong"))
    return place


def _wrapped(words: str) -> QWidget:
    made = label(words, "quiet")
    made.setWordWrap(True)
    return made


Kind = Literal["draft", "running", "judged"]


def kind_of(shown: LineShown) -> Kind:
    """Which editor a line opens with."""
    if shown.line.action.state == "draft":
        return "draft"
    return "judged" if shown.judged or shown.line.action.state == "closed" else "running"
