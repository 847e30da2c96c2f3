"""The documents behind a page of the desks, as GraphiQL opens them: by their digests, without a value."""

import json
from collections.abc import Sequence
from typing import Any

from graphql import NonNullTypeNode, OperationDefinitionNode, parse

from resolvers.catalogues import translated
from service.trusted_documents import trusted_texts

MOST = 20


def group_behind(digests: Sequence[str], language: str) -> list[dict[str, Any]]:
    """
    Return the group of examples with the trusted documents of these digests, in order; none for those of nobody.

    Their variables have the names of what must be given, and no value.
    """
    texts = [trusted_texts()[digest] for digest in digests[:MOST] if digest in trusted_texts()]
    if not texts:
        return []
    title = translated("The query behind the page", language)
    return [{"role": "page", "title": title, "isOwn": True, "examples": [_panel_fields(text) for text in texts]}]


def _panel_fields(text: str) -> dict[str, str]:
    """Return the fields of one document for the panel and the editors."""
    operations = [node for node in parse(text).definitions if isinstance(node, OperationDefinitionNode)]
    required = [
        variable.variable.name.value
        for operation in operations
        for variable in operation.variable_definitions or ()
        if isinstance(variable.type, NonNullTypeNode) and variable.default_value is None
    ]
    name = next((operation.name.value for operation in operations if operation.name), "")
    variables = json.dumps(dict.fromkeys(required), indent=2)
    return {"title": name, "description": "", "variables": variables, "document": text}
