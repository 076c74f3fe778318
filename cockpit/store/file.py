"""The SQLite file: opening, who holds it, connections for readers and writers, and what went wrong in words."""

import json
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from filelock import FileLock, Timeout

from cockpit.errors import CockpitError
from cockpit.language import tr
from cockpit.model import clock
from cockpit.store.schema import SCHEMA_VERSION

APPLICATION_ID = 0x436B7074  # "Ckpt": tells our store from any other SQLite file
BUSY_SECONDS = 5.0


def default_store_path() -> Path:
    """Where the store lies when nobody says otherwise: the user's data folder, or ``COCKPIT_STORE``."""
    if chosen := os.environ.get("COCKPIT_STORE"):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("cockpit", appauthor=False) / "cockpit.sqlite"


class StoreInUse(CockpitError):
    """Another cockpit holds the store; ``holder`` is what it wrote about itself (pid, host), maybe empty."""

    def __init__(self, holder: dict[str, object]) -> None:
        who = tr("进程 {pid},电脑 {host}", pid=holder.get("pid", "?"), host=holder.get("host", "?"))
        super().__init__(
            tr("这份数据正被另一个驾驶舱打开({who})。", who=who), tr("请先关闭它,或用 --store 打开另一份数据。")
        )
        self.holder = holder


