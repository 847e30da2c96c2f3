"""
Compile the revisions of an object for whoever writes it: what changed in the fields that the caller may read and write.

Both permissions are decided on the object as it is today, and a field is shown only where the caller holds both. What
was changed in a state in which the caller could not see the object, such as somebody's draft, is shown to its author; a
guardian reads the own changes alone, because an old address may be one that was kept from the guardian. Objects that a
reference led to are read under their own predicate, and only those that are about nobody or about the same person: the
disclosure row names that person already. Decision 0169.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import orjson
from graphql import FieldNode

from auth.policy import access_rule, predicate_sql
from resolvers.declaration import Attached, Field
from resolvers.paragraphs import MARKER_SQL
from resolvers.reading.arguments import Variable, bounded_size
from resolvers.reading.by_caller.named_people import actor_name_sql
from resolvers.reading.compilation import SelectedRows
from resolvers.reading.parameters import literal, quoted
from resolvers.reading.rows import Rows
from resolvers.reading.sections import (
    OPTIONS,
    TITLES,
    among_sql,
    elements_sql,
    first_sql,
    has_options_sql,
    keys_of,
    lines_sql,
    question_titles_sql,
    readable_change_sql,
    translated,
    writable_change_sql,
)
from workflow.actions import action_titles
from workflow.calendar import FINNISH_ZONE_NAME
from workflow.language import States
from workflow.roles import AccountKind, PathKind
from workflow.term import KNOWN_TERM_STATES
from workflow.titles import LANGUAGES, Titles
from workflow.vocabulary import AUDIT, NEVER, VIEW

MAX_REVISIONS, _DEFAULT_PAGE = 50, 20
_STATE, _OWN_CHANGES = "state", frozenset({PathKind.AUTHOR, PathKind.REPRESENTED})  # by these paths one's own alone
_SAME_REVISION = "v.object_id = h.object_id AND v.revision = h.revision"
_TERM_OF_THE_DAY = (
    "FROM term w WHERE w.vocabulary = {vocabulary} AND w.token = e.token AND {known} AND {visible}"
    " ORDER BY coalesce(w.starts_on <= (h.at AT TIME ZONE '{zone}')::date, TRUE) DESC, w.starts_on DESC NULLS LAST,"
    " w.published_at DESC NULLS LAST, w.id DESC LIMIT 1"
)
Cells = Mapping[str, Callable[[list[FieldNode]], str]]


def revisions_sql(rows: SelectedRows, nodes: list[FieldNode]) -> str:
    """Return the SQL of an object's revisions as a JSON array, newest first; those without a shown field are absent."""
    compiler = _Revisions(rows)
    arguments = rows.compilation.arguments_of(rows.type.name, nodes[0])
    conditions = [f"h.object_id = {rows.column('id')}", f"EXISTS (SELECT FROM {compiler.shown_changes()})"]
    conditions += made_in_sight(rows)
    before = arguments.get("before")
    if isinstance(before, Variable):
        conditions.append(
            f"h.revision < {rows.compilation.bind_variable(before, 'int', path=('before',), at=rows.path)}"
        )
    parts = compiler.parts("Revision", compiler.of_revision(), nodes)
    which = f"WHERE {' AND '.join(conditions)} ORDER BY h.revision DESC, h.id DESC LIMIT {_page_size(rows, arguments)}"
    return f"(SELECT coalesce(json_agg(r.*), '[]') FROM (SELECT {parts} FROM history h {which}) r)"


def _page_size(rows: SelectedRows, arguments: dict[str, Any]) -> str:
    size = bounded_size(arguments, "first", rows.path, usual=_DEFAULT_PAGE, most=MAX_REVISIONS)
    rows.compilation.lists.append((*rows.chain, size))
    return rows.compilation.bind((rows.derived_alias, rows.path, "revisions limit"), size, "bigint")


def made_in_sight(rows: SelectedRows) -> Iterator[str]:
    """Yield the condition that the caller made the change `h`, or that it was made in a state that the caller sees."""
    rule = access_rule(rows.compilation.viewer, rows.type.kind, VIEW)
    by_others = {state for g in rule.grants if g.path.kind not in _OWN_CHANGES for state in g.states}
    workflow = rows.type.kind.workflow
    seen = States(name for name in workflow.states if name in by_others)
    if len(seen) < len(workflow.states):
        state = f"(SELECT v.stored->>'state' FROM version v WHERE {_SAME_REVISION} ORDER BY v.id DESC LIMIT 1)"
        own = f"h.actor = {rows.compilation.bind.viewer('account')}"
        yield f"({own} OR {seen.sql(state)})" if seen else own


