"""Typed settings, read once from the environment when a process starts."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseSettings, Field, ValidationError, root_validator, validator


class SettingsError(ValueError):
    """A setting is missing or wrong; the message says which and what to do."""


class Settings(BaseSettings):
    """Everything that can be set, by environment variables that start with ``PARATOI_``.

    ``DATABASE_URL`` and ``TELEGRAM_BOT_TOKEN`` are read under their usual names.
    The table in ``docs/settings.md`` lists every one; a test fails when one is missing there.
    """

    data_dir: Path = Field(Path("var"), description="Where the database, the secret and logs live.")
    database_url: str = Field("", env="DATABASE_URL", description="Empty: SQLite in the data directory.")
    public_url: str = Field("http://localhost:8080", description="The address people open. Empty: as it was last run.")
    host: str = Field("127.0.0.1", description="The address the gateway listens on.")
    port: int = Field(8080, ge=1, le=65535, description="The port the gateway listens on.")
    rasa_port: int = Field(5005, ge=1, le=65535, description="Rasa's port, on loopback only.")
    actions_port: int = Field(5055, ge=1, le=65535, description="The action server's port, on loopback only.")
    secret: str = Field("", description="Signs links and guards Rasa. Empty: made once and kept in the data directory.")
    telegram_token: str = Field("", env="TELEGRAM_BOT_TOKEN", description="Empty: Telegram is off, all else runs.")
    telegram_api_url: str = Field("https://api.telegram.org", description="The Bot API's address.")
    telegram_webhook: bool = Field(False, description="True: Telegram calls us; needs a public https address.")
    telegram_bot_name: str = Field("", description="The bot's @name; with it, lists of links hold Telegram's as well.")
    place: str = Field("uk", description="Whose helplines, rules and bank holidays apply; an unknown one stops the start.")
    invitation_days: int = Field(60, ge=1, le=400, description="For how many days an invitation link opens.")
    quiet_from: str = Field("20:00", description="Nobody is written to from this time, in their own zone.")
    quiet_until: str = Field("09:00", description="Nobody is written to before this time, in their own zone.")
    weekly_cap: int = Field(3, ge=0, description="How many unasked messages one person gets in seven days, at most.")
    smtp_host: str = Field("", description="Hands e-mail for safety contacts on. Empty: flags are shown on the page only.")
    smtp_port: int = Field(587, ge=1, le=65535, description="The mail server's port.")
    smtp_user: str = Field("", description="The account at the mail server. Empty: none is needed.")
    smtp_password: str = Field("", description="That account's password.")
    smtp_tls: Literal["starttls", "tls", "none"] = Field("starttls", description="How the way there is encrypted.")
    smtp_from: str = Field("", description="Whom those e-mails are from; needed with PARATOI_SMTP_HOST.")
    burst: int = Field(20, ge=1, description="How many messages one person may send in ten seconds.")
    clock_file: Path | None = Field(None, description="Tests and the demo move time with it; leave it unset.")

    class Config:
        env_prefix = "PARATOI_"
        env_file = ".env"

    @validator("public_url", "telegram_api_url")
    def _no_slash_at_the_end(cls, value: str) -> str:
        return value.rstrip("/")

    @root_validator(skip_on_failure=True)
    def _mail_has_a_sender(cls, values: dict[str, Any]) -> dict[str, Any]:
        if values["smtp_host"] and "@" not in values["smtp_from"]:
            raise ValueError("PARATOI_SMTP_FROM is needed with PARATOI_SMTP_HOST; write an e-mail address of yours")
        return values

    @property
    def address_file(self) -> Path:
        """Where ``paratoi run`` writes down its address, for commands that are run beside it."""
        return self.data_dir / "address"

    @property
    def where_public_url_is_from(self) -> str:
        """``setting``, ``run`` (written down by ``paratoi run``) or ``port`` (this machine, the gateway's port)."""
        if "public_url" in self.__fields_set__:
            return "setting"
        return "run" if self._written_down() else "port"

    def _written_down(self) -> str:
        try:
            address = self.address_file.read_text().strip().rstrip("/")
        except (OSError, UnicodeDecodeError):
            return ""  # nothing ran here yet, or not for this account
        return address if address.startswith(("http://", "https://")) else ""

    def fill_public_url(self) -> None:
        """Without a setting of its own: where it last ran, or where it would run on this machine."""
        if "public_url" not in self.__fields_set__ or not self.public_url:
            self.public_url = self._written_down() or f"http://localhost:{self.port}"
            self.__fields_set__.discard("public_url")  # nobody set it: another run may be somewhere else

    @property
    def rasa_url(self) -> str:
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        return f"http://127.0.0.1:{self.actions_port}"

    @property
    def secure_cookies(self) -> bool:
        return self.public_url.startswith("https://")

    def resolved_rasa_secret(self) -> str:
        """What the gateway shows Rasa; made from the signing secret, so that it need not be passed about."""
        return hmac.new(self.resolved_secret().encode(), b"rasa", hashlib.sha256).hexdigest()

    def resolved_database_url(self) -> str:
        """The database's address; SQLite in the data directory when none was given."""
        if self.database_url:
            return self.database_url
        self.data_dir.mkdir(parents=True, exist_ok=True)
        return f"sqlite:///{(self.data_dir / 'paratoi.db').resolve()}"

    def resolved_secret(self) -> str:
        """The signing secret; made once (mode 0600) and kept in the data directory when none was given."""
        if self.secret:
            return self.secret
        self.data_dir.mkdir(parents=True, exist_ok=True)
        path = self.data_dir / "secret"
        try:
            with open(path, "x", opener=_private_file) as file:
                file.write(secrets.token_urlsafe(48))
        except FileExistsError:
            pass
        secret = path.read_text().strip()
        if not secret:
            raise SettingsError(f"{path} is empty. Delete it, or set PARATOI_SECRET.")
        return secret


def _private_file(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def load_settings(**given: object) -> Settings:
    """Read the settings, with ``given`` ones taking the place of the environment's.

    Raises:
        SettingsError: a value is not of its kind; the message names the variable.
    """
    try:
        settings = Settings(**given)
    except ValidationError as error:
        lines = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
        raise SettingsError("These settings are wrong:\n" + "\n".join(lines)) from error
    settings.fill_public_url()
    return settings
