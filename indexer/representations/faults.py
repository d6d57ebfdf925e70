"""What is wrong with a parameter of an address, in words for whoever wrote it."""

from dataclasses import dataclass
from enum import StrEnum


class FaultCode(StrEnum):
    """Sorts of faults; programs tell them apart by these, for ever."""

    UNKNOWN_PARAMETER = "unknown_parameter"  # the API refuses it, a page passes over it
    INVALID_VALUE = "invalid_value"
    UNKNOWN_VALUE = "unknown_value"
    OUT_OF_RANGE = "out_of_range"
    REPEATED = "repeated"
    CONFLICT = "conflict"
    INVALID_CURSOR = "invalid_cursor"
    OUTDATED_CURSOR = "outdated_cursor"


@dataclass(frozen=True, slots=True)
class ParameterFault:
    """One parameter that did not count, or not as given.

    Attributes:
        message: A sentence that says what is allowed.
    """

    parameter: str
    value: str
    code: FaultCode
    message: str
