"""Web addresses: which ones are let pass, and the cure of each that is not."""

import pytest

from dashboard.addresses import web_address

PAGE = "https://khovar.tj/a"
HOST = "write its name in full, such as www.osce.org"


@pytest.mark.parametrize(
    "address",
    [
        PAGE,
        "https://khovar.tj:65535/",
        "https://web.archive.org/web/2018/https://khovar.tj/x",
        "https://example.org/?to=https://khovar.tj/x",
        "https://xn--80aafi6cg.xn--p1ai/",
        "https://Khovar.TJ/",
    ],
)
def test_the_address_of_a_page_is_let_pass(address):
    assert web_address(address) == address


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("khovar.tj/a", "; write it whole, beginning with https:// or http://"),
        ("https://", "; write it whole, beginning with https:// or http://"),
        ("https://khovar.tj/a b", ", for it holds a space; delete the space, or write %20 for it"),
        ("https:// khovar.tj/a", ", for it holds a space; delete the space, or write %20 for it"),
        (f"{PAGE} https://osce.org", " but two; keep one of them"),
        (f"{PAGE}, https://osce.org", " but two; keep one of them"),
        (f"{PAGE}https://osce.org", " but two; keep one of them"),
        ("HTTPS://khovar.tj/a", "; write https:// in small letters"),
        (f"<{PAGE}>", f"; write it without the signs around it: {PAGE}"),
        (f'"{PAGE}"', f"; write it without the signs around it: {PAGE}"),
        (f"“{PAGE}”", f"; write it without the signs around it: {PAGE}"),
        (f"[Khovar]({PAGE})", f"; write it without the signs around it: {PAGE}"),
        (f"see {PAGE}", f"; write it without the words beside it: {PAGE}"),
        ('https://khovar.tj/"a', ', for it holds "; delete that, or write %22 for it'),
        ("https://khovar.tj/<a", ", for it holds <; delete that, or write %3C for it"),
        ("https://..tj", f', for "..tj" cannot be a host; {HOST}'),
        ("https://-.a", f', for "-.a" cannot be a host; {HOST}'),
        ("https://khovar", f', for "khovar" cannot be a host; {HOST}'),
        ("https://khovar.tj;", f', for "khovar.tj;" cannot be a host; {HOST}'),
        ("https://khovar.tj:65536/", ', for there is no port "65536"; delete ":65536", or correct it'),
        ("https://user:pw@khovar.tj/", '; delete what stands between "//" and "@", and the "@" too'),
    ],
)
def test_whatever_else_is_typed_is_refused_with_its_own_cure(text, advice):
    with pytest.raises(ValueError) as caught:
        web_address(text)
    assert str(caught.value) == f'"{text}" is not a web address{advice}'
