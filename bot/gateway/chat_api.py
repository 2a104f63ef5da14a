"""The chat's JSON: history, sending, and a stream of what is new. The cookie decides whose conversation it is."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import conint
from sqlalchemy.exc import SQLAlchemyError

from bot.bootstrap import House
from bot.core.messages import Shown
from bot.core.words import tidy
from bot.gateway.background import answer
from bot.gateway.hub import Hub
from bot.gateway.limits import TooMany
from bot.gateway.patient_guard import conversation_of
from bot.services.receive_web import CannotReceive

logger = logging.getLogger(__name__)
MOST_BYTES = 64_000  # of one request; 10,000 characters of any alphabet fit
LOOK_EVERY = 1.0  # seconds, for what another process wrote
KEEP_ALIVE = 15.0  # seconds
Seq = conint(ge=0, lt=10**9)  # a larger number fits in no database
STATUS = {"empty": 422, "malformed": 422, "too_long": 413}


def make_router(house: House) -> APIRouter:
    router = APIRouter(prefix="/api/chat")
    hub: Hub = house.hub

    @router.get("/history")
    def history(request: Request, after: Seq = 0) -> Response:
        conversation = conversation_of(house, request)
        if conversation is None:
            return problem(house, "closed", 401)
        return JSONResponse(_page(house, conversation, after))

    @router.post("/messages")
    async def send(request: Request) -> Response:
        conversation = await asyncio.to_thread(conversation_of, house, request)
        if conversation is None:
            return problem(house, "closed", 401)
        if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return problem(house, "malformed", 403)
        try:
            house.rate.count(conversation)
            body = await _body(request)
            kept = await asyncio.to_thread(
                house.receive_web, conversation, body["id"], body["kind"], body["text"], body["question"],
                body["value"])
        except TooMany as error:
            return problem(house, "too_many", 429, {"Retry-After": str(error.seconds)})
        except CannotReceive as error:
            return problem(house, error.why, STATUS[error.why])
        except SQLAlchemyError as error:
            logger.error("a message could not be saved: %s", type(error).__name__)
            return problem(house, "not_saved", 503)
        answered = await answer(house, conversation)
        shown = await asyncio.to_thread(_history, house, conversation, kept.seq - 1)
        body = {"seq": kept.seq, "messages": [as_json(one) for one in shown], "waiting": not answered}
        return JSONResponse(body, 200 if answered else 202)

    @router.get("/stream")
    async def stream(request: Request, after: Seq = 0) -> Response:
        conversation = await asyncio.to_thread(conversation_of, house, request)
        if conversation is None:
            return problem(house, "closed", 401)
        last = request.headers.get("last-event-id", "")
        start = int(last) if last.isdecimal() and len(last) < 10 else after
        return StreamingResponse(
            _events(house, hub, request, conversation, start), media_type="text/event-stream",
            headers={"X-Accel-Buffering": "no"})

    return router


async def _body(request: Request) -> dict[str, Any]:
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > MOST_BYTES:
            raise CannotReceive("too_long")
    try:
        given = json.loads(raw)
        body = {name: given.get(name) for name in ("id", "kind", "text", "question", "value")}
    except (ValueError, AttributeError, RecursionError) as error:  # not JSON, not an object, or nested without end
        raise CannotReceive("malformed") from error
    body["text"] = body["text"] or ""
    wrong = [name for name, value in body.items() if value is not None and not isinstance(value, str)]
    if wrong or not body["id"] or len(body["id"]) > 80 or len(body["question"] or "") > 80 or not body["kind"]:
        raise CannotReceive("malformed")
    if any(tidy(body[name] or "") != (body[name] or "") for name in ("id", "question", "value")):
        raise CannotReceive("malformed")  # characters that no page of ours sends, and some no database keeps
    return body


def _page(house: House, conversation: str, after: int) -> dict[str, Any]:
    shown = _history(house, conversation, after)
    asking = next((one.question for one in reversed(shown) if not one.mine and one.question), None)
    return {
        "messages": [as_json(one) for one in shown], "asking": asking,
        "last_seq": shown[-1].seq if shown else after, "delayed": any(one.waiting for one in shown)}


def _history(house: House, conversation: str, after: int) -> tuple[Shown, ...]:
    """What both sides said after ``after``."""
    with house.units.reading() as unit:
        return unit.messages.history(conversation, after, house.clock.now())


async def _events(
    house: House, hub: Hub, request: Request, conversation: str, after: int,
) -> AsyncIterator[str]:
    """New messages as they come. Looks when told, and once a second for what another process wrote."""
    typing, quiet = False, 0.0
    with hub.page(conversation) as changed:
        yield "retry: 2000\n\n"
        while not await request.is_disconnected():
            changed.clear()
            for one in await asyncio.to_thread(_history, house, conversation, after):
                after, quiet = one.seq, 0.0
                yield f"event: message\nid: {one.seq}\ndata: {json.dumps(as_json(one))}\n\n"
            if typing != hub.typing(conversation):
                typing = not typing
                yield f"event: typing\ndata: {json.dumps({'on': typing})}\n\n"
            try:
                await asyncio.wait_for(changed.wait(), LOOK_EVERY)
            except asyncio.TimeoutError:
                quiet += LOOK_EVERY
            if quiet >= KEEP_ALIVE:
                quiet = 0.0
                yield ": still here\n\n"


def as_json(one: Shown) -> dict[str, Any]:
    """A message as the chat page reads it."""
    return {
        "seq": one.seq, "from": "me" if one.mine else "paratoi", "kind": one.kind, "text": one.text,
        "at": one.at.isoformat(), "id": one.external_id, "question": one.question, "buttons": list(one.buttons),
        "scale": one.scale, "step": one.step}


def problem(house: House, why: str, status: int, headers: dict[str, str] | None = None) -> JSONResponse:
    """What went wrong, in words the page can show as they are."""
    text = house.wording.say(f"utter_problem_{why}")
    return JSONResponse({"error": {"key": why, "text": text}}, status, headers)
