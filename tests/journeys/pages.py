"""Every kind of page of the sample archive, by a name that says what is special about it."""

from typing import Final

ARABIC: Final = "الهجرة"
CHINESE: Final = "移民"
RESOLUTION: Final = "/documents/A/RES/68/4"
PAPER: Final = "/documents/UN/POP/MIG-12CM/2014/08"
MEETING: Final = "/meetings/12cm-2014"

PAGES: Final = {
    "home": "/",
    "results": "/search?q=remittances",
    "results-all": "/search",
    "results-narrowed": "/search?q=migration&organization=iom&organization=unfpa&topic=remittances&year_from=2010",
    "results-second": "/search?q=migration&page=2",
    "results-arabic": f"/search?q={ARABIC}",
    "results-chinese": f"/search?q={CHINESE}",
    "results-none": "/search?q=zyzzyva&organization=iom&year=2014",
    "results-misspelt": "/search?q=remittanzes",
    "results-repaired": "/search?q=%22global+partnership",
    "results-fault": "/search?q=migration&topic=nosuch&year_from=banana",
    "facet": "/facets/organization?q=migration",
    "facet-prefix": "/facets/topic?prefix=mig&order=label",
    "facet-none": "/facets/person?prefix=zyzzyva",
    "record": PAPER,
    "record-languages": RESOLUTION,
    "record-cited": "/documents/A/68/190",
    "record-long-title": "/documents/UN/POP/MIG-12CM/2014/15",
    "version": f"{PAPER}/en",
    "version-arabic": f"{RESOLUTION}/ar",
    "version-chinese": "/documents/A/68/370/zh",
    "version-found": "/documents/A/68/370/en?q=remittances",
    "version-found-none": f"{RESOLUTION}/en?q=zyzzyva",
    "place": "/documents/A/68/370/en/pages/2?q=migration",
    "place-word": f"{PAPER}/en/paragraphs/13?q=remittances",
    "place-arabic": f"{RESOLUTION}/ar/pages/1?q={ARABIC}",
    "place-chinese": f"{RESOLUTION}/zh/pages/1?q={CHINESE}",
    "meeting": MEETING,
    "series": "/series/coordination-meetings",
    "organization": "/organizations/unfpa",
    "organization-parent": "/organizations/un-desa",
    "person": "/people/korosi-csaba",
    "topic": "/topics/migration-governance",
    "topic-empty": "/topics/remittances",
    "help": "/help",
    "about": "/about",
    "accessibility": "/accessibility",
    "privacy": "/privacy",
    "api": "/api",
    "missing": "/documents/no-such-document",
    "removed": "/documents/A/70/1",
}
