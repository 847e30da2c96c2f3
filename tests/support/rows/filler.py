"""
Rows of every content type, filled from what the models and the declarations say of their columns.

A new content type is filled without a word here, unless its constraints ask for more than the columns tell
(BY_TYPE_AND_STATE).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, cast
from uuid import UUID

from tortoise import fields
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connection
from tortoise.contrib.postgres.fields import ArrayField

from models.code_index import code_indexes
from models.sealed import Keyring, Place, seal
from resolvers.declaration import ContentType, ContentTypes
from service.demo.people.identity_codes import artificial_identity_code
from tests.support.rows.search_entries import index_search_text
from workflow.form import form_answer
from workflow.representation import MATTERS

DAY, LATER_DAY = date(2026, 1, 7), date(2030, 12, 31)
MOMENT, LATER = datetime(2026, 1, 7, 8, 0, tzinfo=UTC), datetime(2030, 12, 31, 15, 30, tzinfo=UTC)
AUTHOR = UUID(int=0xA0)
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # when the tests ask, tests/support/organisation.py
ENDING_COLUMN_PREFIXES = ("ends_", "left_", "due_", "done_", "expires_")
# Columns that stay empty, because a value there means something that only a test itself may say.
EMPTY_COLUMNS = frozenset(
    {
        "consent_withdrawn_on",
        "revoked_at",
        "shared_with_id",
        "safety_restriction",
        "processing_restriction",
        "withdrawn_at",
        "whole_unit_id",
        "replaces_id",
        "supersedes_id",
        "amends_id",
        "corrects_id",
        "swapped_with_id",
        "secret_hash",
        "is_full_service",
        "copy_of_id",
        "disabled_at",
        "accepted_at",
        "lineage_id",
        "merged_into_id",
        "died_on",
    }
)
# A form with a section for everybody who sees it, one for the coaching, one for nobody, and a key in two of them.
SECTIONS = [
    {"name": name, "fi": "fi", "sv": "sv", "en": "en", "read": read, "write": write, "keys": keys}
    for name, read, write, keys in (
        ("open", "view", "modify", ["wish"]),
        ("coaching", "care", "modify_care", ["note", "twice"]),
        ("price", "money", "modify_money", ["price"]),
        ("nobody", "knighthood", "modify", ["secret", "twice"]),
    )
]
ANSWERS = {"wish": "Kokki", "note": "Kulkee hyvin", "price": 12, "secret": "hush", "twice": "two", "bare": "uncovered"}
FIELDS = {key: {"type": "integer" if key == "price" else "string"} for key in ANSWERS}
NO_FAULT: Mapping[str, Any] = {"refusal": None, "refusal_line": None, "refusal_names": []}
BY_TYPE_AND_STATE: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("agency_client", "REVOKED"): {"revoked_at": MOMENT},
    ("front_end_client", "REVOKED"): {"revoked_at": MOMENT},
    **{
        ("form_template", s): {"json_schema": {"properties": FIELDS}, "sections": SECTIONS}
        for s in ("DRAFT", "IN_REVIEW", "PUBLISHED", "SUPERSEDED", "RETIRED")
    },
    **{("form_answer", s): {"sections": SECTIONS, "answers": ANSWERS} for s in form_answer.states},
    ("account", "INVITED"): {"issuer": None, "subject": None},
    ("account", "DISABLED"): {"disabled_at": MOMENT},
    ("invitation", "ACCEPTED"): {"accepted_at": MOMENT},
    ("guardian_invitation", "ACCEPTED"): {"accepted_at": MOMENT},
    ("client_invitation", "ACCEPTED"): {"accepted_at": MOMENT},
    ("client_invitation", "CLOSED"): {"accepted_at": MOMENT},
    ("paper_original", "WAITING"): {"handled_on": None},
    **{("paper_original", s): {"handled_on": LATER_DAY} for s in ("RETURNED", "DESTROYED")},
    **{("notice_telling", s): {"told_on": None} for s in ("TO_TELL", "NOT_REACHED", "DOUBLED")},
    ("notice_telling", "TOLD"): {"told_on": DAY},
    **{("register_export", s): {"done_at": None, "digest": None} for s in ("PROPOSED", "APPROVED", "CANCELLED")},
    ("register_export", "DONE"): {"done_at": MOMENT, "digest": "0" * 64},
    **{("client_import", s): {**NO_FAULT, "ended_at": None} for s in ("NEW", "CHECKING", "CHECKED", "RUNNING")},
    **{("client_import", s): {**NO_FAULT, "ended_at": MOMENT} for s in ("DONE", "DISCARDED")},
    ("client_import", "REFUSED"): {"refusal": "FILE_EMPTY", "ended_at": None},
    ("consent", "WITHDRAWN"): {"withdrawn_at": MOMENT},
    ("consent", "GIVEN"): {"given_on": DAY},
    ("delivery", "WAITING"): {"sent_at": None},
    ("delivery", "SENT"): {"sent_at": MOMENT},
    ("delivery", "FAILED"): {"sent_at": None, "failure": "NO_ADDRESS"},
}
# Columns of a type whose constraints ask for values that fit together, whatever the state.
BY_TYPE: Mapping[str, Mapping[str, Any]] = {
    "account": {
        "kind": "OFFICIAL",
        "name": "Hidden name of account",
        "staff_id": None,
        "workplace_id": None,
        "client_id": None,
        "undertaking_version": "2026-1",
        "undertaking_accepted_at": MOMENT,
        "recovery_asked_by": AUTHOR,
        "recovery_asked_at": MOMENT,
    },
    "form_template": {"kind": "REFERRAL"},  # of which referrals it is asked
    "monthly_figure": {"people": 5},
    "reported_absence": {"kind": "ABSENCE"},
    "billing_row": {"kind": "ADJUSTMENT"},
    "breach_letter": {"person_id": None},
    "representation": {"safety_restriction": False, "kind": "GUARDIAN", "matters": list(MATTERS)},
    "telling_refusal": {"matters": []},
    "client": {"identity_held": False},
    "client_import": {"lines_read": 6, "written": 3, "unchanged": 2, "refused": 1},
    "data_breach": {
        "due_at": MOMENT + timedelta(hours=72),
        "account_id": AUTHOR,
        **dict.fromkeys(("application", "credential")),
    },
    "login_event": {
        "outcome": "LOGGED_IN",
        "network": "192.0.2.0/24",
        **dict.fromkeys(("at", "created_at", "modified_at"), MOMENT),
        **dict.fromkeys(("account_id", "created_by", "modified_by"), AUTHOR),
        "provenance": "OWN",
        "revision": 1,
    },
    "front_end_client": {"is_confidential": False},
    "agreement_text": {"starts_on": DAY, "published_at": MOMENT},
    "referral": {
        "consent_given_on": DAY,
        "consent_valid_until": LATER_DAY,
        "due_on": LATER_DAY,
        "due_order": LATER_DAY,
    },
    "register": {"log_kept_years": 12},
    "register_law": {"retention_years": 4, "passive_after_months": 12, "log_years": 2, "log_kept_years": 12},
    "data_request": {"refusal_reason": "UNFOUNDED", "appeal_text": "Hidden appeal of data request"},
    "emergency_access": {
        "created_at": NOW - timedelta(minutes=10),
        "ends_at": NOW + timedelta(minutes=30),
        "reason": "Hidden reason of emergency access",
    },
    "support_access": {
        "starts_at": NOW - timedelta(hours=1),
        "ends_at": NOW + timedelta(hours=5),
        "reason": "Hidden reason of support access",
    },
}
# Columns that may be empty, and are not in an account of this kind that is in use, in a letter that was told, or in a
# note that is signed.
NEVER_EMPTY = frozenset(
    {
        ("attendance", "accounting_unit_id"),
        *(("absence_report", column) for column in ("sent_at", "digest", "basis")),
        ("billing_row", "reason"),
        ("report", "delivered_at"),
        ("saved_view", "unit_id"),
        ("report", "digest"),
        ("coaching_note", "kind"),
        ("coaching_note", "body"),
        ("programme", "certificate_issued_on"),
        ("programme", "certificate_issued_by_name"),
        ("programme", "certificate_days"),
        ("account", "agency_id"),
        ("account", "issuer"),
        ("account", "subject"),
        ("request_letter", "told_on"),
        ("request_letter", "told_how"),
    }
)
# Each person is told of a notice and of a breach once: such a row has one of its own.
TOLD_ONCE: Mapping[str, tuple[str, str]] = {
    "notice_telling": ("notice_id", "privacy_notice"),
    "breach_letter": ("breach_id", "data_breach"),
}
WORDS = ("Aalto", "Åberg", "Koski", "Äijälä", "Öhman", "sopimus", "Koivu")


@dataclass
class Filler:
    """
    Fills and stores rows. `rows` holds them by noun, in order; ids are numbers, so that two databases are alike.

    Without `chance` every column is filled and references lead to the last row of their type. With it values,
    references and emptiness vary.
    """

    content_types: ContentTypes
    keyring: Keyring
    chance: Random | None = None
    rows: dict[str, list[Any]] = field(default_factory=dict)
    count: int = 0
    codes: set[str] = field(default_factory=set)
    sealed: dict[UUID, str] = field(default_factory=dict)  # the codes by row
    pinned: dict[str, UUID] = field(default_factory=dict)  # what references lead to, whatever was added last

    async def add(self, noun: str, state: str | None = None, **given: Any) -> Any:
        """Store one row, and before it whatever it must refer to; `given` columns are taken as they are."""
        type_ = self.content_types[noun]
        state = state or type_.kind.workflow.initial
        columns = type_.model._meta.fields_db_projection
        for column in columns:
            target = self.target(type_, column)
            if column == type_.kind.reach.author and target == "account" and column not in given:
                await self._author()
            elif target not in (None, noun) and target not in self.rows and column not in given:
                await self.add(str(target))
        column, parent = TOLD_ONCE.get(noun, ("", ""))
        if parent and column not in given:
            given[column] = (await self.add(parent)).pk
        if noun == "benefit_payer":  # the periods of a person do not overlap
            given = dict.fromkeys(("starts_on", "ends_on"), DAY + timedelta(self.count)) | given
        self.count += 1
        values: dict[str, Any] = {"id": UUID(int=self.count << 8 | 1), "state": state}
        values |= {**BY_TYPE.get(noun, {}), **BY_TYPE_AND_STATE.get((noun, state), {}), **given}
        for column in columns:
            if column not in values:
                values[column] = self.value(type_, column, values["id"])
        if "identity_index" in columns and "identity_index" not in given:
            self._identity(type_, values)
        row = await type_.model.create(**values)
        self.rows.setdefault(noun, []).append(row)
        await index_search_text(type_, row, cast(TransactionalDBClient, get_connection("default")))
        return row

    async def _author(self) -> None:
        """Store the account of the author, to which rows that belong to an account refer."""
        if not any(row.pk == AUTHOR for row in self.rows.get("account", [])):
            await self.add("account", "ACTIVE", id=AUTHOR)

    async def every_state(self, noun: str, **given: Any) -> list[Any]:
        """Store one row of a type in each of its states."""
        return [await self.add(noun, state, **given) for state in self.content_types[noun].kind.workflow.states]

    def last(self, noun: str) -> UUID:
        """Return the id of the last row of a type."""
        return UUID(str(self.rows[noun][-1].pk))

    def public(self, noun: str, row: Any) -> str:
        """Return the public id of a row."""
        return f"{noun}_{UUID(str(row.pk)).hex}"

    def target(self, type_: ContentType, column: str) -> str | None:
        """Return the noun that a column refers to; None where it refers to none."""
        declared = next((f.target for f in type_.fields.values() if f.column == column and f.target), None)
        relation = getattr(type_.model._meta.fields_map[column], "reference", None)
        if declared or relation is None:
            return declared
        return next(t.noun for t in self.content_types.values() if t.model is relation.related_model)

    def value(self, type_: ContentType, column: str, id_: UUID) -> Any:
        """Return a value for a column."""
        stored = type_.model._meta.fields_map[column]
        if column in EMPTY_COLUMNS:
            return False if isinstance(stored, fields.BooleanField) else None
        if column in ("created_by", "modified_by", "entered_by", "recorded_by", type_.kind.reach.author):
            return AUTHOR
        if (target := self.target(type_, column)) is not None:
            return self._reference(target, stored.null and (type_.noun, column) not in NEVER_EMPTY)
        is_open = stored.null and column != "code" and (type_.noun, column) not in NEVER_EMPTY
        if self.chance and is_open and self.chance.random() < 0.25:
            return None
        declared = type_.fields.get(column)
        if declared is not None and declared.choices and declared.value.many:
            return list(declared.choices)
        if declared is not None and declared.choices:
            return self.chance.choice(declared.choices) if self.chance else declared.choices[0]
        if declared is not None and declared.embedded:
            chosen = self._chosen(declared.value.name)
            open_ = {k: v for k, v in declared.embedded.items() if k not in chosen}
            parts = {k: (v.many, self._sample(type_, column, v.name)) for k, v in open_.items()}
            return [{k: [part] if many else part for k, (many, part) in parts.items()} | chosen]
        return self._plain(type_, column, stored)

    def _sample(self, type_: ContentType, column: str, kind: str) -> Any:
        """Return a value for a part of a column that holds several."""
        del type_, column
        samples: dict[str, Any] = {
            "Int": 1,
            "Time": time(9).isoformat(),
            "DateTime": MOMENT.isoformat(),
            "Date": "2026-01-07",
        }
        return samples.get(kind, "text")

    def _chosen(self, name: str) -> dict[str, Any]:
        return {"party": "CLIENT", "method": "ELECTRONIC"} if name == "Signature" else {}

    def _reference(self, noun: str, nullable: bool) -> UUID | None:
        known = self.rows.get(noun, [])
        if noun in self.pinned:
            return self.pinned[noun]
        if not known or (self.chance and nullable and self.chance.random() < 0.3):
            return None
        row = self.chance.choice(known) if self.chance else known[-1]
        return UUID(str(row.pk))

    def _plain(self, type_: ContentType, column: str, stored: Any) -> Any:
        late = column.startswith(ENDING_COLUMN_PREFIXES) or column.endswith("until")
        match stored:
            case fields.DateField() if column == "month":
                return date(2020 + self.count // 12, self.count % 12 + 1, 1)
            case fields.BooleanField():
                return self.chance is not None and self.chance.random() < 0.5
            case fields.DateField():
                return DAY + timedelta(self.count) if _is_unique(type_, column) else LATER_DAY if late else self._day()
            case fields.DatetimeField():
                return LATER if late else self._moment(column)
            case fields.IntField():
                return self.count if _is_unique(type_, column) else 1
            case ArrayField():
                return [] if column == "goal_ids" else [self._text(type_, column, 40)]
            case fields.JSONField():
                return {}
            case fields.BinaryField():
                return None
            case fields.UUIDField():
                return None if stored.null else UUID(int=self.count << 8 | 2)
        return self._text(type_, column, getattr(stored, "max_length", None) or 200)

    def _day(self) -> date:
        return self.chance.choice((DAY, date(2026, 3, 2), date(2026, 6, 15))) if self.chance else DAY

    def _moment(self, column: str) -> datetime:
        if self.chance and column in ("modified_at", "occurred_at"):
            return self.chance.choice((MOMENT, datetime(2026, 1, 7, 9, 30, 1, 250, tzinfo=UTC)))
        return MOMENT

    def _text(self, type_: ContentType, column: str, most: int) -> str:
        """Numbered text, so that a value found anywhere tells where it came from; varied where nothing is unique."""
        if self.chance and not _is_unique(type_, column) and most >= 10:
            return self.chance.choice(WORDS)
        return f"{column} of {type_.noun} {self.count:03}"[-most:]

    def _identity(self, type_: ContentType, values: dict[str, Any]) -> None:
        """Seal an artificial code: the one column whose text only the keys can open."""
        code = artificial_identity_code(Random(self.count), date(1990, 1, 1), self.codes)
        place = Place(type_.kind.table, "personal_identity_code", values["id"])
        values["personal_identity_code"] = seal(self.keyring, place, code)
        values |= code_indexes(self.keyring, code).columns()
        self.sealed[values["id"]] = code


def _is_unique(type_: ContentType, column: str) -> bool:
    return any(column in (getattr(c, "fields", None) or ()) for c in type_.model._meta.constraints)
