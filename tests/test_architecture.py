"""Holds the layers, the homes of the heavy libraries, what input from strangers must never reach, and the sizes.

The rules are functions over one parsed module, so the tests at the end can plant a violation and see it caught.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "nlp"

# Each layer imports only from layers above it in this list; names within one layer do not import each other.
LAYERS = (
    ("errors", "drawn"),
    ("places",),
    ("records",),
    ("resources", "followups"),
    ("text", "options", "jsonl", "words"),
    ("messages",),
    ("languages",),
    ("amounts", "encoders"),
    ("segment", "align", "claims", "checks", "tools"),
    ("tags",),
    ("readers",),
    ("pipeline",),
    ("report", "scoring", "spacy_bridge"),
    ("store",),
    ("batch",),
    ("cli",),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}

# The only imports against the direction: the other forms of an Analysis, loaded when they are asked for.
AGAINST_THE_DIRECTION = {
    ("drawn.py", "_repr_html_", "report"),
    ("records.py", "frames", "report"),
    ("records.py", "to_json", "jsonl"),
    ("records.py", "from_json", "jsonl"),
}

# Where a library that is heavy, or that could be swapped, may be imported.
HOMES = {
    "pandas": ("report/", "store/"),
    "duckdb": ("store/",),
    "pyarrow": ("store/", "batch/sources.py"),
    "jieba": ("languages/tokenize.py", "spacy_bridge.py"),
    "spacy": ("languages/english_words.py", "spacy_bridge.py"),
    "torch": ("encoders/transformer.py",),
    "transformers": ("encoders/transformer.py",),
    "ray": ("batch/on_ray.py",),
    "typer": ("cli/",),
}
# Their patterns are `late`: a start compiled half a thousand of them. Hints are what late patterns are made with.
LATE = ("languages", "amounts", "segment", "align", "claims", "checks", "tags", "readers", "report")
NOT_LATE = ("languages/hints.py",)
# Input is data from strangers: nothing that runs it, unpickles it or sends it anywhere.
FORBIDDEN_MODULES = frozenset(
    {
        "aiohttp",
        "cloudpickle",
        "dill",
        "ftplib",
        "http",
        "httpx",
        "imaplib",
        "joblib",
        "marshal",
        "pickle",
        "poplib",
        "requests",
        "shelve",
        "smtplib",
        "socket",
        "socketserver",
        "ssl",
        "telnetlib",
        "urllib.request",
        "urllib3",
        "xmlrpc",
    }
)
FORBIDDEN_NAMES = frozenset({"eval", "exec", "compile", "__import__", "breakpoint"})
FORBIDDEN_CALLS = frozenset({"os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput"})
FORBIDDEN_TRUE = frozenset({"shell", "allow_pickle", "trust_remote_code"})

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60


@dataclass(frozen=True)
class Module:
    """One file of the package, parsed; `path` is relative to `nlp/`, with forward slashes."""

    path: str
    source: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def name(self) -> str:
        """Its place in LAYERS: the file or the folder directly under `nlp/`."""
        return self.path.split("/")[0].removesuffix(".py")

    @property
    def package(self) -> list[str]:
        return ["nlp", *self.path.split("/")[:-1]]


@dataclass(frozen=True)
class Import:
    """One imported module, dotted and absolute, with the function it stands in."""

    target: str
    line: int
    function: str
    for_types_only: bool


Rule = Callable[[Module], Iterator[str]]


def modules() -> list[Module]:
    """Every Python file of the package."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return [Module(path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")) for path in paths]


def imports(module: Module) -> Iterator[Import]:
    """All imports of a module, wherever they stand."""
    yield from _imports(module.tree, module, "", False)


