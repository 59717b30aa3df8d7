"""Fictional stories of a fictional coast, with their readings made by hand, for looking at the web pages.

A paragraph marks who says what: `<s>` the source, `<c>` the cue, `<q>` the content; `|` starts the next act.
"""

import hashlib
import random
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import escape
from typing import NamedTuple

from onrecord.record import (
    Act,
    Attribution,
    AttributionKind,
    Block,
    Byline,
    Card,
    Contributor,
    Dateline,
    Entity,
    EntityKind,
    Fact,
    Form,
    Mention,
    MentionForm,
    Page,
    Part,
    Picture,
    Reading,
    Role,
    Span,
    Stage,
    Timex,
    TimexType,
)
from tests import made

_MARK = re.compile(r"<(/?)([scq])>|\|")


class Person(NamedTuple):
    """Somebody in the stories."""

    name: str
    role: str
    age: int | None = None


PEOPLE = (
    Person("Vera Solano", "harbour master of Port Ellery", 52),
    Person("Tomas Brandt", "chairman of the Fishers' Union"),
    Person("Ines Okafor", "minister for transport", 47),
    Person("Dario Lindqvist", "engineer at the Sound Authority", 34),
    Person("Marguerite Achterberg-van den Heuvel", "spokeswoman for the Northern Ferries Company", 61),
    Person("Yusuf Hallam", "baker in Quay Street", 29),
    Person("Beatriz Ferro", "hydrologist at the University of Calder"),
    Person("Olek Marsh", "opposition leader"),
    Person("Ludo Vance", "captain of the ferry Meridian", 58),
)

SITES = (
    ("The Ellery Courier", "ellerycourier.example", None),
    ("Calder Post", "calderpost.example", "Coastal Press"),
    ("Sound Today", "soundtoday.example", "Coastal Press"),
    ("The Northern Ledger", "northernledger.example", None),
    ("Harbour Weekly", "harbourweekly.example", "Meridian News"),
)

HEADLINES = (
    "Ferry to the islands will sail again, harbour master says",
    "‘Nobody asked us’: fishers reject the new breakwater",
    "Minister promises an answer on the Sound bridge by winter",
    "Flood gauge at Calder failed for nine hours",
    "Night boat returns to Port Ellery after two years",
    "Union calls off strike at the fish market",
    "What the inquiry into the Meridian heard",
    "Quay Street bakers open again after the flood",
    "Opposition wants the ferry contract made public",
    "Engineers find cracks in the old breakwater",
    "Town votes on the harbour fee",
    "Herring are back in the Sound, and so are the quarrels",
)

SECTIONS = ("Local", "Politics", "Business", "Environment")

PARAGRAPHS = (
    "<q>“We will sail on Monday, whatever the weather office thinks of it,”</q> <c>said</c> "
    "<s>{full}</s>, {role}. "
    "<q>“People on the islands have waited long enough.”</q>",
    "<s>{short}</s> <c>said</c> <q>the repairs had cost twice what was planned and that the town "
    "would not pay for them "
    "again</q>.",
    "<s>{full}</s>, {role}, <c>told reporters</c> <q>the gauge “had simply stopped, as a clock "
    "stops”</q> and that nobody "
    "on the night shift had noticed.",
    "<q>“I was born on this quay and I shall argue on it until I am carried off,”</q> <s>{short}</s> "
    "<c>said</c>.",
    "<c>According to</c> <s>{full}</s>, <q>the contract runs until 2031 and cannot be ended early "
    "without a fee of 4.2 "
    "million</q>.",
    "<s>{short}</s> <c>believes</c> <q>the vote will be close</q>.",
    "<q>“The water does not read our reports,”</q> <s>{full}</s>, {role}, <c>told</c> the inquiry on "
    "Tuesday. "
    "<q>“It comes over the wall when it likes, and on that night it liked.”</q>",
    "<s>{short}</s> <c>called</c> the plan <q>“a bridge drawn by people who have never missed a boat”</q>.",
    "<q>It was not clear who had signed the order</q>, <s>officials</s> <c>said</c>.",
)

PLAIN = (
    "The ferry Meridian has lain at the inner quay since the storm of last November, when a chain "
    "parted and she struck "
    "the old breakwater. Nobody was hurt.",
    "About 3,400 people live on the islands all year; in summer there are four times as many.",
    "The council meets again on Thursday.",
    "Rain fell for three days before the gauge failed, and the Calder rose by two metres in one night.",
)

