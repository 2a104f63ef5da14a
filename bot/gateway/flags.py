"""The pages of safety flags: those that wait, who was told of them and by when, and putting one's name to one."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from bot.bootstrap import House
from bot.core.dates import short, to_the_second
from bot.core.flags import FlagEntry, how_long_ago, kind_in_words
from bot.core.staff import LoggedIn
from bot.gateway.pages import CONTENT_SECURITY_POLICY, render
from bot.gateway.staff_guard import NOT_FOUND, StaffRefused, require_flag_reader, with_csrf
from bot.services.acknowledge_flag import LONGEST_NOTE, NoSuchFlag, NoteTooLong
from bot.services.show_flags import FlagNotThere

# Without JavaScript a frame of ours looks for new flags, so that the page itself is never loaded again under a note.
_WITH_FRAME = f"{CONTENT_SECURITY_POLICY}; frame-src 'self'"
_LETTERS = 12  # of an id: enough to tell the flags of a clinic apart, and few enough for many in one address
_IN_FRAME = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")


def make_router(house: House) -> APIRouter:
    """GET ``/flags``, ``/flags/watch`` and ``/flags/{id}``, POST ``/flags/{id}`` to acknowledge."""
    router = APIRouter(prefix="/flags")
    who_may = require_flag_reader(house)
    reader = Depends(who_may)
    reader_form = Depends(with_csrf(who_may))

    @router.get("")
    def waiting(request: Request, staff: LoggedIn = reader) -> Response:
        flags = house.alerting.flags(staff.clinic_id)
        seen = ".".join(flag.id[:_LETTERS] for flag in flags.waiting)
        page = _page(house, request, "list", staff, flags.now, flags=flags, seen=seen)
        page.headers["Content-Security-Policy"] = _WITH_FRAME
        return page

    @router.get("/watch")
    def watch(request: Request, seen: str = "") -> Response:
        """``seen``: the beginnings of the ids of the flags on the page around the frame, with dots between them.

        Times would not do: a flag can be raised before that page was made and be there only afterwards.
        """
        try:
            staff = who_may(request)
        except HTTPException as error:  # no safety contact any more, or the login has ended
            page = render(request, "flags/watch.html", new=None, refused=error.status_code == 403)
        else:
            flags = house.alerting.flags(staff.clinic_id)
            there = set(seen.split("."))
            new = sum(flag.id[:_LETTERS] not in there for flag in flags.waiting)
            page = render(request, "flags/watch.html", new=new, looked=to_the_second(flags.now, staff.clinic_timezone))
        page.headers["Content-Security-Policy"] = _IN_FRAME
        return page

    @router.get("/{flag_id}")
    def one(request: Request, flag_id: str, note: str = "", staff: LoggedIn = reader) -> Response:
        flag, now = _one(house, staff, flag_id)
        return _page(house, request, "one", staff, now, flag=flag, too_long=LONGEST_NOTE if note == "long" else None)

    @router.post("/{flag_id}")
    def acknowledge(flag_id: str, note: str = Form(""), staff: LoggedIn = reader_form) -> Response:
        flag, _ = _one(house, staff, flag_id)
        return acknowledged(house, staff, flag.appointment_id, flag.id, note, f"/flags/{flag.id}")

    return router


def acknowledged(house: House, staff: LoggedIn, appointment_id: str, flag_id: str, note: str, page: str) -> Response:
    """Put ``staff``'s name to a flag and lead back to ``page``, where a note that was too long is told.

    Raises: StaffRefused (404) for a flag that is not there.
    """
    try:
        house.acknowledge_flag(appointment_id, flag_id, staff, note)
    except NoSuchFlag as error:
        raise StaffRefused(404, NOT_FOUND, staff) from error
    except NoteTooLong:
        return RedirectResponse(f"{page}?note=long", 303)
    return RedirectResponse(page, 303)


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
        to_the_second=to_the_second, by_mail=house.alerting.by_mail, kind_in_words=kind_in_words,
        how_long_ago=how_long_ago, **context)
