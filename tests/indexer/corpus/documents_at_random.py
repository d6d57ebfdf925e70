"""Documents of every shape a record can have."""

import datetime as dt

from hypothesis import strategies as st

from indexer.corpus.versions import media_type_by_name
from indexer.model.document import (
    UNDATED,
    Basis,
    Contribution,
    ContributionRole,
    Document,
    DocumentDate,
    DocumentKind,
    Relation,
    RelationKind,
    Removal,
    Rendition,
    Review,
    Source,
    Version,
)
from indexer.model.identifiers import DocumentId, Language, OrganizationId, PersonId, Sha256, TopicId

FOLDER = "documents"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
LANGUAGES = st.sampled_from([Language(code) for code in ("ar", "zh", "en", "fr", "und")])
DAYS = st.dates(min_value=dt.date(1, 1, 1))
IDS = st.sampled_from([DocumentId(value) for value in ("A/68/370", "A/RES/68/4", "panel-summary")])
FILES = ("a.pdf", "sub/b.docx", "c d.pdf")
DATES = st.one_of(
    st.just(UNDATED),
    st.builds(
        lambda basis, day: DocumentDate(basis, day.year, day.month, day.day),
        st.sampled_from([Basis.STATED, Basis.INFERRED]),
        DAYS,
    ),
    st.builds(lambda day: DocumentDate(Basis.STATED, day.year, day.month), DAYS),
    st.builds(lambda day: DocumentDate(Basis.INFERRED, day.year), DAYS),
)
ADDRESSES = st.none() | st.just('https://undocs.org/en/A/68/370?a="b"#c')
SOURCES = st.builds(Source, ADDRESSES, st.none() | DAYS, TEXT, st.none() | TEXT)
ROLES = st.sampled_from(ContributionRole)
ORGANIZATIONS = st.builds(
    Contribution, ROLES, organization=st.sampled_from([OrganizationId("unfpa"), OrganizationId("un")])
)
PEOPLE = st.builds(Contribution, ROLES, person=st.just(PersonId("crepeau-francois")))


def renditions(files: tuple[str, ...]) -> st.SearchStrategy[tuple[Rendition, ...]]:
    """Return files of a version, each once, with types of their own or by name."""

    def rendition(file: str, sha256: str, size: int, other: str | None) -> Rendition:
        path = f"{FOLDER}/{file}"
        return Rendition(path, other or media_type_by_name(path), Sha256(sha256), size)

    one = st.builds(
        rendition,
        st.sampled_from(files),
        st.sampled_from(["", "ab" * 32]),
        st.integers(0, 2**40),
        st.none() | st.just("text/x"),
    )
    return st.lists(one, max_size=3, unique_by=lambda found: found.path).map(tuple)


VERSIONS = st.builds(Version, LANGUAGES, renditions(FILES), st.none() | TEXT, ADDRESSES, st.none() | SOURCES)
DOCUMENTS = st.builds(
    lambda identity, contributions, **fields: Document(
        id=identity, symbol=identity if "/" in identity else None, contributions=sum(contributions, ()), **fields
    ),
    identity=IDS,
    contributions=st.tuples(st.lists(ORGANIZATIONS, max_size=2).map(tuple), st.lists(PEOPLE, max_size=1).map(tuple)),
    kind=st.sampled_from(DocumentKind),
    titles=st.dictionaries(LANGUAGES, TEXT, min_size=1, max_size=3),
    other_titles=st.lists(TEXT, max_size=4).map(tuple),
    statement_of_responsibility=st.none() | TEXT,
    date=DATES,
    topics=st.lists(st.sampled_from([TopicId("costs"), TopicId("remittances")]), max_size=2).map(tuple),
    relations=st.lists(st.builds(Relation, st.sampled_from(RelationKind), IDS), max_size=2).map(tuple),
    cites=st.lists(IDS, max_size=2).map(tuple),
    versions=st.lists(VERSIONS, max_size=3, unique_by=lambda version: version.language).map(tuple),
    source=st.none() | SOURCES,
    note=st.none() | TEXT,
    specimen=st.booleans(),
    removal=st.none() | st.builds(Removal, DAYS, TEXT),
    added=st.none() | DAYS,
    modified=st.none() | DAYS,
    review=st.lists(st.builds(Review, TEXT, TEXT), max_size=2).map(tuple),
)
