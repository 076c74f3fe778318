"""How much of the second set the import recognises by itself, and above all what it takes for something that it is not.

python -m tests.excel.unseen_second.measuring

On 2026-11-26, at its first measurement: 526 of the 645 needed columns, 81.6 %. Two columns were taken for something
else without a word, one sheet of targets for a list of people and one of calls for deals. It is no longer unseen.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import field, frozen

from cockpit.errors import CockpitError
from cockpit.operations.imports import look_at, open_files
from cockpit.store.file import Store
from tests.excel.unseen.making import Column, Export
from tests.excel.unseen.measuring import Measured, measure, share, table
from tests.excel.unseen_second import chinese_systems, english_smaller_systems, english_systems, made_by_hand

TODAY = date(2026, 11, 26)
SECOND_SET = (
    *english_systems.EXPORTS,
    *english_smaller_systems.EXPORTS,
    *chinese_systems.EXPORTS,
    *made_by_hand.EXPORTS,
)


@frozen
class Seen:
    """What the manager is shown about one file, where it differs from what he or she would say.

    ``wrong``: columns taken for a field that they are not; ``unneeded``: columns that nobody asked for and that are
    taken for a field; ``offered``: needed columns that are not used, but whose right field is proposed.
    """

    wrong: tuple[str, ...] = ()
    unneeded: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    lacking: tuple[str, ...] = field(factory=tuple)


def see(export: Export, folder: Path) -> Seen:
    """Open the file before an empty store, as the wizard does, and compare each column by its place."""
    folder.mkdir(parents=True, exist_ok=True)
    path = export.write(folder)
    try:
        with Store.open(folder / "cockpit.sqlite") as store:
            looks = look_at(open_files([path]), store.connection, today=TODAY)
    except CockpitError as error:
        return Seen(lacking=(str(error),))
    wrong, unneeded, offered, lacking = [], [], [], []
    for look in looks:
        lacking += [*look.missing] if look.used else []
        if look.kind != export.kind:
            lacking.append(f"taken for {look.kind}, used: {look.used}")
            continue
        for place, one in enumerate(look.columns):
            expected = _column(export, place)
            meanings = expected.meaning.replace("value", "target|value").split("|")
            said = f"{one.label} -> {one.field or one.offered} ({one.sure:.2f}, {one.why})"
            if one.field and expected.meaning and one.field not in meanings:
                wrong.append(f"{said}, is {expected.meaning}")
            elif one.field and not expected.meaning:
                unneeded.append(said)
            elif not one.field and one.offered in meanings and expected.meaning:
                offered.append(said)
    return Seen(tuple(wrong), tuple(unneeded), tuple(offered), tuple(lacking))


def _column(export: Export, place: int) -> Column:
    """The reading cuts off blank columns to the left, and so does this."""
    return export.columns[place] if place < len(export.columns) else Column("")


def measure_all(exports: Sequence[Export] = SECOND_SET) -> list[Measured]:
    """Each file by itself, in an empty store."""
    with TemporaryDirectory() as folder:
        return [measure(export, Path(folder) / str(place)) for place, export in enumerate(exports)]


def see_all(exports: Sequence[Export] = SECOND_SET) -> dict[str, Seen]:
    """By file."""
    with TemporaryDirectory() as folder:
        return {export.name: see(export, Path(folder) / str(place)) for place, export in enumerate(exports)}


def main() -> None:
    measured = measure_all()
    print(table(measured))
    for heading in ("wrong", "unneeded", "offered", "lacking"):
        print(f"\n{heading}:")
        for name, seen in see_all((*SECOND_SET, *made_by_hand.CONTACTS)).items():
            for line in getattr(seen, heading):
                print(f"  {name}: {line}")
    print(f"\n{share(measured):.1f} %")


if __name__ == "__main__":
    main()
