"""An item whose words point at what stands elsewhere is not shown; what they take up within it is no hindrance."""

from __future__ import annotations

import pytest

from .test_provided import rows


@pytest.mark.parametrize(
    "words",
    [
        "Sudan offered to drop its claim on the river if its officers may question him.",
        "Sudan offered to host the next one in Khartoum.",
        "Sudan offered to grant five, three of them on the river.",
        "Sudan asked Chad to refrain from troop movements until then.",
        "Sudan demanded a fixed deadline for each application.",
        "Sudan offered to pull its cases if they pull theirs.",
        "Sudan asked Chad for time to consult his president's office.",
        "Sudan promised to close its camps near the river if such steps are taken.",
        "Sudan promised to open the port if calm prevails at the mouth of this passage and in that valley.",
        "Sudan demanded that troops be withdrawn from there.",
        "Fishermen went on strike. Sudan offered to share the river if they stop.",
        "Sudan promised to open the port at Adre to the owners of carts and to such boats.",
        "Sudan is ready to accept the first if the road is opened.",
        "Sudan promised to deliver grain to Chad over the same period.",
        "Sudan wants the prisoners of Adre freed first.",
        "Sudan demanded their return without preconditions.",
        "Sudan promised to bring the remaining men to a hospital in Chad.",
        "Sudan proposed that permits for the river be issued by both.",
        "Sudan proposed that the note on warnings be initialled by all three.",
        "Sudan demanded that the seven be released by Chad.",
        '"We will not resume them without recognition of our rights," the minister of Sudan said.',
    ],
)
def test_an_item_that_points_elsewhere_is_no_act(words: str) -> None:
    assert rows(words) == []


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Sudan offered to close the northern crossing and to open the southern one.",
         "close the northern crossing and to open the southern one"),
        ("Sudan promised to open the port to boats if they carry grain.", "open the port to boats"),
        ("Sudan demanded that Chad send its soldiers home one by one.", "send its soldiers home one by one"),
        ("Sudan promised to open the port before it takes any new measure.",
         "open the port before it takes any new measure"),
        ("Sudan offered to share the river with each side.", "share the river with each side"),
        ("First, Sudan is prepared to lift its duties on seafood.", "lift its duties on seafood"),
        ("Sudan promised to hand over the remaining maps of the border.", "hand over the remaining maps of the border"),
        ("Sudan promised to pay for the road this year.", "pay for the road this year"),
        ("Sudan offered to hand over a list of the men that it holds.", "hand over a list of the men that it holds"),
    ],
)  # fmt: skip
def test_what_the_item_itself_names_may_be_taken_up(words: str, item: str) -> None:
    assert [row[2] for row in rows(words)] == [item]
