"""Accounts, the roles granted to them, the invitations that open them, and the record of log-ins."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS
from schema.engine.closed_sets import LoginOutcome
from schema.engine.language import choice, content_type, protected, to_many, to_one
from schema.engine.values import Code, EmailAddress, Line
from workflow import account as workflows
from workflow.afterwards import RIGHTS
from workflow.roles import GRANTABLE, ROLES
from workflow.vocabulary import ADD, MODIFY, MODIFY_CONTACT


@choice
class AccountHolder(Enum):
    """Whose account it is."""

    STAFF = "Työntekijä|Medarbetare|Staff"
    TRAINEE = "Valmentautuja|Klient|Trainee"
    GUARDIAN = "Huoltaja tai edunvalvoja|Vårdnadshavare eller intressebevakare|Guardian"
    OFFICIAL = "Lähettävän tahon yhteyshenkilö|Remitterande parts kontaktperson|Official"
    WORKPLACE = "Työpaikan edustaja|Arbetsplatsens företrädare|Person of a workplace"


@choice
class InvitedKind(Enum):
    """Whom an invitation invites that is not a client's."""

    STAFF = "Työntekijä|Medarbetare|Staff"
    OFFICIAL = "Lähettävän tahon yhteyshenkilö|Remitterande parts kontaktperson|Official"
    WORKPLACE = "Työpaikan edustaja|Arbetsplatsens företrädare|Person of a workplace"


@choice
class AccountLanguage(Enum):
    """The language in which the service speaks to the person."""

    fi = "suomi|finska|Finnish"
    sv = "ruotsi|svenska|Swedish"
    en = "englanti|engelska|English"


_ROLE_TITLES = {str(role): "|".join(ROLES[role].titles) for role in GRANTABLE}
GrantedRole = Enum("GrantedRole", _ROLE_TITLES, module=__name__)  # type: ignore[misc] # follows from the table of roles
GrantedRole.__doc__ = "A role that is granted to an account; what it may do stands in docs/permissions.md."
GrantedRole = choice(GrantedRole)  # type: ignore[misc] # the enum that GraphQL serves has the same name


@content_type(
    model=models.Account,
    workflow=workflows.account,
    plural="accounts",
    titles="Tunnus|Konto|Account",
    rules=("rights_of_account",),
    shows_once=True,
    withheld=("client_id", "epoch", "recovery_asked_by", "subject", "undertaking_version"),
)
class Account:
    """
    What a person logs in with. It is opened by an invitation and bound to one identity at one provider.

    The account of a client or a guardian has no name here: who may know it asks for the client.
    """

    kind: AccountHolder = protected("Laji|Slag|Kind", "Whose account it is.", filter=True)
    name: Line = protected(
        "Nimi|Namn|Name", "Name of the person; none for a client or a guardian.", write=MODIFY, filter=True, search=True
    )
    language: AccountLanguage = protected(
        "Kieli|Språk|Language",
        "In which the service speaks; the person of the account may choose it.",
        write=MODIFY_CONTACT,
    )
    issuer: Line = protected(
        "Tunnistautumispalvelu|Identitetstjänst|Identity provider",
        "Where the person logs in; none before the first log-in.",
    )
    staff: object = to_one(
        "staff_member", "Työntekijä|Medarbetare|Staff member", "Whose account it is, of staff.", filter=True
    )
    agency: object = to_one("agency", "Lähettävä taho|Remitterande part|Agency", "Whose official it is.", filter=True)
    workplace: object = to_one("workplace", "Työpaikka|Arbetsplats|Workplace", "Whose person it is.", filter=True)
    ends_before: date = protected(
        "Päättyy|Upphör|Ends before",
        "First day on which nobody logs in with it any more; an outsider's is renewed yearly.",
        filter=True,
    )
    undertaking_accepted_at: datetime = protected(
        "Sitoumus hyväksytty|Förbindelsen godkänd|Undertaking accepted at", "When confidentiality was promised, UTC."
    )
    disabled_at: datetime = protected("Suljettu|Stängt|Disabled at", "When it was disabled, UTC.")
    recovery_asked_at: datetime = protected(
        "Palautusta pyydetty|Återställning begärd|Recovery asked at",
        "When somebody asked to let its holder in again, UTC; a second person confirms within a week.",
        filter=True,
    )
    grants: object = to_many("role_grant", "account_id", "Roolit|Roller|Grants", "The roles granted to it.")


