"""What an import would do, before anything is written: added, changed with old and new, unchanged, refused, listed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from attrs import astuple, define, field, frozen

from cockpit.excel.known import TargetKey
from cockpit.excel.registry import Change, Registry
from cockpit.excel.stage_book import StageBook
from cockpit.excel.tables import Problem, TypedTable
from cockpit.language import noop, tr

if TYPE_CHECKING:
    from cockpit.excel.round_trip_plan import Conflict, ReturnPlan

PlanKind = Literal[
    "deals", "people", "teams", "accounts", "products", "targets", "stages", "history", "activities", "payments",
    "actions",
]  # fmt: skip
KINDS: tuple[PlanKind, ...] = (
    "deals", "people", "teams", "accounts", "products", "targets", "stages", "history", "activities", "payments",
    "actions",
)  # fmt: skip
NAMES_LISTED = 20

KIND_NAMES: dict[PlanKind, str] = {
    "deals": noop("商机"), "people": noop("人员"), "teams": noop("销售团队"), "accounts": noop("客户资料"),
    "products": noop("产品目录"), "targets": noop("销售目标"), "stages": noop("销售阶段"), "history": noop("阶段历史"),
    "activities": noop("跟进记录"), "payments": noop("回款记录"), "actions": noop("改进动作"),
}  # fmt: skip
FIELD_NAMES: dict[str, str] = {
    "external_id": noop("编号"), "name": noop("名称"), "account_id": noop("客户"), "owner_id": noop("负责人"),
    "product_id": noop("产品"), "stage_id": noop("阶段"), "state": noop("状态"), "amount": noop("金额"),
    "currency": noop("币种"), "created_on": noop("创建日期"), "expected_close": noop("预计成交日期"),
    "closed_on": noop("成交日期"), "forecast_category": noop("预测类别"), "source": noop("来源类型"),
    "lead_source": noop("线索来源"), "lost_reason": noop("丢单原因"), "entry_department": noop("切入部门"),
    "budget": noop("预算"), "quantified_value": noop("量化价值"), "decision_maker": noop("决策人"),
    "next_step": noop("下一步"), "next_step_on": noop("下一步日期"), "is_major": noop("重点商机"),
    "remark": noop("备注"), "team_id": noop("团队"), "email": noop("邮箱"), "region": noop("区域"),
    "hired_on": noop("入职日期"), "left_on": noop("离职日期"), "role": noop("角色"), "style": noop("风格"),
    "industry": noop("行业"), "parent_id": noop("上级客户"), "tier_by_hand": noop("客户分级"),
    "is_key": noop("重点客户"),
    "series": noop("系列"), "list_price": noop("标价"), "supervisor_id": noop("主管"), "position": noop("顺序"),
    "value": noop("目标"), "person_id": noop("人员"), "deal_id": noop("商机"), "kind": noop("方式"),
    "met": noop("见了谁"), "happened_on": noop("日期"), "note": noop("内容"), "follow_up_on": noop("下次跟进"),
    "received_on": noop("收款日期"),
}  # fmt: skip
RecordKind = Literal["activities", "payments"]


@frozen
class Count:
    """How many rows of one kind."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    left_out: int = 0
    """New rows where only updates were wanted, rows of known things where only new ones were, and of deleted ones."""

    def __add__(self, other: "Count") -> "Count":
        return Count(*(one + another for one, another in zip(astuple(self), astuple(other), strict=True)))

    def as_json(self) -> dict[str, int]:
        counts = {"added": self.added, "changed": self.changed, "unchanged": self.unchanged, "refused": self.refused}
        return counts | ({"left_out": self.left_out} if self.left_out else {})


@frozen
class Note:
    """Something worth a line in the report: a source text, how many, and up to 20 of the names that it means."""

    kind: str
    sentence: str
    n: int
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        text = tr(self.sentence, n=self.n)
        if not self.names:
            return text
        more = tr("等 {n} 个", n=self.n) if self.n > len(self.names) >= NAMES_LISTED else ""
        return text + " " + tr("、").join(self.names) + more

    def as_json(self) -> dict[str, object]:
        return {"kind": self.kind, "n": self.n, "text": str(self), "names": list(self.names)}


