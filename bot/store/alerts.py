"""Alerts: which flags somebody is to be told of, who was, and the e-mails as a queue."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import and_, exists, or_, select, update
from sqlalchemy.orm import Session, aliased

from bot.core.alerts import LEASE, AfterTry, AlertMail, Contact, LastTold, Next
from bot.store.contacts import Contacts
from bot.store.tables import Alert, AlertTry, Appointment, Clinic, Flag, SafetyContact, new_id


class Alerts:
    """Makes alerts, claims their e-mails and marks them, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def overdue(self, now: datetime) -> list[str]:
        """Flags whose contact's time is over, or of which nobody was told: the next on their clinic's list is."""
        in_time = exists().where(Alert.flag_id == Flag.id, Alert.due_at > now)
        anybody = exists().where(SafetyContact.clinic_id == Appointment.clinic_id, SafetyContact.removed_at.is_(None))
        return list(self._session.execute(
            select(Flag.id).join(Appointment, Appointment.id == Flag.appointment_id)
            .where(Flag.acknowledged_at.is_(None), Flag.alerting.is_(True), ~in_time, anybody)
            .order_by(Flag.raised_at, Flag.id)).scalars())

    def hold(self, flag_id: str) -> tuple[str, int] | None:
        """The clinic (id and its minutes) of a flag nobody acknowledged, locked until this unit ends; else nothing.

        On PostgreSQL a flag that another process looks at is passed over; on SQLite nobody else is looking.
        """
        found = self._session.execute(
            select(Flag.id).where(Flag.id == flag_id, Flag.acknowledged_at.is_(None), Flag.alerting.is_(True))
            .with_for_update(skip_locked=True)).first()
        if found is None:
            return None
        row = self._session.execute(
            select(Clinic.id, Clinic.alert_minutes).join(Appointment, Appointment.clinic_id == Clinic.id)
            .join(Flag, Flag.appointment_id == Appointment.id).where(Flag.id == flag_id)).one()
        return row[0], row[1]

    def contacts(self, clinic_id: str) -> list[Contact]:
        """Those on the clinic's list now, in order."""
        return Contacts(self._session).of(clinic_id)

    def last(self, flag_id: str) -> LastTold | None:
        """Who was told last, at their present place of the list."""
        row = self._session.execute(
            select(Alert, SafetyContact.place).join(SafetyContact, SafetyContact.id == Alert.contact_id)
            .where(Alert.flag_id == flag_id).order_by(Alert.number.desc()).limit(1)).first()
        return LastTold(row[0].number, row[0].round, row[0].contact_id, row[1], row[0].due_at) if row else None

    def add(self, flag_id: str, told: Next, now: datetime) -> str:
        """Tell a contact: on the page at once, by e-mail as soon as the worker gets to it. Returns the alert's id."""
        row = Alert(
            id=new_id(), flag_id=flag_id, contact_id=told.contact.id, number=told.number, round=told.round,
            name=told.contact.name, email=told.contact.email, made_at=now, due_at=told.due_at, state="due",
            not_before=now, tries=0)
        self._session.add(row)
        self._session.flush()
        return row.id

    def end(self, flag_id: str) -> None:
        """The flag was acknowledged: no e-mail about it goes out any more."""
        self._session.execute(
            update(Alert).where(Alert.flag_id == flag_id, Alert.state == "due")
            .values(state="dropped", outcome="acknowledged").execution_options(synchronize_session=False))

    def any_mail(self, now: datetime) -> bool:
        """Whether an e-mail is due; asked first, because looking holds up nobody's messages."""
        return bool(self._session.execute(select(exists().where(_ready(now)))).scalar_one())

    def next_mail(self, now: datetime) -> AlertMail | None:
        """The next e-mail to go, locked until this unit ends; nothing when none is due."""
        row = self._session.execute(
            select(Alert).where(_ready(now))
            .order_by(Alert.not_before, Alert.id).limit(1).with_for_update(skip_locked=True)).scalar_one_or_none()
        if row is None:
            return None
        clinic = self._session.execute(
            select(Clinic.name, Clinic.timezone).join(Appointment, Appointment.clinic_id == Clinic.id)
            .join(Flag, Flag.appointment_id == Appointment.id).where(Flag.id == row.flag_id)).one()
        return AlertMail(row.id, row.flag_id, row.email, clinic[0], clinic[1], row.due_at, row.tries)

    def pointless(self, alert_id: str) -> str | None:
        """Why an e-mail need not go any more: ``acknowledged``, ``told_again``, ``removed``; or nothing."""
        later = aliased(Alert)
        told_again = exists().where(
            later.flag_id == Alert.flag_id, later.contact_id == Alert.contact_id, later.number > Alert.number)
        row = self._session.execute(
            select(Flag.acknowledged_at, told_again, SafetyContact.removed_at).select_from(Alert)
            .join(Flag, Flag.id == Alert.flag_id).join(SafetyContact, SafetyContact.id == Alert.contact_id)
            .where(Alert.id == alert_id)).one()
        if row[0] is not None:
            return "acknowledged"
        return "told_again" if row[1] else "removed" if row[2] is not None else None

    def claim(self, mail: AlertMail, by: str, now: datetime) -> AlertMail:
        """Take an e-mail; the try is written down as begun."""
        tries = mail.tries + 1
        self._change(mail.id, state="claimed", claimed_by=by, claimed_at=now, tries=tries)
        self._session.add(AlertTry(id=new_id(), alert_id=mail.id, number=tries, at=now, outcome="begun"))
        self._session.flush()
        return replace(mail, tries=tries)

    def drop(self, mail: AlertMail, reason: str) -> None:
        """Never; the reason stays with the row."""
        self._change(mail.id, state="dropped", outcome=reason)

    def fail(self, mail: AlertMail, outcome: str) -> None:
        """There is no way to send it; the alert itself stands, on the page."""
        self._change(mail.id, state="failed", outcome=outcome)

    def settle(self, mail: AlertMail, after: AfterTry, by: str, now: datetime) -> None:
        """Write down what became of a try; an alert that somebody else took meanwhile is left to them."""
        self._session.execute(
            update(AlertTry).where(AlertTry.alert_id == mail.id, AlertTry.number == mail.tries)
            .values(outcome=after.outcome).execution_options(synchronize_session=False))
        values: dict[str, object] = {"state": after.state, "outcome": after.outcome}
        if after.state == "sent":
            values["sent_at"] = now
        if after.again is not None:
            values["not_before"] = after.again
        self._session.execute(
            update(Alert).where(Alert.id == mail.id, Alert.state == "claimed", Alert.claimed_by == by)
            .values(**values).execution_options(synchronize_session=False))

    def _change(self, alert_id: str, **values: object) -> None:
        self._session.execute(update(Alert).where(Alert.id == alert_id).values(**values)
                              .execution_options(synchronize_session=False))


def _ready(now: datetime):  # type: ignore[no-untyped-def]
    """Due, or claimed so long ago that whoever took it died."""
    return or_(
        and_(Alert.state == "due", Alert.not_before <= now),
        and_(Alert.state == "claimed", Alert.claimed_at <= now - LEASE),
    )
