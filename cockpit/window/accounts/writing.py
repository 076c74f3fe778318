"""From what is typed or chosen, in the table or beside it, to what is written in the store."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.metrics.account_list import AccountChoices, AccountRow
from cockpit.metrics.tiers import TIERS
from cockpit.model import formats
from cockpit.operations import accounts
from cockpit.operations.operation import Changes
from cockpit.store.file import Store
from cockpit.window.kit.id_source import IdSource
from cockpit.window.kit.page import Page

FIELD_OF = {"owner": "owner_id", "tier": "tier_by_hand"}


class AccountWriting(QObject):
    """Says what a cell may be (``Editing``) and has written what was decided.

    ``begun`` is sent before something is written, ``left`` when nothing was after all, ``done`` when it was.
    """

    begun = Signal()
    left = Signal()
    done = Signal()

    def __init__(self, page: Page, source: Callable[[], IdSource[AccountRow] | None]) -> None:
        """``source`` gives the accounts that are in the table."""
        super().__init__(page)
        self._page, self._source = page, source
        self.offered: AccountChoices | None = None

    # --- what a cell may be -----------------------------------------------------------------------------------

    def choices(self, number: int, key: str) -> tuple[Sequence[tuple[str, object]], object] | None:
        """What a cell may be and what it is; None for one that is typed."""
        account = self._account(number)
        if account is None or self.offered is None:
            return None
        if key == "owner":
            owners: list[tuple[str, object]] = [(name, person) for person, name in self.offered.owners]
            if account.owner_id is not None and all(person != account.owner_id for _, person in owners):
                owners.append((account.owner or formats.MISSING, account.owner_id))
            return [(formats.MISSING, None), *owners], account.owner_id
        if key == "tier":
            return tier_choices(), account.tier_by_hand
        return None

    def text(self, number: int, key: str) -> str:
        """What stands in the field when a cell is opened."""
        account = self._account(number)
        return str(getattr(account, key) or "") if account else ""

    def read(self, number: int, key: str, text: str) -> object:  # noqa: ARG002 - a value does not depend on its account
        """The value of what was typed. Raises CockpitError, which says why it is none."""
        words = " ".join(text.split())
        if key == "name" and not words:
            raise CockpitError(tr("客户要有名称。"))
        return words or None

    def understood(self, number: int, key: str, text: str) -> str:  # noqa: ARG002 - words go without saying
        """Nothing: words are what they are."""
        return ""

    # --- what is written --------------------------------------------------------------------------------------

    def write(self, number: int, key: str, value: object) -> None:
        """From the table or the pane: one field of one account, where it is another value."""
        account = self._account(number)
        if account is not None and getattr(account, FIELD_OF.get(key, key)) == value:
            self.left.emit()
        else:
            self.edit([number], key, value)

    def refuse(self, *_: object) -> None:
        """An empty name: the former one stays."""
        self.left.emit()

    def edit(self, ids: Sequence[int], key: str, value: Any) -> None:
        """One field of these accounts; the tier is set by hand, or given back to the rule."""
        if not ids:
            return
        if key == "tier":
            self._perform(lambda store: accounts.set_account_tier(store, ids, value))
        else:
            self._perform(lambda store: accounts.edit_accounts(store, ids, FIELD_OF.get(key, key), value))

    def turn_flag(self, ids: Sequence[int]) -> None:
        """All of these are key accounts, or, where they are already, none."""
        source = self._source()
        if source is not None and ids:
            self.edit(ids, "is_key", not all(account.is_key for account in source.records(ids)))

    def change_together(self, ids: Sequence[int], fields: Mapping[str, Any]) -> None:
        """Several fields of several accounts."""
        if ids and fields:
            self._perform(lambda store: accounts.edit_accounts_together(store, ids, dict(fields)))

    def paste(self, cells: Sequence[tuple[int, str, str]]) -> None:
        """Cells that were pasted, as one step; where one is no value it is said, and nothing is written."""
        wanted: dict[int, dict[str, Any]] = {}
        refused: list[str] = []
        for number, key, text in cells:
            try:
                wanted.setdefault(number, {})[FIELD_OF.get(key, key)] = self._pasted_value(number, key, text)
            except CockpitError as error:
                refused.append(str(error))
        if refused:
            self._page.host.toast(tr("什么都没有写入:{why}", why=refused[0]))
        elif wanted:
            self._perform(lambda store: accounts.write_account_cells(store, wanted))

    def _pasted_value(self, number: int, key: str, text: str) -> object:
        """As typed; where a cell is one of a few, by its words."""
        offered = self.choices(number, key)
        if offered is None:
            return self.read(number, key, text)
        words = " ".join(text.split())
        if not words:
            return None
        for said, value in offered[0]:
            if words.casefold() in (said.casefold(), str(value).casefold()):
                return value
        raise CockpitError(tr("没有“{text}”可选。", text=words))

    def _perform(self, verb: Callable[[Store], Changes]) -> None:
        self.begun.emit()
        self._page.host.perform(verb, lambda _: self.done.emit(), by=self._page)

    def _account(self, number: int) -> AccountRow | None:
        source = self._source()
        return source.record(number) if source else None


def tier_choices() -> list[tuple[str, object]]:
    """By the rule, or one of the tiers by hand."""
    return [(tr("按规则"), None), *((tr("{tier} 手定", tier=tier), tier) for tier in TIERS)]
