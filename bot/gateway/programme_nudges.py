"""One nudge to a chosen group: choose, see whom it reaches, send."""

from __future__ import annotations

import secrets

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from bot.bootstrap import House
from bot.core.invited import NobodyToTell
from bot.core.reminders import GROUPS
from bot.core.staff import LoggedIn
from bot.gateway.pages import render
from bot.gateway.staff_guard import NOBODY_TO_TELL, NOT_FOUND, TOO_OLD, StaffRefused
from bot.services.send_nudge import NotANudge


def add_nudge_routes(router: APIRouter, house: House, team: LoggedIn, team_form: LoggedIn) -> None:
    """GET ``/nudge`` and ``/nudge/{group}`` (a look), POST ``/nudge/{group}`` (send), GET ``/nudge/sent/{id}``."""

    @router.get("/nudge")
    def nudge(request: Request, staff: LoggedIn = team) -> Response:
        return _page(
            request, "nudge", staff, previews=[house.send_nudge.preview(staff.clinic_id, staff.clinic_name, group)
                                               for group in GROUPS],
            recent=house.send_nudge.recent(staff.clinic_id),
        )

    @router.get("/nudge/sent/{nudge_id}")
    def sent(request: Request, nudge_id: str, staff: LoggedIn = team) -> Response:
        found = house.send_nudge.one(staff.clinic_id, nudge_id)
        if found is None:
            raise StaffRefused(404, NOT_FOUND, staff)
        return _page(request, "nudge_sent", staff, sent=found)

    @router.get("/nudge/{group}")
    def look(request: Request, group: str, staff: LoggedIn = team) -> Response:
        if group not in GROUPS:
            raise StaffRefused(404, NOT_FOUND, staff)
        # The id is made with the form, so that sending the form twice is one nudge.
        return _page(
            request, "nudge_look", staff, nudge_id=secrets.token_hex(16),
            preview=house.send_nudge.preview(staff.clinic_id, staff.clinic_name, group),
        )

    @router.post("/nudge/{group}")
    def send(
        group: str, nudge_id: str = Form(""), key: str = Form(""), staff: LoggedIn = team_form
    ) -> Response:
        try:
            done = house.send_nudge(nudge_id, staff.clinic_id, staff.clinic_name, group, key, staff.id)
        except NotANudge as error:
            raise StaffRefused(400, TOO_OLD, staff) from error
        except NobodyToTell as error:
            raise StaffRefused(409, NOBODY_TO_TELL, staff) from error
        return RedirectResponse(f"/programme/nudge/sent/{done.id}", 303)


def _page(request: Request, name: str, staff: LoggedIn, **context: object) -> Response:
    return render(request, f"programme/{name}.html", staff=staff, clinic={"name": staff.clinic_name}, **context)
