"""The words of dates in languages that data may have: English, Russian, Tajik, French and Arabic.

We keep our own table. Babel has the months, but lacks their genitives, the abbreviations that people type, the months
of both the Levant and the Maghreb, and the small words around a date.
"""

import re
import unicodedata

_MONTHS = (
    "january, январь, января, январ, январи, janvier, يناير, كانون الثاني, جانفي",
    "february, февраль, февраля, феврал, феврали, février, فبراير, شباط, فيفري",
    "march, март, марта, марти, mars, مارس, آذار",
    "april, апрель, апреля, апрел, апрели, avril, أبريل, نيسان, أفريل",
    "may, май, мая, маи, майи, mai, مايو, أيار, ماي",
    "june, июнь, июня, июн, июни, juin, يونيو, يونية, حزيران, جوان",
    "july, июль, июля, июл, июли, juillet, يوليو, يولية, تموز, جويلية",
    "august, август, августа, августи, août, أغسطس, آب, أوت",
    "september, сентябрь, сентября, сентябр, сентябри, septembre, سبتمبر, أيلول",
    "october, октябрь, октября, октябр, октябри, octobre, أكتوبر, تشرين الأول",
    "november, ноябрь, ноября, ноябр, ноябри, novembre, نوفمبر, تشرين الثاني",
    "december, декабрь, декабря, декабр, декабри, décembre, ديسمبر, كانون الأول",
)
_SEASONS = {
    "spring": "spring, весна, весной, весны, баҳор, баҳори, printemps, الربيع, ربيع",
    "summer": "summer, лето, летом, лета, тобистон, тобистони, été, الصيف, صيف",
    "autumn": "autumn, fall, осень, осенью, осени, тирамоҳ, тирамоҳи, automne, الخريف, خريف",
    "winter": "winter, зима, зимой, зимы, зимистон, зимистони, hiver, الشتاء, شتاء",
}
_WEEKDAYS = """
    monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thur, thurs, fri, sat,
    sun, понедельник, вторник, среда, четверг, пятница, суббота, воскресенье, понедельника, вторника, среды, четверга,
    пятницы, субботы, воскресенья, среду, пятницу, субботу, пн, вт, ср, чт, пт, сб, вс, душанбе, сешанбе, чоршанбе,
    панҷшанбе, ҷумъа, шанбе, якшанбе, рӯзи, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, الاثنين,
    الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد
"""
_AROUND = """
    the, of, in, on, from, ad, ce, le, la, les, de, du, en, l, г, гг, год, года, году, годов, с, со, от, в, во, месяц,
    соли, сол, моҳи, санаи, аз, дар, дни, числа, рӯзҳои, days, dates, jours, من, في, عام, سنة, سنه, لعام, يوم, يومي,
    ايام, بتاريخ, خلال, الفترة, شهر, م, ميلادي
"""
_TO = "to, till, until, through, thru, по, до, то, au, aux, à, jusqu, إلى, حتى"
_AND = "and, plus, и, ва, et, و"
_OR = "or, или, ё, ou, أو"
_BETWEEN = "between, между, байни, entre, بين"
_ABOUT = """
    about, around, approximately, approx, circa, ca, c, roughly, около, примерно, приблизительно, ок, тақрибан,
    тахминан, vers, environ, env, حوالي, نحو, تقريبا, حوالى
"""
_BOUNDS = """
    before, after, since, by, later, earlier, prior, после, раньше, позже, ранее, пас, пеш, avant, après, depuis, قبل,
    بعد, منذ
"""
_PARTS = """
    early, mid, middle, late, end, beginning, start, first, second, half, morning, noon, afternoon, evening,
    начало, начале, начала, середина, середине, середины, конец, конце, конца, половина, половине, утро, утром, днем,
    вечер, вечером, аввали, миёнаи, охири, début, milieu, mi, fin, matin, soir, أوائل, منتصف, أواخر, بداية, نهاية
"""
_WEEKS = "week, weekend, w, wc, неделя, неделе, недели, неделю, ҳафта, ҳафтаи, semaine, أسبوع, الأسبوع"
_BEFORE_CHRIST = (
    "bc, bce, до н э, до нашей эры, до рождества христова, av j c, avant j c, пеш аз мелод, ق م, قبل الميلاد"
)
_UNKNOWN = """
    tbd, tba, tbc, tbs, nd, na, none, null, nil, nan, unknown, unclear, undated, pending, todo, fixme, xxx, xx,
    not known, no date, not available, not set, not announced, to follow, to be determined, to be decided,
    to be announced, to be confirmed, ongoing, in progress, present, now, today, open, continuing, to date, бд,
    без даты, неизвестно, не известно, неизвестна, не объявлено, уточняется, будет объявлено, идет, продолжается,
    по настоящее время, нв, номаълум, маълум нест, бе сана, бесана, идома дорад, sd, sans date, inconnu, inconnue,
    pas connu, pas connue, à venir, à déterminer, à confirmer, à préciser, à définir, en cours, غير معروف, غير معروفة,
    غير محدد, مجهول, بدون تاريخ, بلا تاريخ, دت, لاحقا, جار, مستمر
"""


