"""All the text of a Word document, once, in its order; nothing that its reader does not see."""

import zipfile
from io import BytesIO

import pytest

from kg.errors import ReadError
from kg.read.load import documents
from kg.read.word import read_word
from tests.read.files_made import markup, word, zipped


def r(text, properties=""):
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs, properties=""):
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def marked(mark, *runs):
    """A paragraph whose mark has a property."""
    return p(*runs, properties=f"<w:rPr>{mark}</w:rPr>")


def table(*cells):
    return f"<w:tbl><w:tblPr/><w:tr>{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def field(instruction, result):
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return (
        f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{middle}{result}{end}"
        if result
        else f"{begin}{instruction}{end}"
    )


def box(*paragraphs):
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"


def control(inside, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def note(kind, number):
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def paragraphs(body, **parts):
    return read_word(markup(body, **parts)).text.split("\n\n")


def one(*runs, **parts):
    """The text of a paragraph of these runs."""
    (text,) = paragraphs(p(*runs), **parts)
    return text


MALTA = r("Malta ")


@pytest.mark.parametrize(
    ("middle", "expected"),
    [
        pytest.param(f"<w:ins>{r('did not ')}</w:ins>", "did not ", id="inserted"),
        pytest.param(f"<w:ins><w:ins>{r('did ')}</w:ins>{r('not ')}</w:ins>", "did not ", id="inserted twice"),
        pytest.param(f"<w:del><w:r><w:delText>did not </w:delText></w:r></w:del>{r('did ')}", "did ", id="deleted"),
        pytest.param(f"<w:del>{r('did not ')}</w:del>{r('did ')}", "did ", id="deleted, the text as it was"),
        pytest.param(f"<w:ins><w:del>{r('did not ')}</w:del></w:ins>{r('did ')}", "did ", id="inserted and deleted"),
        pytest.param(f"<w:moveTo>{r('did not ')}</w:moveTo>", "did not ", id="moved here"),
        pytest.param(f"<w:moveFrom>{r('did not ')}</w:moveFrom>{r('did ')}", "did ", id="moved away"),
        pytest.param(f"<w:smartTag w:element='a'><w:smartTagPr/>{r('did not ')}</w:smartTag>", "did not ", id="smart tag"),
        pytest.param(f"<w:customXml w:element='a'>{r('did not ')}</w:customXml>", "did not ", id="custom XML"),
        pytest.param(f"<w:hyperlink>{r('did ')}<w:ins>{r('not ')}</w:ins></w:hyperlink>", "did not ", id="link"),
        pytest.param(control(r("did not ")), "did not ", id="content control"),
        pytest.param(control(control(r("did not "))), "did not ", id="control in a control"),
        pytest.param(control(r("Click here. "), "<w:showingPlcHdr/>") + r("did "), "did ", id="control not filled in"),
        pytest.param(f'<w:fldSimple w:instr="REF a">{r("did not ")}</w:fldSimple>', "did not ", id="simple field"),
        pytest.param(field("REF a", r("did not ")), "did not ", id="field"),
        pytest.param(field("IF a", field("REF b", r("did ")) + r("not ")), "did not ", id="field in a result"),
        pytest.param(field(r("IF ") + field("REF b", r("yes")), "") + r("did "), "did ", id="field in an instruction"),
        pytest.param(field(r("XE"), "") + r("did "), "did ", id="field without a result"),
        pytest.param(f"<w:bdo w:val='ltr'>{r('did not ')}</w:bdo>", "did not ", id="direction"),
        pytest.param("<m:oMath><m:r><m:t>did not </m:t></m:r></m:oMath>", "did not ", id="formula"),
        pytest.param(f"<w:r><w:ruby><w:rt>{r('x')}</w:rt><w:rubyBase>{r('did ')}</w:rubyBase></w:ruby></w:r>", "did ", id="ruby"),
        pytest.param(r("never ", "<w:vanish/>") + r("did "), "did ", id="hidden"),
        pytest.param(r("did ", '<w:vanish w:val="false"/>'), "did ", id="not hidden"),
        pytest.param(r("did ", "<w:webHidden/>"), "did ", id="hidden in a browser alone"),
        pytest.param("<w:commentRangeStart w:id='1'/><w:r><w:commentReference w:id='1'/></w:r>" + r("did "), "did ", id="comment"),
        pytest.param("<w:r><w:t>did</w:t><w:tab/></w:r>", "did\t", id="tab"),
        pytest.param("<w:r><w:t>did</w:t><w:br/></w:r>", "did\n", id="line break"),
        pytest.param("<w:r><w:t>did</w:t><w:br w:type='page'/></w:r>", "did\n", id="page break"),
        pytest.param("<w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>did </w:t></w:r>", "re-did ", id="hyphen that holds"),
        pytest.param("<w:r><w:t>di</w:t><w:softHyphen/><w:t>d </w:t></w:r>", "did ", id="hyphen for a line end"),
        pytest.param("<w:r><w:t>didn</w:t><w:sym w:font='Arial' w:char='2019'/><w:t>t </w:t></w:r>", "didn\u2019t ", id="sign"),
        pytest.param("<w:r><w:t>did</w:t><w:sym w:font='Wingdings' w:char='F04A'/></w:r>", "did ", id="sign of a font of signs"),
        pytest.param("<w:r><w:t>did</w:t><w:sym w:font='Wingdings' w:char='odd'/></w:r>", "did ", id="sign that is damaged"),
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_in_a_paragraph(middle, expected, strict):
    assert one(MALTA, middle, r("sign."), strict=strict) == f"Malta {expected}sign."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(control(p(r("A talk.")) + p(r("No talk."))), ["A talk.", "No talk."], id="control around paragraphs"),
        pytest.param(f"<w:ins>{p(r('A talk.'))}</w:ins>", ["A talk."], id="inserted paragraph"),
        pytest.param(f"<w:moveTo>{p(r('A talk.'))}</w:moveTo><w:moveFrom>{p(r('No.'))}</w:moveFrom>", ["A talk."], id="moved"),
        pytest.param(f"<w:customXml>{p(r('A talk.'))}</w:customXml>", ["A talk."], id="custom XML around paragraphs"),
        pytest.param(table(p(r("A talk.")), p(r("No talk."))), ["A talk.", "No talk."], id="table"),
        pytest.param(
            table(p(r("One.")) + table(p(r("Two.")) + table(p(r("Three.")))) + p(r("Four."))),
            ["One.", "Two.", "Three.", "Four."],
            id="tables in tables",
        ),
        pytest.param(
            "<w:tbl>" + control("<w:tr>" + control(f"<w:tc>{p(r('A'))}</w:tc>") + "</w:tr>") + "</w:tbl>",
            ["A"],
            id="row and cell in controls",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r('No.'))}</w:tc></w:tr><w:tr><w:tc>{p(r('A.'))}</w:tc></w:tr></w:tbl>",
            ["A."],
            id="deleted row",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{p(r('No.'))}</w:tc><w:tc>{p(r('A.'))}</w:tc></w:tr></w:tbl>",
            ["A."],
            id="deleted cell",
        ),
        pytest.param(p(r("A "), box(p(r("Box."))), r("talk.")) + p(r("B.")), ["A talk.", "Box.", "B."], id="text box"),
        pytest.param(p(box(p(r("Outer."), box(p(r("Inner.")))))), ["Outer.", "Inner."], id="box in a box"),
        pytest.param(p(r("A."), f"<w:del>{box(p(r('No.')))}</w:del>"), ["A."], id="deleted box"),
        pytest.param(p(r("A."), box(p(r("No."))).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)), ["A."], id="hidden box"),
        pytest.param(
            p(r("A."))
            + f"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p(r('Old.'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
            ["A.", "Old."],
            id="box of an older program",
        ),
        pytest.param(marked("<w:del/>", r("It did not ")) + p(r("sign.")), ["It did not sign."], id="deleted mark"),
        pytest.param(marked("<w:del/>", r("It did not")) + p(r("sign.")), ["It did not sign."], id="deleted mark without a blank"),
        pytest.param(marked("<w:moveFrom/>", r("It did not")) + p(r(", ever.")), ["It did not, ever."], id="mark moved away"),
        pytest.param(marked("<w:vanish/>", r("It")) + marked("<w:del/>") + p(r("did.")), ["It did."], id="hidden mark"),
        pytest.param(marked("<w:ins/>", r("A.")) + p(r("B.")), ["A.", "B."], id="inserted mark"),
        pytest.param(table(marked("<w:del/>", r("A.")), p(r("B."))), ["A.", "B."], id="deleted mark at the end of a cell"),
        pytest.param(
            p(f"<w:del>{r('No.')}</w:del>", properties="<w:rPr><w:del/></w:rPr>") + p(r("A.")), ["A."], id="deleted paragraph"
        ),
        pytest.param(
            p(r("M"), properties='<w:framePr w:dropCap="drop"/>') + p(r("alta signed.")), ["Malta signed."], id="initial letter"
        ),
        pytest.param(
            p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("No. ")) + p(r("A.")), ["A."], id="field that never ends"
        ),
        pytest.param(p(r("A."), properties='<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>'), ["A."], id="tab stops are no tabs"),
        pytest.param(
            control(p(r("Talks 3")), '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>') + p(r("Talks.")),
            ["Talks."],
            id="contents",
        ),
        pytest.param(p("<!-- no -->", r("A.<?no no?>")), ["A."], id="what is no element"),
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_paragraphs(body, expected, strict):
    assert paragraphs(body, strict=strict) == expected


