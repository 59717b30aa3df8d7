"""Cards are made of the blocks of one item: headline, teaser, source, age and address."""

from onrecord.articles.cards import find_cards
from onrecord.blocks.html import split_html
from onrecord.record import Card, Part, Role


def _cards(html: str) -> list[Card]:
    layout = split_html(f"<html><body>{html}</body></html>")
    parts = [Part(block, Role.RELATED, 0.7, "made for a test") for block in layout.blocks]
    return list(find_cards(parts, layout, Role.RELATED))


def test_each_line_goes_to_the_headline_that_it_shares_its_box_with() -> None:
    cards = _cards(
        '<ul><li><div>Coast</div><h3><a href="/1">Ferry adds a night boat</a></h3><p>It sails at two every night.</p>'
        '<div>3 days ago</div></li><li><div>Towns</div><h3><a href="/2">Market opens before dawn</a></h3></li></ul>'
    )
    assert [(c.headline, c.url, c.teaser, c.age) for c in cards] == [
        ("Ferry adds a night boat", "/1", "It sails at two every night.", "3 days ago"),
        ("Market opens before dawn", "/2", None, None),
    ]


def test_of_a_kicker_and_a_headline_with_one_link_the_longer_is_the_headline() -> None:
    (card,) = _cards(
        '<div><div><a href="/1">Trouble at the port</a></div>'
        '<div><a href="/1">How the dockers of Osthaven got their way after all</a></div></div>'
    )
    assert card.headline == "How the dockers of Osthaven got their way after all"


def test_what_a_card_says_twice_is_a_button() -> None:
    button = "<button>Add to your saved stories</button>"
    (card,) = _cards(
        f'<div><h3><a href="/1">Ferry adds a night boat</a></h3>{button}<p>It sails.</p>{button}</div>'
    )
    assert (card.headline, card.teaser) == ("Ferry adds a night boat", None)


def test_links_that_run_together_in_one_block_are_a_card_each() -> None:
    cards = _cards(
        '<div><a href="/1">Ferry adds a night boat</a> <a href="/2">Market opens before dawn</a></div>'
    )
    assert [(c.headline, c.url) for c in cards] == [
        ("Ferry adds a night boat", "/1"),
        ("Market opens before dawn", "/2"),
    ]


def test_links_with_their_sources_between_them_are_a_card_each() -> None:
    cards = _cards(
        '<div><a href="/1">Ferry adds a night boat</a> <span>Harbour Post</span>'
        '<a href="/2">Market opens before dawn</a> <span>Town Talk</span></div>'
    )
    assert [(c.headline, c.url, c.source) for c in cards] == [
        ("Ferry adds a night boat", "/1", "Harbour Post"),
        ("Market opens before dawn", "/2", "Town Talk"),
    ]


def test_names_days_and_links_to_lists_make_no_card() -> None:
    assert not _cards(
        '<div><p class="author"><a href="/x">Mara Quill and Lena Brandt</a></p></div>'
        '<div><a href="/y">Mara Quill, Lena Brandt 16.07.2031 3 min</a></div>'
        '<div><a href="/tag/port">The port of Osthaven</a></div><div><a href="/z">More from Mara Quill</a></div>'
    )
