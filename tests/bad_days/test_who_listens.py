"""Nothing of Paratoi can be reached from another machine unless the settings say so."""

from __future__ import annotations

from pathlib import Path

from running import Running

from bot.config import load_settings

LISTENING = "0A"
LOOPBACK = "0100007F"


def listeners(pid: int) -> set[tuple[str, int]]:
    """Address (as the kernel writes it) and port of everything a process listens on."""
    sockets = {link.readlink().name for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()}
    found = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            columns = line.split()
            if columns[3] == LISTENING and f"socket:[{columns[9]}]" in sockets:
                address, _, port = columns[1].rpartition(":")
                found.add((address, int(port, 16)))
    return found


def test_each_process_listens_on_its_own_port_of_this_machine_and_on_no_other(running: Running) -> None:
    running.system.wait_ready()
    ours = running.system.settings
    for name, ports in {"gateway": {ours.port}, "rasa": {ours.rasa_port}, "actions": {ours.actions_port},
                        "worker": set()}.items():
        assert listeners(running.system.pid(name)) == {(LOOPBACK, port) for port in ports}, name


def test_unless_told_otherwise_the_gateway_listens_on_this_machine_only() -> None:
    assert load_settings(_env_file=None).host == "127.0.0.1"
