"""Figures, tags, empty states and words in passing, as seen, heard and used by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cockpit.window.kit.cards import Card, EmptyState, HeadlineFigure, Tag, Toast, button
from cockpit.window.kit.theme import apply_theme


def a_figure(qtbot: QtBot, can_open: bool = True) -> HeadlineFigure:
    figure = HeadlineFigure()
    qtbot.addWidget(figure)
    figure.show_figure("完成率", "72 %", "进度 68 %", "▲ 领先 4 点", "ok", "赢单收入 / 目标", can_open=can_open)
    figure.show()
    return figure


def test_a_headline_figure_opens_by_key_and_by_click(qtbot: QtBot) -> None:
    figure = a_figure(qtbot)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(figure.opened):
            qtbot.keyClick(figure, key)
    with qtbot.waitSignal(figure.opened):
        qtbot.mouseClick(figure, Qt.MouseButton.LeftButton)


def test_a_headline_figure_says_all_of_itself(qtbot: QtBot) -> None:
    figure = a_figure(qtbot)
    assert figure.accessibleName() == "完成率 72 % 进度 68 % ▲ 领先 4 点" and figure.toolTip() == "赢单收入 / 目标"


def test_a_figure_with_nothing_behind_it_is_no_button(qtbot: QtBot) -> None:
    figure, opened = a_figure(qtbot, can_open=False), []
    figure.opened.connect(lambda: opened.append(True))
    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton)
    assert opened == [] and figure.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_tag_has_room_for_its_symbol_and_words(qtbot: QtBot) -> None:
    tag = Tag("见效", "ok")
    qtbot.addWidget(tag)
    narrow = tag.sizeHint().width()
    tag.set_state("本周期没有见效", "fail")
    assert tag.sizeHint().width() > narrow and tag.accessibleName() == "本周期没有见效"


def test_an_empty_state_offers_what_to_do_next(qtbot: QtBot) -> None:
    empty, done = EmptyState(), []
    qtbot.addWidget(empty)
    empty.say("旧", ("旧", lambda: None))
    empty.say("先导入。", ("导入", lambda: done.append("import")), ("示例", lambda: done.append("sample")))
    empty.show()
    seen = [found for found in empty.findChildren(QPushButton) if found.isVisible()]
    assert [found.text() for found in seen] == ["导入", "示例"]
    qtbot.mouseClick(seen[0], Qt.MouseButton.LeftButton)
    assert done == ["import"]


def test_buttons_are_large_enough_to_hit(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    for kind in ("primary", "secondary"):
        made = button("导出", lambda: None, kind)
        qtbot.addWidget(made)
        assert made.sizeHint().height() >= 32


def test_a_card_without_a_title_has_no_empty_head(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.show()
    assert not card.title_label.isVisible()
    card.set_title("赢单收入", "按工作日")
    assert card.title_label.isVisible() and card.subtitle_label.text() == "按工作日"


def a_window(qtbot: QtBot) -> tuple[QWidget, QLineEdit]:
    window = QWidget()
    field = QLineEdit()
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    qtbot.waitExposed(window)
    field.setFocus()
    return window, field


def test_a_toast_leaves_the_focus_where_the_user_types(qtbot: QtBot) -> None:
    window, field = a_window(qtbot)
    toast, done = Toast(window), []
    toast.say("已移动 3 个商机", "撤销", lambda: done.append(True))
    assert toast.words == "已移动 3 个商机" and window.focusWidget() is field
    qtbot.mouseClick(toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == [True] and toast.words == "" and window.focusWidget() is field


def test_a_toast_stays_inside_the_window(qtbot: QtBot) -> None:
    window, _ = a_window(qtbot)
    toast = Toast(window)
    toast.say("一句很长的话,说明发生了什么,以及接下来可以做什么。" * 4)
    window.resize(640, 400)
    qtbot.wait(10)
    assert window.rect().contains(toast.geometry())


def test_a_toast_goes_by_itself(qtbot: QtBot) -> None:
    window, _ = a_window(qtbot)
    toast = Toast(window)
    toast.SECONDS = 0
    toast.say("已保存")
    qtbot.waitUntil(lambda: toast.words == "")
