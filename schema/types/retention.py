"""Holds, purges with their items and certificates, and the invoice rows that stay."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS
from resolvers.value import Named
from schema.engine.language import choice, content_type, member, protected, to_many, to_one, value_object
from schema.engine.values import Cents, Code, Line, LongText, id_of
from workflow import purge as workflows
from workflow.afterwards import RETENTION
from workflow.legal_hold import legal_hold
from workflow.vocabulary import ADD, CARE, MODIFY, MONEY


@choice
class PurgeKind(Enum):
    """What a purge erases."""

    DUE = "Säilytysajan päättyminen|Förvaringstiden har gått ut|All that is due"
    PERSON = "Yksi henkilö|En person|One person"
    REFERRALS = "Lähetteet, jotka eivät alkaneet|Remisser som inte inleddes|Referrals that never started"


@choice
class Obstacle(Enum):
    """Why somebody is not erased."""

    LEGAL_HOLD = "Poistokielto|Gallringsförbud|A legal hold is in force"
    OPEN_RELATIONSHIP = "Asiakkuus on voimassa|Relationen är öppen|A relationship is open"
    NOT_DUE = "Säilytysaika ei ole päättynyt|Förvaringstiden har inte gått ut|The term is not over"
    RESTRICTED = "Käsittely on rajoitettu|Behandlingen är begränsad|Processing is restricted"
    GONE = "On jo poistettu|Är redan raderad|Is erased already"
    REFERENCED = "Muu tieto viittaa tähän|Annan uppgift hänvisar hit|Other data refers to it"


@value_object
class ErasedCount:
    """How many rows of one kind are to go, or have gone."""

    type: Line = member(
        "Laji|Slag|Type",
        "Noun of the content type, or what hangs on it: version, history, search_entry …",
        names=Named.NOUN,
    )
    rows: int = member("Rivejä|Rader|Rows", "How many.")


@content_type(
    model=models.LegalHold,
    workflow=legal_hold,
    plural="legalHolds",
    titles="Poistokielto|Gallringsförbud|Legal hold",
    subject="{}.client_id",
    default_order="starts_on",
    rules=("hold_period",),
)
class LegalHold:
    """Why a client's data may not be deleted yet; while one is in force no purge erases the client. R18."""

    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Whose data.",
        write=ADD,
        required=True,
        filter=True,
        also_in=("ENDED",),
        afterwards=RETENTION,
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit of the client.", filter=True)
    reason: Code = protected(
        "Syy|Orsak|Reason",
        "Why, by the vocabulary.",
        write=ADD,
        required=True,
        filter=True,
        vocabulary="legal_hold_reason",
    )
    grounds: LongText = protected(
        "Perustelu|Motivering|Grounds", "Why, in words.", read=CARE, write=MODIFY, personal=OTHERS
    )
    holder: Line = protected(
        "Pyytäjä|Begärd av|Holder", "The authority or party for whom the data is kept.", write=MODIFY, required=True
    )
    starts_on: date = protected(
        "Alkaa|Börjar|Starts on", "First day.", write=ADD, required=True, filter=True, order=True
    )
    ends_on: date = protected(
        "Päättyy|Slutar|Ends on", "Last day; empty: until it is released.", write=MODIFY, filter=True
    )


