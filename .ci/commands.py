"""Reads every `aws …` command in the guides as the AWS CLI would: service, operation, options, required options, JMESPath.
Reads every bash block as bash does and every JSON block as JSON.

Services and options come from botocore's models, which the CLI is built from; the CLI's own commands and options are listed here.
"""

import functools
import json
import pathlib
import re
import shlex
import subprocess
import sys

import botocore.exceptions
import botocore.session
import jmespath
from botocore import xform_name

RULES = "src/main/resources/rules"
GLOBAL = {
    "profile", "region", "output", "query", "debug", "endpoint-url", "no-sign-request", "no-verify-ssl", "no-paginate",
    "cli-input-json", "cli-binary-format", "ca-bundle", "no-cli-pager", "color", "version", "help",
}
PAGING = {"max-items", "page-size", "starting-token"}
# Where the CLI has another name than the model.
SERVICES = {"s3api": "s3", "configservice": "config", "deploy": "codedeploy"}
# Commands that the CLI adds to the models: the options it takes, and how many words may stand beside them.
OWN = {
    ("configure",): (set(), 0),
    ("configure", "list"): (set(), 0),
    ("configure", "list-profiles"): (set(), 0),
    ("configure", "get"): (set(), 1),
    ("configure", "set"): (set(), 2),
    ("configure", "import"): ({"csv", "profile-prefix", "skip-invalid"}, 0),
    ("configure", "sso"): ({"no-browser", "use-device-code"}, 0),
    ("configure", "export-credentials"): ({"format"}, 0),
    ("login",): ({"remote"}, 0),
    ("logout",): ({"all"}, 0),
    ("sso", "login"): ({"sso-session", "no-browser", "use-device-code"}, 0),
    ("sso", "logout"): (set(), 0),
    ("s3", "ls"): ({"recursive", "human-readable", "summarize", "request-payer"}, 1),
    ("s3", "cp"): ({"recursive", "sse", "sse-kms-key-id", "request-payer", "acl"}, 2),
    ("s3", "presign"): ({"expires-in"}, 1),
    ("eks", "update-kubeconfig"): ({"name", "role-arn", "kubeconfig", "alias", "user-alias", "dry-run", "verbose"}, 0),
    ("eks", "get-token"): ({"cluster-name", "cluster-id", "role-arn"}, 0),
    ("ecr", "get-login-password"): (set(), 0),
    ("ecr-public", "get-login-password"): (set(), 0),
    ("codeartifact", "login"): ({"tool", "domain", "domain-owner", "repository", "namespace", "duration-seconds", "endpoint-type", "dry-run"}, 0),
    ("codecommit", "credential-helper"): ({"ignore-host-check"}, 1),
    ("logs", "tail"): ({"since", "follow", "format", "filter-pattern", "log-stream-names", "log-stream-name-prefix"}, 1),
    ("rds", "generate-db-auth-token"): ({"hostname", "port", "username"}, 0),
}
WORDS = {("s3api", "get-object"): 1}
# Each must be complained of; else this check checks nothing.
SPOILT = (
    "aws sts get-caller-idenity",
    "aws stsx get-caller-identity",
    "aws iam get-role --name deploy",
    "aws iam get-role",
    "aws sts get-caller-identity --query Account --output text today",
    "aws iam list-open-id-connect-providers --query 'OpenIDConnectProviderList[.Arn'",
    "aws kms describe-key --key-id 1 --query KeyMetadata.[Arn]",
    "aws sso login --code 1",
    "aws configure get region profile",
    "aws sts get-caller-identity --profile 'dev",
    "aws sts get-session-token --token-code 1 --serial-number 2",
)
# These print live credentials; a guide asks for a part of the answer or reads it into variables.
PRINTS_CREDENTIALS = {
    ("sts", "assume-role"), ("sts", "assume-role-with-saml"), ("sts", "assume-role-with-web-identity"), ("sts", "get-federation-token"),
    ("sts", "get-session-token"), ("cognito-identity", "get-credentials-for-identity"), ("sso", "get-role-credentials"), ("secretsmanager", "get-secret-value"),
}
ENDS = re.compile(r"[|;&()<>]+$")
OPEN_QUERY = re.compile(r"--query\s+[^\s'\"`]*[][*?{}()|&]")
SPAN = re.compile(r"(`+)((?:(?!\1).)*?)\1(?!`)")


