"""What the columns of the usual CRMs are called in their exports, and which field each is: as a manager would say.

Written down from their documentation and from files, not from what the program says. A heading without a field is one
that has to be left alone. The first list is of deals; people, accounts, products, targets and histories follow.
"""

from pathlib import Path

import pytest

from cockpit.excel.headings import find_tables
from cockpit.excel.reading import Rows, Sheet
from cockpit.excel.synonyms import NAMES, TableKind

DEALS = {
    "Salesforce report": (
        "Opportunity Owner:owner|Account Name:account|Opportunity Name:name|Stage:stage|Fiscal Period:|"
        "Amount:amount|Expected Revenue:|Probability (%):probability|Age:|Close Date:close_date|"
        "Created Date:created_on|Next Step:next_step|Lead Source:lead_source|Type:|Owner Role:|"
        "Opportunity ID:external_id|Amount Currency:currency|Last Stage Change Date:stage_changed_on|"
        "Closed Lost Reason:lost_reason|Forecast Category:forecast_category"
    ),
    "Salesforce fields": (
        "Id:external_id|Name:name|AccountId:account_id|Account.Name:account|Owner.Name:owner|OwnerId:owner_id|"
        "StageName:stage|Amount:amount|CloseDate:close_date|CreatedDate:created_on|IsWon:is_won|IsClosed:is_closed|"
        "Probability:probability|CurrencyIsoCode:currency|LeadSource:lead_source|"
        "ForecastCategoryName:forecast_category|NextStep:next_step|LastModifiedDate:|Loss_Reason__c:lost_reason|"
        "LastStageChangeDate:stage_changed_on"
    ),
    "Salesforce in Chinese": (
        "业务机会名称:name|客户名:account|业务机会所有人:owner|阶段:stage|金额:amount|预期收入:|"
        "可能性 (%):probability|结束日期:close_date|创建日期:created_on|下一步:next_step|潜在客户来源:lead_source|"
        "类型:|所有人角色:|业务机会 ID:external_id|预测类别:forecast_category|账龄:|会计期间:"
    ),
    "HubSpot": (
        "Record ID:external_id|Deal Name:name|Deal Stage:stage|Close Date:close_date|Deal owner:owner|Amount:amount|"
        "Pipeline:|Create Date:created_on|Deal Type:|Associated Company:account|Closed Lost Reason:lost_reason|"
        "Amount in company currency:|Currency:currency|Deal probability:probability|Weighted amount:|"
        "Forecast category:forecast_category|Forecast amount:|Next step:next_step|Last Activity Date:|"
        "Next Activity Date:next_step_on|Deal Description:remark|Original Traffic Source:lead_source|"
        "Number of Associated Contacts:|Last Modified Date:|Is Closed Won:is_won|Is Deal Closed?:is_closed|"
        "Priority:|Associated Contact:|HubSpot Team:"
    ),
    "HubSpot fields": (
        "hs_object_id:external_id|dealname:name|dealstage:stage|closedate:close_date|hubspot_owner_id:owner_id|"
        "amount:amount|pipeline:|createdate:created_on|dealtype:|closed_lost_reason:lost_reason|"
        "deal_currency_code:currency|hs_deal_stage_probability:probability|hs_forecast_amount:|"
        "hs_manual_forecast_category:forecast_category|hs_next_step:next_step|hs_is_closed_won:is_won|"
        "hs_is_closed:is_closed|hs_lastmodifieddate:|description:remark|hs_analytics_source:lead_source|"
        "hs_priority:|num_associated_contacts:"
    ),
    "Dynamics 365": (
        "(Do Not Modify) Opportunity:external_id|(Do Not Modify) Row Checksum:|(Do Not Modify) Modified On:|"
        "Topic:name|Potential Customer:account|Est. close date:expected_close|Est. revenue:amount|Contact:|"
        "Probability:probability|Rating:|Status:state|Status Reason:|Actual Close Date:closed_on|"
        "Actual Revenue:won_amount|Created On:created_on|Owner:owner|Currency:currency|Sales Stage:stage|"
        "Description:remark|Budget Amount:budget|Forecast category:forecast_category|Purchase Timeframe:|"
        "Originating Lead:"
    ),
    "Dynamics 365 fields": (
        "opportunityid:external_id|name:name|_parentaccountid_value:account_id|estimatedvalue:amount|"
        "estimatedclosedate:expected_close|actualvalue:won_amount|actualclosedate:closed_on|statecode:state|"
        "statuscode:|stepname:stage|closeprobability:probability|_ownerid_value:owner_id|createdon:created_on|"
        "budgetamount:budget|transactioncurrencyid:currency|modifiedon:|description:remark"
    ),
    "Dynamics 365 in Chinese": (
        "(请勿修改)商机:external_id|(请勿修改)行校验和:|(请勿修改)修改时间:|主题:name|潜在客户:account|"
        "预计结束日期:expected_close|预计收入:amount|联系人:|可能性:probability|等级:|状态:state|状态描述:|"
        "实际结束日期:closed_on|实际收入:won_amount|创建时间:created_on|负责人:owner|货币:currency|销售阶段:stage|"
        "说明:remark|预算金额:budget|采购时间范围:"
    ),
    "Pipedrive": (
        "Deal - ID:external_id|Deal - Title:name|Deal - Creator:|Deal - Owner:owner|Deal - Value:amount|"
        "Deal - Currency of Value:currency|Deal - Weighted value:|Deal - Currency of Weighted value:|"
        "Deal - Probability:probability|Deal - Organization:account|Deal - Pipeline:|Deal - Contact person:|"
        "Deal - Stage:stage|Deal - Label:|Deal - Status:state|Deal - Deal created:created_on|Deal - Update time:|"
        "Deal - Last stage change:stage_changed_on|Deal - Next activity date:next_step_on|"
        "Deal - Last activity date:|Deal - Won time:|Deal - Lost time:|Deal - Deal closed on:closed_on|"
        "Deal - Lost reason:lost_reason|Deal - Visible to:|Deal - Total activities:|"
        "Deal - Expected close date:expected_close|Deal - Product name:product|Deal - Source channel:lead_source"
    ),
    "Pipedrive fields": (
        "id:external_id|title:name|value:amount|currency:currency|org_name:account|owner_name:owner|status:state|"
        "stage_id:stage|add_time:created_on|update_time:|won_time:closed_on|lost_reason:lost_reason|"
        "expected_close_date:expected_close|probability:probability|stage_change_time:stage_changed_on|"
        "weighted_value:|person_name:|next_activity_date:next_step_on"
    ),
    "Zoho": (
        "Record Id:external_id|Deal Owner.id:owner_id|Deal Owner:owner|Amount:amount|Deal Name:name|"
        "Closing Date:close_date|Account Name.id:account_id|Account Name:account|Stage:stage|Type:|"
        "Probability (%):probability|Expected Revenue:|Next Step:next_step|Lead Source:lead_source|Campaign Source:|"
        "Contact Name:|Created By:|Created Time:created_on|Modified Time:|Description:remark|Currency:currency|"
        "Exchange Rate:|Reason For Loss:lost_reason|Overall Sales Duration:|Tag:|Pipeline:|Last Activity Time:"
    ),
    "Zoho in Chinese": (
        "记录ID:external_id|商机所有者:owner|金额:amount|商机名称:name|结束日期:close_date|客户名称:account|"
        "阶段:stage|类型:|可能性(%):probability|预期收入:|下一步:next_step|线索来源:lead_source|联系人名称:|创建者:|"
        "创建时间:created_on|修改时间:|描述:remark|货币:currency|汇率:|失败原因:lost_reason"
    ),
    "销售易": (
        "销售机会名称:name|客户名称:account|销售机会所有人:owner|销售金额:amount|结单日期:close_date|销售阶段:stage|"
        "赢率:probability|机会类型:|机会来源:lead_source|币种:currency|输单原因:lost_reason|"
        "阶段更新时间:stage_changed_on|创建人:|创建日期:created_on|最新修改日:|最新活动记录时间:|所属部门:|"
        "产品:product|预测类别:forecast_category|备注:remark|项目预算:budget|下一步计划:next_step|业务类型:|"
        "锁定状态:"
    ),
    "销售易, renamed": (
        "销售机会编号:external_id|销售机会:name|客户:account|预计签单金额:amount|预计结单日期:expected_close|"
        "实际签单金额:won_amount|实际结单日期:closed_on|阶段:stage|状态:state|销售负责人:owner|创建时间:created_on|"
        "赢单概率:probability|竞争对手:"
    ),
    "销售易 fields": (
        "id:external_id|opportunityName:name|accountId:account_id|ownerId:owner_id|money:amount|"
        "closeDate:close_date|saleStageId:stage|winRate:probability|createdAt:created_on|lossReason:lost_reason|"
        "forecastCategory:forecast_category|sourceId:lead_source|stageUpdatedAt:stage_changed_on|updatedAt:|"
        "entityType:"
    ),
    "纷享销客": (
        "商机编号:external_id|商机名称:name|客户名称:account|负责人:owner|负责人主属部门:|归属部门:|销售流程:|"
        "商机阶段:stage|阶段状态:state|赢率(%):probability|商机金额(元):amount|预计成交日期:expected_close|"
        "实际成交日期:closed_on|商机来源:lead_source|输单原因:lost_reason|创建人:|创建时间:created_on|最后修改人:|"
        "最后修改时间:|最后跟进时间:|业务类型:|生命状态:|锁定状态:|相关团队:|阶段更变时间:stage_changed_on|"
        "下次跟进时间:next_step_on|合作伙伴:|备注:remark"
    ),
    "悟空": (
        "商机名称:name|客户名称:account|商机金额:amount|预计成交日期:expected_close|商机状态组:|商机阶段:stage|"
        "负责人:owner|创建人:|创建时间:created_on|更新时间:|最后跟进时间:|下次联系时间:next_step_on|备注:remark|"
        "所属公海:|团队成员:|产品总金额:|整单折扣:|距今未跟进天数:"
    ),
    "Cordys": (
        "商机名称:name|客户名称:account|业务编码:external_id|商机来源:lead_source|金额:amount|意向产品:product|"
        "结束时间:close_date|可能性:probability|联系人:|客户标签:|备注信息:remark|地区:|负责人:owner|阶段:stage|"
        "创建时间:created_on|创建人:|更新时间:|最近跟进时间:|最近跟进人:|失败原因:lost_reason|状态:state"
    ),
    "Odoo": (
        "Opportunity:name|Customer:account|Salesperson:owner|Sales Team:|Expected Revenue:amount|Prorated Revenue:|"
        "Probability:probability|Stage:stage|Created on:created_on|Expected Closing:expected_close|"
        "Closed Date:closed_on|Lost Reason:lost_reason|Email:|Phone:|Priority:|Tags:|External ID:external_id"
    ),
    "Freshsales": (
        "Id:external_id|Name:name|Sales account:account|Deal value:amount|Deal value in Base Currency:|"
        "Sales owner:owner|Deal stage:stage|Expected close date:expected_close|Closed date:closed_on|"
        "Probability (%):probability|Lost reason:lost_reason|Created at:created_on|Updated at:|Source:lead_source|"
        "Deal product:product|Deal pipeline:|Currency:currency|Stage updated at:stage_changed_on"
    ),
    "Copper": (
        "Copper ID:external_id|Name:name|Company:account|Owned By:owner|Value:amount|Close Date:close_date|"
        "Pipeline:|Stage:stage|Status:state|Loss Reason:lost_reason|Win Probability:probability|Primary Contact:|"
        "Priority:|Source:lead_source|Created At:created_on|Details:remark|Last Stage At:stage_changed_on"
    ),
    "Sugar": (
        "Opportunity Name:name|Account Name:account|Sales Stage:stage|Expected Close Date:expected_close|"
        "Likely:amount|Assigned User:owner|Date Created:created_on|Probability (%):probability|"
        "Lead Source:lead_source|Next Step:next_step|Description:remark|Date Modified:|Best:|Worst:|ID:external_id"
    ),
    "SAP": (
        "Opportunity ID:external_id|Name:name|Account:account|Sales Phase:stage|Expected Value:amount|"
        "Chance of Success:probability|Close Date:close_date|Start Date:created_on|Owner:owner|Status:state|"
        "Forecast Category:forecast_category|Reason for Status:lost_reason|Source:lead_source|Currency:currency|"
        "Sales Unit:|Changed On:"
    ),
    "Insightly": (
        "Opportunity ID:external_id|Opportunity Name:name|Opportunity Value:amount|Bid Currency:currency|"
        "Forecast Close Date:expected_close|Actual Close Date:closed_on|Opportunity State:state|"
        "Pipeline Stage:stage|Probability:probability|Responsible User:owner|Linked Organization:account|"
        "Date Created:created_on|Date Updated:|Details:remark"
    ),
    "NetSuite": (
        "Opportunity #:external_id|Title:name|Customer:account|Sales Rep:owner|Projected Total:amount|"
        "Expected Close:expected_close|Status:state|Probability:probability|Win/Loss Reason:lost_reason|"
        "Date Created:created_on|Lead Source:lead_source|Memo:remark"
    ),
    "a list of projects": (
        "序号:|项目名称:name|最终用户:account|销售:owner|预计金额(万元):amount|预计签单时间:expected_close|"
        "项目阶段:stage|把握度:probability|目前进展:|下一步动作:next_step|需要的支持:|竞争对手:|报备日期:created_on|"
        "产品线:product"
    ),
    "an English list": (
        "No.:external_id|Client:account|Project:name|BD:owner|Est. Value (kUSD):amount|Target Close:expected_close|"
        "Phase:stage|Win %:probability|Remarks:remark|Action Items:next_step|First Contact:"
    ),
    "a list in one's own words": (
        "客户:account|跟单销售:owner|商机描述:name|预估合同额:amount|签约时间预估:expected_close|当前状态:state|"
        "成单几率:probability|卡点:|丢单原因分析:lost_reason|拍板人:decision_maker|信息来源:lead_source"
    ),
    "小满": (
        "商机编号:external_id|商机名称:name|客户名称:account|销售阶段:stage|销售金额:amount|币种:currency|"
        "预计结束日期:expected_close|结束日期:close_date|赢单率:probability|负责人:owner|创建时间:created_on|"
        "输单原因:lost_reason|商机类型:|来源:lead_source|主要产品:product|最近跟进时间:"
    ),
    "traditional Chinese": (
        "商機名稱:name|客戶名稱:account|負責業務:owner|商機階段:stage|預估金額:amount|預計成交日期:expected_close|"
        "成功機率:probability|建立日期:created_on|失敗原因:lost_reason|幣別:currency|商機編號:external_id|"
        "備註:remark"
    ),
    "French": (
        "Nom de l'opportunité:name|Compte:account|Propriétaire:owner|Étape:stage|Montant:amount|"
        "Date de clôture:close_date|Probabilité (%):probability|Date de création:created_on|Devise:currency|"
        "Raison de la perte:lost_reason|Origine:lead_source|Prochaine étape:next_step"
    ),
    "German": (
        "Verkaufschance:name|Firma:account|Verantwortlicher:owner|Phase:stage|Betrag:amount|"
        "Erwartetes Abschlussdatum:expected_close|Wahrscheinlichkeit:probability|Erstellt am:created_on|"
        "Währung:currency|Verlustgrund:lost_reason|Quelle:lead_source"
    ),
    "Spanish": (
        "Nombre del negocio:name|Empresa:account|Propietario:owner|Etapa:stage|Importe:amount|"
        "Fecha de cierre:close_date|Probabilidad:probability|Fecha de creación:created_on|Moneda:currency|"
        "Motivo de pérdida:lost_reason"
    ),
    "Japanese": (
        "商談名:name|取引先名:account|担当者:owner|フェーズ:stage|金額:amount|完了予定日:expected_close|"
        "確度:probability|作成日:created_on|失注理由:lost_reason|次のステップ:next_step"
    ),
    "pinyin": (
        "shangji mingcheng:name|kehu mingcheng:account|fuzeren:owner|jieduan:stage|jine:amount|"
        "yuji chengjiao riqi:expected_close|chuangjian shijian:created_on|yinglv:probability"
    ),
    "both languages at once": (
        "商机名称 Opportunity Name:name|客户/Account:account|负责人 Owner:owner|阶段 Stage:stage|"
        "金额 Amount (RMB):amount|预计成交日期 Expected Close Date:expected_close|创建时间 Created:created_on|"
        "赢率 Probability:probability|备注 Remarks:remark"
    ),
    "marks and units": (
        "*商机名称(必填):name|*客户名称:account|负责人*:owner|商机阶段(下拉选择):stage|商机金额(万元):amount|"
        "预计成交日期(YYYY-MM-DD):expected_close|【必填】创建时间:created_on|1.赢率:probability"
    ),
}  # fmt: skip
OTHERS: dict[TableKind, tuple[str, ...]] = {
    "people": (
        "User Name:name|Email:email|Role:role|Manager:manager|Department:team|Active:|Last Login:",
        (
            "Full Name:name|Employee ID:external_id|Team:team|Reports To:manager|Hire Date:hired_on|Title:role|"
            "Region:region|Work Email:email"
        ),
        "工号:external_id|姓名:name|性别:|部门:team|职位:role|手机号:|邮箱:email|直属上级:manager|员工类型:",
        (
            "员工姓名:name|员工编号:external_id|所属部门:team|直接上级:manager|入职日期:hired_on|离职日期:left_on|"
            "岗位:role|工作地点:region|电子邮箱:email|状态:"
        ),
        (
            "First Name:first_name|Last Name:last_name|Email:email|Team:team|Manager Email:|Start Date:hired_on|"
            "Location:region"
        ),
        "销售姓名:name|所属区域:region|所属小组:team|组长:manager|入职时间:hired_on|级别:|联系电话:",
        (
            "Rep:name|Rep ID:external_id|Sales Manager:manager|Territory:region|Q1 2026 Quota:T|Q2 2026 Quota:T|"
            "Start Date:hired_on"
        ),
        "姓名:name|团队:team|2026年1月目标:T|2026年2月目标:T|2026Q2目标:T",
        "name:name|email:email|role:role|team_name:team|manager_name:manager|hired_at:hired_on|user_id:external_id",
        "姓名:name|账号:|邮箱:email|所属部门:team|角色:role|汇报对象:manager|上级主管工号:manager_id",
    ),
    "accounts": (
        (
            "Account Name:name|Account Owner:owner|Industry:industry|Type:|Billing State/Province:region|"
            "Annual Revenue:|Employees:|Parent Account:parent|Rating:tier|Account ID:external_id|Last Activity:"
        ),
        (
            "Company name:name|Company owner:owner|Industry:industry|City:region|Record ID:external_id|Create Date:|"
            "Lifecycle Stage:|Parent company:parent|Phone Number:"
        ),
        "客户名称:name|客户级别:tier|客户行业:industry|负责人:owner|省份:region|客户来源:|手机:|下次联系时间:|备注:",
        (
            "客户名称:name|客户编号:external_id|所属行业:industry|客户等级:tier|客户经理:owner|所在城市:region|"
            "是否重点客户:is_key|上级客户:parent|注册资本:|员工人数:"
        ),
        "公司名称:name|行业:industry|区域:region|客户分级:tier|销售负责人:owner|集团公司:parent|成交状态:",
        (
            "Organization - Name:name|Organization - ID:external_id|Organization - Owner:owner|"
            "Organization - Address:|Organization - Industry:industry|Organization - Won deals:"
        ),
        (
            "客户全称:name|客户简称:|客户编码:external_id|客户类别:tier|行业分类:industry|归属销售:owner|"
            "大区:region|统一社会信用代码:"
        ),
        (
            "Customer:name|Segment:industry|Country:region|Account Manager:owner|Tier:tier|Customer ID:external_id|"
            "Website:"
        ),
        (
            "id:external_id|name:name|domain:|industry:industry|owner_id:owner_id|parent_id:parent_id|"
            "billing_country:region|rating:tier|website:"
        ),
    ),
    "products": (
        (
            "Product Name:name|Product Code:external_id|Product Family:series|List Price:list_price|Active:|"
            "Product Description:"
        ),
        "产品名称:name|产品编码:external_id|产品类型:series|价格:list_price|产品单位:|是否上下架:",
        "产品名称:name|产品价格:list_price|状态:|描述:",
        "商品名称:name|商品编号:external_id|分类:series|标准价格(元):list_price|单位:|规格:",
        "Name:name|SKU:external_id|Unit price:list_price|Category:series|Unit cost:",
        "产品:name|产品线:series|指导价(万元):list_price",
        "物料编码:external_id|物料名称:name|物料大类:series|目录价:list_price|计量单位:",
    ),
    "targets": (
        "姓名:person|月份:month|目标金额:value",
        "Sales Rep:person|Month:month|Quota:value",
        "销售:person|团队:team|年月:month|签约目标(万元):value|目标类型:measure",
        "Rep ID:person_id|Period:month|Target Amount:value",
        "员工工号:person_id|员工姓名:person|考核月份:month|业绩目标:value",
        "团队:team|季度:month|销售任务:value|目标档位:level",
        "Owner:person|Year:year|Month:month|Revenue Goal:value",
        "业务员:person|期间:month|任务额:value",
        "User:person|Start Date:|Month:month|Goal Amount:value",
    ),
    "history": (
        "Opportunity ID:deal_id|From Stage:from_stage|To Stage:stage|Edit Date:changed_on|Amount:amount|Edited By:",
        "商机编号:deal_id|变更前阶段:from_stage|变更后阶段:stage|变更时间:changed_on|操作人:",
        "deal_id:deal_id|old_stage:from_stage|new_stage:stage|changed_at:changed_on|changed_by:",
    ),
}  # fmt: skip
TARGETS = "T"
"""In place of a field: the column holds the targets of a period."""
CELLS = {
    "date": ("2026-01-05", "2026-02-11", "2026-03-20", "2026-04-02"),
    "money": ("12000", "50000", "8000", "99000.5"),
    "share": ("10", "50", "90", "30"),
    "id": ("A-1", "A-2", "A-3", "A-4"),
    "flag": ("TRUE", "FALSE", "FALSE", "TRUE"),
    "month": ("2026-01", "2026-02", "2026-03", "2026-04"),
    "text": ("甲", "乙", "丙", "丁"),
}


def check(kind: TableKind, line: str) -> None:
    meant = [tuple(one.rsplit(":", 1)) for one in line.split("|")]
    columns = [CELLS["money" if field == TARGETS else NAMES[kind][field][0] if field else "text"] for _, field in meant]
    rows: Rows = [[heading for heading, _ in meant], *map(list, zip(*columns, strict=True))]
    (found,) = find_tables(Sheet(Path("导出.csv"), "", rows))
    assert found.kind == kind
    got = {match.index: match.field for match in found.matches.values() if not match.field.startswith("_")}
    got |= dict.fromkeys(found.target_columns, TARGETS)
    assert [(heading, got.get(index, "")) for index, (heading, _) in enumerate(meant)] == meant


@pytest.mark.parametrize("crm", DEALS)
def test_deals_as_the_crm_names_them(crm: str) -> None:
    check("deals", DEALS[crm])


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in OTHERS.items() for line in lines])
def test_other_tables_as_crms_and_people_name_them(kind: TableKind, line: str) -> None:
    check(kind, line)
