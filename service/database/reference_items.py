"""
The reference content of this version, item by item: what an organisation needs from its first day on.

Vocabularies and service types come from the files of models/vocabulary. Event rules notify in the service only: whom
a mail reaches is for an administrator to decide.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson

from models.vocabulary import first_texts, seeded_words, service_types

# By which columns an object is found: the first names it, by any of them it is there already.
NATURAL_KEYS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "term": (("vocabulary", "token"),),
    "service_type": (("code", "version"), ("code", "starts_on")),
    "event_rule": (("event", "recipients"),),
    "setting": ((),),  # there is one
    "agreement_text": (("kind", "purpose"),),
}
# What people have agreed to is never changed from here: an organisation publishes a new text itself.
SEEDED_ONCE = frozenset({"agreement_text"})
_EVENT_RULES = (
    ("data_request.create", "PRIVACY_OFFICERS", "SERVICE_AND_EMAIL"),
    ("data_breach.create", "PRIVACY_OFFICERS", "SERVICE_AND_EMAIL"),
    ("breach_letter.ready", "UNIT_SUPERVISORS", "SERVICE"),
    ("breach_letter.tell", "TRAINEE", "SERVICE_AND_EMAIL"),
    ("referral.submit", "UNIT_SUPERVISORS", "SERVICE"),
    ("referral.accept", "AGENCY_OFFICIALS", "SERVICE"),
    ("proposal.send", "AGENCY_OFFICIALS", "SERVICE"),
    ("proposal.reply", "AGENCY_OFFICIALS", "SERVICE"),
    ("proposal.ask", "UNIT_SUPERVISORS", "SERVICE"),
    ("proposal.accept", "UNIT_SUPERVISORS", "SERVICE"),
    ("proposal.reject", "UNIT_SUPERVISORS", "SERVICE"),
    ("contract.activate", "TRAINEE", "SERVICE"),
    ("programme.request_certificate", "RESPONSIBLE_COACH", "SERVICE"),
    ("programme.issue_certificate", "TRAINEE", "SERVICE"),
    ("client.quarantine", "PRIVACY_OFFICERS", "SERVICE"),
    ("client.quarantine", "RESPONSIBLE_COACH", "SERVICE"),
    ("coaching_note.quarantine", "RESPONSIBLE_COACH", "SERVICE"),
    ("consent.quarantine", "PRIVACY_OFFICERS", "SERVICE"),
    ("contract.quarantine", "UNIT_SUPERVISORS", "SERVICE"),
    ("data_request.quarantine", "PRIVACY_OFFICERS", "SERVICE"),
    ("referral.quarantine", "UNIT_SUPERVISORS", "SERVICE"),
)


@dataclass(frozen=True)
class ReferenceItem:
    """One object of the reference content: its values by the names of the declared fields."""

    noun: str
    values: Mapping[str, Any]

    @property
    def natural_key(self) -> str:
        """What names the object among its kind, as text."""
        parts = (self.values[column] for column in NATURAL_KEYS[self.noun][0])
        return "/".join(str(part) for part in parts if part is not None)

    @property
    def digest(self) -> bytes:
        """The SHA-256 of the values."""
        return hashlib.sha256(orjson.dumps(dict(self.values), option=orjson.OPT_SORT_KEYS)).digest()


@cache
def reference_items() -> tuple[ReferenceItem, ...]:
    """Return the whole reference content of this version."""
    return (*_terms(), *_service_types(), *_event_rules(), ReferenceItem("setting", {}), *_agreement_texts())


def content_digest(items: Sequence[ReferenceItem]) -> bytes:
    """Return the SHA-256 of a whole reference content; the order does not matter."""
    parts = sorted(item.noun.encode() + item.natural_key.encode() + item.digest for item in items)
    return hashlib.sha256(b"\n".join(parts)).digest()


@cache
def own_digest() -> bytes:
    """Return the SHA-256 of the reference content of this version."""
    return content_digest(reference_items())


def items_by_noun(items: Iterable[ReferenceItem]) -> dict[str, list[ReferenceItem]]:
    """Return the items of each kind, in the order in which kinds are written."""
    found: dict[str, list[ReferenceItem]] = {noun: [] for noun in NATURAL_KEYS}
    for item in items:
        found[item.noun].append(item)
    return found


def _terms() -> Iterator[ReferenceItem]:
    for word in seeded_words():
        facts = [{"name": name, "text": text} for name, text in word.facts.items()]
        yield ReferenceItem(
            "term",
            {
                "vocabulary": word.vocabulary,
                "token": word.token,
                "title_fi": word.fi,
                "title_sv": word.sv,
                "title_en": word.en,
                "position": word.order,
                "starts_on": word.starts_on,
                "ends_before": word.ends_before,
                "facts": facts,
            },
        )


def _service_types() -> Iterator[ReferenceItem]:
    for kind in service_types():
        yield ReferenceItem(
            "service_type",
            {
                "code": kind.token,
                "version": kind.version,
                "title_fi": kind.fi,
                "title_sv": kind.sv,
                "title_en": kind.en,
                "starts_on": kind.starts_on,
                "ends_before": kind.ends_before,
                **kind.rules,
            },
        )


def _event_rules() -> Iterator[ReferenceItem]:
    for event, recipients, channel in _EVENT_RULES:
        yield ReferenceItem("event_rule", {"event": event, "recipients": recipients, "channel": channel})


def _agreement_texts() -> Iterator[ReferenceItem]:
    for text in first_texts().values():
        titles = {f"title_{language}": title for language, title in text.titles.items()}
        bodies = {f"body_{language}": body for language, body in text.bodies.items()}
        known = {"kind": text.kind, "purpose": None, "version": text.version, "starts_on": text.starts_on}
        yield ReferenceItem("agreement_text", {**known, **titles, **bodies})
