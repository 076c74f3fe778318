"""What happened in the sample's year: to each deal, and with the customers."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from cockpit.model.cycles import Month
from cockpit.sample.days import Days
from cockpit.sample.phrases import ACTIVITY_NOTES
from cockpit.sample.pipeline import MONTHS_TOLD, Pipeline
from cockpit.sample.records import Account, Activity, Deal
from cockpit.sample.team import PEOPLE, WAN, Person

STALLED_DAYS = 30
# What was done x whom it was done with -> how often it happened in won, and in lost deals.
KEY_ACTIONS = {
    ("上门拜访", "决策人"): (0.74, 0.46),
    ("演示", "业务部门"): (0.66, 0.47),
    ("上门拜访", "业务部门"): (0.58, 0.47),
    ("邮件纪要", "业务部门"): (0.52, 0.45),
    ("演示", "IT 部门"): (0.48, 0.46),
    ("报价", "采购"): (0.34, 0.48),
}


class Story:
    """The activities of the year, and the history of each deal, which is put into the deal."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        self.days: Days = pipeline.days
        self.chance = Random(11)
        self.activities: list[Activity] = []
        self._old_visits()
        for deal in pipeline.deals:
            self._tell_history(deal)
            self._tell_activities(deal)
        self._look_after_key_accounts()
        self._touch_new_customers()
        quiet_since = self.days.today - timedelta(days=17)
        self.activities = [
            activity
            for activity in self.activities
            if not (activity.account.is_neglected and activity.day > quiet_since)
        ]
        self._agree_follow_ups(Random(29))

    def _old_visits(self) -> None:
        """Some customers are known for longer than the year that is told: new in no month of it."""
        for account in self.pipeline.old_customers:
            long_ago = self.days.at_or_before(self.days.today - timedelta(days=self.chance.randint(500, 560)))
            self._note(long_ago, "上门拜访", "业务部门", account.owner, account)

    def _tell_history(self, deal: Deal) -> None:
        typical = deal.owner.team.typical_cycle_days
        end = deal.closed_on or self.days.latest
        if deal.closed_on:
            deal.expected_close = max(deal.created_on, deal.closed_on + timedelta(days=self.chance.randint(-4, 6)))
        assert deal.expected_close is not None
        stalled = deal.state == "open" and (self.days.today - deal.entered[-1]).days > STALLED_DAYS
        pushes = 2 if stalled else int(self.chance.random() < 0.3)
        expected = [
            deal.expected_close - timedelta(days=n * self.chance.randint(typical // 3, typical // 2))
            for n in range(pushes + 1)
        ]
        expected = [max(day, deal.created_on + timedelta(days=3)) for day in reversed(expected)]
        first_amount = deal.amount
        if len(deal.entered) > 2 and self.chance.random() < 0.4:
            whole = WAN // 10 if deal.amount > 20 * WAN else WAN // 100
            first_amount = round(deal.amount * self.chance.uniform(0.9, 1.2) / whole) * whole

        story: list[tuple[str, object, object, date]] = [
            ("state", None, "open", deal.created_on),
            ("owner", None, deal.owner, deal.created_on),
            ("amount", None, first_amount, deal.created_on),
            ("expected_close", None, expected[0], deal.created_on),
        ]
        for stage, day in enumerate(deal.entered):
            story.append(("stage", stage - 1 if stage else None, stage, day))
        if first_amount != deal.amount:
            story.append(("amount", first_amount, deal.amount, deal.entered[2]))
        pushed_on = deal.created_on
        for before, after in zip(expected, expected[1:], strict=False):
            if after != before:
                pushed_on = self.days.some(self.chance, pushed_on, min(end, max(pushed_on, before)))
                story.append(("expected_close", before, after, pushed_on))
        if deal.closed_on:
            story.append(("stage", len(deal.entered) - 1, deal.stage, deal.closed_on))
            story.append(("state", "open", deal.state, deal.closed_on))
        deal.history = sorted(story, key=lambda entry: entry[3])  # stable: what belongs to one day stays in order

    def _tell_activities(self, deal: Deal) -> None:
        end = deal.closed_on or self.days.latest
        if deal.state == "open" and (self.days.today - deal.entered[-1]).days > STALLED_DAYS:
            end = self.days.shift(deal.entered[-1], 6)
        first = "电话" if deal.source == "lead" else "上门拜访"
        self._note(deal.created_on, first, deal.entry_department, deal.owner, deal.account, deal)
        won = deal.state == "won" or (deal.state == "open" and self.chance.random() < 0.5)
        far = min(1.0, (len(deal.entered) + 0.5) / len(deal.owner.team.open_at))
        for (kind, met), often in KEY_ACTIONS.items():
            if self.chance.random() < often[0 if won else 1] * (1 if won else 0.55 + 0.45 * far) * (
                far if deal.state == "open" else 1
            ):
                day = self.days.some(self.chance, deal.created_on, end)
                self._note(day, kind, met, deal.owner, deal.account, deal)
        day = deal.created_on
        while (day := self.days.shift(day, self.chance.randint(5, 11))) < end:
            kind = self.chance.choice(("电话", "电话", "微信", "上门拜访"))
            self._note(day, kind, deal.entry_department, deal.owner, deal.account, deal)

    def _note(
        self, day: date, kind: str, met: str | None, person: Person, account: Account, deal: Deal | None = None
    ) -> None:
        note = self.chance.choice(ACTIVITY_NOTES[kind])
        self.activities.append(Activity(day, kind, met, note, person, account, deal))

    def _look_after_key_accounts(self) -> None:
        for account in self.pipeline.accounts:
            if account.is_key:
                day = self.days.shift(self.days.today, -250)
                while day <= self.days.latest:
                    self._note(day, self.chance.choice(("上门拜访", "电话")), "业务部门", account.owner, account)
                    # Until lately some were left alone for longer than two weeks.
                    lately = (self.days.today - day).days < 60
                    day = self.days.shift(day, self.chance.randint(4, 9 if lately else 16))

    def _touch_new_customers(self) -> None:
        first: dict[int, Activity] = {}
        for activity in self.activities:
            known = first.get(id(activity.account))
            if known is None or activity.day < known.day:
                first[id(activity.account)] = activity
        touched: dict[tuple[str, Month], int] = defaultdict(int)
        for activity in first.values():
            touched[activity.person.name, Month.of(activity.day)] += 1
        for person in PEOPLE:
            for months_ago in range(MONTHS_TOLD, -1, -1):
                month = self.days.month.plus(-months_ago)
                days = self.days.gone(month)
                here = person.months_here is None or months_ago < person.months_here
                if days and here and person.touches_planned:
                    share = person.touches_pace * self.days.pace if months_ago == 0 else self.chance.uniform(0.8, 1.1)
                    for _ in range(round(person.touches_planned * share) - touched[person.name, month]):
                        account = self.pipeline.meet(person)
                        self._note(self.chance.choice(days), "上门拜访", "业务部门", person, account)

    def _agree_follow_ups(self, chance: Random) -> None:
        """Most follow-ups that were agreed came about; of the last ones some are due these days, and some are late."""
        of_one: dict[int, list[Activity]] = defaultdict(list)
        for activity in sorted(self.activities, key=lambda one: one.day):
            if activity.deal is None or activity.deal.state == "open":
                of_one[id(activity.deal or activity.account)].append(activity)
        for told in of_one.values():
            for activity in told[:-1]:
                if chance.random() < 0.4:
                    activity.follow_up_on = self.days.shift(activity.day, chance.randint(2, 7))
            last = told[-1]
            workdays = len(self.days.between(last.day, self.days.today)) - 1
            if 0 < workdays <= 12 and chance.random() < 0.45:
                day = self.days.coming(chance.choice((-4, -2, -1, 0, 0, 1, 2, 4)))
                last.follow_up_on = max(day, self.days.shift(last.day, 1))
                if last.follow_up_on < self.days.today and chance.random() < 0.4:
                    last.followed_up_on = last.follow_up_on


def used_days(days: Days) -> Iterator[date]:
    """The days on which the cockpit was looked at: nearly every working day."""
    for day in days.between(days.month.plus(-MONTHS_TOLD).start, days.today):
        if day.toordinal() % 9:
            yield day
