"""Where the files that ship with the program lie: beside the package, or inside the frozen folder."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a shipped file, e.g. ``resource("i18n", "cockpit_en.ts")``. It need not exist."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
    return root.joinpath("resources", *parts)
