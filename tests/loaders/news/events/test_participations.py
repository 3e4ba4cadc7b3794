"""Who takes part in events and delegations, and as what."""

from __future__ import annotations

import pytest

from parley.graph.records import Attendance, Event, Statement

from ..reading import Told, told, whole

OPEN = (
    "Peace efforts go on\n\nDelegates of Sudan and Chad want a ceasefire agreement.\n\n"
    "Foreign Minister Salma Idriss of Sudan and President Hamid Barka of Chad spoke of peace.\n\n"
)


def read(sentences: str) -> Told:
    return whole(OPEN + sentences + "\n")


def taking_part(told_: Told) -> set[tuple[str, str]]:
    return {(told_.label(a.agent), a.capacity) for a in told_.of(Attendance)}


BOTH = {("Salma Idriss", "party"), ("Hamid Barka", "party")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Salma Idriss phoned Hamid Barka on Monday.",
        "Salma Idriss spoke by telephone with Hamid Barka on Monday.",
        "Salma Idriss sat down with Hamid Barka in Vienna on Tuesday.",
        "Salma Idriss is due to meet Hamid Barka in Oslo on Friday.",
        "Salma Idriss will travel to Oslo next week to meet Hamid Barka.",
        "Salma Idriss flew to Nairobi for talks with Hamid Barka.",
        "Foreign Minister Salma Idriss visited Chad on Monday for talks with President Hamid Barka.",
        "Hamid Barka received Salma Idriss in Geneva on Wednesday.",
        "A meeting of Salma Idriss with Hamid Barka took place on June 3 in Oslo.",
        "After a meeting with Hamid Barka in Tunis, Salma Idriss said that a truce was near.",
        "During a phone call with Hamid Barka on Sunday, Salma Idriss proposed a truce.",
        "Salma Idriss's meeting with Hamid Barka lasted two hours.",
        "Salma Idriss said her meeting with Hamid Barka had lasted two hours.",
        "The summit in Tunis will bring together Salma Idriss and Hamid Barka.",
        "Salma Idriss and Hamid Barka are expected to hold a summit in Tunis in September.",
        "Foreign Minister Salma Idriss and President Hamid Barka met on the sidelines of a forum in Tunis.",
        "Salma Idriss held telephone talks with Hamid Barka late on Sunday.",
        "Salma Idriss and Hamid Barka discussed grain over the phone on Thursday.",
        "In a phone call on Friday, Salma Idriss and Hamid Barka agreed to release prisoners.",
        "Salma Idriss met face to face with Hamid Barka in Tunis.",
        "Salma Idriss and Hamid Barka shook hands before their meeting in Tunis on Monday.",
        "Hamid Barka received a delegation led by Salma Idriss on Monday.",
        "Salma Idriss attended a meeting in Geneva with Hamid Barka.",
        "Salma Idriss and Hamid Barka sat down at the first session of talks in Oslo on Monday.",
    ],
)
def test_people_who_meet_or_call_each_other_are_the_parties(sentence: str) -> None:
    assert taking_part(read(sentence)) == BOTH


