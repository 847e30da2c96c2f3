"""The Finnish words of a package: titles of the declarations, terms of the vocabularies, days as people write them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from models.form import FormAnswer
from models.term import ServiceType, Term
from models.vocabulary import happenings, seeded_words, service_types
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
    "FOLLOW": "Siirretty asiakkaan tietoihin",
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
# Columns whose words stand in a vocabulary that nothing holds them to.
_LOOSE = {
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
    """Titles by vocabulary and token, the types by name, and the fields of forms by the id of the answer."""

    terms: Mapping[tuple[str, str], str]
    types: Mapping[str, ContentType]
    forms: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def term(self, vocabulary: str | None, token: Any) -> str:
        """Return the Finnish title of a code, or the code where there is none."""
        return self.terms.get((vocabulary or "", str(token)), str(token))

    def named(self, type_name: str, key: str | None, ref: str) -> str:
        """Return the Finnish title of a field, with that of a form's own; of a whole object, its type's."""
        type_ = self.types[type_name]
        outer, _, inner = (key or "").partition(".")
        found = type_.keys.get(outer)
        title = found.titles[0] if found else type_.titles[0]
        return f"{title}: {self._question(ref, inner).rstrip(':')}" if inner else title

    def value(self, field: Field, value: Any, ref: str) -> str:
        """Return a value of the object `ref` as a person reads it."""
        if field.sections:
            return "\n".join(f"{self._question(ref, key)} {self._answer(ref, key, v)}" for key, v in value.items())
        if field.embedded:
            return "\n".join(self._members(field, item) for item in value)
        if field.column == "field_keys":
            return ", ".join(self._title_of_field(str(key)) for key in value)
        if isinstance(value, list):
            return "\n".join(field.choice_titles.get(str(one), (str(one),))[0] for one in value)
        if field.column == "content_type":
            return self._title_of(str(value))
        if field.choices:
            return field.choice_titles[value][0]
        if vocabulary := field.vocabulary or _LOOSE.get(field.column):
            return self.term(vocabulary, value)
        return _plain(field.value.name, value)

    def _title_of_field(self, key: str) -> str:
        """Return the title of a field by its key alone, as the first type with such a field calls it."""
        return next((t.keys[key].titles[0] for t in self.types.values() if key in t.keys), key)

    def _title_of(self, noun: str) -> str:
        return next((type_.titles[0] for type_ in self.types.values() if type_.noun == noun), noun)

    def _question(self, ref: str, key: str) -> str:
        title = str(self.forms.get(ref, {}).get(key, {}).get("x-titles", {}).get("fi", key))
        return title if title.endswith(("?", ":")) else f"{title}:"

    def _answer(self, ref: str, key: str, value: Any) -> str:
        """Return an answer, in the form's own words where it offers some."""
        if isinstance(value, list):
            return ", ".join(self._answer(ref, key, item) for item in value)
        options = self.forms.get(ref, {}).get(key, {}).get("x-options", {})
        if isinstance(value, bool):
            return _plain("Boolean", value)
        return str(options.get(str(value), {}).get("fi", value))

    def _members(self, field: Field, item: Mapping[str, Any]) -> str:
        told = []
        for key, value in item.items():
            choices = field.member_choices.get(key, {})
            if value is None or key not in field.member_titles:
                continue
            word = _WEEKDAYS[value - 1] if key == "weekday" else _plain(field.embedded[key].name, value)
            told.append(f"{field.member_titles[key][0].lower()} {choices.get(str(value), (word,))[0]}")
        return ", ".join(told)

    def action(self, type_name: str, name: str) -> str:
        """Return what a change was: what a notice would say has happened, or one of the few other words."""
        type_ = self.types[type_name]
        if name in type_.kind.workflow.transitions:
            said = event_title(type_, name)[0]
        else:
            said = ACTIONS.get(name) or (happenings()[name].fi if name in happenings() else name)
        return said[:1].upper() + said[1:]


async def export_words(types: Iterable[ContentType], answers: Iterable[UUID], db: TransactionalDBClient) -> ExportWords:
    """Return the words for a package with these answers to forms; retired terms too, for they stand in old data."""
    found = list(types)
    wanted = {f.vocabulary for t in found for f in t.fields.values() if f.vocabulary} | {
        "withholding_basis",
        *_LOOSE.values(),
    }
    rows = await Term.filter(vocabulary__in=sorted(wanted)).using_db(db).values_list("vocabulary", "token", "title_fi")
    asked = await FormAnswer.filter(pk__in=list(answers)).using_db(db).values_list("id", "template__json_schema")
    forms = {public_id("form_answer", answer): schema.get("properties", {}) for answer, schema in asked}
    services = await ServiceType.all().using_db(db).order_by("starts_on").values_list("code", "title_fi")
    # What a register has no terms for yet has the words that it would begin with.
    terms = {(word.vocabulary, word.token): word.fi for word in seeded_words() if word.vocabulary in wanted}
    terms |= {("service_type", service.token): service.fi for service in service_types()}
    terms |= {(v, t): title for v, t, title in rows} | {("service_type", code): title for code, title in services}
    return ExportWords(terms, {type_.name: type_ for type_ in found}, forms)


def _plain(kind: str, value: Any) -> str:
    """Return a value of a plain kind in Finnish: 31.1.2026, 31.1.2026 klo 9.05, kyllä."""
    match kind:
        case "Boolean":
            return "kyllä" if value else "ei"
        case "Date":
            return finnish_day(str(value))
        case "DateTime":
            return finnish_moment(str(value))
        case "Time":
            return str(value)[:5].lstrip("0").replace(":", ".")
    return str(value)


def finnish_day(text: str) -> str:
    """Return a day as Finns write it."""
    found = date.fromisoformat(text[:10])
    return f"{found.day}.{found.month}.{found.year}"


def finnish_moment(text: str) -> str:
    """Return a moment in Finnish time."""
    found = datetime.fromisoformat(text).astimezone(FINNISH_ZONE)
    return f"{found.day}.{found.month}.{found.year} klo {found.hour}.{found.minute:02}"
