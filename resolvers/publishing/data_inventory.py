"""
The inventory of personal data, generated from the declarations, so that a published notice cannot differ unnoticed.

The category of a field follows from the permission that reads it. Its sources are what really fills it: the roles that
write it, the referral from which a client is made, and the person, whose word a value may be whoever typed it in.
What a type traces of people, such as log-ins, is no personal field but kept of them all the same: its category is LOG.
"""

from collections.abc import Mapping

from resolvers.casework.referrals import FILLED_BY_REFERRAL
from resolvers.declaration import PERSON, ContentType, ContentTypes, Field
from workflow.language import Workflow
from workflow.roles import Role
from workflow.vocabulary import ADD, CARE, CONTACT, IDENTITY, MONEY, NEVER, SCHEDULE, Permission

_CATEGORIES: Mapping[Permission, str] = {
    CONTACT: "CONTACT",
    IDENTITY: "IDENTITY",
    CARE: "COACHING",
    SCHEDULE: "SCHEDULE",
    MONEY: "MONEY",
}
_SOURCE: Mapping[Role, str] = {
    Role.OFFICIAL: "AUTHORITY",
    Role.AGENCY: "AUTHORITY",
    Role.WORKPLACE: "WORKPLACE",
    Role.TRAINEE: "CLIENT",
    Role.GUARDIAN: "CLIENT",
}

InventoryEntry = dict[str, str]


def data_inventory(content_types: ContentTypes) -> list[InventoryEntry]:
    """Return every personal or tracing field of every content type: types by their nouns, fields as declared."""
    return [
        _inventory_entry(type_, f)
        for _, type_ in sorted(content_types.items())
        for f in type_.fields.values()
        if f.personal or f.column in type_.traces
    ]


def _inventory_entry(type_: ContentType, field: Field) -> InventoryEntry:
    type_titles = dict(zip(("typeFi", "typeSv", "typeEn"), type_.titles, strict=True))
    titles = dict(zip(("fi", "sv", "en"), field.titles, strict=True))
    return {
        "contentType": type_.name,
        **type_titles,
        "field": field.key,
        **titles,
        "category": "LOG" if field.column in type_.traces else category_of(field.read),
        "sources": " ".join(sources(type_, field)),
    }


def category_of(read: Permission) -> str:
    """Return the category of the fields that a permission reads."""
    return _CATEGORIES.get(read, "BASIC")


def sources(type_: ContentType, field: Field) -> list[str]:
    """
    Return the sources of a field's values, of AUTHORITY, CLIENT, OWN and WORKPLACE, sorted.

    What is the person's own word comes from the person, also where an employee typed it in.
    """
    found = set(sources_of(type_.kind.workflow, field.write, is_required=field.required))
    if field.personal is PERSON:
        found = found - {"OWN"} | {"CLIENT"}
    if type_.kind.reach.client == "id" and field.column in FILLED_BY_REFERRAL:
        found.add("AUTHORITY")
    return sorted(found)


def sources_of(
    workflow: Workflow, write: Permission, *, is_required: bool = False, apart: frozenset[str] = frozenset()
) -> list[str]:
    """Return the sources of what a permission writes, sorted; states in `apart` do not count."""
    if write is NEVER:
        return ["OWN"]
    states = [state for name, state in workflow.states.items() if name not in apart]
    writers = workflow.add if write is ADD else {role for state in states for role in state.roles(write)}
    return sorted({_SOURCE.get(role, "OWN") for role in writers | (workflow.add if is_required else set())})


def missing_and_gone(current: list[InventoryEntry], published: list[InventoryEntry]) -> tuple[list[str], list[str]]:
    """
    Return the names of missing and of obsolete fields of a published section.

    A field that the section describes otherwise counts as missing.
    """
    current_by_name = {_entry_name(item): item for item in current}
    published_by_name = {_entry_name(item): item for item in published}
    return sorted(n for n, item in current_by_name.items() if published_by_name.get(n) != item), sorted(
        set(published_by_name) - set(current_by_name)
    )


def _entry_name(item: InventoryEntry) -> str:
    """Return the name of an entry; the same key in two forms has two names."""
    form = f" ({item['form']})" if "form" in item else ""
    return f"{item['contentType']}.{item['field']}{form}"
