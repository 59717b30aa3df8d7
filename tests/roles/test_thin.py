"""The thin parts of a page get their roles from words and place."""

import pytest

from onrecord.blocks.html import split_html
from onrecord.record import Block, Declared, Layout, Part, Role, Span
from onrecord.roles.thin import assign_thin_roles

STORY = [
    "OSTHAVEN, Norland (AP) — The talks over the harbour ended without a deal, both sides said.",
    "A spokeswoman for the dockers said they would meet again in the spring, with a mediator from abroad.",
    "The port's owner did not answer questions about the ships that have been waiting outside since March.",
    "The dockers want shorter nights and a say in where new cranes are put up, which the owner has refused.",
]


def roles(lines: list[tuple[Role, str]]) -> list[Role]:
    parts, at = [], 0
    for role, text in lines:
        parts.append(Part(Block(text, Span(at, at + len(text)), "line"), role, 0.8, "made for a test"))
        at += len(text) + 2
    layout = Layout(tuple(part.block for part in parts))
    return [part.role for part in assign_thin_roles(tuple(parts), layout, Declared())]


def test_names_the_lines_round_a_flat_story() -> None:
    found = roles(
        [
            (Role.HEADLINE, "Harbour talks end without a deal"),
            (Role.FURNITURE, "March 4, 2031, 9:30 AM"),
            (Role.PARAGRAPH, "A crane lifts a box at the harbour of Osthaven. (AP Photo/Mara Quill)"),
            *((Role.PARAGRAPH, text) for text in STORY),
            (Role.PARAGRAPH, "___"),
            (Role.PARAGRAPH, "Mara Quill in Lund, Sweden, contributed to this report."),
            (Role.FURNITURE, "Follow the AP's coverage of the harbour at https://apnews.example/hub"),
            (Role.FURNITURE, "Copyright 2031 The Associated Press. All rights reserved."),
        ]
    )
    assert found == [
        Role.HEADLINE,
        Role.TIMESTAMP,
        Role.CAPTION,
        *[Role.PARAGRAPH] * 4,
        Role.FURNITURE,
        Role.CONTRIBUTOR,
        Role.READER_SERVICE,
        Role.COPYRIGHT,
    ]


@pytest.mark.parametrize(
    "name", ["高瀬 直人", "佐藤美咲", "【田中健】", "長谷川 涼記者", "林 涼", "김서연 기자"]
)
@pytest.mark.parametrize("above", [True, False])
def test_a_name_alone_signs_in_japanese_and_korean(name: str, above: bool) -> None:
    story = [(Role.PARAGRAPH, text) for text in STORY]
    lines = [(Role.FURNITURE, name), *story] if above else [*story, (Role.FURNITURE, name)]
    found = roles([(Role.HEADLINE, "港の話し合い、物別れに"), *lines])
    assert found[1 if above else -1] == Role.BYLINE


@pytest.mark.parametrize(
    "words",
    ["石川県", "宮崎市", "千葉駅", "山口", "森林", "関連記事", "林野庁", "東京", "東北", "高橋氏", "関心事"],
)
def test_a_place_alone_signs_nothing(words: str) -> None:
    story = [(Role.PARAGRAPH, text) for text in STORY]
    assert roles([(Role.HEADLINE, "港の話し合い"), (Role.FURNITURE, words), *story])[1] is Role.FURNITURE


def test_takes_cards_after_a_flat_story_out_of_it() -> None:
    cards: list[tuple[Role, str]] = []
    for n in range(4):
        cards += [
            (Role.FURNITURE, f"Other news number {n} from the coast"),
            (Role.PARAGRAPH, "The line has named a captain who began as a deckhand there."),
            (Role.FURNITURE, f"{n + 1} days ago"),
        ]
    found = roles(
        [(Role.HEADLINE, "Harbour talks end"), *((Role.PARAGRAPH, text) for text in STORY * 2), *cards]
    )
    assert found[1:9] == [Role.PARAGRAPH] * 8
    assert set(found[9:]) == {Role.RELATED}


def test_a_page_without_a_story_keeps_its_roles() -> None:
    found = roles(
        [(Role.FURNITURE, "Home"), (Role.FURNITURE, "© 2031 The Harbour Post. All rights reserved.")]
    )
    assert found == [Role.FURNITURE, Role.COPYRIGHT]


def _page(body: str) -> list[Part]:
    """The parts of a page whose every block but its headings the model took for the story."""
    layout = split_html(f"<html><body><h1>Harbour talks end</h1><div>{body}</div></body></html>")
    parts = tuple(
        Part(b, Role.HEADLINE if b.tag == "h1" else Role.PARAGRAPH, 0.9, "made for a test")
        for b in layout.blocks
    )
    return list(assign_thin_roles(parts, layout, Declared()))


def _prose(lines: list[str]) -> str:
    return "".join(f"<div><p>{line}</p></div>" for line in lines)


