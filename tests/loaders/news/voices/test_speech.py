"""Who says what: each form of attribution gives the words to the right speaker, and nothing to nobody."""

from __future__ import annotations

import pytest

from parley.graph.records import Act

from ..reading import told, whole

ENVOY = "Chad's envoy Tariq Anwar arrived in Doha. "


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Anwar said the roads were open.", "the roads were open"),
        ("Anwar said that the roads were open.", "the roads were open"),
        ("“The roads are open,” Anwar said.", "“The roads are open,”"),
        ("\"The roads are open,\" Anwar told reporters in Doha.", "\"The roads are open,\""),
        ("‘The roads aren’t open,’ Anwar said.", "‘The roads aren’t open,’"),
        ("“The roads are open,” said Anwar, who then left.", "“The roads are open,”"),
        ("According to Anwar, the roads were open.", "the roads were open"),
        ("The roads were open, according to Anwar.", "The roads were open"),
        ("Asked about the convoys, Anwar said the roads were open.", "the roads were open"),
        ("Speaking in Doha, Anwar said the roads were open.", "the roads were open"),
        ("Anwar wrote on X that the roads were open.", "the roads were open"),
        ("Anwar insisted the roads were open.", "the roads were open"),
        ("Anwar warned that the roads were closed.", "the roads were closed"),
        ("Anwar confirmed that the convoys had left.", "the convoys had left"),
        ("Anwar tweeted: \"Roads open!\"", "\"Roads open!\""),
        ("Anwar has repeatedly said the roads are open.", "the roads are open"),
        ("Anwar praised the mediators.", "Anwar praised the mediators"),
        ("Anwar thanked Qatar for its help.", "Anwar thanked Qatar for its help"),
        ("Anwar accused Sudan of blocking the roads.", "Anwar accused Sudan of blocking the roads"),
        ("The roads, Anwar told reporters, were open.", "The roads, Anwar told reporters, were open"),
        ("The roads, Anwar has said, are open.", "The roads, Anwar has said, are open"),
        ("But each week, Anwar warned, makes it worse.", "each week, Anwar warned, makes it worse"),
        ("If they hurry, Anwar said, the convoys will arrive.", "If they hurry, Anwar said, the convoys will arrive"),
        ("By Anwar's account, the roads were open.", "the roads were open"),
        ("The roads were open, in the words of Anwar.", "The roads were open"),
        ("Then came the reply of Anwar: the roads were open.", "the roads were open"),
        ("The roads were open, as Anwar claimed.", "The roads were open"),
        ("Anwar has let Qatar know that the roads are open.", "the roads are open"),
        ("Anwar told a closed session that the roads were open.", "the roads were open"),
        ("Anwar said no to the convoys.", "Anwar said no to the convoys"),
        ("“The roads are open to all,” Anwar shrugged.", "“The roads are open to all,”"),
    ],
)  # fmt: skip
def test_the_words_belong_to_the_person_who_says_them(sentence: str, words: str) -> None:
    assert told(ENVOY + sentence).said == [("Tariq Anwar", words)]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Khartoum said the roads were open.", "Sudan"),
        ("The United States believes the roads are open.", "United States"),
        ("The UN says the roads are open.", "United Nations"),
        ("A statement from the African Union said the roads were open.", "African Union"),
        ("Analysts say the roads are open.", "analysts"),
        ("A diplomat told Reuters the roads were open.", "Reuters > diplomat"),
        ("It was announced by Chad that the roads were open.", "Chad"),
        ("Al Jazeera reported that the roads were open.", "al-Jazeera"),
        ("A Kenyan newspaper wrote that the roads were open.", "Kenyan newspaper"),
        ("Chinese media report that the roads were open.", "media"),
        ("Three drivers from Adre say the roads were open.", "three drivers from Adre"),
        ("A person familiar with the plan said the roads were open.", "person familiar with the plan"),
    ],
)  # fmt: skip
def test_states_bodies_and_unnamed_people_speak_too(sentence: str, speaker: str) -> None:
    [(who, words)] = told(sentence).said
    assert (who.lower().replace("unnamed ", ""), words.lower()) == (speaker.lower(), words.lower())
    assert words in sentence


