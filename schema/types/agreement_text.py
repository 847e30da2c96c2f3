"""Agreement text: the versions of the undertaking, of what consents say and of the terms of contracts."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from schema.engine.language import choice, content_type, protected, to_many, to_one
from schema.engine.values import Code, Line, LongText, line
from workflow.agreement_text import agreement_text
from workflow.vocabulary import ADD, MODIFY


@choice
class AgreementKind(Enum):
    """What is agreed to."""

    UNDERTAKING = "Salassapitositoumus|Sekretessförbindelse|Confidentiality undertaking"
    CONSENT = "Suostumus|Samtycke|Consent"
    CONTRACT = "Sopimuksen ehdot|Avtalets villkor|Terms of a contract"


@content_type(
    model=models.AgreementText,
    workflow=agreement_text,
    plural="agreementTexts",
    titles="Hyväksyttävä teksti|Text att godkänna|Agreement text",
    withheld=("lineage_id", "published_by"),
    rules=("purpose_of_consents_only",),
)
class AgreementText:
    """
    What a person is asked to agree to. Written by one person, published by another, and then frozen.

    A new undertaking is accepted by everybody anew; a consent keeps the version under which it was given, and a
    contract is printed with the terms that were in force on its first day.
    """

    kind: AgreementKind = protected("Laji|Slag|Kind", "What is agreed to.", write=ADD, required=True, filter=True)
    purpose: Code = protected(
        "Tarkoitus|Ändamål|Purpose",
        "Of a consent text: the purpose of the consents it is for; empty: all that have no text of their own.",
        write=ADD,
        vocabulary="consent_purpose",
        filter=True,
    )
    version: str = protected(
        "Versio|Version|Version",
        "Its label, such as 2027-1, at most 20 characters; no other published text of its kind has it.",
        write=MODIFY,
        required=True,
        value=line(20),
        filter=True,
    )
    title_fi: Line = protected(
        "Otsikko suomeksi|Rubrik på finska|Title in Finnish", "Title in Finnish.", write=MODIFY, required=True
    )
    title_sv: Line = protected(
        "Otsikko ruotsiksi|Rubrik på svenska|Title in Swedish", "Title in Swedish.", write=MODIFY, required=True
    )
    title_en: Line = protected(
        "Otsikko englanniksi|Rubrik på engelska|Title in English", "Title in English.", write=MODIFY, required=True
    )
    body_fi: LongText = protected(
        "Teksti suomeksi|Text på finska|Text in Finnish",
        "The text in Finnish; an empty line begins a paragraph.",
        write=MODIFY,
        required=True,
    )
    body_sv: LongText = protected(
        "Teksti ruotsiksi|Text på svenska|Text in Swedish",
        "The text in Swedish; an empty line begins a paragraph.",
        write=MODIFY,
        required=True,
    )
    body_en: LongText = protected(
        "Teksti englanniksi|Text på engelska|Text in English",
        "The text in English; an empty line begins a paragraph.",
        write=MODIFY,
        required=True,
    )
    starts_on: date = protected(
        "Voimassa alkaen|Gäller från|Starts on",
        "First day on which it is in force; empty or past at publication: the day of publication.",
        write=MODIFY,
        filter=True,
    )
    published_at: datetime = protected("Julkaistu|Publicerad|Published at", "When it was published, UTC.")
    copy_of: object = to_one(
        "agreement_text",
        "Työkopio|Kopia av|Copy of",
        "The published text that this is a working copy of.",
        filter=True,
    )
    copies: object = to_many("agreement_text", "copy_of_id", "Työkopiot|Kopior|Copies", "Working copies made of it.")
