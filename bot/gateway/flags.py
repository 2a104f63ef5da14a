"""The pages of safety flags: those that wait, who was told of them and by when, and putting one's name to one."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from bot.bootstrap import House
from bot.core.dates import short
from bot.core.flags import FlagEntry, how_long_ago, kind_in_words
from bot.core.staff import LoggedIn
from bot.gateway.pages import render
from bot.gateway.staff_guard import NOT_FOUND, StaffRefused, require_flag_reader, with_csrf
from bot.services.acknowledge_flag import LONGEST_NOTE, NoSuchFlag, NoteTooLong
from bot.services.show_flags import FlagNotThere


def make_router(house: House) -> APIRouter:
    """GET ``/flags`` and ``/flags/{id}``, POST ``/flags/{id}`` to acknowledge."""
    router = APIRouter(prefix="/flags")
    reader = Depends(require_flag_reader(house))
    reader_form = Depends(with_csrf(require_flag_reader(house)))

    @router.get("")
    def waiting(request: Request, staff: LoggedIn = reader) -> Response:
        flags = house.alerting.flags(staff.clinic_id)
        return _page(house, request, "list", staff, flags.now, flags=flags)

    @router.get("/{flag_id}")
    def one(request: Request, flag_id: str, note: str = "", staff: LoggedIn = reader) -> Response:
        flag, now = _one(house, staff, flag_id)
        return _page(house, request, "one", staff, now, flag=flag, too_long=LONGEST_NOTE if note == "long" else None)

    @router.post("/{flag_id}")
    def acknowledge(flag_id: str, note: str = Form(""), staff: LoggedIn = reader_form) -> Response:
        flag, _ = _one(house, staff, flag_id)
        page = f"/flags/{flag.id}"
        try:
            house.acknowledge_flag(flag.appointment_id, flag.id, staff, note)
        except NoSuchFlag as error:
            raise StaffRefused(404, NOT_FOUND, staff) from error
        except NoteTooLong:
            return RedirectResponse(f"{page}?note=long", 303)
        return RedirectResponse(page, 303)

    return router


def _one(house: House, staff: LoggedIn, flag_id: str) -> tuple[FlagEntry, datetime]:
    try:
        return house.alerting.flags.one(staff.clinic_id, flag_id)
    except FlagNotThere as error:
        raise StaffRefused(404, NOT_FOUND, staff) from error


def _page(
    house: House, request: Request, name: str, staff: LoggedIn, now: datetime, **context: object
) -> Response:
    return render(
        request, f"flags/{name}.html", staff=staff, clinic={"name": staff.clinic_name}, now=now, short=short,
        by_mail=house.alerting.by_mail, kind_in_words=kind_in_words, how_long_ago=how_long_ago, **context)
