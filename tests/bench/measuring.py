"""Measuring in processes of their own, and the table that shows what came of it."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

from attrs import frozen


@frozen
class Result:
    """One line of the table. ``measured`` and ``baseline`` are seconds unless ``unit`` says else.

    A line without ``limit`` is there to be seen, and cannot be missed.
    """

    name: str
    measured: float
    limit: float | None
    baseline: float | None = None
    unit: str = "s"
    note: str = ""

    @property
    def compared(self) -> float:
        """What the limit is about: the ratio to the baseline, or the figure itself where there is none."""
        return self.measured / self.baseline if self.baseline else self.measured

    @property
    def reached(self) -> bool:
        return self.limit is None or self.compared <= self.limit


def in_process(module: str, *arguments: object, variables: dict[str, str] | None = None) -> dict[str, Any]:
    """Run ``python -m module arguments`` and give the JSON object that it prints last."""
    import os

    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        capture_output=True, text=True, check=False, env={**os.environ, **(variables or {})},
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{module} {arguments}: {done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def alternately(times: int, *runs: Callable[[], float]) -> list[float]:
    """The median of each run; one after the other in turn, so that what slows the machine slows them all."""
    measured = [[run() for run in runs] for _ in range(times)]
    return [median(column) for column in zip(*measured, strict=True)]


def table(results: Sequence[Result]) -> str:
    """The results as aligned text."""
    head = ("", "measured", "baseline", "ratio", "limit", "")
    rows = [head]
    for result in results:
        with_baseline = result.baseline is not None
        rows.append((
            result.name,
            f"{result.measured:.3f} {result.unit}",
            f"{result.baseline:.3f} {result.unit}" if with_baseline else "",
            f"{result.compared:.2f} x" if with_baseline else "",
            "" if result.limit is None else f"{result.limit:g} {'x' if with_baseline else result.unit}",
            "  ".join(filter(None, (_outcome(result), result.note))),
        ))  # fmt: skip
    widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) if place == 0 else cell.rjust(width) for place, (cell, width) in
                  enumerate(zip(row[:-1], widths[:-1], strict=True))) + f"  {row[-1]}"
        for row in rows
    )  # fmt: skip


def _outcome(result: Result) -> str:
    if result.limit is None:
        return ""
    return "reached" if result.reached else "MISSED"
