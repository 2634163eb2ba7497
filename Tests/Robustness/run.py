"""Tries what must not break a build: kills, full disks, two builds at once, hostile input, text that is not for all.

Prints a line a failure and a last line with the counts; exits with 1 if one failed. `--kills N` says at how many
random moments a build is killed.
"""

import argparse
import pathlib
import sys
import tempfile
import time
import traceback

import editions
import hostile
import publishing
import reproducing
import sinks
from base import Program, Skipped


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debrief", required=True)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1.0, help="what a hostile document may cost")
    parser.add_argument("--only", default="", help="run the tests whose name holds this")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    program = Program(str(pathlib.Path(arguments.debrief).resolve()))

    def kills(program, folder):
        return publishing.kill_at_any_moment(program, folder, arguments.kills, arguments.seed)

    def hostile_documents(program, folder):
        return hostile.tries(program, folder, 1, arguments.seconds, arguments.verbose)

    def hostile_documents_ten_times_larger(program, folder):
        return hostile.tries(program, folder, 10, arguments.seconds, arguments.verbose)

    passed = failed = skipped = 0
    for test in [*publishing.TESTS, *editions.TESTS, *reproducing.TESTS, *sinks.TESTS,
                 hostile.each_limit_is_said, hostile_documents, hostile_documents_ten_times_larger, kills]:
        if arguments.only not in test.__name__:
            continue
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name).resolve()
            folder.chmod(0o755)
            try:
                note = test(program, folder)
                passed += 1
                if note or arguments.verbose:
                    print(f"{test.__name__}: {note or 'passed'} ({time.monotonic() - start:.1f} s)", flush=True)
            except Skipped as reason:
                skipped += 1
                print(f"SKIPPED {test.__name__}: {reason}", flush=True)
            except Exception as error:  # every test is run; each failure is named
                failed += 1
                print(f"FAILED {test.__name__}: {error!r}"[:1500], flush=True)
                if not isinstance(error, AssertionError):
                    traceback.print_exc()
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)


main()
