"""Checkpoint of the logs: signed once and never changed. The privacy officer takes copies and stores them elsewhere."""

from workflow.language import Workflow, state

log_checkpoint = Workflow(
    noun="log_checkpoint",
    initial="SIGNED",
    states={
        "SIGNED": state("Allekirjoitettu|Undertecknad|Signed", view="privacy_officer", audit="privacy_officer"),
    },
)
