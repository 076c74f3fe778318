"""Decisions about files, kept by the file's shape and applied when the next export of that shape comes."""

import sqlite3
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from attrs import define, evolve

from cockpit.excel.choices import NEW, NOT_USED, NamedKind, StageChoice, TableChoices
from cockpit.excel.synonyms import NAMES
from cockpit.model import clock
from cockpit.model.names import name_key
from cockpit.store.imports import known_shapes, read_shape, remember_shape

EVERYWHERE = "*"
"""In place of a shape: what was decided about names of stages, people, accounts and products holds for every file."""


@define
class Standing:
    """What a remembered decision has to fit: names of the store as they are now, by kind, and those of its stages."""

    names: Mapping[NamedKind, frozenset[str]]
    stages: frozenset[str]


@define
class Memory:
    """The decisions of earlier imports, as far as they still fit."""

    shapes: frozenset[str]
    _connection: sqlite3.Connection
    _standing: Standing

    def of_shape(self, shape: str) -> TableChoices | None:
        """What was decided about files of this shape; None where none was ever imported."""
        if shape not in self.shapes:
            return None
        own = self._read(shape)
        return None if own is None else _together(self._read(EVERYWHERE), own)

    def everywhere(self) -> TableChoices:
        """What holds for a file that is seen for the first time."""
        return self._read(EVERYWHERE) or TableChoices()

    def _read(self, shape: str) -> TableChoices | None:
        kept = read_shape(self._connection, shape)
        choices = None if kept is None else _structured(kept)
        return None if choices is None else _fitting(choices, self._standing)


def recall(connection: sqlite3.Connection, standing: Standing) -> Memory:
    """The memory of the store, against what stands in it now."""
    return Memory(known_shapes(connection) - {EVERYWHERE}, connection, standing)


def remember(connection: sqlite3.Connection, shape: str, choices: TableChoices) -> None:
    """Keep what was decided about a file for the next one of its shape, and about names for every file.

    Where the header stands is found by the shape itself; that blanks erase has to be said each time anew.
    """
    kept = evolve(choices, header=None, erase_blanks=False)
    at = clock.utc_stamp()
    # Even where nothing was decided: that it was imported is worth knowing.
    remember_shape(connection, shape, _unstructured(kept), at)
    if choices.stages or any(choices.names.values()):
        before = read_shape(connection, EVERYWHERE)
        words = TableChoices(stages=choices.stages, names=choices.names)
        earlier = _structured(before) if before is not None else None
        remember_shape(connection, EVERYWHERE, _unstructured(_together(earlier, words)), at)


def _together(general: TableChoices | None, own: TableChoices) -> TableChoices:
    if general is None:
        return own
    names: dict[NamedKind, Mapping[str, str]] = {
        kind: {**general.names.get(kind, {}), **own.names.get(kind, {})} for kind in {*general.names, *own.names}
    }
    return evolve(own, stages={**general.stages, **own.stages}, names=names)


def _fitting(choices: TableChoices, standing: Standing) -> TableChoices:
    """Without what speaks of a field, a stage or a name that is there no longer."""
    fields = {name for names in NAMES.values() for name in names} | {NOT_USED}
    if choices.kind is not None:
        fields = set(NAMES[choices.kind]) | {NOT_USED}
    names: dict[NamedKind, dict[str, str]] = {}
    for kind, meant in choices.names.items():
        there = standing.names.get(kind, frozenset())
        kept = {name: other for name, other in meant.items() if other == NEW or other in there}
        if kept:
            names[kind] = kept
    stages: dict[str, StageChoice] = {
        name: choice for name, choice in choices.stages.items() if name_key(choice.name) in standing.stages
    }
    return evolve(
        choices,
        columns={label: name for label, name in choices.columns.items() if name in fields},
        names=names,
        stages=stages,
        key=choices.key if choices.key and set(choices.key) <= fields else None,
    )


def load() -> None:
    """Get ready what remembering needs, for whoever knows that it will be needed and has something else to wait for."""
    _converter()


@lru_cache(maxsize=1)
def _converter() -> Any:
    from cattrs.preconf.json import make_converter

    return make_converter(omit_if_default=True)


def _structured(kept: Mapping[str, Any]) -> TableChoices | None:
    from cattrs.errors import BaseValidationError

    try:
        choices: TableChoices = _converter().structure(kept, TableChoices)
    except (BaseValidationError, ValueError, TypeError, KeyError):
        # Kept by another version of the program: nothing is guessed of it.
        return None
    return choices


def _unstructured(choices: TableChoices) -> dict[str, Any]:
    kept: dict[str, Any] = _converter().unstructure(choices)
    return kept
