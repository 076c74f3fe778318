"""From the command line to the first window: one program per store, the language, the look, and what happens when the
program itself fails."""

import logging
import os
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QMessageBox

from cockpit import __version__
from cockpit.errors import CockpitError
from cockpit.language import LanguageCode, choose_language, language, tr
from cockpit.operations.settings import setting
from cockpit.store.file import Store, StoreInUse

log = logging.getLogger("cockpit")


def open_window(path: Path, chosen_language: LanguageCode | None = None) -> int:
    """Open the cockpit on the store at ``path`` and run until its window is closed. Returns the exit status."""
    _input_method()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Cockpit")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cockpit")
    _log_to(path.parent)
    try:
        store = Store.open(path)
    except StoreInUse as refused:
        from cockpit.window.single import raise_first_window

        if raise_first_window(path):
            return 0
        return _refused(refused)
    except CockpitError as refused:
        return _refused(refused)
    speak(application, chosen_language or setting(store.connection, "language") or language())

    from cockpit.window.kit.theme import apply_theme
    from cockpit.window.shell import Shell

    apply_theme(application, setting(store.connection, "appearance"))
    _warn_without_chinese_font()
    shell = Shell(store)
    sys.excepthook = FailureHook()
    shell.show()

    from cockpit.window.single import listen_for_second_start

    listener = listen_for_second_start(path, shell)
    status = application.exec()
    if listener:
        listener.close()
    shell.close_store()
    return status


def speak(application: QApplication, code: LanguageCode) -> None:
    """Switch our texts and Qt's own (the buttons of its dialogs) to ``code``."""
    choose_language(code)
    QLocale.setDefault(QLocale("zh_CN" if code == "zh" else "en_US"))
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if code == "zh" and translator.load("qtbase_zh_CN", folder):
        application.installTranslator(translator)


def _input_method() -> None:
    # PySide6's wheels carry no fcitx plugin, but fcitx5 speaks ibus: without this most Linux users type no Chinese.
    if sys.platform == "linux" and os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"


def _warn_without_chinese_font() -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        log.warning("no font with Chinese characters; on Debian or Ubuntu install fonts-noto-cjk")


def _refused(refused: CockpitError) -> int:
    print(f"cockpit: {refused}", file=sys.stderr)
    box = QMessageBox(QMessageBox.Icon.Warning, tr("驾驶舱"), refused.sentence)
    box.setInformativeText(refused.next_step)
    if QApplication.platformName() != "offscreen":
        box.exec()
    return 1


def _log_to(folder: Path) -> None:
    # Beside the store, so that a portable stick keeps its own; sentences about the program only, never a user's text.
    if log.handlers:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / "cockpit.log"
        handler = RotatingFileHandler(place, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)


class FailureHook:
    """A bug is shown as one: plain words, details to copy, and the program goes on."""

    def __init__(self) -> None:
        self._showing = False

    def __call__(self, kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        # Types and places only: the message of an exception may quote what the user typed.
        places = "".join(traceback.format_list(traceback.extract_tb(trace)))
        details = f"Cockpit {__version__}\n{kind.__name__}\n{places}"
        log.error("%s", details)
        print(details, file=sys.stderr)
        if self._showing or QApplication.platformName() == "offscreen":
            return
        self._showing = True
        box = QMessageBox(QMessageBox.Icon.Warning, tr("驾驶舱"), tr("程序出了一个错,已写好的内容都在。"))
        box.setInformativeText(tr("可以继续使用。「显示详情」里的内容不含任何业务数据,可以复制给开发者。"))
        box.setDetailedText(details)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.exec()
        self._showing = False
