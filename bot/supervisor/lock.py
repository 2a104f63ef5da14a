"""Keeps two runs from using one data directory at the same time."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from bot.supervisor.errors import InUse


class DirectoryLock:
    """Held from :meth:`take` to :meth:`release`, or until this process ends, however it ends."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "run.lock"
        self._file = None

    def take(self) -> None:
        """Raises: InUse when somebody else holds it."""
        file = self._path.open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            holder = file.read().strip()
            file.close()
            who = f" (process {holder})" if holder else ""
            raise InUse(
                f"Paratoi already runs{who} with the data directory {self._path.parent}.\n"
                "Stop that one first, or choose another directory with --data-dir."
            ) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file

    def release(self) -> None:
        if self._file:
            self._file.close()
            self._file = None