NOTES = f'<w:footnote w:type="separator" w:id="-1">{p(r("No."))}</w:footnote>' + "".join(
    f'<w:footnote w:id="{number}">{p(r(f"Note {number}."))}{p(r("More."))}</w:footnote>' for number in (2, 1, 3)
)


def test_notes_follow_the_text_in_the_order_of_their_marks():
    body = p(r("A"), note("footnote", 1), r(" and"), note("endnote", 1), r(" B"), note("footnote", 2), r("."))
    ends = f'<w:endnote w:id="1">{p(r("The end."))}</w:endnote>'
    found = paragraphs(body, footnotes=NOTES, endnotes=ends)
    assert found == ["A and B.", "Note 1.", "More.", "Note 2.", "More.", "The end."]
    assert found == paragraphs(body, footnotes=NOTES, endnotes=ends, strict=True)


@pytest.mark.parametrize(
    "mark",
    [
        f"<w:del>{note('footnote', 1)}</w:del>",
        note("footnote", 1).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"),
        f"<w:moveFrom>{note('footnote', 1)}</w:moveFrom>",
    ],
)
def test_a_note_whose_mark_was_deleted_or_hidden_is_gone(mark):
    assert paragraphs(p(r("A."), mark), footnotes=NOTES) == ["A."]


