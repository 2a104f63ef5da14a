"""Who may open a staff page, and whether a form really came from it.

A router that serves staff asks for a person with ``Depends(require_staff(house, "programme"))`` on pages, and with
``Depends(require_staff_form(house, "programme"))`` on everything that changes something. Both hand over the
:class:`~bot.core.staff.LoggedIn`; its ``csrf`` goes into every form as a hidden field named ``csrf``.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from urllib.parse import quote, urlsplit

from fastapi import Depends, HTTPException, Request

from bot.bootstrap import House
from bot.core.staff import LoggedIn

COOKIE = "paratoi_staff"
LOGIN_PAGE = "/staff/login"
HOMES = {"clinician": "/clinic", "programme": "/programme"}

TOO_OLD = "too_old"
OTHER_ROLE = "other_role"
NOT_FOUND = "not_found"
NOBODY_TO_TELL = "nobody_to_tell"


class StaffRefused(HTTPException):
    """A staff page says no; ``why`` picks the words (templates/staff/refused.html)."""

    def __init__(self, status_code: int, why: str, staff: LoggedIn | None = None) -> None:
        super().__init__(status_code, why)
        self.why = why
        self.staff = staff


def require_staff(house: House, *roles: str) -> Callable[[Request], LoggedIn]:
    """A dependency that hands over the logged-in member of staff, who has one of ``roles``.

    Without a login it leads to the login page, and back afterwards; with another role it refuses (403).
    """

    def logged_in(request: Request) -> LoggedIn:
        staff = who(house, request)
        if staff is None:
            raise HTTPException(303, headers={"Location": _login_for(request)})
        if staff.role not in roles:
            raise StaffRefused(403, OTHER_ROLE, staff)
        return staff

    return logged_in


def require_flag_reader(house: House) -> Callable[[Request], LoggedIn]:
    """The same for pages that show what was said in a flag: clinicians, and whoever is a safety contact."""
    anybody = require_staff(house, *HOMES)

    def logged_in(request: Request) -> LoggedIn:
        staff = anybody(request)
        if staff.role != "clinician" and not house.alerting.contacts.includes(staff):
            raise StaffRefused(403, OTHER_ROLE, staff)
        return staff

    return logged_in


def require_staff_form(house: House, *roles: str) -> Callable[..., Awaitable[LoggedIn]]:
    """The same for a form: its hidden field ``csrf`` must belong to this login, or it is refused (403)."""
    return with_csrf(require_staff(house, *roles))


def with_csrf(who_may: Callable[[Request], LoggedIn]) -> Callable[..., Awaitable[LoggedIn]]:
    """A dependency for forms over one for pages."""

    async def logged_in(request: Request, staff: LoggedIn = Depends(who_may)) -> LoggedIn:
        await check_csrf(request, staff)
        return staff

    return logged_in


async def check_csrf(request: Request, staff: LoggedIn) -> None:
    """Refuse a form that did not come from a page of this login.

    Raises: StaffRefused (403).
    """
    given = (await request.form()).get("csrf")
    if not isinstance(given, str) or not hmac.compare_digest(given.encode(), staff.csrf.encode()):
        raise StaffRefused(403, TOO_OLD, staff)


def who(house: House, request: Request) -> LoggedIn | None:
    """The person behind the request's cookie, if any."""
    token = request.cookies.get(COOKIE)
    return house.staff_login.who(token) if token else None


def local_path(wanted: str | None) -> str | None:
    """``wanted`` when it is a path on this site, else nothing; a browser reads ``//x`` and ``/\\x`` as another site."""
    if not wanted or not wanted.startswith("/") or wanted.startswith("//") or "\\" in wanted:
        return None
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in wanted):
        return None
    parts = urlsplit(wanted)
    return None if parts.scheme or parts.netloc else wanted


def _login_for(request: Request) -> str:
    if request.method not in ("GET", "HEAD"):
        return LOGIN_PAGE
    path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return f"{LOGIN_PAGE}?next={quote(path, safe='/')}"
