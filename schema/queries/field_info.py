"""A field of a content type as lists and forms need it, made from its declaration."""

from collections.abc import Callable, Mapping
from typing import Any

import strawberry

from resolvers.declaration import ContentType, ContentTypes, Field
from resolvers.naming import naming_fields
from resolvers.publishing.named_values import titles_by_name, words_named
from resolvers.publishing.vocabularies import words_of
from resolvers.reading.sections import template_of
from schema.engine.closed_sets import FieldOrigin
from schema.engine.directives import Protected
from schema.engine.generated_types import filter_kind
from schema.engine.language import CHOICES
from schema.engine.translated_text import TranslatedText, translated_titles
from schema.trusted.columns import column_fields
from schema.trusted.sections import SECTIONS, section_of
from workflow.titles import Titles
from workflow.vocabulary import NEVER, Permission

IsAllowed = Callable[[Permission], bool]


def own_field(text: str) -> Any:
    """Return a field that every caller may ask of the service itself."""
    return strawberry.field(description=text, directives=[Protected(read="view")])


@strawberry.type(description="A value that may be chosen, with its titles. (Vaihtoehto)")
class ChoiceInfo:
    """A member of a closed list, or a word of a vocabulary."""

    token: str = own_field("The value as it is stored and sent.")
    titles: TranslatedText = own_field("Titles.")
    may_be_chosen: bool = own_field("Whether it may be chosen today; an older record may still hold it.")


@strawberry.type(description="Fields that stand together in a form. (Osio)")
class SectionInfo:
    """A section of a form."""

    name: str = own_field("Name: that of the permission that reads its fields, or `record`.")
    titles: TranslatedText = own_field("Titles.")


@strawberry.type(description="One value of a value object. (Jäsen)")
class MemberInfo:
    """One member of what a list of value objects holds."""

    name: str = own_field("Name in the schema.")
    titles: TranslatedText = own_field("Titles.")
    description: str = own_field("What it holds.")
    kind: str = own_field("Kind of value.")
    many: bool = own_field("Whether it holds several values.")
    is_long: bool = own_field("Whether it is a text of several paragraphs.")
    longest: int | None = own_field("The most characters of a text, or of each of several.")
    required: bool = own_field("Whether it must be given.")
    options: list[ChoiceInfo] = own_field("The values of a closed list.")


@strawberry.type(description="Where the questions of answers stand. (Vastausten lomake)")
class FormOfAnswers:
    """The form whose questions a field answers: what refers to it, and which fields hold questions and sections."""

    type: str = own_field("The object type of the form.")
    reference: str = own_field("The field that names the form.")
    relation: str = own_field("The field of the object in which the form is read.")
    questions: str = own_field("The field of the form that holds the questions, as a JSON schema.")
    sections: str = own_field("The field of the object that holds the sections, with what the caller may there.")
    form_sections: str = own_field("The field of the form that holds the sections of answers to come.")


@strawberry.type(description="A field of a content type as the caller meets it. (Kenttä)")
class FieldInfo:
    """One field of a content type."""

    declared: strawberry.Private[Field]
    name: str = own_field("Name in the schema.")
    titles: TranslatedText = own_field("Titles for forms and lists.")
    description: str = own_field("What it holds.")
    kind: str = own_field("Kind of value.")
    many: bool = own_field("Whether it holds several values.")
    target: str | None = own_field("The object type to which a reference, or a list of ids, leads.")
    relation: str | None = own_field("The field of the object in which a reference is read.")
    possible_states: list[str] = own_field("The states in which an object may be chosen by a reference.")
    is_long: bool = own_field("Whether it is a text of several paragraphs.")
    longest: int | None = own_field("The most characters of a text, or of each of several.")
    least: int | None = own_field("The smallest number.")
    most: int | None = own_field("The greatest number.")
    most_values: int | None = own_field("The most values of a list.")
    section: SectionInfo = own_field("Where it stands in forms; fields and sections are in the order of the fields.")
    is_name: bool = own_field("Whether people know an object by it.")
    is_column: bool = own_field("Whether a list shows it.")
    filter: str | None = own_field("The kind of the conditions by which a list is filtered; null when by none.")
    order: str | None = own_field("The order of a list by it; with `_DESC` it is falling. Null when there is none.")
    form: FormOfAnswers | None = own_field("Of answers to a form: where its questions stand.")
    is_sealed: bool = own_field("Whether a purpose must be given to read it.")
    vocabulary: str | None = own_field("Vocabulary that its codes come from.")
    choices: list[str] = own_field("Closed list of values, if any.")
    members: list[MemberInfo] = own_field("Of a value object, what it consists of.")
    required: bool = own_field("Whether creation needs it.")
    is_given_once: bool = own_field("Whether it is given at the creation and never changed.")
    personal: bool = own_field("Whether it is personal data; reading it is logged.")
    origin: FieldOrigin | None = own_field("Whose word personal data is.")
    read: str = own_field("The permission that reads it, as `explain` takes it.")
    write: str = own_field("The permission that writes it; `never` where only the service does.")
    may_read: bool = own_field("Whether the caller may read it: on the object, or without one on any object.")
    may_write: bool = own_field("Whether the caller may write it: on the object, or without one on any object.")

    @strawberry.field(
        description="The values that it may hold: of a closed list, of its vocabulary, or what it may name, those in "
        "use and earlier ones; empty for everything else.",
        directives=[Protected(read="view")],
    )
    async def options(self, info: strawberry.Info) -> list[ChoiceInfo]:
        """Return the values from which a form lets people choose."""
        if self.declared.choices:
            return closed_choices(self.declared.choice_titles)
        context = info.context
        if self.declared.names:
            words = await words_named(context.pool, context.call, context.content_types, self.declared.names)
        elif self.declared.vocabulary:
            words = await words_of(context.pool, context.call, context.content_types["term"], self.declared.vocabulary)
        else:
            return []
        return [
            ChoiceInfo(token=w.token, titles=translated_titles(w.titles), may_be_chosen=w.may_be_chosen) for w in words
        ]


