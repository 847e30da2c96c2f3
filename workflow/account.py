"""
Who may log in: accounts, the roles granted to them, the invitations that open them, and the record of log-ins.

An administrator keeps the accounts of staff and invites outsiders; the keeper of an agency or a workplace invites the
own people; a coach invites the own client and the client's guardians, makes links for a new password, and ends and
reopens the client's access, and nobody but the coach and the supervisor learns whose it is. The person of an account
holds the role `author` towards it, its grants and its log-ins, and chooses its language. Where an account has a role
that two people grant, two people let its holder in again.
"""

from dataclasses import replace

from workflow.language import Grants, Workflow, grants, roles, state, transition
from workflow.roles import AccountKind

_KEPT = "administrator keeper"
_CONFIRM = "administrator privacy_officer"
_OWN_CLIENT = "coach supervisor"
_ACCOUNT_SEEN = grants(view="administrator privacy_officer keeper author", audit="administrator privacy_officer keeper")
_GRANT_SEEN = grants(view="administrator privacy_officer manager author", audit="administrator privacy_officer")
_INVITATION_SEEN = grants(view="administrator privacy_officer keeper", audit="administrator privacy_officer keeper")
_CLIENT_INVITATION_SEEN = grants(view=_OWN_CLIENT, audit=f"{_OWN_CLIENT} privacy_officer")

MONTHS_OF_OUTSIDERS = 12  # after which the access of an agency's or a workplace's person ends unless it is renewed
SECOND_PEOPLE = roles(_CONFIRM)  # of whom two let the holder of a role that two people grant in again
OUTSIDE_KINDS = (AccountKind.OFFICIAL, AccountKind.WORKPLACE)

account = Workflow(
    noun="account",
    initial="INVITED",
    states={
        "INVITED": state(
            "Kutsuttu|Inbjuden|Invited", _ACCOUNT_SEEN, modify="administrator", modify_contact="administrator"
        ),
        "ACTIVE": state(
            "Käytössä|I bruk|Active", _ACCOUNT_SEEN, modify="administrator", modify_contact="administrator author"
        ),
        "DISABLED": state("Suljettu|Stängt|Disabled", _ACCOUNT_SEEN),
    },
    transitions={
        "DISABLE": transition(
            "Sulje|Stäng|Disable",
            "ACTIVE",
            "DISABLED",
            _KEPT,
            comment=True,
            guards="not_own_account another_holder_remains",
            effects="close_account",
        ),
        "ENABLE": transition(
            "Avaa uudelleen|Öppna igen|Enable",
            "DISABLED",
            "ACTIVE",
            "administrator",
            comment=True,
            guards="not_closed_by_coach",
            effects="open_account",
        ),
        "RENEW": transition(
            "Jatka vuodella|Förläng med ett år|Renew for a year",
            "ACTIVE",
            "=",
            _KEPT,
            guards="is_outsider",
            effects="renew_access",
        ),
        "SEND_PASSWORD_LINK": transition(
            "Lähetä salasanalinkki|Skicka lösenordslänk|Send a password link",
            "ACTIVE",
            "=",
            "administrator",
            guards="not_of_client not_held_by_two has_password_here",
            effects="show_password_link",
        ),
        "RESET_SECOND_FACTOR": transition(
            "Nollaa toinen tunniste|Nollställ den andra faktorn|Reset the second factor",
            "ACTIVE",
            "=",
            "administrator",
            comment=True,
            guards="not_of_client not_held_by_two has_password_here",
            effects="forget_second_factor",
        ),
        "ASK_RECOVERY": transition(
            "Pyydä pääsyn palautusta|Begär återställning|Ask for recovery",
            "ACTIVE",
            "=",
            _CONFIRM,
            comment=True,
            guards="held_by_two may_recover has_password_here",
            effects="ask_recovery",
        ),
        "CONFIRM_RECOVERY": transition(
            "Vahvista palautus|Bekräfta återställning|Confirm recovery",
            "ACTIVE",
            "=",
            _CONFIRM,
            guards="recovery_asked another_confirms may_recover has_password_here",
            effects="recover_access",
        ),
        "DECLINE_RECOVERY": transition(
            "Hylkää palautus|Avslå återställning|Decline recovery",
            "ACTIVE",
            "=",
            _CONFIRM,
            comment=True,
            guards="recovery_asked",
            effects="decline_recovery",
        ),
    },
    by_service=("ACTIVE",),
    closed_to_new=("DISABLED",),
)

role_grant = Workflow(
    noun="role_grant",
    initial="PROPOSED",
    add=roles("administrator"),
    states={
        "PROPOSED": state(
            "Odottaa toista|Väntar på en annan|Waits for another",
            _GRANT_SEEN,
            add="administrator",
            modify="administrator",
        ),
        "IN_FORCE": state("Voimassa|I kraft|In force", _GRANT_SEEN, modify="administrator"),
        "ENDED": state("Päättynyt|Upphört|Ended", _GRANT_SEEN),
        "DECLINED": state("Hylätty|Avslagen|Declined", _GRANT_SEEN),
    },
    transitions={
        "APPROVE": transition(
            "Hyväksy|Godkänn|Approve",
            "PROPOSED",
            "IN_FORCE",
            "administrator",
            guards="another_administrator account_in_use",
            effects="renew_rights",
            awaited=True,
        ),
        "DECLINE": transition("Hylkää|Avslå|Decline", "PROPOSED", "DECLINED", "administrator", comment=True),
        "END": transition(
            "Päätä|Avsluta|End",
            "IN_FORCE",
            "ENDED",
            "administrator",
            comment=True,
            guards="another_holder_of_role_remains",
            effects="end_grant renew_rights",
        ),
    },
)


