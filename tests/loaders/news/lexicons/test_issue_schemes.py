"""A scheme of issues of a user's own takes the place of the shipped one, and says in which line it is wrong."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from parley.graph.identifiers import OUR_ISSUES
from parley.graph.records import Issue, Item
from parley.loaders.news.acts.issues import issues_of
from parley.loaders.news.extract import extractor_version, read_article
from parley.loaders.news.lexicons.issue_schemes import our_issues, read_issues
from parley.loaders.news.lexicons.strict_yaml import LexiconError
from parley.ontology.terms import ISSUES, PARLEY

EXAMPLE = Path(__file__).parents[4] / "examples" / "issues" / "peace.yaml"
HEAD = "scheme: lake\nlabel: issues of the lake\nissues:\n"
ARTICLE = (
    "Chad and Sudan resume their talks\n\nChad demanded that Sudan open the upstream dam by June.\n\n"
    "Sudan offered to release 40 prisoners. Chad rejected the tariff on gum arabic."
)


def written(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def items(path: Path) -> dict[str, tuple[str, ...]]:
    read = read_article(ARTICLE, source_id="a", issues=read_issues(path))
    return {record.label: record.issues for record in read.records if isinstance(record, Item)}


def test_the_shipped_scheme_says_what_the_vocabulary_says() -> None:
    turtle = files("parley.ontology").joinpath("parley.ttl").read_text(encoding="utf-8")
    vocabulary = Graph().parse(data=turtle, format="turtle")

    def told(id: str) -> Issue:
        node = URIRef(ISSUES[id])
        above = "".join(str(one).rpartition("#issue-")[2] for one in vocabulary.objects(node, SKOS.broader))
        codes = sorted(map(str, vocabulary.objects(node, SKOS.notation)))
        return Issue(id, str(vocabulary.value(node, SKOS.prefLabel)), above, tuple(codes))

    scheme = our_issues().scheme
    assert {issue.id: issue for issue in scheme.issues} == {id: told(id) for id in ISSUES}
    assert scheme.id == OUR_ISSUES
    assert scheme.label == str(vocabulary.value(URIRef(PARLEY["scheme-issue"]), SKOS.prefLabel))


def test_every_code_is_a_column_of_pax(shared: Path) -> None:
    header = (shared / "samples" / "pax" / "pax_v2_russia_ukraine.csv").read_text(encoding="utf-8").split("\n")[0]
    for scheme in (our_issues().scheme, read_issues(EXAMPLE).scheme):
        assert {code for issue in scheme.issues for code in issue.codes} <= set(header.split(","))


def test_the_example_is_in_order_and_finds_what_it_names() -> None:
    peace = read_issues(EXAMPLE)
    assert issues_of("Release of 40 prisoners and two minefields", peace) == ("mines", "prisoners")
    assert issues_of("lower tariffs on tea", peace) == ()
    assert Issue("prisoners", "prisoner release", "transition", ("TjPrire",)) in peace.scheme.issues


def test_items_are_on_the_issues_of_a_users_scheme_and_on_none_where_none_fits(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        f"{HEAD}  dams: {{label: dams, words: [dam]}}\n  held: {{label: people held, pattern: 'prisoners?'}}\n",
    )
    assert items(path) == {
        "Sudan open the upstream dam by June": ("dams",),
        "release 40 prisoners": ("held",),
        "the tariff on gum arabic": (),
    }


def test_what_no_issue_fits_is_on_the_other_one_where_there_is_one(tmp_path: Path) -> None:
    text = f"other: rest\n{HEAD}  dams: {{label: dams, words: [dam]}}\n  rest: {{label: all the rest}}\n"
    assert set(items(written(tmp_path, text)).values()) == {("dams",), ("rest",)}


def test_an_item_without_an_issue_takes_the_nearest_one_only_where_the_scheme_says_so(tmp_path: Path) -> None:
    scheme = f"{HEAD}  held: {{label: people held, words: [prisoner]}}\n"
    assert items(written(tmp_path, scheme))["the tariff on gum arabic"] == ()
    assert items(written(tmp_path, f"nearest: true\n{scheme}"))["the tariff on gum arabic"] == ("held",)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("[ferry]", "two Ferries a day", True),
        ("[tax]", "lower TAXES", True),
        ("[tax]", "by taxi", False),
        ("[relief convoy]", "the relief\nconvoys", True),
        ("[ally]", "bally rallying", False),
        ("['c++']", "written in c++", True),
    ],
)
def test_words_are_whole_and_in_any_number(tmp_path: Path, words: str, text: str, found: bool) -> None:
    scheme = read_issues(written(tmp_path, f"{HEAD}  it: {{label: it, words: {words}}}\n"))
    assert bool(issues_of(text, scheme)) is found


def test_another_scheme_or_another_word_in_it_is_another_reading(tmp_path: Path) -> None:
    versions = {extractor_version(None, our_issues()), extractor_version(None, read_issues(EXAMPLE))}
    for word in ("dam", "weir"):
        path = written(tmp_path, f"{HEAD}  dams: {{label: dams, words: [{word}]}}\n")
        versions.add(extractor_version(None, read_issues(path)))
    assert len(versions) == 4
    assert extractor_version() in versions


FAULTS = [
    (f"{HEAD}  a b: {{label: x}}\n", 4, "issues/a b: 'a b' is no id"),
    (f"{HEAD}  a: {{label: x, broader: dams}}\n  dam: {{label: y}}\n", 4, "issues/a/broader: there is no issue 'dams'"),
    (f"{HEAD}  a: {{label: x, broader: b}}\n  b: {{label: y, broader: a}}\n", 4, "'a' is above itself: a < b < a"),
    (f"{HEAD}  a: {{label: x, wods: [y]}}\n", 4, "issues/a/wods: there is no such field; did you mean words?"),
    (f"{HEAD}  a: {{label: x, pattern: '('}}\n", 4, "issues/a/pattern: '(' is no regular expression"),
    (f"{HEAD}  a: {{label: x, pattern: '{'(' * 5000}x{')' * 5000}'}}\n", 4, "is no regular expression"),
    (f"{HEAD}  a: {{label: x, pattern: 'y{{99999999999}}'}}\n", 4, "is no regular expression"),
    (f"{HEAD}  a: {{label: x, pattern: '[[x]y'}}\n", 4, "is no regular expression"),
    (f"{HEAD}  a: {{label: x, pattern: 'y*'}}\n", 4, "fits any text"),
    (f"{HEAD}  a: {{label: x, pattern: 'Nile'}}\n", 4, "'Nile' has a capital letter and would never be found"),
    (f"{HEAD}  a: {{label: x, words: [Nile]}}\n", 4, "did you mean nile?"),
    (f"{HEAD}  a: {{label: x, code: 7}}\n", 4, "issues/a/code: 7 is no code of PA-X"),
    (f"{HEAD}  a: {{label: x}}\n  b: {{label: x}}\n", 5, "issues/b/label: 'x' is in another entry too"),
    (f"{HEAD}  a: {{label: x}}\n  a: {{label: y}}\n", 5, "a: stands twice, in lines 4 and 5"),
    (f"{HEAD}  a: {{words: [x]}}\n", 4, "issues/a: has no field 'label'"),
    ("scheme: ../../x\nlabel: y\nissues: {a: {label: z}}\n", 1, "scheme: '../../x' is no id"),
    ("scheme: x\nlabel: y\nissues: {}\n", 3, "issues: has no entry"),
    ("scheme: x\nlabel: y\nother: b\nissues: {a: {label: z}}\n", 3, "other: there is no issue 'b'"),
    ("scheme: x\nlabel: y\nissues: &a {a: {label: z}}\n", 3, "& and * refer to other places"),
    ("scheme: !!int x\nlabel: y\nissues: {a: {label: z}}\n", 1, "tags (!...) are not taken"),
    ("scheme: x\nlabel: [\n", 3, "is not valid YAML"),
    (f"scheme: {'[' * 4000}", 1, "too deep"),
    ("scheme: x\nlabel: 2025-13-45\n", 0, "put it in quotes"),
    ("scheme: parley\nlabel: y\nissues: {a: {label: z}}\n", 0, "scheme: 'parley' is the shipped scheme"),
    ("", 0, "a mapping is wanted"),
]


@pytest.mark.parametrize(("text", "line", "why"), FAULTS, ids=range(len(FAULTS)))
def test_a_scheme_that_is_wrong_is_one_line_with_file_line_and_key(
    tmp_path: Path, text: str, line: int, why: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(LexiconError, match=re.escape(why)) as caught:
        read_issues(path)
    assert caught.value.line == line
    assert caught.value.told.startswith(f"{path}:{line}: " if line else f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for path, why in ((tmp_path / "none.yaml", "there is no such file"), (tmp_path, "cannot be read")):
        with pytest.raises(LexiconError, match=why):
            read_issues(path)
    (tmp_path / "large.yaml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(LexiconError, match="more than 1,000,000 bytes"):
        read_issues(tmp_path / "large.yaml")
