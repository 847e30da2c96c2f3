"""Random documents over the register, valid and within the budget: what people and programs might ask."""

from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from typing import Any
from uuid import UUID

import orjson
from graphql import GraphQLEnumType, GraphQLSchema, get_named_type, is_leaf_type, parse
from graphql.execution.values import get_argument_values, get_variable_values

from resolvers.declaration import ContentType, Field, Relation
from resolvers.reading.paging import RELEVANCE
from schema.execution.budget import OverBudget, check_budget
from tests.support.queries.oracle import Oracle, Refused
from tests.support.rows.random_rows import RandomRows

DEEPEST = 3


FIELDS_ABOUT_LOOKS = frozenset({"accessLog", "disclosures"})  # what they answer grows with every look


@dataclass
class DocumentMaker:
    """Makes one document; `declared` and `variables` are what it is asked with."""

    land: RandomRows
    oracle: Oracle
    chance: Random
    schema: GraphQLSchema
    declared: dict[str, str] = field(default_factory=dict)
    variables: dict[str, Any] = field(default_factory=dict)
    fragments: list[str] = field(default_factory=list)
    aliases: int = 0
    directives: int = 0

    def document(self, more: str = "") -> str:
        """Return a query within the budget."""
        while True:
            self.declared, self.variables, self.fragments, self.directives = {}, {}, [], 0
            made = self.one_document(more)
            try:
                check_budget(parse(made))
            except OverBudget:
                continue
            return made

    def one_document(self, more: str) -> str:
        """Return a query with one to three roots."""
        roots = [self.root() for _ in range(self.chance.randint(1, 3))]
        declared = f"({', '.join(f'${n}: {kind}' for n, kind in self.declared.items())})" if self.declared else ""
        return f"query Made{declared} {{ {' '.join([*roots, more])} }} {' '.join(self.fragments)}"

    def root(self) -> str:
        type_ = self.chance.choice(list(self.land.service.content_types.values()))
        alias = f"r{self.number()}: "
        match self.chance.randint(0, 5):
            case 0:
                ids = [self.some_id() for _ in range(self.chance.randint(0, 6))]
                # Of one type only: the states of two would be one field of two types.
                on = f"... on {type_.name} {{ {self.fields(type_, 2)} }}"
                return f"{alias}nodes(ids: {self.given(ids, '[ID!]!')}) {{ __typename id {on} }}"
            case 1:
                noun = type_.noun
                given = self.given(self.some_id(noun), "ID!")
                return f"{alias}node(id: {given}) {{ id ... on {type_.name} {{ {self.fields(type_, 0)} }} }}"
        return f"{alias}{type_.plural}{self.list_arguments(type_)} {{ {self.connection(type_, 0)} }}"

    def number(self) -> int:
        self.aliases += 1
        return self.aliases

    def some_id(self, noun: str | None = None) -> str:
        noun = noun or self.chance.choice(list(self.land.rows))
        digits = self.chance.choice([*(i.hex for i in self.land.ids(noun)), "f" * 32])
        return f"{noun}_{digits}"

    def given(self, value: Any, kind: str) -> str:
        """Return a value as a literal or, as often, as a variable."""
        if self.chance.random() < 0.5:
            return self.literal(value, kind)
        return self.variable(value, kind)

    def variable(self, value: Any, kind: str) -> str:
        name = f"v{len(self.declared)}"
        self.declared[name], self.variables[name] = kind, value
        return f"${name}"

    def literal(self, value: Any, kind: str) -> str:
        if isinstance(value, list):
            return f"[{', '.join(self.literal(v, kind.strip('[]!')) for v in value)}]"
        is_enum = isinstance(self.schema.get_type(kind.strip("[]!")), GraphQLEnumType)
        return str(value) if is_enum and value is not None else orjson.dumps(value).decode()

    def directive(self) -> str:
        if self.directives > 20 or self.chance.random() > 0.15:
            return ""
        self.directives += 1
        given = self.given(self.chance.random() < 0.5, "Boolean!")
        return f" @{self.chance.choice(('skip', 'include'))}(if: {given})"

    def connection(self, type_: ContentType, depth: int) -> str:
        parts = []
        for part in self.chance.sample(
            ("nodes", "edges", "pageInfo", "totalCount", "edges"), self.chance.randint(1, 3)
        ):
            match part:
                case "nodes":
                    parts.append(f"nodes{self.directive()} {{ {self.fields(type_, depth)} }}")
                case "edges":
                    again = (
                        f" n{self.number()}: node {{ {self.fields(type_, DEEPEST)} }}"
                        if self.chance.random() < 0.3
                        else ""
                    )
                    parts.append(f"edges {{ cursor node {{ {self.fields(type_, depth)} }}{again} }}")
                case "pageInfo":
                    parts.append("pageInfo { hasNextPage hasPreviousPage startCursor endCursor }")
                case _:
                    parts.append(part)
        return " ".join(parts)

    def fields(self, type_: ContentType, depth: int) -> str:
        """Return some of the fields of a type, some of them within fragments."""
        found = [self.one_field(type_, depth) for _ in range(self.chance.randint(1, 5 - depth))]
        for _ in range(self.chance.choice((0, 0, 1))):
            inner = " ".join(self.one_field(type_, depth) for _ in range(2))
            found.append(self.fragment(type_, inner))
        if self.chance.random() < 0.2:
            found.append("... on Node { id revision createdAt redacted }")
        return " ".join(found)

    def fragment(self, type_: ContentType, inner: str) -> str:
        if self.chance.random() < 0.5:
            return f"... on {type_.name}{self.directive()} {{ {inner} }}"
        name = f"F{self.number()}"
        self.fragments.append(f"fragment {name} on {type_.name} {{ {inner} }}")
        return f"...{name}{self.directive()}"

    def one_field(self, type_: ContentType, depth: int) -> str:
        object_type: Any = self.schema.get_type(type_.name)
        name: str = self.chance.choice([n for n in (*object_type.fields, "__typename") if n not in FIELDS_ABOUT_LOOKS])
        relations = [r.key for r in type_.relations.values()]
        if relations and self.chance.random() < 0.3:
            name = self.chance.choice(relations)
        if name == "__typename":
            return name
        declared, kind = type_.keys.get(name), get_named_type(object_type.fields[name].type)
        if isinstance(declared, Relation):
            return self.relation(type_, declared, depth) if depth < DEEPEST else "id"
        alias = f"a{self.number()}: " if self.chance.random() < 0.2 else ""
        purpose = "(purpose: OPEN)" if "purpose" in object_type.fields[name].args else ""
        leaves = (
            [] if is_leaf_type(kind) else [n for n, f in kind.fields.items() if is_leaf_type(get_named_type(f.type))]
        )
        below = f" {{ {' '.join(self.chance.sample(leaves, 2))} }}" if leaves else ""
        # Two plain fields of one name must agree in what is below them: an alias keeps them apart.
        alias = alias or (f"a{self.number()}: " if below else "")
        return f"{alias}{name}{purpose}{self.directive()}{below}"

    def relation(self, type_: ContentType, relation: Relation, depth: int) -> str:
        target = self.land.service.content_types[relation.target]
        if not relation.many:
            return f"{relation.key}{self.directive()} {{ {self.fields(target, depth + 1)} }}"
        arguments = self.list_arguments(target, of=f"{type_.noun}.{relation.key}")
        return f"l{self.number()}: {relation.key}{arguments} {{ {self.connection(target, depth + 1)} }}"

    def list_arguments(self, type_: ContentType, *, of: str | None = None) -> str:
        """Return a filter, an order and a page, each as often as not; `of` names a list below an object."""
        found, order = [], None
        if self.chance.random() < 0.5:
            orders: Any = self.schema.get_type(f"{type_.name}Order")
            order = self.chance.choice([name for name in orders.values if name != RELEVANCE])  # that needs a search
            found.append(f"orderBy: {self.given(order, f'{type_.name}Order')}")
        if self.chance.random() < 0.5:
            found.append(f"filter: {self.filter(type_)}")
        found += self.page(type_, order, ", ".join(a for a in found if a.startswith("filter")), of)
        return f"({', '.join(found)})" if found else ""

    def page(self, type_: ContentType, order: str | None, narrowing: str, of: str | None) -> list[str]:
        if of is None and self.chance.random() < 0.3:
            return []
        is_back = self.chance.random() < 0.3
        found = [f"{'last' if is_back else 'first'}: {self.given(self.chance.randint(0, 5), 'Int')}"]
        if self.chance.random() < 0.3:
            row = self.chance.choice(self.land.rows[type_.noun])
            try:
                name, columns, _ = self.oracle.order(type_, order)
            except Refused:  # an order that this viewer may not name has no cursors
                return found
            narrowed = self.narrowing_values(type_, narrowing)
            cursor = self.oracle.cursor(of or type_.noun, name, columns, row, narrowed)
            found.append(f"{'before' if is_back else 'after'}: {self.given(cursor, 'String')}")
        return found

    def narrowing_values(self, type_: ContentType, narrowing: str) -> dict[str, Any]:
        """Return the values of the arguments that narrow a list, as the service coerces them."""
        if not narrowing:
            return {}
        declared = f"({', '.join(f'${n}: {kind}' for n, kind in self.declared.items())})" if self.declared else ""
        operation: Any = parse(f"query Q{declared} {{ {type_.plural}({narrowing}) {{ totalCount }} }}").definitions[0]
        variables: Any = get_variable_values(self.schema, operation.variable_definitions or (), self.variables)
        queries: Any = self.schema.query_type
        return get_argument_values(queries.fields[type_.plural], operation.selection_set.selections[0], variables)

    def filter(self, type_: ContentType) -> str:
        """Return a filter: one key, any of several, one alone where a list may stand, or a variable."""
        match self.chance.randint(0, 5):
            case 0:
                return f"{{anyOf: [{self.compared(type_)}, {self.compared(type_)}]}}"
            case 1:
                return f"{{anyOf: {self.compared(type_)}}}"
            case 2:
                key, operator, value, _ = self.comparison(type_)
                return self.variable({key: {operator: value}}, f"{type_.name}Filter")
            case 3:
                key, operator, value, _ = self.comparison(type_)
                other, differs, wanted, _ = self.comparison(type_)  # an alternative without a condition is refused
                branches = [{key: {operator: value}}, {other: {differs: wanted}}]
                return self.variable({"anyOf": branches}, f"{type_.name}Filter")
        return self.compared(type_)

    def compared(self, type_: ContentType) -> str:
        key, operator, value, kind = self.comparison(type_)
        return f"{{{key}: {{{operator}: {self.given(value, kind)}}}}}"

    def comparison(self, type_: ContentType) -> tuple[str, str, Any, str]:
        """Return a key of a type's filter, an operator, a value, which is never null, and the value's type."""
        filters: Any = self.schema.get_type(f"{type_.name}Filter")
        key = self.chance.choice([k for k in filters.fields if k != "anyOf"])
        operators = filters.fields[key].type.fields
        operator = self.chance.choice(list(operators))
        declared = next((f for f in type_.fields.values() if f.key == key), None)
        row = self.chance.choice(self.land.rows[type_.noun])
        value = self.operand(operator, row[declared.column] if declared else row["state"], declared)
        if value is None:
            return self.comparison(type_)
        return key, operator, value, str(operators[operator].type)

    def operand(self, operator: str, stored: Any, declared: Field | None) -> Any:
        if operator == "isNull":
            return self.chance.random() < 0.5
        if stored is None:
            return [] if operator == "in" else None
        if isinstance(stored, UUID) and declared is not None:
            stored = f"{declared.target}_{stored.hex}"
        plain = stored.isoformat() if isinstance(stored, date | datetime) else stored
        if operator == "startsWith":
            return plain[: self.chance.randint(0, 3)].swapcase()
        return [plain] if operator == "in" else plain
