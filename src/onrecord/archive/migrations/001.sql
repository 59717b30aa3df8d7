-- The first layout. Tables are singular; the views with plural names at the end are what others may rely on.
-- All places (…_start, …_end) are Unicode code points, [start, end), as substr(text, start + 1, end - start) takes them.

CREATE TABLE page (                      -- one saved page, named by its bytes
    id       INTEGER PRIMARY KEY,
    sha256   TEXT NOT NULL UNIQUE,       -- of the bytes as saved
    form     TEXT NOT NULL,              -- html or flat
    encoding TEXT,                       -- what the bytes were decoded as; NULL if text was given
    length   INTEGER NOT NULL,           -- of the decoded source, in code points
    headers  TEXT,                       -- JSON; NULL if none
    kept     TEXT NOT NULL,              -- what body is: bytes (as saved) or text (the source in UTF-8)
    body     BLOB NOT NULL,              -- zstd
    base     INTEGER REFERENCES page (id),  -- the page of the same site that is body's zstd dictionary; NULL if none
    source   BLOB,                       -- zstd of the source in UTF-8, where the bytes alone do not give it back
    added    TEXT NOT NULL
) STRICT;

CREATE INDEX page_by_base ON page (base) WHERE base IS NOT NULL;
CREATE TABLE site_base (                 -- the page that a site's next pages are compressed with
    site    TEXT PRIMARY KEY,
    page_id INTEGER NOT NULL REFERENCES page (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin (                    -- every place the same bytes were found at
    page_id INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,            -- 0 is where it was found first
    name    TEXT,
    url     TEXT,
    site    TEXT,
    saved   TEXT,
    PRIMARY KEY (page_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE unread_page (
    id      INTEGER PRIMARY KEY,
    page_id INTEGER UNIQUE REFERENCES page (id) ON DELETE CASCADE,  -- NULL if the source could not be kept
    name    TEXT,
    url     TEXT,
    sha256  TEXT,
    reason  TEXT NOT NULL,
    detail  TEXT NOT NULL,
    readers TEXT NOT NULL,
    added   TEXT NOT NULL
) STRICT;
CREATE INDEX unread_page_by_name ON unread_page (name, reason);

CREATE TABLE article (                   -- has the id of its page
    id         INTEGER PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,            -- story live gallery video opinion index other
    is_article INTEGER NOT NULL,
    language   TEXT,
    published  TEXT,                     -- ISO 8601, as exact as the page says
    modified   TEXT,
    day        TEXT,                     -- the day of published, to sort by
    site       TEXT,
    publisher  TEXT,
    agency     TEXT,
    section    TEXT,
    headline   TEXT,
    deck       TEXT,
    bylines    TEXT,                     -- JSON list of names; NULL if none
    copyright  TEXT,
    story      INTEGER,                  -- articles of one story share it: the id of the first of them
    relation   TEXT,                     -- to the first: copy or version; NULL for the first itself
    shared     REAL,                     -- share of the shorter text that it has in common with the first
    readers    TEXT NOT NULL,            -- version of onrecord that read it
    made       TEXT NOT NULL
) STRICT;
CREATE INDEX article_by_day ON article (day);
CREATE INDEX article_by_story ON article (story) WHERE story IS NOT NULL;

CREATE TABLE body (                      -- the article's text, and the whole reading (archive/bodies.py packs it)
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    text       TEXT NOT NULL,
    reading    BLOB NOT NULL             -- JSON, zstd with the page's source as dictionary
) STRICT;

CREATE TABLE person (                    -- a person across articles
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    key         TEXT NOT NULL,           -- the name folded, to find its like
    merged_into INTEGER REFERENCES person (id),
    articles    INTEGER NOT NULL DEFAULT 0,
    statements  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX person_by_key ON person (key);
CREATE INDEX person_by_merger ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE entity (
    article_id   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,
    kind         TEXT NOT NULL,          -- person organisation place other
    name         TEXT NOT NULL,
    person_id    INTEGER REFERENCES person (id),  -- NULL if not a person
    age          INTEGER,
    roles        TEXT,                   -- JSON list; NULL if none
    affiliations TEXT,                   -- JSON list; NULL if none
    mentions     TEXT NOT NULL,          -- JSON list: [start, end, form, start, …]; the view unfolds it
    PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_by_person ON entity (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE attribution (               -- id = article_id * 1048576 + number
    id            INTEGER PRIMARY KEY,
    kind          TEXT NOT NULL,         -- direct indirect mixed
    act           TEXT NOT NULL,
    entity        INTEGER,
    person_id     INTEGER REFERENCES person (id),
    speaker       TEXT,                  -- as the reading names them, where it is no entity of the article
    source_start  INTEGER, source_end  INTEGER,
    cue_start     INTEGER, cue_end     INTEGER,
    content_start INTEGER NOT NULL, content_end INTEGER NOT NULL,
    pieces        TEXT,                  -- JSON of all spans, where one of the three is in several pieces
    confidence    REAL NOT NULL
) STRICT;
CREATE INDEX attribution_by_person ON attribution (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE timex (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    type       TEXT NOT NULL,
    value      TEXT NOT NULL,
    PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    url TEXT, caption TEXT, credit TEXT, alt TEXT,
    PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE card (                      -- related and sponsored items
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    kind       TEXT NOT NULL,            -- related sponsored
    headline   TEXT NOT NULL,
    url TEXT, teaser TEXT, source TEXT, age TEXT,
    PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE ruling (                    -- what a person decided about people; outlasts rereading
    id      INTEGER PRIMARY KEY,
    made    TEXT NOT NULL,
    sha256  TEXT NOT NULL,               -- on this page
    key     TEXT NOT NULL,               -- this name
    person_id INTEGER NOT NULL REFERENCES person (id),  -- is this person
    UNIQUE (sha256, key)
) STRICT;

CREATE TABLE signature (                 -- MinHash of the text, to find copies by; folded is 0 until it was compared
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    minhash    BLOB NOT NULL
) STRICT;
CREATE TABLE unfolded (                  -- articles whose copies were not looked for yet
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
) STRICT;

-- Word indexes. They hold folded words (no accents, no case; scripts without spaces as pairs of characters),
-- made by archive/words.py; the texts themselves are in the tables. `tags` holds what is filtered by.
CREATE VIRTUAL TABLE article_words USING fts5 (
    headline, deck, text, byline, caption, speaker, tags,
    content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
CREATE VIRTUAL TABLE statement_words USING fts5 (
    content, speaker, tags,
    content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
CREATE VIRTUAL TABLE person_words USING fts5 (
    name, role,
    content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
CREATE TABLE person_indexed (            -- what person_words holds of a person, since it cannot be asked
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    role TEXT NOT NULL
) STRICT;

-- What others may rely on.

CREATE VIEW articles AS                  -- one row an article, with its text
SELECT a.id, a.kind, a.language, a.headline, a.deck, b.text, a.bylines, a.agency, a.publisher, a.section,
       a.published, a.modified, a.site, o.url, o.saved, a.copyright, a.story, a.relation, a.shared, p.sha256,
       a.readers
FROM article a JOIN body b ON b.article_id = a.id JOIN page p ON p.id = a.id
LEFT JOIN origin o ON o.page_id = a.id AND o.number = 0
WHERE a.is_article;

CREATE VIEW attributions AS              -- one row an act of saying: who, by which word, what
SELECT t.id, t.id >> 20 AS article_id, t.kind, t.act,
       coalesce(merged.name, p.name, e.name, t.speaker) AS speaker, coalesce(p.merged_into, t.person_id) AS person_id,
       substr(b.text, t.source_start + 1, t.source_end - t.source_start) AS source,
       substr(b.text, t.cue_start + 1, t.cue_end - t.cue_start) AS cue,
       substr(b.text, t.content_start + 1, t.content_end - t.content_start) AS content,
       t.source_start, t.source_end, t.cue_start, t.cue_end, t.content_start, t.content_end, t.pieces, t.confidence,
       a.headline, a.site, a.published
FROM attribution t JOIN article a ON a.id = t.id >> 20 JOIN body b ON b.article_id = a.id
LEFT JOIN entity e ON e.article_id = a.id AND e.number = t.entity
LEFT JOIN person p ON p.id = t.person_id LEFT JOIN person merged ON merged.id = p.merged_into;

CREATE VIEW people AS                    -- one row a person across articles
SELECT id, name, articles, statements FROM person WHERE merged_into IS NULL AND articles > 0;

CREATE VIEW mentions AS                  -- one row a place in a text that names an entity
SELECT e.article_id, e.kind, e.name, substr(b.text, s.value + 1, t.value - s.value) AS text,
       CASE f.value WHEN 0 THEN 'name' WHEN 1 THEN 'short' WHEN 2 THEN 'pronoun' ELSE 'description' END AS form,
       s.value AS start, t.value AS end, e.number AS entity, coalesce(p.merged_into, e.person_id) AS person_id
FROM entity e JOIN body b ON b.article_id = e.article_id
JOIN json_each(e.mentions) s ON s.key % 3 = 0
JOIN json_each(e.mentions) t ON t.key = s.key + 1
JOIN json_each(e.mentions) f ON f.key = s.key + 2
LEFT JOIN person p ON p.id = e.person_id;

CREATE VIEW times AS                     -- one row a time expression (TIMEX3)
SELECT x.article_id, substr(b.text, x.start + 1, x.end - x.start) AS text, x.type, x.value, x.start, x.end
FROM timex x JOIN body b ON b.article_id = x.article_id;

CREATE VIEW pictures AS
SELECT article_id, url, caption, credit, alt FROM picture;

CREATE VIEW cards AS                     -- related and sponsored items on the page
SELECT article_id, kind, headline, url, teaser, source, age FROM card;

CREATE VIEW pages AS                     -- one row a saved page and a place it was found at
SELECT p.id, p.sha256, p.form, p.encoding, p.length, o.name, o.url, o.site, o.saved, p.added, a.kind
FROM page p LEFT JOIN origin o ON o.page_id = p.id LEFT JOIN article a ON a.id = p.id;

CREATE VIEW unread AS                    -- pages that could not be read, and why
SELECT id, name, url, reason, detail, added, page_id FROM unread_page;
