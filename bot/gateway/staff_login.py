"""The login page for staff, and the way out."""

from __future__ import annotations

import hmac
import secrets

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from itsdangerous import BadSignature, URLSafeSerializer

from bot.bootstrap import House
from bot.core.staff import FAILURES_BEFORE_LOCK, LOCKED_FOR, LOGIN_LASTS
from bot.gateway.pages import render
from bot.gateway.staff_guard import COOKIE, HOMES, LOGIN_PAGE, StaffRefused, check_csrf, local_path, who
from bot.services.staff_login import Locked, WrongPassword

FORM_COOKIE = "paratoi_login"
# Longer than any user name or password of ours; what is longer is not hashed at all.
LONGEST = 1000


def make_router(house: House) -> APIRouter:
    """GET and POST ``/staff/login``, POST ``/staff/logout``."""
    router = APIRouter()
    signer = URLSafeSerializer(house.settings.resolved_secret(), salt="staff-login-form")

    @router.get(LOGIN_PAGE)
    def login_page(request: Request, next: str = "") -> Response:
        staff = who(house, request)
        if staff is not None:
            return RedirectResponse(local_path(next) or HOMES[staff.role], 303)
        return _form(house, signer, request, wanted=next)

    @router.post(LOGIN_PAGE)
    def log_in(request: Request, form: dict[str, str] = Depends(_fields)) -> Response:
        wanted, username = form["next"], form["username"]
        again = {"wanted": wanted, "username": username}
        if not _came_from_our_form(signer, request, form["csrf"]):
            return _form(house, signer, request, status=403, error="too_old", **again)
        try:
            if max(len(username), len(form["password"])) > LONGEST:
                raise WrongPassword
            token, staff = house.staff_login.log_in(username, form["password"])
        except WrongPassword:
            return _form(house, signer, request, status=401, error="wrong", **again)
        except Locked as locked:
            return _locked(house, signer, request, locked, again)
        response = RedirectResponse(local_path(wanted) or HOMES[staff.role], 303)
        _set_cookie(house, response, COOKIE, token, int(LOGIN_LASTS.total_seconds()))
        response.delete_cookie(FORM_COOKIE, path=LOGIN_PAGE)
        return response

    @router.post("/staff/logout")
    async def log_out(request: Request) -> Response:
        staff = who(house, request)
        if staff is not None:
            await check_csrf(request, staff)
            house.staff_login.log_out(request.cookies[COOKIE])
        response = RedirectResponse(LOGIN_PAGE, 303)
        response.delete_cookie(COOKIE, path="/")
        return response

    return router


async def refused(request: Request, error: StaffRefused) -> Response:
    """The page that says why a staff page did not open, and what to do; the app calls it for :class:`StaffRefused`."""
    return render(
        request, "staff/refused.html", error.status_code, why=error.why, staff=error.staff,
        home=HOMES[error.staff.role] if error.staff else LOGIN_PAGE,
    )


async def _fields(request: Request) -> dict[str, str]:
    form = await request.form()
    given = {name: form.get(name) for name in ("username", "password", "csrf", "next")}
    return {name: value if isinstance(value, str) else "" for name, value in given.items()}


def _form(
    house: House, signer: URLSafeSerializer, request: Request, *, wanted: str, username: str = "", status: int = 200,
    error: str | None = None, try_again: str = "",
) -> Response:
    """The form, with a fresh secret of its own: once in a cookie and once, signed, in the form."""
    nonce = secrets.token_urlsafe(24)
    response = render(
        request, "staff/login.html", status, csrf=signer.dumps(nonce), next=local_path(wanted) or "",
        username=username[:LONGEST], error=error, try_again=try_again, failures=FAILURES_BEFORE_LOCK,
        minutes=int(LOCKED_FOR.total_seconds() // 60),
    )
    _set_cookie(house, response, FORM_COOKIE, nonce, None, path=LOGIN_PAGE)
    return response


def _locked(
    house: House, signer: URLSafeSerializer, request: Request, locked: Locked, again: dict[str, str]
) -> Response:
    seconds = max(1, int((locked.until - house.clock.now()).total_seconds()))
    # Nobody is logged in, so no clinic's zone is known; minutes are the same in all of them.
    minutes = -(-seconds // 60)
    response = _form(
        house, signer, request, status=429, error="locked",
        try_again="1 minute" if minutes == 1 else f"{minutes} minutes", **again,
    )
    response.headers["Retry-After"] = str(seconds)
    return response


def _came_from_our_form(signer: URLSafeSerializer, request: Request, given: str) -> bool:
    try:
        signed = str(signer.loads(given))
    except BadSignature:
        return False
    return hmac.compare_digest(signed.encode(), request.cookies.get(FORM_COOKIE, "").encode())


def _set_cookie(
    house: House, response: Response, name: str, value: str, seconds: int | None, path: str = "/"
) -> None:
    response.set_cookie(
        name, value, max_age=seconds, path=path, httponly=True, samesite="lax", secure=house.settings.secure_cookies
    )
