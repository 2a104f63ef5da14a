"""The chat page: what is around the conversation. The conversation itself comes from the chat API."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from bot.bootstrap import House
from bot.gateway import pages
from bot.gateway.patient_guard import conversation_of

COMMANDS = ("skip", "back", "help")
MORE_COMMANDS = ("why", "later", "person", "copy", "swap", "start_again", "stop")  # behind "More", so that a phone stays calm
_PREFIX = "utter_page_"


@dataclass(frozen=True)
class ClinicBadge:
    """Whose page it is. ``phone`` may be empty."""

    name: str
    phone: str


def make_router(house: House) -> APIRouter:
    router = APIRouter()

    @router.get("/chat")
    def chat(request: Request) -> HTMLResponse:
        conversation = conversation_of(house, request)
        if conversation is None:
            return pages.problem(request, "needed", 401)
        with house.units.reading() as unit:
            visit = unit.messages.visit(conversation)
        return page(request, house, ClinicBadge(visit.clinic, visit.phone))

    return router


def page(request: Request, house: House, clinic: ClinicBadge) -> HTMLResponse:
    """The chat page of somebody whose cookie is good."""
    key = "utter_page_call" if clinic.phone else "utter_page_ask_clinic"
    call = house.wording.say(key, clinic=clinic.name, phone=clinic.phone)
    return pages.render(
        request, "chat/page.html", clinic=clinic, call=call, commands=COMMANDS, more=MORE_COMMANDS,
        words=words_for_the_script(house),
    )


def words_for_the_script(house: House) -> dict[str, str]:
    """What the page's script says, by key without ``utter_page_``; what stands in braces the script fills itself."""
    variants = house.wording.variants
    return {key[len(_PREFIX):]: variants[key][0].text for key in variants if key.startswith(_PREFIX)}
