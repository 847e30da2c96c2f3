"""The purposes of looking at personal data: the closed list that queries state and the disclosure log stores."""

from collections.abc import Mapping
from dataclasses import dataclass

from workflow.titles import Titles


@dataclass(frozen=True)
class PurposeDeclaration:
    """
    A purpose: its description in the API, and its words for the person in three languages.

    A purpose with `is_stated` False cannot be stated by a caller; the log determines it.
    """

    description: str
    words: Titles
    is_stated: bool = True


PURPOSES: Mapping[str, PurposeDeclaration] = {
    "COACHING": PurposeDeclaration("The coaching of the person.", ("valmennus", "handledning", "coaching")),
    "REFERRAL": PurposeDeclaration(
        "Handling a referral.", ("lähetteen käsittely", "behandling av remiss", "handling of a referral")
    ),
    "CONTRACT": PurposeDeclaration(
        "Making or amending a contract.", ("sopimuksen teko", "upprättande av avtal", "making a contract")
    ),
    "PAYMENT": PurposeDeclaration(
        "Benefit or invoice.", ("etuus tai laskutus", "förmån eller fakturering", "benefit or invoice")
    ),
    "DATA_REQUEST": PurposeDeclaration(
        "Answering a request of the person.",
        ("tietopyyntösi käsittely", "behandling av din begäran", "handling of your request"),
    ),
    "CORRECTION": PurposeDeclaration(
        "Correcting the data.", ("tiedon korjaaminen", "rättelse av uppgift", "correction of data")
    ),
    "MANAGEMENT": PurposeDeclaration(
        "Leading the service, without looking at a single person.",
        ("palvelun johtaminen", "ledning av tjänsten", "management of the service"),
    ),
    "SUPERVISION": PurposeDeclaration(
        "Reviewing how data was used.", ("käytön valvonta", "övervakning av användningen", "supervision of use")
    ),
    "OWN_DATA": PurposeDeclaration(
        "One's own data.", ("omien tietojen katselu", "läsning av egna uppgifter", "looking at one's own data")
    ),
    "REPRESENTATION": PurposeDeclaration(
        "Acting for the person, as guardian or representative.",
        ("asioidesi hoitaminen puolestasi", "skötsel av dina ärenden för din räkning", "acting on your behalf"),
    ),
    "SUPPORT": PurposeDeclaration(
        "Helping with the service, as far as access was granted.",
        ("tekninen tuki", "teknisk support", "technical support"),
    ),
    "ADMINISTRATION": PurposeDeclaration(
        "Keeping accounts, vocabularies and settings.",
        ("palvelun ylläpito", "underhåll av tjänsten", "administration of the service"),
    ),
    "EMERGENCY": PurposeDeclaration(
        "Emergency access.", ("hätäkatselu", "åtkomst i nödläge", "emergency access"), is_stated=False
    ),
}
