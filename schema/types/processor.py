"""Processors: who handles the data of a register for its controller, where, and by which agreement."""

# A declaration is a table: one field, one line.

from datetime import date

import models
from schema.engine.language import content_type, protected, to_one
from schema.engine.values import BusinessId, CountryCode, Line, ShortText
from workflow.processor import processor
from workflow.vocabulary import ADD, AUDIT, MODIFY


@content_type(
    model=models.Processor,
    workflow=processor,
    plural="processors",
    titles="Henkilötietojen käsittelijä|Personuppgiftsbiträde|Processor",
    rules=("transfer_grounded",),
)
class Processor:
    """Somebody who handles personal data for the controller by an agreement; it stands in the privacy notice."""

    register: object = to_one(
        "register", "Rekisteri|Register|Register", "Of which register.", write=ADD, required=True, filter=True
    )
    name: Line = protected("Nimi|Namn|Name", "Name, once in a register.", write=MODIFY, required=True, filter=True)
    business_id: BusinessId = protected(
        "Y-tunnus|FO-nummer|Business id", "Business id, of a Finnish one.", write=MODIFY
    )
    country: CountryCode = protected(
        "Maa|Land|Country",
        "Where the data is handled, two letters.",
        write=MODIFY,
        required=True,
        filter=True,
    )
    task_fi: ShortText = protected(
        "Tehtävä suomeksi|Uppgift på finska|Task in Finnish", "What it does, in Finnish.", write=MODIFY, required=True
    )
    task_sv: ShortText = protected(
        "Tehtävä ruotsiksi|Uppgift på svenska|Task in Swedish", "What it does, in Swedish.", write=MODIFY, required=True
    )
    task_en: ShortText = protected(
        "Tehtävä englanniksi|Uppgift på engelska|Task in English",
        "What it does, in English.",
        write=MODIFY,
        required=True,
    )
    agreement: ShortText = protected(
        "Sopimus|Avtal|Agreement",
        "Which agreement binds it (GDPR article 28).",
        read=AUDIT,
        write=MODIFY,
        required=True,
    )
    agreed_on: date = protected(
        "Sovittu|Avtalat|Agreed on", "Day of the agreement.", read=AUDIT, write=MODIFY, required=True
    )
    transfer_ground: ShortText = protected(
        "Siirron peruste|Grund för överföring|Ground of transfer",
        "On what ground data goes outside the EU/EEA; needed for a country outside.",
        write=MODIFY,
    )
