"""The lexicons of the news room: words stay words, and what may change a result changes the fingerprint."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

import pytest

from parley.loaders.news.lexicons.strict_yaml import LexiconError, parse_table, to_truth
from parley.loaders.news.lexicons.word_lists import fingerprint, lexicon, wordset

ROOM = files("parley.loaders.news.lexicons")
READER = Path(__file__).parents[4] / "loaders" / "news"
FILES = sorted(entry.name for entry in ROOM.iterdir() if entry.name.endswith(".yaml"))


@pytest.mark.parametrize("word", ["on", "off", "yes", "no", "y", "On", "NO"])
def test_a_word_is_a_word_without_quotes(word: str) -> None:
    assert parse_table("made.yaml", f"{word}: [{word}]".encode()) == {word: [word]}


@pytest.mark.parametrize(("text", "truth"), [("true", True), ("False", False)])
def test_true_and_false_are_truths(text: str, truth: bool) -> None:
    assert to_truth(parse_table("made.yaml", f"past: {text}".encode())["past"], "made.yaml", "past") is truth


@pytest.mark.parametrize("file", FILES)
def test_every_lexicon_is_read_strictly_and_says_what_it_is(file: str) -> None:
    data = ROOM.joinpath(file).read_bytes()
    assert parse_table(file, data)
    assert data.startswith(b"# ")


def test_a_wordset_holds_the_words_of_its_place() -> None:
    assert wordset("words", "names", "particles") >= {"von", "bin"}
    assert wordset("words", "layout", "small") >= {"on", "the"}
    assert wordset("topics", "negotiation") == frozenset(lexicon("topics")["negotiation"])


def test_a_wordset_of_something_else_is_refused() -> None:
    with pytest.raises(LexiconError, match="a list is wanted"):
        wordset("words", "names")


def test_the_fingerprint_is_over_every_lexicon_and_module_of_the_rooms() -> None:
    digest = hashlib.sha256()
    paths = [path for path in READER.rglob("*") if path.suffix in (".yaml", ".py")]
    read = {path.relative_to(READER).as_posix(): path.read_bytes() for path in paths}
    for name in sorted(read):
        if not name.rpartition("/")[2].startswith("make_"):  # scripts that make a lexicon read no article
            digest.update(name.encode() + b"\0" + read[name] + b"\0")
    assert fingerprint() == digest.hexdigest()[:16]