@pytest.mark.parametrize(
    "sentence",
    [
        "Sudanese and Chadian negotiators met in Muscat on Monday.",
        "Negotiators from Sudan and Chad resumed indirect talks in Muscat on Monday.",
        "Delegations from Sudan and Chad are to meet again next month in Vienna.",
        "Talks in Geneva between Sudan and Chad broke down on Thursday.",
        "Sudan and Chad agreed on a list after a second day of talks in Geneva.",
        "The two countries exchanged 40 prisoners on Sunday.",
    ],
)
def test_states_are_the_parties_where_their_delegations_meet(sentence: str) -> None:
    assert taking_part(read(sentence)) == {("Sudan", "party"), ("Chad", "party")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Salma Idriss refused to meet Hamid Barka.",
        "Salma Idriss wants to meet Hamid Barka.",
        "Hamid Barka would meet Salma Idriss if troops left.",
        "Salma Idriss called on Hamid Barka to withdraw troops.",
        "Chad called for talks between Sudan and Libya.",
        "The proposal met the demands of Chad.",
        "There is no dialogue.",
        "Chad imposed a new round of sanctions.",
        "Salma Idriss repeated her call for a truce.",
    ],
)
def test_what_is_only_wanted_or_called_alike_is_no_event(sentence: str) -> None:
    assert read(sentence).of(Event) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks were mediated by Qatar and Egypt.", {("Qatar", "mediator"), ("Egypt", "mediator")}),
        ("The talks, brokered by Kenya, opened in Nairobi.", {("Kenya", "mediator")}),
        ("The talks are being held under the auspices of the United Nations.", {("United Nations", "mediator")}),
        ("The Qatar-mediated talks resumed in Doha on Monday.", {("Qatar", "mediator")}),
        ("The talks were chaired by Pieter van Holst.", {("Pieter van Holst", "mediator")}),
        ("The talks were hosted by Oman.", {("Oman", "host")}),
        ("Kenya is hosting the talks.", {("Kenya", "host")}),
        ("The United States and Qatar observed the talks.", {("United States", "observer"), ("Qatar", "observer")}),
        ("The talks were attended by Pieter van Holst.", {("Pieter van Holst", "attendee")}),
    ],
)
def test_others_take_part_in_a_capacity(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert {p for p in taking_part(read(sentence)) if p[1] != "party"} == expected


def test_mediators_without_a_verb_belong_to_the_talks_of_the_article() -> None:
    told_ = told("Qatari and Egyptian mediators went from one delegation to the other.")
    assert {(who, what) for who, what, _ in told_.attendances} == {("Qatar", "mediator"), ("Egypt", "mediator")}


def test_those_who_come_along_are_there_too() -> None:
    told_ = read("Hamid Barka, accompanied by Tariq Anwar and Yasir Nour, met Salma Idriss in Tunis.")
    assert taking_part(told_) == BOTH | {("Tariq Anwar", "attendee"), ("Yasir Nour", "attendee")}


def test_a_host_is_the_host_and_no_party_twice() -> None:
    told_ = read("President Hamid Barka hosted Foreign Minister Salma Idriss in Cairo on Tuesday.")
    assert taking_part(told_) == {("Hamid Barka", "host"), ("Salma Idriss", "party")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chad's chief negotiator Hamid Barka left.", {("Hamid Barka", "Chadian delegation", "head")}),
        ("The Chadian side was led by Hamid Barka.", {("Hamid Barka", "Chadian delegation", "head")}),
        ("Sudan was represented by Salma Idriss.", {("Salma Idriss", "Sudanese delegation", "head")}),
        ("Sudan sent a delegation headed by Salma Idriss.", {("Salma Idriss", "Sudanese delegation", "head")}),
        ("Yasir Nour, a member of the Chadian delegation, left.", {("Yasir Nour", "Chadian delegation", "member")}),
        (
            "Chad's delegation was led by Hamid Barka and included Tariq Anwar.",
            {("Hamid Barka", "Chadian delegation", "head"), ("Tariq Anwar", "Chadian delegation", "member")},
        ),
        (
            "The delegations, led by Salma Idriss and Hamid Barka, left.",
            {("Salma Idriss", "Sudanese delegation", "head"), ("Hamid Barka", "Chadian delegation", "head")},
        ),
    ],
)
def test_delegations_have_heads_and_members(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert read(sentence).members == expected


def test_a_former_chief_negotiator_heads_nothing() -> None:
    assert read("Chad's former chief negotiator Tariq Anwar warned of war.").members == set()


def test_the_words_of_every_part_name_somebody_in_it() -> None:
    told_ = read("Hamid Barka met Salma Idriss in Tunis. The talks were mediated by Qatar.")
    parts = {a.key: told_.label(a.agent) for a in told_.of(Attendance)}
    for statement in (s for s in told_.records if isinstance(s, Statement)):
        for key in statement.supports:
            if key in parts:
                assert parts[key].split()[-1] in told_.words(statement)


def test_the_sides_of_the_article_are_those_of_its_talks_only_by_inference() -> None:
    told_ = whole(
        "Truce effort\n\nA deal between Sudan and Chad is far off, envoys said.\n\n"
        "The talks in Oslo on a ceasefire were adjourned on Thursday."
    )
    parties = {a.key for a in told_.of(Attendance)}
    assert {told_.label(a.agent) for a in told_.of(Attendance)} == {"Sudan", "Chad"}
    assert {s.evidence for s in told_.statements if parties & set(s.supports)} == {"inferred"}


def test_people_who_are_no_envoys_stand_for_themselves() -> None:
    told_ = read("Sudanese and Chadian farmers sat down together in Tunis on Monday.")
    assert taking_part(told_) == {("Sudanese farmers", "party"), ("Chadian farmers", "party")}


def test_a_round_of_several_days_is_a_round() -> None:
    told_ = read("Sudanese and Chadian negotiators ended a two-day round in Tunis on Monday.")
    assert [(e.kind, told_.label(e.place)) for e in told_.of(Event)] == [("round", "Tunis")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sudan and Chad resumed talks in Tunis, with Omani mediators pressing for calm.", ("Oman", "mediator")),
        ("The committee met in Tunis on Monday. It was chaired by the African Union.", ("African Union", "mediator")),
        ("Pieter van Holst presented a plan at the second round in Tunis.", ("Pieter van Holst", "attendee")),
        ("At the close of the summit in Tunis, Pieter van Holst read a text.", ("Pieter van Holst", "attendee")),
        ("Mediators: Oman, Qatar\n\nThe talks resumed in Tunis.", ("Qatar", "mediator")),
        ("Guarantors: Kenya and Norway\n\nThe talks resumed in Tunis.", ("Norway", "observer")),
    ],
)  # fmt: skip
def test_whoever_chairs_watches_or_acts_there_takes_part(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in taking_part(read(sentence))
    assert (expected[0], "party") not in taking_part(read(sentence))


def test_an_envoy_of_the_world_body_between_two_leaders_is_no_party() -> None:
    told_ = read(
        "UN envoy Marta Oliveira met President Hamid Barka and Foreign Minister Salma Idriss in Tunis on Monday."
    )
    assert taking_part(told_) == BOTH | {("Marta Oliveira", "mediator")}


def test_a_minister_is_not_there_twice() -> None:
    told_ = read("The call with the President of Chad began late. Salma Idriss spoke by telephone with Hamid Barka.")
    assert taking_part(told_) == BOTH


def test_a_label_before_a_list_names_the_delegation() -> None:
    told_ = read(
        "Sudan: Yasir Nour, a retired judge; Tariq Anwar\n\nChadian delegation: Pieter van Holst; Daniel Obare"
    )
    assert {(w, d, r) for w, d, r in told_.members} == {
        ("Yasir Nour", "Sudanese delegation", "member"),
        ("Tariq Anwar", "Sudanese delegation", "member"),
        ("Pieter van Holst", "Chadian delegation", "member"),
        ("Daniel Obare", "Chadian delegation", "member"),
    }


def test_what_a_label_tells_is_no_list() -> None:
    assert read("Sudan: Yasir Nour said that he had left. Tariq Anwar stayed.").members == set()


def test_the_government_that_talks_with_a_movement_has_a_delegation() -> None:
    told_ = whole(
        "Truce talks\n\nYemen and the Houthis resumed talks on a ceasefire in Muscat.\n\n"
        "The Government delegation, led by Brigadier Saleh Nasser, left."
    )
    assert told_.members == {("Saleh Nasser", "Yemeni delegation", "head")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In Oslo last Friday, under the eye of Pieter van Holst, a deal came near.", ("Pieter van Holst", "mediator")),
        ("The talks were held under the auspices of the African Union and Kenya.", ("Kenya", "mediator")),
        ("Niger, represented only by its envoy, Daniel Obare, watched the talks.", ("Daniel Obare", "attendee")),
        ("EU special representative Marta Oliveira praised the talks.", ("Marta Oliveira", "mediator")),
    ],
)  # fmt: skip
def test_whoever_helps_or_comes_along_takes_part(sentence: str, expected: tuple[str, str]) -> None:
    told_ = read(f"Sudan and Chad resumed talks in Tunis on Monday.\n\n{sentence}")
    assert expected in taking_part(told_)