def style(name, inside="", kind="paragraph", **others):
    told = " ".join(f'w:{key}="{value}"' for key, value in {"type": kind, "styleId": name.replace(" ", ""), **others}.items())
    return f'<w:style {told}><w:name w:val="{name}"/>{inside}</w:style>'


VANISH = "<w:rPr><w:vanish/></w:rPr>"


@pytest.mark.parametrize(
    ("styles", "properties", "run", "seen"),
    [
        (style("Aside", VANISH), '<w:pStyle w:val="Aside"/>', "", False),
        (style("Aside", VANISH), '<w:pStyle w:val="Aside"/>', '<w:vanish w:val="0"/>', True),
        (style("Aside", VANISH, "character"), "", '<w:rStyle w:val="Aside"/>', False),
        (style("Base", VANISH) + style("Aside", '<w:basedOn w:val="Base"/>'), '<w:pStyle w:val="Aside"/>', "", False),
        (
            style("Base", VANISH) + style("Aside", '<w:basedOn w:val="Base"/><w:rPr><w:vanish w:val="0"/></w:rPr>'),
            '<w:pStyle w:val="Aside"/>',
            "",
            True,
        ),
        (style("Loop", '<w:basedOn w:val="Loop"/>'), '<w:pStyle w:val="Loop"/>', "", True),
        (style("Normal", VANISH, default="1"), "", "", False),
        (style("Off", VANISH) + style("Run", VANISH, "character"), '<w:pStyle w:val="Off"/>', '<w:rStyle w:val="Run"/>', True),
        ("", '<w:pStyle w:val="Unknown"/>', "", True),
    ],
)
def test_a_style_may_hide_text(styles, properties, run, seen):
    body = p(r("Aside.", run), properties=properties) + p(
        r("Text.", '<w:vanish w:val="0"/>'), properties="<w:rPr><w:vanish w:val='0'/></w:rPr>"
    )
    assert ("Aside." in read_word(markup(body, styles=styles)).text) is seen


