"""Events of real reports: which mentions are one, whose they are, when they are to come, and what is none."""

from __future__ import annotations

import pytest

from parley.graph.records import Event

from ..reading import Told, told, whole

OPEN = (
    "Ministers of Malawi and Zambia look at the lake\n\n"
    "A year of shelling has emptied the villages along the river. Negotiations are slow.\n\n"
)


def read(sentences: str) -> Told:
    return whole(OPEN + sentences, published="2026-03-11")


def rows(sentences: str) -> list[tuple[str, tuple[str, ...], str, str, str]]:
    """Kind, sides, day, place and standing of each event."""
    told = read(sentences)
    return sorted(
        (e.kind, tuple(told.labels(e.parties)), e.when.value if e.when else "", told.label(e.place), e.standing)
        for e in told.of(Event)
    )


def test_the_place_told_of_a_meeting_is_that_of_those_who_met_before() -> None:
    found = rows("Kenyan President Ana Otieno met Ugandan President Ben Okello. The meeting in Arusha was short.")
    assert found == [("meeting", ("Kenya", "Uganda"), "", "Arusha", "asserted")]


def test_the_talks_are_not_the_last_ones_that_a_text_looks_back_to() -> None:
    found = rows(
        "Kenya and Uganda opened talks in Arusha on Monday. At the last talks in Gulu ten months ago nobody spoke. "
        "The talks between Kenya and Uganda went on into the night."
    )
    assert ("talks", ("Kenya", "Uganda"), "2026-03-09", "Arusha", "asserted") in found
    assert all(place != "Gulu" or not sides for _, sides, _, place, _ in found)


def test_a_round_counted_after_its_day_is_the_talks_just_told_of() -> None:
    found = rows("Kenya and Uganda began talks on Monday. An envoy opened the fourth round of talks in Arusha.")
    assert found == [("round", ("Kenya", "Uganda"), "2026-03-09", "Arusha", "asserted")]


def test_one_place_with_and_without_whose_talks_they_are_is_one_event() -> None:
    found = rows("The Kenyan-Ugandan talks in Arusha were useful. The Arusha talks were the first since 2020.")
    assert [(kind, place) for kind, _, _, place, _ in found] == [("talks", "Arusha")]


def test_whoever_recalls_a_meeting_between_two_others_was_not_at_it() -> None:
    found = rows("Kenya reminded Uganda of the map after the meeting between Rwanda and Burundi in Gulu.")
    assert [sides for _, sides, *_ in found] == [("Burundi", "Rwanda")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The shelling comes days before a new round of talks between Kenya and Uganda in Arusha.",
        "The president will speak at a meeting of Kenya and Uganda in Arusha.",
    ],
)
def test_what_is_still_to_come_is_expected(sentence: str) -> None:
    assert [(place, standing) for *_, place, standing in rows(sentence)] == [("Arusha", "expected")]


def test_what_was_done_at_a_meeting_has_been() -> None:
    assert [s for *_, s in rows("The president spoke at a meeting of Kenya and Uganda in Arusha.")] == ["asserted"]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Each blamed the other for the breakdown of the Kenya-Uganda talks on Sunday.", ""),
        ("The comments on Monday at a fourth round of talks between Kenya and Uganda were mild.", ""),
        ("They spoke of the Kenya-Uganda talks, which will end next Friday.", ""),
        ("The Kenya-Uganda talks on Sunday were long.", "2026-03-08"),
    ],
)
def test_a_day_is_that_of_the_event_and_not_of_its_end_or_of_what_is_said_there(sentence: str, day: str) -> None:
    assert {d for _, _, d, _, _ in rows(sentence)} == {day}


