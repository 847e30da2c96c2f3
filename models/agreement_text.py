"""The texts that people agree to: the confidentiality undertaking, what a consent says, the terms of contracts."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Governed
from workflow.agreement_text import (
    ONCE_PUBLISHED_TEXT_STATES,
    OPEN_TEXT_STATES,
    PUBLISHED_TEXT_STATES,
    SCHEDULED_TEXT_STATES,
    agreement_text,
)
from workflow.language import States

UNDERTAKING, CONSENT, CONTRACT = "UNDERTAKING", "CONSENT", "CONTRACT"
# The texts that were published and have begun by the day {day}, the one in force first; `t` is the text. A scheduled
# one counts from the first minute of its day, also before `bring_into_force` has run.
BEGUN_TEXTS = f"""FROM agreement_text t
WHERE {ONCE_PUBLISHED_TEXT_STATES.sql("t.state")} AND t.starts_on <= {{day}} AND {{condition}}
ORDER BY {{order}}t.starts_on DESC, t.published_at DESC, t.id DESC LIMIT 1"""


class AgreementText(Governed):
    """
    One version of a text, in force from `starts_on` until the next version of its kind and purpose begins.

    `version` is its label, which what was agreed to names. `purpose` is that of the consents it is for, NULL for all.
    """

    kind = fields.CharField(12)
    purpose = fields.CharField(40, null=True)
    version = fields.CharField(20)
    title_fi = fields.CharField(200)
    title_sv = fields.CharField(200)
    title_en = fields.CharField(200)
    body_fi = fields.TextField()
    body_sv = fields.TextField()
    body_en = fields.TextField()
    starts_on = fields.DateField(null=True)

    begins_on = "starts_on"
    version_key = ("kind", "purpose")

    class Meta:
        table = "agreement_text"
        constraints = (
            CheckConstraint(check=States(agreement_text.states).sql(), name="agreement_text_state"),
            UniqueConstraint(
                fields=("kind", "version"), name="agreement_text_version", condition=ONCE_PUBLISHED_TEXT_STATES.sql()
            ),
            UniqueConstraint(
                fields=("lineage_id",), name="agreement_text_published", condition=PUBLISHED_TEXT_STATES.sql()
            ),
            UniqueConstraint(fields=("copy_of_id",), name="agreement_text_open_copy", condition=OPEN_TEXT_STATES.sql()),
            UniqueConstraint(
                fields=("lineage_id", "starts_on"),
                name="agreement_text_scheduled",
                condition=SCHEDULED_TEXT_STATES.sql(),
            ),
            CheckConstraint(check=f"kind IN ('{UNDERTAKING}', '{CONSENT}', '{CONTRACT}')", name="agreement_text_kind"),
            CheckConstraint(
                check=ONCE_PUBLISHED_TEXT_STATES.implies("starts_on IS NOT NULL"), name="agreement_text_begun"
            ),
        )
        indexes = (Index(fields=("kind", "starts_on", "id"), name="agreement_text_kind_order"),)
