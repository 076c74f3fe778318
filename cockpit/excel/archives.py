"""What a zipped workbook must be before and while it is parsed: whole, of a kind that is known, and no bomb.

A bomb is told by what its directory declares, before anything is unpacked; a directory that lies is found out by
unpacking, which never goes beyond what was declared.
"""

import zipfile
import zlib
from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.excel.bad_files import damaged, too_large, with_password
from cockpit.language import tr

LARGEST_UNPACKED = 3 << 30
"""Bytes of a workbook of a million rows, with room."""
LARGEST_AT_ANY_RATIO = 64 << 20
HIGHEST_RATIO = 100
"""Cells of a real workbook shrink to a tenth, rows that all look the same to a fortieth."""
MOST_MEMBERS = 20_000

_XML = (".xml", ".rels", ".vml")
_AT_ONCE = 1 << 18
_CANNOT_BE_READ = (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError, ValueError)


def open_archive(path: Path) -> list[zipfile.ZipInfo]:
    """The members. Raises CockpitError for what is no workbook, is encrypted, damaged or far too large."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            manifest = _manifest(archive)
    except _CANNOT_BE_READ as error:
        raise damaged(path) from error
    if b"encryption-data" in manifest or any(member.flag_bits & 1 for member in members):
        raise with_password(path)
    unpacked = sum(member.file_size for member in members)
    packed = path.stat().st_size
    if unpacked > LARGEST_UNPACKED or len(members) > MOST_MEMBERS:
        raise too_large(path)
    if unpacked > LARGEST_AT_ANY_RATIO and unpacked > HIGHEST_RATIO * packed:
        raise too_large(path)
    if not _suffixes({member.filename for member in members}):
        raise CockpitError(tr("{name} 是压缩包,里面不是工作簿。", name=path.name), tr("先解压,再导入里面的文件。"))
    return members


def _manifest(archive: zipfile.ZipFile) -> bytes:
    """What an OpenDocument file says about its parts: whether they are encrypted, too."""
    try:
        with archive.open("META-INF/manifest.xml") as manifest:
            return manifest.read(_AT_ONCE)
    except KeyError:
        return b""


def kind_of_archive(path: Path) -> tuple[str, ...]:
    """The suffixes that a file with these members rightly has."""
    with zipfile.ZipFile(path) as archive:
        return _suffixes(set(archive.namelist()))


def _suffixes(names: set[str]) -> tuple[str, ...]:
    if "xl/workbook.bin" in names:
        return (".xlsb",)
    if "content.xml" in names:
        return (".ods",)
    if any(name.lower().endswith("workbook.xml") for name in names):
        return (".xlsx", ".xlsm")
    return ()


def check_contents(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Unpack everything once. Raises CockpitError for a wrong checksum, a wrong size, or entities in XML."""
    try:
        with zipfile.ZipFile(path) as archive:
            for member in members:
                if not member.is_dir():
                    _check(path, archive, member)
    except _CANNOT_BE_READ as error:
        raise damaged(path) from error


def _check(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    # zipfile stops at the declared size and compares the checksum there.
    with archive.open(member) as unpacked:
        start = unpacked.read(_AT_ONCE)
        if member.filename.lower().endswith(_XML) and b"<!ENTITY" in start:
            raise CockpitError(
                tr("{name} 里有工作簿不该有的 XML 定义,没有读。", name=path.name),
                tr("在 Excel 里打开并另存一份,或重新导出一次。"),
            )
        while unpacked.read(_AT_ONCE):
            pass
