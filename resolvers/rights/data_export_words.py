"""The Finnish words of a data export: titles from the declarations, terms of the vocabularies, and dates as text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from models.form import FormAnswer
from models.term import ServiceType, Term
from models.vocabulary import seeded_event_titles, seeded_words, service_types
from resolvers.declaration import ContentType, Field
from resolvers.notifications.events import event_title
from resolvers.public_ids import public_id
from workflow.calendar import FINNISH_ZONE

LOOKERS: Mapping[str, str] = {
    "SELF": "sinä itse",
    "STAFF": "työntekijä",
    "TRAINEE": "valmentautuja",
    "OFFICIAL": "viranomainen",
    "WORKPLACE": "työpaikka",
    "AGENCY": "viranomaisen järjestelmä",
    "SERVICE": "palvelu itse",
}
PROVENANCE_WORDS: Mapping[str, str] = {
    "AUTHORITY": "viranomaiselta",
    "CLIENT": "sinulta",
    "OWN": "omasta toiminnastamme",
}
OUTCOMES: Mapping[str, str] = {
    "LOGGED_IN": "kirjautuminen",
    "LOGGED_OUT": "uloskirjautuminen",
    "REFUSED": "kirjautuminen hylätty",
    "LOGGED_OUT_BY_PROVIDER": "uloskirjautuminen",
    "PASSWORD_REFUSED": "väärä salasana",
    "THROTTLED": "liian monta yritystä",
    "DISABLED": "tunnus suljettu",
    "NO_ACCOUNT": "ei tunnusta",
    "UNDERTAKING_ACCEPTED": "sitoumus hyväksytty",
}
ACTIONS: Mapping[str, str] = {
    "CREATE": "Luotu",
    "UPDATE": "Muutettu",
    "RESTORE": "Palautettu aiempi",
    "RECTIFY": "Korjattu pyynnöstäsi",
    "ATTACH": "Lisätty tiedosto",
    "DETACH": "Poistettu tiedosto",
    "EXPIRE": "Voimassaolo päättynyt",
    "SEND": "Lähetetty lähetteen mukana",
    "ASK": "Pyydetty täydentämään",
    "FOLLOW": "Siirtynyt asiakkaan tai asiakkuuden mukana",
    "CLOSE": "Päättynyt lähetteen mukana",
    "SUPERSEDE": "Korvattu uudella",
    "AMEND": "Täydennetty",
    "RETAIN": "Siirretty säilytykseen",
    "REMIND": "Muistutettu määräajasta",
    "OVERDUE": "Määräaika ylittynyt",
    "DELETE": "Poistettu",
    "RESTRICT": "Käsittelyä rajoitettu",
    "LIFT_RESTRICTION": "Rajoitus poistettu",
}
# Columns whose words are in a vocabulary, although their declaration names none.
_UNDECLARED_VOCABULARIES = {
    "service_code": "service_type",
    "situation_at_start": "situation",
    "situation_at_end": "situation",
    "mother_tongue": "language",
    "service_language": "language",
    "country": "country",
}
_WEEKDAYS = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")


@dataclass(frozen=True)
class ExportWords:
    """The titles by vocabulary and token, the types by name, and the fields of forms by the id of the answer."""

    terms: Mapping[tuple[str, str], str]
    types: Mapping[str, ContentType]
    forms: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def term(self, vocabulary: str | None, token: Any) -> str:
        """Return the Finnish title of a code, or the code itself when it has no title."""
        return self.terms.get((vocabulary or "", str(token)), str(token))

    def named(self, type_name: str, key: str | None, ref: str) -> str:
        """Return the Finnish title of a field, including a form's own title; without a key, the title of the type."""
        type_ = self.types[type_name]
        outer, _, inner = (key or "").partition(".")
        declared = type_.keys.get(outer)
        title = declared.titles[0] if declared else type_.titles[0]
        return f"{title}: {self._question(ref, inner).rstrip(':')}" if inner else title

    def value(self, field: Field, value: Any, ref: str) -> str:
        """Return a value of the object `ref` as readable text."""
        if field.sections:
            return "\n".join(f"{self._question(ref, key)} {self._answer(ref, key, v)}" for key, v in value.items())
        if field.embedded:
            return "\n".join(self._members(field, item) for item in value)
        if field.column == "field_keys":
            return ", ".join(self._title_of_field(str(key)) for key in value)
        if isinstance(value, list):
            return "\n".join(field.choice_titles.get(str(item), (str(item),))[0] for item in value)
        if field.column == "content_type":
            return self._title_of(str(value))
        if field.choices:
            return field.choice_titles[value][0]
        if vocabulary := field.vocabulary or _UNDECLARED_VOCABULARIES.get(field.column):
            return self.term(vocabulary, value)
        return _plain_text(field.value.name, value)

    def _title_of_field(self, key: str) -> str:
        """Return the title of a field by its key alone, from the first type that has such a field."""
        return next((t.keys[key].titles[0] for t in self.types.values() if key in t.keys), key)

    def _title_of(self, noun: str) -> str:
        return next((type_.titles[0] for type_ in self.types.values() if type_.noun == noun), noun)

    def _question(self, ref: str, key: str) -> str:
        title = str(self.forms.get(ref, {}).get(key, {}).get("x-titles", {}).get("fi", key))
        return title if title.endswith(("?", ":")) else f"{title}:"

    def _answer(self, ref: str, key: str, value: Any) -> str:
        """Return an answer, with the words of the form where it offers options."""
        if isinstance(value, list):
            return ", ".join(self._answer(ref, key, item) for item in value)
        options = self.forms.get(ref, {}).get(key, {}).get("x-options", {})
        if isinstance(value, bool):
            return _plain_text("Boolean", value)
        return str(options.get(str(value), {}).get("fi", value))

    def _members(self, field: Field, item: Mapping[str, Any]) -> str:
        parts = []
        for key, value in item.items():
            choices = field.member_choices.get(key, {})
            if value is None or key not in field.member_titles:
                continue
            word = _WEEKDAYS[value - 1] if key == "weekday" else _plain_text(field.embedded[key].name, value)
            parts.append(f"{field.member_titles[key][0].lower()} {choices.get(str(value), (word,))[0]}")
        return ", ".join(parts)

    def action(self, type_name: str, name: str) -> str:
        """Return the words for a change: those of a notification about it, or one of `ACTIONS`."""
        type_ = self.types[type_name]
        if name in type_.kind.workflow.transitions:
            words = event_title(type_, name)[0]
        else:
            words = ACTIONS.get(name) or (seeded_event_titles()[name].fi if name in seeded_event_titles() else name)
        return words[:1].upper() + words[1:]


