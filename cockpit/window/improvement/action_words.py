"""What is said about an action: its numbers, its state, and when it is looked at next."""

from datetime import date

from attrs import frozen

from cockpit.language import tr
from cockpit.metrics import METRICS, Metric
from cockpit.metrics.improvement import Verdict
from cockpit.model import formats
from cockpit.model.loop import LACKS, VERDICTS, WORDS, CheckIn, lacks_for_agreement
from cockpit.model.quantities import show_quantity
from cockpit.operations.actions import ActionLine
from cockpit.window.kit.bullet_chart import Bullet
from cockpit.window.kit.theme import State

OF_VERDICT: dict[Verdict, State] = {
    "effective": "ok", "partly": "watch", "not_effective": "fail", "not_measurable": "quiet",
}  # fmt: skip


@frozen
class Said:
    """A state in a word."""

    words: str
    state: State


def metric_of(line: ActionLine) -> Metric | None:
    """The metric the action is bound to."""
    return METRICS.get(line.action.metric or "")


def is_read(line: ActionLine, today: date, *, judged: bool) -> bool:
    """Whether the figure of the cycle looked at says something of the action: it runs, or is judged by it.

    Looked at in its own cycle when that is over, or in the next before that has begun, there is only what was agreed.
    """
    return line.action.month.next.start <= today if judged else line.reading.provisional


def numbers(line: ActionLine, today: date, *, judged: bool) -> str:
    """Baseline, target and where the figure is, with units; for a draft what there is of it."""
    metric, reading = metric_of(line), line.reading
    if metric is None:
        return ""
    now = show_quantity(reading.now.json_value if reading.now else None, metric.unit)
    target = show_quantity(line.action.target, metric.unit)
    if line.action.state == "draft":
        return tr("现在 {now} → 目标 {target}", now=now, target=target)
    baseline = show_quantity(line.action.baseline, metric.unit)
    if not is_read(line, today, judged=judged):
        return tr("{baseline} → {target}", baseline=baseline, target=target)
    return tr("{baseline} → {target},现在 {now}", baseline=baseline, target=target, now=now)


def bullet(line: ActionLine, today: date, *, judged: bool) -> Bullet | None:
    """The chart of an action with all it needs; None without baseline or target."""
    action, reading = line.action, line.reading
    if action.baseline is None or action.target is None or metric_of(line) is None:
        return None
    now = reading.now.json_value if reading.now and is_read(line, today, judged=judged) else None
    state = OF_VERDICT[reading.proposed]
    return Bullet(str(action.id), action.baseline, action.target, now, state, numbers(line, today, judged=judged))


def lacks(line: ActionLine) -> str:
    """What a draft still needs, in words; empty when it is complete."""
    return tr("、").join(tr(LACKS[lack]) for lack in lacks_for_agreement(line.action))


def state_of(line: ActionLine, today: date, *, judged: bool) -> Said:
    """Draft, running, to be looked at, or what the numbers or the manager say of it.

    ``judged``: it was agreed in the cycle before, and the numbers of this one decide.
    """
    action, reading = line.action, line.reading
    if action.verdict is not None:
        return Said(tr(VERDICTS[action.verdict]), OF_VERDICT[action.verdict])
    if action.state == "draft":
        return Said(tr("草稿") if lacks(line) else tr("可以约定"), "quiet")
    if judged and not reading.provisional:
        return Said(tr("待确认:{verdict}", verdict=tr(VERDICTS[reading.proposed])), "watch")
    if (planned := line.next_check) is not None and planned < today:
        return Said(tr("该跟进,晚 {n} 天", n=(today - planned).days), "act")
    if planned == today:
        return Said(tr("今天跟进"), "watch")
    if judged and is_read(line, today, judged=judged):
        reached = reading.proposed == "effective"
        return Said(tr("暂看{verdict}", verdict=tr(VERDICTS[reading.proposed])), "ok" if reached else "running")
    if not is_read(line, today, judged=judged):
        return Said(tr("周期还没开始") if judged else tr("由下个周期验证"), "quiet")
    return Said(tr("执行中"), "running")


def needs_check(line: ActionLine, today: date) -> bool:
    """Whether the planned look is due."""
    return line.action.state == "agreed" and line.next_check is not None and line.next_check <= today


def check_words(check: CheckIn, metric: Metric | None) -> str:
    """A look that happened: when, hint or praise, what was said, and the figure of that day."""
    kind = tr(WORDS[check.kind]) if check.kind else ""
    value = ""
    if check.value is not None and metric is not None:
        value = tr(",当时 {value}", value=show_quantity(check.value, metric.unit))
    return tr("{day} {kind}:{word}{value}", day=formats.day_short(check.happened_on), kind=kind, word=check.word,
              value=value)  # fmt: skip


def urgency(line: ActionLine, today: date) -> tuple[int, date]:
    """What has to be looked at first, then drafts, then what runs by its next look."""
    if needs_check(line, today):
        return 0, line.next_check or date.max
    if line.action.state == "draft":
        return 1, date.min
    return 2, line.next_check or line.action.due_on or date.max


def verdict_words(judged: list[ActionLine]) -> str:
    """How those that were judged turned out."""
    verdicts = [line.action.verdict for line in judged]
    said = [
        tr("见效 {n}", n=verdicts.count("effective")), tr("部分见效 {n}", n=verdicts.count("partly")),
        tr("未见效 {n}", n=verdicts.count("not_effective")),
    ]  # fmt: skip
    if verdicts.count("not_measurable"):
        said.append(tr("无法衡量 {n}", n=verdicts.count("not_measurable")))
    return " · ".join(said)
