"""Form template, form answer: questions with a permission for each section, and what people answered."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.casework.form_schema import checked_answers, safe_schema
from resolvers.declaration import WRITER, Begun, PartOf
from resolvers.value import Named, Value
from schema.engine.language import choice, content_type, held, member, protected, to_many, to_one, value_object
from schema.engine.values import Code, Json, Line, Lines
from workflow import form as workflows
from workflow.afterwards import DOCUMENTATION
from workflow.vocabulary import ADD, MODIFY


@choice
class FormKind(Enum):
    """What a form is for."""

    REFERRAL = "Lähetteen kysymykset|Frågor i remissen|Referral questions"
    PLAN = "Suunnitelma|Plan|Plan"
    ASSESSMENT = "Arviointi|Bedömning|Assessment"


@value_object
class FormSection:
    """A part of a form: which fields stand in it, and which permission on the answer reads and writes them."""

    name: Code = member("Tunnus|Kod|Name", "Name of the section, unique in the form.")
    fi: Line = member("Suomeksi|På finska|In Finnish", "Title in Finnish.")
    sv: Line = member("Ruotsiksi|På svenska|In Swedish", "Title in Swedish.")
    en: Line = member("Englanniksi|På engelska|In English", "Title in English.")
    read: Code = member("Lukuoikeus|Läsrätt|Read permission", "The permission that reads it, such as `care`.")
    write: Code = member(
        "Kirjoitusoikeus|Skrivrätt|Write permission", "The permission that writes it, such as `modify_care`."
    )
    keys: Lines = member("Kentät|Fält|Keys", "Fields of the form that stand in it; a field in no section is nobody's.")
    may_read: bool = held(
        "read",
        "Saat lukea|Du får läsa|You may read",
        "Whether the caller may read its answers: these, or of a template those that the caller begins.",
    )
    may_write: bool = held(
        "write",
        "Saat kirjoittaa|Du får skriva|You may write",
        "Whether the caller may write its answers: these, or of a template those that the caller begins.",
    )


@content_type(
    model=models.FormTemplate,
    workflow=workflows.form_template,
    plural="formTemplates",
    titles="Lomakepohja|Formulärmall|Form template",
    rules=("sections_known", "asked_of_referrals"),
    withheld=("lineage_id", "published_by"),
)
class FormTemplate:
    """The questions of a form, in versions; a published one is frozen, and its answers keep to it."""

    kind: FormKind = protected("Laji|Slag|Kind", "What it is for.", write=ADD, required=True, filter=True)
    version: int = protected(
        "Versionumero|Versionsnummer|Version number", "Number of the published version; empty until then.", filter=True
    )
    title_fi: Line = protected(
        "Nimi suomeksi|Namn på finska|Title in Finnish", "Title in Finnish.", write=MODIFY, required=True
    )
    title_sv: Line = protected(
        "Nimi ruotsiksi|Namn på svenska|Title in Swedish", "Title in Swedish.", write=MODIFY, required=True
    )
    title_en: Line = protected(
        "Nimi englanniksi|Namn på engelska|Title in English", "Title in English.", write=MODIFY, required=True
    )
    json_schema: Json = protected(
        "Kentät|Fält|Fields",
        "JSON Schema 2020-12 of the answers, of the subset that docs/governed.md tells; titles in `x-titles`.",
        write=MODIFY,
        required=True,
        value=Value("JSON", "jsonb", safe_schema),
    )
    sections: FormSection = protected(
        "Osiot|Avsnitt|Sections",
        "Who reads and writes which fields; each field in exactly one section.",
        write=MODIFY,
        required=True,
        begins=Begun("form_answer", "kind", "REFERRAL"),
    )
    for_unit: object = to_one(
        "unit",
        "Kysytään lähetteissä yksikköön|Frågas i remisser till enheten|Asked of referrals to",
        "Of a form of referrals: referrals to this unit are sent with its required answers.",
        write=MODIFY,
    )
    for_service_code: Code = protected(
        "Kysytään lähetteissä palveluun|Frågas i remisser till tjänsten|Asked of referrals for",
        "Of a form of referrals: referrals for this service, by its code, are sent with its required answers. With a "
        "unit too, those to the unit for the service; without both, it may be answered and is not asked for.",
        write=MODIFY,
        names=Named.SERVICE_TYPE,
    )
    starts_on: date = protected(
        "Voimassa alkaen|Gäller från|Starts on",
        "First day; the version before stays in use until then. Empty: from its publication.",
        write=MODIFY,
        filter=True,
    )
    published_at: datetime = protected("Julkaistu|Publicerad|Published at", "When it was published, UTC.")
    copy_of: object = to_one(
        "form_template",
        "Työkopio|Kopia av|Copy of",
        "The published template that this is a working copy of.",
        filter=True,
    )
    copies: object = to_many("form_template", "copy_of_id", "Työkopiot|Kopior|Copies", "Working copies made of it.")


@content_type(
    model=models.FormAnswer,
    workflow=workflows.form_answer,
    plural="formAnswers",
    titles="Lomakevastaus|Formulärsvar|Form answer",
    subject="coalesce({0}.client_id, {0}.referral_id)",
    rules=("answer_belongs", "template_in_use", "answers_by_schema"),
    taken={"sections": ("template_id", "sections"), "series_id": ("template_id", "lineage_id")},
    withheld=("entered_by",),
    part_of=PartOf("referral_id", workflows.REFERRAL_ANSWER_STATES),
)
class FormAnswer:
    """What was answered about a person; each section is shown and written under its own permission."""

    template: object = to_one(
        "form_template",
        "Lomakepohja|Formulärmall|Template",
        "The version of the template that is answered.",
        write=ADD,
        required=True,
        filter=True,
    )
    series: object = to_one(
        "form_template",
        "Sarja|Serie|Series",
        "The first version of the template; the answers to all its versions have it alike.",
        filter=True,
    )
    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "About whom; empty until the referral that it came with is accepted.",
        write=ADD,
        filter=True,
        also_in=("ENDED",),
        afterwards=DOCUMENTATION,
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that coaches.", filter=True)
    referral: object = to_one(
        "referral",
        "Lähete|Remiss|Referral",
        "The referral it belongs to; its agency sees the answer. A draft of a referral is answered by "
        "who writes it, without a client.",
        write=ADD,
        filter=True,
    )
    agency: object = to_one(
        "agency", "Lähettävä taho|Remitterande part|Agency", "The agency of the referral.", filter=True
    )
    relationship: object = to_one(
        "relationship",
        "Asiakkuus|Klientrelation|Relationship",
        "In which relationship.",
        write=ADD,
        filter=True,
        also_in=("ENDED",),
        afterwards=DOCUMENTATION,
    )
    programme: object = to_one(
        "programme",
        "Valmennusjakso|Träningsperiod|Programme",
        "In which programme.",
        write=ADD,
        filter=True,
        also_in=("COMPLETED", "INTERRUPTED", "TRANSFERRED"),
        afterwards=DOCUMENTATION,
    )
    sections: FormSection = protected("Osiot|Avsnitt|Sections", "The sections of the template, with their permissions.")
    answers: Json = protected(
        "Vastaukset|Svar|Answers",
        "The answers by field, those whose section the caller may read. In a write, named fields change "
        "and null empties one.",
        write=MODIFY,
        personal=WRITER,
        sections="sections",
        questions="json_schema",
        value=Value("JSON", "jsonb", checked_answers),
    )
