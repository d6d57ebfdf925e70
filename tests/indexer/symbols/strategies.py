"""Symbols of many kinds, spelled canonically, for property tests."""

import string
from typing import Final

from hypothesis import strategies as st

_numbers = st.integers(1, 999).map(str)
_sessions = st.integers(31, 99).map(str)
_years = st.integers(1976, 2030).map(str)
_added = st.sampled_from(["", "/Add.1", "/Rev.2", "/Corr.1", "/Add.3/Rev.1"])
SYMBOLS: Final = st.one_of(
    st.builds("A/RES/{}/{}".format, _sessions, _numbers),
    st.builds("A/{}/{}{}".format, _sessions, _numbers, _added),
    st.builds("A/C.{}/{}/L.{}{}".format, st.integers(1, 6), _sessions, _numbers, _added),
    st.builds("A/{}/PV.{}".format, _sessions, _numbers),
    st.builds("A/HRC/{}/{}{}".format, st.integers(4, 60), _numbers, _added),
    st.builds("A/CONF.{}/{}{}".format, _numbers, _numbers, _added),
    st.builds("A/RES/{}({})".format, st.integers(1, 3500), st.sampled_from(["III", "XV", "XXIX", "S-VI"])),
    st.builds("S/RES/{}({})".format, st.integers(1, 2800), _years),
    st.builds("S/{}/{}{}".format, _years, _numbers, _added),
    st.builds("S/PV.{}".format, st.integers(1, 9999)),
    st.builds("E/CN.9/{}/{}".format, _years, _numbers),
    st.builds("E/RES/{}/{}".format, _years, _numbers),
    st.builds("UN/POP/MIG-{}CM/{}/{:02}".format, st.integers(2, 20), _years, st.integers(1, 40)),
    st.builds("ST/ESA/SER.{}/{}".format, st.sampled_from(string.ascii_uppercase), _numbers),
    st.builds("CRC/C/GC/{}{}".format, st.integers(1, 30), _added),
)
