"""What papers provide and bind to: "under A's plan, B would ...", "the accord signed in May commits A to ..."."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Item

from ..reading import told, whole


def rows(words: str) -> list[tuple[str, str, str, str]]:
    """(type, agents, item, standing) of every act."""
    return told(words).rows


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (
            "Under Sudan's proposal, Chad would pay half of the fees by June.",
            ("propose", "Sudan", "Chad would pay half of the fees by June", "asserted"),
        ),
        (
            "Sudan's draft calls for a joint patrol of the river.",
            ("propose", "Sudan", "a joint patrol of the river", "asserted"),
        ),
        (
            "Sudan's latest offer would allow 40 boats a day into the port of Chad.",
            ("offer", "Sudan", "allow 40 boats a day into the port of Chad", "asserted"),
        ),
        (
            "Sudan's proposal would give Chad the port, a Chadian official said.",
            ("propose", "Sudan", "give Chad the port", "claimed"),
        ),
    ],
)
def test_what_a_paper_provides_is_an_act_of_whose_paper_it_is(words: str, row: tuple[str, str, str, str]) -> None:
    assert row in rows(words)


@pytest.mark.parametrize(
    "words",
    [
        "Under the weather, Chad would pay.",
        "Sudan's plan would not give Chad the port.",
        "Sudan's proposal, if there was one, would have given Chad the port.",
        "Under a plan that nobody signed, the ferry would sail.",
        "The plan of a retired engineer calls for a dam in Chad.",
    ],
)
def test_a_paper_of_nobody_who_negotiates_is_no_act(words: str) -> None:
    assert [row for row in rows(words) if row[0] == "propose"] == []


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (
            "The treaty signed in May obliges Sudan to open the river to boats of Chad.",
            ("commit", "Sudan", "open the river to boats of Chad", "asserted"),
        ),
        ("Sudan gave Chad three days to pay the fees.", ("demand", "Sudan", "pay the fees", "asserted")),
        ("Sudan gave Chad until Friday to pay the fees.", ("demand", "Sudan", "pay the fees", "asserted")),
        (
            "Sudan's envoy gave Chad three days to pay the fees, a Chadian official said.",
            ("demand", "Sudan", "pay the fees", "claimed"),
        ),
    ],
)
def test_who_is_bound_or_given_time(words: str, row: tuple[str, str, str, str]) -> None:
    assert row in rows(words)


@pytest.mark.parametrize(
    "words", ["Sudan gave Chad two boats to feed the town.", "The treaty of friendship may oblige Sudan to pay Chad."]
)
def test_what_binds_nobody_is_no_act_of_whoever_is_named_there(words: str) -> None:
    assert [row for row in rows(words) if row[0] in ("demand", "commit")] == []


def test_a_bare_noun_is_told_by_the_fuller_mention_before_it() -> None:
    read = told("Sudan joined the Lamu grain accord last year. Chad urged Sudan to leave the accord.")
    assert [item.label for item in read.of(Item)] == ["leave the accord [Lamu grain accord]"]


@pytest.mark.parametrize(
    "words",
    [
        "Sudan joined a new accord last year. Chad urged Sudan to leave the accord.",
        "A truck from the border post was late. Chad urged Sudan to open the border.",
    ],
)
def test_what_says_no_more_or_needs_nothing_is_not_put_behind(words: str) -> None:
    assert all("[" not in item.label for item in told(words).of(Item))


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Sudan does not want the text of the treaty reopened.", ("reject", "Sudan")),
        ("Sudan called the offer on fees unacceptable.", ("reject", "Sudan")),
        ("Sudan objected to a joint patrol on the lake.", ("reject", "Sudan")),
        ("Sudan broke off the talks after a raid on a village of Chad.", ("takeStep", "Sudan")),
        ("Sudan laid down three conditions for a longer truce with Chad.", ("demand", "Sudan")),
        ("Sudan floated a joint patrol, which Chad has rejected.", ("reject", "Chad")),
        ("Sudan continued to insist that fighters of Chad leave the town.", ("demand", "Sudan")),
    ],
)
def test_other_words_for_what_sides_do(words: str, row: tuple[str, str]) -> None:
    assert row in [(kind, agents) for kind, agents, _, _ in rows(words)]


def test_what_them_is_stands_elsewhere() -> None:
    assert rows("Sudan does not want them reopened.") == []


def test_a_threat_that_is_warned_of_is_one() -> None:
    [row] = rows("Sudan's envoy warned that Sudan would close the port to Chad if the fees were not paid.")
    assert row[0] == "threaten"
    assert row[3] != "asserted"


def test_items_under_a_heading_without_a_verb_are_acts_of_whom_it_names() -> None:
    read = whole(
        "Meeting on fees\n\nTalks between Sudan and Chad were held in Doha on Monday.\n\nThe two sides:\n\n"
        "- agreed that fees on boats shall be cut by half;\n- agreed that the lock shall be opened in June.\n"
    )
    assert [(a.type, read.labels(a.agents)) for a in read.of(Act)] == [("agree", ["Chad", "Sudan"])] * 2


@pytest.mark.parametrize("words", ["The boats shall be returned within 60 days.", "Fees will be cut by half in June."])
def test_what_shall_be_done_in_a_joint_statement_both_promise(words: str) -> None:
    read = whole(f"Joint statement of Sudan and Chad\n\nSudan and Chad held talks in Doha on Monday.\n\n{words}\n")
    assert [(a.type, read.labels(a.agents), a.standing) for a in read.of(Act)] == [
        ("commit", ["Chad", "Sudan"], "asserted")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The next meeting will be held in Rome.",
        "Boats will be damaged by storms.",
        "Decisions on the fees will be made by the Presidents of Sudan and Chad.",
    ],
)
def test_what_nobody_promises_in_it_is_no_promise(words: str) -> None:
    read = whole(f"Joint statement of Sudan and Chad\n\nSudan and Chad held talks in Doha on Monday.\n\n{words}\n")
    assert read.of(Act) == []


@pytest.mark.parametrize(
    ("words", "item"),
    [
        (
            "Sudan has promised a meeting on arrears within 30 days of the first boats.",
            "a meeting on arrears within 30 days of the first boats",
        ),
        ("Sudan offered Chad a quota with a duty of 40 percent.", "a quota with a duty of 40 percent"),
        ("On boats, Sudan has sought a cut in the duty of Chad.", "a cut in the duty of Chad (on boats)"),
        ("Sudan objects to the dam because it would flood the fields.", "the dam"),
    ],
)
def test_items_are_whole(words: str, item: str) -> None:
    assert [told_item for _, _, told_item, _ in rows(words)] == [item]


@pytest.mark.parametrize(
    "words",
    ["Sudan said it would extend its own.", "Sudan asked Chad for a third less.", "Sudan suspended them in May."],
)
def test_items_of_which_the_rest_stands_elsewhere_are_silent(words: str) -> None:
    assert rows(words) == []


def test_envoys_of_several_act_for_all_of_them() -> None:
    [row] = rows("Diplomats from Sudan, Chad and Kenya proposed a longer truce.")
    assert row[:2] == ("propose", "Chad Kenya Sudan")


def test_return_only_if_is_a_condition() -> None:
    [row] = rows("Sudan's envoy said that Sudan would return only if the siege of the town was lifted by Chad.")
    assert row[0] == "setCondition"


@pytest.mark.parametrize(
    "words",
    [
        "Sudan's leaked draft allegedly calls for a joint patrol with Chad.",
        "Sudan's alleged offer would open the crossing to Chad.",
        "Sudan's offer would anger Chad.",
        "Under Sudan's proposal, talks would collapse.",
        "Chad denied that Sudan had offered to lower the duty. The offer would open the crossing to maize.",
        "The accord to be signed in May commits Sudan to open the crossing.",
        "Sudan described the proposal as not unacceptable.",
        "Sudan called the proposal fair and Chad's demand unacceptable.",
    ],
)
def test_what_nobody_vouches_for_is_not_shown_as_done(words: str) -> None:
    assert [row for row in rows(words) if row[3] == "asserted"] == []


@pytest.mark.parametrize(
    "words",
    [
        "Chad has proposed, a Sudanese official added, that Sudan withdraw its police.",
        "Chad has agreed, a Sudanese official added, that the crossing be opened.",
        "Sudan's draft (Chad says) calls for a joint patrol with Chad.",
        "Sudan's draft – Chad says – calls for a joint patrol with Chad.",
        "Chad (he said) set two conditions for a truce.",
        "Sudan (a diplomat said) had promised to open the crossing to Chad.",
        "Sudan agreed with Chad to open the crossing (according to Chad).",
        "Under Sudan's plan, he said, Chad would withdraw its police.",
        "Sudan is prepared to open the crossing, but sees no need for a fence, a member of its team, Amal Idris, told "
        "reporters after consultations with envoys of Chad in the town of Abeche.",
        "Sudan would open the crossing to Chad only if Chad paid the fees, an official at the port said this week, in "
        "the clearest sign so far that the door is open.",
    ],
)
def test_an_aside_makes_a_sentence_somebodys_word(words: str) -> None:
    assert [row for row in rows(words) if row[3] == "asserted"] == []


def test_another_thing_of_the_kind_stands_between() -> None:
    words = "Sudan joined the Lamu grain accord. Sudan signed a new accord. Chad urged Sudan to leave the accord."
    assert all("[" not in item for _, _, item, _ in rows(words))


@pytest.mark.parametrize(
    ("words", "row", "speaker"),
    [
        (
            "Sudan is prepared to open the crossing to Chad, but sees no need for a fence, a member of the Sudanese "
            "team, Salma Idriss, told reporters following consultations with envoys of Chad in the town of Abeche.",
            ("offer", "Sudan", "open the crossing to Chad", "claimed"),
            "Salma Idriss",
        ),
        (
            "Sudan would go back to the talks on the dam only if Chad first agreed to share data on its fields, an "
            "official at the Ministry of Water said this week, in the clearest sign so far that the door is open.",
            (
                "setCondition",
                "Sudan",
                "go back to the talks on the dam only if Chad first agreed to share data on its fields",
                "claimed",
            ),
            "official at the Ministry of Water",
        ),
    ],
)
def test_who_speaks_under_a_description_behind_the_words_is_heard(
    words: str, row: tuple[str, str, str, str], speaker: str
) -> None:
    assert rows(words) == [row]
    assert speaker in {read_speaker for read_speaker, _ in told(words).said}
