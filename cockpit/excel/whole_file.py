"""A file that is written whole or not at all: beside its place first, under a name of its own."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.language import tr


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Where to write what is to lie at ``path``; it comes there when the block ends well.

    Otherwise nothing is left, and what lay at ``path`` before still does. Only the owner can read it. Raises
    CockpitError, with the reason in words, when the place cannot be written.
    """
    temporary = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise CockpitError(
            tr("不能写 {name}:{reason}。", name=path.name, reason=_why(error)),
            tr("如果它正打开着,先关闭;或换一个文件夹。"),
        ) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return tr("没有这个文件夹")
    if isinstance(error, PermissionError):
        return tr("没有写的权限")
    if isinstance(error, IsADirectoryError):
        return tr("这是一个文件夹")
    return tr("磁盘满了") if error.errno == errno.ENOSPC else str(error.strerror or error)
