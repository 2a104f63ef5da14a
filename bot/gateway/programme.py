"""The programme team's pages: who was invited and where they stand, inviting from a list, one nudge to a group.

Nothing a person said is read here.
"""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from bot.bootstrap import House
from bot.core.csv_table import LARGEST_FILE
from bot.core.invited import MadeInvitation, NobodyToTell, links_csv
from bot.core.people import FILTERS, InvitedPerson
from bot.core.staff import LoggedIn
from bot.gateway.pages import render
from bot.gateway.programme_files import TEMPLATE, example_list
from bot.gateway.programme_nudges import add_nudge_routes
from bot.gateway.staff_guard import NOBODY_TO_TELL, NOT_FOUND, StaffRefused, require_staff, require_staff_form
from bot.services.import_invitations import ImportResult
from bot.services.people import NoSuchPerson

ROLE = "programme"
# A table of thousands of problems helps nobody; the first ones show what is wrong with all.
PROBLEMS_SHOWN = 1000


def make_router(house: House) -> APIRouter:
    """GET ``/programme`` and what is below it; every change is a POST with the login's ``csrf``."""
    router = APIRouter(prefix="/programme")
    team = Depends(require_staff(house, ROLE))
    team_form = Depends(require_staff_form(house, ROLE))
    _add_people(router, house, team, team_form)
    _add_inviting(router, house, team, team_form)
    add_nudge_routes(router, house, team, team_form)
    return router


def _add_people(router: APIRouter, house: House, team: LoggedIn, team_form: LoggedIn) -> None:
    @router.get("")
    def people(request: Request, state: str = "", q: str = "", page: str = "1", staff: LoggedIn = team) -> Response:
        wanted = state if state in FILTERS else ""
        found = house.invited_people.page(staff.clinic_id, int(page) if page.isdecimal() else 1, wanted, q)

        def link(**given: object) -> str:
            query = {"state": wanted, "q": q, **given}
            return "/programme?" + urlencode({name: value for name, value in query.items() if value})

        return _page(
            request, "people", staff, counts=house.invited_people.counts(staff.clinic_id), page=found, wanted=wanted,
            q=q, link=link, now=house.clock.now(),
            download="/programme/links.csv?" + urlencode({"state": wanted, "q": q}),
        )

    @router.get("/links.csv")
    def links(state: str = "", q: str = "", staff: LoggedIn = team) -> Response:
        return _links_file(house, staff, house.invited_people.links(staff.clinic_id, state, q), "links.csv")

    @router.get("/people/{appointment_id}")
    def person(request: Request, appointment_id: str, done: str = "", staff: LoggedIn = team) -> Response:
        one = _one(house, staff, appointment_id)
        return _page(
            request, "person", staff, one=one, done=done, url=house.links.url(one.code),
            telegram_url=house.links.telegram_url(one.code),
            works=one.link_works(house.clock.now()),
        )

    @router.post("/people/{appointment_id}/revoke")
    def revoke(request: Request, appointment_id: str, sure: str = Form(""), staff: LoggedIn = team_form) -> Response:
        one = _one(house, staff, appointment_id)
        if sure != "yes":
            return _page(request, "revoke", staff, one=one)
        house.invited_people.revoke(staff.clinic_id, appointment_id)
        return RedirectResponse(f"/programme/people/{one.appointment_id}?done=revoked", 303)

    @router.post("/people/{appointment_id}/new-link")
    def new_link(appointment_id: str, staff: LoggedIn = team_form) -> Response:
        one = _one(house, staff, appointment_id)
        try:
            house.invited_people.new_link(staff.clinic_id, appointment_id)
        except NobodyToTell as error:
            raise StaffRefused(409, NOBODY_TO_TELL, staff) from error
        return RedirectResponse(f"/programme/people/{one.appointment_id}?done=new", 303)


def _add_inviting(router: APIRouter, house: House, team: LoggedIn, team_form: LoggedIn) -> None:
    @router.get("/invite")
    def invite(request: Request, staff: LoggedIn = team) -> Response:
        nobody = not house.alerting.contacts(staff.clinic_id).contacts
        return _page(request, "invite", staff, result=None, filename="", nobody=nobody)

    @router.post("/invite")
    def bring_in(
        request: Request, file: UploadFile | None = File(None), only_check: str = Form(""), staff: LoggedIn = team_form
    ) -> Response:
        if file is None or not file.filename:
            return _page(request, "invite", staff, 422, result=None, filename="", nothing=True)
        result = house.import_invitations(
            staff.clinic_id, file.file.read(LARGEST_FILE + 1), file.filename, staff_id=staff.id,
            dry_run=bool(only_check),
        )
        if result.import_id:
            kept = urlencode({"unchanged": result.unchanged, "windows": len(result.notes)})
            return RedirectResponse(f"/programme/imports/{result.import_id}?{kept}", 303)
        return _invite_page(request, staff, result, file.filename, bool(only_check))

    @router.get("/imports/{import_id}")
    def imported(
        request: Request, import_id: str, unchanged: int = 0, windows: int = 0, staff: LoggedIn = team
    ) -> Response:
        made = _made(house, staff, import_id)
        return _page(
            request, "imported", staff, made=made, import_id=import_id, unchanged=max(0, unchanged), windows=windows,
        )

    @router.get("/imports/{import_id}/links.csv")
    def imported_links(import_id: str, staff: LoggedIn = team) -> Response:
        return _links_file(house, staff, _made(house, staff, import_id), "new-links.csv")

    @router.get("/template.csv")
    def template(staff: LoggedIn = team) -> Response:
        return _file(TEMPLATE, "template.csv")

    @router.get("/example.csv")
    def example(staff: LoggedIn = team) -> Response:
        return _file(example_list(house.clock.now(), staff.clinic_timezone), "example.csv")


def _invite_page(request: Request, staff: LoggedIn, result: ImportResult, filename: str, checked: bool) -> Response:
    return _page(
        request, "invite", staff, 422 if result.problems else 200, result=result, filename=filename, checked=checked,
        shown=result.problems[:PROBLEMS_SHOWN],
    )


def _page(request: Request, name: str, staff: LoggedIn, status: int = 200, **context: object) -> Response:
    context = {"nothing": False, "checked": False, "nobody": False, **context}
    clinic = {"name": staff.clinic_name}
    return render(request, f"programme/{name}.html", status, staff=staff, clinic=clinic, **context)


def _one(house: House, staff: LoggedIn, appointment_id: str) -> InvitedPerson:
    try:
        return house.invited_people.one(staff.clinic_id, appointment_id)
    except NoSuchPerson as error:
        raise StaffRefused(404, NOT_FOUND, staff) from error


def _made(house: House, staff: LoggedIn, import_id: str) -> list[MadeInvitation]:
    made = house.import_invitations.made(staff.clinic_id, import_id)
    if not made:
        raise StaffRefused(404, NOT_FOUND, staff)
    return made


def _links_file(house: House, staff: LoggedIn, made: list[MadeInvitation], name: str) -> Response:
    rows = ((one, house.links.url(one.code), house.links.telegram_url(one.code)) for one in made)
    return _file(links_csv(rows, staff.clinic_timezone), name)


def _file(text: str, name: str) -> Response:
    return Response(
        text, media_type="text/csv; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
