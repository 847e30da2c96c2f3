"""The words of a vocabulary as somebody who fills in a form may choose them."""

from dataclasses import dataclass

from auth.policy import access_rule, predicate_sql
from resolvers.declaration import ContentType
from resolvers.reading.parameters import Call, StatementParameters
from resolvers.reading.plan import Reads
from workflow.term import KNOWN_TERM_STATES, USABLE_TERM_STATES
from workflow.titles import Titles
from workflow.vocabulary import VIEW


@dataclass(frozen=True)
class Word:
    """A word of a vocabulary: its code, its titles, and whether it may be chosen today."""

    token: str
    titles: Titles
    may_be_chosen: bool


async def words_of(pool: Reads, call: Call, term: ContentType, vocabulary: str) -> list[Word]:
    """
    Return the words of a vocabulary that the caller may see, in its order; each code once, as it is or was last in use.

    A term is about nobody, so that no look is logged.
    """
    bind = StatementParameters()
    visible = predicate_sql(term.kind, access_rule(call.viewer, term.kind, VIEW), "t", bind.viewer)
    wanted = bind(("vocabulary",), lambda _: vocabulary, "text")
    today = bind(("today",), lambda one: one.today, "date")
    has_begun = f"coalesce(t.starts_on <= {today}, TRUE) AND coalesce(t.ends_before > {today}, TRUE)"
    usable = f"{USABLE_TERM_STATES.sql('t.state')} AND {has_begun}"
    sql = f"""
        SELECT token, title_fi, title_sv, title_en, is_usable FROM (
          SELECT DISTINCT ON (t.token) t.*, {usable} AS is_usable FROM {term.kind.table} t
          WHERE t.vocabulary = {wanted} AND {KNOWN_TERM_STATES.sql("t.state")} AND {visible}
          ORDER BY t.token, {usable} DESC, t.created_at DESC
        ) w ORDER BY w.position, w.token
    """
    rows = await pool.fetch(sql, *(get(call) for get in bind.getters))
    return [Word(r["token"], (r["title_fi"], r["title_sv"], r["title_en"]), r["is_usable"]) for r in rows]
