"""What a series calls its kinds and roles: the words of the model, unless its process names others."""

from dataclasses import replace

from dashboard.records import model
from dashboard.records.model import Dataset, KindTerm, RoleTerm
from dashboard.records.terms import TERMS, terms_of
from tests.sample import DATASET


def test_those_who_have_a_role_are_named_by_their_number():
    assert [TERMS.holders("sponsor", number) for number in (1, 2)] == ["Sponsor", "Sponsors"]


def test_without_words_of_its_own_a_series_has_those_of_the_model():
    assert terms_of(Dataset()) is TERMS
    terms = terms_of(DATASET)
    assert terms.lanes["side-event"] == "Side events"
    assert terms.weights["main"] == "The conferences"
    assert terms.conference(2) == "conferences"
    assert (terms.roles["host"], terms.role("host"), terms.role("host", 2)) == ("Host", "host", "hosts")
    assert (terms.role("lead"), terms.role("co-organizer", 3)) == ("lead UN entity", "co-organizers")


def test_a_series_may_name_some_kinds_and_roles():
    process = DATASET.process.model_copy(
        update={
            "kinds": (
                KindTerm(kind="conference", one="summit", many="summits"),
                KindTerm(kind="context", one="talk elsewhere", many="talks elsewhere", lane="Elsewhere"),
            ),
            "roles": (RoleTerm(role="lead", one="EU lead", many="EU leads"),),
        }
    )
    terms = terms_of(replace(DATASET, process=process))
    assert list(terms.lanes) == list(model.KINDS)
    assert (terms.lanes["conference"], terms.kinds["conference"]) == ("Summits", "Summit")
    assert (terms.lanes["context"], terms.kinds["context"]) == ("Elsewhere", "Talk elsewhere")
    assert (terms.conference(), terms.conference(2)) == ("summit", "summits")
    assert (terms.weights["main"], terms.weight_nouns["main"]) == ("The summits", "summits")
    assert (terms.weights["related"], terms.weight_nouns["related"]) == ("Talks elsewhere", "talks elsewhere")
    assert (terms.roles["lead"], terms.role("lead"), terms.role("lead", 3)) == ("EU lead", "EU lead", "EU leads")
    assert list(terms.roles) == list(model.ROLES)
    assert terms.lanes["declaration"] == model.KINDS["declaration"]
