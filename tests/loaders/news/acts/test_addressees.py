"""Whom an act is meant for: named, called by a word for him, taken up by "it" or "them", or who answers it."""

from __future__ import annotations

import pytest

from parley.graph.records import Act

from ..reading import told, whole
from .test_provided import rows

ADDRESSED = [
    ("Sudan urged the mediators to stay in Doha until June.", ("demand", "Sudan", "unnamed mediators")),
    ("Sudan urged the Nuer not to leave the camp before June.", ("demand", "Sudan", "unnamed Nuer")),
    ("Sudan called for the African Union and Kenya to join as observers of the ceasefire.",
     ("demand", "Sudan", "African Union Kenya")),
    ("Kenya urged the African Union to go on talking to both. Sudan asked it to freeze the ferry fees.",
     ("request", "Sudan", "African Union")),
    ("Kenya invited the two envoys to return in June. Sudan asked them to keep the maps to themselves.",
     ("request", "Sudan", "two envoys")),
    ("Sudan remained ready to talk to Chad in June, its minister said.", ("offer", "Sudan", "Chad")),
    ("Sudan has offered talks with Chad on the ferry.", ("offer", "Sudan", "Chad")),
    ("Norway, a guarantor along with Kenya and Qatar, appealed to both sides to keep the ceasefire in place.",
     ("request", "Norway", "Chad Sudan")),
]  # fmt: skip


@pytest.mark.parametrize(("words", "act"), ADDRESSED)
def test_an_act_is_addressed_to_whom_its_clause_names(words: str, act: tuple[str, str, str]) -> None:
    assert act in told(words).acts


@pytest.mark.parametrize(
    "words",
    [
        "Sudan wants the army included in any ceasefire.",
        "Sudan asked that soldiers stay out of the villages at night.",
        "Sudan called on governments to mend their roads.",
    ],
)
def test_nobody_is_addressed_by_what_is_asked_for(words: str) -> None:
    assert [addressees for _, _, addressees in told(words).acts if addressees.startswith("unnamed")] == []


@pytest.mark.parametrize(
    "words", ["Sudan appealed to traders to keep the peace at the port.", "Sudan asked its parliament to draft a list."]
)
def test_what_is_asked_of_ones_own_people_is_no_act(words: str) -> None:
    assert told(words).acts == []


def test_who_answers_a_request_is_meant_by_it_though_its_words_do_not_say_so() -> None:
    read = told("Kenya has rejected repeated Sudanese requests to join three-way talks.")
    [request] = [act for act in read.of(Act) if act.type == "request"]
    assert (read.labels(request.addressees), read.labels(request.implied_addressees)) == ([], ["Kenya"])


def test_a_request_says_what_is_to_be_done_without_the_pronoun_of_whom_it_is_put_to() -> None:
    read = rows("Chad rejected Sudan's request that it leave the port of Adre.")
    assert ("request", "Sudan", "leave the port of Adre", "asserted") in read


TRUCE = """Rebels ready for talks in Algiers

Talks between Mali and Algeria on the border resumed on Monday. {}
"""


def test_an_unnamed_alliance_that_says_what_it_will_do_is_nobody_else() -> None:
    read = whole(TRUCE.format("An alliance of rebels in the north said it was ready to meet the government of Mali."))
    assert [read.labels(act.agents) for act in read.of(Act)] == [["alliance of rebels in the north"]]


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("The authorities in the breakaway region of Transnistria called for a quick deal with Russia on gas.",
         "Transnistria"),
        ("The separatist authorities in Tiraspol called on Moldova to settle the bill for gas.", "Transnistria"),
        ("The authorities called on Russia to settle the bill for gas.", "Moldova"),
    ],
)  # fmt: skip
def test_the_authorities_of_a_place_are_not_those_at_home(sentence: str, agent: str) -> None:
    text = f"Gas talks\n\nTalks between Moldova and Gazprom on gas from Russia resumed in Oslo on Monday. {sentence}\n"
    read = whole(text)
    assert [read.labels(act.agents) for act in read.of(Act)] == [[agent]]


@pytest.mark.parametrize(
    "words",
    [
        "During the rift Sudan Airways was kept out, and it is seeking 40 million dollars in damages from Chad.",
        "The Sudan Union of Teachers called the truce hasty and wants the exams put off by a month in Chad.",
        "The Sudan Fruit Traders' Association demanded that Chad open the port of Adre.",
    ],
)
def test_a_company_or_a_union_of_a_trade_is_not_its_state(words: str) -> None:
    assert [agents for _, agents, _ in told(words).acts if "Sudan" in agents.split()] == []


def test_what_is_demanded_through_will_is_no_promise() -> None:
    assert told("Sudan said it will ask for whatever Chad gets from the fund.").acts == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Sudan said it will leave the table before it takes down a single bridge.", "threaten"),
        ("Sudan said it would leave on Sunday if Chad sent nobody.", "threaten"),
        ("Sudan said it would leave the border posts by June.", "commit"),
    ],
)
def test_who_will_walk_out_of_talks_threatens(words: str, kind: str) -> None:
    assert [act for act, _, _ in told(words).acts] == [kind]


