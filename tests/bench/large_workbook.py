"""A CRM's export of 100,000 deals in 15 columns, as a workbook."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from openpyxl import Workbook

HEADINGS = (
    "商机编号", "商机名称", "客户名称", "负责人", "产品", "阶段", "金额", "创建日期", "预计成交日期", "实际成交日期",
    "线索来源", "丢单原因", "切入部门", "下一步", "备注",
)  # fmt: skip


def make_large_workbook(path: Path, rows: int, dearer: int = 0) -> None:
    """Write it to ``path``: text, money, and days as a spreadsheet keeps them. Deal ``dearer`` costs 1 more."""
    chance = Random(7)
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("商机")
    sheet.append(HEADINGS)
    for number in range(1, rows + 1):
        created = date(2023, 1, 1) + timedelta(days=chance.randrange(1400))
        stage = chance.choice(("需求沟通", "方案报价", "商务谈判", "赢单", "丢单"))
        close = created + timedelta(days=chance.randint(10, 120))
        closed = stage in ("赢单", "丢单")
        amount = chance.randint(5_000, 900_000) / 1 + (number == dearer)
        sheet.append((
            f"D-{number:06d}", f"客户{number % 8000:05d}第{number}单", f"客户{number % 8000:05d}",
            f"销售{number % 60:02d}", f"产品{number % 20:02d}", stage, amount, created, close,
            close if closed else None, chance.choice(("自拓", "市场线索", "转介绍")),
            "价格" if stage == "丢单" else None, chance.choice(("IT部", "业务部", None)),
            "约决策人" if not closed else None, None,
        ))  # fmt: skip
    workbook.save(path)