class _Revisions:
    """Compiles the parts of a selection of revisions; in the SQL `h` is the entry of history and `c` one change."""

    def __init__(self, rows: SelectedRows) -> None:
        self.rows, self.compilation = rows, rows.compilation
        self.fields = {key: f for f in rows.type.fields.values() if f.write is not NEVER for key in keys_of(f)}

    def parts(self, type_name: str, cells: Cells, nodes: list[FieldNode]) -> str:
        """Return the select list of what is selected on a type; `cells` are the SQL of its fields."""
        selected = self._selected(type_name, nodes)
        return ", ".join(
            f"{cells[same[0].name.value](same) if same[0].name.value in cells else literal(type_name)} AS {quoted(key)}"
            for key, same in selected.items()
        )

    def _selected(self, type_name: str, nodes: list[FieldNode]) -> dict[str, list[FieldNode]]:
        return self.compilation.document.collect((type_name,), [n.selection_set for n in nodes])

    def of_revision(self) -> Cells:
        """Return the fields of a revision."""
        return {
            "revision": lambda _: "h.revision",
            "at": lambda _: "h.at",
            "actorName": lambda _: self._actor_name(),
            "action": lambda _: "h.action",
            "titles": lambda nodes: f"({self._titles(action_titles(self.rows.type.kind.workflow), nodes)} -> h.action)",
            "changes": self._changes,
        }

    def _changes(self, nodes: list[FieldNode]) -> str:
        parts = self.parts("RevisedField", self._of_field(), nodes)
        shown = f"SELECT {parts} FROM {self.shown_changes()} ORDER BY c.key"
        return f"(SELECT coalesce(json_agg(f.*), '[]') FROM ({shown}) f)"

    def _actor_name(self) -> str:
        """Return the SQL of the name: to staff and auditors as `actor_name_sql` says, to others one's own alone."""
        guard, name = self.rows.guard(AUDIT), actor_name_sql(self.rows, "h.actor", "h.actor_name")
        if guard is None or self.compilation.viewer.kind is AccountKind.STAFF:
            return name
        return f"CASE WHEN h.actor = {self.compilation.bind.viewer('account')} OR {guard} THEN {name} END"

    def shown_changes(self) -> str:
        """Return the FROM and WHERE of the changes of one revision that the caller may read and write today."""
        changed = "(c.value->'before' IS DISTINCT FROM c.value->'after' OR c.value->'sealed' IS NOT NULL)"
        return f"jsonb_each(h.changes) c WHERE {changed} AND ({' OR '.join(self._conditions())})"

    def _conditions(self) -> Iterator[str]:
        by_guard: dict[str, list[str]] = {}
        attached = self.rows.type.attached
        plain = [f for f in self.rows.type.fields.values() if f.write is not NEVER and not f.sections]
        for field in (*plain, *((attached,) if attached else ())):
            if guard := self._both(field):
                by_guard.setdefault(guard, []).extend(keys_of(field))
        by_guard.setdefault("TRUE", []).append(_STATE)  # whoever writes something of the object
        for guard, keys in by_guard.items():
            listed = f"c.key IN ({', '.join(literal(k) for k in sorted(keys))})"
            yield listed if guard == "TRUE" else f"({guard} AND {listed})"
        for field in (f for f in self.rows.type.fields.values() if f.sections and f.write is not NEVER):
            if guard := self._both(field):
                readable = readable_change_sql(self.rows, field)
                yield f"({guard} AND {readable} AND {writable_change_sql(self.rows, field)})"

    def _both(self, field: Field | Attached) -> str:
        """Return the condition that the caller may read and write a field; empty when no row grants both."""
        guards = dict.fromkeys(self.rows.guard(p) for p in (field.read, field.write))
        if "FALSE" in guards:
            return ""
        return " AND ".join(g for g in guards if g) or "TRUE"

    def _of_field(self) -> Cells:
        """Return the fields of one changed field."""
        renamed = {former: f.key for f in self.fields.values() if (former := f.former_key)}
        known = {key: f.titles for key, f in self.fields.items()}
        known[_STATE] = self.rows.type.fields[_STATE].titles
        if attached := self.rows.type.attached:
            known[attached.key] = attached.titles
        return {
            "field": lambda _: f"coalesce({self._map(renamed)} ->> c.key, c.key)" if renamed else "c.key",
            "titles": lambda nodes: first_sql(
                self._of_question(TITLES, nodes), f"{self._titles(known, nodes)} -> split_part(c.key, '.', 1)"
            ),
            "before": lambda nodes: self._value("before", nodes),
            "after": lambda nodes: self._value("after", nodes),
            "paragraphs": self._paragraphs,
        }

    def _value(self, side: str, nodes: list[FieldNode]) -> str:
        references = [key for key, f in self.fields.items() if f.target or f.value.lists]
        several = f"jsonb_typeof(c.value->'{side}') IN ('array', 'object')"
        silent = f"{several} OR {among_sql(references)}" if references else several
        cells: Cells = {
            "text": lambda _: f"CASE WHEN {silent} THEN NULL ELSE c.value->>'{side}' END",
            "lines": lambda inner: lines_sql(self.rows, side, inner),
            "codes": lambda inner: self._codes(elements_sql(side), inner),
            "objects": lambda inner: self._objects(elements_sql(side), inner),
            "withheld": lambda inner: self._withheld(elements_sql(side), inner),
        }
        return f"(SELECT row_to_json(v.*) FROM (SELECT {self.parts('RevisedValue', cells, nodes)}) v)"

    def _codes(self, elements: str, nodes: list[FieldNode]) -> str:
        workflow = self.rows.type.kind.workflow
        choices = {key: dict(f.choice_titles) for key, f in self.fields.items() if f.choice_titles}
        choices[_STATE] = {name: state.titles for name, state in workflow.states.items()}
        vocabularies = {key: f.vocabulary for key, f in self.fields.items() if f.vocabulary}

        def titles(inner: list[FieldNode]) -> str:
            wanted = self._selected("Titles", inner)
            maps = {key: {name: translated(t, wanted) for name, t in of.items()} for key, of in choices.items()}
            of_term = self._term(vocabularies, wanted) if vocabularies else None
            of_answer = self._of_question(f"{OPTIONS}->e.token", inner)
            return first_sql(f"{self._map(maps)} -> c.key -> e.token", of_term, of_answer)

        parts = self.parts("TitledCode", {"token": lambda _: "e.token", "titles": titles}, nodes)
        coded = " OR ".join(c for c in (among_sql([*choices, *vocabularies]), has_options_sql(self.rows)) if c)
        found = f"SELECT coalesce(json_agg(k.*), '[]') FROM (SELECT {parts} FROM {elements}) k"
        return f"CASE WHEN {coded} THEN ({found}) ELSE '[]' END"

    def _of_question(self, place: str, nodes: list[FieldNode]) -> str | None:
        wanted = self._selected("Titles", nodes)
        return question_titles_sql(self.rows, place, {key: same[0].name.value for key, same in wanted.items()})

    def _term(self, vocabularies: Mapping[str, str], wanted: Mapping[str, list[FieldNode]]) -> str:
        """Return the SELECT of the titles that a code had on the day of the change, for whoever may see its word."""
        kind = self.compilation.content_types["term"].kind
        rule = access_rule(self.compilation.viewer, kind, VIEW)
        cells = [
            f"{literal(key)}, {f'w.title_{name}' if (name := n[0].name.value) in LANGUAGES else literal('Titles')}"
            for key, n in wanted.items()
        ]
        found = _TERM_OF_THE_DAY.format(
            vocabulary=f"{self._map(vocabularies)} ->> c.key",
            known=KNOWN_TERM_STATES.sql("w.state"),
            visible=predicate_sql(kind, rule, "w", self.compilation.bind.viewer),
            zone=FINNISH_ZONE_NAME,
        )
        return f"(SELECT json_build_object({', '.join(cells)}) {found})"

    def _referring(self) -> dict[str, list[str]]:
        """Return the keys of the fields that lead to objects, by the noun of these."""
        keys_by_noun: dict[str, list[str]] = {}
        for key, field in self.fields.items():
            if noun := field.target or field.value.lists:
                keys_by_noun.setdefault(noun, []).append(key)
        return keys_by_noun

    def _withheld(self, elements: str, nodes: list[FieldNode]) -> str:
        """Return the SQL of how many objects a reference leads to that are not seen, or gone."""
        cases = []
        for noun, keys in self._referring().items():
            seen = self._seen(noun, elements, nodes)
            place = f"{seen[0].type.kind.table} {seen[0].table_alias} {seen[1]}" if seen else ""
            shown = f" - (SELECT count(*) FROM {place})" if place else ""
            cases.append(f"WHEN {among_sql(keys)} THEN greatest(0, (SELECT count(*) FROM {elements}){shown})")
        return f"CASE {' '.join(cases)} ELSE 0 END" if cases else "0"

    def _objects(self, elements: str, nodes: list[FieldNode]) -> str:
        found = {noun: self._objects_of(noun, elements, nodes) for noun in self._referring()}
        cases = [
            f"WHEN {among_sql(keys)} THEN {found[noun]}" for noun, keys in self._referring().items() if found[noun]
        ]
        return f"CASE {' '.join(cases)} ELSE '[]' END" if cases else "'[]'::json"

    def _seen(self, noun: str, elements: str, nodes: list[FieldNode]) -> tuple[Rows, str] | None:
        """Return the rows of a type among the elements that are seen, and their WHERE; None of people alone."""
        target = self.compilation.content_types[noun]
        rows = Rows(self.compilation, target, (*self.rows.path, nodes[0].name.value))
        rows.chain = self.rows.chain
        ids = f"SELECT CASE WHEN e.token ~ '^[0-9a-f]{{32}}$' THEN e.token::uuid END FROM {elements}"
        conditions = [f"{rows.table_alias}.id IN ({ids})", rows.visible()]
        if target.subject:
            if not (subject := self.rows.type.subject):
                return None
            self.rows.columns["subject"] = subject.format(self.rows.table_alias)
            conditions.append(f"{target.subject.format(rows.table_alias)} = {self.rows.derived_alias}.subject")
        return rows, f"WHERE {' AND '.join(conditions)}"

    def _objects_of(self, noun: str, elements: str, nodes: list[FieldNode]) -> str:
        """Return the SQL of the objects of a type among the elements; empty where they are about people alone."""
        if (seen := self._seen(noun, elements, nodes)) is None:
            return ""
        rows, where = seen
        projection, table = rows.projection(nodes), f"{rows.type.kind.table} {rows.table_alias}"
        derived = f"SELECT {rows.derived_columns()} FROM {table} {where} ORDER BY {rows.table_alias}.id"
        return (
            f"(SELECT coalesce(json_agg(o.*), '[]') FROM (SELECT {projection} FROM ({derived}) {rows.derived_alias}) o)"
        )

    def _paragraphs(self, nodes: list[FieldNode]) -> str:
        """Return the SQL of the marker that becomes the difference of a long text; other fields have no paragraphs."""
        self.compilation.paragraphs = True
        long = [key for key, f in self.fields.items() if f.value.has_paragraphs]
        answers = [f"c.key LIKE {literal(f.key + '.%')}" for f in self.fields.values() if f.sections]
        if not long and not answers:
            return "'[]'::json"
        keys = [[key, n[0].name.value] for key, n in self._selected("RevisedParagraph", nodes).items()]
        is_text = "'string' IN (jsonb_typeof(c.value->'before'), jsonb_typeof(c.value->'after'))"
        versions = f"json_build_array(c.value->>'before', c.value->>'after', {self._map(keys)})"
        where = " OR ".join([*([among_sql(long)] if long else ()), *answers])
        return f"CASE WHEN ({where}) AND {is_text} THEN to_json({MARKER_SQL} || {versions}::text) ELSE '[]' END"

    def _titles(self, titles: Mapping[str, Titles], nodes: list[FieldNode]) -> str:
        wanted = self._selected("Titles", nodes)
        return self._map({key: translated(of, wanted) for key, of in titles.items()})

    def _map(self, known: object) -> str:
        """Return the placeholder of a JSON value that is part of the plan."""
        return f"{self.compilation.bind.constant(orjson.dumps(known).decode(), 'text')}::json"
