"""The named fields of a download from a newspaper database (Nexis, Factiva): `HD`, `Byline:`, `Body`, ...

Such a text says itself what its parts are. A block of a field has the tag `field-NAME` with our name for it, and
its span leaves the field's label out; a line that is a label alone has the tag `label`.
"""

import re
from collections.abc import Sequence

_FACTIVA_LINE = re.compile(
    r"[ \t]*(SE|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|ART|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)(?:[ \t]+|$)"
)
_FACTIVA = {
    "SE": "section",
    "HD": "headline",
    "BY": "byline",
    "CR": "credit",
    "PD": "day",
    "ET": "time",
    "SN": "source",
    "LA": "language",
    "CY": "copyright",
    "LP": "body",
    "TD": "body",
    "ART": "caption",
}
_NEXIS_LINE = re.compile(
    r"[ \t]*(Byline|Length|Section|Dateline|Highlight|Body|Graphic|Classification|Language|Publication-Type|Subject|Industry|Company"
    r"|Organization|Person|Geographic|City|Country|State|Load-Date|Journal Code|Correction|Notes|End of Document|Series|Series Title"
    r"|Correction-Date|Copyright|Page \d+ of \d+)(?::[ \t]*|[ \t]+(?=©|\(c\)|\d{4})|[ \t]*$)",
    re.I,
)
_NEXIS = {
    "byline": "byline",
    "section": "section",
    "highlight": "deck",
    "body": "body",
    "graphic": "caption",
    "language": "language",
    "copyright": "copyright",
    "correction": "correction",
}


def fields_of(source: str, lines: Sequence[tuple[int, int]]) -> "Fields | None":
    """The reader of a database's fields for a text that has them; None for any other text."""
    codes = {m.group(1) for a, b in lines if (m := _FACTIVA_LINE.match(source, a, b))}
    if len(codes) >= 6 and {"HD", "SN"} <= codes and codes & {"LP", "TD"}:
        return Fields(_FACTIVA_LINE, _FACTIVA, "", ())
    labels = {m.group(1).lower() for a, b in lines if (m := _NEXIS_LINE.match(source, a, b))}
    if (
        "body" in labels
        and len(labels & {"length", "load-date", "end of document", "byline", "section"}) >= 2
    ):
        return Fields(_NEXIS_LINE, _NEXIS, "other", ("headline", "source", "day", "copyright"))
    return None


class Fields:
    """Goes through a text's lines in order and names each by the field it stands in."""

    def __init__(
        self, pattern: re.Pattern[str], names: dict[str, str], at_first: str, unlabelled: Sequence[str]
    ) -> None:
        self._pattern = pattern
        self._names = names
        self._field = at_first
        self._unlabelled = list(unlabelled)
        """The fields that stand at the head without a label, in their order."""

    def name(self, source: str, start: int, end: int) -> tuple[str, int] | None:
        """The tag of a line and where it begins without its label; None for a line that no field holds."""
        found = self._pattern.match(source, start, end)
        if found:
            label = found.group(1)
            self._field = self._names.get(label, self._names.get(label.lower(), "other"))
            if not label.lower().startswith("page "):
                self._unlabelled = [f for f in self._unlabelled if f == self._field == "copyright"]
            if found.end() < end and source[found.end() : end].strip():
                if self._field == "copyright":
                    return "field-copyright", start
                return f"field-{self._field}", found.end()
            return "label", start
        if self._unlabelled:
            return f"field-{self._unlabelled.pop(0)}", start
        return (f"field-{self._field}", start) if self._field else None
