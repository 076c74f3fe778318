"""Exchange rates as the manager sets them: what one unit of another currency is worth, from a day on."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.metrics.exchange import MILLION
from cockpit.metrics.settings import read_settings
from cockpit.operations.operation import Changes, Operation, operation
from cockpit.store import exchange_rates
from cockpit.store.file import Store

_HIGHEST = 1_000_000
"""No currency is worth more of another: what is larger was typed by mistake, and sums would not go into 64 bits."""


def read_rate(text: str) -> Decimal:
    """ "7.1234" -> what one unit is worth. Raises CockpitError for what is no such number."""
    try:
        rate = Decimal(text.strip().replace(",", ""))
    except InvalidOperation:
        rate = Decimal("NaN")
    if not rate.is_finite() or not Decimal("0.000001") <= rate <= _HIGHEST:
        raise CockpitError(
            tr("“{text}”不是汇率。", text=text.strip()), tr("写 1 单位外币等于多少本币,例如 7.1234;最多六位小数。")
        )
    return rate


def read_currency(text: str) -> str:
    """ "usd", "美元", "$" -> "USD". Raises CockpitError for what is no currency."""
    from cockpit.excel.values import currency_code

    typed = text.strip()
    code = currency_code(typed) if typed else None
    if not code or not re.fullmatch(r"[A-Z]{3}", code):
        raise CockpitError(tr("“{text}”不是币种。", text=typed), tr("写 USD、EUR、HKD 这样的三个字母。"))
    return code


def set_rate(store: Store, currency: str, rate: Decimal, from_on: date | None = None) -> Changes:
    """One unit of ``currency`` is worth ``rate`` units of the store's, from a day on; None: always.

    Replaces the rate of the same day. Raises CockpitError for the store's own currency.
    """
    home = read_settings(store.connection).currency
    if currency == home:
        raise CockpitError(tr("{currency} 就是本币,不需要汇率。", currency=currency))
    label = noop("1 {currency} = {rate} {home}")
    with operation(store, label, currency=currency, rate=_shown(rate), home=home) as under_way:
        exchange_rates.write_rate(
            store.connection,
            currency,
            from_on.isoformat() if from_on else "",
            int((rate * MILLION).to_integral_value()),
        )
        _changed(under_way)
    return under_way.changes


def remove_rate(store: Store, rate_id: int) -> Changes:
    """Take a rate away: what it was for counts by the one before it, or is left out. Raises CockpitError when gone."""
    found = exchange_rates.read_rate(store.connection, rate_id)
    if found is None:
        raise CockpitError(tr("要改的内容已经不在了。"), tr("刷新页面再试。"))
    with operation(store, noop("删除 {currency} 的一个汇率"), currency=found[0]) as under_way:
        exchange_rates.remove_rate(store.connection, rate_id)
        _changed(under_way)
    return under_way.changes


def _changed(under_way: Operation) -> None:
    # What changes is what deals and payments are worth.
    under_way.changed("deal")
    under_way.changed("payment")


def _shown(rate: Decimal) -> str:
    return f"{rate.normalize():f}"