def test_what_both_agreed_on_they_agreed_on_at_their_meeting() -> None:
    text = (
        "Truce plan\n\nThe joint panel closed its tenth meeting in Oslo on Monday.\n\nSudan and Chad {} a ceasefire.\n"
    )
    agreed = whole(text.format("agreed on"))
    assert taking_part(agreed) == {("Sudan", "party"), ("Chad", "party")}
    statements = [s for s in agreed.statements if any("attendance/" in key for key in s.supports)]
    assert {s.evidence for s in statements} == {"inferred"}
    assert taking_part(whole(text.format("have not agreed on"))) == set()


def test_after_talks_with_a_fund_it_is_the_state_that_talked() -> None:
    told_ = read(
        "Salma Idriss, the foreign minister, said after talks with the World Bank in Tunis that aid would come."
    )
    assert taking_part(told_) == {("Sudan", "party"), ("World Bank", "party")}


def test_mediators_have_talks_to_mediate_even_where_little_is_told_of_them() -> None:
    told_ = whole(
        "Darfur talks live\n\nMediators from Egypt and Oman wait for an answer of Sudan to a ceasefire plan.\n\n"
        "Chad and Sudan will weigh the plan, officials of Chad and Sudan said."
    )
    assert taking_part(told_) == {("Egypt", "mediator"), ("Oman", "mediator")}


