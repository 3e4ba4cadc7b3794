"""Bodies that nobody lists: who bargains by the text's own words, whose a ministry or "the government" is."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Agent

from ..reading import told, whole


def doers(text: str) -> list[tuple[str, list[str], str]]:
    read = whole(text)
    return [(act.type, read.labels(act.agents), act.standing) for act in read.of(Act)]


def test_a_body_in_talks_is_a_party_under_its_name_and_its_acronym() -> None:
    text = (
        "Harbour strike\n\nTalks between the Dockers Union and the Central Association of Harbour Owners (ZVH) "
        "ended in Bremen on Monday.\n\n"
        "ZVH offered a rise of three percent over two years.\n"
    )
    assert doers(text) == [("offer", ["Central Association of Harbour Owners"], "asserted")]


def test_a_company_that_is_in_no_talks_is_none() -> None:
    text = (
        "Harbour news\n\nTalks between Kenya and Uganda ended on Monday.\n\nNavoro Shipping offered a rise of three "
        "percent over two years.\n"
    )
    assert doers(text) == []


def test_a_ministry_without_a_state_speaks_for_whom_it_tells_of() -> None:
    text = (
        "Camp talks\n\nTalks between Colombia and the National Liberation Army were held on Monday.\n\nColombia will "
        "not reopen the camp in exchange for a truce, the interior ministry said.\n"
    )
    assert doers(text) == [("reject", ["Colombia"], "claimed")]


def test_the_group_is_the_movement_that_is_named_and_faces_its_state() -> None:
    text = (
        "Truce offered\n\nThe National Liberation Army met envoys on Monday. The National Liberation Army spoke of "
        "talks. Colombia sent nobody.\n\nThe guerrilla group offered to halt attacks in the hills from Friday.\n"
    )
    assert doers(text) == [("offer", ["ELN"], "asserted")]


def test_the_commission_in_capitals_is_that_of_the_union() -> None:
    read = told(
        "An EU official said the Commission could accept a phased reduction of its quota over two years.",
        "European Union",
        "Iceland",
    )
    assert {(a.type, " ".join(read.labels(a.agents))) for a in read.of(Act)} == {("offer", "European Union")}


def test_what_somebody_says_who_is_not_found_is_never_asserted() -> None:
    read = told(
        "A diplomat from Oslo denied that. Sudan, he said, had from the start laid down three conditions for a truce."
    )
    assert "asserted" not in [act.standing for act in read.of(Act)]


def test_an_aside_in_the_middle_makes_it_somebodys_word() -> None:
    read = told("Sudan has proposed, a Chadian official added, that the port be opened to boats.")
    assert [(act.type, act.standing) for act in read.of(Act)] == [("propose", "claimed")]


def test_the_ministry_that_takes_up_itself_is_read() -> None:
    read = whole(
        "Sailors freed\n\nThe Foreign Ministry announces that two sailors were freed.\n\nThe Ministry thanks Kenya.\n\n"
        "The Ministry says that the talks with Kenya will go on.\n"
    )
    assert read.statements


def test_a_double_surname_alone_is_the_person() -> None:
    read = told("Vera Orlan-Petit, Sudan's chief negotiator, came late. Sudan will study the list, Orlan-Petit said.")
    assert [a.label for a in read.of(Agent) if a.kind == "person"] == ["Vera Orlan-Petit"]
    assert all("Orlan" not in a.label for a in read.of(Agent) if a.kind == "organization")


@pytest.mark.parametrize(("named", "doer"), [("Ghana", ["Ghana"]), ("Ghana, Togo, Benin and Niger", [])])
def test_the_government_is_that_of_the_one_state_that_a_text_tells_of(named: str, doer: list[str]) -> None:
    text = (
        f"Debt talks\n\nHolders of bonds of {named} held talks on debt in London on Monday. The bonds of {named} fell. "
        f"Debts of {named} grew.\n\nThe government offered the creditors a longer loan.\n"
    )
    assert [agents for kind, agents, _ in doers(text) if kind == "offer" and agents == ["Ghana"]] == [doer] * bool(doer)


def test_the_side_of_a_border_is_no_party() -> None:
    read = whole(
        "Truce talks\n\nSudan's army rejected a truce, while the Rapid Support Forces said it would open roads.\n\n"
        "The RSF delegation accepted the text. The RSF has ruled out Cairo.\n\n"
        "Kenya called on both parties to return to the table next week. Nearly 400 trucks were waiting on the Chadian "
        "side of the border.\n"
    )
    [act] = [act for act in read.of(Act) if act.type == "demand"]
    assert "Chad" not in read.labels(act.addressees)


def test_the_company_is_the_only_one_in_talks() -> None:
    text = (
        "Strike goes on\n\nNegotiations between Northgate and the union broke off on Sunday.\n\n"
        "The company offered a rise of three percent over two years.\n"
    )
    assert doers(text) == [("offer", ["Northgate"], "asserted")]


def test_of_two_companies_none_is_meant() -> None:
    text = (
        "Strike goes on\n\nNegotiations between Northgate, Southgate and the union broke off on Sunday.\n\n"
        "The company offered a rise of three percent over two years.\n"
    )
    assert doers(text) == []


def test_a_front_that_nobody_knows_is_a_party_where_talks_with_it_are_told() -> None:
    text = (
        "Talks suspended\n\nThe Colombian government has suspended its negotiations with the Jinetes.\n\n"
        "The Jinetes agreed in May to destroy their mines.\n"
    )
    assert doers(text) == [
        ("takeStep", ["Colombia"], "asserted"),
        ("agree", ["Jinetes"], "asserted"),
    ]


def test_a_mission_is_of_no_state_that_it_works_in() -> None:
    text = (
        "Tripoli talks\n\nTalks between Libya and Chad went on in Tunis.\n\n"
        "UNSMIL proposed joint patrols on the border of Libya and Chad.\n"
    )
    assert doers(text) == [("propose", ["UNSMIL"], "asserted")]


def test_the_ministry_that_a_headline_names_makes_its_state_a_side() -> None:
    text = (
        "Transcript: Foreign Office briefing on returns agreement with Vietnam\n\nBritain and Vietnam held talks on "
        "Monday.\n\nThe two governments have agreed that papers will be issued within fifteen working days.\n"
    )
    assert doers(text) == [("agree", ["United Kingdom", "Vietnam"], "asserted")]


def test_a_union_named_first_is_the_union() -> None:
    found = doers(
        "Ferry talks resume\n\nLufthansa and the drivers' union LDU have resumed talks. The smaller KDU union "
        "signed its own deal in May. The union demanded 8% more pay for night shifts."
    )
    assert [who for kind, who, _ in found if kind == "demand"] == [["drivers' union LDU"]]


def test_delegates_of_a_group_act_for_it() -> None:
    found = doers(
        "Lake talks resume\n\nThe army and the Lake Front resumed talks in Doha on Monday. The army's negotiators "
        "asked for 24 hours to consult the capital."
    )
    asked = [who for kind, who, _ in found if kind == "request"]
    assert asked
    assert not any("negotiators" in name for who in asked for name in who)


def test_its_head_speaks_for_the_body_told_before() -> None:
    found = told(
        'The Chadian prisoner affairs committee said no. "We agreed to release seven Sudanese," its head wrote on X.'
    )
    assert ("agree", "Chad") in [row[:2] for row in found.rows]


def test_a_name_with_and_in_it_is_one_body() -> None:
    found = doers(
        "Fuel talks\n\nChad and Sudan met on Monday. The Great River and Lake Transport Authority, which had offered "
        "to mediate between Chad and Sudan, sent observers."
    )
    assert [who for kind, who, _ in found if kind == "offer"] == [["Great River and Lake Transport Authority"]]


def test_the_company_is_the_only_one_named() -> None:
    found = doers(
        "Rail strike\n\nState rail operator Deutsche Bahn tabled an offer to the drivers' union on Monday. The company "
        "is now proposing a rise of 6.6% over 30 months. The union and the company resumed talks."
    )
    assert [who for kind, who, _ in found if kind == "propose"][-1] == ["Deutsche Bahn"]


def test_the_organization_is_no_body_that_is_not_called_so() -> None:
    found = told(
        "Chad met the Lake Army in Doha on Monday under the eyes of the United Nations. The organization asked that "
        "arrest warrants for its negotiators be lifted."
    )
    assert not any("United Nations" in row[1] for row in found.rows)


def test_authorities_in_the_capital_that_a_movement_holds_are_its_own() -> None:
    found = whole(
        "Yemen talks\n\nYemen's government and the Houthis met in Muscat on Monday. The authorities in Sana'a offered "
        "to hold the trials in the presence of observers."
    )
    assert [found.labels(act.agents) for act in found.of(Act) if act.type == "offer"] == [["Houthis"]]


def test_the_delegation_of_the_group_told_before_acts_for_it() -> None:
    found = whole(
        "Talks in Yemen\n\nYemen's government and the Houthis met in Muscat on Monday. The group's delegation agreed "
        "to give up mines."
    )
    assert [found.labels(act.agents) for act in found.of(Act) if act.type == "agree"] == [["Houthis"]]
