"""The language people search in: text as typed to a tree of words and fields, with notes on what was repaired."""

from indexer.querylanguage.examples import QUERY_HELP
from indexer.querylanguage.fields import Resolver
from indexer.querylanguage.parsing import ParsedQuery, parse
from indexer.querylanguage.spelling import spelled

__all__ = ["QUERY_HELP", "ParsedQuery", "Resolver", "parse", "spelled"]
