"""The page of safety contacts: who is told of the clinic's flags, in which order, and how long each has."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from bot.bootstrap import House
from bot.core.alerts import FEWEST_MINUTES, MOST_MINUTES
from bot.core.staff import ROLES, LoggedIn
from bot.gateway.pages import render
from bot.gateway.staff_guard import NOT_FOUND, StaffRefused, require_staff, require_staff_form
from bot.services.safety_contacts import ContactError

PAGE = "/staff/contacts"
NO_NUMBER = -1  # refused by the service, with the minutes that are possible


def make_router(house: House) -> APIRouter:
    """GET ``/staff/contacts``; every change is a POST below it with the login's ``csrf``."""
    router = APIRouter(prefix=PAGE)
    staff_page, staff_form = Depends(require_staff(house, *ROLES)), Depends(require_staff_form(house, *ROLES))
    contacts = house.alerting.contacts

    def changed(request: Request, staff: LoggedIn, change: Callable[[], object], done: str, **typed: str) -> Response:
        try:
            change()
        except ContactError as error:
            return _page(house, request, staff, 422, problem=str(error), typed=typed)
        return RedirectResponse(f"{PAGE}?done={done}", 303)

    @router.get("")
    def show(request: Request, done: str = "", staff: LoggedIn = staff_page) -> Response:
        return _page(house, request, staff, done=done)

    @router.post("")
    def add(
        request: Request, name: str = Form(""), email: str = Form(""), username: str = Form(""),
        minutes: str = Form(""), first: str = Form(""), staff: LoggedIn = staff_form,
    ) -> Response:
        return changed(request, staff, lambda: contacts.add(
            staff.clinic_id, name=name, email=email, username=username, minutes=_number(minutes), first=bool(first)),
            "added", name=name, email=email, username=username, minutes=minutes)

    @router.post("/minutes")
    def minutes_of_all(request: Request, minutes: str = Form(""), staff: LoggedIn = staff_form) -> Response:
        return changed(
            request, staff, lambda: contacts.set_minutes(staff.clinic_id, _number(minutes)), "minutes")

    @router.post("/{contact_id}/minutes")
    def minutes_of_one(
        request: Request, contact_id: str, minutes: str = Form(""), staff: LoggedIn = staff_form
    ) -> Response:
        return changed(
            request, staff, lambda: contacts.set_minutes(staff.clinic_id, _number(minutes), contact_id), "minutes")

    @router.post("/{contact_id}/move")
    def move(request: Request, contact_id: str, place: int = Form(1), staff: LoggedIn = staff_form) -> Response:
        return changed(request, staff, lambda: contacts.move(staff.clinic_id, contact_id, place), "moved")

    @router.post("/{contact_id}/remove")
    def remove(request: Request, contact_id: str, sure: str = Form(""), staff: LoggedIn = staff_form) -> Response:
        if sure != "yes":
            one = next((one for one in contacts(staff.clinic_id).contacts if one.id == contact_id), None)
            if one is None:
                raise StaffRefused(404, NOT_FOUND, staff)
            return render(request, "contacts/remove.html", staff=staff, clinic={"name": staff.clinic_name}, one=one)
        return changed(request, staff, lambda: contacts.remove(staff.clinic_id, contact_id), "removed")

    return router


def _number(text: str) -> int | None:
    """Nothing for nothing; what is no number becomes one that is refused."""
    if not text.strip():
        return None
    return int(text) if text.strip().isascii() and text.strip().isdecimal() and len(text) < 9 else NO_NUMBER


def _page(
    house: House, request: Request, staff: LoggedIn, status: int = 200, problem: str = "", done: str = "",
    typed: dict[str, str] | None = None,
) -> Response:
    return render(
        request, "contacts/list.html", status, staff=staff, clinic={"name": staff.clinic_name},
        found=house.alerting.contacts(staff.clinic_id), by_mail=house.alerting.by_mail, problem=problem, done=done,
        typed={"name": "", "email": "", "username": "", "minutes": "", **(typed or {})},
        fewest=FEWEST_MINUTES, most=MOST_MINUTES)
