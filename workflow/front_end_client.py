"""Front end: an application through which people log in at the embedded provider. ACTIVE → REVOKED, which is final."""

from workflow.language import Workflow, grants, roles, state, transition

_SEEN = grants(view="administrator privacy_officer", audit="administrator privacy_officer")

front_end_client = Workflow(
    noun="front_end_client",
    initial="ACTIVE",
    add=roles("administrator"),
    states={
        "ACTIVE": state("Käytössä|I bruk|Active", _SEEN, add="administrator", modify="administrator"),
        "REVOKED": state("Lopetettu|Återkallad|Revoked", _SEEN),
    },
    transitions={
        "ROTATE": transition(
            "Uusi salaisuus|Ny hemlighet|Rotate the secret",
            "ACTIVE",
            "ACTIVE",
            "administrator",
            guards="has_secret",
            effects="rotate_front_end_secret",
        ),
        "REVOKE": transition(
            "Lopeta|Återkalla|Revoke", "ACTIVE", "REVOKED", "administrator", comment=True, effects="revoke_front_end"
        ),
    },
)

ACTIVE_FRONT_END_STATES = front_end_client.subset("ACTIVE")
REVOKED_FRONT_END_STATES = front_end_client.subset("REVOKED")
