"""docs/operations.md tells of commands, settings, services and units that exist; the units are read by systemd."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from service.commands.cli import app
from service.http.health import LATE_AFTER, NEEDED
from service.settings import ROOT, Settings
from service.watching.troubles import Trouble
from tests.support.processes.compose_file import compose_file

PAGE = (ROOT / "docs/operations.md").read_text("utf-8")
UNITS = ROOT / "deploy/systemd"
INSTANCES = ("serve", "worker", "keep-backups", "watch", "upgrade")


def test_every_command_on_the_page_exists_with_its_options() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined] # a group, says typer
    shown = re.findall(r"(?:run\.py|service\.commands\.cli) ([a-z][\w-]*)([^`\n]*)", PAGE)

    assert {name for name, _ in shown} - commands.keys() == set()
    for name, rest in shown:
        options = {option for parameter in commands[name].params for option in parameter.opts}
        assert set(re.findall(r"--[\w-]+", rest)) - options == set(), name
    assert {"upgrade", "rehearse", "backup", "restore", "verify-log"} <= {name for name, _ in shown}


def test_every_setting_and_every_secret_on_the_page_exists() -> None:
    compose = compose_file()
    of_compose = set(re.findall(r"\$\{(POLKU_\w+)", (ROOT / "docker-compose.yml").read_text("utf-8")))
    of_caddy = set(re.findall(r"\{\$(POLKU_\w+)", (ROOT / "deploy/caddy/Caddyfile").read_text("utf-8")))
    fronts = [path.read_text("utf-8") for path in (ROOT / "deploy/haproxy").glob("*.cfg")]
    of_haproxy = set(re.findall(r"\$\{(POLKU_\w+)", "".join(fronts)))
    settings = {f"POLKU_{name.upper()}" for name in Settings.model_fields}
    known = of_haproxy | settings | {f"{name}_FILE" for name in settings} | of_compose | of_caddy

    assert set(re.findall(r"POLKU_[A-Z_]*[A-Z]", PAGE)) - known == set()
    assert set(re.findall(r"`(\w+_key)`", PAGE)) <= set(compose["secrets"])
    assert set(re.findall(r"secrets/(\w+)", PAGE)) - {"sh"} <= set(compose["secrets"])


def test_the_services_profiles_and_volumes_on_the_page_are_those_of_the_compose_file() -> None:
    services = compose_file()["services"]
    profiles = {profile for service in services.values() for profile in service.get("profiles", ())}
    named = re.findall(r"docker compose (?:stop|logs(?: --tail 100)?|cp|run --rm --no-deps) ([\w ]+)", PAGE)

    assert {name for names in named for name in names.split() if name != "python"} - services.keys() == set()
    assert set(",".join(re.findall(r"COMPOSE_PROFILES=([\w,]+)", PAGE)).split(",")) <= profiles
    for volume, place in re.findall(r"backup:(/(\w+)) ", PAGE):
        assert f"{place}:{volume}" in services["backup"]["volumes"]


def test_the_page_explains_every_trouble_and_every_part_of_readiness() -> None:
    assert [part for part in [*NEEDED, *LATE_AFTER, *Trouble] if f"| `{part}` |" not in PAGE] == []
    assert "## When something is wrong" in PAGE  # the mails name it


@pytest.mark.systemd
def test_systemd_reads_every_unit_without_a_complaint(tmp_path: Path) -> None:
    for unit in sorted(UNITS.rglob("*.*")):
        if unit.is_file() and unit.suffix != ".env" and "polku-cell@" not in str(unit):  # read in test_cells.py
            place = tmp_path / unit.relative_to(UNITS)
            place.parent.mkdir(exist_ok=True)
            place.write_text(unit.read_text("utf-8").replace("/opt/polku/.venv/bin/python", "/bin/true"), "utf-8")
    for name in INSTANCES:
        (tmp_path / f"polku@{name}.service").symlink_to("polku@.service")

    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(str(tmp_path / f"polku@{name}.service") for name in INSTANCES)],
        env=os.environ | {"SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_the_units_hand_out_secrets_and_settings_as_the_compose_file_does() -> None:
    services = compose_file()["services"]
    whole = (UNITS / "polku@.service").read_text("utf-8")
    commands = set(get_command(app).commands)  # type: ignore[attr-defined] # a group, says typer
    known = {f"POLKU_{name.upper()}{end}" for name in Settings.model_fields for end in ("", "_FILE")}
    folders = {path.name.partition("@")[2].partition(".")[0]: path for path in UNITS.glob("polku@*.d")}
    texts = {name: "".join(part.read_text("utf-8") for part in path.iterdir()) for name, path in folders.items()}

    def given(text: str) -> set[str]:
        return set(re.findall(r"^LoadCredential=(\w+):", text, re.MULTILINE))

    assert given(whole) == set(services["worker"]["secrets"])
    for name in ("keep-backups", "upgrade"):
        assert given(whole + texts[name]) == {*services["backup"]["secrets"], "smtp_password"}
    assert "LoadCredential=\n" in texts["watch"]
    assert given(texts["watch"]) == set(services["watch"]["secrets"])
    assert set(INSTANCES) <= commands
    every = [whole, *texts.values(), (UNITS / "polku.env").read_text("utf-8")]
    assert set(re.findall(r"(POLKU_\w+)=", "\n".join(every))) <= known