@pytest.mark.parametrize(
    ("words", "agents"),
    [
        ("Eastern Sudanese forces are ready to open the port of Adre to Chad.", ["Eastern Sudanese forces"]),
        ("Kenya, the European Union, Sudan and Chad signed off on a total catch of 740,000 tonnes for next year.",
         ["Chad", "European Union", "Kenya", "Sudan"]),
        ("Sudan's grievances are old. It wants its bank let back into the payment system.", ["Sudan"]),
    ],
)  # fmt: skip
def test_who_acts_is_neither_more_nor_less_than_the_words_say(words: str, agents: list[str]) -> None:
    assert [read.labels(act.agents) for read in [told(words)] for act in read.of(Act)] == [agents]


@pytest.mark.parametrize(
    "words",
    [
        "The offer was handed to the envoy of the union on Monday by the chief negotiator of Sudan.",
        "Sudan has appealed to a body that does not sit.",
        "The minister of Sudan intends to fly to Doha on Monday.",
        "Sudan is ready to let it flow in exchange for prisoners.",
        "Sudan wants all of it returned.",
        "Sudan asked Chad for a ten-month delay.",
    ],
)
def test_what_is_not_told_is_not_shown(words: str) -> None:
    assert told(words).acts == []


def test_nobody_is_addressed_by_what_is_given() -> None:
    assert told("Sudan offered troops for the watch on the river border.").acts == [("offer", "Sudan", "")]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("A proposal of Sudan on joint patrols of the river was withdrawn.",
         ("withdraw", "Sudan", "joint patrols of the river", "asserted")),
        ("Sudan walked out of the talks in Doha on Friday after a raid.",
         ("takeStep", "Sudan", "walk out of the talks in Doha", "asserted")),
        ("Sudan presented a revised offer covering 40 villages on the river.",
         ("offer", "Sudan", "a revised offer covering 40 villages on the river", "asserted")),
        ("Sudan has hitherto opposed a partial deal on the ferry.",
         ("reject", "Sudan", "a partial deal on the ferry", "asserted")),
        ("Sudan demanded 790 dollars a ton of grain at the start of the week, more than five times what it paid.",
         ("demand", "Sudan", "790 dollars a ton of grain", "asserted")),
        ("Sudan plans to send a technical team to the two capitals of the river states later this month.",
         ("commit", "Sudan", "send a technical team to the two capitals of the river states", "expected")),
    ],
)  # fmt: skip
def test_steps_and_offers_are_told_whole(words: str, row: tuple[str, str, str, str]) -> None:
    assert row in rows(words)


@pytest.mark.parametrize(
    ("words", "agents"),
    [
        ("Poor countries see it otherwise. They want an independent bank for the river.", ["Poor countries"]),
        ("Sudanese teachers stayed away. They want an independent bank for the river.", []),
        ("Kenya holds talks of its own. Its negotiator asked Chad for a longer ceasefire on the river.", ["Kenya"]),
    ],
)
def test_they_and_its_people_are_those_just_named(words: str, agents: list[str]) -> None:
    assert [label for act in told(words).of(Act) for label in told(words).labels(act.agents)] == agents


def test_several_are_addressed_though_some_have_no_name() -> None:
    assert told("Sudan wants Chad and the river states to pay for the bridge.").acts == [
        ("demand", "Sudan", "Chad river states")
    ]


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Sudan insisted on keeping the 20 boats it has been given.", "keeping the 20 boats it has been given"),
        ("Sudan has asked that the monitors come from countries it would itself approve.",
         "the monitors come from countries it would itself approve"),
        ("Sudan said state authority must be restored on the river.", "state authority must be restored on the river"),
        ("Sudan gave an assurance that work on the bridge would be halted.", "work on the bridge would be halted"),
        ("Sudan asked both delegations to return to the table on Wednesday.", "return to the table on Wednesday"),
    ],
)  # fmt: skip
def test_an_item_is_not_cut_before_its_verb(words: str, item: str) -> None:
    assert item in [row[2] for row in rows(words)]


@pytest.mark.parametrize("words", ["The talks are guaranteed by Sudan and Chad.", "Sudan demanded the list."])
def test_a_role_and_what_nobody_knows_are_no_acts(words: str) -> None:
    assert told(words).acts == []


def by_whom(head: str, *paragraphs: str) -> list[tuple[str, str, str]]:
    """(type, agents, addressees) of every act of a whole article."""
    return whole("\n\n".join((head, *paragraphs)) + "\n").acts


GRAIN = "Talks between Russia and the United Nations on grain resumed in Geneva on Monday."
TRUCE_SIGNED = "Myanmar's military and the Arakan Army signed a truce in Kunming on Friday, Myanmar said."
OSLO = "Talks between Myanmar and the Arakan Army were held in Oslo."
MANILA = "Talks between the Philippines and the New People's Army were held in Oslo."
EXTRADITION = "Talks between Albania and the United Arab Emirates on six men resumed on Monday."
SKIES = "Talks between Qatar and Bahrain on the skies resumed on Monday."


