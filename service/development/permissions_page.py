"""docs/permissions.md, generated from the workflows so that it stays correct: type × state × permission → roles."""

from resolvers.declaration import ContentType, ContentTypes
from service.settings import ROOT

PERMISSIONS_PAGE = ROOT / "docs" / "permissions.md"
_HEAD = """\
# Permissions

Written by `python3 run.py goldens` from `workflow/`; a test compares the two. A role reaches the rows that
`auth/access_paths.py` says: a coach the own caseload, a supervisor the unit, an agency its own referrals, a trainee
oneself.
Which permission a field needs stands beside it in `schema.graphql`. A token's scopes and a client's restrictions only
take away.
"""


def permissions_page(content_types: ContentTypes) -> str:
    """Return the whole page, with the types in alphabetical order."""
    return _HEAD + "".join(section(content_types[noun]) for noun in sorted(content_types))


def section(type_: ContentType) -> str:
    """Return one type: who creates it, its table of states and permissions, its transitions, its restrictions."""
    workflow = type_.kind.workflow
    permissions = sorted({p for state in workflow.states.values() for p in state.grants}, key=str)
    lines = [
        f"\n## {type_.name} · {type_.titles[0]}\n",
        f"Created by: {words(workflow.add)}. Begins as {workflow.initial}.\n",
    ]
    lines.append("| permission | " + " | ".join(workflow.states) + " |")
    lines.append("|---" * (len(workflow.states) + 1) + "|")
    lines += [
        f"| {p} | " + " | ".join(words(state.roles(p)) for state in workflow.states.values()) + " |"
        for p in permissions
    ]
    if workflow.transitions:
        lines += ["", "| transition | from | to | who | needs |", "|---|---|---|---|---|"]
    for name, step in workflow.transitions.items():
        needs = [
            *step.guards,
            *(["comment"] if step.comment else []),
            *([f"reason ({step.reason})"] if step.reason else []),
            *(["a day, if it was another one"] if step.dated else []),
        ]
        source = ", ".join(s for s in workflow.states if s in step.source)
        lines.append(f"| {name} | {source} | {step.target} | {words(step.who)} | {', '.join(needs) or '–'} |")
    for restriction in workflow.restrictions:
        taken = ", ".join(sorted(str(p) for p in restriction.permissions))
        whose = "row" if restriction.of_row else "referral" if restriction.of_referral else "client"
        lines.append(
            f"\n`{restriction.column}` of the {whose} takes {taken} from everybody but {words(restriction.exempt)}."
        )
    return "\n".join(lines) + "\n"


def words(roles: frozenset[str]) -> str:
    """Return the roles in alphabetical order, or a dash when there is none."""
    return ", ".join(sorted(roles)) or "–"
