"""The front ends through which people log in: registered, rotated and revoked by an administrator."""

# A declaration is a table: one field, one line.

from datetime import datetime

import models
from resolvers.value import Named
from schema.engine.language import content_type, protected
from schema.engine.values import Line, Lines, LogoutAddress, Origins, RedirectAddresses
from workflow.front_end_client import front_end_client
from workflow.vocabulary import ADD, MODIFY


@content_type(
    model=models.FrontEndClient,
    workflow=front_end_client,
    plural="frontEndClients",
    titles="Käyttöliittymä|Användargränssnitt|Front end",
    rules=("registered_front_end",),
    shows_once=True,
    withheld=("secret_hash",),
)
class FrontEndClient:
    """An application, in a browser or on a device, through which people log in at the embedded provider."""

    name: Line = protected("Nimi|Namn|Name", "What the application is called.", write=MODIFY, required=True)
    is_confidential: bool = protected(
        "Luottamuksellinen|Konfidentiell|Confidential",
        "Whether it runs on a server that can keep a secret; an application in a browser or on a device cannot.",
        write=ADD,
        required=True,
    )
    public_id: Line = protected("Tunnus|Id|Public id", "Its client id at the provider.")
    redirect_uris: RedirectAddresses = protected(
        "Paluuosoitteet|Returadresser|Redirect addresses",
        "Where people return after log-in: https, http on 127.0.0.1 or [::1] (any port), or `com.example.app:/path`.",
        write=MODIFY,
        required=True,
    )
    post_logout_redirect_uris: RedirectAddresses = protected(
        "Uloskirjautumisen osoitteet|Adresser efter utloggning|Addresses after log-out",
        "Where people may return after log-out.",
        write=MODIFY,
    )
    origins: Origins = protected(
        "Alkuperät|Ursprung|Origins",
        "Pages of browsers that may call this API from elsewhere: scheme, host and port, `https://app.example`.",
        write=MODIFY,
    )
    scopes: Lines = protected(
        "Oikeudet|Rättigheter|Scopes",
        "Of register:read, register:write, offline_access.",
        write=MODIFY,
        names=Named.SCOPE,
    )
    backchannel_logout_uri: LogoutAddress = protected(
        "Uloskirjautumisen ilmoitusosoite|Adress för utloggningsbesked|Back-channel log-out address",
        "Where the provider tells that a person was logged out; its host is this machine or a destination in use.",
        write=MODIFY,
    )
    revoked_at: datetime = protected("Lopetettu|Återkallad|Revoked at", "When it was revoked, UTC.")
