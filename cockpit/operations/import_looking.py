"""Looking at opened files: what was recognised, what is open, and what may be decided otherwise."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from cockpit.excel.choices import NEW, Choices, NamedKind, StageChoice, TableChoices
from cockpit.excel.dates import doubtful_day
from cockpit.excel.deal_keys import KEY_FIELDS, colliding_rows, proposed_key
from cockpit.excel.deal_stages import Said, kinds_of_stages, stage_name
from cockpit.excel.header_rows import ROWS_SEARCHED, column_letters, first_filled
from cockpit.excel.headings import FoundTable
from cockpit.excel.known import Known
from cockpit.excel.matching import Match
from cockpit.excel.name_match import alike
from cockpit.excel.names_in_file import NAME_COLUMNS, without_remark
from cockpit.excel.stage_match import match_stages
from cockpit.excel.synonyms import NAMES, TableKind
from cockpit.excel.tables import first_column
from cockpit.excel.values import doubtful_amount, shown
from cockpit.language import noop, tr
from cockpit.model.names import name_key
from cockpit.operations.import_deciding import DecidedTable, decide, names_known, standing_of
from cockpit.operations.import_known import read_known
from cockpit.operations.import_look import (
    ColumnLook,
    FieldChoice,
    KeyLook,
    NameLook,
    StageLook,
    TableLook,
    Why,
)
from cockpit.operations.import_memory import recall
from cockpit.operations.import_sections import TABLE_NAMES, field_name
from cockpit.operations.opened_files import OpenedFiles

SAMPLES = 5
GROUPS_SHOWN = 50
NAMES_SHOWN = 200
REMEMBERED = noop("上次导入这样的文件时这样定的")
CHOSEN = noop("由您指定")
NOT_RECOGNISED = noop("列名认不出来")
ANOTHER_IS_USED = noop("另一列已经是这个字段")
LEFT_ALONE = noop("您选择不用这一列")
TARGETS = noop("列名是目标所属的月份")


def look_at(
    opened: OpenedFiles, connection: sqlite3.Connection, choices: Choices | None = None, *, today: date
) -> list[TableLook]:
    """What was recognised in every table of the files and what is open, under ``choices`` and what is remembered.

    Decisions given for a table stand in place of the remembered ones. Nothing is changed, neither files nor store.
    """
    known = read_known(connection, today)
    memory = recall(connection, standing_of(known))
    return [_look(table, known) for table in decide(opened, memory, choices or {}, names_known(known))]


def _look(table: DecidedTable, known: Known) -> TableLook:
    sheet, found = table.opened.sheet, table.found
    start = first_filled(sheet)
    top = [[shown(cell) for cell in row] for row in sheet.rows[start : start + ROWS_SEARCHED]]
    columns = [_column(table, index) for index in range(len(table.labels))]
    is_deals = found is not None and found.kind == "deals"
    writing = table.writing if found is not None else None
    return TableLook(
        key=table.key,
        file=sheet.path.name,
        sheet=sheet.name,
        title=sheet.title if sheet.number == 1 else f"{sheet.title} · {sheet.number}",
        is_hidden=sheet.is_hidden,
        used=table.choices.used,
        kind=found.kind if found is not None else None,
        header=table.header - start,
        top=top,
        rows=_rows(table),
        columns=columns,
        fields=_fields(found),
        missing=_missing(found),
        stages=_stages(table, known) if found is not None and found.kind in ("deals", "history") else (),
        store_stages=list(dict.fromkeys(row["name"] for row in known.stages.values())),
        names=_names(table, known) if found is not None else {},
        key_look=_key(table)
        if is_deals and found is not None and found.matches and "external_id" not in found.matches
        else None,
        day_order=writing.order if writing else table.choices.day_order,
        decimal_mark=writing.mark if writing else table.choices.decimal_mark,
        choices=table.choices,
        is_remembered=table.remembered not in (None, TableChoices(header=table.header)) and not table.is_chosen,
        first_row=start,
        is_guess=table.is_guess,
    )


# --- columns ------------------------------------------------------------------------------------------------------


def _rows(table: DecidedTable) -> int:
    if table.found is not None and table.found.matches:
        return len(table.opened.reader.body(table.found)[0])
    rows = table.opened.sheet.rows
    count: int = table.opened.reader.once(
        ("rows", table.header), lambda: sum(any(cell != "" for cell in row) for row in rows[table.header + 1 :])
    )
    return count


def _facts(table: DecidedTable, index: int) -> tuple[int, tuple[str, ...]]:
    """How many cells of a column are filled, and some of them."""

    def make() -> tuple[int, tuple[str, ...]]:
        cells = [row[index] for row in table.opened.sheet.rows[table.header + 1 :] if index < len(row)]
        samples: dict[str, None] = {}
        for cell in cells:
            if cell != "":
                samples[shown(cell)] = None
                if len(samples) == SAMPLES:
                    break
        return len(cells) - cells.count(""), tuple(samples)

    facts: tuple[int, tuple[str, ...]] = table.opened.reader.once(("facts", table.header, index), make)
    return facts


def _column(table: DecidedTable, index: int) -> ColumnLook:
    label = table.labels[index]
    filled, samples = _facts(table, index)
    match = next((one for one in table.found.matches.values() if one.index == index), None) if table.found else None
    if match is not None and match.field.startswith("_"):
        match = None
    field, why, reason = _why(table, index, label, match)
    offered = table.found.offered.get(index) if table.found and match is None and not field and why == "none" else None
    if offered is not None:
        why, reason = "content", offered.reason
    asks, doubtful = _asks(table, match)
    return ColumnLook(
        label=label,
        letter=column_letters(table.opened.sheet.first_column + index),
        samples=samples,
        filled=filled,
        field=field,
        value_kind=match.value_kind if match else "money" if field == "target" else None,
        sure=_sure(match or offered, field, why),
        why=why,
        reason=reason,
        asks=asks,  # type: ignore[arg-type]
        doubtful=doubtful,
        currency=(table.choices.currencies.get(label) or match.currency)
        if match and match.value_kind == "money"
        else None,
        offered=offered.field if offered is not None else "",
    )


def _sure(match: Match | None, field: str, why: Why) -> float:
    if why in ("chosen", "remembered"):
        return 1.0
    return match.sure if match is not None else 1.0 if field else 0.0


def _why(table: DecidedTable, index: int, label: str, match: Match | None) -> tuple[str, Why, str]:
    decided = table.choices.columns.get(label)
    if decided is not None and decided == (match.field if match else ""):
        earlier = table.remembered.columns.get(label) if table.remembered else None
        if earlier == decided:
            return decided, "remembered", tr(REMEMBERED)
        return decided, "chosen", tr(CHOSEN) if decided else tr(LEFT_ALONE)
    if match is not None:
        return match.field, match.why, match.reason
    if table.found is not None and index in table.found.target_columns:
        return "target", "name", tr(TARGETS)
    return "", "none", tr(NOT_RECOGNISED)


def _asks(table: DecidedTable, match: Match | None) -> tuple[str, str]:
    if match is None or match.value_kind not in ("date", "money"):
        return "", ""
    assert table.found is not None
    found, reader = table.found, table.opened.reader
    writing = table.writing
    first = first_column(found)
    if match.value_kind == "date":
        doubtful = reader.once(
            ("doubtful day", found.header, first, match.index, writing.order),
            lambda: doubtful_day(reader.cells(found, match.index), writing.order),
        )
        return ("day_order", doubtful) if doubtful else ("", "")
    doubtful = reader.once(
        ("doubtful amount", found.header, first, match.index, writing.mark),
        lambda: doubtful_amount(reader.cells(found, match.index), writing.mark),
    )
    return ("decimal_mark", doubtful) if doubtful else ("", "")


def _fields(found: FoundTable | None) -> list[FieldChoice]:
    if found is None:
        return []
    lacking = {name for group in found.missing for name in group}
    return [
        FieldChoice(name, field_name(name), needed=name in lacking)
        for name in NAMES[found.kind]
        if not name.startswith("_")
    ]


def _missing(found: FoundTable | None) -> list[str]:
    if found is None:
        return [tr("选一下这是什么表:商机、人员、客户、产品、目标、阶段历史、跟进或回款。")]
    return missing_words(found.kind, found.missing)


def missing_words(kind: TableKind, groups: Sequence[Sequence[str]]) -> list[str]:
    """What a table still lacks, a sentence for each group of columns of which it needs one."""
    words = []
    for group in groups:
        names = tr("、").join(dict.fromkeys(field_name(name) for name in group))
        if len(group) == 1:
            words.append(tr("{kind}还缺一列:{names}。", kind=tr(TABLE_NAMES[kind]), names=names))
        else:
            words.append(tr("{kind}还缺这些列中的一列:{names}。", kind=tr(TABLE_NAMES[kind]), names=names))
    return words


# --- stages -------------------------------------------------------------------------------------------------------

_STAGE_FIELDS = ("stage", "state", "is_won", "is_closed")


def _stages(table: DecidedTable, known: Known) -> list[StageLook]:
    counts = _said(table)
    names: Counter[str] = Counter()
    for said, rows in counts.items():
        if name := stage_name(said):
            names[name] += rows
    kinds = kinds_of_stages(list(counts))
    pipeline = min(known.pipelines, default=None)
    of_pipeline = [row for row in known.stages.values() if row["pipeline_id"] == pipeline]
    matches = match_stages(list(names), kinds, of_pipeline)
    there = {name_key(row["name"]): row for row in of_pipeline}
    looks = []
    for name, rows in names.items():
        chosen = table.choices.stages.get(name)
        match = matches[name]
        if chosen is None:
            looks.append(StageLook(name, rows, match.meant, match.is_new, match.sure, match.reason))
            continue
        row = there.get(name_key(chosen.name))
        meant = StageChoice(row["name"], row["kind"]) if row else chosen
        earlier = table.remembered.stages.get(name) if table.remembered else None
        reason = tr(REMEMBERED) if earlier == chosen else tr(CHOSEN)
        looks.append(StageLook(name, rows, meant, row is None, 1.0, reason))
    return looks


def _said(table: DecidedTable) -> Counter[Said]:
    """What the rows say of stage and state, and how often."""
    found, reader = table.found, table.opened.reader
    assert found is not None
    fields = _STAGE_FIELDS if found.kind == "deals" else ("stage",)
    there = tuple((name, found.matches[name].index) for name in fields if name in found.matches)
    if not there:
        return Counter()
    writing = table.writing

    def make() -> Counter[Said]:
        count = len(reader.body(found)[0])
        blank: list[Any] = [None] * count
        columns = [
            reader.column(found, found.matches[name], writing).values if name in dict(there) else blank
            for name in _STAGE_FIELDS
        ]
        return Counter(zip(*columns, strict=True))

    first = first_column(found)
    said: Counter[Said] = reader.once(("said", found.header, first, there), make)
    return said


# --- names --------------------------------------------------------------------------------------------------------


def _names(table: DecidedTable, known: Known) -> Mapping[NamedKind, Sequence[NameLook]]:
    stores: dict[NamedKind, Mapping[int, Mapping[str, Any]]] = {
        "people": known.people, "accounts": known.accounts, "products": known.products,
    }  # fmt: skip
    looks: dict[NamedKind, Sequence[NameLook]] = {}
    for kind, rows in stores.items():
        counts = _counted_names(table, kind)
        if counts:
            there = tuple(sorted({row["name"] for row in rows.values() if row.get("deleted_at") is None}))
            key = ("alike", kind, tuple(counts), there)
            found = table.opened.reader.once(key, partial(_alike, counts, there))
            if of_kind := list(_name_looks(table, kind, counts, found)):
                looks[kind] = of_kind
    return looks


def _counted_names(table: DecidedTable, kind: NamedKind) -> Counter[str]:
    """Every name of the kind in the file, and how many rows have it."""
    found, reader = table.found, table.opened.reader
    assert found is not None
    fields = tuple(name for name in NAME_COLUMNS[found.kind].get(kind, ()) if name in found.matches)
    places = tuple(found.matches[name].index for name in fields)
    first = first_column(found)
    writing = table.writing

    def make() -> Counter[str]:
        counts: Counter[str] = Counter()
        for name in fields:
            for text, rows in Counter(reader.column(found, found.matches[name], writing).values).items():
                if text:
                    counts[without_remark(text) if kind == "people" else text] += rows
        return counts

    counts: Counter[str] = reader.once(("names", kind, found.header, first, places), make)
    return counts


def _alike(counts: Counter[str], there: Sequence[str]) -> dict[str, list[Any]]:
    """Of names that the store has not: those of the store that are much alike, and those of the file itself.

    Of two names of the file the rarer one is asked about.
    """
    keys = {name_key(name) for name in there}
    exact = frozenset(there)
    unknown = [name for name in counts if name not in exact]
    found = alike(unknown, there)
    new = sorted((name for name in unknown if name_key(name) not in keys), key=lambda name: -counts[name])
    place = {name: number for number, name in enumerate(new)}
    for name, matches in alike(new, new).items():
        # The same key is the same name: nothing is to be asked of it within the file.
        earlier = [match for match in matches if place[match.name] < place[name] and match.sure < 1]
        if earlier:
            found[name] = [*found.get(name, []), *earlier]
    return found


def _name_looks(
    table: DecidedTable, kind: NamedKind, counts: Counter[str], found: Mapping[str, Sequence[Any]]
) -> Iterator[NameLook]:
    chosen = table.choices.names.get(kind, {})
    earlier = table.remembered.names.get(kind, {}) if table.remembered else {}
    asked = sorted({*found, *(name for name in chosen if name in counts)}, key=lambda name: (-counts[name], name))
    for name in asked[:NAMES_SHOWN]:
        matches = found.get(name, ())
        candidates = [match.name for match in matches]
        if name in chosen:
            reason = tr(REMEMBERED) if earlier.get(name) == chosen[name] else tr(CHOSEN)
            others = [chosen[name]] if chosen[name] and chosen[name] not in candidates else []
            yield NameLook(name, counts[name], chosen[name], [*others, *candidates], 1.0, reason)
        elif matches[0].sure == 1:
            yield NameLook(name, counts[name], candidates[0], candidates, 1.0, matches[0].reason)
        else:
            yield NameLook(name, counts[name], NEW, candidates, matches[0].sure, matches[0].reason)


# --- what tells deals apart ---------------------------------------------------------------------------------------


def _key(table: DecidedTable) -> KeyLook:
    found, reader = table.found, table.opened.reader
    assert found is not None
    options = [name for name in KEY_FIELDS if name in found.matches]
    fields = table.choices.key or proposed_key(options)
    writing = table.writing

    def make() -> tuple[list[tuple[int, ...]], int]:
        rows, _ = reader.body(found)
        columns = [reader.column(found, found.matches[name], writing).values for name in fields if name in options]
        return colliding_rows(rows, columns)

    first = first_column(found)
    places = tuple(found.matches[name].index for name in fields if name in options)
    groups, colliding = reader.once(("key", found.header, first, places, writing), make)
    return KeyLook(
        tuple(name for name in fields if name in options),
        [FieldChoice(name, field_name(name)) for name in options],
        groups[:GROUPS_SHOWN],
        colliding,
    )
