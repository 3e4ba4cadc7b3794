"""Where things stood on a day, and what changed between two days."""

from __future__ import annotations

from parley.graph.history.comparison import Change, changes, day_of_round, rows, side_by_side
from parley.graph.history.deeds import told
from parley.graph.history.positions import Position, last_words, positions
from parley.graph.history.timeline import History
from parley.graph.records import Act, Agent, Key, Link, Standing, Statement

from .series import BOATS, BROOK, NORLAND, OFFER, REED, SUDMARK, Article, a_round, an_act, read


def one(history: History, item: str, on: str = "", *, known: bool = False) -> Position:
    (found,) = (one for one in positions(history, on=on, known=known) if one.item == item)
    return found


def kinds(found: tuple[Change, ...]) -> dict[str, str]:
    return {change.item: change.kind for change in found}


def test_an_offer_stands_as_its_last_act_leaves_it(history: History):
    assert one(history, OFFER, "2031-05-04").status == "offered by Norland, unanswered"
    assert one(history, OFFER, "2031-05-06").status == "rejected by Sudmark"


def test_what_nobody_has_answered_is_unanswered_in_all_sources(history: History):
    assert one(history, BOATS).status == "demanded by Sudmark, unanswered"
    assert one(history, OFFER).status == "rejected by Sudmark"
    assert one(history, BOATS).unanswered
    assert one(history, OFFER, "2031-05-04").unanswered
    assert not one(history, OFFER).unanswered


def test_what_came_out_later_was_not_known_then(history: History):
    assert one(history, OFFER, "2031-05-05", known=True).status == "offered by Norland, unanswered"
    assert OFFER not in {found.item for found in positions(history, on="2031-05-04", known=True)}


def test_each_who_tells_has_a_last_word(history: History):
    said = {(quote.publisher, told(act)) for act, quote in last_words(one(history, OFFER))}
    assert said == {("Harbour Post", "offered"), ("Southern Star", "rejected")}


def test_positions_are_of_a_party_and_of_issues(history: History):
    found = positions(history, party=one(history, BOATS).owners[0])
    assert {position.item for position in found} == {BOATS, OFFER}
    issue = one(history, BOATS).issues
    assert {position.item for position in positions(history, issues=issue)} == {BOATS}


def test_what_is_asked_anew_after_a_refusal_says_so():
    found = read(
        Article("a", "Post", "2031-05-01").say("Sudmark asks.", *an_act("demand", SUDMARK, BOATS)),
        Article("b", "Post", "2031-05-02").say("Norland refuses.", *an_act("reject", NORLAND, BOATS)),
        Article("c", "Post", "2031-05-20").say("Sudmark asks anew.", *an_act("demand", SUDMARK, BOATS)),
    )
    assert one(found, BOATS).status == "demanded by Sudmark, after it was rejected by Norland"
    assert one(found, BOATS, "2031-05-02").status == "rejected by Norland"


def test_what_is_denied_changes_no_position_but_is_somebodys_word():
    found = read(
        Article("a", "Post", "2031-05-01").say("Sudmark asks.", *an_act("demand", SUDMARK, BOATS)),
        Article("b", "Star", "2031-05-02").say("No.", *an_act("agree", NORLAND, BOATS, standing="denied")),
    )
    assert one(found, BOATS).status == "demanded by Sudmark, unanswered"
    assert {told(act) for act, _ in last_words(one(found, BOATS))} == {"demanded", "denied: agreed"}


def test_what_is_only_expected_never_counts_as_done():
    found = read(
        Article("a", "Post", "2031-05-01").say("Sudmark asks.", *an_act("demand", SUDMARK, BOATS)),
        Article("b", "Star", "2031-05-02").say("It will agree.", *an_act("agree", NORLAND, BOATS, standing="expected")),
    )
    assert one(found, BOATS).status == "demanded by Sudmark, unanswered"


def test_changes_between_two_days(history: History):
    assert kinds(changes(history, "2031-05-05", "2031-05-31")) == {
        OFFER: "refused",
        "60 fishing licences for boats": "own terms changed",
        BOATS: "silent",
    }


def test_a_change_tells_what_was_before_and_after(history: History):
    (changed,) = (one for one in changes(history, "2031-05-05", "2031-05-31") if one.kind == "own terms changed")
    assert changed.before == f"{OFFER}: rejected by Sudmark"
    assert changed.after == "offered by Norland, unanswered"


