"""From recognised tables to a plan: in the order in which tables refer to each other."""

from collections.abc import Sequence
from datetime import date
from operator import itemgetter

from cockpit.excel.activity_plan import plan_activities
from cockpit.excel.catalogue_plan import plan_accounts, plan_products
from cockpit.excel.deal_plan import plan_deals
from cockpit.excel.history_plan import plan_history
from cockpit.excel.known import Known
from cockpit.excel.names_in_file import settle_names
from cockpit.excel.payment_plan import plan_payments
from cockpit.excel.plan import Plan
from cockpit.excel.registry import Registry
from cockpit.excel.stage_book import StageBook
from cockpit.excel.synonyms import TableKind
from cockpit.excel.tables import TypedTable
from cockpit.excel.team_plan import plan_people, plan_targets, settle_supervisors

# Targets after deals: who is known from deals alone may have one.
ORDER: tuple[TableKind, ...] = (
    "products", "people", "accounts", "deals", "targets", "history", "activities", "payments",
)  # fmt: skip
FIRST_PIPELINE = 1


def make_plan(tables: Sequence[TypedTable], known: Known, today: date) -> Plan:
    """What the tables would change of what is ``known``. Neither of both is changed but for ``known``'s rows."""
    copies = [table.copy() for table in tables]
    for table in copies:
        settle_names(table)
    plan = Plan(
        tables=copies,
        sources=list(tables),
        people=Registry("people", known.people),
        teams=Registry("teams", known.teams),
        accounts=Registry("accounts", known.accounts),
        products=Registry("products", known.products),
        stages=StageBook(known.stages, min(known.pipelines, default=FIRST_PIPELINE)),
        new_pipeline=not known.pipelines,
        home_currency=known.currency,
        rated_currencies=known.rated_currencies,
    )
    ordered = sorted(copies, key=lambda table: ORDER.index(table.kind))
    for table in ordered:
        if table.kind == "products":
            plan_products(plan, table)
        elif table.kind == "people":
            plan_people(plan, table, known)
        elif table.kind == "accounts":
            plan_accounts(plan, table)
        elif table.kind == "targets":
            plan_targets(plan, table, known)
        elif table.kind == "deals":
            plan_deals(plan, table, known, today)
        elif table.kind == "history":
            plan_history(plan, table, known)
        elif table.kind == "activities":
            plan_activities(plan, table, known, today)
        else:
            plan_payments(plan, table, known, today)
    settle_supervisors(plan, known.owners_of_deals | _new_owners(plan))
    return plan


def _new_owners(plan: Plan) -> frozenset[int]:
    owners: set[int] = set()
    for deals in plan.deals:
        if "owner_id" in deals.columns:
            place = deals.columns.index("owner_id")
            owners.update(set(map(itemgetter(place), deals.added)) - {None})
        owners.update(change.fields["owner_id"][1] for change in deals.changed if "owner_id" in change.fields)
    return frozenset(owners)
