"""The four figures on top of step 5."""

from collections.abc import Sequence
from datetime import date

from cockpit.language import tr
from cockpit.metrics import METRICS, Figure
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.operations.actions import ImprovementBoard
from cockpit.window.improvement import action_words
from cockpit.window.kit.cards import HeadlineFigure


def show_headlines(
    shown: Sequence[HeadlineFigure], board: ImprovementBoard, closed: Figure, month: Month, today: date
) -> None:
    """What waits for a verdict, what waits for a look, what is agreed, and how many problems came full circle."""
    open_still = [line for line in board.judged if line.action.verdict is None]
    effective = sum(line.action.verdict == "effective" for line in board.judged)
    due = sum(action_words.needs_check(line, today) for line in [*board.judged, *board.current])
    agreed = sum(line.action.state != "draft" for line in board.current)
    drafts = len(board.current) - agreed
    over = today >= month.end
    shown[0].show_figure(
        tr("待验证"), formats.count(len(open_still)),
        tr("上周期共 {n} 个,见效 {effective} 个", n=len(board.judged), effective=effective)
        if board.judged else tr("上周期没有约定动作"),
        tr("△ 数字已定,等你确认") if open_still and over else "", "watch",
        tr("上周期约定、你还没有确认效果的。"), can_open=bool(open_still),
    )  # fmt: skip
    shown[1].show_figure(
        tr("该跟进"), formats.count(due), "" if due else tr("没有到日子的跟进"),
        tr("! 今天看一眼") if due else "", "act", tr("约定了、计划的跟进日已到的改进动作。"),
        can_open=bool(due),
    )  # fmt: skip
    shown[2].show_figure(
        tr("已约定"), formats.count(agreed), "" if drafts else tr("没有草稿"),
        tr("△ {n} 个草稿还没约定", n=drafts) if drafts else "", "watch", tr("本周期约定的改进动作。"),
        can_open=bool(board.current),
    )  # fmt: skip
    metric = METRICS["loop_closed"]
    reason = closed.reason.sentence if closed.reason else ""
    shown[3].show_figure(
        metric.name, formats.share(closed.value),
        tr("{month}的 {n} 个问题中", month=formats.month_text(month.previous.start), n=closed.n)
        if closed.value is not None else reason,
        definition=metric.definition, can_open=bool(closed.n),
    )  # fmt: skip
