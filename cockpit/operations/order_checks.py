"""The five questions of an order answered, and what a stage needs set, by hand."""

from collections.abc import Iterable
from datetime import date

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.model import clock
from cockpit.model.deals import ANSWERS, ORDER_QUESTIONS, REQUIRED_FIELDS
from cockpit.operations.operation import Changes, operation
from cockpit.store import deals, order_checks, stages
from cockpit.store.file import Store


def answer_question(
    store: Store,
    deal_id: int,
    question: str,
    answer: str | None,
    evidence: str | None = None,
    *,
    today: date | None = None,
) -> Changes:
    """Answer one of the five questions "yes", "no" or "unknown"; None takes the answer away.

    ``evidence`` None keeps the one that is there. The day is that of the last change; the same again changes nothing.
    Raises CockpitError when the deal is gone.
    """
    if question not in ORDER_QUESTIONS or (answer is not None and answer not in ANSWERS):
        raise KeyError((question, answer))
    deal = deals.read_deal(store.connection, deal_id)
    if deal is None:
        raise CockpitError(tr("要改的内容已经不在了。"), tr("刷新页面再试。"))
    with operation(
        store, noop("“{deal}”:{question}"), deal=deal["name"], question=tr(ORDER_QUESTIONS[question])
    ) as under_way:
        day = (today or clock.today()).isoformat()
        known = order_checks.read_order_checks(store.connection, deal_id).get(question)
        if answer is None:
            order_checks.remove_order_check(store.connection, deal_id, question, day)
        else:
            said = (known[1] if known else "") if evidence is None else evidence.strip()
            if known is None or known[:2] != (answer, said):
                order_checks.write_order_check(store.connection, deal_id, question, answer, said, day)
        under_way.changed("deal", deal_id)
    return under_way.changes


def answer_together(
    store: Store, cells: Iterable[tuple[int, str]], answer: str | None, *, today: date | None = None
) -> Changes:
    """Answer questions (deal and question each) alike, as one step that is undone as one; None takes answers away.

    What the answers rest on stays. Deals that are gone are left out.
    """
    chosen = list(cells)
    if any(question not in ORDER_QUESTIONS for _, question in chosen) or (answer is not None and answer not in ANSWERS):
        raise KeyError((chosen, answer))
    day = (today or clock.today()).isoformat()
    with operation(store, noop("回答 {n} 个五问"), n=len(chosen)) as under_way:
        for deal_id, question in chosen:
            if deals.read_deal(store.connection, deal_id) is None:
                continue
            known = order_checks.read_order_checks(store.connection, deal_id).get(question)
            if answer is None:
                order_checks.remove_order_check(store.connection, deal_id, question, day)
            elif known is None or known[0] != answer:
                said = known[1] if known else ""
                order_checks.write_order_check(store.connection, deal_id, question, answer, said, day)
            under_way.changed("deal", deal_id)
    return under_way.changes


def set_requirements(store: Store, stage_id: int, needed: Iterable[str]) -> Changes:
    """Set what must be true before a deal enters a stage: questions answered yes, fields filled in."""
    wanted = list(needed)
    if unknown := set(wanted) - set(ORDER_QUESTIONS) - set(REQUIRED_FIELDS):
        raise KeyError(f"no stage can ask for {sorted(unknown)}")
    stage = stages.list_stages(store.connection).get(stage_id)
    if stage is None:
        raise CockpitError(tr("这个阶段已经不在了。"), tr("刷新页面再试。"))
    with operation(store, noop("“{stage}”的进入条件"), stage=stage["name"]) as under_way:
        order_checks.write_requirements(store.connection, stage_id, wanted)
        under_way.changed("stage", stage_id)
    return under_way.changes
