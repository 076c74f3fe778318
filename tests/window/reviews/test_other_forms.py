"""The review as .pdf, in a company's template, and what a template may say: from the menu, as real files."""

import unicodedata
from pathlib import Path
from typing import cast

import pytest
from attrs import evolve
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from cockpit.language import choose_language, speaking
from cockpit.metrics import list_scopes
from cockpit.model import formats
from cockpit.operations.review_printing import Review
from cockpit.operations.reviews import gather_at_once
from cockpit.operations.template_review import example_template
from cockpit.window.commands import COMMANDS
from cockpit.window.reviews.page import ReviewsPage
from cockpit.window.reviews.pdf import write_review_pdf
from cockpit.window.shell import Shell
from tests.window.conftest import Host
from tests.window.reviews.test_reviews_page import shown, team

__all__ = ["team"]


def text_of(path: Path) -> list[str]:
    """The text of each page, without blanks; signs that a font draws alike are one."""
    return [
        "".join(unicodedata.normalize("NFKC", page.extract_text()).split()).translate(_RADICALS)
        for page in PdfReader(path).pages
    ]


_RADICALS = {0x2EC5: "见", 0x2EDA: "页", 0x2EDB: "风", 0x2EE9: "黄", 0x2ED3: "长", 0x2ED4: "门", 0x2EE2: "马"}


def wait(qtbot: QtBot, page: ReviewsPage) -> str:
    qtbot.waitUntil(lambda: not page.export_bar.is_writing, timeout=20_000)
    return page.export_bar.words


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_each_key_that_opens_a_menu_opens_it_on_its_first_line(qtbot: QtBot, team: Host, key: Qt.Key) -> None:
    page = shown(team)
    page.forms_button.setFocus()
    qtbot.keyClick(page.forms_button, key)
    menu = page.forms.menu
    assert menu.isVisible() and menu.activeAction() is menu.actions()[0]
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_the_palette_asks_for_the_pdf_even_before_the_page_was_shown(team: Host) -> None:
    command = next(command for command in COMMANDS if command.name == "review_pdf")
    command.run(cast(Shell, team))
    assert team.went == [("reviews", {"pdf": True})]

    def asked(host: Host) -> ReviewsPage:
        page = ReviewsPage(host)
        page.arrive(**host.went[0][1])
        assert page.export_bar.dialog is None, "nothing is known yet"
        return page

    page = team.show_page(asked)
    assert isinstance(page, ReviewsPage)
    dialog = page.export_bar.dialog
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name.endswith(".pdf")
    dialog.reject()


def test_the_menu_opens_by_keyboard_and_leads_to_a_pdf(qtbot: QtBot, team: Host, tmp_path: Path) -> None:
    page = shown(team)
    page.forms_button.setFocus()
    qtbot.keyClick(page.forms_button, Qt.Key.Key_Space)
    menu = page.forms.menu
    assert menu.isVisible()
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "存成 PDF…", "用公司模板…", "把可用的占位符存成工作簿…", "存一份示例模板…",
    ]  # fmt: skip
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    dialog = page.export_bar.dialog
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "2026-11_月度复盘_全部团队.pdf"
    out = tmp_path / "复盘.pdf"
    dialog.selectFile(str(out))
    dialog.accept()
    qtbot.waitUntil(out.exists, timeout=20_000)
    words = wait(qtbot, page)
    pages = text_of(out)
    assert words == f"已写好 复盘.pdf,{len(pages)} 页" and len(pages) > 5
    assert page.export_bar.folder_button.isVisible()
    won = next(line for line in page._data.preview.lines if line.key == "won_revenue")  # type: ignore[union-attr]
    assert won.first.value is not None
    assert formats.money(won.first.value * 100).replace(" ", "") in pages[0]
    for number, text in enumerate(pages, 1):
        assert f"第{number}/{len(pages)}页" in text
    whole = "".join(pages)
    names = [name for (name,) in team.store.connection.execute("SELECT name FROM people WHERE role = 'seller'")]
    assert all(name in whole for name in names)


def test_private_notes_stay_and_odd_text_is_printed_as_it_is(qtbot: QtBot, team: Host, tmp_path: Path) -> None:
    page = shown(team)
    view = team.view
    listed = gather_at_once(team.readers().here(), view.month, view.today, view.scope).supports[0].text
    with team.store.transaction() as connection:
        hidden = connection.execute("UPDATE notes SET private_text = '绝密九九'").rowcount
        odd = connection.execute(
            "UPDATE supports SET text = '=HYPERLINK' || char(7) || '(x)' WHERE text = ?", (listed,)
        ).rowcount
    assert hidden > 0 and odd > 0, "there has to be something to keep back, and something odd to print"
    out = tmp_path / "a.pdf"
    page.forms.write_pdf(out)
    wait(qtbot, page)
    whole = "".join(text_of(out))
    assert "绝密九九" not in whole
    assert "=HYPERLINK(x)" in whole, "printed as text, without the sign that no reader shows"


def test_in_english_no_chinese_word_of_the_program_is_left(qtbot: QtBot, team: Host, tmp_path: Path) -> None:
    page = shown(team)
    choose_language("en")
    page.forms.write_pdf(tmp_path / "a.pdf")
    wait(qtbot, page)
    pages = text_of(tmp_path / "a.pdf")
    assert "Page1of" in pages[0] and "Monthlyreview" in pages[0]
    for word in ("赢单", "指标", "定义", "目标", "上月", "要看的"):
        assert word not in "".join(pages), word


