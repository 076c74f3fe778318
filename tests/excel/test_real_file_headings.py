"""Every column that a manager needs in the files of real CRMs: which field it is, noted while reading the files."""

from pathlib import Path

import pytest

from cockpit.excel.headings import find_tables
from cockpit.excel.reading import read_sheets

NEEDED: dict[str, tuple[str, dict[str, str]]] = {
    "maven/accounts.csv": ("accounts", {
        "account": "name", "sector": "industry", "office_location": "region", "subsidiary_of": "parent",
    }),
    "maven/products.csv": ("products", {"product": "name", "series": "series", "sales_price": "list_price"}),
    "maven/sales_pipeline.csv": ("deals", {
        "opportunity_id": "external_id", "sales_agent": "owner", "product": "product", "account": "account",
        "deal_stage": "stage", "engage_date": "created_on", "close_date": "close_date", "close_value": "amount",
    }),
    "maven/sales_teams.csv": ("people", {
        "sales_agent": "name", "manager": "manager", "regional_office": "region",
    }),
    "small_teams/deals.csv": ("deals", {
        "deal_id": "external_id", "account_name": "account", "rep_id": "owner_id", "stage": "stage",
        "deal_value": "amount", "close_date": "close_date", "created_date": "created_on", "product_line": "product",
        "loss_reason": "lost_reason",
    }),
    "small_teams/reps.csv": ("people", {
        "rep_id": "external_id", "rep_name": "name", "region": "region", "quota_q1_2026": "targets",
        "manager": "manager", "hire_date": "hired_on",
    }),
    "salesforce_trailhead/Account.csv": ("accounts", {
        "Id": "external_id", "IsDeleted": "is_deleted", "Name": "name", "ParentId": "parent_id",
        "BillingState": "region", "Industry": "industry", "Rating": "tier",
    }),
    "salesforce_trailhead/Opportunity.csv": ("deals", {
        "Id": "external_id", "AccountId": "account_id", "Name": "name", "Description": "remark", "StageName": "stage",
        "Amount": "amount", "Probability": "probability", "CloseDate": "close_date", "NextStep": "next_step",
        "LeadSource": "lead_source", "IsClosed": "is_closed", "IsWon": "is_won", "CreatedDate": "created_on",
    }),
    "salesforce_trailhead/OpportunityHistory.csv": ("history", {
        "OpportunityId": "deal_id", "CreatedDate": "changed_on", "StageName": "stage", "Amount": "amount",
        "CloseDate": "expected_close", "IsDeleted": "is_deleted",
    }),
    "fivetran_hubspot/deal_data.csv": ("deals", {
        "deal_id": "external_id", "is_deleted": "is_deleted", "deal_pipeline_stage_id": "stage",
        "owner_id": "owner_id", "property_dealname": "name", "property_description": "remark",
        "property_amount": "amount", "property_closedate": "close_date", "property_createdate": "created_on",
    }),
    "fivetran_hubspot/owner_data.csv": ("people", {
        "owner_id": "external_id", "email": "email", "first_name": "first_name", "last_name": "last_name",
    }),
    "fivetran_salesforce/sf_account_data.csv": ("accounts", {
        "id": "external_id", "is_deleted": "is_deleted", "name": "name", "industry": "industry",
        "owner_id": "owner_id", "parent_id": "parent_id", "rating": "tier", "billing_country": "region",
    }),
    "fivetran_salesforce/sf_opportunity_data.csv": ("deals", {
        "id": "external_id", "is_deleted": "is_deleted", "account_id": "account_id", "owner_id": "owner_id",
        "name": "name", "amount": "amount", "stage_name": "stage", "probability": "probability",
        "created_date": "created_on", "close_date": "close_date", "is_won": "is_won", "is_closed": "is_closed",
        "forecast_category": "forecast_category", "lead_source": "lead_source", "next_step": "next_step",
        "description": "remark",
    }),
    "fivetran_salesforce/sf_user_data.csv": ("people", {
        "id": "external_id", "name": "name", "email": "email", "manager_id": "manager_id", "title": "role",
        "division": "team",
    }),
    "fivetran_salesforce/sf_opportunity_line_item_data.csv": ("products", {"name": "name", "list_price": "list_price"}),
}  # fmt: skip


@pytest.mark.parametrize("name", NEEDED)
def test_every_column_that_is_needed_is_matched_without_help(name: str, shared_data: Path) -> None:
    kind, needed = NEEDED[name]
    (found,) = find_tables(read_sheets(shared_data / name)[0])
    assert found.kind == kind
    got = {match.heading: match.field for match in found.matches.values()}
    got |= {found.labels[index]: "targets" for index in found.target_columns}
    assert {heading: got.get(heading) for heading in needed} == needed
