"""Step 4, 找问题: what stands in the way, named by the person first and by the leader afterwards."""

import sqlite3
from collections.abc import Callable, Iterator

from attrs import frozen
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from cockpit.language import tr
from cockpit.metrics import METRICS, Figure, Period, Scope
from cockpit.metrics.facts import Facts
from cockpit.metrics.figures import figures_of
from cockpit.metrics.people_results import STANDING_KEYS, Standing, people_results_of
from cockpit.metrics.problems import KindCase, KindCount, problem_kinds, returning_problems
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.model.loop import Action, FoundBy, Problem
from cockpit.operations import problems
from cockpit.operations.operation import Changes
from cockpit.operations.problems import PersonProblems, read_problem_board
from cockpit.store.file import Store
from cockpit.window.kit.definition import definition
from cockpit.window.kit.framed_page import FramedPage
from cockpit.window.kit.in_turns import InTurns
from cockpit.window.kit.once import Once
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.scrolled import ScrolledColumn
from cockpit.window.problems.kinds_card import CYCLES, KindsCard
from cockpit.window.problems.person_block import PersonBlock, PersonShown
from cockpit.window.problems.problem_line import NEW_KEY, SKIP_KEY, ProblemShown, ProblemWords, Verb, Verbs

KINDS_WIDTH = 296
_STANDINGS: tuple[Standing, ...] = ("poor", "at_risk", "unknown", "good")


@frozen
class ProblemsData:
    """Everything on the page. ``looked_at`` says of which cycle and scope it is."""

    people: list[PersonShown]
    kinds: list[str]
    pareto: list[KindCount]
    names: dict[int, str]
    self_found: Figure
    month: Month
    looked_at: tuple[Month, Scope]