def odd_review(team: Host) -> Review:
    """With a long name, more stalled deals than are printed, and problems of which none has an evidence."""
    view = team.view
    review = gather_at_once(team.readers().here(), view.month, view.today, view.scope)
    assert review.people and review.stalled and review.problems
    long = evolve(review.people[0], name="Bartholomew Featherstonehaugh", standing="Unknown")
    problems = [evolve(problem, evidence="") for problem in review.problems]
    return evolve(
        review, people=[long, *review.people[1:]], stalled=(list(review.stalled) * 120)[:120], problems=problems
    )


def test_words_of_a_table_are_whole_in_english_too(team: Host, tmp_path: Path) -> None:
    with speaking("en"):
        write_review_pdf(odd_review(team), tmp_path / "a.pdf")
    texts = [page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages]
    lines = {line.strip() for text in texts for line in text.split("\n")}
    words = {word for line in lines for word in line.split()}
    assert {"Attainment", "Bartholomew", "Featherstonehaugh", "Unknown"} <= words
    assert not any("…" in word for word in words), "nothing is cut"
    assert {"Metrics", "Problems"} <= lines and "Evidence" not in words


def test_a_list_that_stops_says_so_and_an_empty_column_is_left_out(team: Host, tmp_path: Path) -> None:
    write_review_pdf(odd_review(team), tmp_path / "a.pdf")
    told = "".join(text_of(tmp_path / "a.pdf"))
    assert "前100单,共120单" in told and "证据" not in told


def test_a_pdf_that_is_stopped_or_cannot_be_written_leaves_nothing(qtbot: QtBot, team: Host, tmp_path: Path) -> None:
    page = shown(team)
    page.forms.write_pdf(tmp_path / "a.pdf")
    page.export_bar.stop()
    assert "已停止" in wait(qtbot, page)
    page.forms.write_pdf(tmp_path / "没有这个文件夹" / "a.pdf")
    assert "不能写 a.pdf" in wait(qtbot, page) and page.export_bar.folder_button.isHidden()
    assert [path for path in tmp_path.rglob("*") if "sqlite" not in path.name] == []


def test_behind_the_shield_nobody_else_is_printed(qtbot: QtBot, team: Host, tmp_path: Path) -> None:
    person = next(scope for scope in list_scopes(team.store.connection) if scope.kind == "person")
    page = shown(team)
    team.look_at(only_person=person.id)
    assert team.view.only_person == person.id
    page.forms.write_pdf(tmp_path / "a.pdf")
    wait(qtbot, page)
    whole = "".join(text_of(tmp_path / "a.pdf"))
    others = [scope.name for scope in list_scopes(team.store.connection) if scope.kind == "person" and scope != person]
    assert person.name in whole
    assert [name for name in others if name in whole] == []


def test_a_template_is_filled_and_says_what_it_lacks(qtbot: QtBot, team: Host, tmp_path: Path) -> None:
    page = shown(team)
    template = tmp_path / "月报.xlsx"
    page.forms.copy_example(template)
    assert "月报.xlsx" in wait(qtbot, page)
    assert template.read_bytes() == example_template().read_bytes()
    workbook = load_workbook(template)
    sheet = workbook.worksheets[0]
    sheet["Z50"] = "{{没有这个}}"
    workbook.save(template)
    out = tmp_path / "填好.xlsx"
    page.forms.fill(template, out)
    words = wait(qtbot, page)
    assert "没有这个" in words
    filled = [str(cell.value) for row in load_workbook(out).worksheets[0].iter_rows() for cell in row if cell.value]
    assert not any("{{won_revenue" in text for text in filled)


def test_the_placeholders_are_listed_with_their_present_values(qtbot: QtBot, team: Host, tmp_path: Path) -> None:
    page = shown(team)
    page.forms.write_placeholders(tmp_path / "占位符.xlsx")
    words = wait(qtbot, page)
    listed = [cell.value for row in load_workbook(tmp_path / "占位符.xlsx").worksheets[0].iter_rows() for cell in row]
    assert "{{won_revenue}}" in listed and "个占位符" in words


def test_the_template_is_chosen_before_the_place(qtbot: QtBot, team: Host, tmp_path: Path) -> None:
    page = shown(team)
    template = tmp_path / "模板.xlsx"
    template.write_bytes(example_template().read_bytes())
    page.forms.ask_template()
    dialog = page.forms.template_dialog
    assert dialog is not None
    dialog.selectFile(str(template))
    dialog.accept()
    QApplication.processEvents()
    where = page.export_bar.dialog
    assert isinstance(where, QFileDialog)
    assert Path(where.selectedFiles()[0]).name == "2026-11_模板.xlsx"
    where.reject()


def test_an_empty_store_has_nothing_to_print(host: Host) -> None:
    page = host.show_page(ReviewsPage)
    assert isinstance(page, ReviewsPage)
    page.forms.ask_pdf()
    assert host.said == ["还没有可以导出的数据。"] and page.export_bar.dialog is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_example_can_be_copied_in_either_language(qtbot: QtBot, team: Host, tmp_path: Path, language: str) -> None:
    page = shown(team)
    choose_language("en" if language == "en" else "zh")
    page.forms.copy_example(tmp_path / "a.xlsx")
    wait(qtbot, page)
    assert load_workbook(tmp_path / "a.xlsx").sheetnames
