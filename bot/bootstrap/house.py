"""Joins everything. The only place that may import from every part of the house.

What is heavy and not wanted in every process (templates, migrations, password hashing …) is imported when first asked
for: the worker and the actions stay small, and start sooner.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bot.bootstrap.reviewed import ROOT, Reviewed
from bot.channels.mail import mailer_for
from bot.channels.registry import Channels
from bot.channels.web import WebChannel
from bot.content.load_alert_mail import load_alert_mail
from bot.content.places import country_of
from bot.gateway.hub import Hub
from bot.services.acknowledge_flag import AcknowledgeFlag
from bot.services.alerting import Alerting
from bot.services.clinic_day import ShowClinic
from bot.services.handle_inbox import HandleInbox
from bot.services.hear_remark import HearRemark
from bot.services.import_invitations import ImportInvitations
from bot.services.links import Links
from bot.services.open_invitation import OpenInvitation
from bot.services.open_sheet import OpenSheet
from bot.services.people import InvitedPeople
from bot.services.raise_flag import RaiseFlag
from bot.services.receive_telegram import ReceiveTelegram
from bot.services.receive_web import ReceiveWeb
from bot.services.safety_answer import SafetyAnswer
from bot.services.send_due import SendDue
from bot.services.send_nudge import SendNudge
from bot.services.set_fit import SetFit
from bot.services.set_up_clinic import SetUpClinic
from bot.services.start_check_ins import StartCheckIns, SweepInbox
from bot.services.take_turn import TakeTurn
from bot.services.web_session import WebSessionDesk
from bot.store.database import Database, make_engine
from bot.store.unit import Units

if TYPE_CHECKING:
    from bot.assistant.client import RasaClient
    from bot.channels.telegram_bot import Connection
    from bot.channels.telegram_line import TelegramLine
    from bot.gateway.limits import Rate
    from bot.services.staff_login import StaffLogin
    from bot.store.schema import Schema
    from bot.summary.formats import SheetFormats


class House(Reviewed):
    """Everything one process needs, made when first asked for and shared within that process."""

    @cached_property
    def units(self) -> Units:
        return Units(Database(make_engine(self.settings.resolved_database_url())))

    @cached_property
    def schema(self) -> Schema:
        from bot.store.schema import Schema

        return Schema(self.units.database.engine)

    @cached_property
    def raise_flag(self) -> RaiseFlag:
        return RaiseFlag(self.safety.rules, self.safety.helplines, self.clock, self.resemblance)

    @cached_property
    def links(self) -> Links:
        return Links(self.settings.resolved_secret(), self.settings.public_url, self.settings.telegram_bot_name)

    @cached_property
    def open_invitation(self) -> OpenInvitation:
        return OpenInvitation(self.units, self.links, self.clock)

    @cached_property
    def set_fit(self) -> SetFit:
        return SetFit(self.units, self.path_book)

    @cached_property
    def set_up_clinic(self) -> SetUpClinic:
        return SetUpClinic(self.units, self.alerting.contacts)

    @cached_property
    def staff_login(self) -> StaffLogin:
        from bot.services.staff_login import StaffLogin

        return StaffLogin(self.units, self.clock)

    @cached_property
    def open_sheet(self) -> OpenSheet:
        return OpenSheet(self.units, self.clock)

    @cached_property
    def acknowledge_flag(self) -> AcknowledgeFlag:
        return AcknowledgeFlag(self.units, self.clock)

    @cached_property
    def alerting(self) -> Alerting:
        mailer = mailer_for(self.settings)
        return Alerting.of(self.units, mailer, load_alert_mail(), self.settings.public_url, self.clock)

    @cached_property
    def show_clinic(self) -> ShowClinic:
        return ShowClinic(self.units, self.clock)

    @cached_property
    def sheet_formats(self) -> SheetFormats:
        from bot.summary.formats import SheetFormats

        return SheetFormats(ROOT / "bot" / "gateway" / "static" / "css" / "sheet.css")

    @cached_property
    def telegram_connection(self) -> Connection | None:
        """One connection for sending and listening; nothing without a token."""
        if not self.settings.telegram_token:
            return None
        # The library takes 14 MB, which no process carries that has no use for it. So below.
        from bot.channels.telegram_bot import Connection

        return Connection(self.settings.telegram_token, self.settings.telegram_api_url)

    @cached_property
    def telegram_line(self) -> TelegramLine | None:
        if self.telegram_connection is None:
            return None
        from bot.channels.telegram_line import TelegramLine

        return TelegramLine(self.telegram_connection)

    @cached_property
    def channels(self) -> Channels:
        if self.telegram_connection is None:
            return Channels([WebChannel()])
        from bot.channels.telegram import TelegramChannel

        return Channels([WebChannel(), TelegramChannel(self.telegram_connection, self.wording.say)])

    @cached_property
    def send_due(self) -> SendDue:
        return SendDue(self.units, self.channels, self.send_rules, self.clock)

    @cached_property
    def safety_answer(self) -> SafetyAnswer:
        return SafetyAnswer(self.safety.rules, self.safety.helplines, self.wording, self.resemblance)

    @cached_property
    def receive_telegram(self) -> ReceiveTelegram:
        return ReceiveTelegram(
            self.units, self.open_invitation, lambda text: self.safety_answer(text), self.raise_flag, self.wording,
            self.clock)

    @cached_property
    def start_check_ins(self) -> StartCheckIns:
        return StartCheckIns(self.units, self.send_rules, self.handle_inbox, self.clock)

    @cached_property
    def sweep_inbox(self) -> SweepInbox:
        return SweepInbox(self.units, self.handle_inbox, self.clock)

    @cached_property
    def take_turn(self) -> TakeTurn:
        from bot.nlu.times import Times  # only the actions read days

        talk = self.word_models.change_talk if self.word_models else None
        numbers = {key: self.safety.helplines.numbers[key] for key in ("urgent", "emergency", "listening", "text_line")}
        return TakeTurn(
            self.units.work, self.question_book, self.path_book, self.clock, Times(self.settings.place), self.wording.version,
            numbers, self.vocabulary, talk, self.remarks)

    @cached_property
    def assistant(self) -> RasaClient:
        from bot.assistant.client import RasaClient

        return RasaClient(self.settings.rasa_url, self.settings.resolved_rasa_secret())

    @cached_property
    def handle_inbox(self) -> HandleInbox:
        remark = HearRemark(self.remarks, self.wording, self.take_turn, self.clock)
        return HandleInbox(
            self.units.work, self.assistant, self.raise_flag, remark, self.safety.stopping, self.wording, self.clock,
            self.send_due)

    @cached_property
    def receive_web(self) -> ReceiveWeb:
        return ReceiveWeb(self.units.work, self.clock)

    @cached_property
    def web_session(self) -> WebSessionDesk:
        return WebSessionDesk(self.units.work, self.units.reading, self.clock)

    @cached_property
    def hub(self) -> Hub:
        return Hub()

    @cached_property
    def rate(self) -> Rate:
        from bot.gateway.limits import Rate

        return Rate(self.settings.burst)

    @cached_property
    def import_invitations(self) -> ImportInvitations:
        # Elsewhere than in the UK neither 3/12 nor 12/3 is certain, so such a date is refused.
        day_first = True if country_of(self.settings.place) == "uk" else None
        return ImportInvitations(self.units, self.links, self.clock, self.settings.invitation_days, day_first)

    @cached_property
    def invited_people(self) -> InvitedPeople:
        return InvitedPeople(self.units, self.links, self.clock, self.settings.invitation_days)

    @cached_property
    def send_nudge(self) -> SendNudge:
        return SendNudge(self.units, self.wording, self.send_rules, self.clock)
