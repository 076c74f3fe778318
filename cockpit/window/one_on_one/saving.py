"""A note is on disk a moment after it is on the screen: saved as typed, never asked for, never given up."""

import sys
from collections.abc import Callable

from attrs import define
from PySide6.QtCore import QObject, QTimer, Signal

from cockpit.errors import CockpitError
from cockpit.operations.notes import SavedNote, save_note
from cockpit.operations.operation import Changes
from cockpit.store.file import Store

WAITS_MS = 60
"""From the first change that is not saved to the saving, however fast somebody types: no key puts it off."""

TRIES_AGAIN_MS = 2000

Perform = Callable[[Callable[[Store], Changes], Callable[[Changes], None]], None]
Texts = tuple[str, str]


@define
class _Outcome:
    saved: SavedNote | None = None
    error: Exception | None = None


class NoteSaver(QObject):
    """Saves what ``read`` gives, the note and its private part, through ``perform`` on the writing worker.

    It only reads the editors, so an input method may compose meanwhile; what is composed is saved once it is text.
    """

    saved = Signal(object)
    """A SavedNote."""

    refused = Signal(str)
    """Why it could not be saved; it is tried again by itself."""

    def __init__(self, perform: Perform, read: Callable[[], Texts], parent: QObject) -> None:
        super().__init__(parent)
        self._perform, self._read = perform, read
        self._meeting: int | None = None
        self._written: Texts = ("", "")
        self._asked: Texts = ("", "")
        self._under_way = 0
        self._soon = QTimer(self, singleShot=True, interval=WAITS_MS)
        self._soon.timeout.connect(self._save)
        self._again = QTimer(self, singleShot=True, interval=TRIES_AGAIN_MS)
        self._again.timeout.connect(self._save)

    def begin(self, meeting_id: int, text: str, private_text: str) -> None:
        """Another note, as it stands in the store."""
        self._meeting = meeting_id
        self._written = self._asked = (text, private_text)
        self._soon.stop()
        self._again.stop()

    def stop(self) -> None:
        """What is not saved yet is handed to the writer; then nothing more is saved."""
        self.flush()
        self._meeting = None

    @property
    def is_clean(self) -> bool:
        """The store holds what stands on the screen."""
        return self._meeting is None or self._read() == self._written

    @property
    def written(self) -> Texts:
        """What the store holds, as far as is known here."""
        return self._written

    def touch(self) -> None:
        """Something may have changed."""
        if self._meeting is not None and not self._soon.isActive():
            self._soon.start()

    def flush(self) -> None:
        """Hand to the writer now what is not there yet; it writes in the order in which it is asked."""
        self._soon.stop()
        if self._meeting is None:
            return
        texts = self._read()
        if texts != (self._asked if self._under_way else self._written):
            self._write(self._meeting, texts)

    def _save(self) -> None:
        # One at a time: on a slow disk the texts in between are not worth writing.
        if self._meeting is None or self._under_way:
            return
        texts = self._read()
        if texts != self._written:
            self._write(self._meeting, texts)

    def _write(self, meeting: int, texts: Texts) -> None:
        text = texts[0] if texts[0] != self._written[0] or self._under_way else None
        private_text = texts[1] if texts[1] != self._written[1] or self._under_way else None
        outcome = _Outcome()
        self._asked = texts
        self._under_way += 1

        def verb(store: Store) -> Changes:
            try:
                outcome.saved = save_note(store, meeting, text, private_text)
            except Exception as error:
                outcome.error = error
                return Changes("", {}, undoable=False)
            return outcome.saved.changes

        def done(_: Changes) -> None:
            self._under_way -= 1
            if outcome.saved is not None:
                if meeting == self._meeting:
                    self._written = texts
                self.saved.emit(outcome.saved)
                # What was typed meanwhile has started the clock only if it was not running: look once more.
                self.touch()
                return
            error = outcome.error
            self.refused.emit(str(error) if isinstance(error, CockpitError) else type(error).__name__)
            if not isinstance(error, CockpitError) and error is not None:
                sys.excepthook(type(error), error, error.__traceback__)
            self._again.start()

        self._perform(verb, done)
