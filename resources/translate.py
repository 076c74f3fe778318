"""Brings resources/i18n/cockpit_en.ts up to the texts in the code, and English texts into it.

    python resources/translate.py [FOLDER]

FOLDER holds any number of ``*.json`` files ``{"中文原文": "English text"}``. Texts that are no longer in the code are
dropped, finished translations stay, and what still lacks English is listed. Qt Linguist may edit the file as well.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

PROJECT = Path(__file__).resolve().parents[1]
CATALOGUE = PROJECT / "resources" / "i18n" / "cockpit_en.ts"


def extract(sources: Path, catalogue: Path) -> None:
    """Put every text of ``tr`` and ``noop`` below ``sources`` into ``catalogue``, and take out all others."""
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    # Line numbers would change the file with every edit of the code, and a similar text is not the same text.
    command = [
        lupdate, "-silent", "-extensions", "py", "-tr-function-alias", "tr+=noop", "-locations", "none",
        "-no-obsolete", "-sort-messages", "-disable-heuristic", "similartext", "-disable-heuristic", "sametext",
        "-source-language", "zh_CN", "-target-language", "en_US", sources, "-ts", catalogue,
    ]  # fmt: skip
    subprocess.run([str(word) for word in command], check=True)


def merge(catalogue: Path, english: Mapping[str, str]) -> None:
    """Finish the messages of ``catalogue`` whose source is in ``english``."""
    tree = ElementTree.parse(catalogue)
    for message in tree.iter("message"):
        text = english.get(message.findtext("source") or "")
        translation = message.find("translation")
        if text and translation is not None:
            translation.text = text
            translation.attrib.pop("type", None)
    tree.write(catalogue, encoding="utf-8", xml_declaration=True)


def unfinished(catalogue: Path) -> list[str]:
    """The sources without a finished translation."""
    found = []
    for message in ElementTree.parse(catalogue).iter("message"):
        translation = message.find("translation")
        if translation is None or not translation.text or translation.get("type"):
            found.append(message.findtext("source") or "")
    return found


def read_fragments(folder: Path) -> dict[str, str]:
    """All English texts of a folder; the same source with two different texts is an error of the fragments."""
    english: dict[str, str] = {}
    for path in sorted(folder.glob("*.json")):
        for source, text in json.loads(path.read_text("utf-8")).items():
            if english.setdefault(source, text) != text:
                print(f"{path.name}: {source!r} is {english[source]!r} elsewhere, not {text!r}", file=sys.stderr)
    return english


def main(arguments: list[str]) -> int:
    """The whole way; ends with 1 while English is missing."""
    extract(PROJECT / "cockpit", CATALOGUE)
    for folder in arguments:
        merge(CATALOGUE, read_fragments(Path(folder)))
        extract(PROJECT / "cockpit", CATALOGUE)  # once more, for lupdate's own layout of the file
    missing = unfinished(CATALOGUE)
    for source in missing:
        print(source)
    print(f"{len(missing)} without English", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
