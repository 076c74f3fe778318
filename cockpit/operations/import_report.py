"""What an import did, or would do: as JSON for scripts and for keeping, as text for people."""

from typing import Any

from attrs import define, field

from cockpit.excel.headings import FoundTable
from cockpit.excel.plan import KIND_NAMES, Count, Note, Plan, PlanKind
from cockpit.excel.tables import Problem, TypedTable, label_of
from cockpit.excel.values import shown
from cockpit.language import tr

ROWS_FOR_EXAMPLE = 500


@define
class ImportReport:
    """What an import did, or with ``dry_run`` would do."""

    counts: dict[PlanKind, Count]
    problems: list[Problem]
    listed: list[Note]
    files: list[dict[str, Any]]
    dry_run: bool = False
    tables: list[TypedTable] = field(factory=list, repr=False)

    @property
    def totals(self) -> Count:
        """Rows of all kinds together."""
        counts = self.counts.values()
        return Count(
            sum(count.added for count in counts), sum(count.changed for count in counts),
            sum(count.unchanged for count in counts), sum(count.refused for count in counts),
        )  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        """As ``cockpit import --json`` prints it."""
        return {
            **{kind: count.as_json() for kind, count in self.counts.items()},
            "problems": [problem.as_json() for problem in self.problems],
            "listed": [note.as_json() for note in self.listed],
            "files": self.files,
            "dry_run": self.dry_run,
        }

    def as_text(self) -> str:
        """For reading: a line per kind, then what is worth knowing, then what was refused."""
        lines = [tr("预览,没有写入:")] if self.dry_run else []
        for kind, count in self.counts.items():
            if any((count.added, count.changed, count.unchanged, count.refused)):
                lines.append(
                    tr(
                        "{kind}:新增 {added},变更 {changed},未变 {unchanged},拒绝 {refused}",
                        kind=tr(KIND_NAMES[kind]),
                        added=count.added,
                        changed=count.changed,
                        unchanged=count.unchanged,
                        refused=count.refused,
                    )
                )
        lines += [f"· {note}" for note in self.listed]
        for problem in self.problems[:20]:
            lines.append(
                tr(
                    "{file} 第 {row} 行,{column}“{value}”:{reason}",
                    file=problem.file,
                    row=problem.row,
                    column=problem.column,
                    value=problem.value,
                    reason=problem.reason,
                )
            )
        if len(self.problems) > 20:
            lines.append(tr("还有 {n} 处", n=len(self.problems) - 20))
        return "\n".join(lines)


def report_of_plan(plan: Plan, *, dry_run: bool = False) -> ImportReport:
    """What the plan would do, or did, without the rows of the files but for the refused ones."""
    return ImportReport(
        counts=plan.counts(),
        problems=plan.problems,
        listed=plan.notes,
        files=[describe_table(table) for table in plan.tables] + (plan.returned.files() if plan.returned else []),
        dry_run=dry_run,
        tables=[table.with_refused_rows_only() for table in plan.tables]
        + (plan.returned.refused_tables() if plan.returned else []),
    )


def describe_table(table: TypedTable) -> dict[str, Any]:
    """How a table was read and under which decisions: for the preview, and to see why a column did not arrive."""
    found = table.found
    return {
        "file": found.sheet.path.name,
        "sheet": found.sheet.name,
        "kind": table.kind,
        "header_row": found.header + 1,
        "rows": len(table) + len(table.refused),
        "left_out": table.left_out,
        "columns": {
            match.heading: {
                "field": match.field, "sure": round(match.sure, 2), "why": match.why,
                "example": _example(found, match.index), "magnitude": match.magnitude,
            }
            for match in sorted(found.matches.values(), key=lambda match: match.index)
            if not match.field.startswith("_")
        }
        | {
            label_of(found, index): {
                "field": "target", "sure": 1.0, "why": "name", "example": _example(found, index),
                "magnitude": column.magnitude, "from": str(column.period.months[0]),
                "to": str(column.period.months[-1]),
            }
            for index, column in found.target_columns.items()
        },
        "unused": list(found.unused),
        "decisions": decisions_of(table),
    }  # fmt: skip


def decisions_of(table: TypedTable) -> dict[str, Any]:
    """What was in force for a table beside what the file itself says; the mode is always told."""
    choices = table.choices
    told: dict[str, Any] = {"mode": choices.mode}
    if choices.erase_blanks:
        told["erase_blanks"] = True
    for name in ("day_order", "decimal_mark"):
        if (chosen := getattr(choices, name)) is not None:
            told[name] = chosen
    if choices.key is not None:
        told["key"] = list(choices.key)
    if choices.currencies:
        told["currencies"] = dict(choices.currencies)
    if choices.columns:
        told["columns"] = dict(choices.columns)
    stages = {**table.guessed_stages, **choices.stages}
    if stages:
        told["stages"] = {name: choice.name for name, choice in stages.items()}
    if any(choices.names.values()):
        told["names"] = {kind: dict(meant) for kind, meant in choices.names.items() if meant}
    return told


def _example(found: FoundTable, index: int) -> str:
    """The first cell with something in it: a heading is believed more easily with a value beside it."""
    rows = found.sheet.rows[found.header + 1 : found.header + 1 + ROWS_FOR_EXAMPLE]
    return next((shown(row[index]) for row in rows if index < len(row) and row[index] != ""), "")
