"""Organizations, people and topics as their pages show them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indexer.archive.answers import BodyView, TopicView
from indexer.model.authority import Labels, Organization, Person, Topic, best_label
from indexer.model.identifiers import LANGUAGE_NAMES, OFFICIAL_LANGUAGES, Language
from indexer.representations.addresses import Addresses
from indexer.representations.labels import ORGANIZATION_KINDS, language_name
from webapp.links import Fact, Words, fact, in_language, known, outside


@dataclass(frozen=True, slots=True)
class NameLine:
    """What a record is called in one language."""

    language: str
    own_name: str
    name: str
    label: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AuthorityPage:
    """All that the page of an authority record shows but its works.

    Attributes:
        kind: What sort of record it is.
        short: An acronym; empty where there is none.
        trail: The way to the page.
        names: The record in the languages that it has names in.
        note: What the record says in a sentence.
        counted: Whose works are counted too; empty where nothing stands under the record.
    """

    title: Words
    kind: str
    short: str
    trail: tuple[Words, ...]
    facts: tuple[Fact, ...]
    names: tuple[NameLine, ...]
    note: str
    counted: str = ""


class AuthorityPresenter:
    """Makes the pages of authority records in one language."""

    def __init__(self, addresses: Addresses, language: Language) -> None:
        self._addresses = addresses
        self._language = language

    def organization(self, view: BodyView) -> AuthorityPage:
        """Return the page of an organization."""
        record = view.organization
        above = [self._body(parent) for parent in reversed(view.parents)]
        return AuthorityPage(
            title=in_language(record.names, self._language),
            kind=ORGANIZATION_KINDS[record.kind].one,
            short=best_label(record.acronyms, self._language),
            trail=(*above, self._body(record)),
            facts=known(
                fact("Also known as", *record.aliases),
                fact("Part of", *(self._body(parent) for parent in view.parents[:1])),
                fact("Parts", *(self._body(child) for child in view.children)),
                fact("Website", outside(record.website, record.website) if record.website else None),
            ),
            names=tuple(_names(record.names, {code: (text,) for code, text in record.acronyms.items()})),
            note=record.note or "",
            counted="The works of its parts are among them." if view.children else "",
        )

    def person(self, record: Person) -> AuthorityPage:
        """Return the page of a person."""
        title = Words(record.name, self._addresses.person(record.id))
        return AuthorityPage(
            title=title,
            kind="Person",
            short="",
            trail=(title,),
            facts=known(fact("Other spellings", *record.other_spellings)),
            names=(),
            note=record.note or "",
        )

    def topic(self, view: TopicView) -> AuthorityPage:
        """Return the page of a topic."""
        record = view.topic
        return AuthorityPage(
            title=in_language(record.labels, self._language),
            kind="Topic",
            short="",
            trail=(self._topic(record),),
            facts=known(
                fact("Broader", *map(self._topic, view.broader)),
                fact("Narrower", *map(self._topic, view.narrower)),
            ),
            names=tuple(_names(record.labels, record.alternatives)),
            note=record.scope or "",
            counted="Works on narrower topics are among them." if view.narrower else "",
        )

    def _body(self, record: Organization) -> Words:
        words = in_language(record.names, self._language)
        return Words(words.text, self._addresses.organization(record.id), words.language)

    def _topic(self, record: Topic) -> Words:
        words = in_language(record.labels, self._language)
        return Words(words.text, self._addresses.topic(record.id), words.language)


def _names(labels: Labels, others: Mapping[Language, tuple[str, ...]]) -> Iterator[NameLine]:
    """Yield the names of a record: the official languages first, then all others."""
    codes = dict.fromkeys((*OFFICIAL_LANGUAGES, *labels, *others))
    for code in codes:
        if labels.get(code) or others.get(code):
            yield NameLine(
                language=code,
                own_name=LANGUAGE_NAMES.get(code, language_name(code)),
                name=language_name(code),
                label=labels.get(code, ""),
                others=tuple(others.get(code, ())),
            )
