"""A throwaway PostgreSQL for tests: Debian's binaries, a free loopback port, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.supervisor.ports import free_port

WHAT_TO_DO = "PostgreSQL is not installed, and the store's tests run on it: apt-get install postgresql"


def binaries() -> Path:
    """The folder with ``initdb`` and ``postgres``; newest version first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        raise AssertionError(WHAT_TO_DO)
    return found[-1].parent if found else Path(on_path).parent


@contextmanager
def throwaway_cluster() -> Iterator[str]:
    """Gives the address of a server, without a database's name, e.g. ``postgresql://tests@127.0.0.1:5555``."""
    where = Path(tempfile.mkdtemp(prefix="paratoi-postgresql-"))
    # PostgreSQL refuses to run as root.
    account = {"user": pwd.getpwnam("nobody").pw_uid} if os.getuid() == 0 else {}
    if account:
        os.chown(where, account["user"], -1)
    port = free_port()
    quiet = {"stdin": subprocess.DEVNULL, "cwd": where, **account}
    settings = f"-p {port} -k {where} -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=32MB"
    control = [str(binaries() / "pg_ctl"), "-D", str(where / "data"), "-s", "-w"]
    try:
        _run([str(binaries() / "initdb"), "-D", str(where / "data"), "-U", "tests", "-A", "trust", "-N"], quiet)
        _run([*control, "-l", str(where / "log"), "-o", settings, "start"], quiet)
        try:
            yield f"postgresql://tests@127.0.0.1:{port}"
        finally:
            _run([*control, "-m", "immediate", "stop"], quiet)
    finally:
        shutil.rmtree(where)


def _run(command: list[str], options: dict) -> None:
    # pg_ctl leaves the server holding its output: a pipe would never close.
    options = {**options, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    done = subprocess.run(command, timeout=60, **options)
    assert done.returncode == 0, f"{Path(command[0]).name} ended with code {done.returncode}"
