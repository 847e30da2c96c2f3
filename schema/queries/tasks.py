"""The questions about tasks, about the caller's week and about what leads to an object: derived when they are asked."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import strawberry

from resolvers.declaration import ContentTypes
from resolvers.tasks.listing import tasks_sql
from resolvers.tasks.references import referenced_by_sql
from resolvers.tasks.rules import kinds_of
from resolvers.tasks.week import EVENT_KINDS, week_sql
from schema.engine.directives import Protected
from schema.engine.shared import PageInfo
from schema.engine.translated_text import TranslatedText
from schema.engine.type_factory import (
    Arguments,
    class_of,
    compiled_field,
    maybe,
    plain_field,
    register_enum,
    register_type,
    several,
)

TASK_ROOTS = {"tasks": tasks_sql, "myWeek": week_sql, "referencedBy": referenced_by_sql}
_VIEW = Protected(read="view")
_PAGING: Arguments = {
    "first": (maybe(int), "How many, 0–200; 25 when not given."),
    "after": (maybe(str), "Cursor of the last one of the page before."),
}
_TITLE = (
    maybe(TranslatedText),
    "What people call the object, of what the caller may read of it; null where that is nothing.",
)
_LISTS: Mapping[str, tuple[str, str, Mapping[str, tuple[Any, str]]]] = {
    "Task": (
        "Something that waits for the caller, by a rule; nobody stores it, and it is gone when it is done. (Tehtävä)",
        "tasks",
        {
            "kind": ("TaskKind", "What is to be done."),
            "due_on": (maybe(date), "Until when, a day in Finland; null where nothing says until when."),
            "object": ("Node", "What it is about: an object that the caller may see."),
            "title": _TITLE,
        },
    ),
    "WeekEvent": (
        "Something that happened with one of the caller's people. (Tapahtuma)",
        "events",
        {
            "kind": ("WeekEventKind", "What happened."),
            "at": (datetime, "When, UTC; of an object that was changed several times, the last time."),
            "object": ("Node", "With what it happened: an object that the caller may see."),
            "title": _TITLE,
        },
    ),
    "Reference": (
        "A field of an object that leads to another one; the caller may read it. (Viittaus)",
        "references",
        {
            "type": (str, "The type of the object that leads there."),
            "field": (str, "Its field, as `contentType` tells it."),
            "object": ("Node", "The object that leads there: one that the caller may see."),
            "title": _TITLE,
        },
    ),
}


def _described(titles: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {kind: " · ".join(named) for kind, named in titles.items()}


def _register_list(name: str) -> None:
    """Register an item, its edge and its page."""
    text, plural, fields = _LISTS[name]
    item = {key: (annotation, plain_field(told, _VIEW)) for key, (annotation, told) in fields.items()}
    register_type(name, strawberry.type(class_of(name, item), description=text))
    edge = {
        "cursor": (str, plain_field("Opaque position in this list, for this caller.")),
        "node": (name, plain_field("What stands there.")),
    }
    register_type(f"{name}Edge", strawberry.type(class_of(f"{name}Edge", edge), description=f"One of the {plural}."))
    page = {
        "nodes": (several(name), plain_field(f"The {plural} of the page.")),
        "edges": (several(f"{name}Edge"), plain_field(f"The {plural} with their cursors.")),
        "page_info": (PageInfo, plain_field("Where the page lies in the list.")),
    }
    page_name = f"{name}Connection"
    register_type(page_name, strawberry.type(class_of(page_name, page), description=f"A page of {plural}."))


def _register_week() -> None:
    lists = {
        "happened": ("WeekEventConnection", "What happened with the caller's people in the week, the latest first."),
        "due": ("TaskConnection", "The tasks that are due in the week, by due day."),
        "waiting": ("TaskConnection", "The tasks that were due before it, by due day, and those without a due day."),
    }
    fields: dict[str, tuple[Any, Any]] = {
        "from_": (date, strawberry.field(name="from", description="The first day of the week.", directives=[_VIEW])),
        "before": (date, plain_field("The first day after it.", _VIEW)),
    }
    for key, (returns, text) in lists.items():
        fields[key] = (None, compiled_field(returns, text, _PAGING, _VIEW))
    text = "Seven days of the caller: what happened, what is due, what waits. (Oma viikko)"
    register_type("MyWeek", strawberry.type(class_of("MyWeek", fields), description=text))


def task_fields(content_types: ContentTypes) -> dict[str, tuple[Any, Any]]:
    """Return the root fields of tasks and of the week."""
    register_enum("TaskKind", "What is to be done. (Tehtävän laji)", _described(kinds_of(content_types)))
    register_enum("WeekEventKind", "What happened. (Tapahtuman laji)", _described(EVENT_KINDS))
    for name in _LISTS:
        _register_list(name)
    _register_week()
    arguments: Arguments = {
        "kinds": (maybe(several("TaskKind")), "Of these kinds alone."),
        "until": (maybe(date), "Due on this day or before; those without a due day are left out."),
        **_PAGING,
    }
    text = "What waits for the caller, by due day; what has none comes last. A rule tells it, and no table holds it."
    used = {"id": (strawberry.ID, "To which object."), **_PAGING}
    referenced_by = (
        "The objects that lead to an object by their references, the newest first; null when it is not seen."
    )
    week = {"from_": (date, "The first day; seven days from it.")}
    return {
        "referenced_by": (None, compiled_field(maybe("ReferenceConnection"), referenced_by, used, _VIEW)),
        "tasks": (None, compiled_field("TaskConnection", text, arguments, _VIEW)),
        "my_week": (
            None,
            compiled_field("MyWeek", "What happened, what is due and what waits, in one look.", week, _VIEW),
        ),
    }