class Store:
    """An open store: one writing connection, guarded by a lock, and any number of readers.

    Open it with ``Store.open``; close it when done (it is a context manager).
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, held: FileLock | None) -> None:
        self.path = path
        self.connection = connection
        self._held = held
        self._writing = threading.RLock()

    @classmethod
    def open(cls, path: Path, *, hold: bool = True) -> "Store":
        """Open or create the store at ``path`` and bring it to the newest schema.

        ``hold`` keeps other cockpits from writing for as long as this one is open; a worker of the same program opens
        with ``hold=False``. Raises CockpitError in words for: folder missing or read-only, in use, damaged, not a
        store, written by a newer version, disk full.
        """
        held = hold_store(path) if hold else None
        try:
            connection = _connect(path)
            try:
                _prepare(connection, path)
            except BaseException:
                connection.close()
                raise
        except sqlite3.Error as error:
            release_store(path, held)
            raise in_words(error, path) from error
        except BaseException:
            release_store(path, held)
            raise
        return cls(path, connection, held)

    def reader(self) -> sqlite3.Connection:
        """A read-only connection to the same file, for one thread. The caller closes it."""
        return open_reader(self.path)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing. Nested use joins the outer transaction. SQLite's errors come out as CockpitError."""
        with self._writing:
            if self.connection.in_transaction:
                yield self.connection
                return
            try:
                self.connection.execute("BEGIN IMMEDIATE")
                try:
                    yield self.connection
                    self.connection.execute("COMMIT")
                except BaseException:
                    if self.connection.in_transaction:
                        self.connection.execute("ROLLBACK")
                    raise
            except sqlite3.OperationalError as error:
                raise in_words(error, self.path) from error

    def close(self) -> None:
        """Close the file and let others have it."""
        self.connection.close()
        release_store(self.path, self._held)
        self._held = None

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_reader(path: Path) -> sqlite3.Connection:
    """A read-only connection; raises CockpitError when the file is missing, damaged or of another version."""
    if not path.exists():
        raise CockpitError(tr("没有找到数据文件 {path}。", path=path), tr("先导入一份文件,或检查路径。"))
    try:
        connection = sqlite3.connect(
            f"file:{quote(str(path))}?mode=ro",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA mmap_size = 1073741824")
    except sqlite3.Error as error:
        raise in_words(error, path) from error
    _refuse_other_versions(version, path)
    if version < SCHEMA_VERSION:
        connection.close()
        raise CockpitError(tr("{path} 是旧版本的数据。", path=path), tr("先用这个版本的驾驶舱打开一次,让它升级。"))
    return connection


def holder_path(path: Path) -> Path:
    """Beside the lock, who holds it: for the sentence that a second cockpit shows."""
    return path.with_name(path.name + ".holder")


def hold_store(path: Path) -> FileLock:
    """Keep every other cockpit from the store until ``release_store``; raises StoreInUse, or says why it cannot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        held = FileLock(str(path) + ".lock", mode=0o600)
        held.acquire(timeout=0)
    except Timeout:
        try:
            holder = json.loads(holder_path(path).read_text("utf-8"))
        except (OSError, ValueError):
            holder = {}
        raise StoreInUse(holder) from None
    except OSError as error:
        raise CockpitError(
            tr("不能在 {folder} 里写文件:{reason}。", folder=path.parent, reason=error.strerror or error),
            tr("换一个可以写的文件夹(--store 文件),或改文件夹的权限。"),
        ) from error
    import socket  # only for the name of this computer: nothing is opened

    holder = {"pid": os.getpid(), "host": socket.gethostname(), "since": clock.utc_stamp()}
    holder_path(path).write_text(json.dumps(holder), "utf-8")
    return held


def release_store(path: Path, held: FileLock | None) -> None:
    """Let others have the store again."""
    if held:
        holder_path(path).unlink(missing_ok=True)
        held.release()


def _connect(path: Path) -> sqlite3.Connection:
    new = not path.exists()
    if new:
        # Created by us, so that it is readable by its owner alone from the first byte.
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if not empty and application != APPLICATION_ID:
        raise CockpitError(tr("{path} 不是驾驶舱的数据文件。", path=path), tr("请选择另一个文件。"))
    _refuse_other_versions(version, path)
    if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
        raise CockpitError(
            tr("{path} 所在的位置不支持安全写入。", path=path), tr("把数据放到本机磁盘上,不要放在网络盘里。")
        )
    if not empty:
        # A file that cannot be written is said now, and not when the first note is to be saved.
        connection.execute("DELETE FROM settings WHERE 0")
    if version < SCHEMA_VERSION:
        from cockpit.store.migrations import migrate  # imports sqlite-utils: only when there is something to do

        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, before_first=lambda: None if empty else _copy_before_migration(connection, path, version))


def _copy_before_migration(connection: sqlite3.Connection, path: Path, version: int) -> None:
    from cockpit.store.backup import copy_verified

    copy_verified(
        connection, path.with_name(f"{path.stem}.before-version-{SCHEMA_VERSION}-from-{version}{path.suffix}")
    )


def _refuse_other_versions(version: int, path: Path) -> None:
    if version > SCHEMA_VERSION:
        raise CockpitError(
            tr(
                "{path} 由更新版本的驾驶舱写成(数据版本 {version},本程序到 {known})。",
                path=path,
                version=version,
                known=SCHEMA_VERSION,
            ),
            tr("请先升级驾驶舱,数据没有动过。"),
        )


def in_words(error: sqlite3.Error, path: Path) -> CockpitError:
    """What SQLite said, as a sentence and a next step."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return CockpitError(
            tr("{path} 已损坏,或不是数据文件。", path=path), tr("用最近的备份恢复:cockpit restore 备份文件。")
        )
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return CockpitError(tr("{path} 是只读的,不能写入。", path=path), tr("改文件的权限,或用 --store 换一个位置。"))
    if primary == sqlite3.SQLITE_CANTOPEN:
        return CockpitError(tr("打不开 {path}。", path=path), tr("检查文件夹是否存在、是否有权限。"))
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return CockpitError(tr("{path} 正被另一个程序占用。", path=path), tr("关闭那个程序(同步盘、杀毒软件)后再试。"))
    if primary == sqlite3.SQLITE_FULL or (primary == sqlite3.SQLITE_IOERR and _disk_is_full(path)):
        return CockpitError(tr("磁盘已满,没有写入任何改动。"), tr("腾出一些空间后再试。"))
    if said := sums_in_words(error):
        return said
    if primary == sqlite3.SQLITE_IOERR:
        return CockpitError(
            tr("读写 {path} 时磁盘出错。", path=path), tr("检查磁盘;如果在网络盘或移动盘上,请移到本机。")
        )
    return CockpitError(tr("数据文件出错:{reason}。", reason=error), tr("运行 cockpit check 检查数据。"))


def sums_in_words(error: sqlite3.Error) -> CockpitError | None:
    """A sum of money that does not go into 64 bits (92,000 million million units): amounts are something else."""
    if "integer overflow" not in str(error):
        return None
    return CockpitError(
        tr("金额加起来超出了能精确计算的范围。"), tr("到“待修数据”里看“金额大得不合理”的商机,改好或撤销那次导入。")
    )


def _disk_is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < 1 << 20
    except OSError:
        return False
