"""A template as what it is inside: a zip of XML parts. Parts that are not touched are copied byte by byte.

openpyxl loses pictures, shapes, slicers and newer formats when it saves a foreign workbook, so a template is never
loaded by it: single cells of the XML are changed, and everything else stays as Excel wrote it.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.dom import minidom
from xml.parsers.expat import ExpatError

from cockpit.errors import CockpitError
from cockpit.excel.whole_file import whole_file
from cockpit.language import tr

LARGEST_PART, LARGEST_WHOLE = 40 << 20, 400 << 20
"""Bytes of XML: beyond, a template is no form any more."""
SUFFIXES = {".xlsx": ".xlsx", ".xlsm": ".xlsm", ".xltx": ".xlsx", ".xltm": ".xlsm"}
"""What a template may be, and what comes of it."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEMPLATE_TYPES = {
    b"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml":
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    b"application/vnd.ms-excel.template.macroEnabled.main+xml":
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
}  # fmt: skip


class Package:
    """The parts of a workbook by name; those that were parsed are written anew, the others as they were."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path = path
        self._archive = archive
        self._names = {name.lstrip("/").casefold(): name for name in archive.namelist()}
        self._parsed: dict[str, Any] = {}
        self._changed: dict[str, bytes] = {}
        self._dropped: set[str] = set()

    @property
    def names(self) -> list[str]:
        """Every part."""
        return [name for name in self._archive.namelist() if name not in self._dropped and not name.endswith("/")]

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.casefold() in self._names and self._real(name) not in self._dropped

    def _real(self, name: str) -> str:
        return self._names.get(name.casefold(), name)

    def is_parsed(self, name: str) -> bool:
        """Whether a part was asked for as a document."""
        return self._real(name) in self._parsed

    def raw(self, name: str) -> bytes:
        """The bytes of a part as it was in the template, or as it was put."""
        real = self._real(name)
        if real in self._changed:
            return self._changed[real]
        with self._reading():
            if self._archive.getinfo(real).file_size > LARGEST_PART:
                raise _too_large(self.path)
            return self._archive.read(real)

    def put(self, name: str, content: bytes) -> None:
        """Other bytes for a part that is there."""
        self._changed[self._real(name)] = content

    def drop(self, name: str) -> None:
        """Leave a part out; who refers to it has to be told."""
        self._dropped.add(self._real(name))

    def tree(self, name: str) -> Any:
        """A part as a document that keeps prefixes and attributes as they were written."""
        from defusedxml import minidom as safe_minidom  # type: ignore[import-untyped]
        from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]

        real = self._real(name)
        if real not in self._parsed:
            try:
                self._parsed[real] = safe_minidom.parseString(self.raw(real))
            except (ExpatError, DefusedXmlException, ValueError) as error:
                raise damaged(self.path) from error
        return self._parsed[real]

    def related(self, name: str, kind: str = "") -> dict[str, str]:
        """Relationship id -> part, for a part's own relationships; ``kind`` is how their type ends."""
        rels = relationships_of(name)
        if not self.has(rels):
            return {}
        found = {}
        for node in elements(self.tree(rels), "Relationship"):
            if node.getAttribute("TargetMode") == "External" or not node.getAttribute("Type").endswith(kind):
                continue
            target = node.getAttribute("Target")
            base = "" if target.startswith("/") else posixpath.dirname(name)
            found[node.getAttribute("Id")] = posixpath.normpath(posixpath.join(base, target.lstrip("/")))
        return {key: part for key, part in found.items() if self.has(part)}

    def save(self, path: Path) -> None:
        """Write the workbook beside its place and move it there as a whole. Raises CockpitError when it cannot be."""
        with whole_file(path) as unfinished, zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as out:
            for info in self._archive.infolist():
                if info.filename not in self._dropped and not info.is_dir():
                    self._write(out, info)

    def _write(self, out: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        entry = zipfile.ZipInfo(info.filename, info.date_time)
        entry.compress_type = zipfile.ZIP_DEFLATED
        if info.filename in self._parsed:
            with out.open(entry, "w", force_zip64=True) as raw, io.TextIOWrapper(raw, "utf-8", newline="") as text:
                write_document(self._parsed[info.filename], text)
            return
        content = self._changed.get(info.filename)
        if content is None:
            with self._reading():
                content = self._archive.read(info)
        if info.filename == "[Content_Types].xml":
            for template, workbook in _TEMPLATE_TYPES.items():
                content = content.replace(template, workbook)
        out.writestr(entry, content)

    def _reading(self) -> "_Reading":
        return _Reading(self.path)


class _Reading:
    """What goes wrong inside the zip is a damaged file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(
            error, zipfile.BadZipFile | zlib.error | EOFError | NotImplementedError | RuntimeError | KeyError
        ):
            raise damaged(self._path) from error


def open_package(path: Path) -> Package:
    """The template at ``path``. Raises CockpitError in words for what cannot be filled."""
    suffix = path.suffix.lower()
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST_WHOLE else b""
    except FileNotFoundError:
        raise CockpitError(tr("没有找到文件 {name}。", name=path.name), tr("检查文件名和文件夹。")) from None
    except IsADirectoryError:
        raise CockpitError(tr("{name} 是文件夹,不是文件。", name=path.name), tr("请选择里面的文件。")) from None
    except OSError as error:
        raise CockpitError(
            tr("打不开 {name}:{reason}。", name=path.name, reason=error.strerror or error),
            tr("如果它正在 Excel 里打开,先关闭再试。"),
        ) from error
    if content.startswith(_COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise CockpitError(
                tr("模板 {name} 有密码保护,填不了。", name=path.name), tr("在 Excel 里打开,去掉密码后另存一份。")
            )
        raise CockpitError(
            tr("模板 {name} 是旧的 .xls 格式,填不了。", name=path.name), tr("在 Excel 里打开,另存为 .xlsx。")
        )
    if suffix not in SUFFIXES:
        raise CockpitError(
            tr("{name} 不能当模板。", name=path.name), tr("模板要是 .xlsx、.xlsm、.xltx 或 .xltm 工作簿。")
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise damaged(path) from error
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE or len(entries) > 10_000:
        raise _too_large(path)
    package = Package(path, archive)
    if not package.has("[Content_Types].xml"):
        raise damaged(path)
    return package


def damaged(path: Path) -> CockpitError:
    """The refusal of a file that is no workbook inside."""
    return CockpitError(tr("模板 {name} 已损坏,读不出来。", name=path.name), tr("在 Excel 里打开并另存一份再试。"))


def _too_large(path: Path) -> CockpitError:
    return CockpitError(tr("模板 {name} 太大。", name=path.name), tr("删除多余的空行、数据表和图片,再另存一份。"))


def relationships_of(name: str) -> str:
    """Where a part's relationships lie; of the whole package with ""."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", base + ".rels")


def elements(node: Any, *names: str) -> Iterator[Any]:
    """Every element below ``node`` with one of the names, whatever its prefix, in the order of the document."""
    waiting = list(reversed(node.childNodes))
    while waiting:
        child = waiting.pop()
        if child.nodeType == child.ELEMENT_NODE:
            if local(child) in names:
                yield child
            waiting.extend(reversed(child.childNodes))


def local(node: Any) -> str:
    """The name of an element without its prefix."""
    return str(node.tagName).rpartition(":")[2]


def text_of(node: Any) -> str:
    """The text directly in an element."""
    return "".join(child.data for child in node.childNodes if child.nodeType in (3, 4))


def set_text(node: Any, words: str) -> None:
    """Nothing but this text in an element."""
    while node.firstChild:
        node.removeChild(node.firstChild)
    node.appendChild(node.ownerDocument.createTextNode(words))
    if words != words.strip() and local(node) == "t":
        node.setAttribute("xml:space", "preserve")


def like(node: Any, name: str) -> Any:
    """A new element with the prefix that ``node`` has."""
    prefix, colon, _ = str(node.tagName).rpartition(":")
    return node.ownerDocument.createElement(prefix + colon + name)


def write_document(document: Any, out: Any) -> None:
    """As Excel writes it: one declaration, no added white space."""
    out.write('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
    for node in document.childNodes:
        if node.nodeType != node.DOCUMENT_TYPE_NODE:
            write_node(node, out)


def escaped(words: str, *, in_attribute: bool = False) -> str:
    """Text as it may stand in XML."""
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    if in_attribute:
        words = words.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return words


class Written(minidom.Text):
    """Stands in a document for XML that is made while it is written: ten thousand rows need not be nodes."""

    def __init__(self, pieces: Iterator[str]) -> None:
        super().__init__()
        self.data = ""
        self.pieces = pieces


def write_node(node: Any, out: Any) -> None:
    """One node and all below it, with the names and prefixes that it has."""
    if isinstance(node, Written):
        for piece in node.pieces:
            out.write(piece)
    elif node.nodeType == node.ELEMENT_NODE:
        out.write(f"<{node.tagName}")
        for name, value in node.attributes.items():
            out.write(f' {name}="{escaped(value, in_attribute=True)}"')
        if not node.childNodes:
            out.write("/>")
            return
        out.write(">")
        for child in node.childNodes:
            write_node(child, out)
        out.write(f"</{node.tagName}>")
    elif node.nodeType in (node.TEXT_NODE, node.CDATA_SECTION_NODE):
        out.write(escaped(node.data))
    elif node.nodeType == node.PROCESSING_INSTRUCTION_NODE:
        out.write(f"<?{node.target} {node.data}?>")
