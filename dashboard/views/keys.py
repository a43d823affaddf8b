"""The keys under which a session keeps what it knows; the key of a widget or a component is one too."""

# The reader and the address

SESSION = "session of the server"
CHOICE = "choice"
ADDRESS = "address shown"
WRITTEN = "address written by an act"
ARRIVALS = "addresses written"
STAMP = "stamp of the data"
TURNS = "turns of the widgets"
HEARD = "last report heard"
ANSWERED = "last act answered"
FOLLOWED = "sessions followed"
TRIAL = "change on trial"
KEPT = "kept by the browser"
LINKS = "links"

# The page on which a change is tried

FILE = "file to edit"
TEXT = "text to try"
EVENT = "article of"
DROPPED = "files dropped"
REFUSED = "trial refused"
ROUND = "round of dropping"
WAY = "way taken last"
ENDED = "texts kept of a trial that has ended"
FILLED = "file in the field"
DRAFTS = "texts not yet tried"
TOO_LONG = "file too long for the field"
