-- An article's own address: where its page was found or, where nobody knew, what the page declares of itself.
ALTER TABLE article ADD COLUMN url TEXT;
UPDATE article SET url = (SELECT url FROM origin WHERE page_id = article.id AND url IS NOT NULL ORDER BY number LIMIT 1);

DROP VIEW articles;
CREATE VIEW articles AS                  -- one row an article, with its text
SELECT a.id, a.kind, a.language, a.headline, a.deck, b.text, a.bylines, a.agency, a.publisher, a.section,
       a.published, a.modified, a.site, a.url, o.saved, a.copyright, a.story, a.relation, a.shared, p.sha256,
       a.readers
FROM article a JOIN body b ON b.article_id = a.id JOIN page p ON p.id = a.id
LEFT JOIN origin o ON o.page_id = a.id AND o.number = 0
WHERE a.is_article;

-- What the front page counts, without reading every article.
CREATE INDEX article_by_site ON article (site, is_article, readers);
