"""A cache of compiled plans that drops the least recently used one when it is full."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from resolvers.reading.plan import Plan


class PlanCache:
    """
    Plans by document, operation, rights and shapes of the variables. `compiled` counts compilations, for the tests.

    A key holds rights and never a person: the values of a caller are bound when a plan runs.
    """

    def __init__(self, size: int = 2_000) -> None:
        self.size, self.compiled = size, 0
        self._plans: OrderedDict[Hashable, Plan] = OrderedDict()

    def get(self, key: Hashable, compile_now: Callable[[], Plan]) -> Plan:
        """Return the plan of a key; `compile_now` is called when there is none yet."""
        if key in self._plans:
            self._plans.move_to_end(key)
            return self._plans[key]
        plan = compile_now()
        self.compiled += 1
        self._plans[key] = plan
        if len(self._plans) > self.size:
            self._plans.popitem(last=False)
        return plan
