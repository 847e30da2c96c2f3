"""The addresses that a front end may register, and which address of a log-in counts as registered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth.provider.client_addresses import (
    AddressCount,
    AddressRefused,
    browser_origins,
    form_target,
    is_registered,
    logout_address,
    redirect_addresses,
)


@pytest.mark.parametrize(
    "address",
    [
        "https://app.example/callback",
        "https://app.example:8443/callback?tenant=1",
        "http://127.0.0.1/callback",
        "http://127.0.0.1:3000/callback",
        "http://[::1]:3000/callback",
        "com.example.app:/callback",
        "fi.esimerkki.polku:/",
    ],
)
def test_a_safe_address_is_registered_as_it_is(address: str) -> None:
    assert redirect_addresses([address]) == [address]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://app.example/callback", "ADDRESS_UNSAFE"),
        ("http://localhost:3000/callback", "ADDRESS_UNSAFE"),
        ("http://127.0.0.1.mallory.example/", "ADDRESS_UNSAFE"),
        ("javascript:alert(1)", "ADDRESS_UNSAFE"),
        ("data:text/html,hello", "ADDRESS_UNSAFE"),
        ("myapp:/callback", "ADDRESS_UNSAFE"),
        ("com.example.app://callback", "ADDRESS_UNSAFE"),
        ("com.example.app:callback", "ADDRESS_UNSAFE"),
        ("/callback", "ADDRESS_UNSAFE"),
        ("", "ADDRESS_MALFORMED"),
        ("https:///callback", "ADDRESS_MALFORMED"),
        ("https://app.example:99999/", "ADDRESS_MALFORMED"),
        ("https://app.example;form-action/", "ADDRESS_MALFORMED"),
        ("https://app.example/a b", "ADDRESS_MALFORMED"),
        ("https://äpp.example/", "ADDRESS_MALFORMED"),
        ("https://app.example/\n", "ADDRESS_MALFORMED"),
        ("https://app.example/" + "x" * 400, "ADDRESS_MALFORMED"),
        ("https://app.example/#part", "ADDRESS_FRAGMENT"),
        ("https://app.example/#", "ADDRESS_FRAGMENT"),
        ("https://*.example/", "ADDRESS_WILDCARD"),
        ("https://app.example/*", "ADDRESS_WILDCARD"),
        ("https://app.example@mallory.example/", "ADDRESS_USER"),
    ],
)
def test_an_address_is_refused_with_its_reason_and_its_place_and_is_not_quoted(address: str, code: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        redirect_addresses(["https://app.example/", address])

    assert (refused.value.code, refused.value.facts) == (code, {"number": "2"})
    assert not address or address not in str(refused.value)


def test_there_are_at_most_ten_addresses() -> None:
    ten = [f"https://app.example/{number}" for number in range(10)]

    assert redirect_addresses(ten) == ten
    for check in (redirect_addresses, browser_origins):
        with pytest.raises(AddressCount):
            check([*ten, "https://app.example/10"])


@pytest.mark.parametrize(
    ("registered", "address", "is_known"),
    [
        ("https://app.example/callback", "https://app.example/callback", True),
        ("https://app.example/callback", "https://app.example/callback/", False),
        ("https://app.example/callback", "https://app.example/callback?x=1", False),
        ("https://app.example/callback", "https://app.example:8443/callback", False),
        ("https://app.example/callback", "https://APP.example/callback", False),
        ("http://127.0.0.1/callback", "http://127.0.0.1:51234/callback", True),
        ("http://127.0.0.1:3000/callback", "http://127.0.0.1:51234/callback", True),
        ("http://[::1]/callback", "http://[::1]:51234/callback", True),
        ("http://127.0.0.1/callback", "http://[::1]:51234/callback", False),
        ("http://127.0.0.1/callback", "http://127.0.0.1:51234/other", False),
        ("http://127.0.0.1/callback", "http://127.0.0.1:70000/callback", False),
        ("http://127.0.0.1/callback", "http://127.0.0.1:51234@mallory.example/callback", False),
        ("http://127.0.0.1/callback", "http://127.0.0.1.mallory.example/callback", False),
        ("http://127.0.0.1/callback", "https://127.0.0.1:51234/callback", False),
        ("com.example.app:/callback", "com.example.app:/callback", True),
        ("com.example.app:/callback", "com.example.app:/other", False),
    ],
)
def test_only_a_registered_address_counts_and_a_loopback_address_with_any_port(
    registered: str, address: str, is_known: bool
) -> None:
    assert is_registered(address, [registered]) == is_known


@given(st.text(max_size=40))
def test_nothing_but_the_registered_address_is_ever_one(text: str) -> None:
    assert not is_registered(text, ["https://app.example/callback", "com.example.app:/callback"])


@pytest.mark.parametrize(
    ("origin", "stored"),
    [
        ("https://app.example", "https://app.example"),
        ("HTTPS://App.Example:443", "https://app.example"),
        ("http://localhost:3000", "http://localhost:3000"),
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_an_origin_is_stored_as_browsers_send_it(origin: str, stored: str) -> None:
    assert browser_origins([origin]) == [stored]


@pytest.mark.parametrize(
    "origin",
    [
        "https://app.example/",
        "https://app.example/x",
        "http://app.example",
        "*",
        "null",
        "https://",
        "app.example",
        "https://*.example",
        "https://a@app.example",
        "https://app.example?x",
        "com.example.app:",
        "https://app.example:",
    ],
)
def test_an_origin_is_scheme_host_and_port_alone(origin: str) -> None:
    with pytest.raises(AddressRefused):
        browser_origins([origin])


@pytest.mark.parametrize("address", ["https://app.example/logout", "http://127.0.0.1:9/logout"])
def test_log_outs_are_told_over_https_or_on_this_machine(address: str) -> None:
    assert logout_address(address) == address


@pytest.mark.parametrize(
    "address", ["http://app.example/logout", "https://a@app.example/", "https://app.example/#x", "com.example.app:/x"]
)
def test_log_outs_are_told_nowhere_else(address: str) -> None:
    with pytest.raises(AddressRefused):
        logout_address(address)


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("https://app.example/callback?x=1", "https://app.example"),
        ("http://127.0.0.1:51234/callback", "http://127.0.0.1:51234"),
        ("http://[::1]:51234/callback", "http:"),
        ("com.example.app:/callback", "com.example.app:"),
    ],
)
def test_the_form_may_lead_to_the_origin_or_the_scheme_of_the_address(address: str, source: str) -> None:
    assert form_target(address) == source
