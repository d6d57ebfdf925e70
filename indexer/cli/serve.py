"""`masthead serve`: serves the pages and the API."""

from functools import partial

import click

from indexer.cli.console import Exit, counted, examples, settings
from indexer.cli.server import Server, free_address
from indexer.logs import configure_logs

APPLICATION = "webapp.application:serve"
"""The site is named as text: nothing here knows it."""


@click.command(
    epilog=examples(
        "masthead serve",
        "masthead serve --host 0.0.0.0 --port 80 --workers 4",
    )
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 for every network.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that answer; one per processor unless said.")
def command(host: str, port: int, workers: int | None) -> int:
    """Serve the pages and the API until stopped.

    A new generation made by masthead index is seen at once, without a restart. Stopping it (Ctrl-C, or SIGTERM from a
    service manager) ends the requests that are running and leaves no process behind.
    """
    own = settings()
    configure_logs(own.log_format, own.log_level)
    address = free_address(host, port)
    server = Server(APPLICATION, address, workers or own.processes, own.log_level)
    if not (own.state / "current").exists():
        click.echo("Nothing has been indexed yet: pages say so until masthead index has been run.", err=True)
    ready = f"Serving on {address.url} with {counted(server.workers, 'process', 'processes')}; Ctrl-C stops it."
    server.run(on_ready=partial(click.echo, ready, err=True))
    return Exit.DONE