@define
class DealPlan:
    """``columns`` are those of ``added``, whose first is the id; ``rows`` are the rows of the file they came from."""

    columns: tuple[str, ...] = ()
    added: list[tuple[Any, ...]] = field(factory=list, repr=False)
    rows: list[int] = field(factory=list, repr=False)
    changed: list[Change] = field(factory=list, repr=False)
    effective: dict[int, str | None] = field(factory=dict, repr=False)
    """Changed deal -> the day on which the file says that it changed."""
    unchanged_rows: list[int] = field(factory=list, repr=False)
    left_out_rows: list[int] = field(factory=list, repr=False)
    """Rows of the file that the mode does not want, or whose deals are deleted."""
    gone: int = 0
    source: TypedTable | None = field(default=None, repr=False)
    by_external_id: dict[str, int] = field(factory=dict, repr=False)

    @property
    def unchanged(self) -> int:
        """How many rows say what the store holds already."""
        return len(self.unchanged_rows)


@define
class RecordPlan:
    """What one list of activities or payments would do; ``rows`` are the rows of the file that ``added`` came from."""

    kind: RecordKind
    added: list[dict[str, Any]] = field(factory=list, repr=False)
    rows: list[int] = field(factory=list, repr=False)
    changed: list[Change] = field(factory=list, repr=False)
    unchanged_rows: list[int] = field(factory=list, repr=False)
    left_out: int = 0


@frozen
class HistoryEntry:
    """A change of a deal that happened before today; ``old`` and ``new`` as the store keeps them."""

    deal_id: int
    field: str
    old: str | None
    new: str | None
    effective_at: str