def test_who_once_led_a_mission_leads_none_now() -> None:
    assert read("Marta Oliveira, who once headed the Chadian mission, warned of war.").members == set()


def test_the_armed_group_is_the_movement_named_before() -> None:
    told_ = whole(
        "Truce talks\n\nThe Houthis weigh a ceasefire offer of Yemen.\n\n"
        "A second round of talks between the Yemeni government and the armed group opened in Muscat."
    )
    assert taking_part(told_) == {("Yemen", "party"), ("Houthis", "party")}


def test_people_named_in_a_row_with_their_titles_all_take_part() -> None:
    told_ = read(
        "President of Kenya Idriss Bako, President of the Republic of Mali Adam Keita and Prime Minister of Niger "
        "Peter Ali held trilateral talks in Doha.\n\nAdam Keita said that it had gone well."
    )
    assert {who for who, _ in taking_part(told_)} >= {"Idriss Bako", "Adam Keita", "Peter Ali"}


def test_those_thanked_for_hosting_or_present_are_there() -> None:
    told_ = whole(
        "Chad and Sudan held talks in Bern on Monday with the participation of the African Union.\n\n"
        "We thank Swiss Foreign Minister Lena Graf for hosting the talks.\n\n"
        "Also present at the talks were Kenyan envoy Peter Mwangi and Omani envoy Said Harthi."
    )
    assert taking_part(told_) >= {("Lena Graf", "host"), ("African Union", "attendee"), ("Peter Mwangi", "attendee")}


def test_of_what_is_to_come_the_sides_of_the_article_are_no_attendees_yet() -> None:
    told_ = read("Sudan and Chad held talks in Bern on Monday. The two sides are to meet again in Rome on 3 June.")
    assert taking_part(told_) == {("Chad", "party"), ("Sudan", "party")}
    assert len(list(told_.of(Attendance))) == 2


def test_nobody_leads_the_delegation_of_the_other_side() -> None:
    found = told(
        "Sudan's minister Omar Bakri spoke first. The delegations, led by Bakri and Chad's envoy Idriss Mahamat, met."
    )
    assert ("Omar Bakri", "Chadian delegation", "head") not in found.members


def test_those_who_are_led_or_joined_by_somebody_are_told_apart() -> None:
    told_ = read("Salma Idriss was joined by Minister Amna Taha at the talks with Hamid Barka in Tunis on Monday.")
    assert taking_part(told_) == BOTH | {("Amna Taha", "attendee")}


def test_talks_may_have_a_host_and_a_mediator() -> None:
    told_ = read("Talks between Sudan and Chad, hosted by Oman and mediated by Qatar, opened in Muscat on Monday.")
    assert {("Oman", "host"), ("Qatar", "mediator")} < taking_part(told_)


def test_whoever_convenes_others_is_none_of_them() -> None:
    told_ = read("President Lena Wanjiru of Kenya convened Salma Idriss and Hamid Barka in Nairobi on Sunday.")
    assert taking_part(told_) == BOTH | {("Lena Wanjiru", "mediator")}


def test_as_an_observer_is_said_of_its_own_verb_alone() -> None:
    told_ = read("The talks are being mediated by Qatar, with Libya attending as an observer, Sudan and Chad said.")
    assert {("Qatar", "mediator"), ("Libya", "observer")} <= taking_part(told_)


def test_a_state_that_invites_to_talks_hosts_them() -> None:
    told_ = read("Sudan and Chad held talks in Muscat on Monday. Oman's invitation to the talks had come late.")
    assert ("Oman", "host") in taking_part(told_)


def test_whoever_negotiates_for_somebody_takes_part() -> None:
    told_ = read("Sudan and Chad held talks in Muscat on Monday. Minister Amna Taha, negotiating for Sudan, left.")
    assert ("Amna Taha", "party") in taking_part(told_)
