"""What the head of a record's page says: its title, its one address, the way to it, and facts for programs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from indexer.representations.json_values import Json, for_script_element
from indexer.representations.meta_tags import MetaTag
from indexer.representations.schema_org import breadcrumbs_json_ld
from webapp.links import Words
from webapp.reading import addresses, public_addresses, site


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another form of what the page shows; `language` where it is another language version."""

    address: str
    media_type: str = ""
    language: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page.

    Attributes:
        canonical: The one address of the page, that can be followed from anywhere.
        crumbs: The way from the first page to this one, which is the last.
        data: Facts as JSON-LD, made safe to stand in a script element.
        is_listed: Whether search engines should keep the page.
    """

    title: str
    canonical: str
    crumbs: tuple[Words, ...]
    data: tuple[Markup, ...]
    tags: tuple[MetaTag, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    is_listed: bool = True


def head(
    trail: Iterable[Words],
    *,
    title: str = "",
    data: Iterable[Mapping[str, Json]] = (),
    tags: Iterable[MetaTag] = (),
    alternates: Iterable[Alternate] = (),
    is_listed: bool = True,
) -> Head:
    """Return the head of a page.

    Args:
        trail: The steps below the first page; the last one is the page itself.
        title: Where it says more than the last step.
        data: Facts as JSON-LD.
        tags: Meta tags.
        alternates: Other forms of the page.
        is_listed: Whether search engines should keep the page.
    """
    crumbs = (Words(site().settings.site_name, addresses().home()), *trail)
    way = breadcrumbs_json_ld([(crumb.text, public(crumb.address)) for crumb in crumbs])
    return Head(
        title=title or crumbs[-1].text,
        canonical=public(crumbs[-1].address),
        crumbs=crumbs,
        data=tuple(Markup(for_script_element(block)) for block in (*data, way)),  # noqa: S704 - made safe there
        tags=tuple(tags),
        alternates=tuple(alternates),
        is_listed=is_listed,
    )


def public(address: str) -> str:
    """Return an address of this site as one that can be followed from anywhere."""
    return f"{public_addresses().base_url}{address}"
