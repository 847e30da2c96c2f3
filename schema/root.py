"""The roots: every content type's object and connection, and what stands beside them."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig

from resolvers.declaration import ContentType, ContentTypes
from resolvers.reading.operation import stored_roots
from resolvers.retention.erasure import check_erasable
from resolvers.rulebook import check_rule_names
from schema.engine import shared
from schema.engine.copy_checks import check_copies
from schema.engine.declared_values import CHOICES, VALUE_OBJECTS
from schema.engine.directives import Protected
from schema.engine.generated_types import build, build_arguments, build_value_object, list_arguments
from schema.engine.relation_checks import check_relations
from schema.engine.shared import stated_purpose
from schema.engine.type_factory import (
    IDEMPOTENCY_KEY,
    class_of,
    compiled_field,
    maybe,
    register_type,
    several,
    snake,
    with_article,
)
from schema.engine.values import SCALAR_MAP
from schema.execution.commands import Command
from schema.execution.declared_commands import declared_commands
from schema.queries.absence_reports import register_report_input, report_mutations
from schema.queries.attachments import attaching_fields
from schema.queries.attendance import day_mutations, register_inputs
from schema.queries.attendance_sheet import AttendanceFields, sheet_fields
from schema.queries.batches import ObjectAtRevision, transition_batches
from schema.queries.breaches import BreachFields
from schema.queries.changes import ChangeEvent, subscription_type
from schema.queries.group_notes import group_note_mutations, register_group_note_input
from schema.queries.introspection import ComputedFields
from schema.queries.merges import MergeFields
from schema.queries.privacy_notices import NoticeFields
from schema.queries.referral_submission import register_submission_input, submission_commands
from schema.queries.retention import RetentionFields
from schema.queries.sight import SightFields
from schema.queries.tasks import task_fields
from schema.queries.usage import UsageFields

# Every module of schema/types, in the order of the schema: one line names a new one.
_TYPES = (
    "absence_report",
    "agency",
    "agency_client",
    "agreement_text",
    "anomaly",
    "attendance",
    "attendance_month",
    "benefit_payer",
    "billing",
    "bin_item",
    "client",
    "client_import",
    "client_merge",
    "coaching_group",
    "coaching_note",
    "consent",
    "contract",
    "data_breach",
    "data_request",
    "destination",
    "exceptional_access",
    "form",
    "front_end_client",
    "identity_match",
    "log_checkpoint",
    "monthly_figure",
    "notification",
    "organisation",
    "paper_original",
    "privacy_notice",
    "processor",
    "programme",
    "proposal",
    "rectification",
    "referral",
    "register_export",
    "report",
    "relationship",
    "request_letter",
    "representation",
    "retention",
    "saved_view",
    "setting",
    "term",
    "workplace",
    "account",
)
DECLARATIONS = tuple(import_module(f"schema.types.{name}") for name in _TYPES)


def declared_types() -> ContentTypes:
    """
    Return the content types that the modules of DECLARATIONS declare, in their order.

    :raises DeclarationError: when they do not lead to each other as they say
    """
    found = [type_ for module in DECLARATIONS for type_ in vars(module).values() if isinstance(type_, ContentType)]
    check_relations(found)
    check_copies(found)
    return ContentTypes({type_.noun: type_ for type_ in found})


def _publish_shared() -> None:
    for name in (
        "StringFilter",
        "IdFilter",
        "IntFilter",
        "DateFilter",
        "DateTimeFilter",
        "BooleanFilter",
        "IdentityCodeSearch",
        "Node",
    ):
        register_type(name, getattr(shared, name))
    register_type("ChangeEvent", ChangeEvent)
    register_type("ObjectAtRevision", ObjectAtRevision)
    for name, (enum, _, _) in CHOICES.items():
        register_type(name, enum)
        register_type(f"{name}Filter", shared.filter_on(f"{name}Filter", enum, "eq", "in_", "is_null"))
    for kind in VALUE_OBJECTS.values():
        build_value_object(kind)


def _query(content_types: ContentTypes) -> type:
    fields: dict[str, tuple[Any, Any]] = {}
    node = {"id": (strawberry.ID, "Any id.")}
    view = Protected(read="view")
    absent = "Any object by its id; absent and invisible are the same answer."
    fields["node"] = None, compiled_field(maybe(shared.Node), absent, node, view)
    ids = {"ids": (several(strawberry.ID), "At most 100 ids, of any types.")}
    ordered = "Objects by their ids, in that order, null where nothing is seen."
    fields["nodes"] = None, compiled_field(several(maybe(shared.Node)), ordered, ids, view)
    for (name, many), type_ in content_types.once(stored_roots).items():
        if many:
            returns, text = f"{type_.name}Connection", f"All {type_.plural} that the caller may see."
            arguments = list_arguments(type_, root=True)
        else:
            returns, text = maybe(type_.name), f"One {type_.name} by its id."
            arguments = {"id": (strawberry.ID, "Its id.")}
        fields[snake(name)] = None, compiled_field(returns, text, arguments, view)
    fields |= sheet_fields() | task_fields(content_types)
    computed = (
        ComputedFields,
        NoticeFields,
        RetentionFields,
        BreachFields,
        MergeFields,
        UsageFields,
        SightFields,
        AttendanceFields,
    )
    return strawberry.type(
        class_of("Query", fields, *computed),
        description="Everything that may be asked.",
    )


def _mutation(commands: Mapping[str, Command], content_types: ContentTypes) -> type:
    fields: dict[str, tuple[Any, Any]] = {}
    for name, command in commands.items():
        type_, arguments = command.type, command_arguments(name)
        text = f"{name.removesuffix(type_.name).title()} {with_article(type_.name)}."
        if name.startswith("delete"):
            deleted = with_article(name.removeprefix("delete"))
            text = f"Put {deleted} into the recycle bin; whose, and in which state: its workflow."
        write = Protected(write=command.write)
        text = command.description or text
        fields[snake(name)] = None, compiled_field(f"{type_.name}Payload", text, arguments, write)
    fields |= transition_batches(content_types)
    fields |= attaching_fields() | day_mutations() | group_note_mutations() | report_mutations()
    return strawberry.type(class_of("Mutation", fields), description="Everything that may be changed.")


def command_arguments(name: str) -> dict[str, tuple[Any, str]]:
    """Return the arguments of a declared command."""
    return {"input": (f"{name[0].upper()}{name[1:]}Input", "What to do."), **IDEMPOTENCY_KEY}


def build_schema(content_types: ContentTypes | None = None) -> tuple[strawberry.Schema, ContentTypes]:
    """Return the schema and the register of content types behind it: those that are declared, or others."""
    content_types = content_types or declared_types()
    check_erasable(content_types)
    _publish_shared()
    for type_ in content_types.values():
        check_rule_names(type_)
        build_arguments(type_)
    types = [build(t, content_types) for t in content_types.values()]
    config = StrawberryConfig(scalar_map=SCALAR_MAP, disable_field_suggestions=True)
    register_submission_input(content_types["referral"])
    register_inputs()
    register_group_note_input()
    register_report_input()
    commands = declared_commands(content_types) | submission_commands(content_types)
    query, mutation = _query(content_types), _mutation(commands, content_types)
    schema = strawberry.Schema(
        query, mutation, subscription_type(), types=types, config=config, directives=[stated_purpose]
    )
    return schema, content_types


def printed_schema(schema: strawberry.Schema) -> str:
    """Return the schema as schema.graphql keeps it."""
    return schema.as_str() + "\n"
