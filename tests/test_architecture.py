"""The arrows between the rooms, read from the source: who may know whom, and what a start may not wait for."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

# Leaves know nothing of ours but each other; everybody may know them. "cockpit" itself holds the version.
LEAVES = ("cockpit", "cockpit.language", "cockpit.errors", "cockpit.resources")

# Room -> what it may import besides the leaves and itself. A name stands for the module and everything in it.
ARROWS: dict[str, tuple[str, ...]] = {
    "cockpit.model": (),
    "cockpit.store": ("cockpit.model",),
    "cockpit.excel": ("cockpit.model",),
    "cockpit.metrics": ("cockpit.model", "cockpit.store.file", "cockpit.store.schema"),
    # Operations read figures: a closed cycle freezes them, and an action is agreed with its baseline.
    "cockpit.operations": ("cockpit.model", "cockpit.store", "cockpit.excel", "cockpit.metrics"),
    # The window holds the open store and hands it on; every row it shows or changes comes through the other rooms.
    "cockpit.window": (
        "cockpit.model",
        "cockpit.metrics",
        "cockpit.operations",
        "cockpit.store.file",
        "cockpit.sample",
    ),
    # The sample's improvements are judged by its own figures.
    "cockpit.sample": ("cockpit.model", "cockpit.store", "cockpit.metrics", "cockpit.operations"),
    "cockpit.cli": (
        "cockpit.model",
        "cockpit.store",
        "cockpit.excel",
        "cockpit.metrics",
        "cockpit.operations",
        "cockpit.sample",
        "cockpit.window.application",  # only to open the window: it has to be a lazy import, see below
    ),
    # A frozen program starts itself again to read files.
    "cockpit.__main__": ("cockpit.cli", "cockpit.excel.reading_child"),
}
QT = ("PySide6", "shiboken6", "pyqtgraph", "qtpy")
HEAVY = ("openpyxl", "pypinyin", "holidays", "pyqtgraph", "numpy", "sqlite_utils", "python_calamine", "rapidfuzz")
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "data"}


def name_of(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted((PROJECT / "cockpit").rglob("*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}


def imports(name: str, *, lazy: bool) -> Iterator[str]:
    """Full names of the modules that ``name`` imports: with ``lazy`` all, without only those at its import."""
    waiting: list[ast.AST] = [TREES[name]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively; the project writes full names"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else str(node.module)
        elif lazy or not (isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or is_for_types(node)):
            waiting.extend(ast.iter_child_nodes(node))


def is_for_types(node: ast.AST) -> bool:
    """``if TYPE_CHECKING:`` - never run."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def is_in(name: str, rooms: tuple[str, ...]) -> bool:
    return any(name == room or name.startswith(room + ".") for room in rooms)


def room_of(name: str) -> str:
    return ".".join(name.split(".")[:2])


def test_every_module_lies_in_a_room_that_has_arrows() -> None:
    assert [name for name in MODULES if room_of(name) not in ARROWS and name not in LEAVES] == []


def test_arrows_point_one_way() -> None:
    against = [
        f"{name} -> {imported}"
        for name in MODULES
        for imported in imports(name, lazy=True)
        if is_in(imported, ("cockpit",)) and imported not in LEAVES
        if not is_in(imported, (room_of(name), *ARROWS.get(room_of(name), ())))
    ]
    assert against == []


def test_nothing_below_the_window_knows_qt() -> None:
    against = [
        f"{name} -> {imported}"
        for name in MODULES
        if room_of(name) != "cockpit.window"
        for imported in imports(name, lazy=True)
        if is_in(imported, QT)
    ]
    assert against == []


def test_no_import_cycles() -> None:
    graph = {name: {other for other in imports(name, lazy=False) if other in MODULES} for name in MODULES}
    done: set[str] = set()

    def follow(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join((*way[way.index(name) :], name))
        if name not in done:
            for other in graph[name]:
                follow(other, (*way, name))
            done.add(name)

    for name in graph:
        follow(name, ())


def test_every_name_says_something() -> None:
    named = {part for name in MODULES for part in name.split(".")}
    assert named & NAMES_THAT_SAY_NOTHING == set()


@pytest.mark.parametrize(
    ("module", "must_wait"), [("cockpit.cli", (*HEAVY, *QT)), ("cockpit.window.application", HEAVY)]
)
def test_a_start_does_not_wait_for_heavy_libraries(module: str, must_wait: tuple[str, ...]) -> None:
    program = f"import sys, {module}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert set(loaded.stdout.split()) & set(must_wait) == set()