def test_the_clause_behind_the_names_of_a_group_may_be_of_its_meeting() -> None:
    found = rows(
        "Envoys took part in the first meeting of the border group of Kenya, Uganda and Rwanda, which was held in the "
        "city of Arusha on February 6."
    )
    assert [(day, place) for _, _, day, place, _ in found] == [("2026-02-06", "Arusha")]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Kenya met members of the European Union in Arusha on Monday.", ("European Union", "Kenya")),
        ("There will be a special meeting of the 27 EU states in April.", ("European Union",)),
        ("Ministers from the 27 EU member states held talks with Kenya in Arusha.", ("European Union", "Kenya")),
        (
            "Consultations involving the Kenyan and Ugandan deputy foreign ministers will be held in Arusha.",
            ("Kenya", "Uganda"),
        ),
        (
            "Rwanda's president held talks with Kenyan President Ana Otieno and Foreign Minister Ben Okello.",
            ("Kenya", "Rwanda"),
        ),
    ],
)  # fmt: skip
def test_the_sides_are_those_that_the_words_beside_an_event_name(sentence: str, sides: tuple[str, ...]) -> None:
    assert [found for _, found, *_ in rows(sentence)] == [sides]


@pytest.mark.parametrize(
    "sentence",
    [
        "The prime minister will speak after her weekly session of Questions on 29 March.",
        "The High Talks Committee of the river left for Arusha on Monday.",
        "A statement was issued after a meeting chaired by President Ana Otieno.",
        "The minister called his party to a special meeting on Wednesday.",
    ],
)
def test_what_is_of_no_two_sides_is_no_event_of_a_negotiation(sentence: str) -> None:
    assert rows(sentence) == []


def test_both_sides_are_nobody_where_one_of_them_has_no_name() -> None:
    found = rows(
        "Kenya accused the opposition of shelling. The opposition blamed Kenya. The opposition would not give in. "
        "Uganda helped Kenya. An envoy met both sides in Arusha on Monday. Uganda said Kenya was right. "
        "The opposition wants a truce."
    )
    assert all("Uganda" not in sides for _, sides, *_ in found)


def test_a_compound_is_left_out_of_a_label_as_a_whole() -> None:
    told = read('Kenya and Uganda held "two-plus-two" talks on Monday.')
    assert [e.label for e in told.of(Event)] == ["talks between Kenya and Uganda"]


def test_a_between_behind_day_and_place_names_the_sides() -> None:
    found = rows(
        "A quarrel arose during a meeting in Arusha on Monday between Ana Otieno, the Kenyan president, and Ugandan "
        "President Ben Okello."
    )
    assert found == [("meeting", ("Kenya", "Uganda"), "2026-03-09", "Arusha", "asserted")]


def test_hosts_who_agreed_on_something_else_are_no_sides_of_the_talks() -> None:
    found = rows("Kenya, Uganda and Rwanda agreed on a fund. Kenya, Uganda and Rwanda host a second round in Arusha.")
    assert [sides for kind, sides, *_ in found if kind == "round"] == [()]


def test_who_prepares_talks_inside_a_state_is_no_side_of_them() -> None:
    found = rows("Kenya and Uganda will hold a next round of intra-Sudanese talks, due to begin in Arusha on March 23.")
    assert found == [("round", (), "2026-03-23", "Arusha", "expected")]


def test_a_round_that_ended_has_been_whatever_is_built_on_it() -> None:
    found = rows("New talks would build on the fourth round, which ended in Arusha on March 3.")
    assert [standing for kind, *_, standing in found if kind == "round"] == ["asserted"]


def test_talks_that_are_due_are_expected_also_where_they_are_named_in_the_present() -> None:
    found = rows(
        "Kenya and Uganda are due to hold talks in Arusha on Friday. The talks come months after the last shelling."
    )
    assert [standing for *_, standing in found] == ["expected"]


