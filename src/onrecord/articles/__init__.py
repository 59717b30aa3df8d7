"""Parts + declarations -> article: headline, times, bylines, dateline, pictures, cards, and why each is believed.

assemble.py     the order in which the fields are settled
drafts.py       the page while its article is made, with the evidence so far
addresses.py languages.py titles.py writers.py wires.py moments.py publishers.py pictures/ cards.py kinds.py
                a field or two each: what is in the running, what is believed, and why
headlines.py wordings.py datelines/ bylines/ agencies.py times.py contributors.py notes.py doubles.py looks.py
                what those go by
"""

from .assemble import assemble

__all__ = ["assemble"]
