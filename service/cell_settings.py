"""The settings of cells: a part of `Settings`, which is as long as a module may be."""

from pydantic import Field
from pydantic_settings import BaseSettings


class CellSettings(BaseSettings):
    """Which of several installations on this machine a process belongs to."""

    cell: str = Field(
        "",
        description="The cell of `cells_file` that this process belongs to; what stands there of it counts before "
        "variables (docs/operations.md, Cells). Empty: there are no cells.",
    )
    cells_file: str = Field("", description="TOML file that names every cell.")
