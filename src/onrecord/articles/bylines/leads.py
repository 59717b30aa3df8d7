"""How a byline begins: `By`, `Von`, `Text:`, `Autorin`."""

import re

from ...languages import bylines as words

LEAD = re.compile(words.LEADS, re.I)
LEAD_SHORT = re.compile(words.SHORT_LEADS, re.I)
WRITERS = re.compile(words.WRITERS, re.I)
WRITTEN_BY = re.compile(words.WRITTEN_BY, re.I)
