"""The mail after a talk with a customer: what was agreed, and what comes next, in words that can be sent."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from cockpit.language import tr
from cockpit.model import formats


@frozen
class FollowUpMail:
    """Subject and text, without addresses: whom it goes to is for the sender to say."""

    subject: str
    text: str

    @property
    def as_text(self) -> str:
        """Both, to be pasted into a mail program or a chat."""
        return f"{self.subject}\n\n{self.text}"


def follow_up_mail(
    deal: str, account: str, agreed: Sequence[tuple[date, str]], next_step: str, next_step_on: date | None
) -> FollowUpMail:
    """The mail in the language of the moment; ``agreed`` in the order in which it is to stand.

    What is not known is not written: no greeting by a name that was guessed, and no next step without one.
    """
    named = deal if not account or account in deal else f"{account} · {deal}"
    lines = [
        tr("您好:"),
        "",
        tr("关于“{deal}”,把谈到的记在这里:", deal=deal) if agreed else tr("关于“{deal}”:", deal=deal),
    ]
    for day, text in agreed:
        first, *more = text.strip().splitlines()
        lines += [f"- {formats.day_words(day)}: {first.strip()}", *(f"  {line.strip()}" for line in more)]
    lines.append("")
    if next_step:
        words = tr("下一步:{step}", step=next_step)
        lines += [words + (tr("({day})", day=formats.day(next_step_on)) if next_step_on else ""), ""]
    elif next_step_on:
        lines += [tr("下一次:{day}", day=formats.day(next_step_on)), ""]
    lines += [tr("如有出入,请告诉我。谢谢!"), ""]
    return FollowUpMail(tr("跟进:{deal}", deal=named), "\n".join(lines))
