"""Agency client: a system of an agency that uses the API with its own tokens. ACTIVE → REVOKED, which is final."""

from workflow.language import Workflow, grants, roles, state, transition

_SEEN = grants(view="administrator privacy_officer official agency", audit="administrator privacy_officer")

agency_client = Workflow(
    noun="agency_client",
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
            effects="rotate_secret",
        ),
        "REVOKE": transition(
            "Lopeta|Återkalla|Revoke", "ACTIVE", "REVOKED", "administrator", comment=True, effects="revoke_client"
        ),
    },
)

ACTIVE_AGENCY_CLIENT_STATES = agency_client.subset("ACTIVE")
REVOKED_AGENCY_CLIENT_STATES = agency_client.subset("REVOKED")
