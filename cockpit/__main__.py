"""``python -m cockpit``, and what a frozen program starts with."""

import sys

if __name__ == "__main__":
    # The program starts itself again to read files. That process must not wait for anything else.
    if sys.argv[1:] == ["--reading-process"]:
        from cockpit.excel.reading_child import main as read

        read()
    else:
        from cockpit.cli import main

        main()