def test_of_two_events_of_which_only_one_place_is_told_one_is_kept() -> None:
    found = rows("The Arusha talks were long. Fresh talks in Arusha got a cold welcome. A meeting in Gulu was short.")
    assert sorted(place for *_, place, _ in found) == ["Arusha", "Gulu"]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Kenya withdrew from the Kenya-Uganda talks on Sunday.", ""),
        ("The Kenya-Uganda talks in Arusha are expected to start in May or June.", ""),
        ("The Kenya-Uganda talks are expected to start in May.", "2026-05"),
    ],
)
def test_no_day_is_taken_that_is_another_act_or_one_of_two(sentence: str, day: str) -> None:
    assert {found for _, _, found, _, _ in rows(sentence)} == {day}


@pytest.mark.parametrize(
    "sentence",
    [
        "They were asked whether Kenya was willing to engage in talks with Uganda.",
        "The Kenyan envoy met with a group of Ugandan women in Arusha.",
    ],
)
def test_what_nobody_did_or_whom_nobody_sent_makes_no_event(sentence: str) -> None:
    assert rows(sentence) == []


def test_the_previous_round_is_the_one_before_the_round_to_come() -> None:
    told = read(
        "An envoy wants a fifth round on March 23. He told of the previous round. It will build on the fourth round "
        "of the Kenya-Uganda talks, which ended on March 3."
    )
    assert sorted(e.ordinal for e in told.of(Event) if e.ordinal) == [4, 5]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Kenya and Uganda ended a 2+2 meeting on Monday.", "2+2 meeting between Kenya and Uganda"),
        ("It was the work of the president - Kenya-Uganda talks on Monday went on.", "Kenya-Uganda talks"),
    ],
)
def test_a_label_has_the_words_of_its_noun_alone(sentence: str, label: str) -> None:
    assert [e.label for e in read(sentence).of(Event)] == [label]


def test_a_title_of_one_state_is_its_side() -> None:
    found = rows("The Taoiseach met Kenyan President Ana Otieno in Arusha on Monday.")
    assert [sides for _, sides, *_ in found] == [("Ireland", "Kenya")]


def test_the_meeting_of_a_day_takes_up_the_round_just_told_of() -> None:
    found = rows(
        "Kenya and Uganda agreed at a second round of talks to open a bridge. The meeting at the Harbour Palace on "
        "Monday was short. The earlier round, on February 16 in Gulu, was the first encounter of envoys for years."
    )
    assert [(kind, day, place) for kind, _, day, place, _ in found] == [
        ("round", "2026-02-16", "Gulu"),
        ("round", "2026-03-09", "Harbour Palace"),
    ]


def test_days_of_talks_that_ended_begin_so_many_days_before() -> None:
    found = rows("Three days of negotiations between Kenya and Uganda ended in Arusha on Tuesday.")
    assert [(day, place) for _, _, day, place, _ in found] == [("2026-03-08/2026-03-10", "Arusha")]


def test_a_day_and_place_before_the_event_are_its_own() -> None:
    found = rows("Kenya and Uganda signed a truce in Arusha in February, at the close of the third round.")
    assert ("round", "2026-02", "Arusha") in [(kind, day, place) for kind, _, day, place, _ in found]


def test_a_place_for_which_a_round_is_planned_is_its_place() -> None:
    found = rows("A final round between Kenya and Uganda is planned for Arusha on Friday.")
    assert [(place, standing) for *_, place, standing in found] == [("Arusha", "expected")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels of Kenya pulled out on the eve of a meeting in Arusha.",
        "Rwanda has been trying to arrange an encounter between Kenya and Uganda.",
        "The Episcopal Conference urged Kenya and Uganda to talk.",
    ],
)
def test_what_was_not_yet_or_is_a_body_is_no_event(sentence: str) -> None:
    assert rows(sentence) == []


def test_a_meeting_that_has_been_dropped_is_called_off() -> None:
    told = read("A meeting of Kenya and Uganda planned for Friday in Arusha has been dropped.")
    assert [e.standing for e in told.records if isinstance(e, Event)] == ["denied"]