def test_silence_is_never_told_of_what_is_over_or_was_not_there():
    found = read(
        Article("a", "Post", "2031-05-01").say("Sudmark asks.", *an_act("demand", SUDMARK, BOATS)),
        Article("b", "Post", "2031-05-02").say("Sudmark gives in.", *an_act("withdraw", SUDMARK, BOATS)),
    )
    assert changes(found, "2031-05-03", "2031-06-01") == ()
    assert kinds(changes(found, "2031-05-01", "2031-06-01")) == {BOATS: "withdrawn"}
    assert kinds(changes(found, "2031-04-01", "2031-05-01")) == {BOATS: "new"}


def test_another_sides_other_terms_counter_an_offer():
    found = read(
        Article("a", "Post", "2031-05-01").say("Norland offers.", *an_act("offer", NORLAND, OFFER, to=SUDMARK)),
        Article("b", "Post", "2031-05-09").say(
            "Sudmark demands.", *an_act("demand", SUDMARK, "90 fishing licences for boats", kind="Demand", to=NORLAND)
        ),
    )
    assert kinds(changes(found, "2031-05-02", "2031-05-31")) == {"90 fishing licences for boats": "countered"}


def test_a_denial_contradicts():
    found = read(
        Article("a", "Post", "2031-05-01").say("Norland agreed.", *an_act("agree", NORLAND, BOATS)),
        Article("b", "Star", "2031-05-05").say("No.", *an_act("agree", NORLAND, BOATS, standing="denied")),
    )
    assert [one.kind for one in changes(found, "2031-05-02", "2031-05-31")] == ["contradicted"]


def test_words_that_contradict_others_contradict():
    found = Article("a", "Post", "2031-05-05").say("Norland agreed.", *an_act("agree", NORLAND, BOATS))
    found.say("Nothing was agreed.")
    first, second = (one.key for one in found.records if isinstance(one, Statement))
    found.records.append(Link("contradicts", first, second))
    told_of = [one.kind for one in changes(read(found), "2031-05-02", "2031-05-31")]
    assert told_of == ["agreed", "contradicted"]


def test_every_row_of_a_comparison_has_its_words(history: History):
    for row in rows(history, changes(history, "2031-05-01", "2031-12-31")):
        assert row["quote"]
        assert row["source"]


def test_a_round_has_its_last_day(history: History):
    (talks,) = history.negotiations.parties
    assert day_of_round(history, talks, 1) == "2031-05-04"
    assert day_of_round(history, talks, 7) == ""


def test_two_parties_stand_side_by_side_by_issue(history: History):
    norland, sudmark = history.happenings.all[next(iter(history.happenings.all))].parties
    found = [(row["issue"], row["party"], row["status"]) for row in side_by_side(history, (norland, sudmark))]
    assert [row for row in found if row[1] == "Norland"] == [("fisheries", "Norland", "offered")] * len(
        [row for row in found if row[1] == "Norland"]
    )
    assert ("fisheries", "Sudmark", "rejected") in found
    assert ("property", "Sudmark", "demanded") in found


def agreed(standing: Standing = "asserted") -> Article:
    """An article in which somebody tells that Norland agreed."""
    one = Article("a", "Post", "2031-05-01")
    return one.say("Norland agreed, Reed said.", *an_act("agree", NORLAND, BOATS, standing=standing), by=REED)


def test_what_is_only_said_to_be_done_says_by_whom():
    found = one(read(agreed("claimed")), BOATS)
    assert (found.status, found.standing) == ("said by Cole Reed: agreed by Norland", "claimed")


def test_what_is_only_expected_says_so():
    found = one(read(agreed("expected")), BOATS)
    assert (found.status, found.standing) == ("expected: agreed by Norland", "expected")


def test_what_somebody_denies_tells_who_says_it_and_who_denies_it():
    disputed = agreed()
    act = next(record.key for record in disputed.records if isinstance(record, Act))
    disputed.say("We did not, Brook said.", by=BROOK, against=(act,))
    found = one(read(disputed), BOATS)
    assert found.status == "agreed by Norland, says Cole Reed; denied by Ada Brook"
    assert found.standing == "asserted, disputed"


def test_a_later_denial_by_another_source_disputes_an_agreement_and_an_earlier_one_does_not():
    denied = an_act("agree", NORLAND, BOATS, standing="denied")
    after = read(agreed(), Article("b", "Star", "2031-05-05").say("It did not.", *denied))
    assert one(after, BOATS).status == "agreed by Norland, says Cole Reed; denied by Star"
    assert one(after, BOATS, "2031-05-02").status == "agreed by Norland"
    before = read(agreed(), Article("b", "Star", "2031-04-20").say("It did not.", *denied))
    assert one(before, BOATS).status == "agreed by Norland"