@define
class Plan:
    """Everything an import would do. Nothing of it is in the store yet."""

    tables: list[TypedTable]
    sources: list[TypedTable]
    """The tables as they were read, for planning again."""
    people: Registry
    teams: Registry
    accounts: Registry
    products: Registry
    stages: StageBook
    new_pipeline: bool = False
    deals: list[DealPlan] = field(factory=list)
    targets_added: dict[TargetKey, int] = field(factory=dict)
    targets_changed: dict[TargetKey, tuple[int, int]] = field(factory=dict)
    targets_unchanged: int = 0
    left_out: Counter[str] = field(factory=Counter)
    """Kind -> rows of its files that the mode does not want; deals count their own."""
    history: list[HistoryEntry] = field(factory=list, repr=False)
    history_unchanged: int = 0
    records: list[RecordPlan] = field(factory=list, repr=False)
    home_currency: str = "CNY"
    """The currency in which the store counts, or will: that of the first deals it gets."""
    takes_currency: bool = False
    rated_currencies: frozenset[str] = frozenset()
    """Other currencies for which the store has a rate of exchange."""
    replaced_first: set[int] = field(factory=set)
    """New deals whose history the file itself tells: no first entry is made up for them."""
    listed: list[Note] = field(factory=list)
    file_names: list[str] = field(factory=list)
    fingerprint: str = ""
    """Of the files' content: whether it is the very same as another time."""
    returned: "ReturnPlan | None" = None
    """What the lists among the files would do that the cockpit itself had exported."""

    def note(self, kind: str, sentence: str, names: list[str], n: int | None = None) -> None:
        """List something, if there is anything to list."""
        count = len(names) if n is None else n
        if count:
            self.listed.append(Note(kind, sentence, count, tuple(names[:NAMES_LISTED])))

    def note_currencies(self, kind: str, sentences: tuple[str, str], currencies: Iterable[str | None]) -> None:
        """List what is in other currencies than the store's: what a rate is known for, and what needs one.

        Both sentences take ``n``; the kind of the second ends in "_without_rate".
        """
        foreign = Counter(code for code in currencies if code and code != self.home_currency)
        for kind_of, sentence, is_rated in ((kind, sentences[0], True), (f"{kind}_without_rate", sentences[1], False)):
            codes = sorted(code for code in foreign if (code in self.rated_currencies) is is_rated)
            self.note(kind_of, sentence, codes, sum(foreign[code] for code in codes))

    @property
    def problems(self) -> list[Problem]:
        """Every cell because of which a row is refused."""
        problems = [problem for table in self.tables for problem in table.problems]
        return problems + (self.returned.problems if self.returned is not None else [])

    @property
    def conflicts(self) -> "list[Conflict]":
        """Cells that were changed in an exported list and in the cockpit since."""
        return self.returned.conflicts if self.returned is not None else []

    @property
    def notes(self) -> list[Note]:
        """What is worth a line in the report."""
        return self.listed + (self.returned.listed if self.returned is not None else [])

    @property
    def open_day(self) -> str:
        """A date of the files that can be read in two ways, where nothing tells which; "" if there is none."""
        return next((table.open_day for table in self.tables if table.open_day), "")

    @property
    def changes_something(self) -> bool:
        """Whether applying it would write anything."""
        counts = self.counts().values()
        return any(count.added or count.changed for count in counts)

    def counts(self) -> dict[PlanKind, Count]:
        """How many rows of each kind are added, changed, unchanged and refused."""
        refused: dict[str, int] = {}
        for table in self.tables:
            refused[table.kind] = refused.get(table.kind, 0) + len(table.refused)
        counts: dict[PlanKind, Count] = {}
        for kind in ("people", "teams", "accounts", "products"):
            counts[kind] = self._count(self.registry(kind), refused.get(kind, 0), self.left_out[kind])
        counts["deals"] = Count(
            sum(len(plan.added) for plan in self.deals),
            sum(len(plan.changed) for plan in self.deals),
            sum(plan.unchanged for plan in self.deals),
            refused.get("deals", 0),
            sum(len(plan.left_out_rows) for plan in self.deals),
        )
        counts["targets"] = Count(
            len(self.targets_added),
            len(self.targets_changed),
            self.targets_unchanged,
            refused.get("targets", 0),
            self.left_out["targets"],
        )
        counts["stages"] = Count(len(self.stages.added), len(self.stages.moved))
        counts["history"] = Count(len(self.history), 0, self.history_unchanged, refused.get("history", 0))
        for of_kind in ("activities", "payments"):
            records = self.records_of(of_kind)
            counts[of_kind] = Count(
                sum(len(plan.added) for plan in records),
                sum(len(plan.changed) for plan in records),
                sum(len(plan.unchanged_rows) for plan in records),
                refused.get(of_kind, 0),
                sum(plan.left_out for plan in records),
            )
        for kind, count in self.returned.counts().items() if self.returned is not None else ():
            counts[kind] = counts.get(kind, Count()) + count
        return {kind: counts[kind] for kind in KINDS if kind in counts}

    def records_of(self, kind: str) -> list[RecordPlan]:
        """What the lists of activities, or of payments, would do."""
        return [plan for plan in self.records if plan.kind == kind]

    def registry(self, kind: str) -> Registry:
        """The people, teams, accounts or products."""
        found = getattr(self, kind)
        assert isinstance(found, Registry)
        return found

    def _count(self, registry: Registry, refused: int, left_out: int) -> Count:
        changed = {change.id for change in registry.changes()}
        seen = {number for number in registry.seen if number not in registry.added}
        return Count(len(registry.added), len(changed), len(seen - changed), refused, left_out)

    def changed(self, kind: PlanKind) -> Iterator[Change]:
        """What would change, with old and new values as the store keeps them; ``words`` says them."""
        if kind == "deals":
            for plan in self.deals:
                yield from plan.changed
        elif kind in ("activities", "payments"):
            for records in self.records_of(kind):
                yield from records.changed
        elif kind in ("people", "teams", "accounts", "products"):
            yield from self.registry(kind).changes()

    def words(self, column: str, value: Any) -> str:
        """A value of a column as people read it: names for ids, amounts in full."""
        from cockpit.model import formats

        if value is None:
            return formats.MISSING
        if column == "stage_id":
            return str(self.stages.rows[value]["name"])
        kinds = {"owner_id": "people", "account_id": "accounts", "parent_id": "accounts", "product_id": "products",
                 "team_id": "teams", "supervisor_id": "people", "person_id": "people"}  # fmt: skip
        if column in kinds:
            return self.registry(kinds[column]).name(value)
        if column in ("amount", "budget", "list_price"):
            return formats.money_full(value, self.home_currency)
        if column == "state":
            return {"open": tr("在手"), "won": tr("赢单"), "lost": tr("丢单")}[value]
        return str(value)