def test_the_speaker_goes_on_in_the_next_sentence() -> None:
    read = told(
        ENVOY
        + "“The roads are open,” Anwar said. “Nobody is stopping the convoys.” He added that the bridge was closed."
    )
    assert read.said == [
        ("Tariq Anwar", "“The roads are open,” Anwar said. “Nobody is stopping the convoys.”"),
        ("Tariq Anwar", "the bridge was closed"),
    ]  # fmt: skip


def test_speech_within_speech_is_a_chain() -> None:
    read = told(ENVOY + "Anwar said Salma Idriss had told him the roads were open.")
    assert ("Tariq Anwar > Salma Idriss", "the roads were open") in read.said


def test_a_source_speaks_to_an_outlet() -> None:
    read = told("A source close to the talks told AFP on condition of anonymity that the roads were open.")
    [(chain, _)] = read.said
    assert chain.startswith("Agence France-Presse > ")


def test_the_speaker_of_a_list_header_says_its_bullets() -> None:
    text = (
        "Talks resume\n\nHere are the main points made by Kenyan President Wanjiru Kamau:\n\n- The "
        "roads are open.\n- The convoys will leave soon."
    )
    assert [who for who, _ in whole(text).said] == ["Wanjiru Kamau"] * 2


def test_a_speaker_stands_before_or_after_the_colon_of_a_headline() -> None:
    body = "\n\nKenyan President Wanjiru Kamau spoke in Doha on the talks and the truce."
    assert ("Wanjiru Kamau", "The roads are open and quiet") in whole(
        "The roads are open and quiet: Wanjiru Kamau" + body
    ).said


@pytest.mark.parametrize(
    "sentence", ["Anwar declined to comment on the convoys.", "Anwar refused to say when the convoys would leave."]
)
def test_refusing_to_speak_is_told_as_that(sentence: str) -> None:
    [statement] = [s for s in told(ENVOY + sentence).statements if s.chain]
    assert statement.modality == "refusal-to-speculate"


def test_quoted_words_in_a_paraphrase_are_a_part_of_it() -> None:
    read = told(ENVOY + "Anwar called the roads “a disgrace”.")
    [part] = [s for s in read.statements if s.part_of]
    assert (read.words(part), part.mode) == ("“a disgrace”", "direct-quote")


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Anwar said the convoys had left.", "claim"), ("Anwar said the roads would open.", "expectation"),
        ("Anwar believes that the roads will open soon.", "expectation"),
        ("“We will not leave,” Anwar said.", "rejection"),
    ],
)  # fmt: skip
def test_how_it_is_meant(sentence: str, modality: str) -> None:
    assert {s.modality for s in told(ENVOY + sentence).statements if s.chain} == {modality}


@pytest.mark.parametrize(
    "sentence",
    [
        "Anwar denied that the roads were closed.", "Anwar dismissed the report as an invention.",
        "Anwar rejected claims that the convoys had been robbed.", "Anwar called the story a fabrication.",
        "“That is untrue,” Anwar said.", "Anwar said that nobody had promised any convoys.",
        "“We gave no list to anybody,” Anwar said.", "Anwar insisted he had never met the drivers.",
        "No, Anwar said, there was no deal about the roads.",
        "“There is no such plan on the table,” Anwar said.", "Anwar said reports of a clash were without foundation.",
    ],
)  # fmt: skip
def test_denials(sentence: str) -> None:
    assert [s.modality for s in told(ENVOY + sentence).statements if s.chain and not s.part_of] == ["denial"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Anwar said no agreement was reached.", "Anwar said the roads were not open.", "Anwar said work lies ahead.",
        "Anwar rejected the offer.", "Anwar said it was not a lie.", "Anwar said the false report was withdrawn.",
    ],
)  # fmt: skip
def test_other_negations_deny_nothing(sentence: str) -> None:
    assert "denial" not in {s.modality for s in told(ENVOY + sentence).statements if s.chain}


