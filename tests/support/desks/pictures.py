"""Pictures of screens for the documents: few colours make a file of a third of the size, and nobody sees it."""

from pathlib import Path

from PIL import Image

COLOURS = 64
TALLEST = 1_500  # pixels; what is below looks as what is above


def make_small(path: Path) -> None:
    """Write a picture of a screen anew in few colours, and no taller than it is worth."""
    with Image.open(path) as picture:
        seen = picture.convert("RGB").crop((0, 0, picture.width, min(picture.height, TALLEST)))
    seen.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
