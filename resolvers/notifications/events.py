"""The closed list of events that the register can tell of, with their words; a rule that names another is refused."""

from collections.abc import Iterator

from models.vocabulary import happenings
from resolvers.declaration import ContentType, ContentTypes, Titles
from workflow.language import STAYS

# What tells of telling is no event: a notice about a notice would never end.
EVENTS_OF_NO_RULE = frozenset({"notification", "delivery"})
# Types whose Swedish name is of the ett kind: participles agree with it.
NEUTER_NOUNS = frozenset(
    {
        "agency_client",
        "announcement",
        "consent",
        "contract",
        "disclosure_notice",
        "form_answer",
        "goal",
        "legal_hold",
        "purge_item",
        "register",
        "substitution",
    }
)
# Events that no transition of their own makes: those of the service's clock, and steps that another object takes.
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
    """Return every event, `<noun>.<what happened>`, with its words in Finnish, Swedish and English."""
    return {name: words for type_ in content_types.values() for name, words in _events(type_)} | MORE_EVENTS


def _events(type_: ContentType) -> Iterator[tuple[str, Titles]]:
    if type_.noun in EVENTS_OF_NO_RULE:
        return
    changeable = any(f.write.name not in {"never", "add"} for f in type_.fields.values())
    changes = [
        "create",
        *(["update", "restore"] if changeable else []),
        *(["attach", "detach"] if type_.attached else []),
    ]
    # A transition called like a change, such as RESTORE of what was retired, is the same event.
    for name in (*changes, *type_.kind.workflow.transitions):
        yield f"{type_.noun}.{name.lower()}", _told(type_.titles, event_title(type_, name))


def event_title(type_: ContentType, name: str) -> Titles:
    """
    Return what has happened, in words that follow the name of the type, by the name of a transition or a change.

    What `happenings.csv` does not say is said by the title of the state that is reached.
    """
    words = happenings()
    if word := words.get(f"{type_.noun}.{name}") or words.get(name):
        swedish = word.facts.get("sv_neuter", word.sv) if type_.noun in NEUTER_NOUNS else word.sv
        return word.fi, swedish, word.en
    workflow = type_.kind.workflow
    step = workflow.transitions[name]
    fi, sv, en = step.titles if step.target == STAYS else workflow.states[step.target].titles
    return fi.lower(), sv.lower(), en.lower()


def _told(about: Titles, what: Titles) -> Titles:
    fi, sv, en = (f"{noun}: {happened}" for noun, happened in zip(about, what, strict=True))
    return fi, sv, en
