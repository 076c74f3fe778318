"""Money in another currency than the store's, as SQL: exchanged at the rate of its day, one amount after the other.

A rate says how many units of the store's currency a million units of another one are worth, from a day on. Each amount
is rounded by itself to the smallest unit, halves away from zero: a sale and its return cancel each other. Where no
rate holds on the day there is no amount, and nothing is added up. Money without a currency is in the store's own
(``:currency``), and no rate is looked up for it.
"""

MILLION = 1_000_000


def is_home(currency: str) -> str:
    """The condition that money of ``currency`` (an SQL expression) is in the store's own."""
    return f"({currency} IS NULL OR {currency} = :currency)"


def _rates(currency: str, day: str) -> str:
    return f"FROM exchange_rates r WHERE r.currency = {currency} AND r.from_on <= {day}"


def rate_is_known(currency: str, day: str) -> str:
    """The condition that money of ``currency`` can be told in the store's currency on ``day`` (SQL expressions)."""
    return f"({currency} IS NULL OR {currency} = :currency OR EXISTS (SELECT 1 {_rates(currency, day)}))"


def in_home_currency(amount: str, currency: str, day: str) -> str:
    """``amount`` in minor units of the store's currency, NULL where no rate is known on ``day`` (SQL expressions).

    The amount is exchanged in two parts, whole millions and the rest: 10^17 minor units x a rate of 10^7 would not go
    into 64 bits.
    """
    half = f"CASE WHEN {amount} < 0 THEN -{MILLION // 2} ELSE {MILLION // 2} END"
    exchanged = f"{amount} / {MILLION} * r.rate + ({amount} % {MILLION} * r.rate + {half}) / {MILLION}"
    rate = f"(SELECT {exchanged} {_rates(currency, day)} ORDER BY r.from_on DESC LIMIT 1)"
    return f"CASE WHEN {currency} IS NULL OR {currency} = :currency THEN {amount} ELSE {rate} END"
