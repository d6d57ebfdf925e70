"""What programs find the site by: a feed of any search, the sitemap, OpenSearch, robots.txt."""

from flask import Flask

from webapp.discovery.feed import feed
from webapp.discovery.views import opensearch_description, robots, sitemap_index, sitemap_of_part


def install(app: Flask) -> None:
    """Add the addresses to the site."""
    app.add_url_rule("/feed.atom", "feed", feed)
    app.add_url_rule("/sitemap.xml", "sitemap", sitemap_index)
    app.add_url_rule("/sitemap-<int:number>.xml", "sitemap_part", sitemap_of_part)
    app.add_url_rule("/opensearch.xml", "opensearch", opensearch_description)
    app.add_url_rule("/robots.txt", "robots", robots)
