"""Mastheads: a first page -> proposed metadata, each with its confidence and a reason."""

from indexer.mastheads.proposal import Proposal, Proposed
from indexer.mastheads.proposing import propose

__all__ = ["Proposal", "Proposed", "propose"]
