"""What an edition is made from. Each of the other modules of this folder makes some of its files."""

from dataclasses import dataclass

from dashboard.exports import Options, site
from dashboard.library import Snapshot


@dataclass(frozen=True)
class Edition:
    """One edition: the state of the data that it shows, and its public address, without a slash at the end.

    The address is empty if it is not known. Then files have no absolute links.
    """

    snapshot: Snapshot
    base_url: str = ""

    @property
    def options(self) -> Options:
        """The options for exports whose links lead to this edition."""
        return {"site": self.base_url, **site.WITHOUT_SERVER}


File = tuple[str, bytes]
"""The path of a file, relative to the folder of the edition, and its content."""
