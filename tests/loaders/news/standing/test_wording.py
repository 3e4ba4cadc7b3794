"""Why an act stands as it does, in plain words: each link of the walk, and what the records hold of it."""

from __future__ import annotations

from typing import get_args

import pytest

from parley.graph.records import Statement
from parley.loaders.news.standing.signatures import Force
from parley.loaders.news.standing.value import Value
from parley.loaders.news.standing.wording import FORCES, in_words

from ..reading import told
from .assessing import value_of

LINKS = {
    ("say: that", "would"): "“say”: somebody's word; “would”: still to come",
    ("not",): "“not”: not so",
    ("manage: to",): "“manage”: is so",
    ("fail: to", "not"): "“fail”: not so; “not”: not so",
    ("deny: that",): "“deny”: somebody denies it",
    ("ponder: that",): "“ponder”: somebody's word",
    ("unknown ponder: that",): "“ponder”: not known to tell a fact",
    ("unknown plan for",): "“plan for”: not known to tell a fact",
    ("report: that",): "“report”: somebody's word",
    ("idea: that",): "“idea”: only supposed",
    ("report of",): "“report of”: the word of somebody who is not named, a rumour",
    ("believe: passive-to",): "“believe”: the word of somebody who is not named",
    ("let: passive-to",): "“let”: leaves open whether it is so",
    ("expect: np-to",): "“expect”: foreseen by somebody, still to come",
    ("draft: document",): "“draft”: written in a document",
    ("novel: document",): "“novel”: only supposed",
    ("put off: np",): "“put off”: not so",
    ("dismiss: claim",): "“dismiss”: somebody denies it",
    ("called hoax",): "called “hoax”: somebody denies it",
    ("seem ready",): "“seem”: the word of somebody who is not named",
    ("be ready",): "",
    ("near",): "",
    ("joined to offered",): "joined to “offered”",
    ("may",): "“may”: possible",
    ("would have",): "“would have”: has not come about",
    ("reportedly",): "“reportedly”: the word of somebody who is not named",
    ("often",): "“often”: a habit",
    ("alleged",): "“alleged”: a rumour",
    ("if",): "hangs on a condition",
    ("although",): "“although”: taken for granted",
    ("without",): "“without”: not so",
    ("lest",): "“lest”: only supposed",
    ("say: that", "not", "although"): "“say”: somebody's word; “although”: taken for granted",
    ("not", "refusal"): "the “not” makes it a refusal",
    ("spoken", "spoken"): "in somebody's words",
}


@pytest.mark.parametrize(("links", "words"), LINKS.items(), ids=["+".join(links) for links in LINKS])
def test_a_link_is_told_in_plain_words(links: tuple[str, ...], words: str):
    assert in_words(Value(why=links)) == words


def test_where_nothing_qualifies_a_clause_nothing_is_told():
    assert in_words(Value()) == in_words(None) == ""


def test_every_force_has_words():
    assert FORCES.keys() == set(get_args(Force))


TOLD = {
    "Sudan offered Chad 300 camels.": "",
    "Chad reportedly promised Sudan oil for two years.": "“reportedly”: the word of somebody who is not named",
    "It appears that Sudan offered Chad a truce.": "“appear”: the word of somebody who is not named",
    "Sudan managed to agree with Chad on a truce.": "“manage”: is so",
    "According to the agency, Sudan rejected a truce with Chad.": "in somebody's words",
    '"We will open the border", Sudanese minister Ali Omar said.': (
        "“say”: somebody's word; “will”: still to come; done by saying so"
    ),
}


@pytest.mark.parametrize(("sentence", "words"), TOLD.items())
def test_the_statement_of_an_act_says_why_it_stands_so(sentence: str, words: str):
    telling = [s for s in told(sentence).statements if any(key.startswith("act/") for key in s.supports)]
    assert {s.standing_because for s in telling} == {words}


def test_a_verb_with_a_particle_is_told_with_it():
    assert value_of("They put off an offer of a truce.", "offer").why == ("put off: np",)
    assert value_of("They dismissed claims of an offer.", "claims").why == ("dismiss: claim",)


def test_an_act_that_hangs_on_a_condition_says_so_with_all_its_parts():
    read = told("Sudan said that it would return 20 prisoners to Chad if Chad paid.")
    whole = next(s for s in read.statements if any(key.startswith("act/") for key in s.supports))
    parts = [s for s in read.statements if s.part_of == whole.key and s.evidence == "explicit"]
    assert "hangs on a condition" in whole.standing_because
    assert {s.standing_because for s in parts} == {whole.standing_because}


def test_what_is_taken_for_granted_says_nothing_of_standing():
    read = told("Sudan agreed to continue the exchange of prisoners with Chad, officials said.")
    granted = [s for s in read.of(Statement) if s.evidence == "presupposed"]
    assert all(s.standing_because == "" for s in granted)
