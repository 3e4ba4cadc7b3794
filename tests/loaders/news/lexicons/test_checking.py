"""Lexicons are checked when they are first used: what is wrong is told with its file, its line and what was meant."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.graph.records import EventKind
from parley.loaders.news.lexicons.checking import all_faults, checked_reader
from parley.loaders.news.lexicons.schemas import SCHEMAS
from parley.loaders.news.lexicons.shapes import Each, Entries, Pattern, Record, Shape, Truth, Word, Words
from parley.loaders.news.lexicons.strict_yaml import LexiconError, Place
from parley.loaders.news.lexicons.word_lists import faults_of_lexicons, lexicon, lexicon_bytes, lexicon_names

NAMES = lexicon_names()
few = settings(max_examples=6, suppress_health_check=list(HealthCheck))


def reading(changed: dict[str, bytes]) -> Callable[[str], bytes]:
    """What reads the lexicons as shipped, but for those that are changed."""
    return lambda file: changed[file] if file in changed else lexicon_bytes(file)


def first_fault(name: str, data: bytes) -> LexiconError:
    with pytest.raises(LexiconError) as caught:
        checked_reader(reading({f"{name}.yaml": data}))(name)
    return caught.value


# What is shipped


def test_the_lexicons_that_are_shipped_are_in_order() -> None:
    assert [error.told for error in faults_of_lexicons()] == []


def test_every_lexicon_has_a_shape_and_every_shape_a_lexicon() -> None:
    assert sorted(SCHEMAS) == NAMES


def test_a_lexicon_without_a_shape_is_told() -> None:
    read = reading({"weather.yaml": b"# Words for weather.\nrain: [rain]\n"})
    assert [error.told for error in all_faults(read, [*NAMES, "weather"])] == [
        "weather.yaml:1: has no shape; add one to schemas.py"
    ]
    assert checked_reader(read)("weather") == {"rain": ["rain"]}


# A fault of each kind, anywhere in any lexicon

Spot = tuple[Shape, Place]
"""A shape and the place of a value that must have it."""


def spots(shape: Shape, content: Any, place: Place = ()) -> Iterator[Spot]:
    """Every value of a lexicon with its shape."""
    yield shape, place
    if isinstance(shape, Record):
        for name, value in content.items():
            yield from spots(shape.needs.get(name) or shape.may[name], value, (*place, name))
    elif isinstance(shape, Each):
        for name, value in content.items():
            yield from spots(shape.value, value, (*place, name))
    elif isinstance(shape, Entries):
        for number, value in enumerate(content):
            yield from spots(shape.value, value, (*place, number))
    elif isinstance(shape, Words):
        for number, value in enumerate(content):
            yield from spots(shape.word, value, (*place, number))


def value_at(content: Any, place: Place) -> Any:
    for step in place:
        content = content[step]
    return content


def as_lines(content: Any) -> bytes:
    """The content as JSON, which is YAML too, with every key and every word in a line of its own."""
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def last_line(data: bytes, words: str) -> int:
    return max(number for number, line in enumerate(data.decode().split("\n"), 1) if json.dumps(words)[:-1] in line)


SPOTS = {name: list(spots(SCHEMAS[name], lexicon(name))) for name in NAMES}


def having(kind: type[Shape]) -> list[str]:
    return [name for name in NAMES if any(isinstance(shape, kind) for shape, _ in SPOTS[name])]


def drawn(data: st.DataObject, places: list[Place]) -> Place:
    return data.draw(st.sampled_from(places))


def having_terms(name: str) -> list[Place]:
    return [place for shape, place in SPOTS[name] if isinstance(shape, Word) and shape.of]


@pytest.mark.parametrize("name", having(Record))
@few
@given(data=st.data())
def test_a_field_that_nobody_knows_is_told_with_the_one_that_was_meant(name: str, data: st.DataObject) -> None:
    content = deepcopy(lexicon(name))
    place = drawn(
        data, [place for shape, place in SPOTS[name] if isinstance(shape, Record) and value_at(content, place)]
    )
    record = value_at(content, place)
    field = data.draw(st.sampled_from(sorted(record)))
    record[f"{field}qq"] = record.pop(field)
    changed = as_lines(content)
    error = first_fault(name, changed)
    assert (error.file, error.line) == (f"{name}.yaml", last_line(changed, f"{field}qq"))
    assert error.why == f"there is no such field; did you mean {field}?"
    assert error.entry.split("/")[-1] == f"{field}qq"


@pytest.mark.parametrize("name", [name for name in NAMES if having_terms(name)])
@few
@given(data=st.data())
def test_an_act_or_kind_that_is_none_is_told_with_the_one_that_was_meant(name: str, data: st.DataObject) -> None:
    content = deepcopy(lexicon(name))
    place = drawn(data, having_terms(name))
    holder, term = value_at(content, place[:-1]), value_at(content, place)
    holder[place[-1]] = f"{term}qq"
    changed = as_lines(content)
    error = first_fault(name, changed)
    assert (error.file, error.line) == (f"{name}.yaml", last_line(changed, f"{term}qq"))
    assert f"{term}qq'; did you mean {term}?" in error.why


@pytest.mark.parametrize("name", having(Words))
@few
@given(data=st.data())
def test_a_word_that_stands_twice_in_a_list_is_told_with_both_lines(name: str, data: st.DataObject) -> None:
    content = deepcopy(lexicon(name))
    lists = [place for shape, place in SPOTS[name] if isinstance(shape, Words) and not shape.word.of]
    words = value_at(content, drawn(data, lists))
    words[:] = ["planted twice", *words, "planted twice"]
    changed = as_lines(content)
    error = first_fault(name, changed)
    second = last_line(changed, "planted twice")
    assert (error.file, error.line) == (f"{name}.yaml", second)
    assert error.why.startswith("'planted twice' stands twice in this list")
    assert f"line {second - len(words) + 1} already" in error.why


@pytest.mark.parametrize("name", NAMES)
@few
@given(data=st.data())
def test_a_value_of_another_kind_is_told_where_it_stands(name: str, data: st.DataObject) -> None:
    content = deepcopy(lexicon(name))
    place = drawn(data, [place for shape, place in SPOTS[name] if place and not isinstance(shape, (Record, Entries))])
    value_at(content, place[:-1])[place[-1]] = 47110815
    changed = as_lines(content)
    error = first_fault(name, changed)
    line = next(number for number, words in enumerate(changed.decode().split("\n"), 1) if "47110815" in words)
    assert (error.file, error.line) == (f"{name}.yaml", line)
    assert "47110815" in error.why


@pytest.mark.parametrize("name", having(Pattern))
def test_a_pattern_that_cannot_be_compiled_is_told(name: str) -> None:
    content = deepcopy(lexicon(name))
    place = next(place for shape, place in SPOTS[name] if isinstance(shape, Pattern))
    value_at(content, place[:-1])[place[-1]] = "planted("
    changed = as_lines(content)
    error = first_fault(name, changed)
    assert error.line == last_line(changed, "planted(")
    assert "is no regular expression" in error.why


@pytest.mark.parametrize("name", having(Truth))
def test_a_word_for_a_truth_is_told(name: str) -> None:
    content = deepcopy(lexicon(name))
    place = next(place for shape, place in SPOTS[name] if isinstance(shape, Truth))
    value_at(content, place[:-1])[place[-1]] = "yes"
    assert first_fault(name, as_lines(content)).why == "true or false is wanted, not 'yes'"


# Faults as people make them, in the files as they are written


@dataclass(frozen=True)
class Plant:
    """One passage of a lexicon replaced by another, and what must be told of it, in the line where the two differ."""

    name: str
    old: str
    new: str
    entry: str
    why: str

    @property
    def changed(self) -> dict[str, bytes]:
        """The bytes of the file with the fault in it."""
        text = lexicon_bytes(f"{self.name}.yaml").decode()
        assert text.count(self.old) == 1, f"{self.old!r} must stand once in {self.name}.yaml"
        return {f"{self.name}.yaml": text.replace(self.old, self.new).encode()}

    @property
    def line(self) -> int:
        """The line of the first character that is another."""
        text, changed = lexicon_bytes(f"{self.name}.yaml").decode(), self.changed[f"{self.name}.yaml"].decode()
        same = next(n for n, (a, b) in enumerate(zip(text, changed, strict=False)) if a != b)
        return text[:same].count("\n") + 1


PLANTS = [Plant(*plant) for plant in (
    ("acts", "lemmas: [demand], act: demand,", "lemmas: [demand], act: demnd,", "verbs/demand/act",
     "there is no act 'demnd'; did you mean demand?"),
    ("acts", "lemmas: [oppose], act: reject, to:", "lemmas: [oppose], act: reject, objct: true, to:",
     "verbs/oppose/objct", "there is no such field; did you mean object?"),
    ("acts", "lemmas: [reject, refuse,", "lemmas: [reject, demand, refuse,", "verbs/reject/lemmas",
     "'demand' is in another entry too"),
    ("acts", "words: [refusal],", "words: [refusal, demand],", "nouns/refusal/words", "'demand' is in another entry"),
    ("actors", "[organization/european-union, ", "[organization/european-uion, ", "descriptions/listed/bloc/keys",
     "there is no entry 'organization/european-uion'; did you mean organization/european-union?"),
    ("actors", "women: [mrs,", "women: [mrs, mr,", "women", "'mr' is in 'men' too, and cannot be both"),
    ("countries", '"AL": "Albania"\n', '"XQ": "Albanis"\n"AL": "Albania"\n', "XQ", "states.yaml has no line for it"),
    ("signatures", "adjectives:\n", "adjectives:\n  - {words: [odd], efect: rumour}\n", "adjectives/odd/efect",
     "there is no such field; did you mean effect?"),
    ("events", "{kind: summit,", "{kind: sumit,", "kinds/sumit/kind",
     "there is no kind of event 'sumit'; did you mean summit?"),
    ("events", "cancel: [cancel, ", "cancel: [cancel, delay, ", "cancel", "'delay' is in 'postpone' too"),
    ("deeds", "breaches: [violation, ", "breaches: [violation, violation, ", "breaches", "'violation' stands twice"),
    ("offices", "  premier: {category: state,", "  premier: {category: stat,", "heads/premier/category",
     "there is no category of posts 'stat'; did you mean state?"),
    ("offices", "plural: premiers}", "plural: prime ministers}", "heads/premier/plural",
     "'prime ministers' is in another entry too"),
    ("offices", "plural: taoisigh, implies: IE", "plural: taoisigh, implies: QQ", "heads/taoiseach/implies",
     "there is no state with the code 'QQ'"),
    ("offices", "  major: [major, maj.,", "  major: [major, col.,", "ranks/major", "'col.' is in another entry too"),
    ("organizations", "ministry-like:\n", "ministri-like:\n", "ministri-like", "did you mean ministry-like?"),
    ("organizations", "council-of-europe: {name: Council of Europe, also: [CoE,",
     "council-of-europe: {name: Council of Europe, also: [CoE, CoE,",
     "international-organization/council-of-europe/also", "'CoE' stands twice in this list"),
    ("outlets", "{name: Kommersant,", "{also: [Hamas], name: Kommersant,", "newspaper/kommersant/also",
     "'Hamas' is a word for organization/hamas too; share it under `shared`"),
    ("papers", "qualities: [opposing, rival,", "qualities: [opposing, Rival,", "qualities",
     "'Rival' has a capital letter and would never be found; did you mean rival?"),
    ("given_names", "women: [aaliyah, abigail,", "women: [aaliyah, aaliyah,", "women", "'aaliyah' stands twice"),
    ("leaders", "[Angela Merkel], of: DE,", "[Angela Merkel], of: QQ,", "people/Angela Merkel/of",
     "there is no state or organization 'QQ'"),
    ("quantities", "exchanges: [swap, exchange,", "exchanges: [swap, swap,", "exchanges", "'swap' stands twice"),
    ("reporting", "{verb: come, with: [out]}", "{verb: call, with: [upon]}", "phrases/call/verb", "'call' is in"),
    ("states", "demonym: [French, Frenchman,", "demonym: [Danish, Frenchman,", "un_members/FR/demonym",
     "'Danish' is a word for state/DK too"),
    ("teams", "lead: [lead, head, chair]", "lead: lead, head, chair", "lead",
     "a list is wanted, not 'lead, head, chair'; put it in brackets"),
    ("teams", "  observe: observer", "  observe: watcher", "capacities/observe", "there is no capacity 'watcher'"),
    ("issues", "  format: {label: format of the talks, broader: process",
     "  format: {label: format of the talks, broader: proces", "issues/format/broader",
     "there is no issue 'proces'; did you mean process?"),
    ("topics", "{kind: disarm,", "{kind: disarms,", "actions/disarms/kind",
     "there is no kind of action 'disarms'; did you mean disarm?"),
    ("words", "  particles: [al,", "  partikles: [al,", "names/partikles", "did you mean particles?"),
)]  # fmt: skip


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant.name}: {plant.new}")
def test_a_fault_is_told_with_its_file_its_line_and_what_was_meant(plant: Plant) -> None:
    read = checked_reader(reading(plant.changed))
    with pytest.raises(LexiconError) as caught:
        read("outlets" if plant.name in ("countries", "states", "organizations") else plant.name)
    error = caught.value
    assert (error.file, error.line, error.entry) == (f"{plant.name}.yaml", plant.line, plant.entry)
    assert plant.why in error.why
    assert str(error) == f"lexicon {plant.name}.yaml:{plant.line}: {plant.entry}: {error.why}"
    assert [fault.told for fault in all_faults(reading(plant.changed), NAMES)] == [error.told]


def test_every_fault_of_every_file_is_told_at_once_by_file_and_line() -> None:
    plants = [next(plant for plant in reversed(PLANTS) if plant.name == name) for name in NAMES]
    changed = {file: data for plant in plants for file, data in plant.changed.items()}
    told = all_faults(reading(changed), reversed(NAMES))
    assert [(error.file, error.line) for error in told] == [(f"{plant.name}.yaml", plant.line) for plant in plants]


def test_a_key_that_stands_twice_is_told_beside_the_rest() -> None:
    data = b"kinds:\n  pact: pact\n  pact: treaty\n  treaty: Treaty\n"
    data += b"general: []\nqualities: []\nhand_over: []\nevents: []\n"
    assert [error.told for error in all_faults(reading({"papers.yaml": data}), ["papers"])] == [
        "papers.yaml:3: pact: stands twice, in lines 2 and 3; join the two",
        "papers.yaml:4: kinds/treaty: 'Treaty' has a capital letter and would never be found; did you mean treaty?",
    ]


def test_a_file_that_is_no_yaml_is_one_fault_with_its_line() -> None:
    error = first_fault("papers", b"kinds:\n  treaty: treaty\ngeneral: [document\n")
    assert error.line == 4
    assert error.why.startswith("is not valid YAML")


def test_a_lexicon_is_read_once() -> None:
    read: list[str] = []

    def reader(file: str) -> bytes:
        read.append(file)
        return lexicon_bytes(file)

    lexicons = checked_reader(reader)
    assert lexicons("teams") is lexicons("teams")
    assert read == ["teams.yaml"]


def test_what_is_meant_is_listed_where_nothing_is_like_it() -> None:
    error = first_fault("events", lexicon_bytes("events.yaml").replace(b"{kind: summit,", b"{kind: zzz,"))
    assert error.why == f"there is no kind of event 'zzz'; it is one of {', '.join(sorted(get_args(EventKind)))}"
