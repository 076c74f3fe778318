"""What "everything" is: each table of the store as a file that others can read, with names beside numbers.

Deleted rows are left out, and what is the program's own (undo, search keys). Money is stored in the smallest unit and
written in units of the currency.
"""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import frozen

from cockpit.language import noop
from cockpit.model.deals import ANSWERS, FORECAST_CATEGORIES, ORDER_QUESTIONS, SOURCES, STATES
from cockpit.model.loop import SUPPORT_KINDS, SUPPORT_STATES, VERDICTS, WORDS
from cockpit.model.people import MODES, ROLES, STYLES

Kind = Literal["text", "plain", "money", "flag", "words", "file"]
"""text: somebody's words; plain: a number, a day, a moment, as it is stored; words: one of the program's own words, or
somebody's; file: a long text that gets a file of its own in the archive, the cell says which."""


@frozen
class Column:
    """A column: where it comes from (SQL), its heading, what it is, and the words for what is stored in codes."""

    sql: str
    heading: str
    kind: Kind = "plain"
    words: Mapping[Any, str] | None = None
    private: bool = False


@frozen
class ListedTable:
    """A file: its name, what it is about, where the rows come from (SQL after SELECT ... FROM), its columns."""

    table: str
    name: str
    about: str
    source: str
    columns: tuple[Column, ...]


def _text(sql: str, heading: str) -> Column:
    return Column(sql, heading, "text")


def _id(sql: str = "t.id") -> Column:
    return Column(sql, noop("编号"))


def _named(column: str, number: str, name: str, alias: str) -> tuple[Column, Column]:
    """What a row points at: its number and its name."""
    return Column(f"t.{column}", number), _text(f"{alias}.name", name)


PERSON = _named("person_id", noop("人员编号"), noop("姓名"), "p")
_JOIN_PERSON = " LEFT JOIN people p ON p.id = t.person_id"
_JOIN_TEAM = " LEFT JOIN teams m ON m.id = t.team_id"
_MEASURES = {
    "won_revenue": noop("赢单收入"), "collected": noop("回款"), "new_customers": noop("新客户"),
    "new_touches": noop("新客户触达"),
}  # fmt: skip
_LEVELS = {"target": noop("目标"), "sprint": noop("冲刺"), "challenge": noop("挑战")}
_ITEM_KINDS = {
    "request": noop("需求"), "promise": noop("承诺"), "suggestion": noop("建议"), "idea": noop("新创意"),
    "problem": noop("问题"), "leader_problem": noop("问题,上级补充"), "action": noop("改进动作"),
    "praise": noop("表扬"),
}  # fmt: skip
_HISTORY = {
    "stage": noop("阶段"), "state": noop("状态"), "amount": noop("金额"), "expected_close": noop("预计成交"),
    "owner": noop("负责人"), "forecast_category": noop("预测类别"),
}  # fmt: skip
_FOUND_BY = {"self": noop("自己发现"), "leader": noop("上级补充")}
_ACTION_STATES = {"draft": noop("草稿"), "agreed": noop("执行中"), "closed": noop("已判断")}
_MEETING_KINDS = {"one_on_one": noop("一对一"), "team": noop("团队会议")}


def _history_value(column: str) -> str:
    return (
        f"CASE WHEN t.{column} IS NULL THEN NULL ELSE CASE t.field"
        f" WHEN 'amount' THEN printf('%.2f', t.{column} / 100.0)"
        f" WHEN 'stage' THEN (SELECT name FROM stages WHERE id = t.{column})"
        f" WHEN 'owner' THEN (SELECT name FROM people WHERE id = t.{column}) ELSE t.{column} END END"
    )


def _target_value() -> str:
    of_money = "t.measure IN ('won_revenue', 'collected')"
    return f"CASE WHEN {of_money} THEN printf('%.2f', t.value / 100.0) ELSE t.value END"


