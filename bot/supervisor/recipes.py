"""How each of the four processes is started, with what environment, and how one knows that it is ready."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bot.config import Settings
from bot.supervisor.endpoints import write_endpoints
from bot.supervisor.errors import NotReady
from bot.supervisor.process import Recipe

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("gateway", "worker", "actions", "rasa")

# Read under names without our prefix; see bot/config.py.
_UNPREFIXED = {"database_url": "DATABASE_URL", "telegram_token": "TELEGRAM_BOT_TOKEN"}
_HARMFUL = ("PYTHONDONTWRITEBYTECODE",)  # without compiled modules Rasa takes many seconds longer to start
_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SANIC_HOST": "127.0.0.1",  # where the action server listens; its default is every address
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "-1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",  # less memory held back by glibc, at no measurable cost here
    "PYTHONUNBUFFERED": "1",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
}


def environment(settings: Settings) -> dict[str, str]:
    """What every process is started with: all settings spelled out, so that they agree."""
    given = {}
    for name in settings.__fields__:
        value = getattr(settings, name)
        if value is not None:
            value = value.resolve() if isinstance(value, Path) else value
            given[_UNPREFIXED.get(name, f"PARATOI_{name.upper()}")] = str(value)
    inherited = {name: value for name, value in os.environ.items() if name not in _HARMFUL}
    return {**inherited, **_QUIET, **given}


def all_of(settings: Settings, model: Path) -> list[Recipe]:
    """The recipes, in the order they are shown; ``model`` is the trained model's file."""
    return [gateway(settings), worker(settings), actions(settings), rasa(settings, model)]


def gateway(settings: Settings) -> Recipe:
    port = str(settings.port)
    quiet = ("--no-access-log", "--log-level", "warning", "--ws", "none", "--timeout-graceful-shutdown", "3")
    arguments = ("bot.gateway.app:create_app", "--factory", "--host", settings.host, "--port", port, *quiet)
    return Recipe("gateway", "uvicorn", arguments, _answers(settings.port, "/health"), settings.port)


def worker(settings: Settings) -> Recipe:
    return Recipe("worker", "bot.worker", (), _touches(settings.data_dir / "worker.alive"))


def actions(settings: Settings) -> Recipe:
    port = settings.actions_port
    arguments = ("--port", str(port))
    return Recipe("actions", "actions", arguments, _answers(port, "/health"), port, last=True)


def rasa(settings: Settings, model: Path) -> Recipe:
    port = settings.rasa_port
    endpoints = write_endpoints(settings, ROOT / "endpoints.yml")
    files = ("--endpoints", str(endpoints), "--credentials", "credentials.yml", "--model", str(model))
    arguments = ("run", "--interface", "127.0.0.1", "--port", str(port), *files, "--quiet")
    ready = _takes_a_turn(port, settings.resolved_rasa_secret())
    return Recipe("rasa", "bot.assistant", arguments, ready, port, last=True)


def migrate(settings: Settings) -> None:
    """Bring the tables up to date, in a process of its own so that this one stays small.

    Raises: NotReady with what the database said.
    """
    command = [sys.executable, "-m", "bot.cli", "db", "upgrade"]
    done = subprocess.run(command, cwd=ROOT, env=environment(settings), capture_output=True, text=True)
    if done.returncode:
        raise NotReady(done.stderr.strip().removeprefix("✗").strip())


def _answers(port: int, path: str) -> Callable[[], bool]:
    def is_ready() -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", path)
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    return is_ready


def _takes_a_turn(port: int, secret: str) -> Callable[[], bool]:
    """A turn of no conversation goes all the way to the actions and back; that also warms everything up."""
    body = json.dumps({"conversation": "probe", "inbox_id": "probe", "kind": "text", "text": "hello", "value": None})

    def is_ready() -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            headers = {"Content-Type": "application/json", "X-Paratoi-Secret": secret}
            connection.request("POST", "/webhooks/paratoi/turn", body, headers)
            answer = connection.getresponse()
            return answer.status == 200 and bool(json.load(answer)["messages"])
        except (OSError, http.client.HTTPException, ValueError, KeyError):
            return False
        finally:
            connection.close()

    return is_ready


def _touches(path: Path) -> Callable[[], bool]:
    """For a process that listens nowhere: it touches a file, and once more after it was first looked for."""
    seen: list[int] = []

    def is_ready() -> bool:
        try:
            seen.append(path.stat().st_mtime_ns)
        except FileNotFoundError:
            seen.append(0)
        return seen[-1] != seen[0]

    return is_ready
