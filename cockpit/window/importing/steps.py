"""The steps of an import, and where one has to begin: at the first thing that is open, else at the preview."""

from collections.abc import Sequence
from typing import Literal

from cockpit.language import noop
from cockpit.operations.import_look import NameLook, StageLook, TableLook

Step = Literal["files", "header", "columns", "names", "conflicts", "preview"]

TITLES: dict[Step, str] = {
    "files": noop("文件"), "header": noop("表头"), "columns": noop("列"), "names": noop("阶段和名字"),
    "conflicts": noop("两边都改过"), "preview": noop("预览"),
}  # fmt: skip
OF_A_TABLE: tuple[Step, ...] = ("header", "columns", "names")
"""The steps that are taken for one table at a time."""
SURE = 1.0
"""What is less sure than this is shown before it is believed."""


def unsure_stages(look: TableLook) -> list[StageLook]:
    """Stage names of the file whose meaning is a guess."""
    return [stage for stage in look.stages if stage.sure < SURE]


def unsure_names(look: TableLook) -> list[NameLook]:
    """Names that are much like one in the store, but may be another."""
    return [name for names in look.names.values() for name in names if name.sure < SURE]


def is_key_open(look: TableLook) -> bool:
    """Whether rows would fall together, and nobody has said yet that this is right."""
    return look.key_look is not None and look.key_look.colliding > 0 and look.choices.key is None


def is_guess_open(look: TableLook) -> bool:
    """Whether only the cells say what the table is, and nobody has agreed to that yet."""
    return look.is_guess and look.choices.kind is None


def open_points(look: TableLook, step: Step) -> int:
    """How many things have to be decided in a step, or looked at before they are believed; 0 where all is sure."""
    if not look.used or (look.kind is None and step != "header"):
        return 0
    if step == "header":
        return int(look.kind is None)
    if step == "columns":
        return len(look.missing) + sum(bool(column.asks) for column in look.columns) + is_guess_open(look)
    if step == "names":
        return len(unsure_stages(look)) + len(unsure_names(look)) + is_key_open(look)
    return 0


def needs_answer(look: TableLook, step: Step) -> bool:
    """Whether something in this step has to be decided that nobody can only agree to."""
    if step == "header":
        return look.used and look.kind is None
    return step == "columns" and look.used and (bool(look.missing) or any(column.asks for column in look.columns))


def is_blocked(look: TableLook, step: Step) -> bool:
    """Whether the table cannot be imported before this step is gone through."""
    return needs_answer(look, step) or (step == "columns" and look.used and is_guess_open(look))


def first_open(look: TableLook) -> Step | None:
    """The first step of a table with something open."""
    return next((step for step in OF_A_TABLE if open_points(look, step)), None)


def where_to_begin(looks: Sequence[TableLook]) -> tuple[str, Step]:
    """Key of the table and the step; the preview where nothing is open, the files where no table is to be imported."""
    used = [look for look in looks if look.used]
    for look in used:
        if step := first_open(look):
            return look.key, step
    return (used[0].key, "preview") if used else ("", "files")


def where_to_go_on(looks: Sequence[TableLook], key: str, step: Step) -> tuple[str, Step]:
    """From this step of a table, once it is agreed to, to the next with something open; else to the preview.

    What comes later in this table is before what is open in others.
    """
    here = [look for look in looks if look.key == key and look.used]
    others = [look for look in looks if look.key != key and look.used]
    for look in (*here, *others):
        for other in OF_A_TABLE:
            if open_points(look, other) and (look.key, other) != (key, step):
                return look.key, other
    return (key if here else others[0].key if others else "", "preview")


def is_ready(looks: Sequence[TableLook]) -> bool:
    """Whether what is chosen can be previewed."""
    used = [look for look in looks if look.used]
    return bool(used) and not any(is_blocked(look, step) for look in used for step in OF_A_TABLE)
