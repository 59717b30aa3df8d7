"""What meta tags say, in the dialects that news sites write: OpenGraph, Dublin Core, Parse.ly, Sailthru."""

import re
from collections.abc import Iterator

from ..markup import Element
from .words import plain

Found = tuple[int, str, str, str, Element]
"""Rank of trust (low is better), field, value, place, element."""

_FIELDS = {
    "headline": (
        "og:title sailthru.title parsely-title cxenseparse:title dc.title dcterms.title "
        "citation_title headline twitter:title twitter:text:title mrf:title vf:title article.headline "
        "title"
    ),
    "description": (
        "og:description description sailthru.description dc.description dcterms.description "
        "twitter:description abstract"
    ),
    "published": (
        "article:published_time og:article:published_time article:published og:published_time "
        "parsely-pub-date cxenseparse:recs:publishtime cxenseparse:publishtime "
        "cxenseparse:publishing-date sailthru.date rnews:datepublished datepublished "
        "vr:published_time mrf:published article.published bt:pubdate published_time published-date "
        "publisheddate publish_date publish-date publishdate publication_date publicationdate "
        "pub_date pubdate og:pubdate date.published originalpublicationdate article_date_original "
        "article-date article:post_date shareaholic:article_published_time citation_publication_date "
        "citation_date citation_online_date dcterms.issued dc.date.issued dc.date.published "
        "dcterms.date dc.date dc.date.created dcterms.created created date.created datecreated "
        "creation_date date last-publish-date release_date displaydate display-date timestamp time "
        "eomportal-lastupdate-first"
    ),
    "modified": (
        "article:modified_time og:article:modified_time article:modified og:updated_time "
        "og:modified_time datemodified article.updated article:updated_time dcterms.modified "
        "dc.date.modified dc.date.updated article_date_updated lastmod last-modified last_modified "
        "last-updated lastupdated updated modified revised date.updated moddate eomportal-lastupdate"
    ),
    "author": (
        "parsely-author sailthru.author cxenseparse:author article:author_name article.author "
        "citation_author dc.creator dcterms.creator dc.contributor.author vr:author mrf:authors "
        "rnews:author byl byline author authors og:article:author article:author content-author "
        "og:author creator"
    ),
    "publisher": "dc.publisher dcterms.publisher citation_journal_title publisher web_author",
    "site_name": (
        "og:site_name og:site application-name apple-mobile-web-app-title al:ios:app_name "
        "al:android:app_name site_name cre"
    ),
    "section": (
        "article:section og:article:section parsely-section section cxenseparse:category "
        "article.section mrf:sections category dc.subject"
    ),
    "language": "content-language language dc.language dcterms.language og:locale inlanguage",
    "image": (
        "og:image og:image:secure_url og:image:url twitter:image twitter:image:src "
        "sailthru.image.full parsely-image-url thumbnail"
    ),
    "image_alt": "og:image:alt twitter:image:alt",
    "url": "og:url twitter:url",
    "kind": "og:type pagetype page-type page_type cxenseparse:pageclass parsely-type vf:page_type",
    "access": "article:content_tier access",
    "opinion": "article:opinion",
    "agency": "article:agency news_source source_organization dc.source article:source agency",
    "topics": "news_keywords keywords article:tag parsely-tags",
    "copyright": "copyright dcterms.rights dc.rights rights",
}
"""Our word for a field, and the names of the tags that give it, most trusted first."""

_NAMES = {name: (field, rank) for field, names in _FIELDS.items() for rank, name in enumerate(names.split())}
_ADDRESS = re.compile(r"\s*(?:https?:)?//\S+\s*$|\s*www\.\S+\s*$|\s*@\w+\s*$|\s*/\S+\s*$")
_READING_TIME = re.compile(r"\d")


def read_metas(metas: list[Element]) -> Iterator[Found]:
    """Every meta tag that declares something we have a word for."""
    labels: dict[str, tuple[str, Element]] = {}
    for element in metas:
        name = element.attr("property") or element.attr("name") or element.attr("http-equiv")
        if not name:
            continue
        name = name.strip().lower()
        known = _NAMES.get(name)
        if known is None:
            if name == "twitter:data1":
                labels[name] = (element.attr("content") or "", element)
            continue
        content = element.attr("content")
        if not content or not (value := plain(content)):
            continue
        field, rank = known
        if field == "author" and _ADDRESS.match(value):
            continue
        yield rank, field, value, f"meta {name}", element
    # WordPress writes "Written by" (in any language) and the name as a pair for link previews
    for value, element in labels.values():
        if value and not _READING_TIME.search(value) and len(value) < 80:
            yield 60, "author", plain(value), "meta twitter:data1", element
