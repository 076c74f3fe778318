"""What the sample's manager knows of each order, what the stages ask for, and two red lines. No dice are thrown."""

import sqlite3
from datetime import date, timedelta

from cockpit.model.deals import ORDER_QUESTIONS
from cockpit.sample.days import Days
from cockpit.sample.team import KA
from cockpit.sample.writing import Written, insert

_EVIDENCE: dict[str, dict[str, str]] = {
    "right_customer": {"yes": "年采购额够,信息化立了项", "no": "规模小,今年没有预算"},
    "entry_department": {"yes": "从生产部门切入,当生产资料谈", "no": "一直只见到 IT 部门"},
    "need": {"yes": "需求清单客户签过字", "no": "需求还是我们猜的"},
    "other_departments": {"yes": "财务和采购都见过", "no": "采购还没见过"},
    "feasibility": {"yes": "决策人点头,预算在今年", "no": "竞品已经试用三个月"},
}
_USUAL = ("yes", "yes", "unknown", "yes", "no", None, "yes", None)
"""The further a deal is, the more of it is known; beyond that the answers differ from deal to deal."""
_NEEDED = {2: ("need", "field:amount"), 3: ("other_departments", "field:decision_maker"), 4: ("feasibility",)}
"""What the stages of key accounts ask for, by their place."""
_CROSSED, _SETTLED = "孙悦", "林一帆"


def write_checks(connection: sqlite3.Connection, days: Days, written: Written) -> None:
    """Answers about the open deals of key accounts, what their stages need, one red line open and one settled."""
    insert(connection, "stage_requirements", [
        {"stage_id": written.stage(KA, place), "needed": needed} for place, keys in _NEEDED.items() for needed in keys
    ])  # fmt: skip
    first = written.stage(KA, 0)
    answers = []
    for deal, stage, created in connection.execute(
        "SELECT id, stage_id, created_on FROM deals WHERE state = 'open' AND stage_id BETWEEN ? AND ? ORDER BY id",
        (first, written.stage(KA, len(KA.open_at) - 1)),
    ).fetchall():
        for place, question in enumerate(ORDER_QUESTIONS):
            known = place <= stage - first + 1
            answer = _USUAL[(deal * 3 + place * 5) % len(_USUAL)] if known else None
            if answer is None:
                continue
            asked = days.at_or_before(min(days.today, date.fromisoformat(created) + timedelta(days=4 + 6 * place)))
            evidence = _EVIDENCE[question].get(answer, "")
            said = {"deal_id": deal, "question": question, "answer": answer, "evidence": evidence}
            answers.append({**said, "answered_on": max(asked.isoformat(), created)})
    insert(connection, "order_checks", answers)
    insert(connection, "order_check_history", [
        {
            "deal_id": said["deal_id"], "question": said["question"], "new": said["answer"],
            "changed_on": said["answered_on"],
        }
        for said in sorted(answers, key=lambda said: (said["answered_on"], said["deal_id"]))
    ])  # fmt: skip
    lately, before = days.at_or_before(days.today - timedelta(days=9)), days.today - timedelta(days=75)
    insert(connection, "red_lines", [
        {
            "person_id": written.people[_SETTLED], "happened_on": days.at_or_before(before).isoformat(),
            "text": "没有报备就答应客户账期 90 天",
            "settled_on": days.at_or_before(before + timedelta(days=12)).isoformat(),
            "settlement": "改回标准账期,在团队会上说明",
        },
        {
            "person_id": written.people[_CROSSED], "happened_on": lately.isoformat(),
            "text": "替客户垫付了招待费,没有上报", "settled_on": None, "settlement": "",
        },
    ])  # fmt: skip
