"""Money collected and still owed against plain Python, for random stores with payments in several currencies."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

import pytest

from cockpit.metrics import Period, figures
from cockpit.metrics.payments import list_outstanding
from cockpit.metrics.scopes import WHOLE_TEAM, Scope
from cockpit.metrics.settings import read_settings
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
RATES = {"USD": [("", "7.1"), ("2026-10-20", "6.95")], "KRW": [("2026-11-05", "0.0051")]}


def worth(amount: int, currency: str | None, day: str) -> int | None:
    """In the store's currency."""
    if currency in (None, "CNY"):
        return amount
    held = [rate for since, rate in RATES.get(str(currency), ()) if since <= day]
    return int((amount * Decimal(held[-1])).quantize(Decimal(1), ROUND_HALF_UP)) if held else None


@pytest.mark.parametrize("seed", range(6))
def test_collected_and_outstanding_are_what_plain_python_says(builder: Builder, seed: int) -> None:
    chance = Random(seed)
    people = [builder.person(name, builder.team(f"{name}的团队")) for name in ("李雯", "陈佳")]
    for currency, rates in RATES.items():
        for since, rate in rates:
            builder.add("exchange_rates", currency=currency, from_on=since, rate=int(Decimal(rate) * 10**6))

    def some_day(start: date = date(2026, 10, 1)) -> str:
        return (start + timedelta(days=chance.randrange(60))).isoformat()

    deals, payments = [], []
    for _ in range(40):
        deal = {
            "owner": chance.choice((*people, None)), "amount": chance.choice((None, 0, chance.randint(1, 9_000_00))),
            "currency": chance.choice((None, "CNY", "USD", "KRW", "EUR")), "closed": some_day(),
        }  # fmt: skip
        deal["id"] = builder.deal(deal["owner"], "won", amount=deal["amount"], currency=deal["currency"],
                                  closed_on=deal["closed"])  # fmt: skip
        deals.append(deal)
        for _ in range(chance.randrange(4)):
            currency = chance.choice((deal["currency"], None, "USD", "EUR"))
            payment = (deal["id"], chance.choice((chance.randint(1, 5_000_00), -chance.randint(1, 900_00))),
                       currency, some_day())  # fmt: skip
            payments.append(payment)
            builder.add("payments", deal_id=payment[0], amount=payment[1], currency=currency, received_on=payment[3])
    owners = {deal["id"]: deal["owner"] for deal in deals}
    today = TODAY.isoformat()

    def owed(deal: dict) -> int | None:  # type: ignore[type-arg]
        """What lacks; None where no rate is known for it."""
        mine = [payment for payment in payments if payment[0] == deal["id"] and payment[3] <= today]
        if deal["currency"] in (None, "CNY"):
            return deal["amount"] - sum(worth(*payment[1:]) or 0 for payment in mine)
        own = deal["amount"] - sum(payment[1] for payment in mine if payment[2] == deal["currency"])
        claim = worth(own, deal["currency"], deal["closed"])
        others = sum(worth(*payment[1:]) or 0 for payment in mine if payment[2] != deal["currency"])
        return None if claim is None else claim - others

    period = Period.of(Month(2026, 11), TODAY)
    for scope in (WHOLE_TEAM, *map(Scope.person, people)):
        told = figures(builder.reader, period, [scope], {"collected", "outstanding"})[scope]
        received = [
            worth(*payment[1:]) for payment in payments
            if "2026-11-01" <= payment[3] <= "2026-11-30" and scope.id in (None, owners[payment[0]])
        ]  # fmt: skip
        known = [amount for amount in received if amount is not None]
        assert told["collected"].value == (sum(known) if known or not received else None)
        wanted = {
            deal["id"]: owed(deal) for deal in deals
            if (deal["amount"] or 0) > 0 and deal["closed"] <= today and scope.id in (None, deal["owner"])
        }  # fmt: skip
        lacking = {number: amount for number, amount in wanted.items() if amount is not None and amount > 0}
        unknown = sum(amount is None for amount in wanted.values())
        assert told["outstanding"].value == (sum(lacking.values()) if lacking or not unknown else None)
        assert [note.values["n"] for note in told["outstanding"].notes] == ([unknown] if unknown and lacking else [])
        lines = list_outstanding(builder.reader, period, read_settings(builder.reader), scope)
        assert {line.id: line.outstanding for line in lines} == lacking
        rows = told["outstanding"].rows
        assert rows is not None
        behind = builder.reader.execute(rows.ids_sql(), rows.parameters).fetchall()
        assert {row[0] for row in behind} == set(lacking)
