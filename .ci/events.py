"""Has every file of events/ answered and compares the answers with the approved ones.

events.py URL                an emulated Lambda service at URL
events.py -- COMMAND ARG...  a command that answers one event: `COMMAND ARG... -e FILE`, its last line of output
"""

import base64
import json
import pathlib
import subprocess
import sys
import time
import urllib.error
import urllib.request


def approved(name):
    text = pathlib.Path("src/test/resources/events", name + ".approved.txt").read_text("utf-8")
    status, rest = text.split("\n", 1)
    return int(status), rest.split("\n\n", 1)[1] if "\n\n" in rest else ""


def invoke(url, event):
    request = urllib.request.Request(url, data=event, method="POST")
    for attempt in range(60):
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.loads(answer.read())
        except (urllib.error.URLError, ConnectionError):
            if attempt == 59:
                raise
            time.sleep(0.5)


def run(command, file):
    done = subprocess.run([*command, "-e", str(file)], capture_output=True, text=True, timeout=120, check=False)
    lines = done.stdout.strip().splitlines()
    try:
        return json.loads(lines[-1])
    except (IndexError, ValueError):
        print(done.stderr[-2000:])
        return {}


def body(answer):
    text = answer.get("body") or ""
    return base64.b64decode(text).decode("utf-8") if answer.get("isBase64Encoded") else text


def main(arguments):
    wrong = 0
    files = sorted(pathlib.Path("events").glob("*.json"))
    for file in files:
        answer = run(arguments[1:], file) if arguments[0] == "--" else invoke(arguments[0], file.read_bytes())
        status, text = approved(file.stem)
        if answer.get("statusCode") != status or body(answer).rstrip("\n") != text.rstrip("\n"):
            wrong += 1
            print(f"   {file}: answered {answer.get('statusCode')}, not as approved ({status})")
    print(f"   {len(files) - wrong} of {len(files)} events answered as approved")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
