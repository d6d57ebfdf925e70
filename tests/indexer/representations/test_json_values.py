"""JSON within pages."""

import json

from hypothesis import given
from hypothesis import strategies as st

from indexer.representations.json_values import for_script_element


@given(st.text() | st.just("</script><!--"))
def test_no_text_ends_the_script_element(text: str) -> None:
    """A title that holds markup stays a title."""
    written = for_script_element({"name": text})

    assert {"name": text} == json.loads(written)
    assert not set("<>&\u2028\u2029") & set(written)
