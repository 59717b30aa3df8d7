"""Now, recently, the near future: times that no calendar knows."""

from onrecord.times.expressions import DATE, FUTURE, PAST, PRESENT, Expression, Rule, Worth


def vague(found: Expression) -> Worth:
    """Now; recently; the near future."""
    value = found.word("V")
    if value == "SOON":
        return (DATE, FUTURE) if found.ahead(0.5) else None  # "soon became" tells of the past
    if value == PRESENT and found.after() == "," and found.start in found.setting.words.capitals:
        return None  # "Now, she said, ..." turns to another point
    return DATE, value


def vague_relative(found: Expression) -> Worth:
    """The past; the future; current; recent."""
    relative = found.meanings("R")[-1]
    told = "t" in found.letters
    if relative == "current":
        return DATE, PRESENT
    if relative == "recent":
        return None if told or found.before() == "i" else (DATE, PAST)
    if told and found.after() not in tuple("dB"):
        return (DATE, PAST) if relative == "past" else (DATE, FUTURE) if relative == "future" else None
    return None


VAGUE = Rule("vague", "V", vague)
VAGUE_RELATIVE = Rule("vague relative", "tR?R(?![RDINYfiULOE])|R(?![RDINYfiULOtWMSE-])", vague_relative)
