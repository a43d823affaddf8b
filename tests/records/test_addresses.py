"""Web addresses: which ones are accepted, and the cure of each other one."""

import pytest

from dashboard.records.addresses import archived_page, passed_on_to, same_page, short_address, web_address

PAGE = "https://khovar.tj/a"
HOST = "write the name of the host in full, for example www.osce.org"


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
        ("https://khovar.tj/a b", ", because it has a space; delete the space, or write %20 in its place"),
        ("https:// khovar.tj/a", ", because it has a space; delete the space, or write %20 in its place"),
        (f"{PAGE} https://osce.org", ", but two; keep one of them"),
        (f"{PAGE}, https://osce.org", ", but two; keep one of them"),
        (f"{PAGE}https://osce.org", ", but two; keep one of them"),
        ("HTTPS://khovar.tj/a", "; write https:// in lower case"),
        (f"<{PAGE}>", f"; write it without the signs around it: {PAGE}"),
        (f'"{PAGE}"', f"; write it without the signs around it: {PAGE}"),
        (f"“{PAGE}”", f"; write it without the signs around it: {PAGE}"),
        (f"[Khovar]({PAGE})", f"; write it without the signs around it: {PAGE}"),
        (f"see {PAGE}", f"; write it without the words beside it: {PAGE}"),
        ('https://khovar.tj/"a', ', because it has "; delete that, or write %22 in its place'),
        ("https://khovar.tj/<a", ", because it has <; delete that, or write %3C in its place"),
        ("https://..tj", f', because "..tj" is not a host; {HOST}'),
        ("https://-.a", f', because "-.a" is not a host; {HOST}'),
        ("https://khovar", f', because "khovar" is not a host; {HOST}'),
        ("https://khovar.tj;", f', because "khovar.tj;" is not a host; {HOST}'),
        ("https://khovar.tj:65536/", ', because there is no port "65536"; delete ":65536", or correct it'),
        ("https://user:pw@khovar.tj/", '; delete what is between "//" and "@", and the "@" too'),
    ],
)
def test_whatever_else_is_typed_is_refused_with_its_own_cure(text, advice):
    with pytest.raises(ValueError) as caught:
        web_address(text)
    assert str(caught.value) == f'"{text}" is not a web address{advice}'


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x", "http://www.A.example:443/x/?utm_source=b#c", True),
        ("https://a.example/?b=2&a=1", "https://a.example?a=1&b=2&gclid=x", True),
        ("https://a.example/%D0%B4", "https://a.example/д", True),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx&h=1", "https://a.example/x", True),
        ("https://a.example/x", "https://a.example/X", False),
        ("https://a.example/x", "https://b.example/x", False),
        ("https://a.example/?id=1", "https://a.example/?id=2", False),
        ("https://a.example/#!/1", "https://a.example/#!/2", False),
        ("https://a.example:8080/", "https://a.example/", False),
    ],
)
def test_addresses_of_one_page(one, other, same):
    assert (same_page(one) == same_page(other)) is same


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://www.google.com/url?q=https://a.example/x&sa=U", "https://a.example/x"),
        ("https://google.co.uk/url?sa=t&url=https%3A%2F%2Fa.example%2Fx", "https://a.example/x"),
        ("https://vk.com/away.php?to=https%3A%2F%2Fa.example", "https://a.example"),
        ("https://www.google.com/url?q=javascript:alert(1)", None),
        ("https://www.google.com/search?q=https://a.example", None),
        ("https://a.example/url?q=https://b.example", None),
        ("https://google.evil.example/url?q=https://b.example", None),
    ],
)
def test_addresses_that_pass_a_reader_on(url, page):
    assert passed_on_to(url) == page


@pytest.mark.parametrize(
    ("address", "page"),
    [
        (f"https://web.archive.org/web/20180503120000/{PAGE}", PAGE),
        (f"https://web.archive.org/web/2018/{PAGE}?b=1#c", f"{PAGE}?b=1#c"),
        ("https://web.archive.org/web/20180503120000id_/http://khovar.tj/a", "http://khovar.tj/a"),
        ("https://web.archive.org/web/20180503120000/http:/khovar.tj/a", "http://khovar.tj/a"),
        ("https://web.archive.org/web/20180503120000/khovar.tj/a", PAGE),
        ("https://www.web.archive.org/web/*/khovar.tj/a", PAGE),
        ("https://web.archive.org/web/2018/https%3A%2F%2Fkhovar.tj%2Fa", PAGE),
        (f"https://archive.ph/2018.05.03-120000/{PAGE}", PAGE),
        (f"https://archive.ph/newest/{PAGE}", PAGE),
        ("https://archive.ph/AbC12", None),
        ("https://archive.org/details/khovar.tj", None),
        ("https://web.archive.org/", None),
        ("https://web.archive.org", None),
        (f"https://example.org/web/2018/{PAGE}", None),
        ("https://archive.pakistantoday.com.pk/2018/05/16/khovar.tj/", None),
        (PAGE, None),
    ],
)
def test_the_page_behind_an_archived_copy(address, page):
    assert archived_page(address) == page


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("https://www.un.org/", "www.un.org"),
        ("http://khovar.tj/2018/05/x/?a=1", "khovar.tj/2018/05/x/?a=1"),
        ("https://example.org/%D0%BC%D0%B8%D1%80", "example.org/мир"),
        ("https://example.org/" + "long-" * 20, "example.org"),
    ],
)
def test_a_printed_address_fits_on_a_line(url, printed):
    assert short_address(url) == printed
