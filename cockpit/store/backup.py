"""Copies of the store that are known to be good, and putting one back."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.model import clock
from cockpit.store.file import APPLICATION_ID, hold_store, in_words, release_store
from cockpit.store.schema import SCHEMA_VERSION


def copy_verified(connection: sqlite3.Connection, destination: Path) -> dict[str, int]:
    """Copy the open store to ``destination`` and prove the copy: integrity, and the same number of rows per table.

    Written under a temporary name and renamed, so a copy that exists is whole. Returns rows per table.
    """
    part = destination.with_name(destination.name + ".part")
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_WRONLY, 0o600))
        copy = sqlite3.connect(part, isolation_level=None)
        try:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            counted = verify(copy)
        finally:
            copy.close()
        part.replace(destination)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise CockpitError(
            tr("不能写备份 {path}:{reason}。", path=destination, reason=error.strerror or error), tr("换一个位置再试。")
        ) from error
    except sqlite3.Error as error:
        part.unlink(missing_ok=True)
        raise in_words(error, destination) from error
    return counted


def verify(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows per table of a sound store; raises sqlite3.DatabaseError when it is not sound."""
    problems = [row[0] for row in connection.execute("PRAGMA integrity_check(10)")]
    if problems != ["ok"]:
        raise sqlite3.DatabaseError("; ".join(problems))
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}


def restore(source: Path, path: Path) -> Path | None:
    """Put the copy ``source`` in the place of the store ``path``, which must not be open anywhere.

    The store that was there is kept beside it; its new path is returned. Refuses a copy that is not sound, not ours
    or newer than this program: then nothing is changed.
    """
    if not source.exists():
        raise CockpitError(tr("没有找到备份 {path}。", path=source), tr("检查路径。"))
    held = hold_store(path)
    try:
        part = _verified_part(source, path)
        kept: Path | None = None
        if path.exists():
            # Damaged or not, it is moved away with its write-ahead log, and nothing of it is lost.
            kept = path.with_name(f"{path.stem}.before-restore-{clock.utc_stamp().replace(':', '')}{path.suffix}")
            path.replace(kept)
            for suffix in ("-wal", "-shm"):
                log = path.with_name(path.name + suffix)
                if log.exists():
                    log.replace(kept.with_name(kept.name + suffix))
        part.replace(path)
        return kept
    finally:
        release_store(path, held)


def _verified_part(source: Path, path: Path) -> Path:
    part = path.with_name(path.name + ".part")
    try:
        copy = sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True, isolation_level=None)
        try:
            if copy.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise CockpitError(tr("{path} 不是驾驶舱的备份。", path=source), tr("请选择另一个文件。"))
            if copy.execute("PRAGMA user_version").fetchone()[0] > SCHEMA_VERSION:
                raise CockpitError(tr("{path} 由更新版本的驾驶舱写成。", path=source), tr("请先升级驾驶舱。"))
            verify(copy)
            part.unlink(missing_ok=True)
            os.close(os.open(part, os.O_CREAT | os.O_WRONLY, 0o600))
            target = sqlite3.connect(part, isolation_level=None)
            try:
                copy.backup(target)
                verify(target)
            finally:
                target.close()
        finally:
            copy.close()
    except sqlite3.Error as error:
        raise in_words(error, source) from error
    return part
