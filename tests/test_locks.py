"""The lock files hold everything that is installed, in a form that older pip keeps to as well."""

import re
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock")


def locked(name: str) -> dict[str, frozenset[str]]:
    """What a lock file pins: extras by the name of a package."""
    lines = re.findall(r"^([A-Za-z0-9_.\-]+(?:\[[^\]]*\])?)==", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    found = [Requirement(line) for line in lines]
    return {canonicalize_name(one.name): frozenset(map(canonicalize_name, one.extras)) for one in found}


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_required_with_extras_is_locked_with_them(lock):
    """Otherwise pip before 23.3 takes the newest version for the extra, which has no hash, and installs nothing."""
    pinned = locked(lock)
    missing = []
    for package in distributions():
        if canonicalize_name(package.name) not in pinned:
            continue
        for requirement in map(Requirement, package.requires or ()):
            applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
            wanted = frozenset(map(canonicalize_name, requirement.extras))
            if applies and not wanted <= pinned.get(canonicalize_name(requirement.name), frozenset()):
                missing.append(f"{package.name} requires {requirement}")
    assert missing == []


def test_what_the_program_needs_is_locked_in_the_same_version_for_the_tests():
    assert set(locked("requirements.lock")) <= set(locked("requirements-test.lock"))
