"""What must not be done twice: a second Enter, or a double click, while the first is still being written."""

from collections.abc import Callable

from cockpit.operations.operation import Changes
from cockpit.store.file import Store

StoreVerb = Callable[[Store], Changes]
Then = Callable[[Changes], None]


class Once:
    """Keeps what is under way, by a key; on a slow disk that may take a while."""

    def __init__(self) -> None:
        self._under_way: set[object] = set()

    def begin(self, key: object, verb: StoreVerb, then: Then) -> tuple[StoreVerb, Then] | None:
        """``verb`` and ``then`` to be performed, or None while the same is under way.

        It is over when ``then`` is called, or as soon as the verb fails: what was refused may be tried again.
        """
        if key in self._under_way:
            return None
        self._under_way.add(key)

        def guarded(store: Store) -> Changes:
            try:
                return verb(store)
            except BaseException:
                self._under_way.discard(key)
                raise

        def done(changes: Changes) -> None:
            self._under_way.discard(key)
            then(changes)

        return guarded, done