def test_what_was_only_claimed_by_then_was_not_known_as_done():
    confirmed = Article("b", "Star", "2031-05-06").say("Norland agreed.", *an_act("agree", NORLAND, BOATS))
    found = read(agreed("claimed"), confirmed)
    assert one(found, BOATS, "2031-05-02", known=True).status == "said by Cole Reed: agreed by Norland"
    assert one(found, BOATS).status == "agreed by Norland"


def test_comparisons_tell_how_firmly_a_change_is_told():
    found = read(agreed("claimed"))
    (row,) = rows(found, changes(found, "2031-04-01", "2031-06-01"))
    assert (row["standing"], row["after"]) == ("claimed", "said by Cole Reed: agreed by Norland")


def test_an_act_of_others_in_a_source_that_tells_of_a_negotiation_is_not_in_it():
    westmark = Key("state/XW")
    both = Article("a", "Post", "2031-05-01").say("The round was held.", *a_round(1, "2031-05-01"))
    both.records.append(Agent(westmark, "state", "Westmark", world=True, code="XW"))
    both.say("Sudmark asks.", *an_act("demand", SUDMARK, BOATS))
    both.say("Westmark offers Norland coal.", *an_act("offer", westmark, "coal for the winter", to=NORLAND))
    found = read(both)
    (talks,) = found.negotiations.parties
    assert {told_of.item for told_of in positions(found)} == {BOATS, "coal for the winter"}
    assert {told_of.item for told_of in positions(found, negotiation=talks)} == {BOATS}
    assert kinds(changes(found, "2031-04-01", "2031-06-01", negotiation=talks)) == {BOATS: "new"}


def test_what_was_agreed_on_no_day_was_agreed_after_it_was_proposed():
    found = read(
        Article("a", "Post", "").say("Both agreed, if.", *an_act("agree", NORLAND, BOATS, standing="conditional")),
        Article("b", "Post", "2031-05-02").say("Sudmark proposes.", *an_act("propose", SUDMARK, BOATS)),
    )
    assert one(found, BOATS).status == "on a condition: agreed by Norland"


def test_what_a_year_alone_is_told_of_stands_after_what_it_answers_within_the_year():
    found = read(
        Article("a", "Post", "2031").say("Sudmark gave it up.", *an_act("withdraw", SUDMARK, BOATS)),
        Article("b", "Post", "2031-05-02").say("Sudmark demands.", *an_act("demand", SUDMARK, BOATS)),
        Article("c", "Post", "2032-05-02").say("Sudmark demands.", *an_act("demand", SUDMARK, OFFER)),
        Article("d", "Post", "2031").say("Sudmark gave it up.", *an_act("withdraw", SUDMARK, OFFER)),
    )
    assert one(found, BOATS).status == "withdrawn by Sudmark"
    assert one(found, OFFER).last.type == "demand"


def test_what_a_year_alone_is_told_of_is_not_known_to_be_before_a_day_of_it():
    found = read(
        Article("b", "Post", "2031-03-02").say("Sudmark demands.", *an_act("demand", SUDMARK, BOATS)),
        Article("a", "Post", "2031").say("Sudmark gave it up.", *an_act("withdraw", SUDMARK, BOATS)),
    )
    assert one(found, BOATS, "2031-05-01").status == "demanded by Sudmark, unanswered"
    assert one(found, BOATS, "2031-12-31").status == "withdrawn by Sudmark"
    assert [change.kind for change in changes(found, "2031-01-31", "2031-05-01")] == ["new"]


def test_news_of_a_proposal_that_came_out_when_it_was_agreed_proposes_nothing_anew():
    proposed, agreed = an_act("propose", SUDMARK, BOATS), an_act("agree", NORLAND, BOATS)
    found = read(
        Article("a", "Post", "2031-05-01").say("Sudmark proposes.", *proposed),
        Article("b", "Post", "2031-06-02").say("Norland agrees.", *agreed),
        Article("c", "Post", "2031-06-20").say("It was Sudmark's idea.", *proposed),
    )
    assert one(found, BOATS).status == "agreed by Norland"
    again = an_act("propose", SUDMARK, BOATS, day="2031-06-20")
    anew = read(Article("b", "Post", "2031-06-02").say("Norland agrees.", *agreed),
                Article("c", "Post", "2031-06-20").say("Sudmark proposes it anew.", *again))  # fmt: skip
    assert one(anew, BOATS).last.type == "propose"
