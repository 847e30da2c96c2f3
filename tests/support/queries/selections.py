"""Selections over everything a content type offers, made from the schema."""

from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_required_input_field,
)

from resolvers.declaration import ContentType, ContentTypes, Field, Relation

CHANGES = "history { revision at actorName action comment reason changes { field before after } }"
_VALUE = "{ text codes { token titles { fi sv en } } objects { id } }"
REVISIONS = f"""revisions(first: 2) {{ revision at actorName action titles {{ fi sv en }}
  changes {{ field titles {{ fi }} before {_VALUE} after {_VALUE} paragraphs {{ change text }} }} }}"""
PAGE_INFO = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"


def object_type(schema: GraphQLSchema, type_: ContentType) -> GraphQLObjectType:
    """Return the GraphQL type of a content type."""
    found = schema.get_type(type_.name)
    assert isinstance(found, GraphQLObjectType)
    return found


def plain_fields(schema: GraphQLSchema, type_: ContentType) -> str:
    """Return all fields of a type that lead nowhere else, sealed ones with a purpose; values within values too."""
    parts = []
    for name, field in object_type(schema, type_).fields.items():
        kind = get_named_type(field.type)
        if isinstance(type_.keys.get(name), Relation) or name in {"history", "revisions"}:
            continue
        purpose = "(purpose: OPEN)" if "purpose" in field.args else ""
        below = "" if is_leaf_type(kind) else f" {{ {' '.join(kind.fields)} }}"
        parts.append(f"{name}{purpose}{below}")
    return " ".join(parts)


def everything(schema: GraphQLSchema, content_types: ContentTypes, type_: ContentType, page: int) -> str:
    """Return all fields of a type, its history and revisions, and all fields of what it is related to."""
    parts = [plain_fields(schema, type_), CHANGES, *([REVISIONS] if type_.write_permissions else [])]
    for relation in type_.relations.values():
        below = plain_fields(schema, content_types[relation.target])
        if relation.many:
            below = f"totalCount edges {{ cursor node {{ {below} }} }} {PAGE_INFO}"
        parts.append(f"{relation.key}{f'(first: {page})' if relation.many else ''} {{ {below} }}")
    return " ".join(parts)


def updatable_fields(type_: ContentType) -> list[Field]:
    """Return the fields that a person may update."""
    return [f for f in type_.fields.values() if f.write.name not in {"never", "add"}]


def sample_input(kind: Any) -> Any:
    """Return some input of a GraphQL input type."""
    kind = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    if isinstance(kind, GraphQLList):
        return [sample_input(kind.of_type)]
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLInputObjectType):
        return {name: sample_input(f.type) for name, f in kind.fields.items() if is_required_input_field(f)}
    values = {"Int": 1, "Boolean": True, "Date": "2026-01-07", "DateTime": "2026-01-07T08:00:00Z", "Time": "09:00:00"}
    return values.get(kind.name, "text")
