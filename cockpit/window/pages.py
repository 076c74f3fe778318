"""Which pages there are, in the order of the side bar. A page's module is imported when it is first shown.

To add a page: a folder with its module, and one line here.
"""

from importlib import import_module
from typing import Literal

from attrs import frozen

from cockpit.language import noop
from cockpit.window.kit.page import Page


@frozen
class PageEntry:
    """``place`` is "module:class" below cockpit.window; ``number`` the Ctrl+digit that leads there, of steps 1 to 5.

    A page ``under`` another has no place of its own in the side bar: that page, the palette and the menu lead to it.
    """

    name: str
    title: str
    place: str
    icon: str
    group: Literal["loop", "records"]
    number: int | None = None
    under: str | None = None

    @property
    def bar_name(self) -> str:
        """Which entry of the side bar is marked while the page is shown."""
        return self.under or self.name

    def page_class(self) -> type[Page]:
        """Import the page's module and give its class."""
        module, _, name = self.place.partition(":")
        found: type[Page] = getattr(import_module(f"cockpit.window.{module}"), name)
        return found


PAGES = (
    PageEntry("loop", noop("闭环总览"), "loop_board.page:LoopBoardPage", "loop", "loop", 0),
    PageEntry("results", noop("看结果"), "results.page:ResultsPage", "", "loop", 1),
    PageEntry("forecast", noop("四种预测"), "forecast.page:ForecastPage", "", "loop", under="results"),
    PageEntry("payments", noop("回款"), "payments.page:PaymentsPage", "", "loop", under="results"),
    PageEntry("changes", noop("前后变化"), "changes.page:ChangesPage", "", "loop", under="results"),
    PageEntry("process", noop("撸过程"), "process.page:ProcessPage", "", "loop", 2),
    PageEntry("daily", noop("每日跟进"), "daily.page:DailyPage", "", "loop", under="process"),
    PageEntry("closings", noop("赢丢分析"), "closings.page:ClosingsPage", "", "loop", under="process"),
    PageEntry("plans", noop("关键动作计划"), "plans.page:PlansPage", "", "loop", under="process"),
    PageEntry("orders", noop("一单五问"), "orders.page:OrdersPage", "", "loop", under="process"),
    PageEntry("support", noop("给支援"), "support.page:SupportPage", "", "loop", 3),
    PageEntry("problems", noop("找问题"), "problems.page:ProblemsPage", "", "loop", 4),
    PageEntry("improvement", noop("帮改进"), "improvement.page:ImprovementPage", "", "loop", 5),
    PageEntry("one_on_one", noop("一对一"), "one_on_one.page:OneOnOnePage", "one-on-one", "records", 6),
    PageEntry("deals", noop("商机"), "deals.page:DealsPage", "deals", "records", 7),
    PageEntry("accounts", noop("客户名单"), "accounts.page:AccountsPage", "accounts", "records"),
    PageEntry("mend", noop("待修数据"), "mend.page:MendPage", "", "records", under="deals"),
    PageEntry("team", noop("团队"), "team.page:TeamPage", "team", "records", 8),
    PageEntry("reviews", noop("月度复盘"), "reviews.page:ReviewsPage", "reviews", "records", 9),
)


def entry(name: str) -> PageEntry:
    """The page called ``name``."""
    return next(found for found in PAGES if found.name == name)