def _invitation(noun: str, seen: Grants, who: str, guards: str = "") -> Workflow:
    """Return the workflow of invitations that `who` makes: accepted once, in time, unless it is withdrawn."""
    return Workflow(
        noun=noun,
        initial="OPEN",
        add=roles(who),
        states={
            "OPEN": state("Avoin|Öppen|Open", seen, add=who),
            "ACCEPTED": state("Hyväksytty|Accepterad|Accepted", seen),
            "WITHDRAWN": state("Peruttu|Återtagen|Withdrawn", seen),
            "EXPIRED": state("Vanhentunut|Utgången|Expired", seen),
        },
        transitions={
            "RENEW": transition(
                "Uusi linkki|Ny länk|New link",
                "OPEN EXPIRED",
                "OPEN",
                who,
                guards=guards,
                effects="renew_invitation",
            ),
            "WITHDRAW": transition("Peru|Återta|Withdraw", "OPEN EXPIRED", "WITHDRAWN", who),
        },
        by_service=("ACCEPTED", "EXPIRED"),
    )


invitation = _invitation("invitation", _INVITATION_SEEN, _KEPT, "invitation_by_one")
_of_client = _invitation("client_invitation", _CLIENT_INVITATION_SEEN, _OWN_CLIENT)
_PROOF = "identity_proof"  # the vocabulary of how a coach knows who it is: as at the invitation
client_invitation = replace(
    _of_client,
    states={
        **_of_client.states,
        "CLOSED": state("Pääsy suljettu|Åtkomst stängd|Access closed", _CLIENT_INVITATION_SEEN),
    },
    transitions={
        **_of_client.transitions,
        "SHOW_PASSWORD_LINK": transition(
            "Näytä salasanalinkki|Visa lösenordslänk|Show a password link",
            "ACCEPTED",
            "=",
            _OWN_CLIENT,
            reason=_PROOF,
            guards="proof_was_seen client_has_password_here",
            effects="note_identity_proof show_client_password_link",
        ),
        "MAIL_PASSWORD_LINK": transition(
            "Lähetä salasanalinkki sähköpostilla|Skicka lösenordslänk per e-post|Mail a password link",
            "ACCEPTED",
            "=",
            _OWN_CLIENT,
            reason=_PROOF,
            guards="proof_was_seen client_has_password_here client_has_address",
            effects="note_identity_proof mail_client_password_link",
        ),
        "END_ACCESS": transition(
            "Sulje pääsy|Stäng åtkomsten|End access",
            "ACCEPTED",
            "CLOSED",
            _OWN_CLIENT,
            comment=True,
            effects="end_client_access",
        ),
        "REOPEN_ACCESS": transition(
            "Avaa pääsy uudelleen|Öppna åtkomsten igen|Reopen access",
            "CLOSED",
            "ACCEPTED",
            _OWN_CLIENT,
            comment=True,
            effects="reopen_client_access",
        ),
    },
)

guardian_invitation = _invitation("guardian_invitation", _CLIENT_INVITATION_SEEN, _OWN_CLIENT)

login_event = Workflow(
    noun="login_event",
    initial="RECORDED",
    states={
        "RECORDED": state(
            "Kirjattu|Antecknad|Recorded", view="author administrator privacy_officer", audit="privacy_officer"
        )
    },
)

INVITED_ACCOUNT_STATES = account.subset("INVITED")
ACTIVE_ACCOUNT_STATES = account.subset("ACTIVE")
DISABLED_ACCOUNT_STATES = account.subset("DISABLED")
GRANT_IN_FORCE_STATES = role_grant.subset("IN_FORCE")
PROPOSED_GRANT_STATES = role_grant.subset("PROPOSED")
CURRENT_GRANT_STATES = role_grant.subset("PROPOSED IN_FORCE")
OPEN_INVITATION_STATES = invitation.subset("OPEN")
EXPIRED_INVITATION_STATES = invitation.subset("EXPIRED")
RENEWABLE_INVITATION_STATES = invitation.subset("OPEN EXPIRED")
ACCEPTED_INVITATION_STATES = invitation.subset("ACCEPTED")
ACCEPTED_CLIENT_INVITATION_STATES = client_invitation.subset("ACCEPTED CLOSED")
ACCEPTED_GUARDIAN_INVITATION_STATES = guardian_invitation.subset("ACCEPTED")
CLOSED_ACCESS_STATES = client_invitation.subset("CLOSED")
RECORDED_EVENT_STATES = login_event.subset("RECORDED")
