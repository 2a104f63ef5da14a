"""What all pages share: the templates, how a page is made from one, the static files, and the strict headers.

A page asks for nothing from another host, runs no script that stands in the page itself, and is kept by no cache.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import FastAPI, Request
from fastapi.exception_handlers import http_exception_handler
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.bootstrap import House

HERE = Path(__file__).parent
STATIC = HERE / "static"
CONTENT_SECURITY_POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    "font-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_YEAR = 365 * 24 * 60 * 60


class StrictHeaders:
    """Puts the strict headers on every answer; streams pass through untouched.

    What a route set itself stays. Whatever is not a static file is kept by no cache: it may hold a person's words.
    """

    def __init__(self, app: ASGIApp, https: bool = False) -> None:
        self._app = app
        self._headers = dict(HEADERS)
        if https:
            self._headers["Strict-Transport-Security"] = f"max-age={_YEAR}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_strictly(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, send_strictly)


class VersionedFiles(StaticFiles):
    """Static files: kept for a year when asked for with a version (see :func:`static_url`), else checked each time."""

    async def get_response(self, path: str, scope: Scope) -> Any:
        response = await super().get_response(path, scope)
        versioned = b"v=" in scope.get("query_string", b"")
        response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable" if versioned else "no-cache"
        return response


@lru_cache(maxsize=256)
def static_url(path: str) -> str:
    """The address of a static file, with a version that changes when the file does.

    Raises: FileNotFoundError for a file that is not there, so that a wrong name fails where it is written.
    """
    digest = hashlib.sha256((STATIC / path).read_bytes()).hexdigest()[:10]
    return f"/static/{path}?v={digest}"


def when(moment: datetime, zone: str) -> str:
    """An aware time as people of ``zone`` (an IANA name) read it: ``Tuesday 3 November 2026, 2:30 pm``."""
    local = moment.astimezone(ZoneInfo(zone))
    half = "am" if local.hour < 12 else "pm"
    return f"{local:%A} {local.day} {local:%B %Y}, {local.hour % 12 or 12}:{local:%M} {half}"


def templates(house: House) -> Environment:
    """The templates, escaping everything; a name that was not given is an error, never an empty page.

    In every template: ``static(path)``, ``say(key, **words)`` for wording a patient reads, the filter ``when(zone)``.
    """
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )
    environment.globals.update(static=static_url, say=_late(house))
    environment.filters["when"] = when
    return environment


def _late(house: House) -> Callable[..., str]:
    return lambda key, **words: house.wording.say(key, **words)


def render(request: Request, name: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A page made from the template ``name``, e.g. ``render(request, "staff/login.html", error=None)``.

    ``clinic`` (something with ``name`` and ``phone``, or None) names whose page it is, in the header.
    """
    template = request.app.state.templates.get_template(name)
    return HTMLResponse(template.render(request=request, **{"clinic": None, **context}), status)


def problem(request: Request, key: str, status: int, clinic: Any = None) -> HTMLResponse:
    """A page that says kindly that something did not work, and what to do.

    Args:
        key: which one, e.g. ``unknown`` reads ``utter_link_unknown_title`` and ``utter_link_unknown``.
        status: the HTTP status.
        clinic: something with ``name`` and ``phone``, when it is known whose link it was.
    """
    return render(request, "problem.html", status, key=f"utter_link_{key}", clinic=clinic)


async def _http_problem(request: Request, error: HTTPException) -> Response:
    """A person whose browser asks for a page gets one; programs get the plain answer."""
    if error.status_code in (404, 405) and "text/html" in request.headers.get("accept", ""):
        return problem(request, "missing", error.status_code)
    return await http_exception_handler(request, error)


async def _broken(request: Request, error: Exception) -> Response:
    """Something unforeseen: the server logs it; the person gets words, never a stack trace.

    This answer is made outside the application's middleware, so it brings the strict headers itself.
    """
    response = problem(request, "broken", 500)
    response.headers.update({**HEADERS, "Cache-Control": "no-store"})
    return response


def install(app: FastAPI, house: House) -> None:
    """Give the application its templates, static files, problem pages and strict headers."""
    app.state.templates = templates(house)
    app.mount("/static", GZipMiddleware(VersionedFiles(directory=STATIC), minimum_size=1000), name="static")
    app.add_exception_handler(HTTPException, _http_problem)
    app.add_exception_handler(Exception, _broken)
    app.add_middleware(StrictHeaders, https=house.settings.secure_cookies)
