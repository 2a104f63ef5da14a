"""All that has to do with telling a clinic's safety contacts of its flags, in one hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.clock import Clock
from bot.services.alert_contacts import AlertContacts, Mailer, MailWords
from bot.services.safety_contacts import SafetyContacts
from bot.services.show_flags import ShowFlags


@dataclass(frozen=True)
class Alerting:
    """``contacts``: the lists. ``flags``: what the page of flags shows. ``tick``: what the worker does again and again.

    ``by_mail``: whether a mail server is set up; without one flags are shown on the page only.
    """

    contacts: SafetyContacts
    flags: ShowFlags
    tick: AlertContacts

    @classmethod
    def of(cls, units: Any, mailer: Mailer | None, words: MailWords, public_url: str, clock: Clock) -> Alerting:
        """Everything over the same rows and clock."""
        return cls(SafetyContacts(units, clock), ShowFlags(units, clock),
                   AlertContacts(units, mailer, words, public_url, clock))

    @property
    def by_mail(self) -> bool:
        return self.tick.mailer is not None
