// The sentences below timeline and matrix: the twin of topics/explore/sentences.py, where each rule is explained.

import { bandWords, erasOf } from "./eras.js";
import { agreeing, capital, counted, holders, inWords, listed, worded } from "./words.js";

/** @import { Facts } from "./types" */
/** @typedef {Facts["roles"][number]} RoleFacts event, organizer, role and confidence */
/**
 * The conferences that a sentence is about, and the roles there.
 * @typedef {object} Subject
 * @property {Facts} facts
 * @property {Map<string, string>} labels by conference, in order of time
 * @property {Map<string, RoleFacts[]>} roles by organizer
 * @property {(role: RoleFacts) => boolean} organizes
 */

/**
 * Say in a sentence what the timeline shows with these events.
 * @param {Facts} facts
 * @param {string[]} ids
 */
export function timelineAlt(facts, ids) {
  const timeline = timelineOf(facts, ids);
  const bands = bandWords(facts, erasOf(facts, ids));
  return bands ? worded(facts.words, "timeline-bands", { timeline, bands }) : timeline;
}

/**
 * Say in a sentence what the timeline shows, without its bands.
 * @param {Facts} facts
 * @param {string[]} ids
 */
function timelineOf(facts, ids) {
  const { words } = facts;
  if (!ids.length) return worded(words, "timeline-empty");
  /** @type {Map<string, number>} */
  const tally = new Map();
  for (const id of ids) tally.set(facts.events[id].kind, (tally.get(facts.events[id].kind) ?? 0) + 1);
  const kinds = Object.entries(facts.vocabulary.kindNouns).flatMap(([kind, nouns]) => {
    const number = tally.get(kind);
    return number ? [counted(words, number, nouns)] : [];
  });
  const timeline = worded(words, "timeline", {
    events: counted(words, ids.length, words.forms.event),
    span: span(facts, ids),
    kinds: listed(words, kinds),
  });
  const conferences = ids.filter((id) => facts.events[id].kind === "conference");
  if (!conferences.length) return timeline;
  return worded(words, "timeline-conferences", {
    timeline,
    noun: capital(agreeing(words, conferences.length, facts.vocabulary.kindNouns.conference)),
    conferences: conferences.map((id) => conference(facts, id)).join("; "),
  });
}

/**
 * Word the years of the dated events, and the number of events without a date.
 * @param {Facts} facts
 * @param {string[]} ids
 */
function span({ words, events }, ids) {
  const dated = ids.map((id) => events[id]).filter(({ first }) => first);
  if (!dated.length) return worded(words, "undated");
  const firsts = dated.map(({ first, start }) => ({ year: Number(first.slice(0, 4)), written: start }));
  const lasts = dated.map(({ last, end }) => ({ year: Number(last.slice(0, 4)), written: end }));
  const first = firsts.reduce((least, { year }) => Math.min(least, year), Infinity);
  const last = lasts.reduce((most, { year }) => Math.max(most, year), -Infinity);
  const year = (/** @type {typeof firsts} */ dates, /** @type {number} */ number) =>
    dates.every(({ year, written }) => year !== number || written.endsWith("~"))
      ? worded(words, "year-about", { year: number })
      : String(number);
  const [from, to] = [year(firsts, first), year(lasts, last)];
  const shorter = to.length < from.length ? to : from;
  const years =
    first === last ? worded(words, "year", { year: shorter }) : worded(words, "years", { first: from, last: to });
  const number = ids.length - dated.length;
  return number ? worded(words, "undated-some", { span: years, number }) : years;
}

/**
 * @param {Facts} facts
 * @param {string} id
 */
function conference({ words, events }, id) {
  const { label, first, when, where, ahead } = events[id];
  if (!first) return worded(words, "conference-undated", { label });
  return worded(words, ahead ? "conference-planned" : "conference", { when, where });
}

/**
 * Say in words what the matrix shows: who organizes all its conferences or only some, and which roles are disputed.
 * @param {Facts} facts
 * @param {RoleFacts[]} roles the roles at these events
 * @param {string[]} ids the events that are the columns of the matrix
 */
export function matrixAlt(facts, roles, ids) {
  const { words, events, organizers } = facts;
  if (!roles.length) return worded(words, "matrix-empty");
  const organizing = new Set(facts.vocabulary.organizing);
  const organizes = (/** @type {RoleFacts} */ [, , role]) => organizing.has(role);
  const conferences = ids.filter((id) => events[id].kind === "conference");
  const organized = new Set(roles.filter(organizes).map(([event]) => event));
  const several = conferences.filter((id) => organized.has(id));
  /** @type {string[]} */
  const parts = [];
  if (several.length > 1) {
    parts.push(...everywhere(facts, roles.filter(organizes), several, several.length === conferences.length));
    const past = several.filter((id) => events[id].first && !events[id].ahead);
    if (past.length > 1) {
      const labels = new Map(past.map((id) => [id, events[id].label]));
      const subject = { facts, labels, organizes, roles: grouped(roles, ([, organizer]) => organizer) };
      parts.push(...notAtFirst(subject, roles), ...notAtLast(subject, roles));
    }
  }
  if (!parts.length) parts.push(haveRoles(facts, roles));
  const disputed = roles.filter(([, , , confidence]) => confidence === "disputed");
  if (disputed.length) {
    const names = new Set(disputed.map(([, organizer]) => organizers[organizer].name));
    parts.push(
      worded(words, "disputed", {
        roles: counted(words, disputed.length, words.forms.role),
        are: agreeing(words, disputed.length, words.forms.is),
        organizers: listed(words, [...names]),
      }),
    );
  }
  return parts.map((part) => worded(words, "sentence", { text: capital(part) })).join(" ");
}

