"""Reads the policies of the transformed template for every combination of switches: each switch adds what it needs, nothing more.

The transformation is the one that CloudFormation runs (aws-sam-translator); conditions are resolved here.
"""

import itertools
import logging
import sys

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

LOGS = {"logs:CreateLogStream", "logs:PutLogEvents"}
DECODE = {"sts:DecodeAuthorizationMessage"}
TRACES = {"xray:PutTraceSegments", "xray:PutTelemetryRecords"}
DEPLOY = "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited"
# IAM knows no resource for these actions.
UNSCOPED = DECODE | TRACES
JWT = {"JwtIssuer": "https://login.example.com/", "JwtAudience": "credfix,other"}
ACCOUNT = "111122223333"

SWITCHES = {
    "decode": ({}, {**JWT, "DecodeAuthorizationMessages": "on"}),
    "traces": ({}, {"Tracing": "Active"}),
    "jwt": ({}, JWT),
    "layer": ({}, {"RulesLayerArn": f"arn:aws:lambda:eu-north-1:{ACCOUNT}:layer:rules:1"}),
    "domain": ({}, {"DomainName": "aws-help.example.com", "CertificateArn": f"arn:aws:acm:eu-north-1:{ACCOUNT}:certificate/1"}),
    "metrics": ({}, {"Metrics": "off"}),
    "alarms": ({}, {"AlarmTopicArn": f"arn:aws:sns:eu-north-1:{ACCOUNT}:alarms", "ReservedConcurrency": 10}),
    "origins": ({}, {"AllowedOrigins": "https://docs.example.com,https://portal.example.com", "FrameAncestors": "https://docs.example.com"}),
}
NOTHING = object()


def transformed(text, values):
    template = yaml_parse(text)
    template["Resources"]["Function"]["Properties"]["CodeUri"] = "s3://bucket/credfix-function.zip"
    session = boto3.session.Session(region_name="eu-north-1", aws_access_key_id="none", aws_secret_access_key="none")
    return Translator({}, Parser(), boto_session=session).translate(template, parameter_values=dict(values))


class Resolver:
    """Resolves conditions, Ref of parameters, Fn::If, Fn::Split; leaves other intrinsics as they are."""

    def __init__(self, template, values):
        self.values = {name: values.get(name, parameter.get("Default")) for name, parameter in template["Parameters"].items()}
        self.conditions = template["Conditions"]

    def holds(self, condition):
        (operator, argument), = condition.items()
        if operator == "Condition":
            return self.holds(self.conditions[argument])
        if operator == "Fn::Not":
            return not self.holds(argument[0])
        if operator == "Fn::Equals":
            left, right = (str(self.resolve(side)) for side in argument)
            return left == right
        if operator in ("Fn::And", "Fn::Or"):
            return (all if operator == "Fn::And" else any)(self.holds(each) for each in argument)
        raise ValueError(operator)

    def resolve(self, node):
        if isinstance(node, list):
            return [each for each in map(self.resolve, node) if each is not NOTHING]
        if not isinstance(node, dict):
            return node
        if set(node) == {"Ref"}:
            return NOTHING if node["Ref"] == "AWS::NoValue" else self.values.get(node["Ref"], node)
        if set(node) == {"Fn::If"}:
            name, yes, no = node["Fn::If"]
            return self.resolve(yes if self.holds(self.conditions[name]) else no)
        if set(node) == {"Fn::Split"}:
            separator, text = self.resolve(node["Fn::Split"])
            return text.split(separator)
        if set(node) == {"Fn::Sub"} and isinstance(node["Fn::Sub"], str):
            return node["Fn::Sub"]
        resolved = {key: self.resolve(value) for key, value in node.items()}
        return {key: value for key, value in resolved.items() if value is not NOTHING}


def as_list(value):
    return value if isinstance(value, list) else [value]


