"""How the Bluebook, to which APA 7 sends (11.1), shortens the states of the U.S. (table 10)."""

from __future__ import annotations

from types import MappingProxyType

# Those that it does not shorten included.
_STATES = """
alabama=Ala. alaska=Alaska arizona=Ariz. arkansas=Ark. california=Cal. colorado=Colo. connecticut=Conn.
delaware=Del. florida=Fla. georgia=Ga. hawaii=Haw. idaho=Idaho illinois=Ill. indiana=Ind. iowa=Iowa
kansas=Kan. kentucky=Ky. louisiana=La. maine=Me. maryland=Md. massachusetts=Mass. michigan=Mich.
minnesota=Minn. mississippi=Miss. missouri=Mo. montana=Mont. nebraska=Neb. nevada=Nev. new-hampshire=N.H.
new-jersey=N.J. new-mexico=N.M. new-york=N.Y. north-carolina=N.C. north-dakota=N.D. ohio=Ohio oklahoma=Okla.
oregon=Or. pennsylvania=Pa. rhode-island=R.I. south-carolina=S.C. south-dakota=S.D. tennessee=Tenn. texas=Tex.
utah=Utah vermont=Vt. virginia=Va. washington=Wash. west-virginia=W.Va. wisconsin=Wis. wyoming=Wyo.
"""
STATES = MappingProxyType(
    {
        name.replace("-", " ").title(): short
        for name, _, short in (one.partition("=") for one in _STATES.split())
    }
)
