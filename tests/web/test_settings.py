"""The variables that set the guard of the server."""

import pytest

from dashboard.web import settings
from dashboard.web.settings import SettingError, Settings


def test_without_variables_everything_that_is_off_by_default_is_off():
    assert settings.read({}) == Settings(frames="", exports=600, proxies=("127.0.0.1", "::ffff:127.0.0.1", "::1"))
    assert Settings().sessions == 1000 and not Settings().metrics and not Settings().log


def test_a_proxy_is_known_in_both_forms_of_its_address():
    given = {"FORWARDED_ALLOW_IPS": "10.0.0.0/8, 192.0.2.1,2001:db8::/32,*"}
    assert settings.read(given).proxies == (
        "10.0.0.0/8", "::ffff:10.0.0.0/104", "192.0.2.1", "::ffff:192.0.2.1", "2001:db8::/32", "*",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "sources"),
    [
        ("self", "'self'"),
        ("'self' https://example.org", "'self' https://example.org"),
        ("none", "'none'"),
        ("https://*.example.org:8443 http://localhost", "https://*.example.org:8443 http://localhost"),
        ("*", ""),
        ("", ""),
    ],
)
def test_who_may_show_it_in_a_frame(value, sources):
    assert settings.read({"DASHBOARD_FRAMES": value}).frames == sources


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("DASHBOARD_FRAMES", "example.org", 'has "example.org", which is not the address of a site; write self, none'),
        ("DASHBOARD_FRAMES", "https://a.org; script-src *", 'has "https://a.org;"'),
        ("DASHBOARD_FRAMES", "https://a.org, https://b.org", 'has "https://a.org,"'),
        ("DASHBOARD_FRAMES", "https://a.org/path", 'has "https://a.org/path"'),
        ("DASHBOARD_FRAMES", "none self", "has none and others; write none alone"),
        ("DASHBOARD_EXPORTS_PER_MINUTE", "many", 'is "many"; write a number such as 600, or 0 for no limit'),
        ("DASHBOARD_EXPORTS_PER_MINUTE", "-1", 'is "-1"'),
        ("DASHBOARD_SESSIONS", "1.5", 'is "1.5"; write a number such as 1000, or 0 for no limit'),
        ("DASHBOARD_METRICS", "yes", 'is "yes"; write 1 for on, or 0 for off'),
        ("DASHBOARD_LOG", "xml", 'is "xml"; write json, or leave it out'),
    ],
)
def test_a_value_that_is_not_understood_stops_the_server_with_what_to_write(name, value, words):
    with pytest.raises(SettingError) as raised:
        settings.read({name: value})
    assert str(raised.value).startswith(f"{name} {words}")
