"""Related and sponsored items in flat text: what a heading is over, and where its box ends."""

from onrecord.record import Block, Declared, Layout, Part, Role, Span
from onrecord.roles.thin import assign_thin_roles

STORY = [
    "OSTHAVEN, Norland (AP) — The talks over the harbour ended without a deal, both sides said.",
    "A spokeswoman for the dockers said they would meet again in the spring, with a mediator from abroad.",
    "The port's owner did not answer questions about the ships that have been waiting outside since March.",
    "The dockers want shorter nights and a say in where new cranes are put up, which the owner has refused.",
]
RELATED, SPONSORED, FURNITURE = Role.RELATED, Role.SPONSORED, Role.FURNITURE


def named(under: list[str | Block], over: list[str | Block] | None = None) -> list[Role]:
    """The roles of lines that the model took for furniture, over the story's last two paragraphs and under them."""
    lines: list[tuple[Role, str | Block]] = [(Role.HEADLINE, "Harbour talks end without a deal")]
    lines += [(Role.PARAGRAPH, text) for text in STORY[:2]]
    lines += [(FURNITURE, line) for line in over or []]
    lines += [(Role.PARAGRAPH, text) for text in STORY[2:]]
    lines += [(FURNITURE, line) for line in under]
    parts, at = [], 0
    for role, line in lines:
        made = line if isinstance(line, Block) else Block(line, Span(0, 0), "line")
        span = Span(at, at + len(made.text))
        parts.append(
            Part(Block(made.text, span, made.tag, indent=made.indent, gap=made.gap), role, 0.8, "made")
        )
        at += len(made.text) + 2
    layout = Layout(tuple(part.block for part in parts))
    found = [part.role for part in assign_thin_roles(tuple(parts), layout, Declared())]
    assert [role for role in found if role is Role.PARAGRAPH] == [Role.PARAGRAPH] * 4
    return found[3 : 3 + len(over)] if over else found[5:]


def line(text: str, tag: str = "line", indent: int = 0, gap: int = 0) -> Block:
    return Block(text, Span(0, 0), tag, indent=indent, gap=gap)


def test_headlines_under_a_heading_are_related_until_the_next_heading() -> None:
    found = named(
        [
            "Mehr zum Thema",
            "Fähre nach Osthaven fällt drei Wochen lang aus",
            "Kran kippt um: Hafen bleibt bis Montag gesperrt",
            "Meistgelesen",
            "Warum der Leuchtturm jetzt doch gelb wird",
            "Impressum",
        ]
    )
    assert found == [FURNITURE, RELATED, RELATED, FURNITURE, FURNITURE, FURNITURE]


def test_a_list_of_the_most_read_is_not_related() -> None:
    assert named(["Most read", "Ferry to Osthaven cancelled for three weeks"]) == [FURNITURE] * 2


def test_days_and_teasers_stand_with_their_headline() -> None:
    found = named(
        [
            "Related stories",
            "Ferry to Osthaven cancelled for three weeks",
            "4 March 2031",
            "Dockers vote to go back to work in spring",
            "Four in five of them were for it, their union says.",
            "1 March 2031",
            "About us",
            "Contact",
        ]
    )
    assert found == [FURNITURE, *[RELATED] * 5, FURNITURE, FURNITURE]


def test_paid_items_are_sponsored_and_an_advertisement_announces_none() -> None:
    assert named(["Sponsored content", "Five things to ask before you buy a boat"]) == [FURNITURE, SPONSORED]
    assert named(["Advertisement", "Five things to ask before you buy a boat"]) == [FURNITURE, FURNITURE]


def test_the_story_goes_on_under_a_box_inside_it() -> None:
    over: list[str | Block] = ["À lire aussi", "Le ferry d’Osthaven supprimé pendant trois semaines"]
    assert named([], over) == [FURNITURE, RELATED]


def test_lines_set_farther_out_than_the_items_end_their_box() -> None:
    found = named(
        [
            line("Czytaj więcej", indent=10),
            line("Polityka", indent=16),
            line("Prom do Osthaven odwołany na trzy tygodnie", indent=14),
            line("Dokerzy wrócą do pracy dopiero wiosną przyszłego roku", indent=8),
        ]
    )
    assert found == [FURNITURE, RELATED, RELATED, FURNITURE]


def test_a_line_may_say_itself_that_it_leads_to_another_story() -> None:
    found = named([], ["READ MORE: Ferry to Osthaven cancelled for three weeks", "Read more: here"])
    assert found[0] is RELATED
    assert found[1] is not RELATED


def test_a_list_of_topics_has_no_items() -> None:
    topics: list[str | Block] = ["Related topics", line("Norland", "item"), line("Harbours", "item")]
    assert named([*topics, "These are outside links and open in a new window"]) == [FURNITURE] * 4


def test_a_long_line_that_begins_as_a_heading_does_is_a_headline() -> None:
    found = named(["Related", "Latest poll puts the mayor of Osthaven well ahead", "Privacy policy"])
    assert found == [FURNITURE, RELATED, FURNITURE]
