"""A database that fails over, in short: three machines, one of which is cut off, and a planned switch-over."""

import re
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped] # ships no types

from service.development.drills.drilling import run_cluster
from service.development.drills.fail_over import CLUSTER_TROUBLES
from service.development.drills.patroni import CONFIGURATION, LOCK, SHIPPED
from service.settings import ROOT


@pytest.mark.cluster
def test_a_cut_off_primary_and_a_switch_over_lose_and_double_nothing_and_refuse_nobody() -> None:
    names = ("primary-cut-off", "switch-over")

    outcomes = run_cluster(names, seconds=1.0)

    assert [one.name for one in outcomes] == [*names]
    assert [one for one in outcomes if not one.is_good] == []
    assert all(one.acknowledged > 0 for one in outcomes)
    [cut_off, _] = outcomes
    assert any("database failing" in said for _, said in cut_off.readyz), "the trouble was felt"


def test_the_shipped_configuration_acknowledges_nothing_that_one_disk_alone_has() -> None:
    shared = yaml.safe_load(CONFIGURATION.read_text("utf-8"))["bootstrap"]["dcs"]

    assert (shared["synchronous_mode"], shared["synchronous_mode_strict"]) == (True, True)
    assert shared["postgresql"]["parameters"]["synchronous_commit"] == "on"
    assert shared["ttl"] >= shared["loop_wait"] + 2 * shared["retry_timeout"], "Patroni's own rule"
    assert shared["postgresql"]["parameters"]["log_parameter_max_length_on_error"] == 0


def test_the_shipped_variables_hold_no_password_and_one_address_of_their_own() -> None:
    lines = (SHIPPED / "node.env").read_text("utf-8").splitlines()
    variables = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))

    assert {value for name, value in variables.items() if "PASSWORD" in name} == {""}
    own = {name: re.findall(r"10\.0\.0\.(\d)", value) for name, value in variables.items()}
    assert {name for name, found in own.items() if len(found) == 3} == {"PATRONI_ETCD3_HOSTS", "ETCD_INITIAL_CLUSTER"}
    assert all(found in ([], ["1"], ["1", "2", "3"]) for found in own.values())


@pytest.mark.systemd
def test_systemd_reads_the_unit_of_patroni_without_a_complaint(tmp_path: Path) -> None:
    text = (SHIPPED / "patroni.service").read_text("utf-8").replace("/opt/patroni/bin/python", "/bin/true")
    (tmp_path / "patroni.service").write_text(text, "utf-8")

    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / "patroni.service")],
        env={"PATH": "/usr/bin:/bin", "SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_patroni_is_pinned_by_hash_and_is_no_dependency_of_the_service() -> None:
    text = LOCK.read_text("utf-8")

    assert re.search(r"^patroni==", text, re.MULTILINE)
    assert text.count("==") <= text.count("--hash=sha256:")
    assert "://" not in text
    assert "patroni==" not in (ROOT / "requirements.lock").read_text("utf-8")
    with pytest.raises(PackageNotFoundError):
        version("patroni")


def test_each_drill_of_a_cluster_has_a_measured_row_on_the_page_for_operators() -> None:
    section = (
        (ROOT / "docs/operations.md").read_text("utf-8").split("## A database that fails over\n")[1].split("\n## ")[0]
    )

    assert [name for name in CLUSTER_TROUBLES if f"| `{name}` |" not in section] == []
    assert "run.py drill fail-over" in section
