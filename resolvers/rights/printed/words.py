"""
The words of a data export in the language of the person: titles of the declarations, terms, and values as text.

What people read has no code in it: a code without a title would be shown as it is, and a test looks for such.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from itertools import groupby
from typing import Any
from uuid import UUID

from babel.numbers import format_decimal
from tortoise.backends.base.client import TransactionalDBClient

from models.form import FormAnswer
from models.term import ServiceType, Term
from models.vocabulary import seeded_event_titles, seeded_words, service_types
from resolvers.catalogues import translated
from resolvers.declaration import ContentType, Field
from resolvers.notifications.events import event_title
from resolvers.printing.dates import clock_text, day_text, moment_text
from resolvers.public_ids import public_id
from resolvers.rights.printed.phrases import ACTION_PHRASES, pattern_phrase, signature_phrase
from resolvers.value import Named
from resolvers.value_lines import ValueLine, value_lines
from workflow.purposes import PURPOSES
from workflow.titles import LANGUAGES, Titles

_WITHDRAWN = "referral_withdraw_reason"  # of a column whose declared vocabulary is that of rejections
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # a draft may hold another text where the form asks for a day
# Value objects that read better as a sentence than as names with values.
_PHRASES: Mapping[frozenset[str], Callable[[Mapping[str, Any], str, Callable[[str], str]], str]] = {
    frozenset({"weekday", "startsAt", "minutes"}): pattern_phrase,
    frozenset({"party", "method", "name", "signedAt"}): signature_phrase,
    frozenset({"party", "method", "name", "signedAt", "seenBy"}): signature_phrase,
    frozenset({"party", "method", "name", "signedAt", "signedOn", "seenBy"}): signature_phrase,
}


@dataclass(frozen=True)
class ExportWords:
    """The titles by vocabulary and token, the types by name, and the fields of forms by the id of the answer."""

    language: str
    terms: Mapping[tuple[str, str], str]
    types: Mapping[str, ContentType]
    forms: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def title(self, titles: Titles) -> str:
        """Return the title in the language of these words."""
        return titles[LANGUAGES.index(self.language)]

    def type_title(self, type_name: str) -> str:
        """Return the title of a type."""
        return self.title(self.types[type_name].titles)

    def state(self, type_name: str, state: str) -> str:
        """Return the title of a state."""
        return self.title(self.types[type_name].kind.workflow.states[state].titles)

    def state_of(self, type_name: str, object_: Mapping[str, Any]) -> str:
        """Return the title of the state of an object, which says of a replaced one that a correction took its place."""
        title = self.state(type_name, object_["state"])
        replaced = translated("replaced by a correction", self.language)
        return f"{title}, {replaced}" if object_.get("isReplaced") else title

    def term(self, vocabulary: str | None, token: Any) -> str:
        """Return the title of a code, or the code itself when it has no title."""
        return self.terms.get((vocabulary or "", str(token)), str(token))

    def purposes(self, codes: str) -> str:
        """Return the words for the purposes of a look."""
        return ", ".join(self.title(PURPOSES[code].words) if code in PURPOSES else code for code in codes.split())

    def named(self, type_name: str, key: str | None, ref: str) -> str:
        """Return the title of a field, including a form's own title; without a key, the title of the type."""
        type_ = self.types[type_name]
        outer, _, inner = (key or "").partition(".")
        declared = type_.keys.get(outer)
        title = self.title(declared.titles if declared else type_.titles)
        return f"{title}: {self._question(ref, inner).rstrip(':')}" if inner else title

    def value(self, field: Field, value: Any, ref: str) -> str:
        """Return a value of the object `ref` as readable text."""
        if field.sections:
            return "\n".join(self._answered(ref, key, answer) for key, answer in value.items())
        if field.embedded:
            return "\n".join(self._members(field, item) for item in value)
        if field.names is Named.FIELD:
            keys = value if isinstance(value, list) else [value]
            return ", ".join(self._title_of_field(str(key)) for key in keys)
        if isinstance(value, list):
            return "\n".join(self._choice(field.choice_titles, item) for item in value)
        if field.names is Named.NOUN:
            return self._title_of(str(value))
        if field.choices:
            return self._choice(field.choice_titles, value)
        if field.names is Named.SERVICE_TYPE:
            return self.term("service_type", value)
        if field.names is Named.REFERRAL_REASON and (field.vocabulary, str(value)) not in self.terms:
            return self.term(_WITHDRAWN, value)
        if field.vocabulary:
            return self.term(field.vocabulary, value)
        return self.plain(field.value.name, value)

    def plain(self, kind: str, value: Any) -> str:
        """Return a value of a plain kind: 31.1.2026, 31.1.2026 klo 9.05, kyllä."""
        match kind:
            case "Boolean":
                return translated("yes", self.language) if value else translated("no", self.language)
            case "Date":
                return self.day(str(value))
            case "DateTime":
                return self.moment(str(value))
            case "Time":
                return clock_text(time.fromisoformat(str(value)), self.language)
        return str(value)

    def day(self, text: str) -> str:
        """Return the day of an ISO date or moment."""
        return day_text(date.fromisoformat(text[:10]), self.language)

    def moment(self, text: str) -> str:
        """Return an ISO moment in the time of Finland."""
        return moment_text(datetime.fromisoformat(text), self.language)

    def action(self, type_name: str, name: str) -> str:
        """Return the words for a change: those of a notification about it, or a phrase of its own."""
        type_ = self.types[type_name]
        if name in type_.kind.workflow.transitions:
            words = self.title(event_title(type_, name))
        elif phrase := ACTION_PHRASES.get(name):
            words = phrase(self.language)
        else:
            seeded = seeded_event_titles().get(name)
            words = self.title((seeded.fi, seeded.sv, seeded.en)) if seeded else name
        return words[:1].upper() + words[1:]

    def _choice(self, titles: Mapping[str, Titles], value: Any) -> str:
        return self.title(titles[str(value)]) if str(value) in titles else str(value)

    def _title_of_field(self, key: str) -> str:
        """Return the title of a field by its key alone, from the first type that has such a field."""
        return next((self.title(t.keys[key].titles) for t in self.types.values() if key in t.keys), key)

    def _title_of(self, noun: str) -> str:
        return next((self.title(type_.titles) for type_ in self.types.values() if type_.noun == noun), noun)

    def _question(self, ref: str, key: str) -> str:
        titles = self.forms.get(ref, {}).get(key, {}).get("x-titles", {})
        title = str(titles.get(self.language) or titles.get("fi", key))
        return title if title.endswith(("?", ":")) else f"{title}:"

    def _answered(self, ref: str, key: str, value: Any) -> str:
        """Return a question with its answer: behind it, or below it, item by item, where it has several parts."""
        lines = list(value_lines(self.forms.get(ref, {}).get(key), value))
        question = self._question(ref, key)
        if not any(line.labels for line in lines):
            return f"{question} {', '.join(map(self._part, lines))}"
        items = ["; ".join(map(self._part, same)) for _, same in groupby(lines, lambda line: line.item)]
        return "\n".join([question, *items] if lines[0].item else [f"{question} {items[0]}"])

    def _part(self, line: ValueLine) -> str:
        """Return one part of an answer with the titles that lead to it, and the words of the form for an option."""
        label = "".join(f"{self._in_language(title).rstrip(':')}: " for title in line.labels)
        return f"{label}{self._in_language(line.words) if line.words else self._plain_answer(line)}"

    def _plain_answer(self, line: ValueLine) -> str:
        if line.format == "date" and _DAY.fullmatch(str(line.value)):
            return self.day(str(line.value))
        if isinstance(line.value, float):
            return format_decimal(line.value, locale=self.language, decimal_quantization=False, group_separator=False)
        return str(line.value)

    def _in_language(self, words: Mapping[str, str]) -> str:
        return str(words.get(self.language) or words["fi"])

    def _members(self, field: Field, item: Mapping[str, Any]) -> str:
        def member(key: str) -> str:
            choices = field.member_choices.get(key, {})
            value = item[key]
            return self._choice(choices, value) if choices else self.plain(field.embedded[key].name, value)

        if phrase := _PHRASES.get(frozenset(field.embedded)):
            return phrase(item, self.language, member)
        known = [key for key in item if key in field.member_titles and item[key] is not None]
        return "; ".join(f"{self.title(field.member_titles[key])}: {member(key)}" for key in known)