@content_type(
    model=models.Purge,
    workflow=workflows.purge,
    plural="purges",
    titles="Poisto|Gallring|Purge",
    rules=("purge_scope",),
    on_creation=("fix_items",),
    shows_once=True,
    withheld=("approved_by", "confirmed_by"),
)
class Purge:
    """A deletion for good, decided by two people and carried out by the service; it ends with a certificate."""

    kind: PurgeKind = protected("Laji|Slag|Kind", "What is erased.", write=ADD, required=True, filter=True)
    register: object = to_one(
        "register",
        "Rekisteri|Register|Register",
        "In which register; not for a single person, who goes from all.",
        write=ADD,
        filter=True,
        also_in=("RETIRED",),
        afterwards=RETENTION,
    )
    person_id: str = protected(
        "Henkilö|Person|Person",
        "Id of the client, for a purge of one person; it stays when the person is gone.",
        write=ADD,
        value=id_of("client"),
    )
    basis: Code = protected(
        "Peruste|Grund|Basis",
        "On what basis, by the vocabulary.",
        write=ADD,
        required=True,
        filter=True,
        vocabulary="purge_basis",
    )
    judged_on: date = protected("Arvioitu|Bedömd|Judged on", "The day on which it was judged what is due.", filter=True)
    proposed_by_name: Line = protected(
        "Ehdottaja|Föreslagen av|Proposed by", "Who proposed it; empty when it was not a member of staff."
    )
    approved_by_name: Line = protected("Hyväksyjä|Godkänd av|Approved by", "The first of the two who decided.")
    approved_at: datetime = protected("Hyväksytty|Godkänd|Approved at", "When, UTC.")
    confirmed_by_name: Line = protected("Vahvistaja|Bekräftad av|Confirmed by", "The second of the two who decided.")
    confirmed_at: datetime = protected("Vahvistettu|Bekräftad|Confirmed at", "When, UTC.")
    done_at: datetime = protected("Tehty|Utförd|Done at", "When the last item was decided, UTC.", filter=True)
    counts: ErasedCount = protected(
        "Määrät|Antal|Counts", "Rows by type: to go, as proposed; and when it is done, gone."
    )
    digest: Line = protected("Tiiviste|Kontrollsumma|Digest", "SHA-256 of the ids that were erased and of the counts.")
    certificate: LongText = protected(
        "Poistotodistus|Gallringsintyg|Certificate", "What was erased, what was kept and why, and who decided: as text."
    )
    items: object = to_many("purge_item", "purge_id", "Kohteet|Objekt|Items", "Whom it is about.")


@content_type(
    model=models.PurgeItem,
    workflow=workflows.purge_item,
    plural="purgeItems",
    titles="Poiston kohde|Gallringsobjekt|Purge item",
    withheld=("target_id",),
)
class PurgeItem:
    """One client or one referral of a purge: fixed when it is proposed, judged anew when it is run."""

    purge: object = to_one("purge", "Poisto|Gallring|Purge", "Of which purge.", filter=True)
    target_noun: Line = protected(
        "Kohteen laji|Objektets slag|Noun of the target", "client or referral.", filter=True, names=Named.NOUN
    )
    target: Line = protected("Kohde|Objekt|Target", "Its id; never used again.", filter=True)
    due_on: date = protected("Erääntynyt|Förfallodag|Due on", "First day on which the data must be gone.", filter=True)
    obstacle: Obstacle = protected("Este|Hinder|Obstacle", "Why it is held back, or was kept.", filter=True)
    decided_at: datetime = protected("Ratkaistu|Avgjord|Decided at", "When the run erased or kept it, UTC.")
    counts: ErasedCount = protected("Määrät|Antal|Counts", "Rows that were erased, by type.")


@content_type(
    model=models.InvoiceRow,
    workflow=workflows.invoice_row,
    plural="invoiceRows",
    titles="Laskurivi|Fakturarad|Invoice row",
    default_order="starts_on",
)
class InvoiceRow:
    """What the books keep of the contract of an erased person: period, payer, price, days."""

    pseudonym: Line = protected(
        "Pseudonyymi|Pseudonym|Pseudonym", "Random; the same for the rows of one person.", filter=True
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "Which unit arranged the service.", filter=True)
    payer: Line = protected(
        "Maksaja|Betalare|Payer",
        "Which organisation paid; PRIVATE: somebody who is no organisation of the register.",
        read=MONEY,
        filter=True,
    )
    price_cents: Cents = protected("Hinta|Pris|Price", "Price of a day in cents, without tax.", read=MONEY)
    starts_on: date = protected("Alkoi|Började|Starts on", "First day of the contract.", filter=True, order=True)
    ends_on: date = protected("Päättyi|Slutade|Ends on", "Last day of the contract.", filter=True)
    billable_days: int = protected(
        "Laskutettavat päivät|Fakturerbara dagar|Billable days", "Days with an attendance code that is billed."
    )
