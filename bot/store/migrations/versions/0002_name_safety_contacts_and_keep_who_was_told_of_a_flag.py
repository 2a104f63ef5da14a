"""Name safety contacts and keep who was told of a flag"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "safety_contacts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("clinic_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinics.id"], name=op.f("fk_safety_contacts_clinic_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_safety_contacts_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_contacts")),
    )
    with op.batch_alter_table("safety_contacts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_safety_contacts_clinic_id"), ["clinic_id"], unique=False)

    op.create_table(
        "alerts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("flag_id", sa.String(length=32), nullable=False),
        sa.Column("contact_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("not_before", sa.DateTime(), nullable=False),
        sa.Column("claimed_by", sa.String(length=40), nullable=True),
        sa.Column("claimed_at", sa.DateTime(), nullable=True),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("outcome", sa.String(length=60), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["safety_contacts.id"], name=op.f("fk_alerts_contact_id")),
        sa.ForeignKeyConstraint(["flag_id"], ["flags.id"], name=op.f("fk_alerts_flag_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
        sa.UniqueConstraint("flag_id", "number", name=op.f("uq_alerts_flag_id_number")),
    )
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alerts_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index("ix_alerts_state_not_before", ["state", "not_before"], unique=False)

    op.create_table(
        "flag_remarks",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("flag_id", sa.String(length=32), nullable=False),
        sa.Column("inbox_id", sa.String(length=32), nullable=False),
        sa.Column("how", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["flag_id"], ["flags.id"], name=op.f("fk_flag_remarks_flag_id")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_flag_remarks_inbox_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flag_remarks")),
        sa.UniqueConstraint("flag_id", "inbox_id", name=op.f("uq_flag_remarks_flag_id_inbox_id")),
    )
    with op.batch_alter_table("flag_remarks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_flag_remarks_flag_id"), ["flag_id"], unique=False)

    op.create_table(
        "alert_tries",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("alert_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name=op.f("fk_alert_tries_alert_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_tries")),
        sa.UniqueConstraint("alert_id", "number", name=op.f("uq_alert_tries_alert_id_number")),
    )
    with op.batch_alter_table("clinics", schema=None) as batch_op:
        batch_op.add_column(sa.Column("alert_minutes", sa.Integer(), nullable=False, server_default="15"))

    with op.batch_alter_table("flags", schema=None) as batch_op:
        batch_op.add_column(sa.Column("alerting", sa.Boolean(), nullable=False, server_default=sa.true()))
    # A first low mood stays a flag to be looked at; nobody is told of it.
    op.execute(
        "UPDATE flags SET alerting = false WHERE kind = 'low_mood' AND NOT EXISTS (SELECT 1 FROM flags AS earlier "
        "WHERE earlier.conversation_id = flags.conversation_id AND earlier.kind = 'low_mood' "
        "AND earlier.raised_at < flags.raised_at)")


def downgrade() -> None:
    with op.batch_alter_table("flags", schema=None) as batch_op:
        batch_op.drop_column("alerting")

    with op.batch_alter_table("clinics", schema=None) as batch_op:
        batch_op.drop_column("alert_minutes")

    op.drop_table("alert_tries")
    with op.batch_alter_table("flag_remarks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_flag_remarks_flag_id"))

    op.drop_table("flag_remarks")
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.drop_index("ix_alerts_state_not_before")
        batch_op.drop_index(batch_op.f("ix_alerts_contact_id"))

    op.drop_table("alerts")
    with op.batch_alter_table("safety_contacts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_safety_contacts_clinic_id"))

    op.drop_table("safety_contacts")
