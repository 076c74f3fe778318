"""A mail as a file (.eml) that mail programs open as a draft."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from cockpit.excel.whole_file import whole_file


def write_mail(path: Path, subject: str, text: str) -> None:
    """Write a mail of plain text in UTF-8, without sender and receiver: nobody's address is known here.

    Raises CockpitError, with nothing written, when the place cannot be written.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = " ".join(subject.split())
    mail["To"] = ""
    # Outlook opens it to be finished and sent, and not as something that was received.
    mail["X-Unsent"] = "1"
    mail.set_content(text, charset="utf-8")
    with whole_file(path) as unfinished:
        unfinished.write_bytes(mail.as_bytes())
