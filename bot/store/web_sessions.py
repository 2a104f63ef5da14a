"""The cookies that invitation links were exchanged for."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.tables import Invitation, WebSession


class WebSessions:
    """The web sessions of one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, digest: str, conversation_id: str, invitation_id: str, now: datetime, expires_at: datetime) -> None:
        self._session.add(WebSession(
            token_digest=digest, conversation_id=conversation_id, invitation_id=invitation_id, created_at=now,
            expires_at=expires_at))

    def conversation(self, digest: str, now: datetime) -> str | None:
        """The conversation a cookie belongs to; None when it ran out or its invitation was taken back."""
        return self._session.execute(
            select(WebSession.conversation_id).join(Invitation, Invitation.id == WebSession.invitation_id)
            .where(WebSession.token_digest == digest, WebSession.expires_at > now, Invitation.revoked_at.is_(None))
        ).scalar_one_or_none()
