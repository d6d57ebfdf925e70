"""The JSON of the archive: shapes that OpenAPI is made from, and what fills them."""