DAYS = (("on Monday", 2), ("last November", -200), ("on Tuesday", -1), ("in 2019", -1400), ("on Thursday", 4))


class Told(NamedTuple):
    """A page and what is read from it."""

    page: Page
    raw: bytes
    reading: Reading


def _unmarked(marked: str) -> tuple[str, list[dict[str, list[Span]]]]:
    """The paragraph's text, and for each act of saying in it the spans of its parts."""
    text: list[str] = []
    acts: list[dict[str, list[Span]]] = [{}]
    length = at = 0
    opened = 0
    for mark in _MARK.finditer(marked):
        text.append(marked[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark[0] == "|":
            acts.append({})
        elif not mark[1]:
            opened = length
        else:
            acts[-1].setdefault(mark[2], []).append(Span(opened, length))
    text.append(marked[at:])
    return "".join(text), [act for act in acts if act]


def tell(
    headline: str,
    paragraphs: tuple[str, ...],
    *,
    people: tuple[Person, ...] = (),
    site: tuple[str, str, str | None] = SITES[0],
    day: date = date(2022, 5, 21),
    language: str = "en",
    deck: str | None = None,
    section: str | None = "Local",
    pictures: tuple[tuple[str, str], ...] = (),
    related: tuple[str, ...] = (),
    flat: bool = False,
    byline: str | None = "Ada Quill",
    head: str = "",
    raw_headline: str | None = None,
    slug: str | None = None,
) -> Told:
    """A page made of these words, with the reading that a perfect reader would make of it."""
    publisher, domain, agency = site
    slug = slug or hashlib.sha256(f"{headline}{day}{domain}".encode()).hexdigest()[:10]
    url = f"https://www.{domain}/{day:%Y/%m/%d}/{slug}"
    source: list[str] = []
    parts: list[Part] = []
    length = 0

    def write(words: str) -> Span:
        nonlocal length
        source.append(words)
        length += len(words)
        return Span(length - len(words), length)

    def put(text: str, role: Role, tag: str, written: str | None = None, span: Span | None = None) -> None:
        if flat:
            place = write(text)
            write("\n\n")
        else:
            place = write(f"<{tag}>{escape(text, quote=False) if written is None else written}</{tag}>")
            write("\n")
        parts.append(Part(Block(text, place, "line" if flat else tag), role, 0.97, "told", span=span))

    if not flat:
        write(
            f"<!doctype html><html lang={language}><head><title>{escape(headline)}</title>{head}"
            ""
            "<style>body{background:red}</style></head><body><nav><ul><li>Home</li><li>Weather</li></ul></nav>\n"
        )
    put(headline, Role.HEADLINE, "h1", raw_headline)
    if deck:
        put(deck, Role.DECK, "h2")
    if byline:
        put(f"By {byline}", Role.BYLINE, "p")
    put(f"{day:%d %B %Y}, 12:53", Role.TIMESTAMP, "p")
    texts: list[str] = []
    attributions: list[Attribution] = []
    at = 0
    for number, marked in enumerate(paragraphs):
        text, acts = _unmarked(marked)
        shift = 0
        if number == 0 and agency:
            prefix = f"PORT ELLERY ({agency}) — "
            text, shift = prefix + text, len(prefix)
        for act in acts:
            source_spans = tuple(span.shifted(at + shift) for span in act.get("s", ()))
            content = tuple(span.shifted(at + shift) for span in act["q"])
            called = source_spans[0].shifted(-at).of(text) if source_spans else ""
            speaker = next((p for p in people if called and p.name.endswith(called.split()[-1])), None)
            quoted = sum("“" in span.shifted(-at).of(text) for span in content)
            attributions.append(
                Attribution(
                    source=source_spans or None,
                    cue=tuple(span.shifted(at + shift) for span in act.get("c", ())) or None,
                    content=content,
                    kind=(
                        AttributionKind.DIRECT
                        if all(span.shifted(-at).of(text).startswith("“") for span in content)
                        else AttributionKind.MIXED
                        if quoted
                        else AttributionKind.INDIRECT
                    ),
                    act=Act.SPEECH,
                    speaker=speaker.name if speaker else None,
                    entity=people.index(speaker) if speaker else None,
                    confidence=0.93,
                    reason="told",
                    speaker_confidence=0.9 if speaker else None,
                    speaker_reason="the full name stands there" if speaker else None,
                )
            )
        written = escape(text, quote=False).replace(" the ", " <em>the</em> ", 1)
        put(text, Role.PARAGRAPH, "p", written, Span(at, at + len(text)))
        texts.append(text)
        at += len(text) + 2
    story = "\n\n".join(texts)
    for caption, credit in pictures:
        put(caption, Role.CAPTION, "figcaption")
        put(credit, Role.CREDIT, "small")
    contributor = None
    if agency:
        line = f"Sam Reyes in Calder contributed to this {agency} report."
        put(line, Role.CONTRIBUTOR, "p")
        contributor = Contributor(line, ("Sam Reyes",), ("Calder",), parts[-1].block.source)
    for card in related:
        put(card, Role.RELATED, "h3")
    put(f"Copyright © {day.year} {publisher}", Role.COPYRIGHT, "footer")
    if not flat:
        write("</body></html>\n")
    entities: list[Entity] = []
    for number, person in enumerate(people):
        mentions = []
        for form, words in ((MentionForm.NAME, person.name), (MentionForm.SHORT, person.name.split()[-1])):
            for found in re.finditer(re.escape(words), story):
                place = Span(*found.span())
                if not any(place.meets(mention.span) for mention in mentions):
                    mentions.append(Mention(place, words, form, 0.95))
        where = story.find(person.role)
        facts = (Fact("role", person.role, Span(where, where + len(person.role))),) if where >= 0 else ()
        entities.append(
            Entity(
                number, person.name, EntityKind.PERSON, tuple(sorted(mentions, key=lambda m: m.span)),
                person.age, (person.role,), (), facts,
            )
        )  # fmt: skip
    times = []
    for words, ahead in DAYS:
        for found in re.finditer(words, story):
            value = str(day + timedelta(days=ahead))
            value = value[:4] if words == "in 2019" else value[:7] if "November" in words else value
            times.append(Timex(words, Span(*found.span()), TimexType.DATE, value))
    whole = "".join(source)
    raw = whole.encode()
    origin = made.origin(
        whole,
        url=url,
        name=f"{slug}.{'txt' if flat else 'html'}",
        saved=datetime(day.year, day.month, day.day, 18, tzinfo=UTC),
        form=Form.FLAT if flat else Form.HTML,
    )
    published = datetime(day.year, day.month, day.day, 12, 53, tzinfo=UTC)
    dateline = None
    if agency and texts:
        dateline = Dateline(
            f"PORT ELLERY ({agency})", "PORT ELLERY", agency, None, Span(0, len(f"PORT ELLERY ({agency})"))
        )
    article = made.article(
        story, language=language, headline=headline, deck=deck, bylines=(Byline(byline),) if byline else (),
        agency=agency, publisher=publisher, section=section, published=published, dateline=dateline,
        pictures=tuple(
            Picture(f"https://img.{domain}/1.jpg", caption, credit, None, (part.block.source,))
            for (caption, credit), part in zip(
                pictures, [p for p in parts if p.role is Role.CAPTION], strict=True
            )
        ),
        contributors=(contributor,) if contributor else (),
        copyright=f"Copyright © {day.year} {publisher}",
        related=tuple(
            Card(card, f"https://www.{domain}/x", None, None, "1 day ago", None, part.block.source)
            for card, part in zip(related, [p for p in parts if p.role is Role.RELATED], strict=True)
        ),
        blocks=tuple(parts),
    )  # fmt: skip
    reading = Reading(
        origin, article, tuple(entities), tuple(sorted(times, key=lambda t: t.span)), tuple(attributions),
        (Stage("attributions", True),), "0.1.0",
    )  # fmt: skip
    return Told(Page(whole, origin), raw, reading)


ATTACK = "<script>top.hacked=1</script><img src=x onerror=top.hacked=1>"
"""What must never run, wherever a page puts it."""


def attack() -> Told:
    """A page made to attack: script and the like in every place that is shown somewhere."""
    site = (f"Evil {ATTACK}", "evil.example", f"Agency {ATTACK}")
    person = Person(f"Mallory {ATTACK} Hook", f"pirate {ATTACK}", 44)
    head = (
        "<meta http-equiv=refresh content='0;url=https://evil.example/'><base href='https://evil.example/'>"
        '<script type="application/ld+json">{"headline": "</script><script>top.hacked=1</script>"}</script>'
        "<link rel=stylesheet href='https://evil.example/x.css'><style>@import 'https://evil.example/y.css';"
        "body{background:url(https://evil.example/z)}</style>"
    )
    heading = (
        "Attack <img src=https://evil.example/p.png onerror='top.hacked=1'><svg onload='top.hacked=1'>"
        "<script>top.hacked=1</script></svg><a href='javascript:top.hacked=1'>on</a>"
        "<iframe src=https://evil.example/></iframe><form action=https://evil.example/>"
        "<input autofocus onfocus='top.hacked=1'></form> the coast"
    )
    told = tell(
        f"Attack on the coast {ATTACK}",
        (f"<q>“Hand over {ATTACK} the ships,”</q> <c>said</c> <s>Hook</s>, pirate {ATTACK}.",),
        people=(person,),
        site=site,
        deck=f"Deck {ATTACK}",
        section=f"Section {ATTACK}",
        byline=f"Byline {ATTACK}",
        pictures=((f"Caption {ATTACK}", f"Credit {ATTACK}"),),
        related=(f"Card {ATTACK}",),
        raw_headline=heading,
        head=head,
        slug="javascript:top.hacked=1//",
    )
    origin = replace(told.reading.page, url="javascript:top.hacked=1", name=f"{ATTACK}.html")
    return Told(Page(told.page.source, origin), told.raw, replace(told.reading, page=origin))


def oddities() -> list[Told]:
    """Pages that try the design: other scripts, nothing said, nothing found, a name that is too long."""
    long = Person(
        "Maximiliana-Alexandra Konstantinopoulou-Wolfeschlegelsteinhausenbergerdorff the Younger",
        "deputy under-secretary for the coordination of inter-island freight and passenger affairs",
        101,
    )
    arabic = Person("فيرا سولانو", "مديرة الميناء", 52)
    japanese = Person("山本 花子", "港の責任者", 41)
    return [
        tell(
            "العبّارة تعود إلى الجزر بعد عامين",
            (
                "<c>قالت</c> <s>فيرا سولانو</s>، مديرة الميناء: <q>“سنبحر يوم الاثنين مهما كان الطقس.”</q>",
                "يعيش نحو 3400 شخص في الجزر طوال العام.",
            ),
            people=(arabic,), language="ar", day=date(2022, 5, 22), deck="الميناء يفتح من جديد",
        ),
        tell(
            "夜行船が二年ぶりにエレリー港へ戻る",
            ("<s>山本 花子</s>港長は<q>「月曜日に出港します」</q>と<c>述べた</c>。",
             "島には約3400人が暮らしている。"),
            people=(japanese,), language="ja", day=date(2022, 5, 23),
        ),
        tell(
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung, reconsidered: a headline "
            "of a length that no sub-editor would let pass, and that goes on and on all the same",
            (f"<q>“It is what it is,”</q> <c>said</c> <s>{long.name}</s>, {long.role}.",),
            people=(long,), day=date(2022, 5, 24), section=None,
        ),
        tell("Weather", ("Rain.",), day=date(2022, 5, 25), byline=None),
        attack(),
    ]  # fmt: skip


def coast(count: int = 60, seed: int = 7) -> list[Told]:
    """Stories of one coast over a year and a half, as five papers printed them."""
    dice = random.Random(seed)
    stories = []
    for number in range(count):
        day = date(2022, 1, 10) + timedelta(days=int(540 * dice.random() ** 1.3))
        cast = tuple(dice.sample(PEOPLE, 4))
        said: set[str] = set()
        paragraphs = [dice.choice(PLAIN)]
        for shape in dice.sample(PARAGRAPHS, dice.randint(4, 8)):
            person = dice.choice(cast)
            full = person.name not in said
            said.add(person.name)
            surname = person.name.split(" ", 1)[1]
            paragraphs.append(
                shape.format(full=person.name, short=person.name if full else surname, role=person.role)
            )
        paragraphs.append(dice.choice(PLAIN[2:]))
        stories.append(
            tell(
                HEADLINES[number % len(HEADLINES)]
                + ("" if number < len(HEADLINES) else f" ({number // 12 + 1})"),
                tuple(paragraphs),
                people=cast,
                site=SITES[int(len(SITES) * dice.random() ** 1.6)],
                day=day,
                section=dice.choice(SECTIONS),
                deck="The chain that parted in November has been replaced." if number % 3 == 0 else None,
                pictures=(
                    (
                        "The ferry Meridian at the inner quay of Port Ellery, where she has lain since "
                        "November.",
                        "Coastal Press Photo/Rui Dahl",
                    ),
                ),
                related=("Fees at the harbour to rise", "The night boat, in pictures"),
                flat=number % 10 == 9,
            )
        )
    return stories