@functools.cache
def session():
    return botocore.session.get_session()


@functools.cache
def operations(service):
    model = session().get_service_model(SERVICES.get(service, service))
    return {xform_name(name, "-"): name for name in model.operation_names}, model


@functools.cache
def paginated(service):
    try:
        pages = session().get_paginator_model(SERVICES.get(service, service))
    except botocore.exceptions.DataNotFoundError:
        return set()
    return {name for name in operations(service)[0].values() if pages._paginator_config.get(name)}


def options_of(service, name):
    """The options of an operation: name, and whether it must be given."""
    shape = operations(service)[1].operation_model(name).input_shape
    options = {}
    for member, target in (shape.members if shape else {}).items():
        option = xform_name(member, "-")
        options[option] = member in shape.required_members
        if target.type_name == "boolean":
            options["no-" + option] = False
    if name in paginated(service):
        options.update(dict.fromkeys(PAGING, False))
    return options


def commands(text):
    """Yields (line number, command, whether it stands in a code block) for each `aws …` of a rule's body."""
    lines = text.split("\n")
    number = lines.index("---", 1) + 1 if lines[0] == "---" else 0
    fence = None
    pending = ""
    while number < len(lines):
        line = lines[number]
        number += 1
        opening = re.match(r"\s*(`{3,})(\w*)", line)
        if opening and fence is None:
            fence = opening
        elif opening and line.strip() == fence.group(1):
            fence = None
        elif fence is None:
            for span in SPAN.finditer(line):
                if span.group(2).strip().startswith("aws "):
                    yield number, span.group(2).strip(), False
        elif fence.group(2) != "error":
            pending += line
            if pending.endswith("\\"):
                pending = pending[:-1]
                continue
            for start in re.finditer(r"(?<![\w./\"$!-])aws ", re.sub(r"#.*", lambda m: " " * len(m.group()), pending)):
                if not re.search(r"(secret generic|command -v|Get-Command|command\s*=.*) $", pending[: start.start()]):
                    yield number, pending[start.start() :], True
            pending = ""


def blocks(text):
    """Yields (line number, language, content) for each code block of a rule file."""
    fence = None
    for number, line in enumerate(text.split("\n"), 1):
        mark = re.match(r"\s*(`{3,})(\w*)", line)
        if fence is None and mark:
            fence, content = (mark, number), []
        elif fence and line.strip() == fence[0].group(1):
            yield fence[1], fence[0].group(2), "\n".join(content)
            fence = None
        elif fence:
            content.append(line)


def misread(language, content):
    if language == "json":
        try:
            json.loads(content.replace("{statement}", "{}"))
        except json.JSONDecodeError as wrong:
            return f"no JSON: {wrong}"
    if language == "bash":
        answer = subprocess.run(["bash", "-n"], input=content, capture_output=True, text=True, check=False)
        if answer.returncode:
            return answer.stderr.strip().splitlines()[0]
    return None


