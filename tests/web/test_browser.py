"""The pages in a real browser: found, lit, cited, added; on small screens, by keyboard, without a script."""

from typing import Any

import pytest

from tests.web.conftest import DROPPED, Served, Window

PATHS = (
    "/",
    "/search",
    "/search?q=contract",
    "/search?find=articles&q=breakwater",
    "/search?find=people",
    "/search?q=zzzz",
    "/search?q=%22never+closed",
    "/articles/1",
    "/articles/3",
    "/articles/5",
    "/articles/9",
    "/people",
    "/people/1",
    "/unread",
    "/add",
    "/help",
    "/nowhere",
)


def lit(page: Any) -> str:
    """The words lit in the saved page beside."""
    marks = page.frame_locator("iframe[name=saved]").locator("mark.content")
    marks.first.wait_for()
    return " ".join(marks.all_inner_texts())


def test_from_search_to_lit_evidence_in_three_clicks(window: Window) -> None:
    page = window.open("/")
    page.fill("#q", "contract")
    page.get_by_role("button", name="Search").click()  # 1
    page.wait_for_selector(".hit-list mark")
    said = page.inner_text(".hit-list blockquote >> nth=0")
    page.click(".hit-list blockquote a >> nth=0")  # 2
    page.wait_for_load_state("load")
    assert "contract" in said
    assert lit(page) == said
    mark = page.frame_locator("iframe[name=saved]").locator("mark#lit")
    assert mark.is_visible()
    assert window.complaints == []
    assert window.strangers() == []


def test_a_statement_clicked_in_a_story_is_lit_in_the_saved_page(window: Window) -> None:
    page = window.open("/articles/9")
    said = page.locator("a.said.content").nth(3)
    number = said.get_attribute("data-said")
    said.click()
    words = " ".join(page.locator(f'a.said.content[data-said="{number}"]').all_inner_texts())
    page.wait_for_function("document.querySelector('.said.now') !== null")
    assert lit(page) == words


def test_our_type_is_loaded_for_our_pages_and_for_the_saved_page(window: Window) -> None:
    page = window.open("/articles/9")
    for frame in page.frames:
        frame.wait_for_load_state("load")
        loaded = "document.fonts.ready.then(() => [...document.fonts].some((one) => one.status === 'loaded'))"
        assert frame.evaluate(loaded), frame.url
    assert window.complaints == []


def test_the_same_without_a_script(bare: Window) -> None:
    page = bare.open("/search?q=contract")
    page.click(".hit-list .by a >> nth=-1")
    page.wait_for_load_state("load")
    said = page.locator("a.said.content").first
    said.click()
    assert lit(page).startswith(said.inner_text())
    assert bare.complaints == []


def test_a_part_clicked_in_the_margin_is_lit_in_the_saved_page(window: Window) -> None:
    page = window.open("/articles/9")
    page.click(".part.headline .margin a")
    mark = page.frame_locator("iframe[name=saved]").locator("mark.part")
    mark.first.wait_for()
    assert " ".join(mark.all_inner_texts()) == page.inner_text("h1")


def test_lit_words_far_down_a_page_are_scrolled_to(window: Window) -> None:
    page = window.open("/articles/9")
    page.locator("a.said.content:not([tabindex])").last.click()
    mark = page.frame_locator("iframe[name=saved]").locator("mark#lit")
    mark.wait_for()
    box, frame = mark.bounding_box(), page.locator("iframe[name=saved]").bounding_box()
    assert frame["y"] <= box["y"] < frame["y"] + frame["height"]


def test_a_story_opened_at_a_statement_shows_it_over_the_saved_page(small: Window) -> None:
    page = small.open("/")
    links = page.locator("a[href*='said=']").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    scrolled = 0
    for href in dict.fromkeys(links):
        page = small.open(href)
        said = page.locator(".reading .said.now").first.bounding_box(timeout=20_000)
        sheet = page.locator(".evidence").bounding_box()
        assert said["y"] >= 0
        assert said["y"] + said["height"] <= sheet["y"]
        scrolled += page.evaluate("scrollY") > 0
    assert scrolled, "all stood in view anyway"


def test_typing_searches_at_once_where_there_is_a_script(window: Window) -> None:
    page = window.open("/search")
    page.fill("#q", "breakwater")
    page.press("#q", "End")
    page.type("#q", " plan")
    page.wait_for_url("**q=breakwater*")
    assert window.complaints == []


def test_a_range_can_be_brushed_on_the_timeline(window: Window) -> None:
    page = window.open("/search")
    box = page.locator("svg.timeline").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 30, steps=5)
    page.mouse.up()
    page.wait_for_url("**from=*")
    assert "to=" in page.url
    assert page.locator(".chosen").inner_text().startswith("Only")