@content_type(
    model=models.RoleGrant,
    workflow=workflows.role_grant,
    plural="roleGrants",
    titles="Rooli|Roll|Role grant",
    rules=("grantable_role", "not_to_oneself", "renews_rights"),
    on_creation=("in_force_unless_two",),
)
class RoleGrant:
    """
    A role of an account for a time, everywhere or in a unit. Nobody grants a role to oneself.

    The roles of administrators and privacy officers wait for a second person; all others are in force at once.
    """

    account: object = to_one(
        "account", "Tunnus|Konto|Account", "Who gets the role.", write=ADD, required=True, filter=True
    )
    role: GrantedRole = protected("Rooli|Roll|Role", "Which role.", write=ADD, required=True, filter=True)
    unit: object = to_one(
        "unit", "Yksikkö|Enhet|Unit", "Where it holds; everywhere where none is named.", write=ADD, filter=True
    )
    starts_on: date = protected("Alkaa|Börjar|Starts on", "First day.", write=ADD, required=True, filter=True)
    ends_before: date = protected(
        "Päättyy|Upphör|Ends before",
        "First day on which it no longer holds; none: until it is ended.",
        write=MODIFY,
        filter=True,
    )


@content_type(
    model=models.Invitation,
    workflow=workflows.invitation,
    plural="invitations",
    titles="Kutsu|Inbjudan|Invitation",
    rules=("invited_person",),
    on_creation=("show_invitation",),
    shows_once=True,
    withheld=("links",),
)
class Invitation:
    """
    An invitation of an employee, an official or a person of a workplace, accepted once at the first log-in.

    Who makes it is shown the link once, to hand it over; with `byMail` it goes to the address too.
    """

    staff_member: object = to_one(
        "staff_member",
        "Työntekijä|Medarbetare|Staff member",
        "Whom, of staff; or agency, or workplace.",
        write=ADD,
        filter=True,
    )
    agency: object = to_one(
        "agency", "Lähettävä taho|Remitterande part|Agency", "Whose official.", write=ADD, filter=True
    )
    workplace: object = to_one("workplace", "Työpaikka|Arbetsplats|Workplace", "Whose person.", write=ADD, filter=True)
    kind: InvitedKind = protected("Laji|Slag|Kind", "Whom: it follows from what was named.", filter=True)
    name: Line = protected(
        "Nimi|Namn|Name", "Name of the person; of staff it follows from the staff member.", write=ADD
    )
    email: EmailAddress = protected(
        "Sähköposti|E-post|E-mail", "Where the link is mailed; of staff it follows from the staff member.", write=ADD
    )
    by_mail: bool = protected("Sähköpostilla|Per e-post|By mail", "Whether the link is mailed.", write=ADD)
    language: AccountLanguage = protected(
        "Kieli|Språk|Language", "In which the service speaks to the person.", write=ADD
    )
    account: object = to_one("account", "Tunnus|Konto|Account", "The account that it opens.", filter=True)
    expires_at: datetime = protected("Voimassa asti|Gäller till|Expires at", "Until when the link works, UTC.")
    accepted_at: datetime = protected("Hyväksytty|Accepterad|Accepted at", "When it was accepted, UTC.")


@content_type(
    model=models.ClientInvitation,
    workflow=workflows.client_invitation,
    plural="clientInvitations",
    titles="Asiakkaan kutsu|Inbjudan av klient|Client invitation",
    subject="{}.client_id",
    rules=("invited_client", "seen_at_invitation"),
    on_creation=("show_invitation",),
    shows_once=True,
    withheld=("links", "account_id"),
    named_by=("created_at",),
)
class ClientInvitation:
    """An invitation of a client, by the own coach, who has seen who it is; an administrator learns nothing of it."""

    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Whom.",
        write=ADD,
        required=True,
        filter=True,
        also_in=("ENDED",),
        afterwards=RIGHTS,
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The client's unit.", filter=True)
    identity_proof: Code = protected(
        "Henkilöllisyys|Identitet|Identity proof",
        "How the coach knows who it is.",
        write=ADD,
        required=True,
        vocabulary="identity_proof",
        personal=OTHERS,
    )
    by_mail: bool = protected(
        "Sähköpostilla|Per e-post|By mail", "Whether the link is mailed to the client's address.", write=ADD
    )
    language: AccountLanguage = protected(
        "Kieli|Språk|Language", "In which the service speaks to the person.", write=ADD
    )
    expires_at: datetime = protected("Voimassa asti|Gäller till|Expires at", "Until when the link works, UTC.")
    accepted_at: datetime = protected(
        "Hyväksytty|Accepterad|Accepted at", "When it was accepted, UTC.", personal=OTHERS
    )


@content_type(
    model=models.LoginEvent,
    workflow=workflows.login_event,
    plural="loginEvents",
    titles="Kirjautumistapahtuma|Inloggningshändelse|Log-in event",
    traces=("at", "account_id", "issuer", "outcome", "network"),
)
class LoginEvent:
    """A log-in or a log-out, or an attempt. The address is shortened to its network."""

    at: datetime = protected("Aika|Tid|At", "When, UTC.", filter=True, order=True)
    account: object = to_one("account", "Tunnus|Konto|Account", "Whose; none where nobody was recognised.", filter=True)
    issuer: Line = protected("Tunnistautumispalvelu|Identitetstjänst|Identity provider", "At which provider.")
    outcome: LoginOutcome = protected("Tulos|Resultat|Outcome", "What came of it.", filter=True)
    network: Line = protected("Verkko|Nät|Network", "Network of the address, /24 or /48.")
