"""A year of deals, made backwards: what each person won in a month is given, and from it follow the deals, their way
through the stages, those that were lost beside them, and what is open today."""

from collections import Counter
from datetime import date, timedelta
from math import inf
from random import Random

from cockpit.sample.companies import TOLD_OF, Company, companies
from cockpit.sample.days import Days
from cockpit.sample.phrases import BUDGETED_VALUES, DECISION_MAKERS, LEAD_SOURCES, LOST_REASONS, NEXT_STEPS
from cockpit.sample.records import Account, Deal
from cockpit.sample.team import DIRECT, KA, PEOPLE, WAN, Person, Product, attainment_in, target_in

MONTHS_TOLD = 12

# Department by which one came in -> (how often among won, among lost deals, share of the list price that held).
ENTRIES: dict[str, tuple[float, float, tuple[float, float]]] = {
    "业务部门": (0.45, 0.28, (0.87, 0.98)),
    "IT 部门": (0.25, 0.42, (0.73, 0.86)),
    "管理层": (0.20, 0.10, (0.88, 0.98)),
    "采购": (0.10, 0.20, (0.72, 0.82)),
}


class Pipeline:
    """All accounts and deals of the sample; the same for the same ``today``."""

    def __init__(self, today: date) -> None:
        self.days = Days(today)
        self.chance = Random(20240601)
        self.accounts: list[Account] = []
        self.deals: list[Deal] = []
        self._companies = companies(self.chance)
        self._times_named: Counter[str] = Counter()
        self._known: dict[str, list[Account]] = {person.name: [] for person in PEOPLE}
        self._meet_old_customers()
        self.old_customers = list(self.accounts)
        for person in PEOPLE:
            for months_ago in range(MONTHS_TOLD, -1, -1):
                self._month_of(person, months_ago)
            self._open_deals_of(person)
        self._expect_closes()

    # --- customers ------------------------------------------------------------------------------------------------

    def meet(self, owner: Person, *, is_key: bool = False, company: Company | None = None) -> Account:
        """A customer that was not known before."""
        company = company or next(self._companies)
        account = Account(company.name, company.industry, owner.region, owner, is_key)
        self.accounts.append(account)
        self._known[owner.name].append(account)
        return account

    def _meet_old_customers(self) -> None:
        told = iter(TOLD_OF)
        named = {name: Company(*next(told)) for name in ("李雯", "周启航", "陈佳", "赵明远")}
        for person in PEOPLE:
            many = 10 if person.team is KA else 4
            keys = (3 if person.is_supervisor else 5) if person.team is KA else 1
            neglected = round(keys * (1 - person.follows_key_accounts))
            for number in range(many):
                account = self.meet(person, is_key=number < keys, company=None if number else named.get(person.name))
                account.is_neglected = keys - neglected <= number < keys

    def _customer_for(self, owner: Person, *, new: float) -> Account:
        if self.chance.random() < new:
            return self.meet(owner)
        return self.chance.choice([account for account in self._known[owner.name] if not account.is_neglected])

    # --- closed deals ---------------------------------------------------------------------------------------------

    def _month_of(self, person: Person, months_ago: int) -> None:
        month = self.days.month.plus(-months_ago)
        days = self.days.gone(month)
        target = target_in(person, months_ago)
        if not days or not target:
            return
        now = months_ago == 0
        if now:
            on_pace = target * self.days.pace
            wins = self._wins(person, on_pace * person.now, tries=600, between=_class_of(person.now, on_pace))
        else:
            level = attainment_in(person, months_ago) * (self.chance.uniform(0.85, 1.15) if months_ago > 2 else 1)
            wins = self._wins(person, target * level, tries=30)
        for product, department, amount in wins:
            self._closed(person, self._closing_day(days), product, department, amount, won=True)
        usual = target / (sum(product.list_price for product in person.team.products) / 3 * 0.8)
        losses = usual * person.team.closed_without_win * (self.days.pace if now else 1)
        for _ in range(int(losses + self.chance.random())):
            department = self._department(won=False)
            product = self.chance.choice(person.team.products)
            self._closed(
                person, self._closing_day(days), product, department, self._amount(product, department), won=False
            )

    def _closing_day(self, days: list[date]) -> date:
        # More is closed towards the end of a month than at its beginning.
        return self.chance.choices(days, [1 + 2 * place / len(days) for place in range(len(days))])[0]

    def _department(self, *, won: bool) -> str:
        return self.chance.choices(list(ENTRIES), [often if won else lost for often, lost, _ in ENTRIES.values()])[0]

    def _amount(self, product: Product, department: str) -> int:
        share = self.chance.uniform(*ENTRIES[department][2])
        step = WAN // 10 if product.list_price > 20 * WAN else WAN // 100
        return round(product.list_price * share / step) * step

    def _wins(
        self, person: Person, wanted: float, tries: int, between: tuple[float, float] = (0, inf)
    ) -> list[tuple[Product, str, int]]:
        """Deals whose amounts add up to about ``wanted``, and lie ``between`` two amounts."""
        products = person.team.products
        most = int(wanted / (products[-1].list_price * 0.75)) + 1
        best: list[tuple[Product, str, int]] = []
        nearest = wanted if between[0] == 0 or wanted < products[-1].list_price / 3 else inf
        for _ in range(tries):
            tried = []
            for _ in range(self.chance.randint(0, min(most, 7))):
                product, department = self.chance.choice(products), self._department(won=True)
                tried.append((product, department, self._amount(product, department)))
            amount = sum(deal[2] for deal in tried)
            if abs(amount - wanted) < nearest and between[0] <= amount <= between[1]:
                best, nearest = tried, abs(amount - wanted)
        return best

    def _closed(
        self, owner: Person, closed_on: date, product: Product, department: str, amount: int, *, won: bool
    ) -> None:
        team = owner.team
        stages = len(team.open_at)
        reached = stages - 1 if won else self.chance.choices(range(stages), team.lost_at)[0]
        median, shortest, longest = (54, 24, 125) if team is KA else (26, 6, 75)
        length = median * self.chance.lognormvariate(0, 0.36) * (1 if won else 0.45 + 0.6 * (reached + 1) / stages)
        created_on = self.days.at_or_before(closed_on - timedelta(days=int(min(max(length, shortest), longest))))
        shares = [self.chance.uniform(0.6, 1.4) for _ in range(reached + 1)]
        entered = [
            max(
                created_on,
                self.days.at_or_before(created_on + (closed_on - created_on) * (sum(shares[:n]) / sum(shares))),
            )
            for n in range(reached + 1)
        ]
        deal = self._deal(owner, product, department, amount, created_on, entered)
        deal.closed_on = closed_on
        deal.state = "won" if won else "lost"
        deal.stage = stages if won else stages + 1
        if not won:
            deal.lost_reason = self.chance.choices(list(LOST_REASONS), list(LOST_REASONS.values()))[0]
            if department in ("IT 部门", "采购") and self.chance.random() < 0.4:
                deal.lost_reason = "价格"

    def _deal(
        self, owner: Person, product: Product, department: str, amount: int, created_on: date, entered: list[date]
    ) -> Deal:
        account = self._customer_for(owner, new=0.35 if owner.team is KA else 0.78)
        name = f"{account.name}·{product.what}"
        self._times_named[name] += 1
        times = self._times_named[name]
        if times > 1:
            name += ("", "二期", "续约", "扩容")[times - 1] if times <= 4 else f"{times} 期"
        self_sourced = self.chance.random() < owner.self_sourced
        deal = Deal(
            name, account, owner, product, len(entered) - 1, "open", amount, created_on,
            "self" if self_sourced else "lead", None if self_sourced else self.chance.choice(LEAD_SOURCES), department,
            entered=entered,
        )  # fmt: skip
        if self.chance.random() < (0.75 if owner.team is KA else 0.35):
            deal.budget = round(amount * self.chance.uniform(1.0, 1.25) / WAN) * WAN
            deal.decision_maker = self.chance.choice(DECISION_MAKERS)
        if department in ("业务部门", "管理层") and self.chance.random() < 0.7:
            deal.quantified_value = self.chance.choice(BUDGETED_VALUES)
        deal.is_major = amount >= (60 * WAN if owner.team is KA else 9 * WAN)
        self.deals.append(deal)
        return deal

    # --- open deals -----------------------------------------------------------------------------------------------

    def _open_deals_of(self, owner: Person) -> None:
        usual = 11 if owner.team is KA else 6.5  # days in a stage
        for number in range(owner.open_deals):
            stalled = number < owner.stalled
            stages = range(1, len(owner.team.open_at) - 1) if stalled else range(len(owner.team.open_at))
            stage = self.chance.choices(stages, [owner.team.open_at[n] for n in stages])[0]
            since = self.chance.randint(34, 47) if stalled else self.chance.randint(0, 8 if owner.team is KA else 5)
            entered = [self.days.at_or_before(self.days.today - timedelta(days=since))]
            for _ in range(stage):
                before = timedelta(days=1 + int(usual * self.chance.uniform(0.5, 1.4)))
                entered.insert(0, self.days.at_or_before(entered[0] - before))
            department = self._department(won=self.chance.random() < 0.5)
            product = self.chance.choice(owner.team.products)
            deal = self._deal(owner, product, department, self._amount(product, department), entered[0], entered)
            if stalled and number == 0:
                self._make_told(deal)
            if self.chance.random() < 0.88:
                deal.next_step = self.chance.choice(NEXT_STEPS)
                deal.next_step_on = self.days.shift(self.days.today, self.chance.randint(-2 if stalled else 0, 9))
        open_majors = [deal for deal in self.deals if deal.owner is owner and deal.state == "open" and deal.is_major]
        for deal in open_majors[:1]:
            deal.next_step = deal.next_step_on = None

    def _make_told(self, deal: Deal) -> None:
        """The first stalled deal of somebody whose talk speaks of it lies with the customer of the talk."""
        account = self._known[deal.owner.name][0]
        if account.name in {name for name, _ in TOLD_OF}:
            deal.account = account
            deal.name = f"{account.name}·{deal.product.what}一期"
            deal.entry_department = "IT 部门"
            deal.quantified_value = None

    def _expect_closes(self) -> None:
        """Some of the open deals are expected this month, about twice what is missing; the others later."""
        missing = sum(target_in(person, 0) * max(0.0, 1 - person.now * self.days.pace) for person in PEOPLE)
        opened = [deal for deal in self.deals if deal.state == "open"]
        self.chance.shuffle(opened)
        room = {KA.name: 1.5 * missing, DIRECT.name: 0.7 * missing}
        for deal in opened:
            left = len(deal.owner.team.open_at) - deal.stage
            if deal.stage > 0 and deal.amount < room[deal.owner.team.name]:
                room[deal.owner.team.name] -= deal.amount
                late = self.chance.random() < 0.2
                first = self.days.shift(self.days.today, -6) if late else self.days.today
                last = self.days.shift(self.days.today, -1) if late else self.days.month.last_day
                deal.expected_close = self.days.some(self.chance, first, last)
            else:
                start = max(self.days.month.end, self.days.today + timedelta(days=left * 7))
                deal.expected_close = self.days.some(self.chance, start, start + timedelta(days=12 + left * 6))
            stage_value = deal.owner.team.stages[deal.stage][2]
            if deal.expected_close < self.days.month.end:
                deal.forecast_category = (
                    "commit" if stage_value >= 0.7 else "best_case" if stage_value >= 0.45 else "pipeline"
                )
            else:
                deal.forecast_category = "omitted" if deal.stage == 0 and self.chance.random() < 0.1 else "pipeline"


def _class_of(pace_index: float, on_pace: float) -> tuple[float, float]:
    """Amounts between which results are good, at risk or poor, with a distance from the limits of 1 and 0.8."""
    if pace_index >= 1:
        return 1.02 * on_pace, inf
    return (0.82 * on_pace, 0.98 * on_pace) if pace_index >= 0.8 else (0, 0.78 * on_pace)
