"""The tables. Times are aware and kept as UTC; a person's own zone stands beside the time it matters for."""

from bot.store.tables.base import Base, Instant, metadata, new_id
from bot.store.tables.care import Alert, AlertTry, Flag, FlagRemark, Nudge, SafetyContact
from bot.store.tables.invitations import Appointment, Import, Invitation, WebSession
from bot.store.tables.messages import Binding, Conversation, Inbox, Outbox, Turn
from bot.store.tables.people import Clinic, Patient, Staff, StaffSession
from bot.store.tables.preparations import Answer, CheckIn, Consent, Preparation, SharedSheet, SheetView

__all__ = [
    "Alert",
    "AlertTry",
    "Answer",
    "Appointment",
    "Base",
    "Binding",
    "CheckIn",
    "Clinic",
    "Consent",
    "Conversation",
    "Flag",
    "FlagRemark",
    "Import",
    "Inbox",
    "Instant",
    "Invitation",
    "Nudge",
    "Outbox",
    "Patient",
    "Preparation",
    "SafetyContact",
    "SharedSheet",
    "SheetView",
    "Staff",
    "StaffSession",
    "Turn",
    "WebSession",
    "metadata",
    "new_id",
]
