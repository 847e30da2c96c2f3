"""Setting: the choices of the organisation about how its service works; one row, which is changed and never deleted."""

from workflow.language import Workflow, grants, roles, state

setting = Workflow(
    noun="setting",
    initial="IN_FORCE",
    add=roles("administrator"),
    states={
        "IN_FORCE": state(
            "Voimassa|I kraft|In force",
            grants(view="employee", modify="administrator", audit="administrator privacy_officer"),
        ),
    },
)
