"""What is wrong with a row, in words: the metrics give it as stored."""

from datetime import date

from cockpit.language import tr
from cockpit.metrics.data_to_mend import KINDS, MendLine
from cockpit.model import formats
from cockpit.model.cycles import Month


def line_name(key: str, line: MendLine) -> str:
    """The deal, the person, or the month."""
    if KINDS[key].about == "months":
        return formats.month_text(month_of(line).start)
    return line.name


def month_of(line: MendLine) -> Month:
    """The month that a line of a month stands for."""
    return Month(line.id // 100, line.id % 100)


def detail_words(key: str, line: MendLine, today: date) -> str:
    """What stands at the right of the row."""
    if key == "without_team":
        return tr("{n} 个在手商机", n=int(line.detail))
    if key == "long_overdue":
        return tr("{day},过了 {n} 天", day=line.detail, n=(today - date.fromisoformat(line.detail)).days)
    return line.detail


def detail_title(key: str) -> str:
    """The heading above it."""
    return {
        "without_team": tr("在手商机"), "in_two_teams": tr("团队,从哪天起重叠"), "no_rate": tr("金额"),
        "huge": tr("金额"), "negative": tr("金额"), "closed_before_created": tr("创建 → 成交"),
        "closed_ahead": tr("成交日期"), "long_overdue": tr("预计成交"), "stage": tr("阶段"), "no_target": "",
    }.get(key, tr("阶段或成交日期"))  # fmt: skip
