"""Which names of places can stand for one place: a state for a city in it, a building, another spelling."""

from __future__ import annotations

from typing import Final

from .spelling import plain, sound

_WIDE = """
    Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas,
    Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Bosnia and
    Herzegovina, Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Cape
    Verde, Central African Republic, Chad, Chile, China, Colombia, Comoros, Congo, DR Congo, Costa Rica,
    Croatia, Cuba, Cyprus, Czech Republic, Czechia, Denmark, Dominican Republic, East Timor, Ecuador, Egypt, El
    Salvador, England, Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon,
    Gambia, Georgia, Germany, Ghana, Greece, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras, Hungary,
    Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan,
    Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya,
    Liechtenstein, Lithuania, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius,
    Mexico, Moldova, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Burma, Namibia, Nepal, Netherlands, New
    Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern Ireland, Norway, Oman, Pakistan,
    Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia,
    Rwanda, Saudi Arabia, Scotland, Senegal, Serbia, Sierra Leone, Slovakia, Slovenia, Somalia, South Africa,
    South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan,
    Tanzania, Thailand, Togo, Tunisia, Turkey, Turkiye, Turkmenistan, UAE, Uganda, UK, Ukraine, United Arab
    Emirates, United Kingdom, Britain, United States, US, USA, America, Uruguay, Uzbekistan, Vatican, Venezuela,
    Vietnam, Wales, Yemen, Zambia, Zimbabwe, Africa, Asia, Central Asia, Europe, Gulf, Middle East, Caucasus,
    Balkans
"""
_STATES: Final = frozenset(plain(name) for name in _WIDE.split(","))
_BUILT = """
    airport base border building camp capital castle center centre church city club compound county court
    crossing district embassy estate farm forum hall headquarters hotel house island kremlin lodge mansion
    ministry monastery mosque office palace parliament port province ranch region residence resort room school
    ship town university valley venue village villa white
"""
_SITES: Final = frozenset(_BUILT.split())


def apart(one: str, other: str) -> bool:
    """True when two plain names are those of two towns, as far as names can tell.

    >>> apart("rome", "bergen"), apart("istanbul", "turkiye"), apart("geneva", "palace of nations")
    (True, False, False)
    >>> apart("kyiv", "kiev")
    False
    """
    for name in (one, other):
        if name in _STATES or set(name.split()) & _SITES:
            return False
    mine, yours = ({sound(word) for word in name.split()} for name in (one, other))
    return not mine & yours
