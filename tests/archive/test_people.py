"""People across articles: the same name is one person unless something speaks against it, and users
decide."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onrecord.archive import open_archive
from onrecord.errors import NoSuchError, RulingError
from tests.made import page, reading


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "news.onrecord") as opened:
        yield opened


def add(archive, name, *, age=None, roles=(), with_=(), year=2022, extra=""):
    extra = f"{extra} {year} {age}"
    text = f"{name} spoke on Monday beside {' and '.join(with_) or 'nobody'}. {extra}"
    said = ((name, "spoke", "on Monday"),)
    saved = page(
        (text,), headline=f"On {name} {extra}", url=f"https://gazette.example/{abs(hash((text, age, year)))}"
    )
    read = reading(
        saved,
        paragraphs=(text,),
        headline=f"On {name} {extra}",
        said=said,
        people=((name, age, tuple(roles)), *((other, None, ()) for other in with_)),
        published=datetime(year, 5, 1, tzinfo=UTC),
    )
    added = archive.add(saved, read)
    return archive.article(added.article).people[0].person, added.article


def test_the_same_name_in_two_articles_is_one_person(archive):
    one, _ = add(archive, "Irena Prokopiev", age=47, roles=["minister"])
    two, _ = add(archive, "Irena Prokopiev", age=48, year=2023)
    three, _ = add(archive, "IRENA PROKÓPIEV", extra="capitals")
    assert one == two == three
    view = archive.person(one)
    assert (view.articles, view.statements, view.name) == (3, 3, "Irena Prokopiev")
    assert [(age, day[:4]) for age, day in view.ages] == [(48, "2023"), (47, "2022")]
    assert [count.count for count in view.sites] == [3]


def test_ages_that_cannot_be_one_persons_keep_people_apart(archive):
    one, _ = add(archive, "Irena Prokopiev", age=47, year=2022)
    two, _ = add(archive, "Irena Prokopiev", age=30, year=2022, extra="young")
    three, _ = add(archive, "Irena Prokopiev", age=50, year=2025)
    four, _ = add(archive, "Irena Prokopiev", age=31, year=2023)
    assert one == three
    assert two == four
    assert one != two
    assert [other.id for other in archive.person(one).possibly] == [two]


def test_walks_of_life_that_have_nothing_in_common_keep_people_apart(archive):
    senator, _ = add(archive, "John Marsh", roles=["state senator"], with_=["Eva Lind"])
    keeper, _ = add(archive, "John Marsh", roles=["goalkeeper"], with_=["Bo Dahl"])
    again, _ = add(archive, "John Marsh", roles=["senator"], with_=["Eva Lind"], extra="again")
    unknown, _ = add(archive, "John Marsh", with_=["Bo Dahl"], extra="who")
    assert senator == again
    assert senator != keeper
    assert unknown in (senator, keeper)


def test_another_person_in_both_articles_outweighs_another_walk_of_life(archive):
    one, _ = add(archive, "John Marsh", roles=["senator"], with_=["Eva Lind"])
    two, _ = add(archive, "John Marsh", roles=["farmer"], with_=["Eva Lind"], extra="farm")
    assert one == two


def test_a_bare_surname_is_not_taken_for_everybody_of_that_name(archive):
    one, _ = add(archive, "Marsh", with_=["Eva Lind"])
    two, _ = add(archive, "Marsh", with_=["Bo Dahl"], extra="else")
    three, _ = add(archive, "Marsh", with_=["Eva Lind"], extra="again")
    assert one == three
    assert one != two


def test_merged_people_are_one_and_stay_so_when_pages_are_read_anew_or_added(archive):
    one, first = add(archive, "Irena Prokopiev", with_=["Eva Lind"])
    two, second = add(archive, "I. Prokopiev", with_=["Bo Dahl"])
    assert one != two
    assert archive.merge_people(one, [two]) == one
    assert archive.person(two).id == one
    assert archive.person(one).merged == (two,)
    for article in (first, second):
        archive.reread(article, lambda kept, article=article: archive.article(article).reading)
    assert archive.person(one).articles == 2
    three, _ = add(archive, "I. Prokopiev", with_=["Bo Dahl"], extra="later")
    assert three == one
    assert archive.statements(speaker="irena").total == 3
    assert archive.statements(person=two).total == 3
    assert [hit.id for hit in archive.search("prokopiev", what="people").hits] == [one]
    assert list(archive.verify()) == []


def test_a_split_person_is_two_and_stays_so_when_pages_are_read_anew(archive):
    one, first = add(archive, "Irena Prokopiev", with_=["Eva Lind"])
    same, second = add(archive, "Irena Prokopiev", with_=["Eva Lind"], extra="second")
    assert one == same
    new = archive.split_person(one, [second])
    for article in (first, second, first):
        archive.reread(article, lambda kept, article=article: archive.article(article).reading)
    assert archive.article(first).people[0].person == one
    assert archive.article(second).people[0].person == new
    assert archive.person(new).statements == 1


def test_a_ruling_holds_even_if_the_page_could_not_be_read_in_between(archive):
    from onrecord.record import Reason, Unread

    one, _ = add(archive, "Irena Prokopiev")
    _, second = add(archive, "Irena Prokopiev", extra="second")
    new = archive.split_person(one, [second])
    read = archive.article(second).reading
    archive.reread(second, lambda kept: Unread(Reason.BROKEN, "It broke.", kept.origin))
    archive.reread(second, lambda kept: read)
    assert archive.article(second).people[0].person == new


def test_people_nobody_speaks_of_any_more_are_gone(archive):
    one, first = add(archive, "Irena Prokopiev")
    archive.reread(first, lambda kept: replace(archive.article(first).reading, entities=(), attributions=()))
    assert archive.search("prokopiev", what="people").total == 0
    with pytest.raises(NoSuchError):
        archive.person(one)


def test_what_cannot_be_merged_or_split_is_said_so(archive):
    one, first = add(archive, "Irena Prokopiev")
    _, other = add(archive, "Bo Dahl")
    with pytest.raises(RulingError, match="itself"):
        archive.merge_people(one, [one])
    with pytest.raises(RulingError, match="not all"):
        archive.split_person(one, [first])
    with pytest.raises(RulingError, match="not in article"):
        archive.split_person(one, [other])
    with pytest.raises(NoSuchError, match="no person 99"):
        archive.merge_people(one, [99])


def test_what_others_say_of_a_person_is_on_their_page(archive):
    text = "Bo Dahl said that Irena Prokopiev was right."
    saved = page((text,), headline="x")
    archive.add(
        saved,
        reading(
            saved,
            paragraphs=(text,),
            headline="x",
            people=(("Bo Dahl", None, ()), ("Irena Prokopiev", None, ())),
            said=(("Bo Dahl", "said", "that Irena Prokopiev was right"),),
        ),
    )
    view = archive.person(2)
    assert view.said == ()
    assert [hit.speaker for hit in view.said_of] == ["Bo Dahl"]
    assert [count.label for count in view.with_people] == ["Bo Dahl"]


def test_copies_are_told_when_they_are_added(tmp_path):
    from onrecord import stories
    from onrecord.archive.stories import Fold, Match

    def compare(new, old):
        found = stories.compare(
            stories.Printed(new.text, new.headline, new.site, new.url),
            stories.Printed(old.text, old.headline, old.site, old.url),
        )
        return Match(new.id, old.id, found.kind, found.shared) if found else None

    fold = Fold(stories.signature, stories.candidates, compare, stories.SURE)
    wire = tuple(
        f"Sentence {n} of the wire story tells of grain, ships, harbours and the price of {n * 7} loaves."
        for n in range(12)
    )
    with open_archive(tmp_path / "x") as opened:
        for site, text in (("a", wire), ("b", wire[:8]), ("c", tuple(reversed([p[::-1] for p in wire])))):
            saved = page(text, headline=f"On {site}", url=f"https://{site}.example/x")
            opened.add(saved, reading(saved, paragraphs=text, headline=f"On {site}", people=(), said=()))
            opened.fold_stories(fold)
        later = (*wire, "It was updated.")
        saved = page(later, headline="On a", url="https://a.example/x")
        opened.add(saved, reading(saved, paragraphs=later, headline="On a", people=(), said=()))
        assert opened.fold_stories(fold) == 1
        assert opened.fold_stories(fold) == 0
        printings = opened.article(1).printings
        assert [(p.article, p.relation) for p in printings] == [(2, "copy"), (4, "version")]
        assert opened.search("grain").total == 3
        assert [hit.printings for hit in opened.search("grain", fold=True).hits] == [3]
        opened.remove([1])
        opened.fold_stories(fold)
        assert [p.article for p in opened.article(2).printings] == [4]
