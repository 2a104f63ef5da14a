"""Who listens where on this machine."""

from __future__ import annotations

import socket
from contextlib import closing
from pathlib import Path

_LISTENING = "0A"


def free_port() -> int:
    """A port on loopback that nobody uses just now."""
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def is_taken(port: int, host: str = "127.0.0.1") -> bool:
    """Whether listening on ``port`` would be refused."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family)) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except OSError:
            return True
    return False


def holder_of(port: int) -> str:
    """The program that listens on ``port`` and its process id, or nothing where that cannot be known."""
    sockets = {f"socket:[{inode}]" for inode in _listening_inodes(port)}
    for process in Path("/proc").glob("[0-9]*") if sockets else ():
        try:
            if any(str(link.readlink()) in sockets for link in (process / "fd").iterdir()):
                words = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").split()
                return f"{Path(words[0]).name if words else 'a program'}, process {process.name}"
        except OSError:
            continue  # it ended meanwhile, or is another account's
    return ""


def _listening_inodes(port: int) -> set[str]:
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            lines = Path(table).read_text().splitlines()[1:]
        except OSError:
            continue
        for columns in map(str.split, lines):
            if columns[3] == _LISTENING and int(columns[1].rsplit(":", 1)[1], 16) == port:
                found.add(columns[9])
    return found