def test_an_event_is_not_dated_by_what_it_is_counted_among() -> None:
    found = rows("Kenya and Uganda held talks in Arusha. The meeting was the second in Arusha this year.")
    assert {day for _, _, day, _, _ in found} == {""}


def test_both_sides_that_wound_up_talks_had_them() -> None:
    found = rows("Kenya and Uganda wound up two days of talks in Arusha.")
    assert [(sides, place) for _, sides, _, place, _ in found] == [(("Kenya", "Uganda"), "Arusha")]


def test_a_last_ditch_meeting_is_not_the_last_one() -> None:
    told = read("A last-ditch meeting of Kenya and Uganda in Arusha broke up. The meeting was short.")
    assert len([e for e in told.of(Event) if e.kind == "meeting"]) == 1


@pytest.mark.parametrize(
    "sentence",
    ["Government envoys left the talks in Arusha.", "Rebels came late to the talks in Arusha."],
)
def test_a_bare_place_is_no_event_where_words_tell_of_sides_that_nobody_knows(sentence: str) -> None:
    opening = "Malawi, Zambia and Tanzania look at the lake\n\nNegotiations are slow. "
    assert whole(opening + sentence).of(Event) == []
    assert len(whole(opening + "The talks in Arusha were long.").of(Event)) == 1


def test_a_delegation_of_several_is_no_meeting_of_these() -> None:
    assert rows("Ana Otieno heads the Kenyan delegation that brought together members of Uganda and Rwanda.") == []


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("A summit of Kenya and Uganda in Arusha is expected in the autumn.", "in the autumn"),
        ("There will be a special summit in Arusha at the end of the month.", "at the end of the month"),
    ],
)
def test_a_season_or_the_end_of_a_month_is_kept_as_printed(sentence: str, printed: str) -> None:
    told = read(sentence)
    assert [e.when.printed for e in told.of(Event)] == [printed]


def test_what_has_gone_on_beside_something_expected_is_told() -> None:
    found = rows(
        "Consultations in Gulu are expected to deal with the border while talks between Kenya and Uganda in Arusha "
        "have focused on water."
    )
    assert ("talks", ("Kenya", "Uganda"), "", "Arusha", "asserted") in found


def test_talks_with_one_side_are_those_of_the_other_that_puts_them_off() -> None:
    told = whole(
        "Kenya and Uganda quarrel over a dam\n\nNegotiations between Kenya and Uganda are slow.\n\n"
        "Kenya suspended water talks with Uganda on Monday.",
        published="2026-03-11",
    )
    assert ["Kenya", "Uganda"] in [told.labels(e.parties) for e in told.of(Event) if "water" in e.label]


def test_an_opposition_is_not_the_state_that_it_opposes() -> None:
    found = rows("Ugandan envoy Ben Okello met the Kenyan opposition's delegation in Arusha on Monday.")
    assert all("Kenya" not in sides for _, sides, *_ in found)


def test_a_round_that_is_prepared_is_expected() -> None:
    found = rows("Kenya suspended preparations for a fifth round of talks with Uganda.")
    assert [standing for kind, *_, standing in found if kind == "round"] == ["expected"]


@pytest.mark.parametrize(
    "sentences",
    [
        "Kenya and Uganda will hold a next round of talks. It will be held in Arusha on Friday.",
        "As for another round of talks between Kenya and Uganda in Arusha, they are scheduled to take place on Friday.",
    ],
)
def test_what_is_said_of_it_is_of_the_event_just_told_of(sentences: str) -> None:
    assert ("round", ("Kenya", "Uganda"), "2026-03-13", "Arusha", "expected") in rows(sentences)


def test_what_is_said_of_something_else_later_is_none_of_it() -> None:
    found = rows("Kenya and Uganda held talks in Arusha. Shelling went on at the lake. It happened in Gulu on Monday.")
    assert found == [("talks", ("Kenya", "Uganda"), "", "Arusha", "asserted")]