TABLES: tuple[ListedTable, ...] = (
    ListedTable("people", noop("人员"), noop("团队里的人"), "people t", (
        _id(), _text("t.external_id", noop("外部编号")), _text("t.name", noop("姓名")),
        Column("t.role", noop("角色"), "words", ROLES), _text("t.email", noop("邮箱")), _text("t.region", noop("区域")),
        Column("t.style", noop("沟通风格"), "words", STYLES), Column("t.hired_on", noop("入职日期")),
        Column("t.left_on", noop("离职日期")),
    )),
    ListedTable("teams", noop("团队"), noop("团队,管理方式和典型周期"),
                "teams t LEFT JOIN pipelines l ON l.id = t.pipeline_id"
                " LEFT JOIN people p ON p.id = t.supervisor_id", (
        _id(), _text("t.name", noop("团队")), Column("t.mode", noop("管理方式"), "words", MODES),
        Column("t.typical_cycle_days", noop("典型周期天数")), *_named("pipeline_id", noop("流程编号"), noop("流程"),
        "l"),
        *_named("supervisor_id", noop("主管编号"), noop("主管"), "p"),
    )),
    ListedTable("memberships", noop("团队成员"), noop("谁从哪天到哪天在哪个团队(到的那天不算)"),
                "memberships t" + _JOIN_PERSON + _JOIN_TEAM, (
        _id(), *PERSON, *_named("team_id", noop("团队编号"), noop("团队"), "m"), Column("t.from_on", noop("从")),
        Column("t.to_on", noop("到")),
    )),
    ListedTable("pipelines", noop("销售流程"), noop("阶段属于哪个流程"), "pipelines t", (
        _id(), _text("t.name", noop("流程")),
    )),
    ListedTable("stages", noop("阶段"), noop("每个流程的阶段和经验值"),
                "stages t LEFT JOIN pipelines l ON l.id = t.pipeline_id", (
        _id(), *_named("pipeline_id", noop("流程编号"), noop("流程"), "l"), _text("t.name", noop("阶段")),
        Column("t.position", noop("顺序")), Column("t.kind", noop("类型"), "words", STATES),
        Column("t.experience_value", noop("经验值")),
    )),
    ListedTable("team_stages", noop("团队的阶段"), noop("团队自己的经验值和停留限期"),
                "team_stages t" + _JOIN_TEAM + " LEFT JOIN stages s ON s.id = t.stage_id", (
        _id(), *_named("team_id", noop("团队编号"), noop("团队"), "m"),
        *_named("stage_id", noop("阶段编号"), noop("阶段"), "s"), Column("t.experience_value", noop("经验值")),
        Column("t.limit_days", noop("停留限期(天)")),
    )),
    ListedTable("accounts", noop("客户"), noop("客户"),
                "accounts t LEFT JOIN people p ON p.id = t.owner_id LEFT JOIN accounts a ON a.id = t.parent_id", (
        _id(), _text("t.external_id", noop("外部编号")), _text("t.name", noop("客户")),
        _text("t.industry", noop("行业")),
        _text("t.region", noop("区域")), *_named("owner_id", noop("负责人编号"), noop("负责人"), "p"),
        *_named("parent_id", noop("上级客户编号"), noop("上级客户"), "a"), Column("t.is_key", noop("重点客户"), "flag"),
        Column("t.tier_by_hand", noop("手工分级")),
    )),
    ListedTable("products", noop("产品"), noop("产品和目录价"), "products t", (
        _id(), _text("t.external_id", noop("外部编号")), _text("t.name", noop("产品")), _text("t.series", noop("系列")),
        Column("t.list_price", noop("目录价"), "money"),
    )),
    ListedTable("deals", noop("商机"), noop("全部商机,在手的、赢的和丢的"),
                "deals t LEFT JOIN accounts a ON a.id = t.account_id LEFT JOIN people p ON p.id = t.owner_id"
                " LEFT JOIN products r ON r.id = t.product_id LEFT JOIN stages s ON s.id = t.stage_id", (
        _id(), _text("t.external_id", noop("外部编号")), _text("t.name", noop("商机名称")),
        *_named("account_id", noop("客户编号"), noop("客户"), "a"),
        *_named("owner_id", noop("负责人编号"), noop("负责人"), "p"),
        *_named("product_id", noop("产品编号"), noop("产品"), "r"),
        *_named("stage_id", noop("阶段编号"), noop("阶段"), "s"), Column("t.state", noop("状态"), "words", STATES),
        Column("t.amount", noop("金额"), "money"), _text("t.currency", noop("币种")),
        Column("t.created_on", noop("创建日期")), Column("t.expected_close", noop("预计成交")),
        Column("t.closed_on", noop("成交日期")),
        Column("t.forecast_category", noop("预测类别"), "words", FORECAST_CATEGORIES),
        Column("t.source", noop("来源"), "words", SOURCES), _text("t.lead_source", noop("线索来源")),
        _text("t.lost_reason", noop("丢单原因")), _text("t.entry_department", noop("切入部门")),
        Column("t.budget", noop("预算"), "money"), _text("t.quantified_value", noop("量化价值")),
        _text("t.decision_maker", noop("决策人")), _text("t.next_step", noop("下一步")),
        Column("t.next_step_on", noop("下一步日期")), Column("t.is_major", noop("重点商机"), "flag"),
        _text("t.remark", noop("备注")),
    )),
    ListedTable("deal_history", noop("商机历史"),
                noop("商机的阶段、状态、金额、预计成交、负责人和预测类别什么时候改成了什么"),
                "deal_history t CROSS JOIN deals d ON d.id = t.deal_id AND d.deleted_at IS NULL", (
        _id(), *_named("deal_id", noop("商机编号"), noop("商机名称"), "d"),
        Column("t.field", noop("改了什么"), "words", _HISTORY),
        Column(_history_value("old"), noop("原来"), "words", STATES | FORECAST_CATEGORIES),
        Column(_history_value("new"), noop("改成"), "words", STATES | FORECAST_CATEGORIES),
        Column("t.effective_at", noop("生效")),
        Column("t.recorded_at", noop("记下")),
    )),
    ListedTable("activities", noop("跟进记录"), noop("拜访、电话和别的跟进"),
                "activities t LEFT JOIN deals d ON d.id = t.deal_id LEFT JOIN accounts a ON a.id = t.account_id"
                + _JOIN_PERSON, (
        _id(), _text("t.external_id", noop("外部编号")), Column("t.happened_on", noop("日期")), *PERSON,
        *_named("account_id", noop("客户编号"), noop("客户"), "a"),
        *_named("deal_id", noop("商机编号"), noop("商机名称"), "d"), _text("t.kind", noop("方式")),
        _text("t.met", noop("见了谁")), _text("t.note", noop("内容")), Column("t.follow_up_on", noop("下次跟进")),
        Column("t.followed_up_on", noop("跟进做完")),
    )),
    ListedTable("payments", noop("回款"), noop("收到的钱,和它属于哪个商机、客户、销售"),
                "payments t LEFT JOIN deals d ON d.id = t.deal_id LEFT JOIN accounts a ON a.id = t.account_id"
                + _JOIN_PERSON, (
        _id(), _text("t.external_id", noop("外部编号")), Column("t.received_on", noop("回款日期")),
        Column("t.amount", noop("金额"), "money"), _text("t.currency", noop("币种")), *PERSON,
        *_named("account_id", noop("客户编号"), noop("客户"), "a"),
        *_named("deal_id", noop("商机编号"), noop("商机名称"), "d"), _text("t.remark", noop("备注")),
    )),
    ListedTable("order_checks", noop("一单五问"), noop("每个商机的五个问题:回答和依据"),
                "order_checks t CROSS JOIN deals d ON d.id = t.deal_id AND d.deleted_at IS NULL", (
        _id(), *_named("deal_id", noop("商机编号"), noop("商机名称"), "d"),
        Column("t.question", noop("问题"), "words", ORDER_QUESTIONS),
        Column("t.answer", noop("回答"), "words", ANSWERS), _text("t.evidence", noop("依据")),
        Column("t.answered_on", noop("日期")),
    )),
    ListedTable("order_check_history", noop("一单五问历史"), noop("五个问题的回答哪天从什么改成了什么"),
                "order_check_history t CROSS JOIN deals d ON d.id = t.deal_id AND d.deleted_at IS NULL", (
        _id(), *_named("deal_id", noop("商机编号"), noop("商机名称"), "d"),
        Column("t.question", noop("问题"), "words", ORDER_QUESTIONS),
        Column("t.old", noop("原来"), "words", ANSWERS), Column("t.new", noop("改成"), "words", ANSWERS),
        Column("t.changed_on", noop("日期")),
    )),
    ListedTable("stage_requirements", noop("进阶段的条件"), noop("商机进入一个阶段之前要有什么"),
                "stage_requirements t LEFT JOIN stages s ON s.id = t.stage_id", (
        _id(), *_named("stage_id", noop("阶段编号"), noop("阶段"), "s"), _text("t.needed", noop("条件")),
    )),
    ListedTable("deal_log", noop("商机滚动记录"), noop("重点商机一次一次写下的进展和下一步"),
                "deal_log t CROSS JOIN deals d ON d.id = t.deal_id AND d.deleted_at IS NULL", (
        _id(), *_named("deal_id", noop("商机编号"), noop("商机名称"), "d"), Column("t.written_on", noop("日期")),
        _text("t.text", noop("内容")), _text("t.next_step", noop("下一步")),
        Column("t.next_step_on", noop("下一步日期")),
    )),
    ListedTable("key_action_plans", noop("关键动作计划"), noop("每人每周计划做多少次"),
                "key_action_plans t" + _JOIN_PERSON, (
        _id(), *PERSON, Column("t.week_on", noop("从星期一")), _text("t.kind", noop("方式")),
        _text("t.met", noop("见谁")), Column("t.planned", noop("计划次数")),
    )),
    ListedTable("red_lines", noop("红线记录"), noop("碰了红线的事,和怎么了结的"), "red_lines t" + _JOIN_PERSON, (
        _id(), *PERSON, Column("t.happened_on", noop("日期")), _text("t.text", noop("内容")),
        Column("t.settled_on", noop("了结日期")), _text("t.settlement", noop("怎么了结")),
    )),
    ListedTable("exchange_rates", noop("汇率"), noop("其他币种折成本位币:一百万单位等于多少本位币"),
                "exchange_rates t", (
        _id(), _text("t.currency", noop("币种")), Column("t.from_on", noop("从哪天起")),
        Column("t.rate", noop("汇率(百万分之一)")),
    )),
    ListedTable("experience_history", noop("经验值历史"), noop("经验值哪天从多少改成了多少"),
                "experience_history t" + _JOIN_TEAM + " LEFT JOIN stages s ON s.id = t.stage_id", (
        _id(), *_named("stage_id", noop("阶段编号"), noop("阶段"), "s"),
        *_named("team_id", noop("团队编号"), noop("团队"), "m"), Column("t.old", noop("原来")),
        Column("t.new", noop("改成")), Column("t.changed_on", noop("日期")),
    )),
    ListedTable("learned_use", noop("学到的值的使用"), noop("团队的预测从哪天起用学到的值,或不再用"),
                "learned_use t" + _JOIN_TEAM, (
        _id(), *_named("team_id", noop("团队编号"), noop("团队"), "m"),
        Column("t.is_used", noop("用学到的值"), "flag"), Column("t.from_on", noop("从哪天起")),
    )),
    ListedTable("targets", noop("目标"), noop("全部团队、团队和个人的月度目标"),
                "targets t" + _JOIN_PERSON + _JOIN_TEAM, (
        _id(), Column("t.month", noop("周期")), *PERSON, *_named("team_id", noop("团队编号"), noop("团队"), "m"),
        Column("t.measure", noop("衡量指标"), "words", _MEASURES), Column("t.level", noop("目标档位"),
        "words", _LEVELS),
        Column(_target_value(), noop("目标值")),
    )),
    ListedTable("meetings", noop("面谈"), noop("一对一和团队会议,笔记在“笔记”里"), "meetings t" + _JOIN_PERSON, (
        _id(), Column("t.kind", noop("类型"), "words", _MEETING_KINDS), *PERSON, Column("t.number", noop("第几次")),
        Column("t.planned_for", noop("约定时间")), Column("t.started_at", noop("开始")),
        Column("t.ended_at", noop("结束")),
        _text("t.place", noop("地点")), _text("t.purpose", noop("目的")), Column("t.mood", noop("心情(1 到 5)")),
        Column("t.next_on", noop("下次日期")),
    )),
    ListedTable("notes", noop("笔记"), noop("每次面谈的笔记,最后的样子"),
                "notes t CROSS JOIN meetings g ON g.id = t.meeting_id AND g.deleted_at IS NULL"
                " LEFT JOIN people p ON p.id = g.person_id", (
        Column("t.meeting_id", noop("面谈编号")), _text("p.name", noop("姓名")),
        Column("g.started_at", noop("面谈时间")),
        _text("t.text", noop("笔记")), Column("t.private_text", noop("私人备注"), "text", private=True),
        Column("t.saved_at", noop("保存时间")),
    )),
    ListedTable("note_versions", noop("笔记的旧版本"), noop("笔记改动前的样子"),
                "note_versions t CROSS JOIN meetings g ON g.id = t.meeting_id AND g.deleted_at IS NULL", (
        _id(), Column("t.meeting_id", noop("面谈编号")), _text("t.text", noop("笔记")),
        Column("t.private_text", noop("私人备注"), "text", private=True), Column("t.saved_at", noop("保存时间")),
    )),
    ListedTable("note_items", noop("笔记里记下的"), noop("笔记里带标记的行:需求、承诺、建议、问题、动作……"),
                "note_items t CROSS JOIN meetings g ON g.id = t.meeting_id AND g.deleted_at IS NULL"
                " LEFT JOIN people p ON p.id = g.person_id", (
        _id(), Column("t.meeting_id", noop("面谈编号")), _text("p.name", noop("姓名")),
        Column("t.kind", noop("类型"), "words", _ITEM_KINDS), _text("t.text", noop("内容")),
        Column("t.due_on", noop("到期")), Column("t.line", noop("第几行(从 0 起)")),
        Column("t.created_at", noop("记下")), Column("t.removed_at", noop("划掉")),
    )),
    ListedTable("supports", noop("支援"), noop("提出的需求和答应的承诺"),
                "supports t" + _JOIN_PERSON + " LEFT JOIN deals d ON d.id = t.deal_id", (
        _id(), Column("t.note_item_id", noop("笔记行编号")), *PERSON,
        *_named("deal_id", noop("商机编号"), noop("商机名称"), "d"),
        Column("t.kind", noop("类型"), "words", SUPPORT_KINDS), _text("t.text", noop("内容")),
        Column("t.state", noop("状态"), "words", SUPPORT_STATES), Column("t.asked_on", noop("提出")),
        Column("t.answered_on", noop("答复")), Column("t.promised_on", noop("承诺日")),
        Column("t.first_due_on", noop("最初约定")), Column("t.due_on", noop("到期")), Column("t.done_on", noop("完成")),
        _text("t.giver", noop("谁来做")), _text("t.outcome", noop("结果")),
    )),
    ListedTable("problem_kinds", noop("问题类型"), noop("问题的分类"), "problem_kinds t", (
        _id(), _text("t.name", noop("类型")),
    )),
    ListedTable("problems", noop("问题"), noop("每个周期的问题,自己发现的和上级补充的"),
                "problems t" + _JOIN_PERSON + " LEFT JOIN problem_kinds k ON k.id = t.kind_id", (
        _id(), Column("t.note_item_id", noop("笔记行编号")), *PERSON, Column("t.month", noop("周期")),
        Column("t.found_by", noop("谁发现的"), "words", _FOUND_BY),
        *_named("kind_id", noop("类型编号"), noop("类型"), "k"), _text("t.text", noop("问题")),
        _text("t.evidence", noop("证据")), Column("t.recorded_on", noop("记下")), Column("t.settled_on", noop("解决")),
    )),
    ListedTable("self_finding_skips", noop("跳过自己发现"), noop("没有先让本人说问题的理由"),
                "self_finding_skips t" + _JOIN_PERSON, (
        _id(), *PERSON, Column("t.month", noop("周期")), _text("t.reason", noop("理由")),
    )),
    ListedTable("actions", noop("改进动作"), noop("改进动作和下周期的判断"),
                "actions t" + _JOIN_PERSON + " LEFT JOIN problems b ON b.id = t.problem_id", (
        _id(), Column("t.note_item_id", noop("笔记行编号")), Column("t.problem_id", noop("问题编号")),
        _text("b.text", noop("针对的问题")), *PERSON, Column("t.month", noop("周期")),
        _text("t.text", noop("改进动作")),
        Column("t.state", noop("状态"), "words", _ACTION_STATES), _text("t.metric", noop("指标")),
        Column("t.baseline", noop("基线")), _text("t.baseline_reason", noop("基线的说明")),
        Column("t.target", noop("目标")), Column("t.due_on", noop("到期")), Column("t.agreed_on", noop("谈定")),
        Column("t.verdict", noop("判断"), "words", VERDICTS), Column("t.verdict_on", noop("判断日期")),
    )),
    ListedTable("check_ins", noop("跟进检查"), noop("改进动作中途的检查"),
                "check_ins t CROSS JOIN actions x ON x.id = t.action_id AND x.deleted_at IS NULL", (
        _id(), Column("t.action_id", noop("改进动作编号")), _text("x.text", noop("改进动作")),
        Column("t.planned_on", noop("约定日期")), Column("t.happened_on", noop("实际日期")),
        _text("t.word", noop("说的话")),
        Column("t.kind", noop("类型"), "words", WORDS), Column("t.value", noop("当时的数字")),
    )),
    ListedTable("cycles", noop("周期"), noop("每个周期的点评"), "cycles t", (
        Column("t.month", noop("周期")), _text("t.comment", noop("点评")),
    )),
    ListedTable("cycle_closings", noop("关账"), noop("周期什么时候关账,什么时候又打开"), "cycle_closings t", (
        _id(), Column("t.month", noop("周期")), Column("t.closed_at", noop("关账时间")),
        Column("t.reopened_at", noop("重新打开")), _text("t.reopened_because", noop("理由")),
    )),
    ListedTable("frozen_figures", noop("冻结的数字"), noop("关账时的每个数字(金额以元为单位,比例是小数)"),
                "frozen_figures t LEFT JOIN cycle_closings c ON c.id = t.closing_id", (
        _id(), Column("t.closing_id", noop("关账编号")), Column("c.month", noop("周期")),
        _text("t.scope", noop("范围")),
        _text("t.key", noop("指标")), Column("t.value", noop("数字")), Column("t.n", noop("个数")),
        _text("t.reason", noop("没有数字的原因")),
    )),
    ListedTable("frozen_reviews", noop("冻结的复盘"), noop("关账时的整份复盘,每种语言一个文件(JSON)"),
                "frozen_reviews t LEFT JOIN cycle_closings c ON c.id = t.closing_id", (
        _id(), Column("t.closing_id", noop("关账编号")), Column("c.month", noop("周期")),
        Column("t.language", noop("语言")), Column("t.content", noop("内容"), "file"),
    )),
    ListedTable("imports", noop("导入记录"), noop("什么时候导入了什么文件,每次的报告是一个文件(JSON)"), "imports t", (
        _id(), Column("t.imported_at", noop("导入时间")), _text("t.file_name", noop("文件")),
        Column("t.fingerprint", noop("指纹")), Column("t.report", noop("报告"), "file"),
    )),
    ListedTable("import_shapes", noop("导入时记住的"), noop("各种文件的列和名字对应到什么"), "import_shapes t", (
        _text("t.shape", noop("文件的样子")), _text("t.choices", noop("选择")), Column("t.used_at", noop("上次用")),
    )),
    ListedTable("settings", noop("设置"), noop("程序的设置"), "settings t", (
        _text("t.key", noop("设置")), _text("t.value", noop("值")),
    )),
    ListedTable("days_used", noop("使用的日子"), noop("哪些天打开过程序"), "days_used t", (
        Column("t.day", noop("日期")),
    )),
)  # fmt: skip

INTERNAL = frozenset({"operations", "journal", "journal_state"})
"""Undo's own tables: everything in them stands elsewhere, as it is now."""
NOT_WRITTEN = {
    "people": {"pinyin", "initials"}, "accounts": {"pinyin", "initials"}, "deal_history": {"operation_id"},
    "imports": {"operation_id"},
}  # fmt: skip
"""Columns that the program makes by itself."""
