"""The clock of flags, and the e-mails that tell safety contacts: what the worker does about both, again and again."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import uuid4

from bot.clock import Clock
from bot.core.alerts import AlertMail, Letter, after_try
from bot.core.dates import day_and_time
from bot.core.delivery import Receipt
from bot.services.tell_contact import tell_next

log = logging.getLogger(__name__)


class Mailer(Protocol):
    async def send(self, letter: Letter) -> Receipt: ...

    async def reach(self) -> Receipt: ...


class MailWords(Protocol):
    """The words of the e-mail, see ``bot/content/alert_mail.yml``."""

    def letter(self, clinic: str, link: str, until: str, late: bool) -> tuple[str, str]: ...

    def first(self, clinic: str, link: str) -> tuple[str, str]: ...


class _Units(Protocol):
    def work(self) -> AbstractContextManager[Any]: ...
    def reading(self) -> AbstractContextManager[Any]: ...


@dataclass
class AlertContacts:
    """Tells the next contact when time is over, then sends the e-mails that are due: claim, commit, send, mark.

    The first telling is a row from the moment the flag is one (:class:`bot.services.raise_flag.RaiseFlag`). The clock
    asks no mail server: it goes on while none answers. Quiet hours and caps are the patients' and do not apply.

    The race: between the mail server's yes and our mark stands one commit. A process killed there leaves a claimed row
    that another sends again once ``LEASE`` is over. We err on that side: no e-mail is lost, and the copy has the same
    Message-ID.

    Args:
        mailer: nothing where no mail server is set up; then flags are shown on the page only, and the rows say so.
    """

    units: _Units
    mailer: Mailer | None
    words: MailWords
    public_url: str
    clock: Clock

    def __post_init__(self) -> None:
        self._name = uuid4().hex

    async def __call__(self) -> int:
        """One round of both. Returns: how many e-mails went."""
        await asyncio.to_thread(self.escalate)
        sent = 0
        # Shielded: once claimed, an e-mail is sent and marked even when the task that waits for it is cancelled.
        while (gone := await asyncio.shield(self._send_next())) is not None:
            sent += gone
            if not gone:
                break  # trouble: the others are no quicker now, and the clock is not to wait for them
        return sent

    async def try_out(self, clinic: str, email: str) -> str:
        """Send one harmless e-mail to ``email``. Returns: what became of it, one of bot.core.alerts.OUTCOMES."""
        if self.mailer is None:
            return "not_set_up"
        subject, text = self.words.first(clinic, f"{self.public_url}/flags")
        return (await self.mailer.send(Letter(uuid4().hex, email, subject, text, self.clock.now()))).outcome

    def escalate(self) -> int:
        """Tell the next contact of every flag whose time is over. Returns: how many were told."""
        with self.units.reading() as unit:
            overdue = unit.alerts.overdue(self.clock.now())
        return sum(self._tell(flag_id) for flag_id in overdue)

    def _tell(self, flag_id: str) -> bool:
        with self.units.work() as unit:
            return tell_next(unit, flag_id, self.clock.now())

    async def _send_next(self) -> bool | None:
        """Whether the next e-mail went; nothing when there is none that may go now."""
        mail = await asyncio.to_thread(self._claim)
        if mail is None or self.mailer is None:
            return None
        receipt = await self.mailer.send(self._letter(mail))
        await asyncio.to_thread(self._settle, mail, receipt)
        return receipt.outcome == "sent"

    def _claim(self) -> AlertMail | None:
        """The next e-mail, marked as ours and committed; nothing when there is none to send."""
        with self.units.reading() as unit:
            if not unit.alerts.any_mail(self.clock.now()):
                return None
        while True:
            now = self.clock.now()
            with self.units.work() as unit:
                mail = unit.alerts.next_mail(now)
                if mail is None:
                    return None
                if reason := unit.alerts.pointless(mail.id):
                    unit.alerts.drop(mail, reason)
                elif self.mailer is None or not mail.email:
                    unit.alerts.fail(mail, "no_address" if self.mailer else "not_set_up")
                else:
                    return unit.alerts.claim(mail, self._name, now)

    def _letter(self, mail: AlertMail) -> Letter:
        now, link = self.clock.now(), f"{self.public_url}/flags/{mail.flag_id}"
        until = day_and_time(mail.due_at, mail.timezone)
        subject, text = self.words.letter(mail.clinic, link, until, late=now >= mail.due_at)
        return Letter(mail.id, mail.email, subject, text, now)

    def _settle(self, mail: AlertMail, receipt: Receipt) -> None:
        now = self.clock.now()
        after = after_try(receipt, mail.tries, now)
        with self.units.work() as unit:
            unit.alerts.settle(mail, after, self._name, now)
        level = logging.INFO if after.state == "sent" else logging.WARNING
        log.log(level, "alert %s: e-mail %s outcome=%s tries=%d", mail.id, after.state, after.outcome, mail.tries)
