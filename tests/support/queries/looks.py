"""What a document asks about people, read from the document itself: no SQL and none of the compiler."""

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from graphql import FieldNode, OperationDefinitionNode, parse

from resolvers.declaration import ContentType, Field, Relation
from tests.support.queries.oracle import Oracle, Row
from workflow.vocabulary import AUDIT


def person_of(type_: ContentType, row: Row) -> UUID | None:
    """Return the person that a row is about: the first that its declaration names and the row has."""
    columns = re.findall(r"\.(\w+)", type_.subject or "")
    return next((row[column] for column in columns if row[column] is not None), None)


@dataclass
class AskedAbout:
    """
    Reads a document that the oracle has begun to answer.

    `names` is what the log should name, `is_about_people` whether a root is of a type about people, and `refused` the
    types of which the document names what the viewer may never read.
    """

    oracle: Oracle
    names: set[str] = field(default_factory=set)
    is_about_people: bool = False
    refused: list[ContentType] = field(default_factory=list)

    def read(self, document: str) -> None:
        """Read a document with one query operation."""
        operation = next(d for d in parse(document).definitions if isinstance(d, OperationDefinitionNode))
        for nodes in self.oracle.selected({"Query"}, [operation.selection_set]).values():
            if nodes[0].name.value not in {"__typename", "viewer"}:
                self.root(nodes)

    def root(self, nodes: list[FieldNode]) -> None:
        """Read a root field: one object, several, or a list."""
        arguments, types = self.oracle.arguments("Query", nodes[0]), self.oracle.land.service.content_types
        ids = arguments["ids"] if "ids" in arguments else [arguments["id"]] if "id" in arguments else None
        if ids is None:
            type_ = next(t for t in types.values() if t.plural == nodes[0].name.value)
            self.is_about_people |= type_.subject is not None
            self.connection(type_, nodes, arguments)
            return
        for noun in {i.rpartition("_")[0] for i in ids}:
            self.is_about_people |= types[noun].subject is not None
            self.object(types[noun], nodes)

    def object(self, type_: ContentType, nodes: list[FieldNode]) -> None:
        """Read what is selected on an object."""
        for same in self.oracle.selected({type_.name, "Node"}, [n.selection_set for n in nodes]).values():
            name = same[0].name.value
            declared = type_.keys.get(name)
            permission = AUDIT if name == "history" else declared.read if declared else None
            needed = type_.write_permissions if name == "revisions" else (permission,) if permission else ()
            is_denied = (bool(needed) or name == "revisions") and not any(
                self.oracle.always(type_, one) or not self.oracle.never(type_, one) for one in needed
            )
            self.note(type_, name, "denied" if is_denied else "")
            if isinstance(declared, Relation) and not is_denied:
                target = self.oracle.land.service.content_types[declared.target]
                if declared.many:
                    self.connection(target, same, self.oracle.arguments(type_.name, same[0]))
                else:
                    self.object(target, same)

    def connection(self, type_: ContentType, nodes: list[FieldNode], arguments: dict[str, Any]) -> None:
        """Read what narrows and orders a list, and what is selected on it."""
        for key in self.filter_keys(arguments.get("filter") or {}):
            declared = None if key == "state" else type_.keys.get(key)  # whoever sees a row sees its state
            self.name_input(type_, key, "filter", declared if isinstance(declared, Field) else None)
        order = arguments.get("orderBy")
        base = getattr(order, "name", str(order)).removesuffix("_DESC").lower() if order is not None else "created"
        if base != "created":
            self.name_input(type_, type_.fields[base].key, "order", type_.fields[base])
        for same in self.oracle.selected({f"{type_.name}Connection"}, [n.selection_set for n in nodes]).values():
            match same[0].name.value:
                case "nodes":
                    self.object(type_, same)
                case "edges":
                    self.edges(type_, same)
                case name:
                    self.note(type_, name)

    def edges(self, type_: ContentType, nodes: list[FieldNode]) -> None:
        """Read what is selected on the edges of a list."""
        for same in self.oracle.selected({f"{type_.name}Edge"}, [n.selection_set for n in nodes]).values():
            if same[0].name.value == "node":
                self.object(type_, same)
            else:
                self.note(type_, same[0].name.value)

    def filter_keys(self, given: dict[str, Any]) -> set[str]:
        """Return the keys of a filter, also of its alternatives."""
        alternatives = given.get("anyOf") or []
        return {k for k in given if k != "anyOf"} | {k for a in alternatives if a for k in self.filter_keys(a)}

    def name_input(self, type_: ContentType, key: str, surface: str, declared: Field | None) -> None:
        """Note a field that an argument names."""
        if declared is not None and self.oracle.never(type_, declared.read):
            self.refused.append(type_)
        else:
            self.note(type_, key, surface)

    def note(self, type_: ContentType, key: str, surface: str = "") -> None:
        """Note a name, of a type about people or of a personal field."""
        declared = type_.keys.get(key)
        if type_.subject is not None or (isinstance(declared, Field) and declared.personal):
            self.names.add(f"{type_.name}.{key}" + (f":{surface}" if surface else ""))