async def export_words(
    types: Iterable[ContentType], answers: Iterable[UUID], language: str, db: TransactionalDBClient
) -> ExportWords:
    """Return the words for an export with these form answers; retired terms are included, because old data has them."""
    seeded = seeded_export_words(types, language)
    vocabularies = _vocabularies(seeded.types.values())
    title = f"title_{language}"
    rows = await Term.filter(vocabulary__in=sorted(vocabularies)).using_db(db).values_list("vocabulary", "token", title)
    answered = await FormAnswer.filter(pk__in=list(answers)).using_db(db).values_list("id", "template__json_schema")
    forms = {public_id("form_answer", answer): schema.get("properties", {}) for answer, schema in answered}
    services = await ServiceType.all().using_db(db).order_by("starts_on").values_list("code", title)
    stored = {(v, t): words for v, t, words in rows} | {("service_type", code): words for code, words in services}
    return replace(seeded, terms={**seeded.terms, **stored}, forms=forms)


def seeded_export_words(types: Iterable[ContentType], language: str) -> ExportWords:
    """Return the words for an export by the seed data, which holds where a register has no stored terms."""
    listed_types = list(types)
    vocabularies = _vocabularies(listed_types)
    seeds = [word for word in seeded_words() if word.vocabulary in vocabularies]
    terms = {(word.vocabulary, word.token): str(getattr(word, language)) for word in seeds}
    terms |= {("service_type", service.token): str(getattr(service, language)) for service in service_types()}
    return ExportWords(language, terms, {type_.name: type_ for type_ in listed_types})


def _vocabularies(types: Iterable[ContentType]) -> set[str]:
    declared = {f.vocabulary for type_ in types for f in type_.fields.values() if f.vocabulary}
    return {*declared, "withholding_basis", _WITHDRAWN}
