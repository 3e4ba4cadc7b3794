"""Names are compared as people type them."""

from __future__ import annotations

from parley.queries.likeness import closest, folded


def test_case_diacritics_and_quotes_do_not_count():
    assert folded("TÜRKİYE") == folded("Türkiye") == folded("turkiye")
    assert folded("Côte d’Ivoire") == folded("cote d'ivoire")


def test_letters_of_other_alphabets_are_kept():
    assert folded("Київ") != folded("Киев")


def test_close_names_come_closest_first():
    assert closest("Ruritannia", ["Syldavia", "Ruritania"]) == ["Ruritania"]
