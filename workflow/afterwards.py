"""What begins under something that has ended already: each exception by its name, with the rule that wants it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Afterwards:
    """A rule by which something new may refer to an object that has ended, and its source."""

    name: str
    source: str


CORRECTION = Afterwards("a locked day is corrected by another one", "rule R12; GDPR article 16")
DOCUMENTATION = Afterwards("the end of the coaching is documented after it", "act 703/2023, the duty to document")
RIGHTS = Afterwards("a person has rights as long as data is stored", "GDPR articles 12 to 22")
TELLING = Afterwards("whom a breach or a correction concerns is told", "GDPR articles 19 and 34")
RETENTION = Afterwards("what has ended is stored and erased by rules", "privacy notice, how long data is kept")
MERGING = Afterwards("one person is one client, also after the coaching", "GDPR article 5(1)(d), accuracy")
RETURNING = Afterwards("who was coached before is referred again", "product.md, Relationship: re-entry opens a new one")
LOOKING = Afterwards("stored data may have to be looked at", "decision on exceptional access; each look is reviewed")
