"""The gateway: chat page and its API, pages for staff, Telegram's webhook."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from bot.bootstrap import House, settle
from bot.gateway import (
    chat_api,
    chat_link,
    chat_page,
    clinician,
    contacts,
    flags,
    pages,
    programme,
    staff_login,
    telegram,
)
from bot.gateway.background import working
from bot.gateway.staff_guard import StaffRefused


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    house: House = app.state.house
    async with working(house) as background, telegram.listening(house):
        app.state.background = background
        yield


def create_app(house: House | None = None) -> FastAPI:
    """The web application for one process."""
    lent = house is not None
    house = house or House()
    _ = house.safety, house.raise_flag  # nobody is let in where a helpline is missing
    if not lent:
        settle()
    app = FastAPI(
        title="Paratoi", docs_url=None, redoc_url=None, openapi_url=None,
        lifespan=_lifespan,
    )
    app.state.house = house
    for part in (chat_link, chat_api, chat_page, staff_login, clinician, flags, contacts, programme, telegram):
        app.include_router(part.make_router(house))
    pages.install(app, house)
    app.add_exception_handler(StaffRefused, staff_login.refused)

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ok"}

    return app