def check(chosen, template, values):
    resolver = Resolver(template, values)
    resources = {
        name: resolver.resolve(resource)
        for name, resource in template["Resources"].items()
        if "Condition" not in resource or resolver.holds(resolver.conditions[resource["Condition"]])
    }
    complaints = []

    def expect(right, what):
        if not right:
            complaints.append(f"{'+'.join(chosen) or 'defaults'}: {what}")

    roles = {name: r["Properties"] for name, r in resources.items() if r["Type"] == "AWS::IAM::Role"}
    expect(set(roles) == {"FunctionRole", "DeploymentRole"}, f"roles {sorted(roles)}")
    expect(not [r for r in resources.values() if r["Type"] in ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::User")], "a policy outside the roles")
    expect(roles["DeploymentRole"].get("ManagedPolicyArns") == [DEPLOY] and "Policies" not in roles["DeploymentRole"], "DeploymentRole")
    expect("ManagedPolicyArns" not in roles["FunctionRole"], "FunctionRole has a managed policy")

    wanted = LOGS | (DECODE if "decode" in chosen else set()) | (TRACES if "traces" in chosen else set())
    actions = set()
    for policy in roles["FunctionRole"]["Policies"]:
        for statement in policy["PolicyDocument"]["Statement"]:
            own = set(as_list(statement["Action"]))
            actions |= own
            expect(set(statement) == {"Effect", "Action", "Resource"} and statement["Effect"] == "Allow", f"shape of {statement}")
            expect(not any("*" in action for action in own), f"a wildcard in {own}")
            if own & UNSCOPED:
                expect(own <= UNSCOPED and as_list(statement["Resource"]) == ["*"], f"{own} share a statement")
            else:
                log = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${AWS::StackName}:log-stream:*"
                expect(as_list(statement["Resource"]) == [log], f"{own} on {statement['Resource']}")
    expect(actions == wanted, f"actions {sorted(actions)}, wanted {sorted(wanted)}")
    for name, principal in (("FunctionRole", "lambda.amazonaws.com"), ("DeploymentRole", "codedeploy.amazonaws.com")):
        trust = roles[name]["AssumeRolePolicyDocument"]["Statement"]
        expect(trust == [{"Effect": "Allow", "Principal": {"Service": principal}, "Action": "sts:AssumeRole"}], f"trust of {name}")

    permissions = [r["Properties"] for r in resources.values() if r["Type"] == "AWS::Lambda::Permission"]
    expect(len(permissions) == 1 and permissions[0]["Principal"] == "apigateway.amazonaws.com" and "${Api}" in permissions[0]["SourceArn"], "who may call the function")

    body = resources["Api"]["Properties"]["Body"]
    signed = "jwt" in chosen or "decode" in chosen
    for path, method, guarded in (("/", "x-amazon-apigateway-any-method", signed), ("/{proxy+}", "x-amazon-apigateway-any-method", signed), ("/{proxy+}", "options", False), ("/health", "get", False)):
        expect(body["paths"][path][method].get("security", []) == ([{"jwt": []}] if guarded else []), f"sign-in at {method} {path}")
    expect(("components" in body) == signed, "the authorizer")
    if signed:
        configuration = body["components"]["securitySchemes"]["jwt"]["x-amazon-apigateway-authorizer"]["jwtConfiguration"]
        expect(configuration == {"issuer": JWT["JwtIssuer"], "audience": ["credfix", "other"]}, f"the authorizer {configuration}")
    origins = body["x-amazon-apigateway-cors"]["allowOrigins"]
    expect(origins == (SWITCHES["origins"][1]["AllowedOrigins"].split(",") if "origins" in chosen else ["*"]), f"allowed origins {origins}")
    variables = resources["Function"]["Properties"]["Environment"]["Variables"]
    expect(variables["CREDFIX_DECODE"] == ("on" if "decode" in chosen else "off"), "CREDFIX_DECODE")
    expect(("Domain" in resources) == ("domain" in chosen), "the domain")
    expect(("UnrecognizedShare" in resources) == ("metrics" not in chosen), "the alarm on unrecognized errors")
    return complaints


def main(path):
    logging.disable()
    with open(path, encoding="utf-8") as file:
        text = file.read()
    complaints = []
    count = 0
    for picks in itertools.product((False, True), repeat=len(SWITCHES)):
        chosen = [name for name, on in zip(SWITCHES, picks) if on]
        values = {}
        for name in chosen:
            values.update(SWITCHES[name][1])
        complaints += check(chosen, transformed(text, values), values)
        count += 1
    for complaint in complaints[:20]:
        print("  ", complaint)
    print(f"   {count} combinations of {len(SWITCHES)} switches, {len(complaints)} complaints")
    return 1 if complaints or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "template.yaml"))
