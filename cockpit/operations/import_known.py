"""The store as the plan of an import needs it."""

import sqlite3
from datetime import date

from cockpit.excel.known import Known
from cockpit.store import accounts, deals, exchange_rates, people, products, records, stages, targets
from cockpit.store.settings import read_setting


def read_known(connection: sqlite3.Connection, today: date) -> Known:
    """The store as a plan needs it."""
    return Known(
        people=people.list_people(connection, today.isoformat()),
        teams=people.list_teams(connection),
        accounts=accounts.list_accounts(connection),
        products=products.list_products(connection),
        stages=stages.list_stages(connection),
        pipelines=stages.list_pipelines(connection),
        targets=targets.list_targets(connection),
        owners_of_deals=people.supervisors_with_deals(connection),
        last_deal_id=deals.last_deal_id(connection),
        read_deals=lambda columns: deals.read_deals(connection, columns),
        currency=read_setting(connection, "currency"),
        rated_currencies=exchange_rates.rated_currencies(connection),
        history=lambda numbers: deals.read_history(connection, numbers),
        activities=lambda first, last, ids: records.read_records(connection, "activities", first, last, ids),
        payments=lambda first, last, ids: records.read_records(connection, "payments", first, last, ids),
        pushes=lambda numbers: deals.count_pushes(connection, numbers),
    )