def closed_choices(titles: Mapping[str, Titles]) -> list[ChoiceInfo]:
    """Return the members of a closed list."""
    return [
        ChoiceInfo(token=token, titles=translated_titles(texts), may_be_chosen=True) for token, texts in titles.items()
    ]


def field_infos(type_: ContentType, content_types: ContentTypes, is_allowed: IsAllowed) -> list[FieldInfo]:
    """Return the fields of a type in the order of their declaration, as a caller meets them."""
    names = {f.name for f in naming_fields(type_)}
    columns = {f.name for f in column_fields(type_)}
    return [
        FieldInfo(
            declared=f,
            is_name=f.name in names,
            is_column=f.name in columns,
            required=f.required and f.column not in type_.forced,
            may_read=is_allowed(f.read),
            may_write=f.write is not NEVER and is_allowed(f.write),
            **_value_facts(f, content_types),
            form=_form_of(type_, f, content_types),
            **_reference_facts(f, content_types),
            **_use_facts(f),
        )
        for f in type_.fields.values()
    ]


def _value_facts(field: Field, content_types: ContentTypes) -> dict[str, Any]:
    value = field.value
    return {
        "name": field.key,
        "titles": translated_titles(field.titles),
        "description": field.description,
        "kind": value.name,
        "many": value.many or bool(field.embedded),
        "is_long": value.has_paragraphs,
        "longest": value.longest,
        "least": value.least,
        "most": value.most,
        "most_values": value.most_values,
        "vocabulary": field.vocabulary,
        "choices": [m.name for m in CHOICES[value.name][0]] if field.choices else [],
        "members": [_member(field, key, content_types) for key in field.embedded],
    }


def _member(field: Field, key: str, content_types: ContentTypes) -> MemberInfo:
    value, named = field.embedded[key], field.member_names.get(key)
    titles = titles_by_name(named, content_types) if named else field.member_choices.get(key, {})
    return MemberInfo(
        name=key,
        titles=translated_titles(field.member_titles[key]),
        description=field.member_descriptions[key],
        kind=value.name,
        many=value.many,
        is_long=value.has_paragraphs,
        longest=value.longest,
        required=key in field.required_members,
        options=closed_choices(titles),
    )


def _form_of(type_: ContentType, field: Field, content_types: ContentTypes) -> FormOfAnswers | None:
    template = template_of(type_, field)
    if template is None or not field.questions:
        return None
    form, (_, column) = content_types[str(template.target)], type_.taken[str(field.sections)]
    return FormOfAnswers(
        type=form.name,
        reference=template.key,
        relation=template.key.removesuffix("Id"),
        questions=form.fields[field.questions].key,
        sections=type_.fields[str(field.sections)].key,
        form_sections=next(f.key for f in form.fields.values() if f.column == column),
    )


def _reference_facts(field: Field, content_types: ContentTypes) -> dict[str, Any]:
    noun = field.target or field.value.lists
    target = content_types[noun] if noun else None
    possible = [*target.kind.workflow.open_to_new, *field.also_in] if target and field.target else []
    relation = field.key.removesuffix("Id") if field.target else None
    return {"target": target.name if target else None, "relation": relation, "possible_states": possible}


def _use_facts(field: Field) -> dict[str, Any]:
    section = section_of(field)
    return {
        "section": SectionInfo(name=section, titles=translated_titles(SECTIONS[section])),
        "filter": f"{filter_kind(field)}Filter" if field.filter else None,
        "order": field.name.upper() if field.order else None,
        "is_sealed": field.sealed,
        "is_given_once": field.write.name == "add",
        "personal": bool(field.personal),
        "origin": FieldOrigin[field.personal] if field.personal else None,
        "read": field.read.name,
        "write": field.write.name,
    }
