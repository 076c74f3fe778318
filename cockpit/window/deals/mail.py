"""The follow-up mail of a deal: looked over, put into one's own words, copied, or saved as a draft (.eml)."""

import re
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cockpit.errors import CockpitError
from cockpit.language import LanguageCode, language, tr
from cockpit.model.follow_up_mail import FollowUpMail
from cockpit.operations.follow_up_mail import propose_mail, save_mail
from cockpit.window.kit.cards import button, label
from cockpit.window.kit.fields import ChoiceField, Form, TextField
from cockpit.window.kit.page import Readers
from cockpit.window.kit.plain_editor import PlainEditor
from cockpit.window.kit.writing_line import Step, WritingLine


class MailDialog(QDialog):
    """Nothing is stored: what was written is gone when it is closed. Each language keeps its own words meanwhile."""

    def __init__(self, deal: int, readers: Readers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deal, self._readers = deal, readers
        self._mails: dict[LanguageCode, FollowUpMail] = {}
        self._code: LanguageCode = language()
        self.setWindowTitle(tr("跟进邮件"))
        self.resize(640, 560)
        self.language = ChoiceField([(tr("中文"), "zh"), ("English", "en")], self._code)
        self.language.activated.connect(lambda _: self._change_language())
        self.subject = TextField()
        self.text = PlainEditor()
        self.text.setTabChangesFocus(True)
        self.copied = label("", "ok")
        self.line = WritingLine(self)
        self.copy_button = button(tr("复制文字"), self.copy, "primary")
        self.save_button = button(tr("存成 .eml…"), self._ask_where)
        form = Form(2)
        form.grid.setColumnStretch(0, 3)
        form.grid.setColumnStretch(1, 1)
        form.add(tr("主题"), self.subject)
        form.add(tr("语言"), self.language)
        self.text.setAccessibleName(tr("正文"))
        ends = QHBoxLayout()
        ends.setSpacing(8)
        for shown in (self.copy_button, self.save_button, self.copied):
            ends.addWidget(shown)
        ends.addStretch(1)
        ends.addWidget(button(tr("关闭"), self.reject))
        about = label(tr("只用这个商机的滚动记录和下一步写成,发之前看一遍。收件人空着,由你的邮件程序来填。"), "quiet")
        about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(about)
        column.addWidget(form)
        column.addWidget(label(tr("正文"), "quiet"))
        column.addWidget(self.text, 1)
        column.addLayout(ends)
        column.addWidget(self.line)
        self._show(self._proposed())
        self.text.setFocus()

    @property
    def mail(self) -> FollowUpMail:
        """As it stands in the fields."""
        return FollowUpMail(self.subject.text(), self.text.toPlainText())

    def copy(self) -> None:
        """Subject and text, to be pasted elsewhere."""
        QGuiApplication.clipboard().setText(self.mail.as_text)
        self.copied.setText(tr("✓ 已复制"))

    def save(self, path: Path) -> None:
        """Write the draft on a worker; what came of it is said beneath."""
        mail = self.mail

        def task(_: Step) -> str:
            save_mail(path, mail)
            return ""

        self.line.begin(path, task)

    def _ask_where(self) -> None:
        name = re.sub(r'[\\/:*?"<>|\x00-\x1f\s]+', " ", self.subject.text()).strip(" .")[:80] or "-"
        self.line.ask_where(tr("存成 .eml"), tr("邮件草稿 (*.eml)"), f"{name}.eml", self.save)

    def _change_language(self) -> None:
        self._mails[self._code] = self.mail
        self._code = self.language.currentData()
        self._show(self._proposed())

    def _proposed(self) -> FollowUpMail:
        if self._code not in self._mails:
            try:
                self._mails[self._code] = propose_mail(self._readers.here(), self._deal, self._code)
            except CockpitError as error:
                self._mails[self._code] = FollowUpMail("", str(error))
        return self._mails[self._code]

    def _show(self, mail: FollowUpMail) -> None:
        self.subject.setText(mail.subject)
        self.text.setPlainText(mail.text)
        self.copied.setText("")
