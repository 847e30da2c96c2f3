"""What an object of a derived list is called: by the values by which people know it, as far as they may be read."""

from graphql import FieldNode

from auth.disclosure import Surface
from auth.policy import access_rule, predicate_sql
from resolvers.declaration import Field
from resolvers.naming import naming_fields
from resolvers.reading.parameters import literal, quoted
from resolvers.reading.rows import Rows
from workflow.calendar import FINNISH_ZONE_NAME
from workflow.term import KNOWN_TERM_STATES
from workflow.titles import LANGUAGES
from workflow.vocabulary import VIEW

# How a day is written in each language in Finland.
_DAY = {"fi": "FMDD.FMMM.YYYY", "sv": "FMDD.FMMM.YYYY", "en": "DD/MM/YYYY"}


def title_sql(rows: Rows, nodes: list[FieldNode]) -> str:
    """
    Return the SQL of the title of a row as JSON, NULL where the caller may read nothing by which it is known.

    Each value is read under the permission of its field, is a look where that is about a person, and is written as
    people write it in each language: a code by its title, a day as in Finland, two days as the period between them.
    """
    names = naming_fields(rows.type)
    in_order = (f for f in rows.type.fields.values() if f in names)
    fields = [(f, guard) for f in in_order if (guard := _looked_at(rows, f)) != "FALSE"]
    if not fields:
        return "NULL::json"
    selected = rows.compilation.document.collect(("Titles",), [node.selection_set for node in nodes])
    titles = {language: _in_language(rows, fields, language) for language in LANGUAGES}
    cells = ", ".join(
        f"{titles.get(same[0].name.value, literal('Titles'))} AS {quoted(key)}" for key, same in selected.items()
    )
    return f"(SELECT row_to_json(r.*) FROM (SELECT {cells}) r WHERE {titles[LANGUAGES[0]]} IS NOT NULL)"


def _looked_at(rows: Rows, field: Field) -> str | None:
    """Return the condition under which the caller may read a field, and note that it was asked for."""
    guard, compilation = rows.guard(field.read), rows.compilation
    compilation.note_look(rows.type, field.key, Surface.DENIED if guard == "FALSE" else Surface.VALUE)
    if guard is not None:
        compilation.redact(rows.path, field.read.name, by_row=guard != "FALSE")
    return guard


def _in_language(rows: Rows, fields: list[tuple[Field, str | None]], language: str) -> str:
    spoken = [(f, guard) for f, guard in fields if (of := f.name.rpartition("_")[2]) == language or of not in LANGUAGES]
    parts: list[str] = []
    is_after_day = False
    for f, g in spoken:
        text = _text(rows, f, language) if g is None else f"CASE WHEN {g} THEN {_text(rows, f, language)} END"
        is_day = f.value.name == "Date"
        parts.append(f"nullif(concat_ws('–', {parts.pop()}, {text}), '')" if is_day and is_after_day else text)
        is_after_day = is_day
    return f"nullif(concat_ws(' ', {', '.join(parts)}), '')" if parts else "NULL::text"


def _text(rows: Rows, field: Field, language: str) -> str:
    """Return the SQL of a value as a text of one line in a language."""
    column, place = rows.column(field.column), LANGUAGES.index(language)
    if field.choices:
        cases = " ".join(f"WHEN {literal(name)} THEN {literal(t[place])}" for name, t in field.choice_titles.items())
        return f"CASE {column} {cases} END"
    if field.vocabulary:
        return f"coalesce(({_term(rows, field.vocabulary, column, language)}), {column})"
    match field.value.name:
        case "Date":
            return f"to_char({column}, '{_DAY[language]}')"
        case "DateTime":
            return f"to_char({column} AT TIME ZONE '{FINNISH_ZONE_NAME}', '{_DAY[language]}')"
    return f"({column})::text"


def _term(rows: Rows, vocabulary: str, column: str, language: str) -> str:
    kind = rows.compilation.content_types["term"].kind
    rule = access_rule(rows.compilation.viewer, kind, VIEW)
    seen = predicate_sql(kind, rule, "w", rows.compilation.bind.viewer)
    return (
        f"SELECT w.title_{language} FROM term w WHERE w.vocabulary = {literal(vocabulary)} AND w.token = {column}"
        f" AND {KNOWN_TERM_STATES.sql('w.state')} AND {seen} ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1"
    )
