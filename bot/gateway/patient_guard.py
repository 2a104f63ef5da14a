"""Whose conversation a request belongs to: the cookie's, and nobody else's."""

from __future__ import annotations

from fastapi import Request, Response

from bot.bootstrap import House
from bot.core.invitation import InvitationState

COOKIE = "paratoi_chat"


def conversation_of(house: House, request: Request) -> str | None:
    """The conversation of the request's cookie; None when there is none, or it has ended."""
    return house.web_session.conversation(request.cookies.get(COOKIE))


def give_cookie(house: House, response: Response, invitation: InvitationState) -> None:
    """Exchange an opened invitation for a cookie that lasts as long as the link."""
    token = house.web_session.begin(invitation)
    age = int((invitation.expires_at - house.clock.now()).total_seconds())
    response.set_cookie(
        COOKIE, token, max_age=max(age, 0), httponly=True, samesite="lax", secure=house.settings.secure_cookies,
        path="/")