def fold(text: str) -> str:
    """Write a text in small letters and plain digits, without accents and invisible signs."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    shown = (sign for sign in apart if unicodedata.category(sign) not in ("Mn", "Cf"))
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in shown)


def _listed(words: str) -> frozenset[str]:
    return frozenset(fold(" ".join(word.split())) for word in words.split(","))


AROUND = _listed(_AROUND) | _listed(_WEEKDAYS)
"""Words around a date that do not change it."""
TO, AND, OR, BETWEEN, ABOUT, BOUNDS = map(_listed, (_TO, _AND, _OR, _BETWEEN, _ABOUT, _BOUNDS))
PARTS = _listed(_PARTS)
"""Words for a part of a day, a month or a year. The date is right without them, but says less."""
WEEKS = _listed(_WEEKS)
"""Words that make a whole week of the day beside them."""
SEASONS = {word: season for season, words in _SEASONS.items() for word in _listed(words)}
"""Folded word → the season in English."""

_BY_NAME = {name: month for month, names in enumerate(_MONTHS, start=1) for name in _listed(names)}
_BY_BEGIN: dict[str, int | None] = {
    **{name[:length]: month for name, month in _BY_NAME.items() for length in range(3, len(name))},
    **{"jui": None, "كان": None},
    **_BY_NAME,
}
_SPACED = re.compile("|".join(sorted((name for name in _BY_NAME if " " in name), key=len, reverse=True)))
_NOTHING_KNOWN = frozenset(re.sub(r"\W", "", word) for word in _listed(_UNKNOWN))
_ERA = re.compile(r"\b(?:" + "|".join(r"\W*".join(words.split()) for words in _listed(_BEFORE_CHRIST)) + r")\b")


def _shortened(name: str) -> list[str]:
    """Give the forms of a name that lack one letter."""
    return [name[:at] + name[at + 1 :] for at in range(len(name))]


_SHORTENED = {short: month for name, month in _BY_NAME.items() if len(name) > 4 for short in (name, *_shortened(name))}


def joined(folded: str) -> str:
    """Write months of two words as one word, before the text is split into words."""
    return _SPACED.sub(lambda name: name[0].replace(" ", "_"), folded)


def month(word: str) -> int | None:
    """Give the number of a month from its folded name, its first letters, or its name with a slip in it."""
    name = word.replace("_", " ")
    if name in _BY_BEGIN or not 4 < len(name) < 12:
        return _BY_BEGIN.get(name)
    # If a letter is left out, added, wrong, or exchanged with the next, both words are equal without one letter.
    return next((_SHORTENED[short] for short in (name, *_shortened(name)) if short in _SHORTENED), None)


def is_unknown(folded: str) -> bool:
    """Tell whether a text says that a date is unknown, such as `TBD`, `n.d.`, `?` or `б.д.`."""
    around = r"\b(?:yet|still|date|пока|еще|дата|encore)\b|"
    variants = (re.sub(rf"{words}[\W_]", "", folded) for words in ("", around))
    return any(not bare or bare in _NOTHING_KNOWN for bare in variants)


def is_before_christ(folded: str) -> bool:
    """Tell whether a text names a year before the year 1."""
    return bool(re.match(r"[-−]\d{4}", folded) or _ERA.search(folded))
