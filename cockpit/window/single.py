"""A second start of the same store raises the first's window. A local socket only: nothing goes over a network.

Apart from ``application`` because QtNetwork is needed only here, after the window is shown.
"""

import hashlib
from pathlib import Path

from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget


def socket_name(path: Path) -> str:
    """The local name under which the cockpit of this store can be reached."""
    return "cockpit-" + hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:20]


def raise_first_window(path: Path) -> bool:
    """Ask the cockpit that holds ``path`` to come to the front. False if nobody answers (then it is no window)."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name(path))
    if not socket.waitForConnected(500):
        return False
    socket.write(b"raise")
    socket.waitForBytesWritten(500)
    socket.disconnectFromServer()
    return True


def listen_for_second_start(path: Path, window: QWidget) -> QLocalServer | None:
    """Come to the front when a second start asks for it. The name's old socket, left by a crash, is removed."""
    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    QLocalServer.removeServer(socket_name(path))
    if not server.listen(socket_name(path)):
        return None

    def come_to_the_front() -> None:
        while connection := server.nextPendingConnection():
            connection.disconnected.connect(connection.deleteLater)
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.raise_()
        window.activateWindow()

    server.newConnection.connect(come_to_the_front)
    return server