@pytest.mark.parametrize(
    ("paragraphs", "act"),
    [
        (
            (GRAIN, "Kyiv has not said no. An official at the infrastructure ministry said it would load the ships."),
            ("commit", "Ukraine", ""),
        ),
        (
            (
                f"{TRUCE_SIGNED} The Myanmar military thanked Myanmar's monks.",
                "Under the arrangement both sides are to stop where they stand.",
            ),
            ("commit", "Arakan Army Myanmar", ""),
        ),
        (
            (
                f"{OSLO} The Karen National Union spoke of a letter, and the Arakan Army kept silent.",
                "The rebels asked for guarantees that their delegates would not be arrested.",
            ),
            ("request", "Arakan Army", ""),
        ),
        (
            (
                f"{MANILA} The National Democratic Front spoke of a letter, and the New People's Army kept silent.",
                "The rebels asked for guarantees that their delegates would not be arrested.",
            ),
            ("request", "National Democratic Front of the Philippines", ""),
        ),
        (
            (
                "Colombia's government and the National Liberation Army (ELN) have extended their ceasefire, the two "
                "sides announced in Caracas. The ELN said nothing on hostages.",
                "The ELN had asked for a halt to the raids, and the government rejected that.",
            ),
            ("reject", "Colombia", ""),
        ),
        (
            (EXTRADITION, "One man was convicted in Belgium. Brussels asked Albania to hand the man over by June."),
            ("request", "Belgium", "Albania"),
        ),
    ],
)
def test_a_word_for_a_side_is_read_as_its_article_uses_it(
    paragraphs: tuple[str, ...], act: tuple[str, str, str]
) -> None:
    assert act in by_whom("Talks go on", *paragraphs)


@pytest.mark.parametrize(
    ("paragraphs", "side"),
    [
        (
            (
                f"{SKIES} Bahrain closed its skies to Qatar in June.",
                "Kuwait Airways was kept to two routes, and it is seeking $5 billion in damages from the four states.",
            ),
            "Bahrain",
        ),
        (
            (TRUCE_SIGNED, "The army will halt air strikes, said Tun Kyaw, a delegate of the Arakan Army."),
            "Arakan Army",
        ),
        (
            (
                "Talks between Saudi Arabia and the Houthis on prisoners resumed in Geneva on Monday.",
                "A coalition officer in the Jordanian capital said the kingdom would free 40 prisoners by June.",
            ),
            "Jordan",
        ),
    ],
)
def test_what_another_one_does_is_not_a_sides(paragraphs: tuple[str, ...], side: str) -> None:
    assert [act for act in by_whom("Talks go on", *paragraphs) if act[1] == side] == []


def test_all_of_a_list_agree_though_a_parser_loses_some() -> None:
    words = (
        "The UK, Kenya, the Faroe Islands, Chad, the European Union and Sudan signed off on a total catch of just "
        "under 740,000 tonnes for next year."
    )
    assert told(words).acts == [("agree", "Chad European Union Faroe Islands Kenya Sudan United Kingdom", "")]


THINNED = "the army stopped searching religious schools and checkpoints were thinned out in the three provinces"
WRITTEN = "written guarantees on prison conditions and on property seized from defendants"


@pytest.mark.parametrize(
    ("words", "item"),
    [
        (f"Sudan said its fighters would hold their fire only if {THINNED}.", f"hold their fire only if {THINNED}"),
        (
            "The Sudanese team had quietly offered a ten-year operating annex, renewable by consent.",
            "a ten-year operating annex",
        ),
        (f"The United Arab Emirates has asked Sudan for {WRITTEN}.", WRITTEN),
    ],
)
def test_an_item_goes_on_where_a_parser_stops(words: str, item: str) -> None:
    assert [row[2] for row in rows(words)] == [item]


def test_a_thing_whose_verb_is_lost_is_not_shown() -> None:
    words = "The Sudanese delegation gave an assurance that work on the post would be halted until June."
    assert [row[2] for row in rows(words) if row[2] == "work on the post"] == []


@pytest.mark.parametrize(
    "words",
    [
        "President Omar Deng of Sudan asked the Government to double the fees of the ferry.",
        "The prime minister of Sudan called on village councils to trust the river guards.",
        "Western countries urged calm on the river.",
    ],
)
def test_what_is_asked_at_home_of_bodies_without_a_name_is_no_act(words: str) -> None:
    assert [act for act in by_whom("News of the day", words) if act[0] in ("request", "demand")] == []


def test_a_side_is_in_no_list_that_stands_elsewhere_in_its_sentence() -> None:
    words = (
        "Kenya promised to take the steps needed to prolong the joint ceasefire of Sudan, Chad and Kenya on the river."
    )
    assert told(words).acts == [("commit", "Kenya", "")]
