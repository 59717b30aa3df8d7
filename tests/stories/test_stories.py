"""Copies and versions: which articles are one story, and what changed."""

import random

from onrecord.stories import Printed, candidates, changes, compare, fold, signature

WORDS = [
    f"{a}{b}"
    for a in "ba de fi go lu mo ne pi ra su ta vo".split()
    for b in "la mi ro se tu x nd rk st".split()
]


def story(seed: int, paragraphs: int = 8) -> str:
    draw = random.Random(seed)
    return "\n\n".join(" ".join(draw.choices(WORDS, k=45)) + "." for _ in range(paragraphs))


def test_a_story_that_several_sites_print_is_one_story():
    wire = story(1)
    cut = "\n\n".join(wire.split("\n\n")[:4])
    edited = "SORREL (NWA) — " + wire.replace("la ", "lah ", 20).replace(".", " .")
    articles = [Printed(wire), Printed(story(2)), Printed(cut), Printed(edited.upper()), Printed(story(3))]
    assert fold(articles) == [0, 1, 0, 0, 4]


def test_reports_that_quote_the_same_speech_are_two_stories():
    speech = "\n\n".join(story(9).split("\n\n")[:2])
    assert fold([Printed(story(1) + "\n\n" + speech), Printed(story(2) + "\n\n" + speech)]) == [0, 1]


def test_a_report_that_quotes_two_stories_does_not_tie_them_together():
    one, two = story(1), story(2)
    both = "\n\n".join(one.split("\n\n")[:5] + two.split("\n\n")[:5])
    labels = fold([Printed(one), Printed(one), Printed(two), Printed(two), Printed(both)])
    assert labels[0] == labels[1]
    assert labels[2] == labels[3]
    assert labels[0] != labels[2]


def test_short_notices_are_never_copies():
    assert fold([Printed("The page was not found."), Printed("The page was not found.")]) == [0, 1]
    assert signature("The page was not found.") is None


def test_texts_without_spaces_are_compared_too():
    draw = random.Random(5)
    text = "".join(draw.choices("北京市政府宣布新策東会議開日本国民経済発表今年大統領選挙結果", k=300))
    other = "".join(draw.choices("北京市政府宣布新策東会議開日本国民経済発表今年大統領選挙結果", k=300))
    assert fold([Printed(text), Printed(other), Printed(text[:200] + "。")]) == [0, 1, 0]


def test_the_same_page_later_is_a_version_and_another_site_a_copy():
    old = Printed(story(1), "Port opens", "gazette.example", "https://www.gazette.example/a?x=1")
    later = Printed(story(1) + " More.", "Port opens at last", "gazette.example", "https://gazette.example/a")
    elsewhere = Printed(story(1), "Port opens", "courier.example", "https://courier.example/a")
    assert compare(later, old).kind == "version"
    assert compare(elsewhere, old).kind == "copy"
    assert compare(Printed(story(2)), old) is None


def test_every_pair_of_copies_is_a_candidate_once():
    texts = [story(1), story(1), story(2), "\n\n".join(story(1).split("\n\n")[:3])]
    signed = [(10 + i, signature(text)) for i, text in enumerate(texts)]
    found = [tuple(sorted(pair)) for pair in candidates(signed, signed)]
    assert sorted(found) == [(10, 11), (10, 13), (11, 13)]
    assert {b for _, b in candidates(signed[1:2], signed)} == {10, 13}


def test_a_change_between_versions_reads_word_by_word():
    old = "The port will open on Monday.\n\nThis stays as it is.\n\nThis goes away altogether, they said."
    new = "The port opened on Tuesday.\n\nThis stays as it is.\n\nSomething wholly new is here."
    found = changes(old, new)
    assert [change.kind for change in found] == ["edited", "same", "new", "gone"]
    for text, gone in ((old, "gone"), (new, "new")):
        told = ["".join(words for kind, words in c.pieces if kind in ("same", gone)) for c in found]
        assert "\n\n".join(each for each in told if each) == text


def test_nothing_changed_is_told_as_such():
    assert {change.kind for change in changes(story(1), story(1))} == {"same"}
