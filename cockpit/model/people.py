"""People and teams: the words for roles, styles of talking, and ways to manage."""

from typing import Literal

from cockpit.language import noop

Role = Literal["seller", "supervisor"]
Style = Literal["tiger", "owl", "koala", "peacock"]
Mode = Literal["opportunities", "process"]

ROLES: dict[Role, str] = {"seller": noop("销售"), "supervisor": noop("主管")}
STYLES: dict[Style, str] = {
    "tiger": noop("老虎"),
    "owl": noop("猫头鹰"),
    "koala": noop("考拉"),
    "peacock": noop("孔雀"),
}
MODES: dict[Mode, str] = {"opportunities": noop("管商机"), "process": noop("管过程")}
"""Key accounts are managed by their opportunities, direct sales by their process."""
