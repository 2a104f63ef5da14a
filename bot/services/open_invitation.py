"""Somebody opens an invitation link: on the web page, or through Telegram's start button."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.clock import Clock
from bot.core.invitation import InvitationState
from bot.services.links import BadLink, Links


class InvitationRows(Protocol):
    def by_code(self, code: str) -> InvitationState | None: ...
    def mark_opened(self, invitation_id: str, now: datetime) -> None: ...
    def conversation_for(self, invitation: InvitationState, now: datetime) -> str: ...


class _Unit(Protocol):
    invitations: InvitationRows


class _Units(Protocol):
    def work(self) -> AbstractContextManager[_Unit]: ...


class CannotOpen(Exception):
    """The link does not open. ``clinic_name`` and ``clinic_phone`` are empty where the clinic is not known."""

    def __init__(self, clinic_name: str = "", clinic_phone: str = "") -> None:
        super().__init__(type(self).__name__)
        self.clinic_name = clinic_name
        self.clinic_phone = clinic_phone


class UnknownLink(CannotOpen):
    """We never made this link, or it was changed on its way."""


class ExpiredLink(CannotOpen):
    """The link was ours; its time is over."""


class RevokedLink(CannotOpen):
    """The link was ours; the clinic took it back."""


class OpenInvitation:
    """Turns a link's token into the invitation and its one conversation."""

    def __init__(self, units: _Units, links: Links, clock: Clock) -> None:
        self._units = units
        self._links = links
        self._clock = clock

    def __call__(self, token: str) -> InvitationState:
        """The invitation, marked opened, with ``conversation_id`` set. Opening again gives the same conversation.

        Raises: UnknownLink, ExpiredLink, RevokedLink.
        """
        try:
            code = self._links.read(token)
        except BadLink as error:
            raise UnknownLink from error
        now = self._clock.now()
        with self._units.work() as unit:
            invitation = unit.invitations.by_code(code)
            if invitation is None:
                raise UnknownLink
            if invitation.revoked_at is not None:
                raise RevokedLink(invitation.clinic_name, invitation.clinic_phone)
            if invitation.expired(now):
                raise ExpiredLink(invitation.clinic_name, invitation.clinic_phone)
            unit.invitations.mark_opened(invitation.id, now)
            conversation_id = unit.invitations.conversation_for(invitation, now)
        return replace(invitation, opened_at=invitation.opened_at or now, conversation_id=conversation_id)