def test_a_round_that_was_opened_stands_as_the_words_that_open_it() -> None:
    found = rows(
        'An envoy opened the fourth round of Kenya-Uganda talks in Arusha. "We meet again," he said. The talks were '
        "reportedly held in a tent."
    )
    assert [standing for kind, *_, standing in found if kind == "round"] == ["asserted"]


@pytest.mark.parametrize(
    "sides",
    [
        "the President of Chad, President of Niger Ali Oumar and Prime Minister of the Republic of Mali Sory Keita",
        "President of Chad Idris Kone, President of Niger Ali Oumar and Prime Minister of Mali Sory Keita",
    ],
)
def test_everybody_in_a_row_of_titles_behind_between_is_a_side(sides: str) -> None:
    read = told(f"Trilateral talks were held in Sochi between {sides}.", "Chad", "Niger")
    event = next(e for e in read.of(Event) if e.kind == "talks")
    assert read.labels(event.parties) == ["Chad", "Mali", "Niger"]


@pytest.mark.parametrize(
    "words",
    [
        "On July 20, in a meeting with Sudanese minister Omar Bako, Chad's president Idris Kone agreed to open a port.",
        "On July 20, in talks with the leaders of Sudan, Chad's president Idris Kone agreed to open a port.",
    ],
)
def test_a_day_right_before_what_is_done_at_a_meeting_is_its_day(words: str) -> None:
    read = whole(f"Chad and Sudan on the port\n\n{words}\n")
    event = next(e for e in read.of(Event) if e.kind in ("meeting", "talks"))
    assert event.when is not None
    assert event.when.value == "2025-07-20"


@pytest.mark.parametrize(
    "words",
    [
        "Following a meeting between Kenya and Ethiopia, Egypt said that it would reject any deal on the dam.",
        "After the meeting between Kenya and Ethiopia, President Mary Wanjiru of Tanzania welcomed the result.",
    ],
)
def test_who_speaks_after_a_meeting_of_two_is_no_side_of_it(words: str) -> None:
    read = whole(f"Talks on the dam\n\n{words}\n")
    event = next(e for e in read.of(Event) if e.kind == "meeting")
    assert read.labels(event.parties) == ["Ethiopia", "Kenya"]


def test_a_text_may_open_with_a_negotiator() -> None:
    assert (
        "Peter Okello" in whole("Negotiator, Gen. Peter Okello of Kenya said talks with Uganda had failed.\n").persons
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor asked for calm before the fourth round, due in Gulu on June 4, of the talks.",
        "Kenya promised to answer at the fourth round, in Gulu on June 4, Ana Otieno said.",
    ],
)
def test_the_place_and_day_that_are_set_off_behind_a_round_are_its_own(sentence: str) -> None:
    read_ = read(f"Kenya and Uganda hold talks. {sentence}")
    [event] = [event for event in read_.of(Event) if event.ordinal == 4]
    assert (read_.label(event.place), event.when and event.when.value) == ("Gulu", "2026-06-04")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("You will hear it on Friday in Gulu, at the fourth round.", "2026-03-13"),
        ("These were the first since a fourth round in Gulu in 2019.", "2019"),
        ("The council reviewed the fourth round on Sunday.", None),
        ("After Monday's fourth round Kenya told the press that it was ready.", "2026-03-09"),
    ],
)
def test_which_day_is_a_rounds_own(sentence: str, day: str | None) -> None:
    [event] = [e for e in read(f"Kenya and Uganda hold talks. {sentence}").of(Event) if e.ordinal == 4]
    assert (event.when.value if event.when else None) == day


def test_who_is_there_as_mediator_is_no_party() -> None:
    found = rows("Kenya and Uganda held the first round of talks in Arusha on Monday, with Oman as mediator.")
    assert [sides for _, sides, *_ in found] == [("Kenya", "Uganda")]
