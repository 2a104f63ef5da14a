"""The invitation link: opens the conversation and hands out its cookie."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.exc import SQLAlchemyError

from bot.bootstrap import House
from bot.gateway.pages import problem
from bot.gateway.patient_guard import give_cookie
from bot.services.open_invitation import CannotOpen, ExpiredLink, RevokedLink


class _Clinic:
    def __init__(self, name: str, phone: str) -> None:
        self.name, self.phone = name, phone


def make_router(house: House) -> APIRouter:
    router = APIRouter()

    @router.get("/i/{token}")
    async def open_link(request: Request, token: str) -> Response:
        try:
            invitation = await asyncio.to_thread(house.open_invitation, token)
            response = RedirectResponse("/chat", 303)
            await asyncio.to_thread(give_cookie, house, response, invitation)
            begun = await asyncio.to_thread(house.receive_web.begin, invitation.conversation_id)
        except CannotOpen as error:
            return _refused(request, error)
        except SQLAlchemyError:
            return problem(request, "broken", 503)
        if begun is not None:
            request.app.state.background.answer(invitation.conversation_id)
        return response

    return router


def _refused(request: Request, error: CannotOpen) -> Response:
    clinic = _Clinic(error.clinic_name, error.clinic_phone) if error.clinic_name else None
    if isinstance(error, ExpiredLink):
        return problem(request, "expired", 410, clinic)
    if isinstance(error, RevokedLink):
        return problem(request, "revoked", 410, clinic)
    return problem(request, "unknown", 404, clinic)
