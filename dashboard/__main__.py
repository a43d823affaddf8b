"""`python -m dashboard`: the way from the shell to the commands."""

import sys

from dashboard.cli import main

sys.exit(main())