async def export_words(types: Iterable[ContentType], answers: Iterable[UUID], db: TransactionalDBClient) -> ExportWords:
    """Return the words for an export with these form answers; retired terms are included, because old data has them."""
    listed_types = list(types)
    vocabularies = {f.vocabulary for t in listed_types for f in t.fields.values() if f.vocabulary} | {
        "withholding_basis",
        *_UNDECLARED_VOCABULARIES.values(),
    }
    rows = (
        await Term.filter(vocabulary__in=sorted(vocabularies))
        .using_db(db)
        .values_list("vocabulary", "token", "title_fi")
    )
    answered = await FormAnswer.filter(pk__in=list(answers)).using_db(db).values_list("id", "template__json_schema")
    forms = {public_id("form_answer", answer): schema.get("properties", {}) for answer, schema in answered}
    services = await ServiceType.all().using_db(db).order_by("starts_on").values_list("code", "title_fi")
    # Vocabularies without stored terms use the words of the seed data.
    terms = {(word.vocabulary, word.token): word.fi for word in seeded_words() if word.vocabulary in vocabularies}
    terms |= {("service_type", service.token): service.fi for service in service_types()}
    terms |= {(v, t): title for v, t, title in rows} | {("service_type", code): title for code, title in services}
    return ExportWords(terms, {type_.name: type_ for type_ in listed_types}, forms)


def _plain_text(kind: str, value: Any) -> str:
    """Return a value of a plain kind in Finnish: 31.1.2026, 31.1.2026 klo 9.05, kyllä."""
    match kind:
        case "Boolean":
            return "kyllä" if value else "ei"
        case "Date":
            return finnish_date_text(str(value))
        case "DateTime":
            return finnish_moment_text(str(value))
        case "Time":
            return str(value)[:5].lstrip("0").replace(":", ".")
    return str(value)


def finnish_date_text(text: str) -> str:
    """Return a date in the Finnish format."""
    day = date.fromisoformat(text[:10])
    return f"{day.day}.{day.month}.{day.year}"


def finnish_moment_text(text: str) -> str:
    """Return a moment in the Finnish format and time zone."""
    moment = datetime.fromisoformat(text).astimezone(FINNISH_ZONE)
    return f"{moment.day}.{moment.month}.{moment.year} klo {moment.hour}.{moment.minute:02}"
