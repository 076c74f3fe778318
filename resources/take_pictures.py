"""Takes the README's pictures from the real window, on the sample team:  python resources/take_pictures.py

No display is needed. The sample team is drawn anew for the 24th that was last: in the first days of a month there is
little to see. So the figures move with the calendar.
"""

import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from PySide6.QtWidgets import QApplication, QPlainTextEdit  # noqa: E402

from cockpit.language import LanguageCode  # noqa: E402
from cockpit.metrics import resolve_scope  # noqa: E402
from cockpit.model import clock  # noqa: E402
from cockpit.sample import make_sample  # noqa: E402
from cockpit.store.file import Store  # noqa: E402
from cockpit.window.application import speak  # noqa: E402
from cockpit.window.kit.theme import Appearance, apply_theme  # noqa: E402
from cockpit.window.shell import Shell  # noqa: E402

PICTURES = PROJECT / "resources" / "pictures"
WIDTH, HEIGHT = 1440, 900
DAY_OF_MONTH = 24
TALK = """\
聊了华信:还卡在 IT 部,业务部门没见着
?需要一套演示设备给华信
!我周五前约他们 CIO @周五
#报价早于价值讲清,客户只比价
>每周首访 6 次,现在 3 次 @12-31
^蓝海那单自己约到了财务总监
"""
TAKEN: tuple[tuple[str, LanguageCode, Appearance], ...] = (
    ("loop", "zh", "light"),
    ("results", "zh", "light"),
    ("process", "zh", "light"),
    ("one_on_one", "zh", "light"),
    ("loop", "en", "dark"),
)


def take(application: QApplication, store: Path, page: str, code: LanguageCode, appearance: Appearance) -> Path:
    """One picture of ``page``; the one-on-one is held with 李雯 and has a note in it."""
    speak(application, code)
    apply_theme(application, appearance)
    shell = Shell(Store.open(store))
    shell.resize(WIDTH, HEIGHT)
    shell.show()
    _settle(application)
    if page == "one_on_one":
        person = resolve_scope(shell.store.connection, "person:李雯").id
        shell.go(page, start_with=person)
        _settle(application)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QPlainTextEdit), "the pen is in the note at once"
        editor.insertPlainText(TALK)
    else:
        shell.go(page)
    _settle(application)
    path = PICTURES / f"{ {'loop': 'loop_board'}.get(page, page) }_{code}_{appearance}.png"
    shell.grab().save(str(path))
    shell.close()
    return path


def _settle(application: QApplication, seconds: float = 1.5) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.005)


def main() -> None:
    """Every picture of the README, each on a sample team of its own."""
    PICTURES.mkdir(exist_ok=True)
    today = clock.today()
    shown = (today if today.day >= DAY_OF_MONTH else today.replace(day=1) - timedelta(days=1)).replace(day=DAY_OF_MONTH)
    noon = datetime.combine(shown, time_of_day(12)).astimezone(UTC)
    clock.utc_now = lambda: noon
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        for number, (page, code, appearance) in enumerate(TAKEN):
            store = Path(folder) / f"{number}.sqlite"
            with Store.open(store) as opened:
                make_sample(opened, clock.today())
            print(take(application, store, page, code, appearance).relative_to(PROJECT))


if __name__ == "__main__":
    main()
