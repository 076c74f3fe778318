"""The sample's customers, deals and what was done, before they are written."""

from datetime import date

from attrs import define, field

from cockpit.sample.team import Person, Product


@define(eq=False)
class Account:
    name: str
    industry: str
    region: str
    owner: Person
    is_key: bool = False
    is_neglected: bool = False


@define(eq=False)
class Activity:
    day: date
    kind: str
    met: str | None
    note: str
    person: Person
    account: Account
    deal: "Deal | None" = None
    follow_up_on: date | None = None
    followed_up_on: date | None = None


@define(eq=False)
class Deal:
    """Money in 分. ``history`` holds (field, old, new, day); stages are numbers, owners are people."""

    name: str
    account: Account
    owner: Person
    product: Product
    stage: int
    state: str
    amount: int
    created_on: date
    source: str
    lead_source: str | None
    entry_department: str
    closed_on: date | None = None
    expected_close: date | None = None
    forecast_category: str | None = None
    lost_reason: str | None = None
    budget: int | None = None
    quantified_value: str | None = None
    decision_maker: str | None = None
    next_step: str | None = None
    next_step_on: date | None = None
    is_major: bool = False
    entered: list[date] = field(factory=list)
    history: list[tuple[str, object, object, date]] = field(factory=list)