def test_styles_make_headings_and_contents():
    styles = style("heading 2") + style("Title") + style("toc 1") + style("TOC Heading")
    body = "".join(
        p(r(f"{name} here"), properties=f'<w:pStyle w:val="{name}"/>')
        for name in ("Title", "TOCHeading", "toc1", "heading2", "Other")
    )
    found = read_word(markup(body, styles=styles))
    assert found.text.split("\n\n") == ["Title here", "heading2 here", "Other here"]
    assert [(heading.span.of(found.text), heading.level) for heading in found.headings] == [("Title here", 1), ("heading2 here", 2)]


@pytest.mark.parametrize("main", ["word/document.xml", "word/document2.xml", "Word/Document.XML", "body/main.xml"])
def test_a_document_is_where_its_package_says(main):
    assert paragraphs(p(r("A."), note("footnote", 1)), main=main, footnotes=NOTES) == ["A.", "Note 1.", "More."]


def changed(data, change):
    """The same archive with other parts."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return zipped(change({name: archive.read(name) for name in archive.namelist()}))


@pytest.mark.parametrize(
    ("lost", "warning"),
    [
        ({"word/footnotes.xml": b"<w:foot"}, "damaged: its footnotes cannot be read"),
        ({"word/footnotes.xml": b""}, "damaged: its footnotes cannot be read"),
        ({"word/footnotes.xml": None}, "damaged: its footnotes cannot be read"),
        ({"word/styles.xml": b"\x00"}, "damaged: its styles cannot be read"),
        ({"word/styles.xml": b"no", "word/footnotes.xml": b"no"}, "damaged: its styles, footnotes cannot be read"),
    ],
)
def test_a_part_that_is_lost_is_said(lost, warning):
    def change(parts):
        return {name: content for name, content in {**parts, **lost}.items() if content is not None}

    whole = markup(p(r("Malta signed."), note("footnote", 1)), footnotes=NOTES, styles=style("Title"))
    assert read_word(whole).warnings == ()
    found = read_word(changed(whole, change))
    assert found.warnings == (warning,)
    assert found.text.startswith("Malta signed.")


@pytest.mark.parametrize(
    ("element", "named"),
    [
        ('<w:altChunk r:id="r" xmlns:r="urn:r"/>', "a part in another format"),
        ("<w:p><w:r><w:object/></w:r></w:p>", "an embedded object"),
        ("<w:p><w:r><w:drawing><dgm:relIds/></w:drawing></w:r></w:p>", "a diagram"),
    ],
)
def test_what_cannot_be_read_is_said(element, named):
    assert read_word(markup(p(r("Malta signed.")) + element * 2)).warnings == (f"not all is read: it has {named}",)


def test_a_warning_reaches_the_document(tmp_path):
    (tmp_path / "a.docx").write_bytes(markup(p(r("Malta signed on Monday.")) + "<w:altChunk/>"))
    (found,) = documents([str(tmp_path)])
    assert found.warnings == ("not all is read: it has a part in another format",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted Word document; a password is needed",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "Word document of before 2007; expected .docx"),
        (zipped({"a.xml": "<a/>"}), "broken Word document"),
        (zipped({"_rels/.rels": "<a/>"}), "broken Word document"),
        (changed(markup(""), lambda parts: {**parts, "word/document.xml": b"<workbook/>"}), "another Office file"),
        (changed(markup(""), lambda parts: {**parts, "word/document.xml": b"<w:document>"}), "broken Word document"),
    ],
)
def test_what_is_no_document_says_so(data, reason):
    with pytest.raises(ReadError, match=reason) as caught:
        read_word(data)
    assert "\n" not in str(caught.value)


def test_macros_and_marks_of_open_documents(tmp_path):
    (tmp_path / "a.docm").write_bytes(word(("Normal", "Malta signed on Monday.")))
    (tmp_path / "~$a.docm").write_bytes(b"\x07Ana Lee" + bytes(150))
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "~$b.docx").write_bytes(b"\x07Ana Lee")
    (found,) = documents([str(tmp_path)])
    assert found.text == "Malta signed on Monday."
    with pytest.raises(ReadError, match="no documents in this folder"):
        documents([str(tmp_path / "deep")])
