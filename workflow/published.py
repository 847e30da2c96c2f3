"""
Content that is written, reviewed by another person and published: DRAFT → IN_REVIEW → PUBLISHED → SUPERSEDED | RETIRED.

Two people retire what is in use: one asks for it, another does it. Either brings it back alone, because undoing must
not be harder than doing. A version that begins on a day to come is SCHEDULED until then.

Published content cannot be changed. EDIT creates a working copy, which is written and reviewed while the original stays
in force; publishing the copy supersedes the original in the same transaction. Decision 0040.
"""

from workflow.language import Grants, State, States, Transition, Workflow, grants, roles, state, transition

SCHEDULED = "SCHEDULED"  # published, and to come into force on its day


def published_workflow(
    noun: str,
    *,
    view: str = "member",
    earlier: str = "member",
    editors: str = "administrator",
    reviewers: str = "administrator manager",
    current: str = "PUBLISHED",
    guards: str = "",
    effects: str = "",
    may_retire: bool = True,
    begins: bool = False,
) -> Workflow:
    """
    Return the workflow of content that `editors` write, `reviewers` publish, and `view` see once it is published.

    `earlier` see superseded and retired content. `guards` must hold before review and publication, `effects` run at
    publication, and `current` is the name of the published state. Content that must always exist is never retired, only
    superseded: `may_retire`. With `begins`, a version of a day to come is SCHEDULED when it is published.
    """
    staff = " ".join(dict.fromkeys(f"{editors} {reviewers}".split()))
    published = grants(view=view, audit=(audit := f"{staff} privacy_officer"))
    further = _further_states(staff, audit, published, earlier, begins=begins, may_retire=may_retire)
    return Workflow(
        noun=noun,
        initial="DRAFT",
        add=roles(editors),
        states={
            **_written_states(staff, editors, audit),
            current: state("Julkaistu|Publicerad|Published", published),
            "SUPERSEDED": state("Korvattu|Ersatt|Superseded", published, view=earlier),
            **further,
        },
        transitions=_review(editors, reviewers, guards, begins=begins)
        | (_publication(current, editors, reviewers, guards, effects))
        | (_retirement(current, reviewers) if may_retire else {}),
        disposable={"DRAFT": roles(editors)},
        by_service=("SUPERSEDED", *((SCHEDULED,) if begins else ())),
        closed_to_new=("DRAFT", "IN_REVIEW", "SUPERSEDED", *further),
    )


def _written_states(staff: str, editors: str, audit: str) -> dict[str, State]:
    return {
        "DRAFT": state("Luonnos|Utkast|Draft", view=staff, add=editors, modify=editors, audit=audit),
        "IN_REVIEW": state("Tarkastettavana|Under granskning|In review", view=staff, audit=audit),
    }


def _further_states(
    staff: str, audit: str, published: Grants, earlier: str, *, begins: bool, may_retire: bool
) -> dict[str, State]:
    scheduled = state("Tulee voimaan|Träder i kraft|To come into force", view=staff, audit=audit)
    retired = state("Poistettu käytöstä|Ur bruk|Retired", published, view=earlier)
    return {**({SCHEDULED: scheduled} if begins else {}), **({"RETIRED": retired} if may_retire else {})}


def _review(editors: str, reviewers: str, guards: str, *, begins: bool) -> dict[str, Transition]:
    pending = f"IN_REVIEW {SCHEDULED}" if begins else "IN_REVIEW"
    return {
        "SUBMIT": transition(
            "Lähetä tarkastettavaksi|Skicka för granskning|Submit", "DRAFT", "IN_REVIEW", editors, guards=guards
        ),
        "SEND_BACK": transition(
            "Palauta korjattavaksi|Skicka tillbaka|Send back", pending, "DRAFT", reviewers, comment=True
        ),
    }


def _publication(current: str, editors: str, reviewers: str, guards: str, effects: str) -> dict[str, Transition]:
    return {
        "PUBLISH": transition(
            "Julkaise|Publicera|Publish",
            "IN_REVIEW",
            current,
            reviewers,
            guards=f"another_reviewer {guards}",
            effects=f"swap_published {effects}",
            awaited=True,
        ),
        "EDIT": transition(
            "Muokkaa työkopiota|Redigera en kopia|Edit a working copy",
            current,
            current,
            editors,
            guards="no_open_copy",
            effects="draft_copy",
        ),
    }


def _retirement(current: str, reviewers: str) -> dict[str, Transition]:
    return {
        "ASK_RETIREMENT": transition(
            "Ehdota käytöstä poistamista|Föreslå att tas ur bruk|Ask for retirement",
            current,
            current,
            reviewers,
            comment=True,
        ),
        "RETIRE": transition(
            "Poista käytöstä|Ta ur bruk|Retire",
            current,
            "RETIRED",
            reviewers,
            guards="asked_by_another",
            comment=True,
        ),
        "RESTORE": transition("Palauta käyttöön|Återställ|Restore", "RETIRED", current, reviewers, comment=True),
    }


def unpublished_states(workflow: Workflow) -> States:
    """Return the states in which published content is written and reviewed."""
    return workflow.subset("DRAFT IN_REVIEW")


def superseded_states(workflow: Workflow) -> States:
    """Return the states of a published kind of content in which another version has taken its place."""
    return workflow.subset("SUPERSEDED")


def is_published(workflow: Workflow) -> bool:
    """Return whether a workflow is one of content that is reviewed and published."""
    return "PUBLISH" in workflow.transitions


def scheduled_states(workflow: Workflow) -> States:
    """Return the states in which a published version waits for the day on which it begins; none where none does."""
    return States(name for name in workflow.states if name == SCHEDULED)


def state_in_force(workflow: Workflow) -> str:
    """Return the state of content that is in use: the published one, or the first where nothing is reviewed."""
    return workflow.transitions["PUBLISH"].target if is_published(workflow) else workflow.initial


def reserving_states(workflow: Workflow) -> States:
    """Return the states in which content holds its code or number: neither still being written nor superseded."""
    if not is_published(workflow):
        return workflow.subset(" ".join(workflow.states))
    passing = {*unpublished_states(workflow), *superseded_states(workflow), *scheduled_states(workflow)}
    return workflow.subset(" ".join(name for name in workflow.states if name not in passing))
