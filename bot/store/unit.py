"""One unit of work: every repository over one session, so that a use case keeps all of its changes or none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from sqlalchemy.orm import Session

from bot.store.alerts import Alerts
from bot.store.bindings import Bindings
from bot.store.check_ins_due import CheckInsDue
from bot.store.clinics import Clinics
from bot.store.contacts import Contacts
from bot.store.database import Database
from bot.store.deliveries import Deliveries
from bot.store.fits import Fits
from bot.store.flag_list import FlagList
from bot.store.flags import Flags
from bot.store.invitation_lists import InvitationLists
from bot.store.invitations import Invitations
from bot.store.messages import Messages
from bot.store.nudges import Nudges
from bot.store.people import People
from bot.store.preparations import Preparations
from bot.store.sheets import SheetRows
from bot.store.staff import StaffRows
from bot.store.web_sessions import WebSessions


class Unit:
    """The repositories of one unit of work, made when first asked for."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def clinics(self) -> Clinics:
        return Clinics(self.session)

    @cached_property
    def invitations(self) -> Invitations:
        return Invitations(self.session)

    @cached_property
    def invitation_lists(self) -> InvitationLists:
        return InvitationLists(self.session)

    @cached_property
    def flags(self) -> Flags:
        return Flags(self.session)

    @cached_property
    def flag_list(self) -> FlagList:
        return FlagList(self.session)

    @cached_property
    def contacts(self) -> Contacts:
        return Contacts(self.session)

    @cached_property
    def alerts(self) -> Alerts:
        return Alerts(self.session)

    @cached_property
    def fits(self) -> Fits:
        return Fits(self.session)

    @cached_property
    def people(self) -> People:
        return People(self.session)

    @cached_property
    def nudges(self) -> Nudges:
        return Nudges(self.session)

    @cached_property
    def staff(self) -> StaffRows:
        return StaffRows(self.session)

    @cached_property
    def sheets(self) -> SheetRows:
        return SheetRows(self.session)

    @cached_property
    def messages(self) -> Messages:
        return Messages(self.session)

    @cached_property
    def preparations(self) -> Preparations:
        return Preparations(self.session)

    @cached_property
    def web_sessions(self) -> WebSessions:
        return WebSessions(self.session)

    @cached_property
    def deliveries(self) -> Deliveries:
        return Deliveries(self.session)

    @cached_property
    def bindings(self) -> Bindings:
        return Bindings(self.session)

    @cached_property
    def check_ins_due(self) -> CheckInsDue:
        return CheckInsDue(self.session)


class Units:
    """Opens units of work on one database."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @contextmanager
    def work(self) -> Iterator[Unit]:
        """A unit that is kept when the block ends well and undone when it does not."""
        with self.database.work() as session:
            yield Unit(session)

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """A unit for looking only."""
        with self.database.reading() as session:
            yield Unit(session)
