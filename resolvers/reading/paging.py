"""The order of a list, and the size of its pages."""

from dataclasses import dataclass

from auth.disclosure import Surface
from auth.policy import access_rule
from resolvers.declaration import ContentType
from resolvers.reading.arguments import Argument, Variable
from resolvers.reading.compilation import Compilation
from resolvers.reading.parameters import Call, Getter, quoted
from resolvers.refusals import BadArgument
from workflow.vocabulary import VIEW

DEFAULT_PAGE_SIZE = 25


@dataclass(frozen=True)
class ListOrder:
    """The order of a list: its name, its columns with their SQL types (the id is the last), and its direction."""

    name: str
    columns: tuple[tuple[str, str], ...]
    descending: bool

    def by(self, alias: str, *, reverse: bool = False) -> str:
        """Return the ORDER BY columns for rows with this alias."""
        down = " DESC" if self.descending is not reverse else ""
        return ", ".join(f"{alias}.{quoted(c)}{down}" for c, _ in self.columns)


def list_order(compilation: Compilation, type_: ContentType, argument: Argument) -> ListOrder:
    """
    Return the order of a list.

    It is the order of the argument; without one, the type's default order if the viewer may read that field on every
    visible row; otherwise the order of creation.

    :raises UnknownName: when the argument sorts by a field that this viewer may never read
    """
    name = argument.shape[1] if isinstance(argument, Variable) else None
    if name is None:
        default = type_.fields.get(type_.default_order)
        view = access_rule(compilation.viewer, type_.kind, VIEW)
        rule = access_rule(compilation.viewer, type_.kind, default.read) if default else None
        name = default.name.upper() if default and rule and rule.grants and view.implies(rule) else "CREATED"
    base = name.removesuffix("_DESC")
    if base == "CREATED":
        return ListOrder(name, (("id", "uuid"),), name != base)
    field = type_.fields[base.lower()]
    if not access_rule(compilation.viewer, type_.kind, field.read).grants:
        raise compilation.refuse_name(type_, field.key, f"Value '{name}' does not exist in '{type_.name}Order' enum.")
    if argument is not None:
        compilation.note_look(type_, field.key, Surface.ORDER)
    column, sql = field.order_column or field.column, "text" if field.order_column else field.value.sql
    return ListOrder(name, ((column, sql), ("id", "uuid")), name != base)


def page_size(arguments: dict[str, Argument], name: str, *, root: bool) -> Getter:
    """
    Return a getter of the page size of a list.

    :raises BadArgument: when the plan runs with a size below 0 or above the cap in the settings
    """
    argument = arguments.get(name)

    def get(call: Call) -> int:
        cap = call.page_caps[0 if root else 1]
        size = argument.get(call.variables) if isinstance(argument, Variable) else min(DEFAULT_PAGE_SIZE, cap)
        if not 0 <= size <= cap:
            raise BadArgument(f"'{name}' is from 0 to {cap} here.", path=(name,), most=str(cap))
        return int(size)

    return get
