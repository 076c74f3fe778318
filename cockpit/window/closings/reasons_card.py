"""Why deals were lost: price apart from the rest, what fits no kind in its own words."""

from PySide6.QtWidgets import QVBoxLayout

from cockpit.language import tr
from cockpit.metrics.reasons import without_rate
from cockpit.metrics.won_and_lost import LostReason, WonAndLost
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.model.lost_reasons import LOST_KINDS
from cockpit.window.closings.departments import OpenRows, department_name
from cockpit.window.kit.bar_list import Bar, BarList
from cockpit.window.kit.cards import Card, label
from cockpit.window.kit.tables import Cell, Column, Row, Table

OWN_WORDS_SHOWN = 8


def reason_name(reason: LostReason) -> str:
    """The kind in words."""
    return tr("没有写原因") if reason.kind is None else tr(LOST_KINDS[reason.kind])


class ReasonsCard(Card):
    """A bar a kind; it opens the lost deals. Beneath: the words of those that fit no kind."""

    def __init__(self, open_rows: OpenRows) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._found: WonAndLost | None = None
        # The table's rows reach to the card's edge, its words stand under the title as all others do.
        self.content.setContentsMargins(4, 14, 4, 12)
        self.header.setContentsMargins(12, 0, 12, 0)
        self._sentence = label("", "quiet-usual")
        self._sentence.setWordWrap(True)
        self.chart = BarList()
        self.chart.opened.connect(self._open)
        self._foot = label("", "quiet")
        self._foot.setWordWrap(True)
        self.own_words = Table(_columns(), compact=True)
        self.own_words.set_fit_height()
        self.own_words.opened.connect(self._open_words)
        above = QVBoxLayout()
        above.setContentsMargins(12, 0, 12, 0)
        above.addWidget(self._sentence)
        above.addWidget(self.chart)
        self._foot.setContentsMargins(12, 0, 12, 0)
        self.content.addLayout(above)
        self.content.addWidget(self.own_words)
        self.content.addStretch(1)
        self.content.addWidget(self._foot)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("丢单原因"), tr("单数 · 金额"))
        self.own_words.set_columns(_columns())
        self.own_words.setAccessibleName(tr("其他原因的原话"))

    def show_computing(self) -> None:
        """Nothing is known yet of what is looked at now."""
        self._found = None
        self.chart.show_bars([], tr("正在计算"))
        self.chart.set_empty_words(tr("正在计算…"))
        self.own_words.hide()
        for words in (self._sentence, self._foot):
            words.setText("")

    def show_reasons(self, found: WonAndLost) -> None:
        """Price first and in a colour of its own, then the others by count."""
        self._found = found
        on_price, given = found.lost_on_price, found.with_reason
        sentence = ""
        if given:
            sentence = tr(
                "写了原因的 {n} 单里,因价格丢 {price} 单({share});其余 {rest} 单不是因为价格。",
                n=counted(given), price=formats.count(on_price), share=formats.share(on_price / given),
                rest=formats.count(given - on_price),
            )  # fmt: skip
        elif found.whole.outcome.lost:
            sentence = tr("丢单都没有写原因。关单时选一个,这里就分得清价格和其他原因。")
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.chart.set_empty_words(tr("这段时间没有丢单。"))
        self.chart.show_bars(
            [self._bar(place, found.reasons[place], found) for place in self._order(found)],
            f"{tr('丢单原因')}: {sentence or formats.MISSING}",
        )
        other = next((reason for reason in found.reasons if reason.kind == "other"), None)
        words = other.own_words[:OWN_WORDS_SHOWN] if other else ()
        self.own_words.setVisible(bool(words))
        self.own_words.set_rows(
            [
                Row(
                    place,
                    (
                        Cell(own.words, tip=own.words),
                        Cell(formats.count(own.count), sort=own.count),
                        Cell(formats.money(own.amount), sort=own.amount,
                             tip=formats.money_full(own.amount, found.currency)),
                    ),
                    own.words,
                )
                for place, own in enumerate(words)
            ]
        )  # fmt: skip
        self._foot.setText(self._foot_words(found, other))
        self._foot.setVisible(bool(self._foot.text()))

    @staticmethod
    def _order(found: WonAndLost) -> list[int]:
        """Price, the other kinds by count, "other", and at last those without a reason."""

        def rank(place: int) -> tuple[int, int]:
            reason = found.reasons[place]
            group = {"price": 0, "other": 2, None: 3}.get(reason.kind, 1)
            return group, -reason.count

        return sorted(range(len(found.reasons)), key=rank)

    @staticmethod
    def _bar(place: int, reason: LostReason, found: WonAndLost) -> Bar:
        name = reason_name(reason)
        lost = found.whole.outcome.lost
        words = [
            tr("{name}:{n} 单,占丢单 {share},金额 {amount}。", name=name, n=counted(reason.count),
               share=formats.share(reason.count / lost), amount=formats.money_full(reason.amount, found.currency)),
        ]  # fmt: skip
        if reason.estimated:
            words.append(tr("其中 {amount} 按目录价估算。", amount=formats.money(reason.estimated)))
        return Bar(
            str(place), name, float(reason.count), f"{formats.count(reason.count)} · {formats.money(reason.amount)}",
            "watch" if reason.kind == "price" else "quiet" if reason.kind is None else None, "\n".join(words),
        )  # fmt: skip

    @staticmethod
    def _foot_words(found: WonAndLost, other: LostReason | None) -> str:
        words = []
        if other is not None and (more := len(other.own_words) - OWN_WORDS_SHOWN) > 0:
            words.append(tr("其他原因还有 {n} 种说法", n=more))
        most = max(
            (group for group in found.departments if group.outcome.lost_with_reason >= 5 and group.name),
            key=lambda group: group.outcome.lost_on_price / group.outcome.lost_with_reason,
            default=None,
        )
        if most is not None and most.outcome.lost_on_price:
            share = most.outcome.lost_on_price / most.outcome.lost_with_reason
            words.append(
                tr("{department}切入的丢单里,因价格的最多:{share}(n = {n})", department=department_name(most),
                   share=formats.share(share), n=formats.count(most.outcome.lost_with_reason))
            )  # fmt: skip
        if found.lost_without_rate:
            words.append(without_rate(found.lost_without_rate).sentence)
        return tr(";").join(words)

    def _open(self, key: str) -> None:
        if self._found:
            reason = self._found.reasons[int(key)]
            self._open_rows(reason.rows, tr("丢单原因 · {name}", name=reason_name(reason)))

    def _open_words(self, place: int) -> None:
        if self._found:
            other = next(reason for reason in self._found.reasons if reason.kind == "other")
            own = other.own_words[place]
            self._open_rows(own.rows, tr("丢单原因 · {name}", name=own.words))


def _columns() -> list[Column]:
    return [
        Column("words", tr("其他原因的原话")),
        Column("count", tr("单数"), 64, "right"),
        Column("amount", tr("金额"), 88, "right"),
    ]
