"""An English text is read however few its little words are; another language is refused."""

from __future__ import annotations

import pytest

from parley.graph.errors import NotEnglish
from parley.loaders.news.text.language import check_english


@pytest.mark.parametrize(
    "text",
    [
        "Chad, Sudan ink wells pact\n\nChadian Foreign Minister Renée Ngarta met Sudanese envoy Tariq Anwar Monday. "
        "Chad offered Sudan forty wells. Sudan rejected Chad’s offer. Ngarta proposed new talks. Anwar agreed.",
        "Bolivian Foreign Minister Maria Ines Lopez de la Cruz met Peruvian envoy Juan de los Santos. Lopez de la Cruz "
        "rejected Peru’s offer. Juan de los Santos proposed new talks. Brazilian envoy Jose da Costa dos Reis agreed.",
        "Chinese Premier Zhao Wenbo met Korean President Kang Min-ho Monday. Zhao proposed new talks. Kang agreed.",
    ],
)
def test_a_text_of_names_and_verbs_is_english(text: str) -> None:
    check_english(text, "talks")


@pytest.mark.parametrize(
    "text",
    [
        "Ministeri Korhonen tapasi virolaisen kollegansa maanantaina Helsingissä. Viro ehdotti uusia neuvotteluja, "
        "mutta Suomi torjui ehdotuksen. Korhonen sanoi, että neuvottelut jatkuvat keväällä.",
        "El ministro Juan de la Cruz y la delegación de Perú llegaron a Lima. Los enviados hablaron de paz en Lima.",
        "Die Minister trafen sich am Montag in Genf. Der Gesandte von Tschad und die Delegation lehnten den Plan ab.",
    ],
)
def test_another_language_is_refused(text: str) -> None:
    with pytest.raises(NotEnglish):
        check_english(text, "talks")
