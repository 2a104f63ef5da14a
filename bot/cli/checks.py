"""What ``paratoi doctor`` looks at. Each check says what it found and, where something is missing, what to do."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx
from sqlalchemy.exc import SQLAlchemyError

from bot.bootstrap import House
from bot.config import Settings, SettingsError
from bot.supervisor import model
from bot.supervisor.ports import holder_of, is_taken

GOOD, LATER, MISSING = "good", "for later", "missing"
LEAST_FREE = 1_000_000_000  # bytes
TOKEN = re.compile(r"\d+:[\w-]{30,}")


@dataclass(frozen=True)
class Finding:
    """``state``: ``good``; ``for later``: it runs without; ``missing``: it does not."""

    name: str
    state: str
    found: str
    todo: str = ""


def findings(house: House) -> Iterator[Finding]:
    """Look at everything, one after the other; nothing is changed except that the data directory is made."""
    settings = house.settings
    yield from _machine(settings)
    yield from _database(house)
    yield _model()
    yield from _ports(settings)
    yield _address(settings)
    yield _secret(settings)
    yield _telegram(settings)
    yield _mail(house)
    yield _helplines(house)
    yield _quiet_hours(house)
    yield _browser()


def _machine(settings: Settings) -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    right = sys.version_info[:2] == (3, 10)
    yield Finding(
        "Python", GOOD if right else MISSING, version, "" if right else "Python 3.10 is needed; use make run."
    )
    where = settings.data_dir.resolve()
    try:
        where.mkdir(parents=True, exist_ok=True)
        writable = os.access(where, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        yield Finding("Data directory", MISSING, f"{where} cannot be written", "Choose another with PARATOI_DATA_DIR.")
        return
    yield Finding("Data directory", GOOD, str(where))
    free = shutil.disk_usage(where).free
    enough = free > LEAST_FREE
    yield Finding("Disk space", GOOD if enough else LATER, f"{free / 1e9:.1f} GB free", "" if enough else "Make room.")


def _database(house: House) -> Iterator[Finding]:
    name = "Database"
    try:
        url = house.units.database.engine.url
        kind = (
            "PostgreSQL"
            if url.get_backend_name() == "postgresql"
            else url.get_backend_name().replace("sqlite", "SQLite")
        )
        pending = house.schema.pending()
        if pending:
            yield Finding(name, LATER, f"{kind}, {len(pending)} step(s) to come", "Run: paratoi db upgrade")
            return
        yield Finding(name, GOOD, f"{kind}, up to date")
        with house.units.reading() as unit:
            clinics = unit.clinics.all()
    except (SQLAlchemyError, OSError) as error:
        found = str(getattr(error, "orig", None) or error).splitlines()[0]
        yield Finding(name, MISSING, found, "Check DATABASE_URL, and that the database is running.")
        return
    if not clinics:
        yield Finding("Clinics", LATER, "none yet", "Add one: paratoi clinic add, or try paratoi run --demo")
    for clinic in clinics:
        names = ", then ".join(contact.name for contact in clinic.contacts)
        if names:
            yield Finding("Clinic", GOOD, f"{clinic.name}: safety flags go to {names}")
        else:
            yield Finding(
                "Clinic", MISSING, f"{clinic.name}: nobody is told of safety flags, so nobody can be invited",
                f'Run: paratoi contacts add "Dr Ito" --email ito@clinic.example --clinic {clinic.slug}',
            )


def _model() -> Finding:
    path = model.path_of()
    if path.exists():
        return Finding("Model", GOOD, f"fits the present data ({path.name})")
    return Finding(
        "Model", LATER, "missing, or trained for other data", "Run: paratoi train (paratoi run does it, too)"
    )


def _ports(settings: Settings) -> Iterator[Finding]:
    for name, port in (("gateway", settings.port), ("Rasa", settings.rasa_port), ("actions", settings.actions_port)):
        if not is_taken(port):
            yield Finding(f"Port of {name}", GOOD, f"{port} is free")
            continue
        holder = holder_of(port) or "another program"
        yield Finding(
            f"Port of {name}", LATER, f"{port} is in use by {holder}", "Fine if that is Paratoi, running now."
        )


def _address(settings: Settings) -> Finding:
    where = {
        "setting": "from PARATOI_PUBLIC_URL", "run": "where paratoi run was last started",
        "port": "this machine only; PARATOI_PUBLIC_URL is not set",
    }[settings.where_public_url_is_from]
    found = f"links begin with {settings.public_url} ({where})"
    if settings.secure_cookies:
        return Finding("Public address", GOOD, found)
    return Finding(
        "Public address",
        LATER,
        f"{found}, not https",
        "For real people set PARATOI_PUBLIC_URL to https://…",
    )


def _secret(settings: Settings) -> Finding:
    try:
        length = len(settings.resolved_secret())
    except (SettingsError, OSError) as error:
        return Finding("Secret", MISSING, str(error), "Set PARATOI_SECRET, or make the data directory writable.")
    where = "from PARATOI_SECRET" if settings.secret else "kept in the data directory"
    if length < 32:
        return Finding("Secret", MISSING, f"{where}, too short to be safe", "Use 32 characters or more.")
    return Finding("Secret", GOOD, where)


def _telegram(settings: Settings, get: Callable[..., httpx.Response] = httpx.get) -> Finding:
    token = settings.telegram_token
    if not token:
        return Finding("Telegram", LATER, "off", "To turn it on: get a token from @BotFather, set TELEGRAM_BOT_TOKEN.")
    if not TOKEN.fullmatch(token):
        return Finding("Telegram", MISSING, "the token does not look like one", "Copy it whole from @BotFather.")
    try:
        answer = get(f"{settings.telegram_api_url}/bot{token}/getMe", timeout=5.0)
        name = answer.json()["result"]["username"] if answer.status_code == 200 else ""
    except (httpx.HTTPError, ValueError, KeyError):
        return Finding("Telegram", LATER, "Telegram could not be reached", "Check the network; the rest runs without.")
    if not name:
        return Finding("Telegram", MISSING, "Telegram does not know this token", "Get a fresh one from @BotFather.")
    return Finding("Telegram", GOOD, f"@{name}")


def _mail(house: House) -> Finding:
    mailer, settings = house.alerting.tick.mailer, house.settings
    if mailer is None:
        return Finding(
            "E-mail", LATER, "no mail server is set: safety flags are only shown on the page, nobody gets an e-mail",
            "Set PARATOI_SMTP_HOST and PARATOI_SMTP_FROM; docs/settings.md shows how.",
        )
    where = f"{settings.smtp_host}:{settings.smtp_port}"
    outcome = asyncio.run(mailer.reach()).outcome
    if outcome == "sent":
        return Finding("E-mail", GOOD, f"{where} answers; safety contacts get e-mails from {settings.smtp_from}")
    why = {"wrong_login": "refuses the account", "no_tls": "offers no safe way; see PARATOI_SMTP_TLS"}
    return Finding(
        "E-mail", MISSING, f"{where} {why.get(outcome, 'cannot be reached')}: safety flags are only shown on the page",
        "Check the PARATOI_SMTP_ settings. What waits is sent when the server answers.",
    )


def _helplines(house: House) -> Finding:
    try:
        lines = house.safety.helplines.lines
    except ValueError as error:  # ContentError, of a part that the command line does not know
        return Finding("Helplines", MISSING, str(error), "Nothing starts until then.")
    unchecked = [line.name for line in lines.values() if not line.is_checked]
    if unchecked:
        return Finding("Helplines", LATER, f"nobody has checked: {', '.join(unchecked)}",
                       f"Check each number, then write who did and when into bot/content/helplines/{house.settings.place}.yml.")
    return Finding("Helplines", GOOD, f"{len(lines)} for {house.settings.place}; check them again before use")


def _quiet_hours(house: House) -> Finding:
    try:
        rules = house.send_rules
    except SettingsError as error:
        return Finding("Quiet hours", MISSING, str(error), "Mend the two settings.")
    settings = house.settings
    found = f"{settings.quiet_from} to {settings.quiet_until}, at most {rules.weekly_cap} unasked messages a week"
    return Finding("Quiet hours", GOOD, found)


def _browser() -> Finding:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found and shutil.which("chromedriver"):
        return Finding("Browser", GOOD, f"{found}, for the browser tests")
    return Finding("Browser", LATER, "none; only the tests need one", "apt-get install chromium chromium-driver")
