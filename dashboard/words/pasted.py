"""Read an address as it was meant, although mail programs, networks or people changed it on its way."""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.words.counting import alternatives, listed, one_of, runs
from dashboard.words.spelling import one_line, quoted, slips

_NAMES = """
__rv__ __s __so__ __tn__ __twitter_impression _bhlid _branch_match_id _branch_referrer _ga _gl _ke _kx _openstat
action_object_map action_ref_map action_type_map ad_id adset_id amp_gsa amp_js_v bbeml campaign_id campaignid cid
ck_subscriber_id clickref cmp cmpid cvid cvosrc dclid dicbo dm_i ef_id elq elqaid elqak elqat elqcampaignid elqtrack
elqtrackid embed embed_options emci emdi epik et_cid et_rid fb_action_ids fb_action_types fb_ref fb_source fbclid ftag
gad gbraid gclid gclsrc gs_lcp guccounter guce_referrer guce_referrer_sig hsctatracking icid igsh igshid irclickid
itbl_campaign_id itbl_channel_id itbl_template_id iterablecampaignid iterabletemplateid itm_campaign itm_content
itm_medium itm_source ito j jb jobid l li_fat_id mc_cid mc_eid mibextid mid mkcid mkevt mkrid mkt_tok ml_subscriber
ml_subscriber_hash msclkid nb_klid ncid nr_email_referer ns_campaign ns_mchannel ns_source oborigurl oly_anon_id
oly_enc_id os_ehash rb_clickid rdt_cid ref ref_src ref_url referrer s_cid s_kwcid sc_campaign sc_cid scid sfnsn share
si smid sms_click sms_source soc_src soc_trk spjobid spm spmailingid spreportid spuserid sref srsltid ss_email_id
sscid subscriber_key subscriberkey tblci tduid trk trkcampaign ttclid tw_source twclid u unicorn_click_id usqp ved
vero_conv vero_id vgo_ee wbraid wickedid wprov wt_mc wtmc x-clickref xtor yadclid yadordid yclid ymclid yptr ysclid
zanpid
"""
FOREIGN = frozenset(_NAMES.split())
"""Parameters that others add to links, to see who follows them; Streamlit's own two are among them."""

_BEGINNINGS = """
__cft__ __hs __xts__ _bta_ _hs _x_tr_ at_ bsft_ gad_ hsa_ hss_ matomo_ mtm_ oft_ pd_rd_ pf_rd_ piwik_ pk_ sb_referer
sfmc_ ss_ stm_ trk_ utm_ wt.
"""
FOREIGN_BEGIN = tuple(_BEGINNINGS.split())
"""How further parameters of this kind begin."""

MOST_LISTED = 20
"""The most values that a sentence lists if none of them is near."""

_NUMBERED = {"year": "there are events in", "tour": "the steps of the tour are"}

_AMP = re.compile(r"^(?:amp;|\s)+", re.IGNORECASE)
_ENTITIES = frozenset(("", "amp", "lt", "gt", "quot", "apos", "nbsp"))
_NEXT = re.compile(r"&(?:amp;)*(?=[\w;]+=)", re.IGNORECASE)
_ENCODED_EQUALS = re.compile(r"^3d", re.IGNORECASE)
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
_LISTED = re.compile(r"[,;|]")
_BELOW_ZERO = re.compile(r"^\s*-\d+\s*$")
_GAPS = re.compile(r"[\s_]+")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")


@dataclass(frozen=True)
class Strange:
    """A part of an address that is not understood.

    Attributes
    ----------
    name, value
        The parameter, and its value as it was given.
    meant
        What it may have been: pairs of parameter and value that are known.
    known
        The values that the parameter can have; empty if the parameter itself is not known.
    why
        The sentence to say, for a parameter that has no list of values.
    """

    name: str
    value: str
    meant: tuple[tuple[str, str], ...] = ()
    known: tuple[str, ...] = ()
    why: str = ""

    @property
    def numbers(self) -> str:
        """The numbers that are known, in words: years with events, steps of the tour. Empty for another parameter."""
        if self.name not in _NUMBERED or not self.known:
            return ""
        numbers = sorted(map(int, self.known))
        words = listed(parts := runs(numbers))
        if len(parts) > MOST_LISTED:  # only years have gaps
            first, last = numbers[0], numbers[-1]
            words = f"{len(numbers)} of the {last - first + 1} years from {first} to {last}"
        return f"{_NUMBERED[self.name]} {words}"

    def words(self) -> str:
        """Say in a sentence what is not known, and what to write."""
        if self.why:
            return self.why
        meant = alternatives(dict.fromkeys(quoted(value if self.known else name) for name, value in self.meant))
        if meant:
            advice = f"; if you meant {meant}, write that"
        elif self.numbers:
            advice = f"; {self.numbers}"
        else:
            listed = 0 < len(self.known) <= MOST_LISTED
            advice = f"; write {one_of(self.known)}" if listed else ""
        what = (
            f"{self.name} {quoted(self.value)} is not known"
            if self.known
            else f"{quoted(self.name)} is not a parameter"
        )
        return f"{what}{advice}."


