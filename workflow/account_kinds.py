"""The words for who acts: one table for the enums of the API, for the facts of refusals and for what is printed."""

from collections.abc import Mapping
from types import MappingProxyType

from workflow.roles import AccountKind
from workflow.titles import Titles, parse_titles

_KINDS = {
    AccountKind.STAFF: "Työntekijä|Medarbetare|Employee",
    AccountKind.TRAINEE: "Valmentautuja|Klient|Trainee",
    AccountKind.GUARDIAN: "Huoltaja tai edustaja|Vårdnadshavare eller företrädare|Guardian or representative",
    AccountKind.OFFICIAL: "Lähettävän tahon yhteyshenkilö|Remitterande parts kontaktperson|Official of an agency",
    AccountKind.WORKPLACE: "Työpaikan edustaja|Arbetsplatsens företrädare|Person of a workplace",
    AccountKind.AGENCY: "Lähettävän tahon järjestelmä|Remitterande parts system|System of an agency",
    AccountKind.SERVICE: "Palvelu itse|Tjänsten själv|The service itself",
}
KIND_TITLES: Mapping[AccountKind, Titles] = MappingProxyType({k: parse_titles(text) for k, text in _KINDS.items()})


def declared_titles(kind: AccountKind) -> str:
    """Return the titles of a kind as a declaration writes them: "fi|sv|en"."""
    return "|".join(KIND_TITLES[kind])


def within_sentence(kind: AccountKind) -> Titles:
    """Return the titles of a kind as they stand within a sentence."""
    fi, sv, en = (title[0].lower() + title[1:] for title in KIND_TITLES[kind])
    return fi, sv, en
