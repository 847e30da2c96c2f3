"""
Agency, official: the authorities that refer people. Everybody knows the agencies; an agency knows its own officials.

An official's name and contacts are personal data of a third party: other agencies never see them.
"""

from workflow.kept import kept

agency = kept("agency")
official = kept(
    "official",
    view="official agency employee",
    contact="official agency employee",
)
