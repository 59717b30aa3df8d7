"""Items of related and of sponsored boxes are told from menus, lists of the latest and what stands beside them."""

import pytest

from onrecord.blocks.html import split_html
from onrecord.record import Declared, Part, Role
from onrecord.roles.thin import assign_thin_roles

STORY = [
    "OSTHAVEN, Norland (AP) — The talks over the harbour ended without a deal, both sides said.",
    "A spokeswoman for the dockers said they would meet again in the spring, with a mediator from abroad.",
    "The port's owner did not answer questions about the ships that have been waiting outside since March.",
]


def _roles(before: str = "", inside: str = "", after: str = "") -> dict[str, Role]:
    """The roles of a page whose model found the story and took all else for furniture."""
    first, *rest = (f"<p>{line}</p>" for line in STORY)
    layout = split_html(
        f"<html><body>{before}<main><h1>Harbour talks end</h1><div class=text>{first}{inside}{''.join(rest)}</div>"
        f"{after}</main></body></html>"
    )
    given = {"Harbour talks end": Role.HEADLINE, **dict.fromkeys(STORY, Role.PARAGRAPH)}
    parts = tuple(
        Part(block, given.get(block.text, Role.FURNITURE), 0.9, "made for a test") for block in layout.blocks
    )
    return {part.block.text: part.role for part in assign_thin_roles(parts, layout, Declared())}


def _box(heading: str, tag: str = "section", name: str = "q7") -> str:
    return (
        f'<{tag} class="{name}"><div>{heading}</div><ul><li><div>Coast</div>'
        '<div><a href="/a1">Ferry adds a night boat to Lund</a></div>'
        "<p>It sails at two.</p><time>3 days ago</time></li>"
        '<li><a href="/a2">Market opens before dawn</a></li></ul></' + tag + ">"
    )


@pytest.mark.parametrize(
    "heading",
    ["Related stories", "Das könnte Sie auch interessieren", "مقالات ذات صلة", "関連記事", "Читайте также"],
)
def test_a_box_under_such_a_heading_holds_related_items_with_all_that_stands_with_each(heading: str) -> None:
    found = _roles(after=_box(heading))
    for text in (
        "Ferry adds a night boat to Lund",
        "Market opens before dawn",
        "It sails at two.",
        "3 days ago",
    ):
        assert found[text] is Role.RELATED, text
    assert found[heading] is Role.FURNITURE


@pytest.mark.parametrize("heading", ["Most read", "Latest news", "Meistgelesen", "ランキング", "Son dakika"])
def test_what_the_house_lists_anyway_is_furniture(heading: str) -> None:
    found = _roles(after=_box(heading, name="teaser-list related-nav"))
    assert Role.RELATED not in found.values()


def test_a_box_at_the_foot_of_the_page_is_furniture() -> None:
    assert Role.RELATED not in _roles(after=_box("More from the Post", "footer")).values()


def test_paid_items_are_told_by_the_heading() -> None:
    found = _roles(after=_box("Sponsored content"))
    assert found["Market opens before dawn"] is Role.SPONSORED


def test_cards_far_from_the_story_are_no_related_items_for_being_cards() -> None:
    far = '<aside class="cards"><div class="card"><a href="/a3">Storm warning for the northern coast</a></div></aside>'
    assert _roles(after=far)["Storm warning for the northern coast"] is Role.FURNITURE


def test_a_short_link_between_paragraphs_under_a_heading_is_a_related_item() -> None:
    inside = '<h4>More:</h4><ul><li><a href="/a4">The new space race</a></li></ul>'
    assert _roles(inside=inside)["The new space race"] is Role.RELATED


def test_a_headline_may_have_the_words_of_a_menu() -> None:
    inside = '<div><a href="/a5">Sweden asks military to help tackle violent gangs</a></div>'
    assert Role.RELATED in _roles(inside=inside).values()
    menu = '<div class="related"><a href="/terms">Terms and conditions</a></div>'
    assert Role.RELATED not in _roles(after=menu).values()


def test_links_to_authors_subjects_and_share_buttons_are_no_items() -> None:
    after = (
        "<section><div>Read more</div><ul>"
        '<li><a href="/author/mara-quill">Mara Quill of Lund</a></li>'
        '<li><a href="/tag/harbour">All about the harbour</a></li>'
        '<li><a href="https://twitter.com/intent/tweet?url=x">Tell all your friends</a></li></ul></section>'
    )
    assert Role.RELATED not in _roles(after=after).values()


def test_what_stands_with_a_call_to_sign_up_is_for_the_reader_but_no_label_and_no_answer() -> None:
    box = (
        '<div class="c-newsletter_signup__box"><h3>The Morning Tide</h3><p>The day\'s boats before they go out.</p>'
        "<form><label>Your e-mail address, please</label><button>Send me the Tide now</button></form>"
        '<p class="form-success">Thank you, you are on the list!</p></div>'
    )
    found = _roles(inside=box)
    asked = {text for text, role in found.items() if role is Role.READER_SERVICE}
    assert asked == {"The Morning Tide", "The day's boats before they go out."}


def test_a_box_for_signing_up_that_holds_the_story_is_not_named_by_it() -> None:
    found = _roles(before='<div class="subscribe">', inside="<p>Words of no great weight stand here.</p>")
    assert Role.READER_SERVICE not in found.values()


def test_a_heading_about_rights_claims_none_and_a_hidden_address_is_no_item() -> None:
    heading = "Copyright of the harbour song stays with its widow"
    link = '<a href="/cdn-cgi/l/email-protection">[email protected] and other ways to write</a>'
    hidden = f'<div class="related">{link}</div>'
    found = _roles(inside=f"<h3>{heading}</h3>", after=hidden)
    assert found[heading] is not Role.COPYRIGHT
    assert found["[email protected] and other ways to write"] is not Role.RELATED


def test_a_short_list_of_links_amid_the_story_holds_related_items_and_a_list_with_more_in_it_does_not() -> (
    None
):
    links = '<li><a href="/vell">Profile: Ada Vell</a></li><li><a href="/line">Timeline of talks</a></li>'
    found = _roles(inside=f"<ul>{links}</ul>")
    assert found["Profile: Ada Vell"] is found["Timeline of talks"] is Role.RELATED
    found = _roles(inside=f"<ul>{links}<li>Eleven ships wait outside</li></ul>")
    assert found["Timeline of talks"] is not Role.RELATED