/**
 * Say how many organizers have roles at how many events. Name each body that is counted beside what it is part of.
 * @param {Facts} facts
 * @param {RoleFacts[]} roles
 */
function haveRoles(facts, roles) {
  const { words, organizers } = facts;
  const ids = [...new Set(roles.map(([, organizer]) => organizer))];
  const events = new Set(roles.map(([event]) => event)).size;
  const bodies = withBodies(facts, ids);
  const kinds = ids.map((id) => organizers[id].kind);
  return worded(words, "have-roles", {
    holders: holders(words, kinds),
    including: bodies.length ? worded(words, "including", { bodies: listed(words, bodies) }) : "",
    have: agreeing(words, ids.length, words.forms[events === 1 ? "has-a-role" : "has-roles"]),
    events: counted(words, events, words.forms.event, inWords(words, events)),
  });
}

/**
 * Name each organizer that is listed together with its own bodies. This is the twin of records/belonging.py.
 * @param {Facts} facts
 * @param {string[]} ids
 */
function withBodies({ words, organizers }, ids) {
  const all = new Set(ids);
  /** @type {Map<string, string[]>} */
  const bodies = new Map();
  for (const id of ids) {
    const whole = organizers[id].partOf.findLast((name) => all.has(name));
    if (whole !== undefined) add(bodies, whole, organizers[id].name);
  }
  return [...bodies].map(([whole, parts]) =>
    worded(words, "bodies", {
      whole: organizers[whole].name,
      noun: agreeing(words, parts.length, words.forms.body),
      bodies: listed(words, parts),
    }),
  );
}

/**
 * Name the organizers of every conference of a list. `whole` says that no other conference is shown.
 * @param {Facts} facts
 * @param {RoleFacts[]} organizing
 * @param {string[]} conferences
 * @param {boolean} whole
 */
function everywhere({ words, organizers, vocabulary }, organizing, conferences, whole) {
  const all = new Set(conferences);
  /** @type {Map<string, Set<string>>} */
  const organized = new Map();
  for (const [event, organizer] of organizing) {
    if (all.has(event)) organized.set(organizer, (organized.get(organizer) ?? new Set()).add(event));
  }
  const always = [...organized].filter(([, events]) => events.size === all.size);
  if (!always.length) return [];
  const number =
    all.size === 2 ? worded(words, "both") : worded(words, "all", { number: inWords(words, conferences.length) });
  const names = always.map(([organizer]) => organizers[organizer].name);
  const which = worded(words, whole ? "conferences-shown" : "conferences-known", {
    conferences: vocabulary.kindNouns.conference[1],
  });
  return [worded(words, "everywhere", { organizers: listedAsOrganizers(words, names), number, which })];
}

/**
 * Name the states that organize a conference but not the first one.
 * @param {Subject} subject
 * @param {RoleFacts[]} roles
 */
function notAtFirst(subject, roles) {
  const { facts, labels, organizes } = subject;
  const { words, organizers } = facts;
  const order = [...labels.keys()];
  const [first, second] = order;
  const there = new Set(roles.filter((role) => role[0] === first && organizes(role)).map(([, organizer]) => organizer));
  const byEvent = grouped(roles, ([event]) => event);
  /** @type {Map<string, string>} */
  const firsts = new Map();
  for (const event of order.slice(1)) {
    for (const role of byEvent.get(event) ?? []) {
      const [, organizer] = role;
      const isNew = organizes(role) && organizers[organizer].kind === "state" && !firsts.has(organizer);
      if (isNew) firsts.set(organizer, event);
    }
  }
  const states = [...firsts].filter(([organizer]) => !there.has(organizer));
  if (!states.length) return [];
  const named = states.map(([organizer, event]) => ({
    organizer,
    name: withOtherRoles(subject, organizer, order.slice(0, order.indexOf(event))),
  }));
  if (order.length === 2) {
    const names = named.map(({ name }) => name);
    const values = { organizers: listedAsOrganizers(words, names), events: labels.get(second) ?? "" };
    return [worded(words, "not-of", { ...values, other: labels.get(first) ?? "" })];
  }
  /** @type {Map<string, {events: string[], states: string[]}>} */
  const groups = new Map();
  for (const { organizer, name } of named) {
    const events = organizedBy(subject, organizer);
    const key = JSON.stringify(events);
    const group = groups.get(key) ?? { events, states: [] };
    group.states.push(name);
    groups.set(key, group);
  }
  const whose = [...groups.values()].map(({ events, states }) =>
    worded(words, "states-for", { states: listed(words, states), events: listed(words, events) }),
  );
  const most = Math.max(...[...groups.values()].map(({ events }) => events.length));
  return [
    worded(words, "not-at-first", {
      states: counted(words, states.length, words.forms["state-is"], inWords(words, states.length)),
      noun: agreeing(words, states.length, words.forms.organizer),
      others: otherConferences(facts, most),
      first: labels.get(first) ?? "",
      whose: whose.join("; "),
    }),
  ];
}