def read(
    given: Mapping[str, Sequence[str]],
    known: Mapping[str, Mapping[str, str]],
    *,
    several: Container[str] = (),
    free: Iterable[str] = (),
) -> tuple[dict[str, list[str]], list[Strange]]:
    """Read the parameters of an address as they were meant, if that is certain.

    `known` holds for each parameter the values it can have, with the words that readers see for them; the words are
    empty for a value that is no longer in use. `several` are the parameters that can have more than one value, and
    `free` those that can have any. Parameters that others add to links are ignored. These forms are understood:
    capitals, signs and spaces around a value, other kinds of dashes, `&amp;` and `%26` for `&`, `=3D` for `=`, lists
    with commas, and the words that readers see instead of an id. A known value is never taken for another, and a
    number below zero is not taken for the one above.

    Returns
    -------
    The parameters with only their known values, and what was not understood.
    """
    names = [*known, *free]
    meant: dict[str, list[str]] = {}
    strange: list[Strange] = []
    for typed, values in _split(given, known).items():
        name = _AMP.sub("", typed).strip().lower()
        if name in FOREIGN or name.startswith(FOREIGN_BEGIN):
            continue
        if name not in names:
            if any(values) or name.rstrip(";") not in _ENTITIES:
                strange.append(_parameter(_AMP.sub("", typed), values, known, names))
        elif name in known:
            forms = _forms(known[name])
            for value in filter(str.strip, values):
                good, wrong = _values(value, known[name], forms, several=name in several)
                meant[name] = [*meant.get(name, []), *good]
                strange += [_value(name, part, known[name], forms) for part in wrong]
        else:
            meant[name] = [*meant.get(name, []), *values]
    return {name: values for name, values in meant.items() if values}, strange


def _split(given: Mapping[str, Sequence[str]], known: Container[str]) -> Mapping[str, Sequence[str]]:
    """Split values that hold further parameters, because a mail program wrote `%26` for `&`.

    Only parameters with known values are split, because a free text may hold any sign.
    """
    split: dict[str, list[str]] = {}
    for name, values in given.items():
        for value in values:
            has_ids = _AMP.sub("", name).strip().lower() in known
            first, *others = _NEXT.split(value) if has_ids else [value]
            split.setdefault(name, []).append(first)
            for other in others:
                next_name, _, next_value = other.partition("=")
                split.setdefault(next_name, []).append(next_value)
    return split


def _values(
    value: str, known: Container[str], forms: Mapping[str, str], *, several: bool
) -> tuple[list[str], list[str]]:
    """Give the known values that a text means, and the parts of it that mean none."""
    form = plain(value)
    # Mail in quoted-printable has `=3D` for `=`.
    whole = value if value in known else forms.get(form) or forms.get(_ENCODED_EQUALS.sub("", form))
    if whole != value and _BELOW_ZERO.match(value.translate(_DASHES)):
        return [], [value]  # the sign is part of the number: nobody who writes -1 means 1
    if whole is not None:
        return [whole], []
    if several:
        for split in (_LISTED.split, str.split):
            parts = [part for part in split(value) if plain(part)]
            meant = [forms.get(plain(part)) for part in parts]
            if len(parts) > 1 and (all(meant) or (any(meant) and _LISTED.search(value))):
                wrong = [part.strip() for part, known_value in zip(parts, meant, strict=True) if known_value is None]
                return [known_value for known_value in meant if known_value is not None], wrong
    return [], [value]


def _value(name: str, value: str, known: Mapping[str, str], forms: Mapping[str, str]) -> Strange:
    parts = [forms.get(plain(part)) for part in _LISTED.split(value)]
    near = list(filter(None, parts)) or [forms[form] for form in slips(plain(value), forms)]
    return Strange(
        name,
        value,
        tuple((name, other) for other in dict.fromkeys(near)),
        tuple(other for other, label in known.items() if label),
    )


def _parameter(
    name: str, values: Sequence[str], known: Mapping[str, Mapping[str, str]], names: Sequence[str]
) -> Strange:
    """Look for the parameter that was meant: one whose name is alike, and that can have the value."""
    value = " ".join(values)
    near = []
    for other in slips(name.strip().lower(), names):
        good = forms.get(plain(value)) if (forms := _forms(known.get(other, {}))) else value
        near += [(other, good)] if good else []
    return Strange(one_line(name, 60), value, tuple(near))


def _forms(known: Mapping[str, str]) -> dict[str, str]:
    """Give the plain form of each value, and of the words for it if they mean only one value."""
    words: dict[str, set[str]] = {}
    for value, label in known.items():
        words.setdefault(plain(label), set()).add(value)
    single = {form: next(iter(values)) for form, values in words.items() if form and len(values) == 1}
    return single | {plain(value): value for value in known}


def plain(text: str) -> str:
    """Remove differences between forms of one value: capitals, gaps, kinds of dashes, and signs around it."""
    seen = unicodedata.normalize("NFKC", text.translate(_UNSEEN)).translate(_DASHES)
    return _GAPS.sub("-", _AROUND.sub("", seen)).casefold()
