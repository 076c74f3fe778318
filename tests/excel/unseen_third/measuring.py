"""How much of the third set the import recognises by itself, and what it takes for something that it is not.

python -m tests.excel.unseen_third.measuring

On 2026-11-26, at its first and blind measurement (0b237f7): 238 of the 247 needed columns, 96.4 %; no column was taken
for something that it is not, two of the nine missed were offered. It is no longer unseen.
"""

from tests.excel.unseen.measuring import share, table
from tests.excel.unseen_second.measuring import measure_all, see_all
from tests.excel.unseen_third import chinese_systems, english_systems, made_by_hand

GROUPS = {
    "Chinese systems": chinese_systems.EXPORTS,
    "English systems": english_systems.EXPORTS,
    "made by hand": made_by_hand.EXPORTS,
}
THIRD_SET = tuple(export for exports in GROUPS.values() for export in exports)


def main() -> None:
    for group, exports in GROUPS.items():
        measured = measure_all(exports)
        needed = sum(one.needed for one in measured)
        print(f"{group}: {needed - sum(len(one.missed) for one in measured)} / {needed} = {share(measured):.1f} %")
    measured = measure_all(THIRD_SET)
    print(table(measured))
    seen = see_all(THIRD_SET)
    for heading in ("wrong", "unneeded", "offered", "lacking"):
        print(f"\n{heading}:")
        for name, one in seen.items():
            for line in getattr(one, heading):
                print(f"  {name}: {line}")
    print(f"\n{share(measured):.1f} %")


if __name__ == "__main__":
    main()
