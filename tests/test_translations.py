"""Every text that a user sees exists in both languages, says the same in both, and is not written past translation."""

import ast
import importlib.util
import json
import re
from functools import cache
from pathlib import Path
from string import Formatter
from types import ModuleType
from xml.etree import ElementTree

import pytest

PROJECT = Path(__file__).resolve().parents[1]
CATALOGUE = PROJECT / "resources" / "i18n" / "cockpit_en.ts"
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
# A language is offered by its own name, whatever the present one is.
SAME_IN_BOTH = {"中文"}
# Days, months and the mark of an action are understood as they are written in Chinese, whatever the present language.
# So are the headings of a grid of targets that is pasted.
TYPED = {
    "全年",
    "年度",
    "年",
    "全年合计",
    "年度合计",
    "合计",
    "第",
    "季度",
    "一二三四",
    "年-_ /",
    " 年",
    "月",
    "日",
    "》",
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?",
    r"(\d{1,2})[-/.月](\d{1,2})日?",
}


@cache
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted((PROJECT / "cockpit").rglob("*.py"))}


def marked(tree: ast.AST) -> list[ast.Constant]:
    """The literals inside ``tr("…")`` and ``noop("…")``."""
    return [
        node.args[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "noop")
        if node.args and isinstance(node.args[0], ast.Constant)
    ]


def in_code() -> set[str]:
    return {str(literal.value) for tree in trees().values() for literal in marked(tree)}


@cache
def in_catalogue() -> dict[str, str | None]:
    """Source -> finished English text, or None."""
    found = {}
    for message in ElementTree.parse(CATALOGUE).iter("message"):
        translation = message.find("translation")
        finished = translation is not None and translation.get("type") is None
        found[message.findtext("source") or ""] = (
            (translation.text or None) if finished and translation is not None else None
        )
    return found


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_text_has_its_english() -> None:
    assert sorted(source for source in in_code() if not in_catalogue().get(source)) == []


def test_no_english_is_left_of_texts_that_are_gone() -> None:
    assert sorted(set(in_catalogue()) - in_code()) == []


def test_english_fills_the_same_fields() -> None:
    wrong = []
    for source, english in in_catalogue().items():
        if english is None:
            continue
        # "one|many": the form for one thing may leave the number out.
        one, bar, many = english.partition("|") if "{n}" in source else (english, "", "")
        if fields(many if bar else one) != fields(source) or (bar and not fields(one) <= fields(source)):
            wrong.append((source, english))
    assert wrong == []


def test_english_is_free_of_chinese() -> None:
    assert [
        text for text in in_catalogue().values() if text and CHINESE.search(text) and text not in SAME_IN_BOTH
    ] == []


def test_only_whole_literals_are_marked() -> None:
    """A text that is put together before ``tr`` sees it cannot be found by lupdate."""
    torn = [
        f"{path.name}:{node.lineno}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "noop")
        if not node.args or isinstance(node.args[0], ast.JoinedStr | ast.IfExp | ast.BinOp | ast.BoolOp)
    ]
    assert torn == []


def test_the_window_and_the_command_line_show_nothing_past_translation() -> None:
    past = []
    for path, tree in trees().items():
        place = path.relative_to(PROJECT / "cockpit").as_posix()
        if not place.startswith(("window/", "cli.py")):
            continue
        allowed = {id(literal) for literal in marked(tree)}
        # A text that stands alone as a statement is a docstring.
        allowed |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        past += [
            f"{place}:{node.lineno} {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CHINESE.search(node.value)
            if id(node) not in allowed and node.value not in SAME_IN_BOTH | TYPED
        ]
    assert past == []


@pytest.fixture
def translate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translate", PROJECT / "resources" / "translate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_script_finds_constants_keeps_what_is_finished_and_drops_what_is_gone(
    translate: ModuleType, tmp_path: Path
) -> None:
    sources, catalogue, fragments = tmp_path / "code", tmp_path / "a.ts", tmp_path / "english"
    sources.mkdir()
    fragments.mkdir()
    (sources / "a.py").write_text(
        'KIND = noop("常量")\n\n\ndef f():\n    return tr("还有 {n} 人", n=1) + tr("旧的")\n', "utf-8"
    )
    (fragments / "a.json").write_text(json.dumps({"常量": "Constant", "旧的": "Old", "不在": "Not there"}), "utf-8")
    translate.extract(sources, catalogue)
    translate.merge(catalogue, translate.read_fragments(fragments))
    assert translate.unfinished(catalogue) == ["还有 {n} 人"]

    (sources / "a.py").write_text('KIND = noop("常量")\nNEXT = noop("新的")\n', "utf-8")
    translate.extract(sources, catalogue)
    assert translate.unfinished(catalogue) == ["新的"]
    assert "Constant" in catalogue.read_text("utf-8") and "Old" not in catalogue.read_text("utf-8")
