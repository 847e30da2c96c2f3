"""
What is written, reviewed by another person, and published: DRAFT → IN_REVIEW → PUBLISHED → SUPERSEDED | RETIRED.

What was retired comes back by another person than the one who retired it.

Published content is frozen. EDIT drafts a working copy of it, which is written and reviewed while the original stays
in force; publishing the copy supersedes the original in the same transaction. Decision 0040.
"""

from workflow.language import States, Transition, Workflow, grants, roles, state, transition


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
) -> Workflow:
    """
    Return the workflow of a kind of content that `editors` write, `reviewers` publish and `view` see when published.

    `earlier` see what was published once; `guards` must hold before review and publication, `effects` happen at
    publication; `current` is the name of the published state. What must not go missing is only superseded, never
    retired: `may_retire`.
    """
    desk = " ".join(dict.fromkeys(f"{editors} {reviewers}".split()))
    audit = f"{desk} privacy_officer"
    kept = grants(view=view, audit=audit)
    return Workflow(
        noun=noun,
        initial="DRAFT",
        add=roles(editors),
        states={
            "DRAFT": state("Luonnos|Utkast|Draft", view=desk, add=editors, modify=editors, audit=audit),
            "IN_REVIEW": state("Tarkastettavana|Under granskning|In review", view=desk, audit=audit),
            current: state("Julkaistu|Publicerad|Published", kept),
            "SUPERSEDED": state("Korvattu|Ersatt|Superseded", kept, view=earlier),
            **({"RETIRED": state("Poistettu käytöstä|Ur bruk|Retired", kept, view=earlier)} if may_retire else {}),
        },
        transitions={
            "SUBMIT": transition(
                "Lähetä tarkastettavaksi|Skicka för granskning|Submit", "DRAFT", "IN_REVIEW", editors, guards=guards
            ),  # a table
            "SEND_BACK": transition(
                "Palauta korjattavaksi|Skicka tillbaka|Send back", "IN_REVIEW", "DRAFT", reviewers, comment=True
            ),  # a table
            "PUBLISH": transition(
                "Julkaise|Publicera|Publish",
                "IN_REVIEW",
                current,
                reviewers,
                guards=f"another_reviewer {guards}",
                effects=f"swap_published {effects}",
            ),
            "EDIT": transition(
                "Muokkaa työkopiota|Redigera en kopia|Edit a working copy",
                current,
                current,
                editors,
                guards="no_open_copy",
                effects="draft_copy",
            ),  # a table
            **(_retirement(current, reviewers) if may_retire else {}),
        },
        disposable={"DRAFT": roles(editors)},
        by_service=("SUPERSEDED",),
    )


def _retirement(current: str, reviewers: str) -> dict[str, Transition]:
    return {
        "RETIRE": transition("Poista käytöstä|Ta ur bruk|Retire", current, "RETIRED", reviewers, comment=True),
        "RESTORE": transition(
            "Palauta käyttöön|Återställ|Restore", "RETIRED", current, reviewers, guards="another_reviewer", comment=True
        ),
    }


def unpublished_states(workflow: Workflow) -> States:
    """Return the states of a published kind of content in which it is written and reviewed."""
    return workflow.subset("DRAFT IN_REVIEW")


def superseded_states(workflow: Workflow) -> States:
    """Return the states of a published kind of content in which another version has taken its place."""
    return workflow.subset("SUPERSEDED")
