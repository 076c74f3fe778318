"""One line becomes an activity: said on Tuesday 2026-11-24, by people whose names are alike."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.model.activity_words import is_visit
from cockpit.model.known_names import KnownAccount, KnownDeal, KnownNames, KnownPerson
from cockpit.model.pinyin import name_keys
from cockpit.model.quick_entry import Entry, understand, write_line

TUESDAY = date(2026, 11, 24)


def person(number: int, name: str) -> KnownPerson:
    return KnownPerson(number, name, *name_keys(name, person=True))


def account(number: int, name: str, owner: int | None = None) -> KnownAccount:
    return KnownAccount(number, name, *name_keys(name), owner)


LI_WEN, LI_XIANG, ZHAO, ANNA, SUN = 1, 2, 3, 4, 5
HUAXIN, YUANCHUAN_ENERGY, YUANCHUAN_METERS, ACME, LANHAI, KAIXUAN = 1, 2, 3, 4, 5, 6
KNOWN = KnownNames(
    people=(
        person(LI_WEN, "李雯"), person(LI_XIANG, "李想"), person(ZHAO, "赵明远"), person(ANNA, "Anna Snelling"),
        person(SUN, "孙悦"),
    ),
    accounts=(
        account(HUAXIN, "华信科技有限公司", LI_WEN), account(YUANCHUAN_ENERGY, "远川能源", ZHAO),
        account(YUANCHUAN_METERS, "远川仪表", SUN), account(ACME, "Acme Corporation", ANNA),
        account(LANHAI, "上海蓝海物流", LI_WEN), account(KAIXUAN, "凯旋建材"),
    ),
    deals=(
        KnownDeal(1, "华信科技·数据平台", HUAXIN, LI_WEN, "D-0001"),
        KnownDeal(2, "华信科技·移动巡检", HUAXIN, LI_XIANG, "D-0002"),
        KnownDeal(3, "远川能源·轻分析", YUANCHUAN_ENERGY, ZHAO, "D-0003"),
    ),
    kinds=("上门拜访", "电话", "邮件纪要"),
    met=("业务部门", "IT 部门", "决策人"),
)  # fmt: skip


def read(line: str, **more: object) -> Entry:
    return understand(line, KNOWN, TUESDAY, **more)  # type: ignore[arg-type]


def told(entry: Entry) -> dict[str, object]:
    """What would be recorded, without what is not there."""
    values = {
        "person": entry.person_id, "kind": entry.kind, "met": entry.met, "account": entry.account_id,
        "deal": entry.deal_id, "new": entry.new_account, "day": entry.day.isoformat()[5:],
        "follow_up": entry.follow_up_on and entry.follow_up_on.isoformat()[5:], "note": entry.note,
    }  # fmt: skip
    return {key: value for key, value in values.items() if value}


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("李雯昨天上门拜访华信决策人聊了报价跟@周五",
         {"person": LI_WEN, "kind": "上门拜访", "met": "决策人", "account": HUAXIN, "day": "11-23",
          "follow_up": "11-27", "note": "聊了报价"}),
        ("李雯 上门 决策人 华信 报价聊到底价 @周五",
         {"person": LI_WEN, "kind": "上门拜访", "met": "决策人", "account": HUAXIN, "day": "11-24",
          "follow_up": "11-27", "note": "报价聊到底价"}),
        ("lw hx 电话 IT 确认接口清单",
         {"person": LI_WEN, "kind": "电话", "met": "IT 部门", "account": HUAXIN, "day": "11-24",
          "note": "确认接口清单"}),
        ("liwen hxkj 邮件 会后发了纪要 决策人 @明天",
         {"person": LI_WEN, "kind": "邮件纪要", "met": "决策人", "account": HUAXIN, "day": "11-24",
          "follow_up": "11-25", "note": "会后发了纪要"}),
        ("Anna visited Acme CIO yesterday, asked for a quote, follow up @fri",
         {"person": ANNA, "kind": "上门拜访", "met": "管理层", "account": ACME, "day": "11-23", "follow_up": "11-27",
          "note": "asked for a quote"}),
        ("called Acme Corporation, decision maker, last friday, f/u 12/3",
         {"person": ANNA, "kind": "电话", "met": "决策人", "account": ACME, "day": "11-20", "follow_up": "12-03"}),
        ("talked with Acme about price, phone call",
         {"person": ANNA, "kind": "电话", "account": ACME, "day": "11-24", "note": "talked with Acme about price"}),
        ("１１－２０　孙悦　演示　华信　移动巡检，反馈不错",
         {"person": SUN, "kind": "演示", "account": HUAXIN, "deal": 2, "day": "11-20", "note": "反馈不错"}),
        ("李雯　微信　蓝海　＠１２－３１　发了案例",
         {"person": LI_WEN, "kind": "微信", "account": LANHAI, "day": "11-24", "follow_up": "12-31",
          "note": "发了案例"}),
        ("明远 拜访 远川能源 周五",
         {"person": ZHAO, "kind": "上门拜访", "account": YUANCHUAN_ENERGY, "deal": 3, "day": "11-20"}),
        ("D-0002 电话", {"person": LI_XIANG, "kind": "电话", "account": HUAXIN, "deal": 2, "day": "11-24"}),
        ("华信科技·数据平台 电话", {"person": LI_WEN, "kind": "电话", "account": HUAXIN, "deal": 1, "day": "11-24"}),
        ("远川 轻分析 打了个电话 下次周三",
         {"person": ZHAO, "kind": "电话", "account": YUANCHUAN_ENERGY, "deal": 3, "day": "11-24",
          "follow_up": "11-25"}),
        ("+宏远机械 上门 李雯 看了车间",
         {"person": LI_WEN, "kind": "上门拜访", "new": "宏远机械", "day": "11-24", "note": "看了车间"}),
        ('+"Big Red Inc" visited Anna', {"person": ANNA, "kind": "上门拜访", "new": "Big Red Inc", "day": "11-24"}),
        ("无客户 李雯 培训", {"person": LI_WEN, "kind": "培训", "day": "11-24"}),
        ("电话 华信 客户说下周一电话里定",
         {"person": LI_WEN, "kind": "电话", "account": HUAXIN, "day": "11-24", "note": "客户说下周一电话里定"}),
        ("华信 电话 it works, 3.5 万, 11.5 是底价",
         {"person": LI_WEN, "kind": "电话", "account": HUAXIN, "day": "11-24",
          "note": "it works, 3.5 万, 11.5 是底价"}),
        ("华信 电话,李想,昨天", {"person": LI_XIANG, "kind": "电话", "account": HUAXIN, "day": "11-23"}),
        ("3号 给华信发了报价", {"person": LI_WEN, "kind": "报价", "account": HUAXIN, "day": "11-03"}),
        ("上周四和赵明远一起去凯旋建材吃饭",
         {"person": ZHAO, "kind": "宴请", "account": KAIXUAN, "day": "11-19"}),
        ("今天下午拜访了远川能源的李总,聊了轻分析",
         {"person": ZHAO, "kind": "上门拜访", "account": YUANCHUAN_ENERGY, "deal": 3, "day": "11-24",
          "note": "下午 李总,聊了轻分析"}),
        ("李雯和李想一起上门拜访蓝海",
         {"person": LI_WEN, "kind": "上门拜访", "account": LANHAI, "day": "11-24", "note": "和李想"}),
        ("孙悦 周五 下午 去 远川仪表 开会",
         {"person": SUN, "kind": "会议", "account": YUANCHUAN_METERS, "day": "11-20", "note": "下午"}),
        ("lx 华信 移动 dianhua, 电话",
         {"person": LI_XIANG, "kind": "电话", "account": HUAXIN, "deal": 2, "day": "11-24", "note": "dianhua"}),
        ("Anna - Acme Corp - call - left voicemail",
         {"person": ANNA, "kind": "电话", "account": ACME, "day": "11-24", "note": "left voicemail"}),
        ("lunch with Acme on monday - Anna", {"person": ANNA, "kind": "宴请", "account": ACME, "day": "11-23"}),
        ("quick call w/ Acme: wants discount. Follow-up on Dec 3",
         {"person": ANNA, "kind": "电话", "account": ACME, "day": "11-24", "follow_up": "12-03",
          "note": "quick wants discount."}),
        ("met with Acme CEO",
         {"person": ANNA, "kind": "会议", "met": "决策人", "account": ACME, "day": "11-24"}),
        ("李雯 华信 电话 | 他说:电话 昨天打过, 上门 @周五",
         {"person": LI_WEN, "kind": "电话", "account": HUAXIN, "day": "11-24",
          "note": "他说:电话 昨天打过, 上门 @周五"}),
    ],
)  # fmt: skip
def test_a_line_is_understood(line: str, meant: dict[str, object]) -> None:
    entry = read(line)
    assert told(entry) == meant
    assert entry.is_ready


@pytest.mark.parametrize(
    ("line", "asked", "typed"),
    [
        ("李 华信 电话", "person", ["李雯", "李想"]),
        ("小李 微信 蓝海", "person", ["李雯", "李想"]),
        ("ly 电话 华信", "person", ["李雯", "李想", "赵明远", "Anna Snelling", "孙悦"]),
        ("凯旋建材 电话", "person", ["李雯", "李想", "赵明远", "Anna Snelling", "孙悦"]),
        ("李雯 远川 电话", "target", ["远川能源", "远川仪表"]),
        ("李雯 yc 电话", "target", ["远川能源", "远川仪表"]),
        ("李雯 宏远机械 上门 聊了三个数", "target", ["+宏远机械", "无客户 宏远机械"]),
        ("李雯 华信 聊了报价", "kind", ["上门拜访", "电话", "邮件纪要"]),
        ("华信 12-31 电话", "day", ["跟@2026-12-31"]),
        ("李雯 华信 拜访 明天", "day", ["跟@2026-11-25"]),
        ("李雯 华信 下周三 拜访", "day", ["跟@2026-12-02"]),
        ("华信 电话 @昨天", "follow_up", []),
        ("华信 电话 @2月30日", "follow_up", []),
    ],
)  # fmt: skip
def test_what_is_not_sure_is_asked_and_an_answer_is_written_into_the_line(
    line: str, asked: str, typed: list[str]
) -> None:
    entry = read(line)
    (question,) = entry.questions
    assert question.field == asked and question.reason
    assert [choice.typed for choice in question.choices][: len(typed)] == typed[:9]
    for choice in question.choices:
        answered = read(entry.answered(question, choice))
        assert answered.is_ready, entry.answered(question, choice)
    assert line[question.start : question.end] in line


@pytest.mark.parametrize(
    ("line", "part", "text"),
    [
        ("华信 电话", "person", "李雯"),  # the owner of the customer
        ("李雯 电话 华信聊了半小时", "target", "华信科技有限公司"),  # a part of a name in the middle of words
        ("赵明远 电话 远川", "target", "远川能源·轻分析"),  # his of two, and its only open deal
        ("老赵 电话 华信", "person", "赵明远"),
        ("李雯 电话 华信", "day", "今天"),
        ("李雯 电话 hx", "target", "华信科技有限公司"),
    ],
)
def test_what_is_presumed_is_shown_as_such(line: str, part: str, text: str) -> None:
    entry = read(line)
    found = entry.part(part)  # type: ignore[arg-type]
    assert (found.state, found.text) == ("presumed", text) and entry.is_ready
    assert found.reason or part == "day"


def test_letters_that_are_a_person_s_and_a_customer_s_are_asked_for_unless_one_of_them_is_known() -> None:
    known = KnownNames((person(1, "何晓"), person(2, "李雯")), (account(7, "恒信", 2),), kinds=("电话",))
    entry = understand("hx 电话", known, TUESDAY)
    (question,) = entry.questions
    assert [choice.typed for choice in question.choices] == ["何晓", "恒信"]
    chosen = understand(entry.answered(question, question.choices[1]), known, TUESDAY)
    assert (chosen.person_id, chosen.account_id) == (2, 7)
    for line in ("李雯 hx 电话", "hx 李雯 电话"):
        told = understand(line, known, TUESDAY)
        assert (told.person_id, told.account_id) == (2, 7)
    both = understand("hx 恒信 电话", known, TUESDAY)
    assert (both.person_id, both.account_id) == (1, 7)


def test_two_of_the_same_name_are_told_apart_by_their_number() -> None:
    known = KnownNames(
        (person(1, "李雯"), person(2, "李雯")), (account(3, "华信"), account(4, "华信")), kinds=("电话",)
    )
    entry = understand("李雯 电话 华信", known, TUESDAY)
    assert [question.field for question in entry.questions] == ["person", "target"]
    line = entry.answered(entry.questions[1], entry.questions[1].choices[1])
    entry = understand(line, known, TUESDAY)
    line = entry.answered(entry.questions[0], entry.questions[0].choices[0])
    assert line == "李雯#1 电话 华信#4"
    entry = understand(line, known, TUESDAY)
    assert (entry.person_id, entry.account_id, entry.is_ready) == (1, 4, True)


def test_who_is_looked_at_and_the_day_that_is_shown_are_meant_where_the_line_says_nothing() -> None:
    entry = read("华信 电话", day=date(2026, 11, 20), person_id=SUN)
    assert (entry.person_id, entry.day) == (SUN, date(2026, 11, 20))
    assert entry.part("day").text == "11-20 周五"
    assert read("昨天 李雯 华信 电话", day=date(2026, 11, 20), person_id=SUN).day == date(2026, 11, 23)


def test_a_new_customer_that_is_known_already_is_that_one() -> None:
    entry = read("+凯旋建材 上门 李雯")
    assert (entry.account_id, entry.new_account, entry.part("target").state) == (KAIXUAN, "", "presumed")


@given(st.text(max_size=60), st.integers(-400, 400))
def test_no_line_breaks_it_and_none_loses_its_note(line: str, days: int) -> None:
    entry = understand(line, KNOWN, TUESDAY + timedelta(days=days))
    assert entry.day <= TUESDAY + timedelta(days=days)
    for part in entry.parts:
        assert 0 <= part.start <= part.end <= len(line)
        for choice in part.choices:
            entry.answered(part, choice)


WORDS = st.sampled_from(
    [
        "李雯",
        "李",
        "电话",
        "上门",
        "华信",
        "远川",
        "决策人",
        "周五",
        "@周五",
        "聊了报价",
        "hx",
        "lw",
        ",",
        "昨天",
        "+新",
        "|",
    ]
)


@given(st.lists(WORDS, max_size=8), st.booleans())
def test_words_in_any_order_glued_or_not(words: list[str], glued: bool) -> None:
    line = ("" if glued else " ").join(words)
    entry = read(line)
    assert entry.is_ready == (not entry.questions)
    assert not entry.is_ready or entry.kind


@given(
    day=st.dates(date(2020, 1, 1), TUESDAY),
    kind=st.sampled_from(["上门拜访", "电话", "演示", "邮件纪要"]),
    who=st.sampled_from([LI_WEN, LI_XIANG, ZHAO, ANNA]),
    met=st.sampled_from([None, "决策人", "IT 部门", "财务"]),
    where=st.sampled_from([(None, None), (HUAXIN, None), (HUAXIN, 2), (YUANCHUAN_METERS, None), (ACME, None)]),
    later=st.none() | st.integers(1, 60),
    note=st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="|｜"), max_size=30),
)
def test_an_activity_written_as_a_line_is_read_as_the_same(
    day: date, kind: str, who: int, met: str | None, where: tuple[int | None, int | None], later: int | None, note: str
) -> None:
    follow_up = day + timedelta(days=later) if later else None
    line = write_line(
        KNOWN,
        day,
        kind,
        person_id=who,
        met=met,
        account_id=where[0],
        deal_id=where[1],
        follow_up_on=follow_up,
        note=note,
    )
    entry = understand(line, KNOWN, TUESDAY)
    got = (entry.day, entry.kind, entry.person_id, entry.met, entry.account_id, entry.deal_id, entry.follow_up_on)
    assert got == (day, kind, who, met, *where, follow_up) and entry.is_ready
    assert entry.note == note.strip()


@pytest.mark.parametrize(
    ("kind", "visit"),
    [
        ("上门拜访", True), ("拜访", True), ("客户拜访(第二次)", True), ("On-site visit", True), ("陌拜", True),
        ("面谈", True),
        ("电话", False), ("电话拜访", False), ("演示", False), ("hotel", False), ("Visit", True), ("Video call", False),
        ("会议", False), ("", False),
    ],
)  # fmt: skip
def test_a_visit_is_known_however_it_is_called(kind: str, visit: bool) -> None:
    assert is_visit(kind) is visit
