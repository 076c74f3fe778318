"""Names of people, accounts and products in a file: which columns hold them, and whom the manager says they mean."""

import re
from collections.abc import Mapping

from cockpit.excel.choices import NEW, NamedKind
from cockpit.excel.synonyms import TableKind
from cockpit.excel.tables import TypedTable
from cockpit.model.names import name_key

NAME_COLUMNS: dict[TableKind, dict[NamedKind, tuple[str, ...]]] = {
    "deals": {"people": ("owner",), "accounts": ("account",), "products": ("product",)},
    "people": {"people": ("name", "manager")},
    "accounts": {"accounts": ("name", "parent"), "people": ("owner",)},
    "products": {"products": ("name",)},
    "targets": {"people": ("person",)},
    "history": {},
    "activities": {"people": ("person",), "accounts": ("account",)},
    "payments": {"people": ("person",), "accounts": ("account",)},
}
_REMARK = re.compile(
    r"\s*[(（\[【]\s*(?:已?离职|已?停用|已?禁用|已?冻结|已?删除|deactivated|inactive|deleted|removed)[^)）\]】]*[)）\]】]\s*$",
    re.IGNORECASE,
)


def without_remark(name: str) -> str:
    """ "李雯(已离职)" is 李雯: what a CRM adds to a name is no part of it."""
    return _REMARK.sub("", name) or name


def settle_names(table: TypedTable) -> None:
    """Put into every column of names whom the manager says they mean; remarks of the CRM are left out."""
    for kind, columns in NAME_COLUMNS[table.kind].items():
        meant = table.choices.names.get(kind, {})
        chosen = {name: other for name, other in meant.items() if other != NEW}
        # A person's name in a list of people may be put together from two columns first.
        for name in columns:
            if name in table.columns:
                cells = table.columns[name]
                other = _others(set(cells), chosen, has_remarks=kind == "people")
                if other:
                    table.columns[name] = [other.get(cell, cell) for cell in cells]


def _others(cells: set[str | None], chosen: Mapping[str, str], *, has_remarks: bool) -> dict[str | None, str]:
    by_key = {name_key(name): other for name, other in chosen.items()}
    found: dict[str | None, str] = {}
    for cell in cells:
        if not cell:
            continue
        bare = without_remark(cell) if has_remarks else cell
        meant = chosen.get(cell) or chosen.get(bare) or (by_key.get(name_key(bare)) if by_key else None) or bare
        if meant != cell:
            found[cell] = meant
    return found