def test_what_one_subject_says_with_two_verbs_is_one_statement() -> None:
    read = told(ENVOY + "Anwar dismissed the evidence as worthless and said the drivers would appeal.")
    assert read.said == [("Tariq Anwar", "Anwar dismissed the evidence as worthless and said the drivers would appeal")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Did Anwar say the roads were open?", "What had Anwar asked for?",
        "An official who asked not to be named left the hall.", "A historian who now advises farmers was there.",
    ],
)  # fmt: skip
def test_these_are_nobodys_statements(sentence: str) -> None:
    assert told(ENVOY + sentence).said == []


def test_he_is_the_subject_before_also_by_apposition_and_never_a_woman() -> None:
    read = told(
        "Ms Salma Idriss met Chad's envoy, Tariq Anwar. Sudan's negotiator, Omar Bashir Deng, spoke to Ms Idriss. "
        "“The roads are open to all,” he said."
    )
    assert read.said[-1] == ("Omar Bashir Deng", "“The roads are open to all,”")
    read = told("Tariq Anwar met Ms Salma Idriss at noon. “The roads are open to all,” he told reporters.")
    assert read.said[-1][0] == "Tariq Anwar"


def test_a_headline_says_nothing_that_is_told_below() -> None:
    text = (
        "Chad says the posts will open\n\nChad and Sudan met for talks in Doha on Monday.\n\n"
        "The posts will open soon, said Chad's envoy Tariq Anwar."
    )
    assert whole(text).said == [("Tariq Anwar", "The posts will open soon")]
    assert [who for who, _ in whole(text.replace("Chad's envoy Tariq Anwar", "Norway")).said] == ["Chad", "Norway"]


def test_a_comment_on_what_is_said_is_of_whoever_comments() -> None:
    read = told(ENVOY + "Anwar said the roads were open, a claim Sudan promptly denied.")
    assert ("Sudan", "a claim Sudan promptly denied") in read.said


def test_the_reason_after_a_colon_goes_on() -> None:
    words = "Anwar denied it: there was a plane to catch"
    assert told(ENVOY + words + ".").said == [("Tariq Anwar", words)]


def test_his_office_is_called_after_him() -> None:
    assert told(ENVOY + "His office said the roads were open.").said == [
        ("office of Tariq Anwar", "the roads were open")
    ]


def test_no_sentence_ends_at_an_abbreviated_rank() -> None:
    read = told("Sudan expressed its gratitude to the facilitator, Amb. Salma Idriss of Kenya, for her patience.")
    assert [words for _, words in read.said] == [
        "Sudan expressed its gratitude to the facilitator, Amb. Salma Idriss of Kenya, for her patience"
    ]


def test_the_points_of_several_in_a_list_are_told_of() -> None:
    text = (
        "Talks resume\n\nThe main points, as given by the two delegations from Chad and Sudan:\n\n"
        "- Posts: Tariq Anwar, the envoy of Chad, announced that the posts would open.\n- Wells: Snow fell."
    )
    assert whole(text).said == [("Tariq Anwar", "the posts would open")]


def test_plain_narration_is_nobodys_words() -> None:
    assert told("The convoys left at noon. Snow fell on the passes.").said == []