def test_words_that_share_a_box_with_a_picture_are_its_caption() -> None:
    picture = (
        '<div class="q7"><div class="x1"><img src="/a/crane-1200.jpg" width="1200"></div>'
        '<p class="x2">Dockers wait at the gate on Monday</p><p>Photo: Mara Quill</p></div>'
    )
    found = {p.block.text: p.role for p in _page(_prose(STORY[:2]) + picture + _prose(STORY[2:]))}
    assert found["Dockers wait at the gate on Monday"] is Role.CAPTION
    assert found["Photo: Mara Quill"] is Role.CREDIT
    assert [found[line] for line in STORY] == [Role.PARAGRAPH] * 4


def test_a_page_that_sets_every_paragraph_beside_a_picture_keeps_its_story() -> None:
    body = "".join(
        f'<div class="row"><img src="/a/{n}-1200.jpg" width="1200"><p>{line}</p></div>'
        for n, line in enumerate(STORY)
    )
    assert [p.role for p in _page(body)][1:] == [Role.PARAGRAPH] * 4


def test_a_card_with_a_picture_is_no_caption() -> None:
    card = (
        '<div class="c"><img src="/a/port-1200.jpg" width="1200">'
        '<a href="/next">A new port for Lund is planned by the coast</a><p>Nobody knows who will pay for it.</p></div>'
    )
    found = {p.block.text: p.role for p in _page(_prose(STORY[:2]) + card + _prose(STORY[2:]))}
    assert Role.CAPTION not in found.values()


def test_a_credit_in_brackets_of_its_own_is_no_caption() -> None:
    found = roles(
        [
            (Role.CAPTION, "A crane lifts a box at the harbour of Osthaven."),
            (Role.CAPTION, "(AP Photo/Mara Quill)"),
            (Role.CAPTION, "Ships wait outside. (AP Photo/Mara Quill)"),
            *((Role.PARAGRAPH, text) for text in STORY),
        ]
    )
    assert found[:3] == [Role.CAPTION, Role.CREDIT, Role.CAPTION]


def test_the_editors_word_is_told_from_the_writers_note_in_the_middle_of_a_story() -> None:
    body = [(Role.PARAGRAPH, text) for text in STORY * 4]
    middle = len(body) // 2
    for text, role in (
        ("Editor’s note: this list was brought up to date in May to include two more harbours.", Role.NOTE),
        ("Note: the ferry takes bicycles on weekdays only, and no motor cars at all.", Role.PARAGRAPH),
    ):
        assert roles([*body[:middle], (Role.PARAGRAPH, text), *body[middle:]])[middle] is role


def test_what_stands_over_a_credit_in_a_pictures_box_is_its_caption() -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    layout = split_html(
        "<h1>Harbour talks end without a deal</h1>"
        "<div><div><img src=a.jpg width=640 height=400></div>"
        "<div>The harbour on Thursday night</div><div>Mara Quill/AP</div></div>"
        f"<div>{story}</div>"
    )
    given = {"The harbour on Thursday night": Role.FURNITURE, "Mara Quill/AP": Role.CREDIT}
    parts = tuple(
        Part(
            block,
            Role.HEADLINE if block.tag == "h1" else given.get(block.text, Role.PARAGRAPH),
            0.8,
            "made for a test",
        )
        for block in layout.blocks
    )
    found = {part.block.text: part.role for part in assign_thin_roles(parts, layout, Declared())}
    assert found["The harbour on Thursday night"] is Role.CAPTION
    assert found["Mara Quill/AP"] is Role.CREDIT


def test_a_long_line_set_as_a_heading_over_a_credit_is_a_caption() -> None:
    caption = "Dockers at the gate of Osthaven on Thursday night, as the owner's lawyers leave by another"
    layout = split_html(
        f"<h1>Harbour talks end without a deal</h1><div><p>{STORY[0]}</p><p>{STORY[1]}</p>"
        f"<img src=a.jpg width=640 height=400><h1>{caption}</h1><p>Photo: AP</p>"
        f"<p>{STORY[2]}</p><p>{STORY[3]}</p></div>"
    )
    given = {
        "Harbour talks end without a deal": Role.HEADLINE,
        caption: Role.SUBHEAD,
        "Photo: AP": Role.CREDIT,
    }
    parts = tuple(
        Part(block, given.get(block.text, Role.PARAGRAPH), 0.8, "made for a test") for block in layout.blocks
    )
    found = {part.block.text: part.role for part in assign_thin_roles(parts, layout, Declared())}
    assert found[caption] is Role.CAPTION


def test_a_caption_printed_again_is_no_paragraph() -> None:
    caption = "Dockers at the gate of Osthaven on Thursday night."
    layout = split_html(
        f"<h1>Harbour talks end without a deal</h1><div><p>{STORY[0]}</p><p>{STORY[1]}</p>"
        f"<figure><img src=a.jpg width=640 height=400><figcaption>{caption} Mara Quill</figcaption></figure>"
        f"<div>{caption}</div><p>{STORY[2]}</p><p>{STORY[3]}</p></div>"
    )
    given = {"Harbour talks end without a deal": Role.HEADLINE, f"{caption} Mara Quill": Role.CAPTION}
    parts = tuple(
        Part(block, given.get(block.text, Role.PARAGRAPH), 0.8, "made for a test") for block in layout.blocks
    )
    found = {part.block.text: part.role for part in assign_thin_roles(parts, layout, Declared())}
    assert found[caption] is Role.CAPTION
