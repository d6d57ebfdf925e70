"""A small archive: a paper, a resolution in six languages, an undated report, and their meeting."""

import datetime as dt

from indexer.model.authority import Organization, OrganizationKind, Person, Topic, Vocabulary
from indexer.model.document import (
    Basis,
    Contribution,
    ContributionRole,
    Document,
    DocumentDate,
    DocumentKind,
    Relation,
    RelationKind,
    Rendition,
    Version,
)
from indexer.model.identifiers import (
    DocumentId,
    Language,
    MeetingId,
    OrganizationId,
    PersonId,
    SeriesId,
    Sha256,
    TopicId,
)
from indexer.model.meeting import (
    AgendaItem,
    DocumentGroup,
    Meeting,
    Participation,
    Series,
    SideEvent,
    Talk,
    TalkMode,
)
from indexer.representations.addresses import Addresses

ENGLISH, FRENCH, ARABIC = Language("en"), Language("fr"), Language("ar")
PUBLIC = Addresses("https://papers.example.org", "/archive")

UNFPA, ASSEMBLY, DIVISION = OrganizationId("unfpa"), OrganizationId("general-assembly"), OrganizationId("un-desa-pd")
BORJE, CREPEAU, RYDER = PersonId("akerman-borje-eva"), PersonId("crepeau-francois"), PersonId("ryder-guy")
COSTS = TopicId("recruitment-costs")

VOCABULARY = Vocabulary(
    organizations={
        UNFPA: Organization(
            UNFPA,
            OrganizationKind.ENTITY,
            {ENGLISH: "United Nations Population Fund", FRENCH: "Fonds des Nations Unies pour la population"},
        ),
        ASSEMBLY: Organization(
            ASSEMBLY,
            OrganizationKind.ENTITY,
            {ENGLISH: "General Assembly", FRENCH: "Assemblée générale", ARABIC: "الجمعية العامة"},
        ),
        DIVISION: Organization(
            DIVISION,
            OrganizationKind.ENTITY,
            {ENGLISH: "Department of Economic and Social Affairs, Population Division"},
        ),
    },
    people={
        BORJE: Person(BORJE, "Eva Åkerman Börje"),
        CREPEAU: Person(CREPEAU, "Crépeau, François"),
        RYDER: Person(RYDER, "Ryder"),
    },
    topics={COSTS: Topic(COSTS, {ENGLISH: "Recruitment costs", FRENCH: "Coûts de recrutement"})},
)

PAPER = Document(
    id=DocumentId("UN/POP/MIG-12CM/2014/05"),
    kind=DocumentKind.CONTRIBUTED_PAPER,
    titles={ENGLISH: "Costs & {benefits}: 50% of migration_data"},
    symbol="UN/POP/MIG-12CM/2014/05",
    contributions=(
        Contribution(ContributionRole.AUTHOR, organization=UNFPA),
        Contribution(ContributionRole.AUTHOR, person=BORJE),
        Contribution(ContributionRole.ISSUING_BODY, organization=DIVISION),
    ),
    statement_of_responsibility="Prepared by the secretariat",
    date=DocumentDate(Basis.STATED, 2014, 2, 20),
    topics=(COSTS,),
    versions=(
        Version(
            ENGLISH,
            (
                Rendition(
                    "12cm/05.docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    Sha256("a" * 64),
                    2000,
                ),
                Rendition("12cm/05.PDF", "application/pdf", Sha256("b" * 64), 3000),
            ),
        ),
    ),
    specimen=True,
)

RESOLUTION = Document(
    id=DocumentId("A/RES/68/4"),
    kind=DocumentKind.RESOLUTION,
    titles={ENGLISH: "Declaration of the High-level Dialogue", FRENCH: "Déclaration du Dialogue de haut niveau"},
    symbol="A/RES/68/4",
    contributions=(Contribution(ContributionRole.ISSUING_BODY, organization=ASSEMBLY),),
    date=DocumentDate(Basis.STATED, 2013, 10),
    relations=(Relation(RelationKind.REPLACES, DocumentId("A/68/L.5")),),
    versions=(
        Version(ENGLISH, official="https://undocs.org/en/A/RES/68/4"),
        Version(FRENCH),
        Version(ARABIC, title="إعلان الحوار الرفيع المستوى"),
        Version(Language("ru")),
    ),
)

UNDATED_REPORT = Document(
    id=DocumentId("new-global-partnership"),
    kind=DocumentKind.REPORT,
    titles={ENGLISH: "A New Global Partnership"},
    statement_of_responsibility="Report of the High-Level Panel of Eminent Persons",
)

SERIES = Series(SeriesId("coordination-meetings"), {ENGLISH: "Coordination Meetings on International Migration"})

MEETING = Meeting(
    id=MeetingId("12cm-2014"),
    series=SERIES.id,
    ordinal=12,
    titles={ENGLISH: "Twelfth Coordination Meeting on International Migration"},
    start=dt.date(2014, 2, 20),
    end=dt.date(2014, 2, 21),
    time_zone="America/New_York",
    place="New York",
    symbol_prefix="UN/POP/MIG-12CM/2014",
    convenor=DIVISION,
    agenda=(
        AgendaItem(
            number="III",
            anchor="item-iii",
            title="The Global Forum",
            day=dt.date(2014, 2, 20),
            moderators=(Participation(None, organization=UNFPA),),
            talks=(
                Talk("talk-iii-1", 1, (Participation(BORJE),), "Preparations", documents=(PAPER.id,)),
                Talk("talk-iii-2", 2, (Participation(None, affiliation="Observers"),), mode=TalkMode.REMARKS),
            ),
        ),
    ),
    side_events=(SideEvent("side-event-1", "Partnerships", dt.date(2014, 2, 21), organizers=(UNFPA,)),),
    groups=(DocumentGroup("papers", "Papers", (PAPER.id, RESOLUTION.id)),),
)
