"""Keep what was tried: experience values, amounts and close dates, together in one step that can be undone."""

from collections.abc import Mapping
from datetime import date

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.metrics.settings import read_settings
from cockpit.model import clock
from cockpit.operations.moments import local_moment
from cockpit.operations.operation import Changes, operation
from cockpit.store import deals
from cockpit.store.experience import write_experience
from cockpit.store.file import Store

ValueOf = tuple[int | None, int]
"""Team (None: the pipeline) and stage."""


def keep_what_if(
    store: Store,
    values: Mapping[ValueOf, float],
    changed_deals: Mapping[int, Mapping[str, int | date | None]],
    *,
    today: date | None = None,
) -> Changes:
    """Write experience values (0 to 1) and deals' ``amount`` (minor units) or ``expected_close``.

    Experience values go into their history. Raises CockpitError for a share that is none, and for an amount of a
    deal in another currency than the store's, with nothing written.
    """
    day = today or clock.today()
    if any(not 0 <= value <= 1 for value in values.values()):
        raise CockpitError(tr("经验值在 0 到 100% 之间。"))
    if any(set(fields) - {"amount", "expected_close"} for fields in changed_deals.values()):
        raise KeyError("only amount and expected_close can be tried")
    home = read_settings(store.connection).currency
    for number, fields in changed_deals.items():
        deal = deals.read_deal(store.connection, number)
        if "amount" in fields and deal is not None and deal["currency"] not in (None, home):
            raise CockpitError(tr("“{deal}”是外币商机,金额到商机里改。", deal=deal["name"]))
    with operation(store, noop("留下试算的 {n} 处改动"), n=len(values) + len(changed_deals)) as under_way:
        for (team, stage), value in values.items():
            if write_experience(store.connection, team, stage, value, day.isoformat()):
                under_way.changed("stage", stage)
                if team is not None:
                    under_way.changed("team", team)
        recording = deals.Recording(under_way.id, under_way.at, local_moment(day))
        changes = [
            deals.DealChange(
                number,
                {column: value.isoformat() if isinstance(value, date) else value for column, value in fields.items()},
            )
            for number, fields in changed_deals.items()
        ]
        if deals.change_deals(store.connection, changes, recording):
            under_way.changed("deal", list(changed_deals))
    return under_way.changes
