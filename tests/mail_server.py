"""A real SMTP server on loopback that keeps what it takes in, and can be told to misbehave."""

from __future__ import annotations

import asyncio
import threading
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, Session

from bot.config import Settings
from bot.supervisor.ports import free_port

USER, PASSWORD = "paratoi", "a password for tests"


class MailServer:
    """Started with ``up()``, stopped with ``down()``; the port stays the same, so that it can come back.

    Attributes:
        taken: every message taken in, as (recipient, message).
        says: the answer to a recipient; ``550 …`` refuses for good, ``451 …`` for now.
        stuck: while set, a message that is on its way is held up and not taken in. ``reached``: one is on its way.
    """

    def __init__(self, with_login: bool = False) -> None:
        self.port = free_port()
        self.taken: list[tuple[str, EmailMessage]] = []
        self.says = "250 OK"
        self.stuck = threading.Event()
        self.reached = threading.Event()
        self._with_login = with_login
        self._controller: Controller | None = None

    def up(self) -> MailServer:
        login = {"auth_required": True, "auth_require_tls": False, "authenticator": _authenticate} if self._with_login else {}
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, ready_timeout=20, **login)
        self._controller.start()
        return self

    def down(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def settings(self, settings: Settings, **other: object) -> Settings:
        """``settings`` with this server set in them."""
        given = {"smtp_host": "127.0.0.1", "smtp_port": self.port, "smtp_tls": "none",
                 "smtp_from": "Paratoi <paratoi@clinic.invalid>", **other}
        return settings.copy(update=given)

    @property
    def to(self) -> list[str]:
        return [recipient for recipient, _ in self.taken]

    async def handle_RCPT(self, server, session: Session, envelope: Envelope, address: str, options) -> str:  # type: ignore[no-untyped-def]  # noqa: N802
        if self.says.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.says

    async def handle_DATA(self, server, session: Session, envelope: Envelope) -> str:  # type: ignore[no-untyped-def]  # noqa: N802
        self.reached.set()
        while self.stuck.is_set():
            await asyncio.sleep(0.02)
        message = message_from_bytes(envelope.content, policy=default)
        self.taken += [(recipient, message) for recipient in envelope.rcpt_tos]
        return "250 OK"


def _authenticate(server, session, envelope, mechanism, given) -> AuthResult:  # type: ignore[no-untyped-def]
    right = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)
