"""For what personal data is looked at: the closed list that queries state and the disclosure log keeps."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class PurposeDeclaration:
    """
    A purpose: its description in the API, and the words by which a person is told of it in Finnish.

    One that is not stated is no choice of a caller: the log finds it by itself.
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
