"""IRIs come from keys: valid whatever the key holds, readable, and never shared by two keys."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.errors import UnwritableValue
from parley.graph.identifiers import DEFAULT_BASE, Minter, path_segment
from parley.graph.records import Key

MINTER = Minter()
names = (
    st.text() | st.text('ab-_.~/% \n"<>{}é中', max_size=12) | st.from_regex(r"[a-c]{1,3}-[0-9a-f]{12}", fullmatch=True)
)


@given(names, names)
def test_two_names_never_share_a_segment(one: str, other: str) -> None:
    assert (path_segment(one) == path_segment(other)) == (one == other)


@given(names, names)
def test_any_key_and_any_source_id_give_a_valid_iri(source_id: str, name: str) -> None:
    iri = MINTER.node(source_id, Key(f"person/{name}"))
    ox.parse(f"<{iri}> <{iri}> <{iri}> .", ox.RdfFormat.N_TRIPLES).__next__()
    assert iri.isascii()
    assert iri.count("/") == DEFAULT_BASE.count("/") + 3


@given(names)
def test_a_hashed_name_is_not_the_name_of_another_key(name: str) -> None:
    segment = path_segment(name)
    assert segment == name or path_segment(segment) != segment


def test_a_plain_name_stands_as_it_is_and_any_other_stays_readable() -> None:
    assert MINTER.world(Key("state/XN")) == f"{DEFAULT_BASE}state/XN"
    assert MINTER.node("talks", Key("person/Ольга Ко")).startswith(f"{DEFAULT_BASE}source/talks/person/ol-ga-ko-")


def test_posts_of_one_title_in_two_organisations_are_two() -> None:
    first, second = (MINTER.post("x", "minister", organization) for organization in ("", "https://e.example/o"))
    assert first != second


@pytest.mark.parametrize("key", ["person", "", "/x", "source/x", "graph/identity"])
def test_a_text_that_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(UnwritableValue, match="kind/name"):
        MINTER.world(Key(key))


@pytest.mark.parametrize(
    "base", ["", "no-scheme/", "https://e.example/no-slash", "https://e.example/a b/", "https://e.example/#/"]
)
def test_a_base_that_iris_cannot_start_with_is_refused(base: str) -> None:
    with pytest.raises(UnwritableValue, match="base"):
        Minter(base)
