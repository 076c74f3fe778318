"""The follow-up mail of a deal: put together from its log, to be looked over, copied, or saved as a draft."""

import sqlite3
from datetime import date
from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.excel.mail_file import write_mail
from cockpit.language import LanguageCode, speaking, tr
from cockpit.metrics.deal_log import read_deal_log
from cockpit.model.follow_up_mail import FollowUpMail, follow_up_mail

ENTRIES = 3
"""So many of the newest entries of the log are what was agreed."""


def propose_mail(connection: sqlite3.Connection, deal_id: int, code: LanguageCode) -> FollowUpMail:
    """The mail in a language of its own, from this deal's log and next step alone; the oldest of the entries first.

    Neither amounts nor remarks, evidence or activities go into it: they are not written for the customer. Raises
    CockpitError when the deal is gone.
    """
    found = connection.execute(
        "SELECT d.name, coalesce(a.name, ''), coalesce(d.next_step, ''), d.next_step_on FROM deals d"
        " LEFT JOIN accounts a ON a.id = d.account_id WHERE d.id = ? AND d.deleted_at IS NULL",
        (deal_id,),
    ).fetchone()
    if found is None:
        raise CockpitError(tr("这个商机已经不在了。"), tr("刷新页面再试。"))
    deal, account, step, step_on = found
    entries = read_deal_log(connection, deal_id, ENTRIES).entries
    agreed = [(entry.day, entry.text) for entry in reversed(entries)]
    with speaking(code):
        return follow_up_mail(deal, account, agreed, step, date.fromisoformat(step_on) if step_on else None)


def save_mail(path: Path, mail: FollowUpMail) -> None:
    """As an .eml file, written whole or not at all. Raises CockpitError when the place cannot be written."""
    write_mail(path, mail.subject, mail.text)
