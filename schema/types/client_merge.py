"""The merge of two clients who are one person: what may be asked of it."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS
from schema.engine.language import choice, content_type, protected, to_one
from schema.engine.values import ShortText
from workflow.afterwards import MERGING
from workflow.client_merge import client_merge
from workflow.vocabulary import ADD


@choice
class DuplicateReason(Enum):
    """Why two clients may be one person."""

    SAME_NAME_AND_BIRTH = "Sama nimi ja syntymäaika|Samma namn och födelsetid|Same names and date of birth"
    SIMILAR_NAME_AND_BIRTH = (
        "Samankaltainen nimi ja sama syntymäaika|Liknande namn och samma födelsetid|Similar names, same date of birth"
    )
    SAME_PHONE = "Sama puhelinnumero|Samma telefonnummer|Same phone"
    SAME_EMAIL = "Sama sähköposti|Samma e-post|Same e-mail"


@choice
class ReferralDuplicateReason(Enum):
    """Why a client may be the person of a referral."""

    SAME_CODE = "Sama henkilötunnus|Samma personbeteckning|Same personal identity code"
    SAME_NAME_AND_BIRTH = "Sama nimi ja syntymäaika|Samma namn och födelsetid|Same names and date of birth"
    SAME_PHONE = "Sama puhelinnumero|Samma telefonnummer|Same phone"
    SAME_EMAIL = "Sama sähköposti|Samma e-post|Same e-mail"


@choice
class MergeObstacle(Enum):
    """What stands in the way of a merge; docs/access.md says what to do first."""

    REFERENCE_ENDED = "Asiakas poistettu tai yhdistetty|Klienten raderad eller sammanslagen|Client erased or merged"
    MERGE_UNITS_DIFFER = "Eri yksiköissä|Vid olika enheter|In different units"
    MERGE_CODES_DIFFER = "Eri henkilötunnukset|Olika personbeteckningar|Different identity codes"
    PROCESSING_RESTRICTION = "Käsittelyn rajoitus|Begränsning av behandling|Restriction of processing"
    MERGE_IN_PURGE = "Avoin poisto|Öppen gallring|Open purge"
    MERGE_IN_BIN = "Tietoja roskakorissa|Uppgifter i papperskorgen|Data in the recycle bin"
    MERGE_CONTRACTS_OVERLAP = "Päällekkäiset sopimukset|Överlappande avtal|Overlapping contracts"
    MERGE_PAYERS_OVERLAP = "Päällekkäiset etuuden maksajat|Överlappande utbetalare av förmån|Overlapping benefit payers"
    MERGE_INVITATIONS_OPEN = "Kaksi avointa kutsua|Två öppna inbjudningar|Two open invitations"
    MERGE_ACCESS_OPEN = "Avoin hätäkäyttö molempiin|Öppen nödåtkomst till båda|Open emergency access to both"


@content_type(
    model=models.ClientMerge,
    workflow=client_merge,
    plural="clientMerges",
    titles="Asiakkaiden yhdistäminen|Sammanslagning av klienter|Client merge",
    subject="{}.kept_id",
    rules=("names_two_clients",),
    withheld=("kept_revision", "merged_revision"),
)
class ClientMerge:
    """
    Two clients of one unit who are one person: everything of the merged client goes over to the kept one.

    The supervisor or the privacy officer proposes it, and another privacy officer or a privacy officer decides. What a
    merge would do is asked with `mergePreview`.
    """

    kept: object = to_one(
        "client",
        "Säilyvä|Som bevaras|Kept",
        "As whom the person goes on.",
        write=ADD,
        required=True,
        filter=True,
        also_in=("ENDED",),
        afterwards=MERGING,
    )
    merged: object = to_one(
        "client",
        "Yhdistettävä|Som slås samman|Merged",
        "The client whose data goes over to the kept one.",
        write=ADD,
        required=True,
        filter=True,
        also_in=("ENDED",),
        afterwards=MERGING,
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that serves both.", filter=True)
    grounds: ShortText = protected(
        "Perusteet|Grunder|Grounds", "Why they are one person.", write=ADD, required=True, personal=OTHERS
    )
    merged_at: datetime = protected("Yhdistetty|Sammanslagen|Merged at", "When they were merged, UTC.", personal=OTHERS)
    undo_until: date = protected(
        "Purettavissa|Kan upplösas till|Undo until", "The last day on which the merge can be undone.", personal=OTHERS
    )
