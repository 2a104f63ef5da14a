"""Rasa's endpoints file for one run: the project's own, with the ports and the database in use."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml

from bot.config import Settings


def write_endpoints(settings: Settings, template: Path) -> Path:
    """Write it into the data directory, readable by this account only, as it may hold a password."""
    wanted = yaml.safe_load(template.read_text())
    wanted["action_endpoint"]["url"] = f"{settings.actions_url}/webhook"
    wanted["tracker_store"] = _tracker_store(settings)
    path = settings.data_dir.resolve() / "rasa-endpoints.yml"
    path.unlink(missing_ok=True)
    with open(path, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        yaml.safe_dump(wanted, file, sort_keys=False)
    return path


def _tracker_store(settings: Settings) -> dict[str, object]:
    """Rasa keeps its own memory of conversations beside our rows: in the same server, or in a SQLite file."""
    if not settings.database_url or settings.database_url.startswith("sqlite"):
        store = "bot.assistant.tracker_store.WriteAheadTrackerStore"
        return {"type": store, "dialect": "sqlite", "db": str(settings.data_dir.resolve() / "rasa.db")}
    url = urlsplit(settings.database_url)
    found = {
        "type": "SQL",
        "dialect": url.scheme,
        "url": url.hostname,
        "port": url.port,
        "db": url.path.lstrip("/"),
        "username": unquote(url.username or ""),
        "password": unquote(url.password or ""),
    }
    return {name: value for name, value in found.items() if value not in (None, "")}
