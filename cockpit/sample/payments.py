"""What the sample's customers have paid, and the targets for it. No dice are thrown: the rest stays as it is."""

import sqlite3
from datetime import date, timedelta

from cockpit.sample.days import Days
from cockpit.sample.pipeline import MONTHS_TOLD
from cockpit.sample.team import KA, PEOPLE, WAN, target_in
from cockpit.sample.writing import Written, insert

SPRINT, CHALLENGE = 1.1, 1.25
"""Of the target, from two months ago on."""
IN_PARTS = ((5, 0.3), (34, 0.6), (92, 0.1))
"""Key accounts pay at signing, at delivery and at the end of the warranty: days after closing, share."""


def write_payments(connection: sqlite3.Connection, days: Days, written: Written) -> None:
    """Payments of won deals up to today, one of them given back in part; targets of money collected, of new customers,
    and the two levels above the target.
    """
    today = days.today
    ka = written.teams[KA.name]
    won = connection.execute(
        "SELECT d.id, d.amount, d.closed_on, m.team_id FROM deals d JOIN memberships m ON m.person_id = d.owner_id"
        " WHERE d.state = 'won' ORDER BY d.id"
    ).fetchall()
    payments = []
    for deal, amount, closed_on, team in won:
        closed = date.fromisoformat(closed_on)
        parts = IN_PARTS if team == ka else ((6 + deal % 15, 1.0),)
        # Some customers are late, and a few have not paid the rest at all.
        late = 30 if deal % 9 == 4 else 0
        paid = 0
        for place, (after, share) in enumerate(parts):
            is_last = place == len(parts) - 1
            value = amount - paid if is_last else round(amount * share / 100) * 100
            day = max(closed, days.at_or_before(closed + timedelta(days=after + late)))
            if day > today or (deal % 13 == 5 and place):
                break
            paid += value
            payments.append(_payment(deal, day, value, ""))
        if deal % 31 == 7 and paid == amount and closed + timedelta(days=60) <= today:
            back = -round(amount * 0.05 / 100) * 100
            payments.append(_payment(deal, days.at_or_before(closed + timedelta(days=58)), back, "退货"))
    insert(connection, "payments", sorted(payments, key=lambda payment: (payment["received_on"], payment["deal_id"])))
    insert(connection, "targets", _targets(days, written))


def _payment(deal: int, day: date, amount: int, remark: str) -> dict[str, object]:
    return {"deal_id": deal, "received_on": day.isoformat(), "amount": amount, "remark": remark}


def _targets(days: Days, written: Written) -> list[dict[str, object]]:
    targets: list[dict[str, object]] = []
    for person in PEOPLE:
        for months_ago in range(MONTHS_TOLD, -3, -1):
            value = target_in(person, max(0, months_ago))
            if not value:
                continue
            whose = {"month": str(days.month.plus(-months_ago)), "person_id": written.people[person.name]}
            targets.append({**whose, "measure": "collected", "level": "target", "value": _whole(value * 0.9)})
            new = 1 if person.team is KA else 2
            targets.append({**whose, "measure": "new_customers", "level": "target", "value": new})
            if months_ago <= 2:
                for level, times in (("sprint", SPRINT), ("challenge", CHALLENGE)):
                    targets.append({**whose, "measure": "won_revenue", "level": level, "value": _whole(value * times)})
    return targets


def _whole(amount: float) -> int:
    """In whole 万."""
    return max(1, round(amount / WAN)) * WAN
