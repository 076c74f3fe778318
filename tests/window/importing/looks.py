"""Tables as they were recognised, written by hand: for tests of what a step shows and asks."""

from collections.abc import Sequence
from typing import Any

from cockpit.excel.choices import StageChoice, TableChoices
from cockpit.operations.import_look import ColumnLook, FieldChoice, KeyLook, NameLook, StageLook, TableLook

FIELDS = (
    FieldChoice("external_id", "编号"), FieldChoice("name", "名称"), FieldChoice("account", "客户"),
    FieldChoice("stage", "阶段"), FieldChoice("amount", "金额"), FieldChoice("created_on", "创建日期"),
)  # fmt: skip


def column(label: str, field: str = "", **more: Any) -> ColumnLook:
    given: dict[str, Any] = {
        "letter": "A", "samples": ["1", "2"], "filled": 2, "value_kind": "text", "sure": 1.0,
        "why": "name" if field else "none", "reason": "表头一致",
    } | more  # fmt: skip
    return ColumnLook(label=label, field=field, **given)


def table(columns: Sequence[ColumnLook] = (), **more: Any) -> TableLook:
    given: dict[str, Any] = {
        "key": "商机.csv||1", "file": "商机.csv", "sheet": "", "title": "", "is_hidden": False, "used": True,
        "kind": "deals", "header": 0, "top": [[one.label for one in columns], ["x" for _ in columns]], "rows": 2,
        "fields": FIELDS, "missing": [], "stages": [], "store_stages": ["方案报价", "赢单"], "names": {},
        "key_look": None, "day_order": None, "decimal_mark": None, "choices": TableChoices(), "is_remembered": False,
    } | more  # fmt: skip
    return TableLook(columns=list(columns), **given)


def stage(name: str, meant: str, *, sure: float = 1.0, kind: Any = "open", is_new: bool = False) -> StageLook:
    return StageLook(name, 3, StageChoice(meant, kind), is_new, sure, "名字相近")


def alike(name: str, meant: str, *candidates: str, sure: float = 0.8) -> NameLook:
    return NameLook(name, 2, meant, candidates or (meant,), sure, "一个字不同")


def key(colliding: int) -> KeyLook:
    groups = [(2, 3)] if colliding else []
    return KeyLook(("name", "account"), FIELDS[1:3] + FIELDS[5:], groups, colliding)
