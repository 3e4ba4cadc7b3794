"""Whose account goes on: what only somebody tells is his word also in the sentence after."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Condition

from ..reading import told, whole


def said(words: str) -> list[tuple[str, str, list[str]]]:
    """(type, standing, who says so) of every act."""
    read = told(words)
    return [
        (
            a.type,
            a.standing,
            sorted({name for s in read.statements if a.key in s.supports for name in read.labels(s.chain)}),
        )
        for a in read.of(Act)
    ]


@pytest.mark.parametrize(
    ("words", "claimant"),
    [
        ("The mediators had floated a pause, a Western diplomat said. Sudan had asked for 60 days to consult tribes.",
         ["Western diplomat"]),
        ("A Western diplomat said Chad had sent a paper late on Thursday. It proposed a joint patrol of the river.",
         ["Western diplomat"]),
    ],
)  # fmt: skip
def test_what_goes_on_with_an_account_is_the_tellers_word(words: str, claimant: list[str]) -> None:
    assert said(words)[-1][1:] == ("claimed", claimant)


@pytest.mark.parametrize(
    "words",
    [
        "A Western diplomat said the talks were slow. Sudan proposed a joint patrol of the river.",
        "Chad offered a pause of 60 days, and it asked for a share of the fish.",
    ],
)
def test_what_the_article_tells_itself_stays_its_own(words: str) -> None:
    assert said(words)[-1][1] == "asserted"


@pytest.mark.parametrize(
    ("words", "claimant"),
    [
        ("One of the Chadian officials said Sudan had offered a joint patrol.", ["One of the Chadian officials"]),
        ("Sudan refused to sign, though one of the diplomats said that Chad was ready to lower the fees.",
         ["one of the diplomats"]),
        ("The paper was dropped, said a Western diplomat. In return, he said, Chad offered to free 40 boats.",
         ["Western diplomat"]),
    ],
)  # fmt: skip
def test_one_of_several_and_he_who_spoke_before_are_heard(words: str, claimant: list[str]) -> None:
    assert [who for _, standing, who in said(words) if standing == "claimed"] == [claimant]


def test_who_says_something_and_is_not_found_is_somebody_all_the_same() -> None:
    kinds = said("Asked about the note, they said Sudan had offered a joint patrol of the river.")
    assert [standing for _, standing, _ in kinds] == ["claimed"]


def test_whom_a_side_tells_what_it_will_do_is_meant() -> None:
    read = told("Sudan has told Chad that it will free the boats by June.")
    assert [(read.labels(a.agents), read.labels(a.addressees)) for a in read.of(Act)] == [(["Sudan"], ["Chad"])]


def test_three_leaders_are_those_who_were_listed() -> None:
    read = told("Kenya, Uganda and Rwanda met in May. The three leaders undertook to share the water of the lake.")
    assert [sorted(read.labels(a.agents)) for a in read.of(Act)] == [["Kenya", "Rwanda", "Uganda"]]


@pytest.mark.parametrize(
    "words",
    [
        "Officials from the two companies will meet again in Doha in May.",
        "The NGO coalition Clear Rivers demanded a ban on dredging from Sudan.",
    ],
)
def test_companies_and_campaigners_are_no_side(words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    ("words", "doer"),
    [
        ("Bondholders proposed bonds that would pay more in good years.", "bondholders"),
        ("The fighters demanded that two of their relatives be released from prison.", "fighters"),
        ("The Lake Fishing Mission met both teams in May. The mission offered air transport for the crews.",
         "Lake Fishing Mission"),
    ],
)  # fmt: skip
def test_groups_and_bodies_act_under_the_words_that_the_text_has_for_them(words: str, doer: str) -> None:
    read = told(words)
    assert [doer in read.label(key) for a in read.of(Act) for key in a.agents] == [True]


def test_what_is_put_to_a_court_is_put_to_no_side() -> None:
    assert said("Sudan has asked the court to order the release of the boats of Chad.") == []


def test_it_goes_on_with_the_body_that_said_the_sentence_before() -> None:
    read = told(
        "In a letter, the Sudanese ministry said Chad had promised a bridge. It offered a pause of 60 days in return."
    )
    offers = [read.labels(a.agents) for a in read.of(Act) if a.type == "offer"]
    assert offers == [["Sudan"]]


@pytest.mark.parametrize(
    "words",
    [
        "Kenya and Uganda met. A Kenyan diplomat said that Kenya had suggested to both sides a new lock.",
        "Sudan proposed that the Red Cross check the names of the crews.",
    ],
)
def test_an_addressee_is_no_outsider_and_not_half_of_both_sides(words: str) -> None:
    read = told(words)
    found = [read.labels((*a.addressees, *a.implied_addressees)) for a in read.of(Act) if a.type == "propose"]
    assert all("Red Cross" not in name and "Uganda" not in name for names in found for name in names)
    assert found


def test_mediators_of_two_states_are_both() -> None:
    read = told("Kenyan and Ugandan mediators asked Sudan to name the fishermen who are held at the dam.")
    assert [sorted(read.labels(a.agents)) for a in read.of(Act)] == [["Kenya", "Uganda"]]


def test_rebels_in_a_state_are_not_its_own() -> None:
    read = told("An alliance of rebels in northern Mali said it was ready to meet the government without conditions.")
    assert all("Mali" not in read.labels(a.agents) for a in read.of(Act))


def test_a_condition_behind_an_aside_is_told() -> None:
    read = told(
        "Sudan has offered to put its boats into the dock, rather than sell them, if Chad lifts the fees at the lock."
    )
    assert [r.text for r in read.records if isinstance(r, Condition)] == ["Chad lifts the fees at the lock"]


def test_a_headline_adds_no_act_of_a_side_whose_acts_the_text_tells() -> None:
    text = (
        "Sudan offers dam data, Chad wants a text\n\nSudan offered on Monday to give Chad daily figures on the lake. "
        "Chad demanded a binding agreement on the lake."
    )
    acts = [a for a in whole(text).records if isinstance(a, Act)]
    assert [(a.type, a.standing) for a in acts] == [("offer", "asserted"), ("demand", "asserted")]


def test_what_is_only_rumoured_in_an_aside_is_nobodys_act() -> None:
    words = "The Lake Mission met both teams. The mission, it is rumoured, offered boats for a joint patrol."
    assert said(words) == []


CLOSED = "Sudan promised to close the camps on the river."


@pytest.mark.parametrize(
    "words",
    [
        f"{CLOSED} This could not be independently verified.",
        f"{CLOSED} Sudan denied this.",
        f"{CLOSED} This is what Chad says.",
        f"{CLOSED} It also offered to open the port. None of this has been confirmed.",
        "At no time did Sudan promise to close the camps on the river.",
        "In no round did Sudan offer to close the camps on the river.",
        "Under the draft, Sudan promises to close the camps on the river.",
        "Chad accused Sudan of rejecting the map of the river.",
        "Chad mocked Sudan for offering three boats on the river.",
        "Unconfirmed: Sudan promised to close the camps on the river.",
        "Myth one: Sudan promised to close the camps on the river.",
        "Sudan promised to close the camps on the river (Chadian account).",
        "Sudan promised to close the camps on the river - Chadian army source.",
        "The Bank of Sudan agreed with Chad to open a fund for the river.",
        "Sudan promised to close the camps on the river. So says an envoy of Chad.",
        "Sudan promised to close the camps on the river. None of this has happened.",
        "Sudan promised to close the camps on the river. Neither side confirmed any of it.",
        "Rumours swirled through the port. Sudan had promised to close the camps on the river.",
        "There is a joke in the port. Sudan promises to close the camps on the river.",
        "An envoy says she has a recurring dream. Sudan promises to close the camps on the river.",
        "Suppose Chad leaves the port. Sudan then offers to close the camps on the river.",
        "There are two versions. In the one of Chad, Sudan promised to close the camps on the river.",
        "It is not the case that Sudan promised to close the camps on the river.",
        "Most Chadians demanded that Sudan close the camps on the river.",
        "Sudan promised to close the camps on the river – Reuters.",
        "Sudan promised to close the camps on the river (AFP, citing two diplomats).",
        "An officer of the mission: Sudan promised to close the camps on the river.",
        "Sudan promised to close the camps on the river. Or did it?",
        "Under article 4 of the draft, Chad leaves the port and Sudan promises to close the camps on the river.",
        "Sudan's neighbour demanded a seat on the board of the river.",
    ],
)
def test_what_is_taken_back_at_once_or_only_reproached_is_no_act(words: str) -> None:
    assert told(words).acts == []


@pytest.mark.parametrize(
    "words",
    [
        "In the Chadian account, Sudan promised to close the camps on the river.",
        "As Chad tells it, Sudan promised to close the camps on the river.",
        "Envoy Omar Bashir of Chad briefed the house. Sudan had promised to close the camps on the river.",
        "Envoy Omar Bashir of Chad gave an interview to a daily. Sudan promised to close the camps on the river.",
        "In a letter to the house, Chad complained. Sudan promised to close the camps on the river.",
        "An envoy of Chad described the session. Sudan promised to close the camps on the river.",
        "Chad's account was brief. Sudan promised to close the camps on the river.",
        "A letter was handed to the envoys. In it Sudan promises to close the camps on the river.",
        "Envoy Omar Bashir of Chad spoke to reporters. Sudan had promised to close the camps on the river.",
        "If the papers are to be believed, Sudan promised to close the camps on the river.",
        "Sudan agreed to open the port, Kenya said. Sudan also promised to close the camps on the river.",
    ],
)
def test_an_account_that_names_its_teller_is_a_claim(words: str) -> None:
    [act] = [act for act in told(words).of(Act) if act.type == "commit"]
    assert act.standing == "claimed"


def test_a_label_that_vouches_leaves_an_act_asserted() -> None:
    [act] = told("Fact: Sudan promised to close the camps on the river.").of(Act)
    assert act.standing == "asserted"


@pytest.mark.parametrize(
    "after", ["This will please Chad.", "Chad welcomed this.", "Chad rejected this.", "Chad denied that it had asked."]
)
def test_what_is_only_commented_on_stays_asserted(after: str) -> None:
    [act] = [act for act in told(f"{CLOSED} {after}").of(Act) if act.type == "commit"]
    assert act.standing == "asserted"


def test_a_faction_is_not_the_movement() -> None:
    read = told("A faction of the Houthis offered to open the port to Chad.")
    assert [read.labels(act.agents) for act in read.of(Act)] == [["faction of the Houthis"]]


def test_she_goes_on_with_who_spoke_two_sentences_before() -> None:
    read = whole(
        "Talks on the army\n\nTalks between Syria and the Syrian Democratic Forces resumed on Monday.\n\n"
        'An official of the forces confirmed it. "We did not come to collect stars," she said. '
        "The forces had proposed three divisions under the ministry, she said.\n"
    )
    [act] = [act for act in read.of(Act) if act.type == "propose"]
    assert {read.label(s.chain[-1]) for s in read.statements if act.key in s.supports} == {"official of the forces"}


@pytest.mark.parametrize(
    "before",
    [
        "Chad described the meeting as warm.",
        "The envoys met the press.",
        "In an interview Chad said that it was tired.",
    ],
)
def test_what_only_stands_near_somebody_who_speaks_stays_asserted(before: str) -> None:
    [act] = [act for act in told(f"{before} {CLOSED}").of(Act) if act.type == "commit"]
    assert act.standing == "asserted"


def test_not_one_but_the_other_acts() -> None:
    read = told("Not Chad but Sudan demanded a buffer zone on the river.")
    assert [read.labels(act.agents) for act in read.of(Act)] == [["Sudan"]]


def test_what_somebody_calls_a_demand_is_his_word() -> None:
    read = told("Chad rejected what it called a Sudanese demand for the port of Adre.")
    assert [act.standing for act in read.of(Act) if act.type == "demand"] in ([], ["claimed"])


def test_what_somebody_says_who_is_not_found_is_no_act() -> None:
    read = told("Sudan had offered a truce on the river, he said.")
    assert read.acts == []


def test_a_headline_alone_tells_no_act() -> None:
    read = whole("Sudan demands port\n\nTalks between Sudan and Chad resumed on Monday in Adre, and went on late.\n")
    assert read.of(Act) == []