def test_a_bar_of_the_timeline_leads_to_its_days_without_a_script(bare: Window) -> None:
    page = bare.open("/search")
    bar = page.locator("svg.timeline a.bar:not([tabindex])").first
    first = bar.get_attribute("data-first")
    page.goto(bare.url + bar.get_attribute("href"))
    assert page.input_value("#from") == first
    assert page.locator(".hit-list > li").count() >= 1


def test_no_page_complains_or_asks_anybody_else(window: Window) -> None:
    for path in PATHS:
        window.open(path)
    assert [line for line in window.complaints if "status of 404" not in line] == []
    assert window.strangers() == []


def test_no_page_is_wider_than_a_small_screen(small: Window) -> None:
    wide = {
        path: width
        for path in PATHS
        if (width := small.open(path).evaluate("document.documentElement.scrollWidth")) > 375
    }
    assert wide == {}


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("/", "light"),
        ("/search?q=contract", "light"),
        ("/search?find=articles&q=breakwater", "dark"),
        ("/articles/1", "light"),
        ("/articles/9", "light"),
        ("statement", "light"),
        ("/people/1", "light"),
        ("/unread", "light"),
        ("/add", "dark"),
        ("/help", "light"),
    ],
)
def test_axe_finds_nothing_serious(chromium: Any, served: Served, path: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    window = Window(context.new_page(), served.url)
    if path == "statement":
        path = window.open("/search").get_attribute(".hit-list blockquote a", "href")
    found = axe.Axe().run(window.open(path), options={"iframes": False}).response["violations"]
    context.close()
    serious = [
        (one["id"], node["target"], node["failureSummary"])
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    assert serious == []


def test_keys_lead_through_the_results(window: Window) -> None:
    page = window.open("/search?q=contract")
    page.keyboard.press("j")
    page.keyboard.press("j")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused == page.get_attribute(".hit-list blockquote a >> nth=1", "href")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"


def test_the_first_stop_of_the_keyboard_skips_to_the_content(window: Window) -> None:
    page = window.open("/articles/9")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


def test_a_citation_can_be_copied(chromium: Any, served: Served) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    window = Window(context.new_page(), served.url)
    page = window.open("/search?q=contract")
    page.click(".hit-list blockquote a >> nth=0")
    page.click("button[data-copy] >> nth=1")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert "sha256" in copied
    assert "the contract runs until 2031" in copied


def test_files_dropped_in_the_add_box_are_read_and_kept(window: Window) -> None:
    page = window.open("/add")
    page.set_input_files(
        "#files",
        [
            {"name": "dropped.html", "mimeType": "text/html", "buffer": DROPPED.raw},
            {"name": "<img src=x>.bin", "mimeType": "text/plain", "buffer": b"\x00"},
        ],
    )
    page.click("text=Read them")
    page.wait_for_selector(".outcomes")
    assert "is not a page" in page.inner_text(".outcomes")
    page.click("text=A page that was dropped in")
    page.wait_for_selector(".reading h1")
    assert page.inner_text(".reading h1") == "A page that was dropped in"


def test_an_empty_archive_says_what_to_do(chromium: Any, empty: Served) -> None:
    context = chromium.new_context()
    window = Window(context.new_page(), empty.url)
    assert "Nothing is on record yet" in window.open("/").inner_text("main")
    for path in ("/search", "/people", "/unread", "/add", "/search?find=articles"):
        window.open(path)
    assert window.complaints == []
    context.close()


def test_a_page_made_to_attack_does_nothing(window: Window) -> None:
    page = window.open("/search?q=hand+over+ships")
    paths = [page.get_attribute(".hit-list blockquote a >> nth=0", "href")]
    paths.append(page.get_attribute(".hit-list .by a >> nth=-1", "href"))
    paths.append(page.get_attribute(".hit-list .by a >> nth=0", "href"))
    article = paths[1].split("?")[0]
    paths += [f"{article}/saved", f"{article}/saved?as=source", f"{article}/saved?said=0", "/", "/people"]
    paths += [
        "/search?q=%3Cscript%3Etop.hacked=1%3C/script%3E",
        "/search?site=%22%3E%3Cimg%20src=x%20onerror=top.hacked=1%3E",
    ]
    for path in paths:
        page = window.open(path)
        page.wait_for_timeout(60)
        assert page.evaluate("window.hacked") is None
        assert (
            page.locator("main script, main img, [onerror], [onload], [href^='javascript:' i]").count() == 0
        )
        for frame in page.frames:
            assert (
                frame.locator(
                    "script[src^='http://evil'], iframe[src*=evil], form[action*=evil], [onerror]"
                ).count()
                == 0
            )
    assert window.strangers() == []
    assert page.url.startswith(window.url)
