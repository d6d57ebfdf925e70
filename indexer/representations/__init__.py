"""How things look outside: addresses, parameters, citations, feeds; free of HTTP."""