/**
 * Name the organizers of a conference that do not organize the last one. Say if a body of one of them organizes the last.
 * @param {Subject} subject
 * @param {RoleFacts[]} roles
 */
function notAtLast(subject, roles) {
  const { facts, labels, organizes } = subject;
  const { words, organizers } = facts;
  const order = [...labels.keys()];
  const last = order[order.length - 1];
  const organizing = roles.filter((role) => organizes(role) && labels.has(role[0]));
  const now = new Set(organizing.filter(([event]) => event === last).map(([, organizer]) => organizer));
  const before = new Set(organizing.map(([, organizer]) => organizer).filter((organizer) => !now.has(organizer)));
  /** @type {string[]} */
  const apart = [];
  /** @type {string[]} */
  const instead = [];
  let more = false;
  for (const id of before) {
    const values = { organizer: organizers[id].name, last: labels.get(last) ?? "" };
    const parts = [...now].filter((other) => organizers[other].partOf.includes(id));
    const whole = organizers[id].partOf.find((name) => now.has(name));
    if (parts.length) {
      const noun = agreeing(words, parts.length, words.forms.body);
      const are = agreeing(words, parts.length, words.forms.is);
      const bodies = listed(
        words,
        parts.map((part) => organizers[part].name),
      );
      instead.push(worded(words, "body-instead", { ...values, noun, bodies, are }));
    } else if (whole !== undefined) {
      instead.push(worded(words, "whole-instead", { ...values, whole: organizers[whole].name }));
    } else {
      apart.push(withOtherRoles(subject, id, [last]));
      more ||= organizedBy(subject, id).length > 1;
    }
  }
  if (!apart.length) return instead;
  const other = otherConferences(facts, more ? 2 : 1);
  const events = order.length > 2 ? other : (labels.get(order[0]) ?? "");
  const named = { organizers: listedAsOrganizers(words, apart), events, other: labels.get(last) ?? "" };
  return [worded(words, "not-of", named), ...instead];
}

/**
 * Write `another conference`, or `other conferences`.
 * @param {Facts} facts
 * @param {number} number
 */
function otherConferences({ words, vocabulary }, number) {
  const conferences = agreeing(words, number, vocabulary.kindNouns.conference);
  return worded(words, number === 1 ? "another" : "others", { conferences });
}

/**
 * The labels of the conferences that an organizer organizes, in order of time.
 * @param {Subject} subject
 * @param {string} organizer
 */
function organizedBy({ labels, roles, organizes }, organizer) {
  const events = new Set((roles.get(organizer) ?? []).filter(organizes).map(([event]) => event));
  return [...labels].filter(([event]) => events.has(event)).map(([, label]) => label);
}

/**
 * Name an organizer, and its roles at some conferences that are not roles of organizing.
 * @param {Subject} subject
 * @param {string} organizer
 * @param {string[]} conferences
 */
function withOtherRoles({ facts, labels, roles, organizes }, organizer, conferences) {
  const { words, marks, organizers } = facts;
  const { name } = organizers[organizer];
  const among = new Set(conferences);
  /** @type {Map<string, string[]>} */
  const others = new Map();
  for (const role of roles.get(organizer) ?? []) {
    if (among.has(role[0]) && !organizes(role)) add(others, marks[role[2]].noun, labels.get(role[0]) ?? "");
  }
  if (!others.size) return name;
  const also = [...others].map(([role, events]) => worded(words, "role-of", { role, events: listed(words, events) }));
  return worded(words, "with-roles", { organizer: name, roles: listed(words, also) });
}

/**
 * @param {Facts["words"]} words
 * @param {string[]} names
 */
const listedAsOrganizers = (words, names) =>
  worded(words, "listed-as", {
    organizers: listed(words, names),
    are: agreeing(words, names.length, words.forms["is-organizer"]),
  });

/**
 * @param {RoleFacts[]} roles
 * @param {(role: RoleFacts) => string} keyOf
 */
function grouped(roles, keyOf) {
  /** @type {Map<string, RoleFacts[]>} */
  const groups = new Map();
  for (const role of roles) add(groups, keyOf(role), role);
  return groups;
}

/**
 * @template Item
 * @param {Map<string, Item[]>} lists
 * @param {string} key
 * @param {Item} item
 */
function add(lists, key, item) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
