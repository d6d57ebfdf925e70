"""A request to the API that cannot be answered as it stands."""

from collections.abc import Iterable

from indexer.model.errors import ArchiveError
from indexer.representations.faults import FaultCode, ParameterFault


class BadParametersError(ArchiveError):
    """Parameters are wrong; each fault names one and says what is allowed."""

    def __init__(self, faults: Iterable[ParameterFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(fault.message for fault in self.faults))


def unknown(name: str, value: str) -> ParameterFault:
    """Return the fault of a parameter that the address does not take."""
    return ParameterFault(name, value, FaultCode.UNKNOWN_PARAMETER, f"There is no parameter {name} at this address.")
