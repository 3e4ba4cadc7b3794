"""Ranks beside posts, posts told by verbs or by somebody else's, and whose a post is when its title does not say."""

from __future__ import annotations

import pytest

from ..reading import told, whole

PERSON = "Ana Torres"


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("Chile's lead negotiator, Rear Adm. Ana Torres, left.", ("lead negotiator", "current", "Chile")),
        ("Chile's defence minister, Gen. Ana Torres, left.", ("defence minister", "current", "Chile")),
        ("Chilean Foreign Minister Dr Ana Torres left.", ("foreign minister", "current", "Chile")),
        ("Norway's special envoy, Rev. Ana Torres, left.", ("special envoy", "current", "Norway")),
        ("Col Ana Torres, a Ugandan army spokeswoman, left.", ("spokeswoman", "current", "Ugandan army")),
        ("The IGAD Executive Secretary, H.E. Ana Torres, left.", ("executive secretary", "current", "IGAD")),
        ("Ana Torres, a former deputy US trade representative, left.",
        ("deputy trade representative", "former", "United States")),
        ("The shipping line's spokeswoman, Ana Torres, left.", ("spokeswoman", "current", "shipping line")),
        ("Ana Torres, head of the coastal rescue service, left.", ("head", "current", "coastal rescue service")),
        ("Ana Torres, head of debt policy at the Chilean Treasury, left.",
        ("head of debt policy", "current", "Chilean Treasury")),
        ("Ana Torres, an adviser to the Chilean prime minister, left.",
        ("adviser to the chilean prime minister", "current", "Chile")),
        ("Ana Torres, minister in charge of Ports, left.", ("minister in charge of ports", "current", "")),
        ("Ana Torres, minister for Magallanes affairs, left.", ("minister for magallanes affairs", "current", "")),
        ("Ana Torres, 61, a former constitutional court judge, left.", ("judge", "former", "constitutional court")),
        ("Ana Torres, a Lima-based hydrologist, left.", ("hydrologist", "current", "")),
        ("The envoy was Ana Torres.", ("envoy", "current", "")),
    ],
)  # fmt: skip
def test_ranks_honorifics_and_small_bodies_are_no_hindrance(sentence: str, post: tuple[str, str, str]) -> None:
    read = told(sentence)
    assert read.persons == [PERSON]
    assert read.posts == {(PERSON, *post)}


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("Ana Torres, who headed the border corps until 2016, left.", ("head", "former", "border corps")),
        ("Ana Torres, the Chilean who chaired the fisheries committee until March, left.",
        ("chair", "former", "fisheries committee")),
        ("Ana Torres, who until June ran the ports agency, left.", ("head", "former", "ports agency")),
        ("Ana Torres, who runs the national ports agency, left.", ("head", "current", "national ports agency")),
        ("Ana Torres, once head of the ports agency, left.", ("head", "former", "ports agency")),
        ("Ana Torres, Chile's army commander from 2015 to 2018, left.", ("army commander", "former", "Chile")),
        ("Ana Torres, until last autumn Chile's ambassador in Quito, left.",
        ("ambassador in quito", "former", "Chile")),
        ("Ana Torres, who served as Chile's finance minister until 2019, left.",
        ("finance minister", "former", "Chile")),
        ("Ana Torres, Chile's finance minister until last year, left.", ("finance minister", "former", "Chile")),
        ("Ana Torres resigned as Chile's finance minister in May.", ("finance minister", "former", "Chile")),
        ("Ana Torres is to become Chile's finance minister.", ("finance minister", "announced", "Chile")),
        ("Ana Torres became Chile's finance minister.", ("finance minister", "current", "Chile")),
        ("Gen. (retd) Ana Torres, herself a one-time banker, left.", ("banker", "former", "")),
    ],
)  # fmt: skip
def test_what_somebody_headed_or_was_until_lately(sentence: str, post: tuple[str, str, str]) -> None:
    read = told(sentence)
    assert read.persons == [PERSON]
    assert read.posts == {(PERSON, *post)}


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Ana Torres was promoted to deputy finance minister of Chile.", "deputy finance minister"),
        ("Its envoy, Ana Torres, was promoted to Deputy Finance Minister after the talks.", "deputy finance minister"),
        ("Its envoy, Ana Torres, was appointed Deputy Finance Minister after the talks.", "deputy finance minister"),
    ],
)
def test_who_was_appointed_or_promoted_has_the_post(sentence: str, title: str) -> None:
    assert (PERSON, title, "current") in {post[:3] for post in told(sentence).posts}
    assert "former" not in {tenure for _, _, tenure, _ in told(sentence).posts}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Torres, who led the Chilean team in the talks, left.",
        "Ana Torres will head the Chilean delegation.",
        "Ana Torres, who chaired the sessions, left.",
    ],
)
def test_leading_a_team_or_a_session_is_no_post(sentence: str) -> None:
    assert told(sentence).posts == set()


