"""Every file of the folder of real inputs, and what becomes of it: taken over, or refused in a sentence."""

from datetime import date
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.operations.imports import import_files
from cockpit.store.file import Store

NO_TABLE = "里认不出商机、人员、客户、产品、目标、跟进或回款的表"
NO_IMPORT = "不是能导入的文件"
OUTCOMES = {
    "README.md": NO_IMPORT,
    "fivetran_hubspot/deal_company_data.csv": NO_TABLE,
    "fivetran_hubspot/deal_contact_data.csv": NO_TABLE,
    "fivetran_hubspot/deal_data.csv": "refused 44",
    "fivetran_hubspot/deal_pipeline_data.csv": NO_TABLE,
    "fivetran_hubspot/deal_pipeline_stage_data.csv": NO_TABLE,
    "fivetran_hubspot/deal_property_history_data.csv": NO_TABLE,
    "fivetran_hubspot/deal_stage_data.csv": NO_TABLE,
    "fivetran_hubspot/engagement_call_data.csv": NO_TABLE,
    "fivetran_hubspot/engagement_deal_data.csv": NO_TABLE,
    "fivetran_hubspot/engagement_meeting_data.csv": NO_TABLE,
    "fivetran_hubspot/engagement_task_data.csv": "people 1, activities 2",
    "fivetran_hubspot/merged_deal_data.csv": NO_TABLE,
    "fivetran_hubspot/owner_data.csv": "people 100",
    "fivetran_hubspot/team_data.csv": NO_TABLE,
    "fivetran_hubspot/team_user_data.csv": NO_TABLE,
    "fivetran_salesforce/sf_account_data.csv": "people 1, accounts 1",
    "fivetran_salesforce/sf_event_data.csv": "people 4, accounts 10, activities 10",
    "fivetran_salesforce/sf_opportunity_data.csv": "refused 1",
    "fivetran_salesforce/sf_opportunity_history_data.csv": "refused 1",
    "fivetran_salesforce/sf_opportunity_line_item_data.csv": "products 10",
    "fivetran_salesforce/sf_task_data.csv": "people 1, accounts 6, activities 10",
    "fivetran_salesforce/sf_user_data.csv": "people 12, teams 2",
    "fivetran_salesforce/sf_user_role_data.csv": NO_TABLE,
    "maven/accounts.csv": "accounts 85",
    "maven/data_dictionary.csv": NO_TABLE,
    "maven/expected.json": NO_IMPORT,
    "maven/products.csv": "products 7",
    "maven/sales_pipeline.csv": "deals 8800, people 30, accounts 85, products 7, stages 4",
    "maven/sales_teams.csv": "people 41, teams 6",
    "odd/bom_销售数据.csv": NO_TABLE,
    "odd/calamine_date_1904.xlsx": NO_TABLE,
    "odd/calamine_pass_protected.xlsx": "有密码保护,读不了",
    "odd/calamine_too_small.xls": "不是工作簿",
    "odd/csvkit_null_byte.csv": "里有空字符,不是正常的文本文件",
    "odd/csvkit_test_utf16_big.csv": NO_TABLE,
    "odd/csvkit_test_utf8_bom.csv": NO_TABLE,
    "odd/gbk_销售数据.csv": NO_TABLE,
    "odd/poi_TwoSheetsOneHidden.xlsx": NO_TABLE,
    "odd/poi_sample.strict.xlsx": NO_TABLE,
    "odd/poi_xlsx-corrupted.xlsx": "已损坏,读不出来",
    "odd/spectrum_comma_in_quotes.csv": NO_TABLE,
    "odd/spectrum_empty.csv": NO_TABLE,
    "odd/spectrum_empty_crlf.csv": NO_TABLE,
    "odd/spectrum_escaped_quotes.csv": NO_TABLE,
    "odd/spectrum_json.csv": NO_TABLE,
    "odd/spectrum_newlines.csv": NO_TABLE,
    "odd/spectrum_newlines_crlf.csv": NO_TABLE,
    "odd/spectrum_quotes_and_newlines.csv": NO_TABLE,
    "odd/spectrum_utf8.csv": NO_TABLE,
    "odd/user_import_cn.xlsx": "只有表头(第 3 行),下面没有数据",
    "salesforce_trailhead/Account.csv": "accounts 18",
    "salesforce_trailhead/Opportunity.csv": "deals 36, accounts 14, stages 10",
    "salesforce_trailhead/OpportunityHistory.csv": "refused 48",
    "salesforce_trailhead/OpportunityHistoryGroup.csv": NO_TABLE,
    "small_teams/deals.csv": "deals 75, people 10, accounts 75, products 3, stages 6",
    "small_teams/reps.csv": "people 13, teams 3, targets 30",
    "zh_crm_labels.json": NO_IMPORT,
}


def outcome(path: Path, store: Store) -> str:
    try:
        _, told = import_files(store, [path], today=date(2026, 11, 25))
    except CockpitError as refused:
        assert refused.next_step, "a refusal says what to do"
        return str(refused).removeprefix(f"{path.name} ").partition("。")[0]
    added = [f"{kind} {count.added}" for kind, count in told.counts.items() if count.added]
    refused_rows = sum(count.refused for count in told.counts.values())
    return ", ".join(added + [f"refused {refused_rows}"] * bool(refused_rows))


@pytest.mark.parametrize("name", OUTCOMES)
def test_every_real_file_comes_in_or_is_refused_in_a_sentence(name: str, shared_data: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "cockpit.sqlite") as store:
        assert outcome(shared_data / name, store) == OUTCOMES[name]


def test_no_real_file_is_left_out(shared_data: Path) -> None:
    there = {path.relative_to(shared_data).as_posix() for path in shared_data.rglob("*") if path.is_file()}
    assert there == set(OUTCOMES)


def test_a_history_of_its_own_comes_in_with_its_deals(shared_data: Path, tmp_path: Path) -> None:
    folder = shared_data / "salesforce_trailhead"
    files = [folder / name for name in ("Account.csv", "Opportunity.csv", "OpportunityHistory.csv")]
    with Store.open(tmp_path / "cockpit.sqlite") as store:
        _, told = import_files(store, files, today=date(2026, 11, 25))
        assert told.problems == [] and told.counts["history"].added > 0
        changes, again = import_files(store, files, today=date(2026, 11, 25))
        assert not changes.ids and all(not count.added and not count.changed for count in again.counts.values())