def words_of(command):
    lexer = shlex.shlex(command, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words = []
    for word in lexer:
        if ENDS.match(word):
            # The 2 of 2>&1 is no word of the command.
            if word.startswith(">") and words[-1].isdigit():
                words.pop()
            break
        words.append(word)
    return words


def complaint(command, whole):
    if OPEN_QUERY.search(command):
        return "the shell would read the brackets of --query: put it in quotes"
    try:
        words = words_of(command)
    except ValueError as unbalanced:
        return str(unbalanced)
    words = [word.rstrip(".,:)") if word.startswith("--") else word for word in words[1:]]
    partial = any("…" in word for word in words)
    if not words or words[0].startswith("-") or "…" in words[0]:
        return None if partial or set(word[2:] for word in words) <= GLOBAL else "not a command"
    given, plain = read(words)
    for value in (value for name, value in given if name == "query" and value):
        try:
            jmespath.compile(re.sub(r"\{[a-z.-]+\}", "VALUE", value))
        except jmespath.exceptions.ParseError as wrong:
            return f"--query: {wrong}"
    names = [name for name, _ in given]
    if plain[-1] == "help":
        plain.pop()
        return None if len(plain) < 2 or plain[0].startswith("{") or plain[1] in operations(plain[0])[0] else f"no command {' '.join(plain)}"
    for length in (2, 1):
        own = OWN.get(tuple(plain[:length]))
        if own:
            unknown = [name for name in names if name not in own[0] | GLOBAL]
            if unknown:
                return f"no option --{unknown[0]}"
            return None if len(plain) - length <= own[1] else f"one word too many: {plain[-1]}"
    if plain[0].startswith("{"):
        return None
    try:
        known, _ = operations(plain[0])
    except botocore.exceptions.UnknownServiceError:
        return f"no service {plain[0]}"
    if len(plain) < 2:
        return None if partial or not whole else "no operation"
    if plain[1].startswith("{"):
        return None
    if plain[1] not in known:
        return f"no operation {plain[0]} {plain[1]}"
    options = options_of(plain[0], known[plain[1]])
    unknown = [name for name in names if name not in options and name not in GLOBAL]
    if unknown:
        return f"no option --{unknown[0]}"
    missing = [name for name, required in options.items() if required and name not in names]
    if missing and whole and not partial:
        return f"--{missing[0]} is required"
    if whole and tuple(plain[:2]) in PRINTS_CREDENTIALS and "query" not in names and "| ConvertFrom-Json)" not in command:
        return "prints credentials: add --query"
    extra = len(plain) - 2 - WORDS.get((plain[0], plain[1]), 0)
    return f"one word too many: {plain[-1]}" if extra > 0 and not partial else None


FLAGS = {"debug", "no-sign-request", "no-verify-ssl", "no-paginate", "no-cli-pager", "remote", "all", "use-device-code", "no-browser", "recursive", "dry-run", "help", "follow"}


def read(words):
    """Splits the words into options with their values and plain words. Several values of one option count as one."""
    given, plain = [], []
    service = words[0]
    operation = words[1] if len(words) > 1 else ""
    flags = set(FLAGS)
    try:
        known, model = operations(service)
        shape = model.operation_model(known[operation]).input_shape
        for member, target in (shape.members if shape else {}).items():
            if target.type_name == "boolean":
                flags |= {xform_name(member, "-"), "no-" + xform_name(member, "-")}
    except (botocore.exceptions.UnknownServiceError, KeyError):
        pass
    position = 0
    while position < len(words):
        word = words[position]
        position += 1
        if not word.startswith("--"):
            plain.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        if not equals and name not in flags:
            value = words[position] if position < len(words) and not words[position].startswith("--") else ""
            # A list takes all words up to the next option.
            while position < len(words) and not words[position].startswith("--"):
                position += 1
                if name in GLOBAL:
                    break
        given.append((name, value))
    return given, plain


def main(folder):
    wrong = [f"not noticed: {command}" for command in SPOILT if not complaint(command, True)]
    wrong += [f"not noticed: {block}" for block in (("json", '{"a": }'), ("bash", "export A='b")) if not misread(*block)]
    count = 0
    read_blocks = 0
    for path in sorted(pathlib.Path(folder).rglob("*.md")):
        if path.name.endswith(".cases.md"):
            continue
        text = path.read_text(encoding="utf-8")
        for number, language, content in blocks(text):
            read_blocks += language in ("json", "bash")
            reason = misread(language, content)
            if reason:
                wrong.append(f"{path.relative_to(folder)}:{number}: {reason}")
        for number, command, whole in commands(text):
            count += 1
            reason = complaint(command, whole)
            if reason:
                wrong.append(f"{path.relative_to(folder)}:{number}: {reason}\n      {command[:160]}")
    for line in wrong:
        print("  ", line)
    print(f"   {count} commands, {read_blocks} blocks of bash and JSON, {len(wrong)} complaints")
    return 1 if wrong or count < 100 or read_blocks < 100 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else RULES))
