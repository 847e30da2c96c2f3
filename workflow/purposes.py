"""The purposes of looking at personal data: the closed list that queries state and the disclosure log stores."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class PurposeDeclaration:
    """
    A purpose: its description in the API, and its Finnish words for the person.

    A purpose with `is_stated` False cannot be stated by a caller; the log determines it.
    """

    description: str
    fi: str
    is_stated: bool = True


PURPOSES: Mapping[str, PurposeDeclaration] = {
    "COACHING": PurposeDeclaration("The coaching of the person.", "valmennus"),
    "REFERRAL": PurposeDeclaration("Handling a referral.", "lähetteen käsittely"),
    "CONTRACT": PurposeDeclaration("Making or amending a contract.", "sopimuksen teko"),
    "PAYMENT": PurposeDeclaration("Benefit or invoice.", "etuus tai laskutus"),
    "DATA_REQUEST": PurposeDeclaration("Answering a request of the person.", "tietopyyntösi käsittely"),
    "CORRECTION": PurposeDeclaration("Correcting the data.", "tiedon korjaaminen"),
    "MANAGEMENT": PurposeDeclaration("Leading the service, without looking at a single person.", "palvelun johtaminen"),
    "SUPERVISION": PurposeDeclaration("Reviewing how data was used.", "käytön valvonta"),
    "OWN_DATA": PurposeDeclaration("One's own data.", "omien tietojen katselu"),
    "SUPPORT": PurposeDeclaration("Helping with the service, as far as access was granted.", "tekninen tuki"),
    "ADMINISTRATION": PurposeDeclaration("Keeping accounts, vocabularies and settings.", "palvelun ylläpito"),
    "EMERGENCY": PurposeDeclaration("Emergency access.", "hätäkatselu", is_stated=False),
}
