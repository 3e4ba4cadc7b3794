"""A page gives its article and what it says of it, whatever else is wrong with it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.errors import ParleyError, UnreadableSource
from parley.loaders.linked_data import article_data
from parley.loaders.pages import Page, read_page

PARAGRAPHS = (
    "Ruritania has offered Syldavia a truce of 48 hours, Ada Novak said on Monday in Harbourtown.",
    "Syldavia agreed to consider the proposal, she added, while its minister spoke of conditions that are not met.",
    "“We are ready,” he said, and the delegation left for the capital in the evening after a long dinner.",
)
NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ruritania Offers Syldavia a Truce",
    "datePublished": "2031-05-07T10:33:00.000+0200",
    "dateModified": "2031-05-08",
    "publisher": {"@type": "Organization", "name": "The Daily Ruritanian"},
    "mainEntityOfPage": "https://news.example/truce",
}


def html(*blocks: str, head: str = "", body: str = "") -> str:
    told = body or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    scripts = "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)
    menu = '<nav><a href="/">Home</a> <a href="/war">War</a></nav>'
    return (
        f"<!DOCTYPE html><html><head>{head}{scripts}</head><body>{menu}<main><article>{told}</article></main>"
        f"<footer>All rights reserved</footer></body></html>"
    )


def read(page: str | bytes, charset: str = "") -> Page:
    return read_page(page.encode() if isinstance(page, str) else page, "page.html", charset=charset)


def test_the_text_is_the_article_and_not_the_page_around_it() -> None:
    text = read(html()).text
    assert text == "".join(f"{paragraph}\n" for paragraph in PARAGRAPHS)


def test_json_ld_tells_headline_publisher_dates_and_address() -> None:
    page = read(html(json.dumps(NEWS)))
    assert page.title == "Ruritania Offers Syldavia a Truce"
    assert page.publisher == "The Daily Ruritanian"
    assert page.published == "2031-05-07T10:33:00+02:00"
    assert page.modified == "2031-05-08"
    assert page.url == "https://news.example/truce"
    assert page.text.startswith("Ruritania Offers Syldavia a Truce\nRuritania has offered")
    assert page.notes == ()


@pytest.mark.parametrize(
    "block",
    [
        NEWS | {"@context": "http://schema.org"},
        [{"@type": "WebSite", "name": "A site"}, NEWS],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "headline": "no"}, NEWS]},
        NEWS | {"@type": ["Thing", "http://schema.org/NewsArticle"]},
        {
            "@type": "https://schema.org/NewsArticle",
            "https://schema.org/headline": {"@value": NEWS["headline"]},
            "http://schema.org/datePublished": [NEWS["datePublished"]],
            "schema:publisher": ["The Daily Ruritanian"],
        },
        {"@graph": [
            NEWS | {"publisher": {"@id": "#org"}},
            {"@id": "#org", "@type": "Organization", "name": "The Daily Ruritanian"},
        ]},
        {"@type": "WebPage", "mainEntity": NEWS},
        [{"@type": "Article", "headline": "Another", "publisher": "Nobody"}, NEWS],
    ],
)  # fmt: skip
def test_json_ld_is_read_in_all_the_forms_it_has(block: object) -> None:
    page = read(html(json.dumps(block)))
    assert (page.title, page.publisher, page.published) == (
        NEWS["headline"], "The Daily Ruritanian", "2031-05-07T10:33:00+02:00",
    )  # fmt: skip


def test_json_ld_with_entities_line_breaks_and_wrappings_is_read() -> None:
    raw = '<!-- {"@type": "NewsArticle", "headline": "Truce &amp; talks:\n what\x07 &quot;now&quot;?"} -->'
    assert read(html(raw)).title == 'Truce & talks: what "now"?'


def test_broken_json_ld_is_noted_and_the_rest_is_read() -> None:
    page = read(html('{"@type": "NewsArticle", "headline": "x",', json.dumps(NEWS), "[" * 100_000))
    assert page.title == NEWS["headline"]
    assert [note.split(" of ")[0] for note in page.notes] == ["block 1", "block 3"]


def test_meta_tags_tell_what_json_ld_does_not() -> None:
    head = (
        '<title>Truce | Site</title><meta property="og:title" content="A Truce &amp; More">'
        '<meta property="og:site_name" content="The Daily"><meta name="Date" content="not a day">'
        '<meta property="article:published_time" content="2031-05-07 10:33Z">'
        '<meta itemprop="dateModified" content="May 8, 2031"><link rel="shortlink canonical" href="https://n.example/t">'
    )
    page = read(html(head=head))
    assert (page.title, page.publisher) == ("A Truce & More", "The Daily")
    assert (page.published, page.modified) == ("2031-05-07T10:33Z", "May 8, 2031")
    assert page.url == "https://n.example/t"


def test_what_is_no_date_or_no_address_is_not_taken_for_one() -> None:
    head = '<meta name="date" content="2031-13-40"><link rel="canonical" href="/truce"><base href="javascript:1">'
    page = read(html(json.dumps({"@type": "Article", "dateModified": "soon", "url": "file:///etc"}), head=head))
    assert (page.published, page.modified, page.url) == (None, None, None)


def test_a_headline_that_stands_in_the_text_is_not_put_there_again() -> None:
    told = f"<h1>Ruritania Offers a Truce</h1>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}"
    text = read(html(json.dumps(NEWS | {"headline": "Truce!"}), body=told)).text
    assert text.count("Ruritania Offers a Truce") == 1
    assert "Truce!" not in text


def test_lists_keep_their_markers_and_headings_their_lines() -> None:
    told = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    text = read(
        html(body=f"{told}<h2>Proposals</h2><ul><li><b>Truce:</b> 48 hours</li><li>100 prisoners</li></ul>")
    ).text
    assert text.endswith("Proposals\n- Truce: 48 hours\n- 100 prisoners\n")


def test_control_characters_and_entities_come_out_as_text() -> None:
    text = read(
        html(body="<p>Trea\x08ty\x00 of&nbsp;Har&shy;bour&#8203;town &amp; more &#x201c;now&#x201d; &lt;b&gt;.</p>" * 1)
    ).text
    assert text == "Treaty of Harbourtown & more “now” <b>.\n"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<div>", "</div>"),
        ("<ul><li>", "</li></ul>"),
        ("<b>", "</b>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<div>", ""),
    ],
)
def test_a_page_that_is_nested_too_deeply_is_read_all_the_same(opening: str, closing: str) -> None:
    text = read(html(body=f"{opening * 10_000}<p>{PARAGRAPHS[0]}</p>{closing * 10_000}")).text
    assert PARAGRAPHS[0] in text


def test_a_line_of_five_megabytes_is_read() -> None:
    sentence = "Ruritania has offered Syldavia a truce, Ada Novak said. "
    assert len(read(html(body=f"<p>{sentence * 90_000}</p>")).text) >= 5_000_000


@pytest.mark.parametrize(
    ("encoding", "declared", "charset"),
    [
        ("utf-8", "iso-8859-1", ""),
        ("utf-8", "no-such-charset", "iso-8859-1"),
        ("utf-8-sig", "windows-1251", ""),
        ("windows-1252", "iso-8859-1", ""),
        ("windows-1252", "utf-8", ""),
        ("windows-1252", "hex", "rot13"),
        ("windows-1251", "windows-1251", "")
        , ("windows-1251", "utf-8", "windows-1251"),
        ("utf-16", "utf-8", ""),
    ],
)  # fmt: skip
def test_the_charset_is_found_whatever_the_page_declares(encoding: str, declared: str, charset: str) -> None:
    letter = "ж" if encoding == "windows-1251" else "ü"
    told = "".join(f"<p>{paragraph} “{letter}”</p>" for paragraph in PARAGRAPHS)
    page = html(head=f'<meta charset="{declared}">', body=told)
    assert f"“{letter}”" in read(page.encode(encoding), charset).text


def test_the_body_in_json_ld_is_read_when_the_page_shows_nothing() -> None:
    block = json.dumps(NEWS | {"articleBody": "\n".join(PARAGRAPHS)})
    text = read(f'<html><head><script type="application/ld+json">{block}</script></head><body></body></html>').text
    assert text == "\n".join((str(NEWS["headline"]), *PARAGRAPHS)) + "\n"


@pytest.mark.parametrize(
    "page", [b"", b"<html></html>", b"<html><body><script>let x = 1</script></body></html>", b"\xff\xfe<"]
)
def test_a_page_without_text_is_one_line(page: bytes) -> None:
    with pytest.raises(UnreadableSource) as raised:
        read(page)
    assert "\n" not in str(raised.value)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<div", ">", "</div>", "<li>", "<!--", "-->", "<script>", "</script>", "<h1>", "&amp", "\0",
     "<meta ", "content=", "'", '"', "talks ", "<![CDATA[", "]]>", "<svg>", "\ud800",
     "é", "<table><tr>", "<html>", "<br/>"]
), max_size=60))  # fmt: skip
def test_any_tag_soup_is_read_or_refused(parts: list[str]) -> None:
    try:
        page = read("".join(parts).encode("utf-8", "surrogatepass"))
    except ParleyError:
        return
    assert page.text.strip()
    assert "\0" not in page.text


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@id", "@type", "publisher", "name", "headline", "url", "@value", "@graph"]), inner
        )
    ),
    max_leaves=12,
)


@given(json_values)
def test_any_json_is_understood_or_passed_over(value: object) -> None:
    data, notes = article_data([json.dumps(value)])
    assert notes == ()
    assert isinstance(data.headline + data.publisher + data.url, str)


def test_boxes_of_links_are_no_part_of_the_article() -> None:
    for box in (
        '<div class="x"><h3>See also</h3><p><a href="/1">Visit to Borduria</a></p></div>',
        "<section><strong>Related stories</strong><ul><li>Borduria agrees to free 30 sailors</li></ul></section>",
        '<div class="wall"><h2>Subscribe to continue reading</h2><p>Borduria in full. A month for 1 crown.</p></div>',
        '<aside><div>Read more:</div><p><a href="/1">Borduria rejects the plan</a></p></aside>',
    ):
        told = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
        assert "Borduria" not in read(html(body=f"<h1>Truce talks</h1>{told}{box}")).text
        assert read(html(body=f"<h1>Truce talks</h1><p>{PARAGRAPHS[0]}</p>{box}")).text.splitlines() == [
            "Truce talks",
            PARAGRAPHS[0],
        ]


def test_what_only_begins_like_a_heading_of_links_stays() -> None:
    told = "<div><h2>Related parties meet</h2><p>See also what the ministers of Ruritania said on Monday.</p></div>"
    assert "Related parties meet" in read(html(body=told + f"<p>{PARAGRAPHS[0]}</p>")).text


def test_the_name_under_a_quotation_is_kept() -> None:
    told = f"<p>{PARAGRAPHS[0]}</p><blockquote><p>We wait.</p><footer>— Ada Novak, envoy</footer></blockquote>"
    assert "We wait.\n— Ada Novak, envoy\n" in read(html(body=told + f"<p>{PARAGRAPHS[1]}</p>")).text


def test_the_day_is_told_by_a_time_tag_where_nothing_else_tells_it() -> None:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    times = (
        '<time datetime="2031-05-07T10:00:00Z" itemprop="datePublished">7 May</time><time datetime="2031-06-01"/>',
        '<time class="post__published" datetime="2031-05-07T10:00:00Z">7 May</time>',
        '<time datetime="2031-05-07T10:00:00Z">7 May</time>',
    )
    assert {read(html(body=time + told)).published for time in times} == {"2031-05-07T10:00:00Z"}
    two = '<time datetime="2031-05-07">7 May</time><time datetime="2031-05-08">8 May</time>'
    assert read(html(body=two + told)).published is None


def test_a_live_report_has_the_headline_of_the_page_and_not_of_an_entry() -> None:
    live = {"@type": "LiveBlogPosting", "headline": "Truce talks live", "datePublished": "2031-05-07"}
    entry = {"@type": "BlogPosting", "headline": "Novak arrives", "datePublished": "2031-05-08"}
    told = "<h1>Truce talks live: both sides meet</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = read(html(json.dumps({**live, "liveBlogUpdate": [entry]}), body=told))
    assert (page.title, page.published) == ("Truce talks live: both sides meet", "2031-05-07")


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Truce talks | Harbour Post", "Harbour Post"),
        ("Truce talks - The Harbour Post", "The Harbour Post"),
        ("Truce talks", None),
        ("Truce talks, day two", None),
        ("Harbour Post", None),
    ],
)
def test_the_outlet_may_stand_behind_the_headline_in_the_title(title: str, publisher: str | None) -> None:
    told = "<h1>Truce talks</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert read(html(head=f"<title>{title}</title>", body=told)).publisher == publisher
