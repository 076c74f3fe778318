"""Who is in the sample team, what they sell, what is expected of them, and how they are doing."""

from attrs import frozen

WAN = 10_000 * 100
"""万 in 分."""

KA_STAGES = (
    ("线索确认", "open", 0.10),
    ("需求到手", "open", 0.25),
    ("方案报价", "open", 0.45),
    ("商务谈判", "open", 0.70),
    ("合同流程", "open", 0.90),
    ("赢单", "won", 1.0),
    ("丢单", "lost", 0.0),
)
DIRECT_STAGES = (
    ("首访", "open", 0.10),
    ("需求确认", "open", 0.30),
    ("报价", "open", 0.50),
    ("签约", "open", 0.80),
    ("赢单", "won", 1.0),
    ("丢单", "lost", 0.0),
)


@frozen
class Product:
    """``list_price`` in 分; ``what`` is how a deal over it is called."""

    name: str
    series: str
    list_price: int
    what: str


KA_PRODUCTS = (
    Product("数据平台 企业版", "大客户方案", 118 * WAN, "数据平台"),
    Product("智能排产套件", "大客户方案", 72 * WAN, "智能排产"),
    Product("供应链协同", "大客户方案", 42 * WAN, "供应链协同"),
)
DIRECT_PRODUCTS = (
    Product("数据平台 标准版", "标准产品", 118 * WAN // 10, "数据平台"),
    Product("移动巡检", "标准产品", 72 * WAN // 10, "移动巡检"),
    Product("轻分析", "标准产品", 42 * WAN // 10, "轻分析"),
)


@frozen
class Team:
    name: str
    mode: str
    typical_cycle_days: int
    stages: tuple[tuple[str, str, float], ...]
    products: tuple[Product, ...]
    supervisor: str
    closed_without_win: float
    """Deals lost for each one won."""
    lost_at: tuple[float, ...]
    """How the lost ones spread over the open stages."""
    open_at: tuple[float, ...]
    """How the open ones spread over the open stages."""


KA = Team(
    "大客户部", "opportunities", 60, KA_STAGES, KA_PRODUCTS, "高志远", 5.2,
    (0.42, 0.28, 0.18, 0.09, 0.03), (0.34, 0.26, 0.20, 0.12, 0.08),
)  # fmt: skip
DIRECT = Team(
    "直销部", "process", 30, DIRECT_STAGES, DIRECT_PRODUCTS, "许岚", 1.65,
    (0.32, 0.30, 0.28, 0.10), (0.28, 0.30, 0.28, 0.14),
)  # fmt: skip
TEAMS = (KA, DIRECT)


@frozen
class Person:
    """``target`` is this month's, in 万; ``months_here`` None means longer than the year that is told.

    ``past`` is the attainment of the last six closed months, the latest last, and ``now`` that of this month measured
    against the working days gone: 1 is exactly in time.
    """

    name: str
    team: Team
    style: str
    region: str
    target: int
    past: tuple[float, ...]
    now: float
    self_sourced: float
    follows_key_accounts: float
    open_deals: int
    stalled: int = 0
    touches_planned: int = 0
    touches_pace: float = 1.0
    months_here: int | None = None

    @property
    def is_supervisor(self) -> bool:
        return self.team.supervisor == self.name


PEOPLE = (
    Person("陈佳", KA, "tiger", "华东", 60, (0.86, 0.92, 0.95, 1.00, 1.05, 1.08), 1.36, 0.40, 1.0, 11, 1),
    Person("李雯", DIRECT, "tiger", "华东", 17, (1.10, 1.06, 1.00, 0.93, 0.79, 0.74), 0.70, 0.45, 1.0, 9, 3, 8, 0.5),
    Person("赵明远", DIRECT, "owl", "华北", 17, (0.80, 0.84, 0.80, 0.90, 0.93, 0.95), 0.90, 0.55, 1.0, 8, 1, 7, 0.9),
    Person("孙悦", KA, "peacock", "华南", 50, (0.80, 0.90, 0.86, 0.97, 1.00, 1.06), 1.22, 0.30, 1.0, 10),
    Person("周启航", DIRECT, "peacock", "华南", 15, (1.0, 0.95, 0.90, 0.80, 0.70, 0.60), 0.55, 0.30, 1.0, 8, 2, 8, 0.4),
    Person("吴思", DIRECT, "koala", "西南", 14, (0.70, 0.76, 0.90, 1.02, 0.90, 1.00), 0.88, 0.60, 1.0, 7, 0, 6, 0.9),
    Person("林一帆", KA, "owl", "华北", 45, (1.00, 0.85, 0.97, 1.06, 0.95, 1.02), 1.10, 0.35, 1.0, 9),
    Person("何文静", KA, "koala", "华中", 40, (0.95, 1.00, 0.90, 0.92, 0.96, 0.88), 0.90, 0.25, 0.6, 9, 1),
    Person("郑凯", KA, "tiger", "西南", 35, (0.00, 0.00, 0.00, 0.40, 0.60, 0.72), 0.55, 0.20, 0.5, 7, 1, months_here=4),
    Person("马晓东", DIRECT, "owl", "华中", 10, (0.45, 0.60, 0.82, 0.90, 1.00, 1.05), 1.12, 0.70, 1.0, 7, 0, 6, 1.2, 7),
    Person("高志远", KA, "owl", "华东", 20, (0.90, 1.10, 0.95, 1.00, 0.90, 1.05), 1.05, 0.50, 1.0, 3),
    Person("许岚", DIRECT, "peacock", "华东", 17, (1.00, 1.10, 1.05, 1.15, 1.12, 1.18), 1.18, 0.60, 1.0, 4, 0, 3, 1.2),
)  # fmt: skip


def target_in(person: Person, months_ago: int) -> int:
    """The month's target in 分, in whole 万: the team grew over the year, and who is new starts lower."""
    if person.months_here is not None and months_ago >= person.months_here:
        return 0
    share = 1 - 0.02 * months_ago
    if person.months_here is not None:
        share *= min(1.0, (person.months_here - months_ago) / 4)
    return max(1, round(person.target * share)) * WAN


def attainment_in(person: Person, months_ago: int) -> float:
    """What share of the target was won in a closed month; further back than six months it was level."""
    if months_ago <= len(person.past):
        return person.past[-months_ago]
    return (0.88, 0.97, 0.80, 1.02, 0.90, 0.95)[(months_ago * 5 + len(person.name) + person.target) % 6]
