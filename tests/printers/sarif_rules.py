"""What the official JSON Schema of SARIF 2.1.0 demands of the objects that bkl writes.

No Python package ships that schema unchanged, so its rules for these objects stand here: which
properties exist (no others are allowed), their types and bounds, and which must be there. It is
never more lenient than the official one. BKL_SARIF_SCHEMA=<path of sarif-schema-2.1.0.json>
lets the tests use that one as well.
"""

TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 1}
INDEX = {"type": "integer", "minimum": 0}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
LANGUAGE = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}
URI = {"type": "string", "pattern": r"^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*$"}


def ref(name):
    return {"$ref": f"#/definitions/{name}"}


def listed(name, unique=True):
    return {"type": "array", "items": ref(name), "uniqueItems": unique}


OBJECTS = {
    "run": (
        {
            "tool": ref("tool"),
            "language": LANGUAGE,
            "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            "invocations": listed("invocation", unique=False),
            "originalUriBaseIds": {
                "type": "object",
                "additionalProperties": ref("artifactLocation"),
            },
            "artifacts": listed("artifact"),
            "results": listed("result", unique=False),
        },
        ["tool"],
    ),
    "tool": ({"driver": ref("toolComponent")}, ["driver"]),
    "toolComponent": (
        {
            "name": TEXT,
            "semanticVersion": TEXT,
            "language": LANGUAGE,
            "rules": listed("reportingDescriptor"),
        },
        ["name"],
    ),
    "reportingDescriptor": (
        {
            "id": TEXT,
            "name": TEXT,
            "shortDescription": ref("multiformatMessageString"),
            "fullDescription": ref("multiformatMessageString"),
            "help": ref("multiformatMessageString"),
            "defaultConfiguration": ref("reportingConfiguration"),
        },
        ["id"],
    ),
    "reportingConfiguration": ({"level": LEVEL}, []),
    "multiformatMessageString": ({"text": TEXT, "markdown": TEXT}, ["text"]),
    "invocation": ({"executionSuccessful": {"type": "boolean"}}, ["executionSuccessful"]),
    "artifact": ({"location": ref("artifactLocation")}, []),
    "message": ({"text": TEXT, "markdown": TEXT}, ["text"]),
    "result": (
        {
            "ruleId": TEXT,
            "ruleIndex": INDEX,
            "level": LEVEL,
            "message": ref("message"),
            "locations": listed("location", unique=False),
            "relatedLocations": listed("location"),
            "partialFingerprints": {"type": "object", "additionalProperties": TEXT},
            "fixes": listed("fix"),
        },
        ["message"],
    ),
    "fix": (
        {
            "description": ref("message"),
            "artifactChanges": {**listed("artifactChange"), "minItems": 1},
        },
        ["artifactChanges"],
    ),
    "artifactChange": (
        {
            "artifactLocation": ref("artifactLocation"),
            "replacements": {**listed("replacement", unique=False), "minItems": 1},
        },
        ["artifactLocation", "replacements"],
    ),
    "replacement": (
        {"deletedRegion": ref("region"), "insertedContent": ref("artifactContent")},
        ["deletedRegion"],
    ),
    "location": (
        {
            "id": INDEX,
            "physicalLocation": ref("physicalLocation"),
            "logicalLocations": listed("logicalLocation"),
            "message": ref("message"),
        },
        [],
    ),
    "physicalLocation": (
        {"artifactLocation": ref("artifactLocation"), "region": ref("region")},
        ["artifactLocation"],
    ),
    "artifactLocation": (
        {"uri": URI, "uriBaseId": TEXT, "index": INDEX, "description": ref("message")},
        [],
    ),
    "region": (
        {
            "startLine": COUNT,
            "startColumn": COUNT,
            "endLine": COUNT,
            "endColumn": COUNT,
            "snippet": ref("artifactContent"),
        },
        ["startLine"],
    ),
    "artifactContent": ({"text": TEXT}, []),
    "logicalLocation": ({"fullyQualifiedName": TEXT, "kind": TEXT}, []),
}

SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "properties": {
        "$schema": TEXT,
        "version": {"enum": ["2.1.0"]},
        "runs": {"type": "array", "items": ref("run")},
    },
    "required": ["version", "runs"],
    "additionalProperties": False,
    "definitions": {
        name: {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
        for name, (properties, required) in OBJECTS.items()
    },
}
