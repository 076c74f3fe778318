"""What was written about the sample's major deals as they rolled. No dice are thrown: the rest stays as it is."""

import sqlite3
from datetime import date, timedelta

from cockpit.sample.days import Days
from cockpit.sample.writing import insert

SAID = (
    "业务部门认了三条需求,要我们把每月少停机的小时数写进方案。",
    "对方 IT 同意给接口清单,要两周;业务负责人愿意帮着催。",
    "见了决策人四十分钟,他关心上线要多久,要看同行怎么做的。",
    "预算在走流程,财务问能不能分两期;约好批复前再碰一次。",
    "现场走了一圈,瓶颈在换线,数了三个班的停机次数。",
    "采购拿来两家的报价比,先问清楚比的是什么,没有松口。",
)
BEFORE = (
    "第一次见面,先听他们怎么排产,约好带着演示再来。",
    "演示用的是他们自己的数据,当场提了五个问题,三个已经答了。",
    "对方说要等新来的负责人到岗,先把案例发过去。",
)
NOT_DONE = "约过一次,对方临时开会,改期。"


def write_deal_log(connection: sqlite3.Connection, days: Days) -> None:
    """Two entries or three for most open major deals; a few put off the same step again and again."""
    today = days.today
    entries: list[dict[str, object]] = []
    for deal, created_on, step, step_on in connection.execute(
        "SELECT id, created_on, next_step, next_step_on FROM deals WHERE is_major = 1 AND state = 'open' ORDER BY id"
    ).fetchall():
        if deal % 7 == 3:
            continue
        created = date.fromisoformat(created_on)
        last = days.at_or_before(today - timedelta(days=1 + deal % 6))
        said: list[tuple[date, str, str | None, str | None]] = [(last, SAID[deal % len(SAID)], step, step_on)]
        if step_on and deal % 4 == 1:
            for ago in (5, 9):
                due = days.at_or_before(date.fromisoformat(step_on) - timedelta(days=ago))
                said.append((days.at_or_before(last - timedelta(days=ago)), NOT_DONE, step, due.isoformat()))
        first = days.at_or_before(created + timedelta(days=1))
        if first < last - timedelta(days=10):
            said.append((first, BEFORE[deal % len(BEFORE)], None, None))
        entries += [
            {"deal_id": deal, "written_on": on.isoformat(), "text": text, "next_step": then, "next_step_on": due_on}
            for on, text, then, due_on in said
            if on >= created
        ]
    insert(connection, "deal_log", sorted(entries, key=lambda entry: (str(entry["written_on"]), str(entry["deal_id"]))))