def _imports(node: ast.AST, module: Module, function: str, types: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        inside, guarded = function, types
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            inside = child.name
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            guarded = not isinstance(child.test, ast.UnaryOp)
        if isinstance(child, (ast.Import, ast.ImportFrom)):
            yield from (Import(target, child.lineno, function, types) for target in _targets(child, module))
        yield from _imports(child, module, inside, guarded)


def _targets(node: ast.Import | ast.ImportFrom, module: Module) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    base = module.package[: len(module.package) - node.level + 1] if node.level else []
    dotted = ".".join([*base, *([node.module] if node.module else [])])
    return [f"{dotted}.{alias.name}" for alias in node.names]  # `from .. import text` names a module too


def _matches(target: str, name: str) -> bool:
    return target == name or target.startswith(f"{name}.")


# ------------------------------------------------------------------------------------------------------------- rules


def against_the_direction(module: Module) -> Iterator[str]:
    """Imports of a later layer, or of a neighbour."""
    for item in imports(module):
        parts = item.target.split(".")
        if parts[0] != "nlp" or module.path == "__init__.py":  # the public names come from everywhere, when asked for
            continue
        name = parts[1] if len(parts) > 1 else ""
        if name in {"__version__", module.name}:
            continue
        if (module.path, item.function, name) in AGAINST_THE_DIRECTION:
            continue
        if name not in LEVEL or LEVEL[name] >= LEVEL.get(module.name, -1):
            yield f"{module.path}:{item.line} imports {item.target}"


def not_in_the_layers(module: Module) -> Iterator[str]:
    """Files and folders that LAYERS does not know."""
    if module.path != "__init__.py" and module.name not in LEVEL:
        yield f"{module.path} is in no layer"


def away_from_home(module: Module) -> Iterator[str]:
    """Libraries imported where they do not belong; an import for types only loads nothing."""
    for item in imports(module):
        for library, homes in HOMES.items():
            if _matches(item.target, library) and not item.for_types_only and not module.path.startswith(homes):
                yield f"{module.path}:{item.line} imports {library}"


def pandas_at_import(module: Module) -> Iterator[str]:
    """pandas costs a third of a second: it is imported by the function that needs it."""
    for item in imports(module):
        if _matches(item.target, "pandas") and not item.for_types_only and not item.function:
            yield f"{module.path}:{item.line} imports pandas when it is itself imported"


def compiled_at_import(module: Module) -> Iterator[str]:
    """Patterns for text that are compiled when the module is imported."""
    if module.name not in LATE or module.path in NOT_LATE:
        return
    for call in _at_import(module.tree):
        if ast.unparse(call.func) == "re.compile" and not ast.unparse(call.args[0]).startswith("b"):
            yield f"{module.path}:{call.lineno} compiles a pattern when it is imported"


def _at_import(node: ast.AST) -> Iterator[ast.Call]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield from _at_import(child)


def dangerous(module: Module) -> Iterator[str]:
    """What could run, unpickle or send a stranger's input."""
    for item in imports(module):
        if any(_matches(item.target, name) for name in FORBIDDEN_MODULES):
            yield f"{module.path}:{item.line} imports {item.target}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and _is_dangerous(node):
            yield f"{module.path}:{node.lineno} calls {ast.unparse(node)[:60]}"


def _is_dangerous(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Name) and call.func.id in FORBIDDEN_NAMES:
        return True
    if isinstance(call.func, ast.Attribute) and ast.unparse(call.func) in FORBIDDEN_CALLS:
        return True
    # `shell=flag` may be true as well: only a plain False is let through.
    return any(
        word.arg in FORBIDDEN_TRUE and not (isinstance(word.value, ast.Constant) and word.value.value is False)
        for word in call.keywords
    )


def too_long(module: Module) -> Iterator[str]:
    """Files and functions nobody reads in one go."""
    lines = len(module.source.splitlines())
    if lines > MOST_LINES_OF_A_FILE:
        yield f"{module.path} has {lines} lines"
    for node in ast.walk(module.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            size = (node.end_lineno or node.lineno) - node.lineno + 1
            if size > MOST_LINES_OF_A_FUNCTION:
                yield f"{module.path}:{node.lineno} {node.name} has {size} lines"


def undocumented(module: Module) -> Iterator[str]:
    """Public functions, and public methods of public classes, without a docstring."""
    for node in _public(module.tree):
        if not ast.get_docstring(node):
            yield f"{module.path}:{node.lineno} {node.name} has no docstring"


def _public(node: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for child in node.body:
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield from _public(child)
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)) and not child.name.startswith("_"):
            yield child


RULES: tuple[Rule, ...] = (
    against_the_direction,
    not_in_the_layers,
    away_from_home,
    pandas_at_import,
    compiled_at_import,
    dangerous,
    too_long,
    undocumented,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_package_keeps(rule: Rule) -> None:
    found = [line for module in modules() for line in rule(module)]
    assert not found, "\n" + "\n".join(found)


def test_the_package_was_read() -> None:
    assert {"records.py", "languages/tokenize.py", "__init__.py"} <= {module.path for module in modules()}


def test_every_exception_is_still_needed() -> None:
    used = {
        (module.path, item.function, item.target.split(".")[1])
        for module in modules()
        for item in imports(module)
        if item.target.startswith("nlp.")
    }
    assert used >= AGAINST_THE_DIRECTION


_LONG = "def f():\n" + "    x = 1\n" * 60


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [
        pytest.param(against_the_direction, "checks/a.py", "from ..claims import find", id="neighbour"),
        pytest.param(against_the_direction, "checks/a.py", "from .. import claims", id="neighbour-as-a-name"),
        pytest.param(against_the_direction, "text.py", "from .languages import en", id="later-layer"),
        pytest.param(against_the_direction, "text.py", "import nlp.cli", id="later-layer-absolute"),
        pytest.param(against_the_direction, "text.py", "from nlp import analyze", id="public-name-from-inside"),
        pytest.param(against_the_direction, "text.py", "import nlp", id="the-package-itself"),
        pytest.param(
            against_the_direction, "align/a.py", "def f():\n    from ..cli import main", id="inside-a-function"
        ),
        pytest.param(
            against_the_direction, "records.py", "def other():\n    from .jsonl import x", id="not-the-exception"
        ),
        pytest.param(against_the_direction, "languages/zh/a.py", "from ...amounts import read", id="two-folders-down"),
        pytest.param(not_in_the_layers, "helpers.py", "", id="unknown-file"),
        pytest.param(away_from_home, "checks/a.py", "import pandas as pd", id="pandas"),
        pytest.param(away_from_home, "align/a.py", "from spacy.tokens import Doc", id="spacy"),
        pytest.param(away_from_home, "segment/a.py", "def f():\n    import jieba.posseg", id="jieba-inside-a-function"),
        pytest.param(away_from_home, "encoders/load.py", "import torch", id="torch"),
        pytest.param(pandas_at_import, "report/frames.py", "import pandas as pd", id="pandas-at-import"),
        pytest.param(compiled_at_import, "claims/a.py", "A = {'en': re.compile('a')}", id="pattern-at-import"),
        pytest.param(dangerous, "text.py", "eval('1')", id="eval"),
        pytest.param(dangerous, "text.py", "import pickle", id="pickle"),
        pytest.param(dangerous, "text.py", "from urllib import request", id="network"),
        pytest.param(dangerous, "text.py", "def f():\n    import socket", id="network-inside-a-function"),
        pytest.param(dangerous, "text.py", "subprocess.run('ls', shell=True)", id="shell"),
        pytest.param(dangerous, "text.py", "subprocess.run('ls', shell=flag)", id="shell-by-a-name"),
        pytest.param(dangerous, "text.py", "os.system('ls')", id="system"),
        pytest.param(dangerous, "text.py", "np.load(path, allow_pickle=True)", id="numpy-pickle"),
        pytest.param(too_long, "text.py", _LONG, id="function-of-61-lines"),
        pytest.param(too_long, "text.py", "x = 1\n" * 401, id="file-of-401-lines"),
        pytest.param(undocumented, "text.py", "def f(): ...", id="function"),
        pytest.param(undocumented, "text.py", "class A:\n    def f(self): ...", id="method"),
    ],
)
def test_a_planted_violation_is_caught(rule: Rule, path: str, source: str) -> None:
    assert list(rule(Module(path, source)))


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [
        pytest.param(
            against_the_direction, "checks/a.py", "from ..records import Claim\nfrom .b import c", id="earlier"
        ),
        pytest.param(against_the_direction, "cli.py", "from . import __version__", id="version"),
        pytest.param(against_the_direction, "languages/zh/a.py", "from ..claim_rules import R", id="same-folder"),
        pytest.param(away_from_home, "records.py", "if TYPE_CHECKING:\n    import pandas", id="types-only"),
        pytest.param(away_from_home, "report/frames.py", "def f():\n    import pandas", id="at-home"),
        pytest.param(
            dangerous, "text.py", "import re\nre.compile('a')\nfrom urllib.parse import quote", id="look-alikes"
        ),
        pytest.param(
            compiled_at_import,
            "readers/a.py",
            "A = re.compile(rb'a')\ndef f():\n    return re.compile('a')",
            id="bytes-and-patterns-made-in-a-run",
        ),
        pytest.param(too_long, "text.py", "x = 1\n" * 400, id="file-of-400-lines"),
        pytest.param(undocumented, "text.py", "def _f(): ...\nclass _A:\n    def g(self): ...", id="private"),
    ],
)
def test_what_is_allowed_is_not_caught(rule: Rule, path: str, source: str) -> None:
    assert not list(rule(Module(path, source)))
