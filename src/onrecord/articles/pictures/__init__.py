"""The story's pictures: each with its caption and its credit, repeats folded into one.

gathering.py   pictures from figures, from captions alone and from images without words
    found.py images.py films.py   one of them as it comes together, which images it may be, what is a film's
    folding.py                    repeats made one
captions.py    a caption's words and its credit parted; marked.py: credits that the mark-up tells
"""

from .captions import clean_credit, split_caption
from .gathering import Known, find_pictures
from .images import image_key

__all__ = ["Known", "clean_credit", "find_pictures", "image_key", "split_caption"]