@pytest.mark.parametrize(
    ("sentences", "organization"),
    [
        ("Norway took note. Its chief negotiator, Ana Torres, left.", "Norway"),
        ("Norway wants more. Ana Torres, the fisheries minister, left.", "Norway"),
        ("The delegation of Norway, headed by Deputy Foreign Minister Ana Torres, left.", "Norway"),
        ("Ana Torres, the deputy trade minister leading the Norwegian team, left.", "Norway"),
        ("The European Union waits. The bloc's special representative, Ana Torres, left.", "European Union"),
        ("Rubkona county is dry. The county's fire chief, Ana Torres, left.", "Rubkona county"),
        ("The coast radio station was shut. Its director, Ana Torres, left.", ""),
        ("Ana Torres, special envoy of the secretary-general, left.", "United Nations"),
    ],
)  # fmt: skip
def test_whose_a_post_is_stands_around_the_title(sentences: str, organization: str) -> None:
    assert {o for p, _, _, o in told(sentences).posts if p == PERSON} == {organization}


def test_nobody_is_chosen_where_two_states_could_be_meant() -> None:
    assert told("Foreign Minister Ana Torres left.").posts == {(PERSON, "foreign minister", "current", "")}


def test_an_article_about_one_state_has_its_ministers() -> None:
    read = whole("Chile shuts its ports\n\nChile shut 12 ports on Monday, Interior Minister Ana Torres said.\n")
    assert ("Ana Torres", "interior minister", "current", "Chile") in read.posts


def test_a_successor_has_the_post_and_a_predecessor_had_it() -> None:
    read = told(
        "Ana Torres, a Chilean who chaired the whaling commission until May, was hoarse. "
        "Her successor, Luis Mamani, was not."
    )
    assert ("Luis Mamani", "chair", "current", "whaling commission") in read.posts
    read = told("Chilean Foreign Minister Ana Torres recalled that her predecessor, Luis Mamani, had signed nothing.")
    assert ("Luis Mamani", "foreign minister", "former", "Chile") in read.posts


def test_who_is_appointed_in_somebodys_place_has_the_post() -> None:
    read = told(
        "Chile dismissed Foreign Minister Ana Torres on Friday and appointed her aide, Luis Mamani, in her place."
    )
    assert ("Luis Mamani", "foreign minister", "current") in {post[:3] for post in read.posts}
    read = told("Foreign Minister Ana Torres told Luis Mamani that nobody would talk in her place.")
    assert "Luis Mamani" not in {post[0] for post in read.posts}


def test_two_titles_before_one_name_are_two_posts() -> None:
    read = told("The chair of the whaling commission, Chilean Ambassador Ana Torres, left.")
    assert {(t, o) for _, t, _, o in read.posts} == {("chair", "whaling commission"), ("ambassador", "Chile")}


@pytest.mark.parametrize("dash", ["-", "- ", "— "])
def test_a_title_after_the_dash_of_a_quotation_is_whole(dash: str) -> None:
    posts = told(f"“We will open the gate.” {dash}Deputy Minister Ada Novak").posts
    assert ("Ada Novak", "deputy minister", "current", "") in posts


