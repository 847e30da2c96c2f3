"""Monthly figure: FROZEN. How many people of a unit, counted once after the month is over; it never changes again."""

from workflow.language import Workflow, grants, state

_COUNTS = grants(view="manager finance", audit="manager finance")

monthly_figure = Workflow(
    noun="monthly_figure", initial="FROZEN", states={"FROZEN": state("Lopullinen|Slutlig|Frozen", _COUNTS)}
)

# What is counted in a month, each person once: those who began or ended in a unit, or whose programme began there.
FIGURE_KINDS = (
    "STARTED",
    "STARTED_BY_AGENCY",
    "STARTED_BY_MUNICIPALITY",
    "SERVICE_BEGUN",
    "SERVICE_BEGUN_BY_TYPE",
    "ENDED",
    "ENDED_BY_REASON",
    "ENDED_BY_SITUATION",
)
