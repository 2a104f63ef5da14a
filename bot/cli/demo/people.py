"""Makes the demo's clinic, staff and invitations, once."""

from __future__ import annotations

import json
import os
import secrets
from datetime import date
from pathlib import Path
from typing import Any

from bot.bootstrap import House
from bot.cli.demo.script import Person, Script
from bot.core.invitation_list import Invitee
from bot.core.invited import link_expires
from bot.services.staff_login import StaffError

PAGES = {"clinician": "/clinic", "programme": "/programme"}


def make_people(house: House, script: Script, today: date, kept: dict[str, Any]) -> dict[str, Any]:
    """What ``demo.json`` holds. What is there already stays as it is; passwords are taken over from ``kept``.

    ``today`` is the day the visits are counted from.
    """
    clinic_id = house.set_up_clinic(script.clinic)
    if not house.alerting.contacts(clinic_id).contacts:  # a demo of before there were any
        for contact in script.clinic.contacts:
            house.alerting.contacts.add(clinic_id, name=contact.name, email=contact.email)
    codes = _codes(house, clinic_id)
    _invite(house, clinic_id, script, today, [person for person in script.people if person.reference not in codes])
    codes = _codes(house, clinic_id)
    people = [
        {"name": person.name, "state": person.state, "link": house.links.url(codes[person.reference])}
        for person in script.people
    ]
    logins = {role: _login(house, clinic_id, role, script.staff[role], kept.get(role)) for role in PAGES}
    return {"patients": people, **logins}


def write_private(path: Path, content: dict[str, Any]) -> None:
    """Write JSON that only this account can read, whole or not at all."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with open(fresh, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        json.dump(content, file, indent=2, ensure_ascii=False)
        file.write("\n")
    fresh.replace(path)


def _codes(house: House, clinic_id: str) -> dict[str, str]:
    """The invitation code of each appointment's reference."""
    with house.units.reading() as unit:
        return unit.clinics.codes(clinic_id)


def _invite(house: House, clinic_id: str, script: Script, today: date, people: list[Person]) -> None:
    if not people:
        return
    now = house.clock.now()
    zone = script.clinic.timezone
    invited = []
    for row, person in enumerate(people, start=2):
        starts_at = person.starts_at(today, zone)
        fields = (row, person.reference, person.name, person.reference, starts_at, zone, person.clinician, person.kind)
        expires = link_expires(now, starts_at, house.settings.invitation_days)
        invited.append((Invitee(*fields), house.links.new_code(), expires))
    with house.units.work() as unit:
        unit.invitation_lists.add(clinic_id, "demo", None, invited, now)


def _login(house: House, clinic_id: str, role: str, who: dict[str, str], kept: dict[str, str] | None) -> dict[str, str]:
    url = house.settings.public_url + PAGES[role]
    if kept:
        return {**kept, "url": url}
    for suffix in ("", *(f"-{number}" for number in range(2, 100))):
        password = secrets.token_urlsafe(9)
        username = who["username"] + suffix
        try:
            house.staff_login.add_staff(clinic_id, username, who["name"], role, password)
        except StaffError:
            continue  # demo.json was deleted; nobody knows that account's password any more
        return {"url": url, "user": username, "password": password}
    raise StaffError("too many demo accounts; start with a new data directory")
