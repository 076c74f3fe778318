"""What columns are once all of a table are known: what one heading leaves open, the others and the cells say.

A "Status" of Prospecting, Proposal and Won is the stage where no other column is; an "Opportunity Description" is the
name where nothing else names the deals; a "$ (K)" is the amount where nothing else is.
"""

from collections.abc import Mapping, Sequence

from cockpit.excel.columns_below import Cells
from cockpit.excel.evidence import contradicts
from cockpit.excel.header_rows import Heading
from cockpit.excel.matching import Match, Name, make_match
from cockpit.excel.synonyms import TableKind
from cockpit.excel.units import is_currency_alone
from cockpit.excel.wording import words_of
from cockpit.language import noop
from cockpit.model.stage_names import meaning_of

BY_CONTENT_TOO = noop("列名“{heading}”说得不全,这一列的内容和别的列一起看是这个意思")
BY_CURRENCY = noop("列名“{heading}”只写了币种,这一列是金额")
LIKELY = 0.8
LONGEST_NAME = 60
PERSONS_NEEDED = 0.7
MOST_NAMELESS = 2
"""So many rows may be totals, or words below the table, which have no name."""
_MONEY_FIELDS: Mapping[TableKind, str] = {"deals": "amount", "products": "list_price", "targets": "value"}


def look_again(
    kind: TableKind, headings: Sequence[Heading], matches: dict[str, Match], chosen: Mapping[int, str], cells: Cells
) -> None:
    """Change ``matches`` where the other columns and the cells say better than a heading what a column is."""
    _take_currency_alone(kind, headings, matches, chosen, cells)
    if kind == "deals":
        _status_is_the_stage(matches, headings, cells)
        _description_is_the_name(matches, headings, cells)
        _drop_mute_state(matches, cells)
        _open_deals_close_later(matches, headings, cells)
    if kind == "targets":
        _persons_have_targets(matches, headings, chosen, cells)


def _status_is_the_stage(matches: dict[str, Match], headings: Sequence[Heading], cells: Cells) -> None:
    """The status of a list without stages, where it says more than open, won and lost."""
    match = matches.get("state")
    if match is None or match.why == "chosen" or "stage" in matches:
        return
    content = cells(match.index)
    if content.is_text and content.states < 1 and content.words > 2 and content.stages >= 0.5:
        del matches["state"]
        _put(matches, Name("stage", "text", 0, match.tells_kind), headings[match.index])


def _description_is_the_name(matches: dict[str, Match], headings: Sequence[Heading], cells: Cells) -> None:
    """What describes every deal, each in other few words, names it where nothing else does."""
    match = matches.get("remark")
    if match is None or match.why == "chosen" or "name" in matches:
        return
    if not any("deal" in concepts for concepts in words_of(match.heading) or ()):
        return
    content = cells(match.index)
    if (
        len(cells.rows) - content.seen <= max(MOST_NAMELESS, 0.05 * len(cells.rows))
        and content.distinct >= 0.8
        and content.length <= LONGEST_NAME
    ):
        del matches["remark"]
        _put(matches, Name("name", "text", 0, match.tells_kind), headings[match.index])


def _drop_mute_state(matches: dict[str, Match], cells: Cells) -> None:
    """A status that is only likely to be the outcome is none where the stages end, but it never says won or lost."""
    state, stage = matches.get("state"), matches.get("stage")
    if state is None or stage is None or state.why != "similar":
        return
    if cells(stage.index).endings and not cells(state.index).endings:
        del matches["state"]


def _open_deals_close_later(matches: dict[str, Match], headings: Sequence[Heading], cells: Cells) -> None:
    """A day of closing that open deals have as well is the day that is expected until then."""
    closed, stage = matches.get("closed_on"), matches.get("stage") or matches.get("state")
    if closed is None or stage is None or closed.why == "chosen" or {"close_date", "expected_close"} & set(matches):
        return
    has_day = [
        closed.index < len(row) and row[closed.index] != ""
        for row in cells.rows
        if stage.index < len(row) and row[stage.index] != "" and meaning_of(str(row[stage.index])).kind == "open"
    ]
    if has_day and sum(has_day) * 2 > len(has_day):
        del matches["closed_on"]
        _put(matches, Name("close_date", "date", 0, closed.tells_kind), headings[closed.index])


def _persons_have_targets(
    matches: dict[str, Match], headings: Sequence[Heading], chosen: Mapping[int, str], cells: Cells
) -> None:
    """Targets of a list that names nobody else are those of the persons in it, and not of the company as a whole."""
    if {"person", "person_id", "team"} & set(matches) or "value" not in matches or not {"month", "year"} & set(matches):
        return
    used = {match.index for match in matches.values()}
    for heading in headings:
        if heading.index in used or heading.index in chosen or not heading.text:
            continue
        content = cells(heading.index)
        if content.is_text and max(content.persons, content.known_people) >= PERSONS_NEEDED:
            _put(matches, Name("person", "text", 0, False), heading)
            return


def _take_currency_alone(
    kind: TableKind, headings: Sequence[Heading], matches: dict[str, Match], chosen: Mapping[int, str], cells: Cells
) -> None:
    field = _MONEY_FIELDS.get(kind)
    if field is None or field in matches:
        return
    used = {match.index for match in matches.values()}
    for heading in headings:
        if heading.index in used or heading.index in chosen or not is_currency_alone(heading.text):
            continue
        content = cells(heading.index)
        if content.seen and not contradicts(content, "money"):
            name = Name(field, "money", 0, False)
            matches[field] = make_match(name, heading, LIKELY, "similar", (BY_CURRENCY, {"heading": heading.text}))
            return


def _put(matches: dict[str, Match], name: Name, heading: Heading) -> None:
    told = (BY_CONTENT_TOO, {"heading": heading.text})
    matches[name.field] = make_match(name, heading, LIKELY, "similar", told)
