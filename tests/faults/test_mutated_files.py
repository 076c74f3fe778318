"""Files that something happened to: bytes turned over, cut off, members swapped or lost.

Each ends in a report or in a sentence, within the limits, and a refusal changes nothing. Short by default;
``COCKPIT_TRIALS=full`` tries 500, and COCKPIT_TRIALS_REPORT names a file for the figures.
"""

import io
import os
import random
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.store.checks import check
from cockpit.store.file import Store
from tests.excel.making_bad_files import DEAL, HEADINGS, workbook_bytes
from tests.excel.watching import watching
from tests.excel.writing_files import take

TRIALS = 500 if os.environ.get("COCKPIT_TRIALS") == "full" else 25
SEEDS = Path(__file__).parents[1] / "excel" / "seeds"
SECONDS, MEBIBYTES = 5.0, 500
SLACK = 3.0
ROWS = [HEADINGS, *((f"D-{number}", *DEAL[1:]) for number in range(1, 30))]
TEXT = "\r\n".join(",".join(row) for row in ROWS)


def honest() -> dict[str, bytes]:
    """By suffix or kind: what is made to suffer."""
    return {
        "xlsx": workbook_bytes(ROWS),
        **{f"{name}.{suffix}": (SEEDS / f"{name}.{suffix}").read_bytes() for name, suffix in (
            ("deals", "xlsx"), ("deals", "xls"), ("deals", "ods"), ("deals", "xlsb"), ("deals_1904", "xls"),
        )},
        "utf-8.csv": TEXT.encode("utf-8"), "gb18030.csv": TEXT.encode("gb18030"), "utf-16.csv": TEXT.encode("utf-16"),
    }  # fmt: skip


def turned_over(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 20))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut_off(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(1, len(content))]


def with_a_hole(chance: random.Random, content: bytes) -> bytes:
    start = chance.randrange(len(content))
    end = start + chance.choice((1, 16, 512, 4_096))
    return content[:start] + chance.choice((b"", bytes(end - start), content[:99])) + content[end:]


def with_other_members(chance: random.Random, content: bytes) -> bytes:
    """Checksums right, contents wrong: a member lost, emptied, doubled, swapped with another, or damaged inside."""
    if not content.startswith(b"PK"):
        return turned_over(chance, content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    place, other = chance.randrange(len(members)), chance.randrange(len(members))
    name, body = members[place]
    what = chance.choice(("lose", "empty", "swap", "inside", "inside", "cut"))
    if what == "lose":
        del members[place]
    elif what == "swap":
        members[place], members[other] = (name, members[other][1]), (members[other][0], body)
    elif what == "empty" or not body:
        members[place] = (name, b"")
    else:
        members[place] = (name, turned_over(chance, body) if what == "inside" else cut_off(chance, body))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for written, changed in members:
            archive.writestr(written, changed)
    return target.getvalue()


MUTATIONS = (turned_over, turned_over, cut_off, with_a_hole, with_other_members, with_other_members)


@pytest.mark.timeout(120 + 2 * TRIALS)
def test_whatever_happened_to_a_file_it_ends_in_a_report_or_a_sentence(tmp_path: Path) -> None:
    chance = random.Random(20261125)
    seeds = honest()
    ends: Counter[str] = Counter()
    slowest, largest = 0.0, 0
    for trial in range(TRIALS):
        name = chance.choice(list(seeds))
        mutate = chance.choice(MUTATIONS)
        path = tmp_path / f"{trial}.{name.rpartition('.')[2]}"
        path.write_bytes(mutate(chance, seeds[name]))
        with Store.open(tmp_path / f"{trial}.sqlite") as store:
            before = list(store.connection.iterdump())
            with watching() as watched:
                try:
                    take(store, path)
                    ends["imported"] += 1
                except CockpitError as refused:
                    assert refused.sentence.count("。") == 1 and refused.next_step, (trial, name, mutate, str(refused))
                    assert list(store.connection.iterdump()) == before, (trial, name, mutate)
                    ends[refused.sentence.replace(path.name, "…")] += 1
            assert check(store.connection) == []
        assert watched.seconds < SECONDS + SLACK, (trial, name, mutate)
        assert watched.peak_mib < MEBIBYTES, (trial, name, mutate)
        slowest, largest = max(slowest, watched.seconds), max(largest, watched.peak_mib)
        for file in tmp_path.glob(f"{trial}.*"):
            file.unlink()
    if report := os.environ.get("COCKPIT_TRIALS_REPORT"):
        lines = [f"{count:4}  {end}" for end, count in ends.most_common()]
        Path(report).write_text(
            f"{TRIALS} mutated files: slowest {slowest:.2f} s, largest {largest} MiB\n" + "\n".join(lines) + "\n",
            "utf-8",
        )
