"""`docs/vocabulary.html` is what its script makes of the ontology."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_page_is_up_to_date(tmp_path):
    script, made = ROOT / "docs" / "make_ontology_docs.py", tmp_path / "made.html"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, script, made], check=True, capture_output=True, env=environment)
    page = (ROOT / "docs" / "vocabulary.html").read_text("utf-8")
    assert made.read_text("utf-8") == page, "the ontology has changed: run python docs/make_ontology_docs.py"
    assert 'id="claim"' in page
    assert "imposes sanctions on Belarus" in page
    assert not [line for line in page.splitlines() if "<script src" in line or ("<link" in line and "http" in line)]
