"""
What personal data the register keeps: generated from the declarations, so that a notice can never drift unseen.

The category of a field follows from the permission that reads it, its sources from the roles that may write it.
"""

from collections.abc import Mapping

from resolvers.declaration import ContentType, ContentTypes, Field
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
    Role.WORKPLACE: "AUTHORITY",
    Role.TRAINEE: "CLIENT",
}

InventoryEntry = dict[str, str]


def data_inventory(content_types: ContentTypes) -> list[InventoryEntry]:
    """Return every personal field of every content type, types by their names, fields as they are declared."""
    return [_kept(type_, f) for _, type_ in sorted(content_types.items()) for f in type_.fields.values() if f.personal]


def _kept(type_: ContentType, field: Field) -> InventoryEntry:
    named = dict(zip(("typeFi", "typeSv", "typeEn"), type_.titles, strict=True))
    titles = dict(zip(("fi", "sv", "en"), field.titles, strict=True))
    return {
        "contentType": type_.name,
        **named,
        "field": field.key,
        **titles,
        "category": category_of(field.read),
        "sources": " ".join(sources(type_, field)),
    }


def category_of(read: Permission) -> str:
    """Return the category of what a permission reads."""
    return _CATEGORIES.get(read, "BASIC")


def sources(type_: ContentType, field: Field) -> list[str]:
    """Return where a field's values come from, of AUTHORITY, CLIENT and OWN, sorted."""
    return sources_of(type_.kind.workflow, field.write, is_required=field.required)


def sources_of(
    workflow: Workflow, write: Permission, *, is_required: bool = False, apart: frozenset[str] = frozenset()
) -> list[str]:
    """Return where what a permission writes comes from, sorted; the states `apart` do not count."""
    if write is NEVER:
        return ["OWN"]
    states = [state for name, state in workflow.states.items() if name not in apart]
    writers = workflow.add if write is ADD else {role for state in states for role in state.roles(write)}
    return sorted({_SOURCE.get(role, "OWN") for role in writers | (workflow.add if is_required else set())})


def missing_and_gone(today: list[InventoryEntry], kept: list[InventoryEntry]) -> tuple[list[str], list[str]]:
    """Return which fields a published section lacks or tells otherwise, and which it has that are kept no more."""
    now = {_named(item): item for item in today}
    then = {_named(item): item for item in kept}
    return sorted(n for n, item in now.items() if then.get(n) != item), sorted(set(then) - set(now))


def _named(item: InventoryEntry) -> str:
    """Name a field; the same key of two forms is two."""
    form = f" ({item['form']})" if "form" in item else ""
    return f"{item['contentType']}.{item['field']}{form}"