@pytest.mark.parametrize(
    "sentence",
    ['"We promised nothing of the kind," we said.', "“We urged Chad to sign,” it said."],
)
def test_we_whose_speaker_is_we_again_are_nobody_in_particular(sentence: str) -> None:
    assert not any(statement.chain for statement in told(sentence).statements)


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("Sudan, per Chadian officials, closed the road.", "Chadian officials", "closed the road"),
        ("In Salma Idriss's telling, Sudan promised a road.", "Salma Idriss", "Sudan promised a road"),
        ("According to a report by Salma Idriss, the road is closed.", "Salma Idriss", "the road is closed"),
        (
            "A Chadian official who spoke on condition of anonymity said the road was closed.",
            "Chadian official",
            "the road was closed",
        ),
        (
            '"The road," a Chadian official who asked not to be named said, "is closed to everybody."',
            "Chadian official",
            "is closed to everybody",
        ),
        (
            "According to a statement read out by Salma Idriss, the road is closed.",
            "Salma Idriss",
            "the road is closed",
        ),
        ("According to a statement issued by Salma Idriss, the road is closed.", "Salma Idriss", "the road is closed"),
        ("Salma Idriss fumed that the road was closed.", "Salma Idriss", "the road was closed"),
        ("The road is closed to all, Salma Idriss said, Kyodo News reported.", "Salma Idriss", "The road is closed"),
    ],
)
def test_formulas_tell_who_speaks(sentence: str, speaker: str, words: str) -> None:
    found = [who.rpartition(" > ")[2] for who, said in told(sentence).said if words in said]
    assert [who.startswith(speaker) for who in found] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sudan is said to have closed the road.",
        "Sudan will address the barriers.",
        "Salma Idriss left rather than condemn it.",
        "Salma Idriss was welcomed by the minister at the airport.",
        "The agreement announced in May is in force.",
        "Salma Idriss sets out to run a farm.",
        "The farmers offered sheep to the saint.",
    ],
)
def test_what_is_done_or_alleged_by_nobody_is_not_said(sentence: str) -> None:
    assert told(sentence).said == []


@pytest.mark.parametrize("place", ["the port of Varn", "the port of Arica", "the crossing at Tine"])
@pytest.mark.parametrize("speaker", ["Brook", "Rojas"])
def test_a_name_behind_a_place_and_a_comma_is_who_speaks_at_the_end(place: str, speaker: str) -> None:
    told_ = told(f"Chad agreed to open {place}, {speaker} told reporters.")
    assert [(a.type, told_.labels(a.agents), a.standing) for a in told_.of(Act)] == [("agree", ["Chad"], "claimed")]
    assert [told_.label(a.item) for a in told_.of(Act)] == [f"open {place}"]


def test_a_name_in_a_clause_of_its_own_at_the_end_is_no_closing_cue() -> None:
    told_ = told("Chad agreed to open the port that, on Monday in Cairo, Rojas described.")
    assert [a.standing for a in told_.of(Act)] == ["asserted"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The text was late, a Chadian official said, because Sudan asked for time to consult its chiefs.",
        "The text was late, a Chadian official said, but Sudan asked for time to consult its chiefs.",
        "Sudan is late after it refused to endorse the terms agreed with investors last month, the Ministry of Finance "
        "announced on Monday.",
    ],
)
def test_what_goes_on_behind_the_speaker_or_stands_before_him_is_his(sentence: str) -> None:
    assert {a.standing for a in told(sentence).of(Act)} == {"claimed"}


@pytest.mark.parametrize("by", ["scientific advice", "the results", "the rules of the lake"])
def test_what_things_are_set_by_is_nobody_who_speaks(by: str) -> None:
    read = told(f"Salma Idriss said that Sudan would fix its quota according to {by}.")
    assert {who for who, _ in read.said} == {"Salma Idriss"}


def test_what_a_plan_tells_behind_a_comma_is_the_plans() -> None:
    assert {a.standing for a in told("Sudan promised 40 boats to Chad, according to the plan.").of(Act)} == {"claimed"}


def test_whose_raids_a_statement_condemns_has_not_made_it() -> None:
    said = told("A statement condemning the raids by Chad said that the fleet would stay.").said
    assert not any(who == "Chad" and "fleet" in words for who, words in said)
