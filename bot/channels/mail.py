"""E-mail to safety contacts, over one SMTP server."""

from __future__ import annotations

import asyncio
import logging
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr
from typing import Protocol

from bot.core.alerts import Letter
from bot.core.delivery import Receipt

logger = logging.getLogger(__name__)
# For each step of the exchange; a whole try stays far below bot.core.alerts.LEASE.
PATIENCE = 10.0  # seconds
PERMANENT = 500


@dataclass(frozen=True)
class MailServer:
    """Where e-mail is handed in. ``tls``: ``starttls``, ``tls`` (from the first byte) or ``none``."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    tls: str = "starttls"


class MailSettings(Protocol):
    """What is set about e-mail, see ``bot/config.py``."""

    smtp_host: str
    smtp_port: int
    smtp_from: str
    smtp_user: str
    smtp_password: str
    smtp_tls: str


def mailer_for(settings: MailSettings) -> SmtpMailer | None:
    """The mailer; nothing while no mail server is set."""
    if not settings.smtp_host:
        return None
    return SmtpMailer(MailServer(
        settings.smtp_host, settings.smtp_port, settings.smtp_from, settings.smtp_user, settings.smtp_password,
        settings.smtp_tls))


class SmtpMailer:
    """Sends one letter at a time; what the server says becomes one of our own words (bot.core.alerts.OUTCOMES)."""

    def __init__(self, server: MailServer, context: Callable[[], ssl.SSLContext] = ssl.create_default_context) -> None:
        self._server, self._context = server, context

    async def send(self, letter: Letter) -> Receipt:
        """Hand a letter in. Never raises for trouble on the way."""
        return await asyncio.to_thread(self._send, letter)

    async def reach(self) -> Receipt:
        """Connect and log in, and send nothing; ``sent`` when that worked."""
        return await asyncio.to_thread(self._reach)

    def _reach(self) -> Receipt:
        try:
            with self._connection() as smtp:
                smtp.noop()
        except (smtplib.SMTPException, OSError) as error:
            return Receipt(outcome_of(error, connected=False))
        return Receipt("sent")

    def _send(self, letter: Letter) -> Receipt:
        connected = taken = False
        sender = parseaddr(self._server.sender)[1]
        try:
            with self._connection() as smtp:
                connected = True
                smtp.send_message(self._message(letter), from_addr=sender, to_addrs=[letter.to])
                taken = True
        except (smtplib.SMTPException, OSError) as error:
            if taken:  # only the goodbye went wrong
                return Receipt("sent", letter.id)
            outcome = outcome_of(error, connected)
            logger.info("an e-mail could not be handed in: %s (%s)", outcome, type(error).__name__)
            return Receipt(outcome)
        return Receipt("sent", letter.id)

    def _connection(self) -> smtplib.SMTP:
        server = self._server
        if server.tls == "tls":
            smtp = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=self._context())
        else:
            smtp = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
        try:
            if server.tls == "starttls":
                smtp.starttls(context=self._context())
            if server.user:
                smtp.login(server.user, server.password)
        except (smtplib.SMTPException, OSError):
            smtp.close()
            raise
        return smtp

    def _message(self, letter: Letter) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["Subject"] = letter.subject
        message["From"] = self._server.sender
        message["To"] = letter.to
        message["Date"] = letter.at
        message["Message-ID"] = f"<{letter.id}@{parseaddr(self._server.sender)[1].rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message["Importance"] = "high"
        message.set_content(letter.text)
        return message


def outcome_of(error: Exception, connected: bool) -> str:
    """Our own word for an error.

    Args:
        connected: whether the letter itself was on its way; an ending we do not know may then mean that it arrived.
    """
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return "wrong_login"
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
        return "refused" if codes and all(code >= PERMANENT for code in codes) else "unreachable"
    if isinstance(error, smtplib.SMTPSenderRefused):
        return "sender_refused"
    if isinstance(error, ssl.SSLError | smtplib.SMTPNotSupportedError):
        return "no_tls"
    if isinstance(error, smtplib.SMTPDataError):
        return "refused" if error.smtp_code >= PERMANENT else "unreachable"
    return "unsure" if connected else "unreachable"
