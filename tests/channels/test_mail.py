"""E-mail to safety contacts, against a real SMTP server on loopback."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import datetime, timezone

import pytest
from mail_server import PASSWORD, USER, MailServer

from bot.channels.mail import MailServer as Server
from bot.channels.mail import SmtpMailer, mailer_for
from bot.config import Settings, SettingsError, load_settings
from bot.core.alerts import Letter
from bot.supervisor.ports import free_port

LETTER = Letter("a1b2", "duty@clinic.invalid", "Please look – Demo Clinic", "Line one\nhttps://x.invalid/flags/1\n",
                datetime(2026, 11, 26, 9, 0, tzinfo=timezone.utc))


@pytest.fixture
def server() -> Iterator[MailServer]:
    made = MailServer().up()
    yield made
    made.down()


@pytest.fixture
def guarded() -> Iterator[MailServer]:
    made = MailServer(with_login=True).up()
    yield made
    made.down()


def mailer(server: MailServer, settings: Settings, **other: object) -> SmtpMailer:
    return mailer_for(server.settings(settings, **other))


async def test_a_letter_arrives_as_it_was_written(server: MailServer, settings: Settings) -> None:
    assert (await mailer(server, settings).send(LETTER)).outcome == "sent"
    ((to, message),) = server.taken
    assert to == message["To"] == LETTER.to
    assert (message["Subject"], message["From"]) == (LETTER.subject, "Paratoi <paratoi@clinic.invalid>")
    assert message["Message-ID"] == "<a1b2@clinic.invalid>" and message["Date"].startswith("Thu, 26 Nov 2026 09:00")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content().replace("\r\n", "\n") == LETTER.text


async def test_a_server_that_is_not_there_is_unreachable(settings: Settings) -> None:
    assert (await mailer(MailServer(), settings).send(LETTER)).outcome == "unreachable"
    assert (await mailer(MailServer(), settings).reach()).outcome == "unreachable"


@pytest.mark.parametrize(("says", "outcome"), [
    ("550 No such mailbox", "refused"), ("451 Try again later", "unreachable"),
])
async def test_a_refused_mailbox_is_told_apart_from_a_busy_one(
    server: MailServer, settings: Settings, says: str, outcome: str
) -> None:
    server.says = says
    assert (await mailer(server, settings).send(LETTER)).outcome == outcome
    assert server.taken == []


async def test_an_account_is_used_and_a_wrong_one_is_told_as_that(guarded: MailServer, settings: Settings) -> None:
    right = mailer(guarded, settings, smtp_user=USER, smtp_password=PASSWORD)
    assert (await right.reach()).outcome == "sent" and guarded.taken == []
    assert (await right.send(LETTER)).outcome == "sent"
    wrong = mailer(guarded, settings, smtp_user=USER, smtp_password="something else")
    assert (await wrong.send(LETTER)).outcome == "wrong_login"
    assert len(guarded.taken) == 1


async def test_a_way_that_cannot_be_made_safe_is_not_used(server: MailServer, settings: Settings) -> None:
    for tls in ("starttls", "tls"):
        plain = SmtpMailer(Server("127.0.0.1", server.port, "p@x.invalid", tls=tls), ssl.create_default_context)
        assert (await plain.send(LETTER)).outcome == "no_tls"
    assert server.taken == []


def test_without_a_host_there_is_no_mailer(settings: Settings) -> None:
    assert mailer_for(settings) is None


def test_a_host_without_a_sender_is_refused_by_name() -> None:
    with pytest.raises(SettingsError, match="PARATOI_SMTP_FROM"):
        load_settings(_env_file=None, smtp_host="mail.invalid", smtp_port=free_port())
