"""Ask the dashboard in this container whether it can show anything: exit code 0 if it can, else 1."""

import os
import sys
from http.client import HTTPConnection, HTTPException


def main() -> int:
    """Ask `/healthz` at the port and below the base path that Streamlit reads from the environment."""
    base = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    path = f"/{base}/healthz" if base else "/healthz"
    try:
        connection = HTTPConnection("127.0.0.1", int(os.environ.get("STREAMLIT_SERVER_PORT", "8501")), timeout=4)
        connection.request("GET", path)
        return 0 if connection.getresponse().status == 200 else 1
    except (OSError, HTTPException):
        return 1


if __name__ == "__main__":
    sys.exit(main())