@pytest.mark.parametrize(
    ("sentence", "organization"),
    [
        ("Brig. Gen. Ana Torres, who leads the Chilean delegation, left.", "Chile"),
        ("Brig. Gen. Ana Torres, of the Chilean negotiating team, left.", "Chilean negotiating team"),
        ("Brig. Gen. Ana Torres of Chile left.", "Chile"),
    ],
)
def test_a_rank_is_a_post_where_it_is_told_in_whose_service(sentence: str, organization: str) -> None:
    assert {(t, o) for _, t, _, o in told(sentence).posts} == {("brig. gen.", organization)}


def test_a_rank_beside_a_post_is_a_form_of_address() -> None:
    assert {t for _, t, _, _ in told("Brig. Gen. Ana Torres left.").posts} == {"brig. gen."}
    assert {t for _, t, _, _ in told("Chile's Brig. Gen. Ana Torres left.").posts} == {"brig. gen."}
    assert {t for _, t, _, _ in told("Brig. Gen. Ana Torres left. Torres is Chile's finance minister.").posts} == {
        "finance minister"
    }


def test_a_rank_is_taken_up_by_its_noun() -> None:
    read = told("The rebels are represented by Col. Luis Mamani. The colonel said the bridge was shut.")
    assert read.said == [("Luis Mamani", "the bridge was shut")]


def test_the_untitled_leader_of_a_readout_holds_the_office_that_it_names() -> None:
    read = whole(
        "Telephone conversation with President of Peru Luis Mamani\n\nAna Torres had a telephone conversation with "
        "President of Peru Luis Mamani on a ceasefire. The parties discussed peace talks between Chile and Peru. "
        "The Prime Minister of Chile proposed a truce of ten days.\n"
    )
    assert ("Ana Torres", "prime minister", "current", "Chile") in read.posts
    [statement] = [s for s in read.statements if s.rule == "untitled-in-readout"]
    assert statement.evidence == "inferred"


def test_places_are_no_persons() -> None:
    assert told("Convoys drove through Meridja and reached Kota Lama near Second Bowen Shoal.").persons == []


def test_the_first_of_two_surnames_is_the_same_person() -> None:
    read = told("Foreign Minister Ximena Arce Saldaña of Peru arrived. Ms Arce said the road was open.")
    assert read.persons == ["Ximena Arce Saldaña"]
    assert read.said == [("Ximena Arce Saldaña", "the road was open")]


def test_a_sentence_is_not_cut_after_a_short_title() -> None:
    read = told("Thanks go to the lead facilitator, Amb. Ana Torres, and to the chair, Brig. Luis Mamani.")
    assert {("Ana Torres", "lead facilitator"), ("Luis Mamani", "chair")} <= {(p, t) for p, t, _, _ in read.posts}


def test_a_comma_ends_what_stands_before_somebody_elses_clause() -> None:
    read = told("At the request of the President of Sudan, Idris Bako told him of the talks.")
    assert ("Idris Bako", "president") not in {(person, title) for person, title, _, _ in read.posts}
    read = told("At talks with the President of Sudan, Omar Karim, Chad spoke of water.")
    assert ("Omar Karim", "president") in {(person, title) for person, title, _, _ in read.posts}


def test_a_nickname_between_marks_is_a_part_of_no_name() -> None:
    read = told("Transport Minister Ana “Nita” Torres left. Torres was tired.")
    assert read.persons == ["Ana Torres"]


def test_a_body_and_those_whose_it_is_stand_before_a_title() -> None:
    posts = {
        (name, title, body)
        for name, title, _, body in told("On Monday farmers' association head Ana Torres left.").posts
    }
    assert posts == {("Ana Torres", "head", "farmers' association")}


def test_a_state_minister_is_no_minister_of_a_body_called_state() -> None:
    posts = {(title, body) for _, title, _, body in told("Chile's State Minister of Finance Ana Torres left.").posts}
    assert posts == {("state minister of finance", "Chile")}


def test_who_heads_a_chamber_is_not_its_heads() -> None:
    assert not told("“No,” said Ana Torres, who heads a packers' chamber in the south.").posts


def test_a_body_that_is_only_called_company_or_group_is_none() -> None:
    assert {(t, o) for _, t, _, o in told("The company's deputy chairman, Ana Torres, left.").posts} == {
        ("company's deputy chairman", "")
    }
