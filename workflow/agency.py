"""
Agency and official: the authorities that refer people. Everybody sees the agencies; an agency sees its own officials.

The name and contact data of an official are personal data of a third party: other agencies never see them.
"""

from workflow.reference_data import reference_data_workflow

agency = reference_data_workflow("agency")
official = reference_data_workflow(
    "official",
    view="official agency employee",
    contact="official agency employee",
)
