"""The rights of a viewer: what shapes the rules of access and the compiled plans, and nothing of the person."""

from functools import lru_cache

from auth.held_roles import unit_groups
from auth.viewer import Viewer


class Rights:
    """
    The part of a viewer that shapes a rule; viewers with equal rights share rules and compiled plans.

    Whether a group has one unit is part of it: `=` keeps the order of an index, and `= ANY` does not. So is which rows
    of its own a viewer has, because only those lead further. `viewer` is one of those who have these rights.
    """

    def __init__(self, viewer: Viewer) -> None:
        groups = unit_groups(viewer)
        order = list(dict.fromkeys(groups.values()))
        units = tuple((role, order.index(units), len(units) == 1) for role, units in groups.items())
        is_session = viewer.session is not None
        own = tuple(row is not None for row in (viewer.staff, viewer.client, viewer.agency, viewer.workplace))
        self.viewer = viewer
        self.key = (viewer.everywhere, units, viewer.scopes, viewer.may_enter, viewer.kind, is_session, own)
        self._hash = hash(self.key)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Rights) and self.key == other.key)


def rights(viewer: Viewer) -> Rights:
    """Return the rights of a viewer; equal rights are mostly the same object, which is compared quickly."""
    return viewer.once(_rights)


def _rights(viewer: Viewer) -> Rights:
    return _first_of_equal(Rights(viewer))


@lru_cache(4096)
def _first_of_equal(found: Rights) -> Rights:
    return found
