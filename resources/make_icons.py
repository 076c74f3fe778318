"""Turns the one drawn icon, resources/icons/cockpit.svg, into what Windows and macOS want; build.spec calls it."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

# macOS names a size by four letters; these hold PNG.
ICNS_KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)


def png(svg: Path, size: int) -> bytes:
    """The drawing as a square PNG of ``size`` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def write_ico(svg: Path, path: Path) -> None:
    """A Windows icon of all usual sizes."""
    pictures = [(size, png(svg, size)) for size in ICO_SIZES]
    offset = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, content in pictures:
        side = size % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    path.write_bytes(directory + b"".join(content for _, content in pictures))


def write_icns(svg: Path, path: Path) -> None:
    """A macOS icon of all usual sizes."""
    pictures = [(kind, png(svg, size)) for size, kind in ICNS_KINDS.items()]
    blocks = b"".join(kind + struct.pack(">I", 8 + len(content)) + content for kind, content in pictures)
    path.write_bytes(b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks)
