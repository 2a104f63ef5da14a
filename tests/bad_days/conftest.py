"""The gateway in this process, with an assistant that knows the phrases, for days that cannot be made from outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient

from bot.bootstrap import House
from bot.gateway.app import create_app
from bot.gateway.patient_guard import COOKIE
from bot.store.tables import Invitation
from tests.clinic_people import ClinicPeople
from tests.conversations.tester import PhrasesOnly
from tests.settled import SettledClient


@pytest.fixture
def app(house: House) -> Iterator[TestClient]:
    house.assistant = PhrasesOnly(house)
    with SettledClient(create_app(house), follow_redirects=False) as client:
        yield client


@pytest.fixture
def link(house: House) -> str:
    """The path of an invitation link that nobody has opened."""
    appointment = ClinicPeople(house).appointment("Demo Bad Day")
    with house.units.reading() as unit:
        code = unit.session.query(Invitation.code).filter_by(appointment_id=appointment).scalar()
    return f"/i/{house.links.token(code)}"


@pytest.fixture
def let_in(app: TestClient, link: str) -> TestClient:
    """A browser whose cookie came with the opened link."""
    assert app.get(link).status_code == 303
    assert app.cookies.get(COOKIE)
    return app


@pytest.fixture
def count(house: House) -> Callable[[type], int]:
    """How many rows a table has."""

    def rows(table: type) -> int:
        with house.units.reading() as unit:
            return unit.session.query(table).count()

    return rows
