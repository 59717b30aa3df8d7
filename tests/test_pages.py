"""Whole pages against what a reader finds in them. To add one, see CONTRIBUTING.md.

`expected.json` is what a person finds. Where readings are known to fall short of it, the page's `short.json`
has the fields and what is read instead. The test fails when a field is read in a third way, and also when one
has become right: then `python -m tests.renew short` takes it out. So a change of a model is seen as a diff.
"""

import json
from functools import cache

import pytest

from onrecord.proving import find_mismatches
from onrecord.reading import read
from onrecord.record import Form, Page, Reading
from onrecord.sources import page_from

from .renew import PAGES, names, page_of, summary


@cache
def _opened(name: str) -> Page:
    file = page_of(name)
    page = page_from(file.read_bytes(), name=file.name)
    assert isinstance(page, Page)
    return page


@cache
def _read(name: str) -> Reading:
    outcome = read(_opened(name))
    assert isinstance(outcome, Reading), outcome
    return outcome


@pytest.mark.parametrize("name", names())
def test_a_page_is_read_as_a_person_reads_it(name: str) -> None:
    expected = json.loads((PAGES / name / "expected.json").read_text("utf-8"))
    file = PAGES / name / "short.json"
    short = json.loads(file.read_text("utf-8")) if file.exists() else {}
    found = summary(_read(name))
    known = {**expected, **short}
    assert {key: found[key] for key in expected} == known, "if for the better: python -m tests.renew short"


FACTS = frozenset(
    "kind is_article language bylines agency section published modified dateline contributors corrections notes "
    "sponsored comments".split()
)
STORY = FACTS | frozenset("headline deck publisher body pictures reader_service copyright related".split())


@pytest.mark.parametrize("name", names())
def test_what_is_expected_of_a_page_is_the_whole_of_it(name: str) -> None:
    expected = json.loads((PAGES / name / "expected.json").read_text("utf-8"))
    # of a page that is no story nobody can say what its headline or its body is
    assert expected.keys() == STORY or (not expected["is_article"] and expected.keys() >= FACTS)


@pytest.mark.parametrize("name", names())
def test_every_claim_of_a_reading_holds_of_its_page(name: str) -> None:
    assert [str(mismatch) for mismatch in find_mismatches(_read(name), _opened(name))] == []


@pytest.mark.parametrize("name", names())
def test_text_and_html_are_told_apart(name: str) -> None:
    form = Form.FLAT if name.startswith("flat_") else Form.HTML
    assert _opened(name).origin.form is form


def test_every_picture_card_and_note_points_into_the_page() -> None:
    for name in names():
        source, article = _opened(name).source, _read(name).article
        spans = [span for picture in article.pictures for span in picture.source]
        spans += [card.span for card in (*article.related, *article.sponsored)]
        spans += [note.source for note in (*article.corrections, *article.notes)]
        assert all(0 <= span.start < span.end <= len(source) for span in spans), name
