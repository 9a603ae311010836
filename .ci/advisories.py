"""Asks OSV for known vulnerabilities of everything that the function carries (target/bom.json) and of the browser tests' packages.

A finding fails. Where OSV cannot be reached the check says so in plain words and passes, unless CREDFIX_REQUIRE_ADVISORIES=1.
Usage: python3 .ci/advisories.py [BOM]
"""

import json
import os
import pathlib
import sys
import urllib.error
import urllib.request

SOURCE = os.environ.get("CREDFIX_ADVISORIES", "https://api.osv.dev/v1/querybatch")


def packages(bom):
    for component in json.loads(pathlib.Path(bom).read_text("utf-8")).get("components", []):
        if component.get("purl"):
            yield component["purl"].split("?")[0]
    lock = json.loads(pathlib.Path("src/test/browser/package-lock.json").read_text("utf-8"))
    for path, package in lock["packages"].items():
        if path:
            name = path.split("node_modules/")[-1]
            yield "pkg:npm/" + name.replace("@", "%40") + "@" + package["version"]


def ask(purls):
    body = json.dumps({"queries": [{"package": {"purl": purl}} for purl in purls]}).encode()
    request = urllib.request.Request(SOURCE, data=body, headers={"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        results = json.loads(answer.read())["results"]
    if len(results) != len(purls):
        raise ValueError("another number of answers than of questions")
    return results


def main(bom="target/bom.json"):
    purls = sorted(set(packages(bom)))
    if not purls:
        print("   no package was found to ask about", file=sys.stderr)
        return 1
    try:
        results = ask(purls)
    except (urllib.error.URLError, OSError, ValueError, KeyError) as e:
        required = os.environ.get("CREDFIX_REQUIRE_ADVISORIES") == "1"
        print(f"   NOT CHECKED for known vulnerabilities: {len(purls)} packages; the advisory source did not answer ({type(e).__name__})."
              " Run .ci/advisories.py where it can be reached.", file=sys.stderr)
        return 1 if required else 0
    found = 0
    for purl, result in zip(purls, results):
        for vulnerability in result.get("vulns", []):
            found += 1
            print(f"   {purl}: {vulnerability['id']}", file=sys.stderr)
    print(f"   {len(purls)} packages asked about, {found} known vulnerabilities")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
