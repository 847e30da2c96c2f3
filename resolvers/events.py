"""The closed list of events that the register can tell of, with their words; a rule that names another is refused."""

from collections.abc import Iterator, Mapping

from resolvers.declaration import ContentType, Register, Titles

# What tells of telling is no event: a notice about a notice would never end.
SILENT = frozenset({"notification", "delivery"})
_WORDS: Mapping[str, Titles] = {
    "create": ("lisätty", "tillagd", "added"),
    "update": ("muutettu", "ändrad", "changed"),
    "restore": ("palautettu aiempaan", "återställd", "restored to an earlier revision"),
    "attach": ("liite lisätty", "bilaga tillagd", "attachment added"),
    "detach": ("liite poistettu", "bilaga borttagen", "attachment removed"),
}
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


def events_of(register: Register) -> dict[str, Titles]:
    """Return every event, `<noun>.<what happened>`, with its words in Finnish, Swedish and English."""
    return {name: words for type_ in register.values() for name, words in _events(type_)} | MORE_EVENTS


def _events(type_: ContentType) -> Iterator[tuple[str, Titles]]:
    if type_.noun in SILENT:
        return
    changeable = any(f.write.name not in {"never", "add"} for f in type_.fields.values())
    names = [
        "create",
        *(["update", "restore"] if changeable else []),
        *(["attach", "detach"] if type_.attached else []),
    ]
    for name in names:
        yield f"{type_.noun}.{name}", _told(type_.titles, _WORDS[name])
    for name, step in type_.kind.workflow.transitions.items():
        # A transition called like a change, such as RESTORE of what was retired, is the same event.
        yield f"{type_.noun}.{name.lower()}", _told(type_.titles, step.titles)


def _told(about: Titles, what: Titles) -> Titles:
    fi, sv, en = (f"{noun}: {happened.lower()}" for noun, happened in zip(about, what, strict=True))
    return fi, sv, en
