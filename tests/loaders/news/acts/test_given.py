"""What is offered or promised stands beside whom it is for, and who says so is told of every act."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Condition, Statement

from ..reading import told, whole
from .test_provided import rows


@pytest.mark.parametrize(
    ("words", "addressees", "item"),
    [
        ("On Monday, Sudan had offered Chad a stretch of coast for a naval base.", ["Chad"],
         "a stretch of coast for a naval base"),
        ("Sudan offered to Kenya an oral assurance that its soil would not be used against any country.", ["Kenya"],
         "an oral assurance that its soil would not be used against any country"),
        ("Sudan has offered the breakaway Karamoja region a bridging supply of gas for 40 days.", [],
         "a bridging supply of gas for 40 days"),
        ("Sudan promised Chad gas for two years.", ["Chad"], "gas for two years"),
        ("Sudan guaranteed Chad access to the port.", ["Chad"], "access to the port"),
        ("Sudan offered troops for the mission in Haiti.", [], "troops for the mission in Haiti"),
        ("Sudan offered a lower duty on tea.", [], "a lower duty on tea"),
    ],
)  # fmt: skip
def test_what_is_offered_is_told_apart_from_whom_it_is_for(words: str, addressees: list[str], item: str) -> None:
    read = told(words)
    assert [row[2] for row in rows(words)] == [item]
    assert [read.labels(act.addressees) for act in read.of(Act)] == [addressees]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Sudan expressed its readiness to open the port.", "offer"),
        ("Sudan and Chad reaffirmed a mutual readiness to open the port.", "commit"),
        ("Sudan reaffirmed its commitment to open the port.", "commit"),
    ],
)
def test_readiness_of_one_side_offers(words: str, kind: str) -> None:
    assert [act.type for act in told(words).of(Act)] == [kind]


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("Sudan offered to open a crossing should the road be closed.", "should the road be closed"),
        ("Sudan said it would only free 18 soldiers when it was satisfied with the retreat.",
         "when it was satisfied with the retreat"),
        ("Sudan demands an answer and stands ready to convene a session at short notice should the need arise.",
         "should the need arise"),
    ],
)  # fmt: skip
def test_conditions_that_begin_with_should_or_follow_only(words: str, condition: str) -> None:
    read = told(words)
    assert [c.text for c in read.of(Condition)] == [condition]
    assert {act.standing for act in read.of(Act)} & {"conditional", "claimed"}


def test_a_time_is_no_condition() -> None:
    read = told("Sudan offered to open a crossing when its envoys met on Monday. Sudan said it should be open.")
    assert read.of(Condition) == []


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("Sudan said it will return to the table if Chad clears the mines.", [["Sudan"]]),
        ("Sudan offered Chad a fund of 5 million euros if it opened its ports.", [[]]),
        ("Sudan agreed to open the port if Kenya pays.", [[]]),
        ("Sudan promised to pay 5 million dollars if Chad opens the port.", [[]]),
    ],
)
def test_who_says_what_depends_on_something(words: str, speakers: list[list[str]]) -> None:
    read = told(words)
    [act] = read.of(Act)
    said = [s for s in read.of(Statement) if act.key in s.supports]
    assert [read.labels(s.chain) for s in said] == speakers


def test_words_beside_a_quotation_are_whose_the_quotation_is() -> None:
    read = told(
        'The envoy of Sudan, Amina Noor, was disappointed: "While we await the text," she said, "we urge Chad to '
        'free the boats."'
    )
    [act] = read.of(Act)
    assert {tuple(read.labels(s.chain)) for s in read.of(Statement) if act.key in s.supports} == {("Amina Noor",)}
    assert read.labels(act.addressees) == ["Chad"]


def test_an_item_ends_with_its_sentence() -> None:
    words = '"We will of course continue to patrol the river. To conclude, I thank you," the minister of Sudan said.'
    assert [row[2] for row in rows(words)] == ["continue to patrol the river"]


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Sudan broke off talks with Chad the next day.", "break off talks with Chad"),
        ("Sudan said it would begin issuing permits tomorrow.", "begin issuing permits"),
        ("Sudan suggested a 60-40 split this time, an idea that Chad rejected.", "a 60-40 split"),
        (
            "Sudan and Chad have undertaken not to conduct operations near the route on convoy days, defined as "
            "Tuesdays and Fridays from 6 a.m. to 4 p.m. They also agreed that cargo would be inspected.",
            "not to conduct operations near the route on convoy days, defined as Tuesdays and Fridays from 6 a.m. to 4 "
            "p.m.",
        ),
        ("Sudan said it would put 60 million euros in the fund, Chad 20 million.", "put 60 million euros in the fund"),
    ],
)  # fmt: skip
def test_days_of_the_act_and_what_others_do_are_no_part_of_it(words: str, item: str) -> None:
    assert item in [row[2] for row in rows(words)]


@pytest.mark.parametrize(
    "words",
    [
        "The envoy of Sudan came with a request that barely changed: a binding commitment by Chad to release water.",
        "Among them was Amina Noor, whose husband was taken. She called on Chad to free the prisoners.",
    ],
)
def test_what_is_asked_for_and_what_private_people_ask_is_no_act_of_a_side(words: str) -> None:
    assert [row for row in rows(words) if row[0] == "commit" or row[1] == "Amina Noor"] == []


def test_a_reason_behind_a_colon_is_whose_doubt_it_explains() -> None:
    read = told("A Chadian official doubts it: Sudan requested a pause of the works on the river.")
    [act] = read.of(Act)
    assert act.standing == "claimed"
    assert {read.labels(s.chain)[-1] for s in read.of(Statement) if act.key in s.supports} == {"Chadian official"}


def test_a_town_named_like_a_capital_is_no_state_that_is_never_named() -> None:
    opening = "Talks on timber between Canada and Kenya opened on Monday.\n\nVictoria wants Ottawa to settle quickly."
    assert "Seychelles" not in {agent for _, agent, _ in whole(opening).acts}


def test_it_is_not_a_state_where_something_else_was_the_subject() -> None:
    words = (
        "The Lakeside Peace Agreement of 2001 ended a war in which up to 20,000 people died. It promised autonomy, "
        "weapons disposal and a vote."
    )
    assert rows(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The foreign ministry of Sudan issued a statement saying it would free the men within a week.",
        "Sudan had said in May that it would free the men within a week.",
    ],
)
def test_what_one_would_do_by_ones_past_words_is_promised(words: str) -> None:
    assert [row[:3] for row in rows(words)] == [("commit", "Sudan", "free the men within a week")]


def test_whose_fire_it_is_the_subject_of_a_demand_tells() -> None:
    words = '"The occupier must halt his fire at once and leave our land," said Amina Noor, a spokeswoman of Sudan.'
    assert [row[0] for row in rows(words)] == ["demand"]


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Sudan wants a written commitment that the pause will lead to an end of the war with Chad.",
         "a written commitment that the pause will lead to an end of the war with Chad"),
        ("Sudan wanted the release of 18 of its soldiers captured hours after the truce took effect.",
         "the release of 18 of its soldiers captured hours after the truce took effect"),
        ("Sudan has demanded a brake on imports of beef before it will lift its opposition to the accord with Chad.",
         "a brake on imports of beef before it will lift its opposition to the accord with Chad"),
        ("Sudan undertook to set up the association of lake towns ten years ago.",
         "set up the association of lake towns"),
        ('Sudan said it would "use every tool available" in January.', '"use every tool available" in January'),
        (
            '"We are ready to step up efforts to expand ties between lake unions, above all, the African Union and '
            'Mercosur," Sudan said.',
            "step up efforts to expand ties between lake unions, above all, the African Union and Mercosur",
        ),
    ],
)  # fmt: skip
def test_items_begin_and_end_where_they_should(words: str, item: str) -> None:
    assert item in [row[2] for row in rows(words)]


def test_whoever_is_urged_to_do_something_is_named_in_the_words_of_the_text() -> None:
    read = told("Sudan urged partners to prepare convoys for Chad.")
    assert [read.labels(act.addressees) for act in read.of(Act)] == [["unnamed partners"]]


def test_what_ended_without_agreement_is_no_condition_of_a_promise() -> None:
    read = told(
        "Sudan and Chad have promised not to use force against one another over the lake but ended talks without "
        "agreement on how the dispute should be settled."
    )
    assert read.of(Condition) == []


def test_an_article_whose_reporter_was_told_something_tells_the_rest_itself() -> None:
    read = told("The envoy of Sudan, Ali Omar, asked Chad for 40 visas. An official told me that this was a lot.")
    assert [act.standing for act in read.of(Act)] == ["asserted"]


def test_nobody_in_particular_claims_what_is_reportedly_asked() -> None:
    read = told("Sudan has reportedly urged Chad to agree to a shorter pause of the fighting on the lake.")
    [act] = read.of(Act)
    said = [s for s in read.of(Statement) if act.key in s.supports]
    assert (act.standing, [s.chain for s in said]) == ("claimed", [()])


def test_what_stands_before_a_semicolon_is_not_said_behind_it() -> None:
    read = told("Sudan still demands that Chad withdraw from the island; Chad has said it will not.")
    assert [act.standing for act in read.of(Act) if act.type == "demand"] == ["asserted"]


def test_a_reason_behind_what_somebody_says_is_his() -> None:
    read = told(
        "Two diplomats said the acceptance was less simple: Sudan had asked for flights to be exempted from checks."
    )
    assert [act.standing for act in read.of(Act)] == ["claimed"]


def test_whom_an_act_is_addressed_to_stands_before_what_it_asks() -> None:
    words = (
        "Sudan wants 700 of its members released before it will discuss the return of state authority to Adre and Bol, "
        "the two provincial capitals it captured in a quick advance."
    )
    read = told(words)
    assert [read.labels(act.addressees) for act in read.of(Act) if act.type == "demand"] == [[]]


def test_who_says_what_goes_on_behind_a_comma() -> None:
    read = told(
        "The Sudanese List said it will not come back to the institutions before the association of municipalities, "
        "promised in 2013, has been set up."
    )
    acts = {act.key for act in read.of(Act)}
    assert acts
    assert all(s.chain for s in read.of(Statement) if acts & set(s.supports))


def test_the_words_of_an_act_begin_with_the_quotation() -> None:
    words = (
        'It also set a target for an accord: "We agree to open the river," said the joint statement of Sudan and Chad.'
    )
    read = told(words)
    acts = {act.key for act in read.of(Act)}
    said = [read.words(s) for s in read.of(Statement) if acts & set(s.supports)]
    assert said
    assert all(one.startswith("We agree") for one in said)


def test_who_will_do_something_unless_others_give_way_threatens() -> None:
    words = "Sudan will set a quota of its own in December unless Chad improves its offer, its minister said."
    assert [act.type for act in told(words).of(Act)] == ["threaten"]
    assert "threaten" not in [act.type for act in told("Sudan will go on talking unless rain falls.").of(Act)]


@pytest.mark.parametrize("words", ["could live with 12.5%", "would accept a joint patrol"])
def test_what_one_could_live_with_is_offered_and_not_only_expected(words: str) -> None:
    acts = told(f"Sudan's minister Ali Deby said Sudan {words}.").of(Act)
    assert [(act.type, act.standing) for act in acts] == [("offer", "claimed")]


def test_what_one_would_not_do_is_refused_whatever_one_could_do_besides() -> None:
    words = "would not underwrite the loan but could lift its purchase commitment from 10 to 12 million tonnes"
    acts = told(f"Sudan's deputy minister Ali Deby said Sudan {words}.").of(Act)
    assert [act.type for act in acts] == ["reject"]
