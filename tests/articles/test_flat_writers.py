"""Who signs in flat text: lines that are names and nothing else."""

import pytest

from onrecord.articles.bylines import Outlets, is_strange, read_signed

OUTLETS = Outlets(frozenset({"harbourdaily"}))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Mara Quill", ["Mara Quill"]),
        ("Mara Quill, Ivo Lund", ["Mara Quill", "Ivo Lund"]),
        ("Mara Quill5 hours ago", ["Mara Quill"]),
        ("Mara Quill | Published 4 months ago", ["Mara Quill"]),
        ("Mara QuillMara Quill4.3.2031, 9:35", ["Mara Quill"]),
        ("Headshot of Mara Quill", ["Mara Quill"]),
        ("Ivo Lund (special correspondent)", ["Ivo Lund"]),
        ("By Mara Quill", []),
        ("Mara Quill Associated Press", []),
        ("Harbour Daily", []),
        ("Most popular", []),
        ("Quill", []),
    ],
)
def test_a_line_of_names_alone_names_its_writers(line: str, names: list[str]) -> None:
    assert [byline.name for byline in read_signed(line, OUTLETS)] == names


def test_whom_the_story_tells_of_did_not_write_it() -> None:
    story = "Ms Quill said on Monday that the harbour was closed."
    assert not is_strange("Mara Quill", story, f"Mara Quill {story}")
    assert is_strange("Ivo Lund", story, f"Ivo Lund {story}")


def test_words_that_come_back_on_the_page_are_no_name() -> None:
    assert not is_strange("Passend zum Artikel", "", "Passend zum Artikel Artikel Artikel")
