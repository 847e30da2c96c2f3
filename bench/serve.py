"""One contestant in a process of its own: `python -m bench.serve <contestant> <port> <database url>`."""

import sys
from importlib import import_module

import uvicorn
from starlette.applications import Starlette


def app_of(contestant: str, url: str, port: int) -> Starlette:
    """Return a contestant's application; nothing of the others is imported, because memory is measured."""
    kind, _, mode = contestant.partition("-")
    given = {
        "floor": (url, mode),
        "loader": (url,),
        "update": (url,),
        "day": (url,),
        "housed": (url, port),
        "ours": (url, port, mode),
    }[kind]
    module = "day_floor" if kind == "day" else kind  # bench/day.py asks, and serves nothing
    app: Starlette = getattr(import_module(f"bench.{module}"), f"{kind}_app")(*given)
    return app


def main(contestant: str, port: str, url: str) -> None:
    """Serve until a signal ends it: the service with its own web server, the others with the same without its walls."""
    if contestant == "workers":
        from bench.ours import WORKERS, settings
        from service.commands.serving import workers_of

        workers_of(settings(url, int(port), "relaxed", workers=WORKERS)).run()
        return
    app = app_of(contestant, url, int(port))
    if contestant.startswith("ours"):
        from bench.ours import settings
        from service.commands.serving import server_of

        server_of(app, settings(url, int(port), "strict")).run()
        return
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=int(port),
        loop="uvloop",
        http="httptools",
        log_config=None,
        access_log=False,
        server_header=False,
        workers=1,
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