class ProblemsPage(FramedPage):
    """A block a person with both lists, and the kinds that come up most."""

    name = "problems"
    depends_on = frozenset(
        {"problem", "action", "person", "team", "deal", "activity", "target", "meeting", "note_item", "import"}
    )

    def __init__(self, window: Window) -> None:
        super().__init__(window, figures=4)
        self._data: ProblemsData | None = None
        self._wanted: int | None = None
        self._wanted_person: int | None = None
        self._fresh: int | None = None
        self._order: list[int] = []
        self._blocks: dict[int, PersonBlock] = {}
        self._turns = InTurns(self)
        self._once = Once()
        self._verbs = Verbs(self._act, self._add, self._skip, self._begin_action, self._show_action)
        self.figures[0].opened.connect(self._go_to_waiting)
        self.figures[1].opened.connect(lambda: self._go_to_problem(lambda one: one.problem.found_by == "self"))
        self.figures[2].opened.connect(lambda: self._go_to_problem(_is_open))
        self.figures[3].opened.connect(lambda: self._go_to_problem(lambda one: _is_open(one) and bool(one.returning)))
        self._kinds = KindsCard(self._go_to_case)
        self._kinds.setFixedWidth(KINDS_WIDTH)
        self._scroll = ScrolledColumn(gap=8)
        self.body.setSpacing(6)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._kinds)
        self.offer_new(self.write_new)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        self.say_new(tr("记一条"), tr("记下本人发现的问题 (Ctrl+N)"))
        self._kinds.retranslate()
        for block in self._blocks.values():
            block.say()

    def load(self, connection: sqlite3.Connection, view: View) -> ProblemsData:
        """Both lists of everybody in scope, how their results stand, and the kinds over the last cycles."""
        scope = view.shown_scope
        facts = Facts(connection, Period.of(view.month, view.today))
        board = read_problem_board(connection, view.month, scope, view.today)
        over_cycles = Period.of(view.month.plus(1 - CYCLES), view.today, view.month)
        standings = {
            result.person.id: (result.standing, " · ".join(reason.sentence for reason in result.reasons))
            for result in people_results_of(facts, scope, STANDING_KEYS)
        }
        returning = returning_problems(connection, view.month)

        def shown(problem: Problem) -> ProblemShown:
            return ProblemShown(problem, tuple(board.actions.get(problem.id, ())), returning.get(problem.id))

        people = []
        for found in board.people:
            standing, why = standings.get(found.person.id, ("unknown", ""))
            people.append(_shown(found, standing, why, shown))
        place = {found.person.id: number for number, found in enumerate(board.people)}
        people.sort(key=lambda one: (_rank(one), _STANDINGS.index(one.standing), place[one.person.id]))
        return ProblemsData(
            people, board.kinds, problem_kinds(connection, over_cycles, scope),
            {person.id: person.name for person in facts.roster.people.values()},
            figures_of(facts, [scope], {"self_found_share"})[scope]["self_found_share"], view.month,
            (view.month, scope),
        )  # fmt: skip

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there. Blocks keep their places while one looks at them."""
        assert isinstance(data, ProblemsData)
        same_view = self._data is not None and self._data.looked_at == data.looked_at
        self._data = data
        month = formats.month_text(data.month.start)
        self.title.show_title(tr("找问题"), tr("{month},先听本人说,上级再补充", month=month))
        self._show_figures(data)
        self._turns.run(self._show_people(data, keep_order=same_view), self._all_shown)
        self._kinds.show_kinds(data.pareto, data.names)
        if not data.people:
            self.empty.say(
                tr("每个人自己发现的问题和你的补充会在这里。先导入团队和商机。"),
                (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            )
        self.set_empty(not data.people)

    def _all_shown(self) -> None:
        self._find_wanted()
        # What was just written down is gone on with.
        fresh, self._fresh = self._fresh, None
        for block in self._shown_blocks() if fresh is not None else ():
            if line := block.line(fresh):
                line.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._scroll.keep_in_sight(line)
        if self.hasFocus():
            self._focus_first()

    def arrive(self, **arguments: object) -> None:
        """``problem``: open it; ``person``: go to this person's lists."""
        if isinstance(wanted := arguments.get("problem"), int):
            self._wanted = wanted
        if isinstance(person := arguments.get("person"), int):
            self._wanted_person = person
        if not self._stale and self._turns.is_done:
            self._find_wanted()

    def leave(self) -> None:
        # Whoever has been heard meanwhile moves down when the page is seen again.
        self._order = []
        self._wanted = self._wanted_person = None

    def write_new(self) -> None:
        """Open an empty line in the list that has the focus, else in the first person's own."""
        for block in self._shown_blocks():
            if (side := block.side_with_focus()) is not None:
                block.write_new("leader" if side else "self")
                return
        if blocks := self._shown_blocks():
            blocks[0].write_new("self")

    # --- showing ----------------------------------------------------------------------------------------------

    def _show_figures(self, data: ProblemsData) -> None:
        waiting = sum(one.waits for one in data.people)
        every = [one for person in data.people for one in person.problems]
        still_open = [one for one in every if _is_open(one)]
        back = sum(one.returning is not None for one in still_open)
        without = sum(not one.actions for one in still_open)
        share = data.self_found
        self.figures[0].show_figure(
            tr("待自评"), formats.count(waiting), "" if waiting else tr("结果差的都谈过了"),
            tr("! 先请本人自己说") if waiting else "", "act", tr("结果差、本周期还没有记录问题的人。"),
            can_open=bool(waiting),
        )  # fmt: skip
        self.figures[1].show_figure(
            METRICS["self_found_share"].name, formats.share(share.value),
            tr("{n} 条问题中", n=share.n) if share.n else tr("还算不出"),
            definition=definition(share), can_open=bool(every),
        )  # fmt: skip
        self.figures[2].show_figure(
            tr("未解决"), formats.count(len(still_open)),
            tr("共记下 {n} 条", n=len(every)) if every else tr("本周期还没有问题"),
            tr("△ {n} 条还没有改进动作", n=without) if without else "", "watch",
            tr("本周期记下、还没有解决的问题。"), can_open=bool(still_open),
        )  # fmt: skip
        self.figures[3].show_figure(
            tr("反复出现"), formats.count(back), "" if back else tr("没有老问题回来"),
            tr("△ 以前的周期也有过") if back else "", "watch",
            tr("未解决的问题中,同一个人在以前的周期有过同一类的。"), can_open=bool(back),
        )  # fmt: skip

    def _show_people(self, data: ProblemsData, *, keep_order: bool) -> Iterator[None]:
        """One block after the other."""
        sorted_now = [one.person.id for one in data.people]
        if keep_order and self._order:
            known = [person for person in self._order if person in sorted_now]
            order = known + [person for person in sorted_now if person not in known]
        else:
            order = sorted_now
        by_id = {one.person.id: one for one in data.people}
        for person in list(self._blocks):
            if person not in by_id:
                gone = self._blocks.pop(person)
                self._scroll.column.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
        self._order = order
        for place, person in enumerate(order):
            block = self._blocks.get(person)
            if block is None:
                block = self._blocks[person] = PersonBlock(self._verbs, self._talk, self._see_results)
                block.left.connect(self._go)
                block.opened.connect(self._opened)
            block.show_person(by_id[person], data.kinds)
            if self._scroll.column.indexOf(block) != place:
                self._scroll.column.insertWidget(place, block)
                block.show()
            yield

    def _shown_blocks(self) -> list[PersonBlock]:
        return [self._blocks[person] for person in self._order if person in self._blocks]

    def _find_wanted(self) -> None:
        if self._wanted is not None:
            for block in self._shown_blocks():
                if line := block.line(self._wanted):
                    self._wanted = self._wanted_person = None
                    line.open()
                    return
        if self._wanted_person is not None and (found := self._blocks.get(self._wanted_person)):
            self._wanted_person = None
            self._scroll.keep_in_sight(found)
            found.focus_start()

    def _go_to_waiting(self) -> None:
        for block in self._shown_blocks():
            if block.shown is not None and block.shown.waits:
                self._scroll.keep_in_sight(block)
                block.focus_start()
                return

    def _go_to_problem(self, wanted: Callable[[ProblemShown], bool]) -> None:
        """The first such problem from the top."""
        found = [
            line for block in self._shown_blocks() if block.shown is not None
            for one in block.shown.problems if wanted(one) and (line := block.line(one.problem.id)) is not None
        ]  # fmt: skip
        if found:
            found[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll.keep_in_sight(found[0])

    def _focus_first(self) -> None:
        for block in self._shown_blocks()[:1]:
            block.focus_start()

    def _go(self, block: PersonBlock, side: int, step: int) -> None:
        blocks = self._shown_blocks()
        place = blocks.index(block) + step
        while 0 <= place < len(blocks):
            if blocks[place].focus_side(1 if side else 0, last=step < 0):
                self._scroll.keep_in_sight(blocks[place])
                return
            place += step

    def _opened(self, block: PersonBlock, line: QWidget) -> None:
        """One line is open on the whole page."""
        for other in self._shown_blocks():
            if other is not block:
                other.close_all()
        self._scroll.keep_in_sight(line)

    # --- verbs ------------------------------------------------------------------------------------------------

    def _act(self, problem: Problem, verb: Verb, words: ProblemWords) -> None:
        today = self.host.view.today
        verbs: dict[Verb, Callable[[Store], Changes]] = {
            "edit": lambda store: problems.edit_problem(
                store, problem.id, text=words.text, kind=words.kind, evidence=words.evidence
            ),
            "settle": lambda store: problems.settle_problem(store, problem.id, today),
            "reopen": lambda store: problems.reopen_problem(store, problem.id),
            "remove": lambda store: problems.remove_problem(store, problem.id),
        }
        self._perform(verbs[verb], problem.person_id, problem.id)

    def _add(self, person: int, found_by: FoundBy, words: ProblemWords) -> None:
        view = self.host.view
        self._perform(
            lambda store: problems.record_problem(
                store, person, view.month, found_by, words.text, view.today, kind=words.kind, evidence=words.evidence
            ),
            person,
            NEW_KEY,
        )

    def _skip(self, person: int, reason: str) -> None:
        month = self.host.view.month
        self._perform(lambda store: problems.skip_self_finding(store, person, month, reason), person, SKIP_KEY)

    def _perform(self, verb: Callable[[Store], Changes], person: int, key: object) -> None:
        def done(changes: Changes) -> None:
            if key == NEW_KEY:
                self._fresh = next(iter(changes.ids.get("problem", ())), None)
            if block := self._blocks.get(person):
                block.close_editors(key)
            self.refresh()

        # Not before the key that asked for it is through: the editor in which it was pressed goes.
        if begun := self._once.begin((person, key), verb, done):
            QTimer.singleShot(0, self, lambda: self.host.perform(*begun, by=self))

    def _begin_action(self, problem: Problem) -> None:
        self.host.go("improvement", person=problem.person_id, problem=problem.id, text=problem.text)

    def _show_action(self, action: Action) -> None:
        self.host.go("improvement", action=action.id)

    def _go_to_case(self, case: KindCase) -> None:
        self._wanted = case.problem_id
        if case.month != self.host.view.month:
            QTimer.singleShot(0, self, lambda: self.host.choose_month(case.month))
        else:
            self._find_wanted()

    def _talk(self, person: int) -> None:
        self.host.go("one_on_one", person=person)

    def _see_results(self, person: int) -> None:
        self.host.go("results", person=person)


def _is_open(one: ProblemShown) -> bool:
    return one.problem.settled_on is None


def _shown(
    found: PersonProblems, standing: Standing, why: str, shown: Callable[[Problem], ProblemShown]
) -> PersonShown:
    own, leaders = tuple(map(shown, found.self_found)), tuple(map(shown, found.added_by_leader))
    waits = standing == "poor" and not own and not leaders and not found.skipped_because
    return PersonShown(found.person, own, leaders, found.skipped_because, standing, why, waits, found.leader_may_add)


def _rank(one: PersonShown) -> int:
    """Who has to be heard first, then whose problems are open, then what is done, then of whom there is nothing."""
    if one.waits:
        return 0
    if any(map(_is_open, one.problems)):
        return 1
    return 2 if one.problems or one.skipped_because else 3
