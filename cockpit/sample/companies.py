"""Invented customers. Brands and trades are put together by chance; any likeness to a real company is an accident."""

from collections.abc import Iterator
from random import Random

from attrs import frozen

BRANDS = tuple(
    brand
    for line in (
        "华信 蓝海 远川 众科 恒拓 瑞禾 明州 鼎峰 云岭 星桥 海岳 江澜 启衡 润泽 天朗 金桐 东篱 锦程 宏川 嘉树",
        "诚远 德邻 安澜 百川 承光 初禾 晨帆 大江 飞岩 丰谷 冠宇 广陵 国岚 浩然 和畅 鸿影 嘉禾 景行 君临 凯旋",
        "康原 乐游 立方 联山 凌云 龙泉 隆昌 茂林 南屏 宁远 磐石 平川 千帆 青禾 清源 群峰 仁和 融通 三江 尚品",
        "盛景 石泉 顺达 松风 泰合 同舟 万象 维新 文澜 西岭 翔宇 新程 信步 旭日 雅正 扬帆 易行 银杉 永益 优禾",
        "元朗 越海 兆丰 正阳 知行 致远 中衡 卓越",
    )
    for brand in line.split()
)
TRADES = (
    ("科技", "信息技术"), ("物流", "物流"), ("能源", "能源"), ("智造", "装备制造"),
    ("机械", "装备制造"), ("电子", "电子"), ("医药", "医药"), ("食品", "食品"),
    ("化工", "化工"), ("建材", "建材"), ("纺织", "纺织"), ("汽配", "汽车零部件"),
    ("精工", "装备制造"), ("新材", "新材料"), ("包装", "包装"), ("冷链", "物流"),
    ("家居", "家居"), ("仪表", "仪器仪表"),
)  # fmt: skip

# The accounts that the notes of the talks speak of.
TOLD_OF = (("华信科技", "信息技术"), ("蓝海物流", "物流"), ("远川能源", "能源"), ("众科智造", "装备制造"))


@frozen
class Company:
    name: str
    industry: str


def companies(chance: Random) -> Iterator[Company]:
    """One after the other, never the same twice; there are some 1,500."""
    told = {name for name, _ in TOLD_OF}
    all_of_them = [
        Company(brand + trade, industry) for brand in BRANDS for trade, industry in TRADES if brand + trade not in told
    ]
    chance.shuffle(all_of_them)
    yield from all_of_them
