"""Makes the originals of the sample archive from the texts beside it."""
