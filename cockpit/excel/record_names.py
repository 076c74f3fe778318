"""What the columns of lists of activities and of payments are called; ``synonyms`` says how these names are read."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cockpit.excel.synonyms import ValueKind

Names = dict[str, "tuple[ValueKind, tuple[str, ...]]"]

_PERSON: Names = {
    "person": ("text", (
        "~assigned to", "~assigned", "~owner", "~owner name", "~sales rep", "~sales representative", "~salesperson",
        "~rep", "~rep name", "~seller", "~user", "~user name", "~responsible user", "~employee", "~performed by",
        "~logged by", "~activity assigned to", "~activity owner", "~created by", "~done by", "~person", "~full name",
        "~负责人", "~销售", "~销售人员", "~销售员", "~业务员", "~跟进人", "~跟进人员", "~拜访人", "~拜访人员",
        "~拜访员工", "~外勤人员", "~人员", "~员工", "~员工姓名", "~姓名", "~坐席", "~坐席姓名", "~记录人", "~填写人",
        "~提交人", "~创建人", "~执行人", "~客户经理", "~销售代表", "~所属销售", "~销售姓名", "~人员姓名", "~销售负责人",
        "~商机负责人", "~回款人员", "~业务代表", "~谁去的", "~谁跟的", "~跟进销售",
    )),
    "person_id": ("id", (
        "~owner id", "~user id", "~assigned to id", "~rep id", "~employee id", "~负责人编号", "~负责人ID", "~工号",
        "~员工编号", "~销售编号", "~人员编号", "~hubspot owner id", "~property hubspot owner id", "~ownerid",
    )),
    "person_email": ("text", (
        "~owner email", "~assigned to email", "~rep email", "~user email", "~负责人邮箱", "~员工邮箱", "~销售邮箱",
    )),
}  # fmt: skip

_CUSTOMER: Names = {
    "account": ("text", (
        "~account name", "~account", "~company name", "~company", "~company account", "~customer name", "~customer",
        "~organization", "~organization name", "~client", "~client name", "~associated company", "~客户名称", "~客户",
        "~公司名称", "~公司", "~拜访客户", "~关联客户", "~所属客户", "~客户单位", "~客户全称", "~单位名称", "~企业名称",
        "~跟进客户", "~走访单位", "~走访客户", "~受访单位", "~客户公司", "~付款单位", "~付款方", "~回款单位",
        "~付款客户", "~回款客户", "~甲方", "~购买方", "~往来单位", "~payer", "~paid by", "~bill to", "~billed to",
        "~received from",
    )),
    "account_id": ("id", (
        "~account id", "~company id", "~customer id", "~organization id", "~客户编号", "~客户ID", "~客户编码",
        "~accountid", "~associated company ids",
    )),
    "deal": ("text", (
        "~opportunity", "~opportunity name", "~deal", "~deal name", "~associated deal", "~related to", "~regarding",
        "~商机名称", "~商机", "~关联商机", "~所属商机", "~项目名称", "~项目", "~关联项目", "~销售机会", "~业务机会",
        "~机会名称", "~商机主题", "~订单名称", "~合同名称", "~所属合同", "~关联合同", "~合同", "~project",
        "~project name", "~contract name", "~contract", "~order name",
    )),
    "deal_id": ("id", (
        "~opportunity id", "~deal id", "~what id", "~related to id", "~whatid", "~associated deal ids",
        "~associated deal id", "~商机编号", "~商机ID", "~商机编码", "~项目编号", "~项目ID", "~关联商机编号",
        "~订单编号", "~合同编号", "~contract number", "~contract no", "~order number", "~order no",
    )),
}  # fmt: skip

_IS_DELETED: Names = {"is_deleted": ("flag", ("~is deleted", "~deleted", "~fivetran deleted", "~已删除", "~是否删除"))}

ACTIVITY_NAMES: Names = {
    "external_id": ("id", (
        "activity id", "task id", "event id", "engagement id", "visit id", "call id", "meeting id", "interaction id",
        "跟进记录编号", "跟进编号", "跟进ID", "跟进记录ID", "拜访编号", "拜访ID", "拜访记录编号", "活动编号", "活动ID",
        "通话编号", "通话ID", "任务编号", "~外部编号", "~id", "~record id", "~编号", "~记录编号", "~记录ID",
        "~hs object id", "~数据ID",
    )),
    "happened_on": ("date", (
        "activity date", "activity date time", "activitydate", "visit date", "visited on", "date of visit", "call date",
        "call time", "meeting date", "date of call", "date of meeting", "meeting start time", "contact date",
        "contacted on", "date of contact", "activity time", "跟进日期", "跟进时间", "实际跟进时间", "拜访日期",
        "拜访时间", "实际拜访时间", "签到时间", "签到日期", "活动日期", "活动时间", "通话时间", "通话日期", "联系日期",
        "联系时间", "走访日期", "走访时间", "沟通日期", "沟通时间", "会议日期", "会议时间", "外呼时间", "呼叫时间",
        "外勤日期", "外勤时间", "跟进记录时间", "~start time", "~start date time", "~start", "~start date",
        "~property hs timestamp", "~hs timestamp", "~timestamp", "~date", "~date completed", "~completed date",
        "~completed date time", "~completed on", "~happened on", "~when", "~due date", "~due date only", "~日期",
        "~时间", "~开始时间", "~开始日期", "~完成时间", "~完成日期", "~发生日期", "~发生时间", "~记录日期", "~记录时间",
        "~created date", "~create date", "~创建时间", "~创建日期", "~created at",
    )),
    "kind": ("text", (
        "activity type", "task subtype", "event subtype", "task type", "event type", "engagement type", "call type",
        "visit type", "meeting type", "type of contact", "contact method", "interaction type", "type of activity",
        "跟进方式", "跟进类型", "跟进形式", "拜访方式", "拜访类型", "拜访形式", "活动类型", "沟通方式", "联系方式类型",
        "走访方式", "联系类型", "关键动作", "动作", "动作类型", "销售动作", "活动方式", "外勤类型", "跟进动作", "~type",
        "~类型", "~方式", "~形式", "~channel", "~method", "~property hs task type", "~kind", "~how", "~怎么联系的",
    )),
    "met": ("text", (
        "met with", "met", "whom met", "role met", "contact role", "contact title", "person met", "people met",
        "拜访对象", "拜访角色", "见了谁", "见到谁", "受访人", "受访者", "被拜访人", "沟通对象", "联系对象", "对接部门",
        "拜访部门", "拜访对象角色", "接触对象", "接触角色", "客户角色", "被访人", "会见人", "面谈对象", "~contact",
        "~contact name", "~contacts", "~attendees", "~联系人", "~客户联系人", "~联系人姓名", "~name",
    )),
    **_CUSTOMER,
    **_PERSON,
    "subject": ("text", (
        "~subject", "~title", "~activity subject", "~task subject", "~call title", "~meeting name", "~主题", "~标题",
        "~跟进主题", "~拜访主题", "~活动主题", "~活动名称", "~拜访目的", "~目的",
    )),
    "note": ("text", (
        "跟进内容", "拜访内容", "沟通内容", "跟进记录", "拜访记录", "拜访小结", "拜访总结", "通话小结", "活动内容",
        "走访内容", "跟进情况", "跟进详情", "拜访情况", "拜访结果", "沟通记录", "沟通情况", "会议纪要", "通话记录",
        "call notes", "meeting notes", "visit notes", "activity notes", "note body", "task notes",
        "meeting description", "~description", "~full description", "~comments", "~full comments", "~comment", "~notes",
        "~note", "~body", "~details", "~summary", "~outcome", "~备注", "~内容", "~描述", "~说明", "~详情", "~情况",
        "~记录", "~小结", "~结果",
    )),
    "follow_up_on": ("date", (
        "~next follow up date", "~next follow up", "~follow up date", "~follow up on", "~follow up",
        "~next contact date", "~next visit date", "~next call date", "~reminder date", "~下次跟进时间", "~下次跟进日期",
        "~下次跟进", "~下次拜访时间", "~下次拜访日期", "~下次联系时间", "~下次联系日期", "~计划下次跟进时间",
        "~下次沟通时间", "~下次走访日期", "~回访日期", "~回访时间", "~下一步日期", "~下次联系", "~next step date",
    )),
    "state": ("text", (
        "~activity status", "~task status", "~meeting outcome", "~event status", "~status", "~state", "~完成状态",
        "~状态", "~任务状态", "~拜访状态", "~活动状态", "~执行状态", "~completed status",
    )),
    "is_closed": ("flag", ("~is closed", "~is completed", "~completed", "~done", "~是否完成", "~已完成")),
    **_IS_DELETED,
    # Nothing is kept of these; they only tell that a row is a visit or a call.
    "_contact": ("text", (
        "call duration in seconds", "call duration", "通话时长", "签到地点", "拜访时长", "签退时间", "通话结果",
        "call result", "call disposition", "duration in minutes", "duration min", "录音", "外勤地点", "拜访地点",
    )),
}  # fmt: skip

PAYMENT_NAMES: Names = {
    "external_id": ("id", (
        "payment id", "receipt id", "payment number", "receipt number", "payment no", "receipt no", "回款编号",
        "回款ID", "收款编号", "收款单号", "回款单号", "回款记录编号", "到账编号", "收款ID", "~外部编号", "~id",
        "~record id", "~编号", "~流水号", "~记录编号", "~单据编号", "~单号", "~交易流水号",
    )),
    "received_on": ("date", (
        "payment date", "date received", "received on", "received date", "receipt date", "payment received date",
        "date of payment", "paid on", "paid date", "date paid", "collection date", "collected on", "回款日期",
        "回款时间", "实际回款日期", "实际回款时间", "收款日期", "收款时间", "实际收款日期", "到账日期", "到账时间",
        "到款日期", "到款时间", "入账日期", "入账时间", "打款日期", "付款日期", "付款时间", "~日期", "~date",
    )),
    "amount": ("money", (
        "payment amount", "amount received", "received amount", "amount paid", "paid amount", "amount collected",
        "collected amount", "collected", "cash received", "回款金额", "实际回款金额", "本次回款金额", "本次回款",
        "回款额", "收款金额", "实收金额", "本次收款", "到账金额", "到款金额", "入账金额", "打款金额", "付款金额",
        "回款", "实际回款", "~金额", "~amount", "~amount in company currency",
    )),
    "currency": ("text", ("~currency", "~currency iso code", "~币种", "~货币", "~币别")),
    **_CUSTOMER,
    **_PERSON,
    "remark": ("text", (
        "~remark", "~remarks", "~notes", "~note", "~comment", "~comments", "~description", "~memo", "~备注", "~说明",
        "~回款备注", "~摘要", "~用途", "~款项说明",
    )),
    **_IS_DELETED,
    # Nothing is kept of these; they only tell that money has come in.
    "_paid": ("text", (
        "payment method", "payment type", "回款方式", "收款方式", "付款方式", "回款期次", "期次", "回款类型",
        "收款账户", "收款银行", "到账银行", "结算方式", "bank account",
    )),
}  # fmt: skip
