"""The systems of an agency: registered, rotated and revoked by an administrator."""

# A declaration is a table: one field, one line.

from datetime import datetime

import models
from resolvers.accounts.agency_clients import MOST_DOCUMENTS
from resolvers.value import Named
from schema.engine.language import content_type, member, protected, to_one, value_object
from schema.engine.values import Jwks, Line, Lines, LongText
from workflow.agency_client import agency_client
from workflow.vocabulary import ADD, MODIFY


@value_object
class ClientDocument:
    """A GraphQL document that the system of an agency may ask."""

    name: Line = member("Nimi|Namn|Name", "What it is called among the documents of the system.")
    text: LongText = member(
        "Teksti|Text|Text", "The document, exactly as it is sent; blanks at its beginning and its end do not count."
    )


@content_type(
    model=models.AgencyClient,
    workflow=agency_client,
    plural="agencyClients",
    titles="Lähettävän tahon järjestelmä|Remitterande parts system|Agency client",
    rules=("registered_client",),
    shows_once=True,
    withheld=("epoch", "issuer", "secret_hash"),
)
class AgencyClient:
    """A system of an agency that asks with short tokens of its own, within its scopes and its agency's referrals."""

    name: Line = protected("Nimi|Namn|Name", "What the system is called.", write=MODIFY, required=True)
    agency: object = to_one(
        "agency",
        "Lähettävä taho|Remitterande part|Agency",
        "Whose system it is.",
        write=ADD,
        required=True,
        filter=True,
    )
    scopes: Lines = protected(
        "Oikeudet|Rättigheter|Scopes",
        "Of referrals:write, referrals:read, attendance:read, reports:read.",
        write=MODIFY,
        required=True,
        names=Named.SCOPE,
    )
    public_id: Line = protected(
        "Tunnus|Id|Public id", "Its client id; named only for one registered at an external provider.", write=ADD
    )
    subject: Line = protected(
        "Kohde|Subjekt|Subject", "Subject of its tokens; the public id where nothing else is said.", write=ADD
    )
    jwks: Jwks = protected(
        "Julkiset avaimet|Publika nycklar|Public keys",
        "JSON Web Key Set of the agency; with it the client proves itself by private_key_jwt instead of a secret.",
        write=ADD,
    )
    listed_documents_only: bool = protected(
        "Vain luetellut kyselyt|Endast listade frågor|Listed documents only",
        "Whether it may ask listed documents only: those that the service ships, and its own.",
        write=MODIFY,
    )
    documents: ClientDocument = protected(
        "Omat kyselyt|Egna frågor|Own documents",
        f"What it may ask besides the documents of the service, at most {MOST_DOCUMENTS}; no bound while it is free.",
        write=MODIFY,
    )
    expires_at: datetime = protected("Vanhenee|Upphör|Expires at", "When it stops working, UTC.", write=MODIFY)
    revoked_at: datetime = protected("Lopetettu|Återkallad|Revoked at", "When it was revoked, UTC.")
    last_used_at: datetime = protected(
        "Viimeksi käytetty|Senast använd|Last used at", "When it last bought a token, UTC."
    )
