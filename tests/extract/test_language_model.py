"""Which language model is meant, without loading it."""

import json

import pytest

from kg.errors import ModelError
from kg.extract.language_model import identity


def test_a_folder_is_a_model_by_its_description(tmp_path):
    (tmp_path / "meta.json").write_text(json.dumps({"name": "own", "version": "1.2"}), "utf-8")
    assert identity(str(tmp_path)) == "own-1.2"


@pytest.mark.parametrize("content", [None, "{", "[]", '{"name": "own"}'])
def test_what_describes_no_model_is_an_error(tmp_path, content):
    if content is not None:
        (tmp_path / "meta.json").write_text(content, "utf-8")
    with pytest.raises(ModelError, match="no such language model, an installed spaCy model or a folder with one was expected"):
        identity(str(tmp_path))


@pytest.mark.parametrize("name", ["xx_no_model", "xx-no-model", "json", ""])
def test_a_name_of_no_model_is_an_error(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError, match="no such language model"):
        identity(name)
