"""Lines to the reader in flat text that only their neighbours or their form tell."""

from onrecord.record import Role

from .test_flat_items import named

SERVICE, FURNITURE = Role.READER_SERVICE, Role.FURNITURE


def test_what_a_newsletter_brings_stands_under_the_call_for_it() -> None:
    found = named(
        [], ["Sign up for The Morning Tide newsletter", "Our daily email tells you when the boats leave"]
    )
    assert found == [SERVICE, SERVICE]


def test_what_who_signs_up_agrees_to_is_said_to_the_reader() -> None:
    found = named([], ["By signing up, you agree to our terms and to what our partners want to know."])
    assert found == [SERVICE]


def test_a_heading_over_links_asks_for_nothing() -> None:
    assert named(["Explore more on these topics", "Harbours"]) == [FURNITURE, FURNITURE]
    assert named(["Skip past newsletter promotion"]) == [FURNITURE]
