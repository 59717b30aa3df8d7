"""Two taggers' votes on names."""

from onrecord.encoding.agreeing import agree
from onrecord.record.encoded import NameSpan

TEXT = "Vogel said so. Vogel left. Acme paid Vogel."


def name(words: str, label: str, sure: float, after: int = 0) -> NameSpan:
    start = TEXT.index(words, after)
    return NameSpan(start, start + len(words), label, sure)


def test_what_most_votes_say_of_a_name_holds_for_it_everywhere() -> None:
    first = [name("Vogel", "PER", 0.9), name("Vogel", "LOC", 0.5, 10), name("Vogel", "PER", 0.9, 30)]
    assert [n.label for n in agree(TEXT, first, [])] == ["PER", "PER", "PER"]


def test_a_name_that_only_the_second_is_sure_of_is_added_in_its_place() -> None:
    first = [name("Vogel", "PER", 0.9), name("Vogel", "PER", 0.9, 30)]
    second = [name("Acme", "ORG", 0.8), name("left", "MISC", 0.3)]
    found = agree(TEXT, first, second)
    assert [(TEXT[n.start : n.end], n.label) for n in found] == [
        ("Vogel", "PER"),
        ("Acme", "ORG"),
        ("Vogel", "PER"),
    ]


def test_what_touches_a_name_of_the_first_is_not_added() -> None:
    first = [name("Acme paid", "ORG", 0.6)]
    assert agree(TEXT, first, [name("Acme", "ORG", 0.95)])[0][:2] == first[0][:2]
    assert len(agree(TEXT, first, [name("Acme", "ORG", 0.95)])) == 1
