"""The closed list of events that cause notifications, with their titles; a rule that names another event is refused."""

from collections.abc import Iterator

from models.vocabulary import seeded_event_titles
from resolvers.declaration import ContentType, ContentTypes
from workflow.language import STAYS
from workflow.titles import Titles

# Notifications and deliveries cause no events: a notification about a notification would never end.
EVENTS_OF_NO_RULE = frozenset({"notification", "delivery"})
# Types whose Swedish name is neuter (ett): the participle agrees with it.
NEUTER_NOUNS = frozenset(
    {
        "agency_client",
        "announcement",
        "breach_letter",
        "consent",
        "contract",
        "disclosure_notice",
        "form_answer",
        "goal",
        "legal_hold",
        "proposal",
        "purge_item",
        "register",
        "request_letter",
        "substitution",
    }
)
# Events without a transition of their own: scheduled ones, and state changes that another object causes.
MORE_EVENTS: dict[str, Titles] = {
    "contract.supersede": ("Sopimus: korvattu", "Avtal: ersatt", "Contract: superseded"),
    "client.safety_review": (
        "Turvakielto: tarkistus lähestyy",
        "Spärrmarkering: kontrollen närmar sig",
        "Safety restriction: review is due",
    ),
    "client.package_built": (
        "Turvakielto: henkilön tiedot on koottu pyynnöstä, jonka työntekijä on kirjannut",
        "Spärrmarkering: personens uppgifter har sammanställts på en begäran som personalen registrerat",
        "Safety restriction: the person's data was put together for a request that staff typed in",
    ),
    "paper_original.due": (
        "Paperi odottaa: palauta tai hävitä alkuperäinen",
        "Papper väntar: återlämna eller förstör originalet",
        "A paper waits: return or destroy the original",
    ),
    "referral.waitlist_ends": (
        "Lähete: paikka jonossa päättyy pian",
        "Remiss: platsen i kön upphör snart",
        "Referral: the place in the queue ends soon",
    ),
    "attendance.reason_overdue": (
        "Läsnäolo: poissaolon syy on yhä selvittämättä",
        "Närvaro: orsaken till frånvaron är fortfarande inte utredd",
        "Attendance: the reason of the absence is still not known",
    ),
    "data_breach.remind": (
        "Tietoturvaloukkaus: 72 tuntia päättyy pian",
        "Personuppgiftsincident: 72 timmar går ut snart",
        "Data breach: the 72 hours end soon",
    ),
    "data_breach.overdue": (
        "Tietoturvaloukkaus: 72 tuntia on ohi",
        "Personuppgiftsincident: 72 timmar har gått ut",
        "Data breach: the 72 hours are over",
    ),
    "data_request.remind": (
        "Tietopyyntö: määräaika lähestyy",
        "Begäran om uppgifter: tiden går ut snart",
        "Data request: due soon",
    ),
    "data_request.overdue": (
        "Tietopyyntö: määräaika on ohi",
        "Begäran om uppgifter: tiden har gått ut",
        "Data request: overdue",
    ),
}


def event_titles(content_types: ContentTypes) -> dict[str, Titles]:
    """Return every event, `<noun>.<event>`, with its title in Finnish, Swedish and English."""
    return {name: words for type_ in content_types.values() for name, words in _events_of_type(type_)} | MORE_EVENTS


def _events_of_type(type_: ContentType) -> Iterator[tuple[str, Titles]]:
    if type_.noun in EVENTS_OF_NO_RULE:
        return
    changeable = any(f.write.name not in {"never", "add"} for f in type_.fields.values())
    changes = [
        "create",
        *(["update", "revert"] if changeable else []),
        *(["attach", "detach", "quarantine"] if type_.attached else []),
    ]
    # A transition and a change never share a name: bringing back (RESTORE) writes nothing, as a revision (revert) does.
    for name in (*changes, *type_.kind.workflow.transitions):
        yield f"{type_.noun}.{name.lower()}", _joined_titles(type_.titles, event_title(type_, name))


def event_title(type_: ContentType, name: str) -> Titles:
    """
    Return the words for what happened, to follow the name of the type. `name` is that of a transition or a change.

    Where `event_titles.csv` has no words, they are the title of the state that is reached.
    """
    words = seeded_event_titles()
    if word := words.get(f"{type_.noun}.{name}") or words.get(name):
        swedish = word.facts.get("sv_neuter", word.sv) if type_.noun in NEUTER_NOUNS else word.sv
        return word.fi, swedish, word.en
    workflow = type_.kind.workflow
    step = workflow.transitions[name]
    fi, sv, en = step.titles if step.target == STAYS else workflow.states[step.target].titles
    return fi.lower(), sv.lower(), en.lower()


def _joined_titles(type_titles: Titles, event_words: Titles) -> Titles:
    fi, sv, en = (f"{noun}: {word}" for noun, word in zip(type_titles, event_words, strict=True))
    return fi, sv, en
