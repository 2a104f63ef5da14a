"""The clinician's pages: the clinic's days, and each person's sheet."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import Response

from bot.bootstrap import House
from bot.core.dates import short, time_of
from bot.core.sheet_record import SheetRecord
from bot.core.staff import LoggedIn
from bot.gateway.flags import acknowledged
from bot.gateway.pages import render
from bot.gateway.staff_guard import NOT_FOUND, StaffRefused, require_staff, require_staff_form
from bot.services.acknowledge_flag import LONGEST_NOTE
from bot.services.open_sheet import NoSuchAppointment, SeveralAppointments

ROLE = "clinician"
FILES = {"txt": ("text", "text/plain; charset=utf-8"), "json": ("json", "application/json")}


def make_router(house: House) -> APIRouter:
    """GET ``/clinic``, GET ``/clinic/appointments/{id}`` (also ``.txt`` and ``.json``), POST to acknowledge a flag."""
    router = APIRouter(prefix="/clinic")
    clinician = Depends(require_staff(house, ROLE))
    clinician_form = Depends(require_staff_form(house, ROLE))

    @router.get("")
    def days(request: Request, day: str = "", staff: LoggedIn = clinician) -> Response:
        wanted, wrong = _day(day)
        clinic = house.show_clinic(staff, wanted)
        return render(
            request, "clinician/days.html", staff=staff, clinic={"name": staff.clinic_name}, days=clinic, day=wanted,
            wrong=day if wrong else "", day_text=_day_text, short_day=_short_day,
            short=short, time_of=time_of,
        )

    @router.get("/appointments/{appointment_id}.{ending}")
    def file(appointment_id: str, ending: str, staff: LoggedIn = clinician) -> Response:
        if ending not in FILES:
            raise StaffRefused(404, NOT_FOUND, staff)
        format, media_type = FILES[ending]
        return Response(house.sheet_formats.render(_open(house, appointment_id, staff, format), format),
                        media_type=media_type)

    @router.get("/appointments/{appointment_id}")
    def sheet(request: Request, appointment_id: str, note: str = "", staff: LoggedIn = clinician) -> Response:
        record = _open(house, appointment_id, staff, "html")
        return render(
            request, "clinician/sheet.html", staff=staff, clinic={"name": staff.clinic_name},
            line=record.appointment, shared=record.sheet is not None, too_long=LONGEST_NOTE if note == "long" else None,
            sheet=house.sheet_formats.fragment(record, staff.csrf),
        )

    @router.post("/appointments/{appointment_id}/flags/{flag_id}")
    def acknowledge(
        appointment_id: str, flag_id: str, note: str = Form(""), staff: LoggedIn = clinician_form
    ) -> Response:
        return acknowledged(house, staff, appointment_id, flag_id, note, f"/clinic/appointments/{appointment_id}")

    return router


def _open(house: House, appointment_id: str, staff: LoggedIn, format: str) -> SheetRecord:
    try:
        return house.open_sheet(appointment_id, staff=staff, format=format)
    except (NoSuchAppointment, SeveralAppointments) as error:
        raise StaffRefused(404, NOT_FOUND, staff) from error


def _day(given: str) -> tuple[date | None, bool]:
    """The day asked for, and whether it was no day at all."""
    if not given:
        return None, False
    try:
        day = date.fromisoformat(given)
    except ValueError:
        return None, True
    return (day, False) if 2000 <= day.year <= 2999 else (None, True)


def _day_text(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def _short_day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"
