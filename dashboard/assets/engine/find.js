// Finds events, people, organizers, sources and disagreements: the twin of frames/find.py and of words/sounds.py, where
// each rule is explained.

import { folded, normalize, parts, spellings, stripped, wordsOf } from "./search.js";

/** @import { TextIndex } from "./types" */
/** @typedef {{kind: string, id: string, name: string, sentence: string, event: string}} Hit */
/** @typedef {{hits: Hit[], meant: string, terms: string[]}} Found `terms` are the forms that were looked for */
/** @typedef {[slips: number, otherwise: number, number: number, word: string]} Near */
/** @typedef {{text: string, own: string[], heard: string[], quoted: boolean}} Part */

const WHOLE = 5;
const LONGEST_NAME = 5;
/** Pairs: a length in letters, and the most typing errors in a shorter word. */
const SLIPS = [
  [4, 0],
  [8, 1],
  [100, 2],
];
/** The fewest letters of a sound whose beginning suffices for a match, and of a skeleton. */
const LEAST = 4;
/** How many times as long as in Arabic letters the same name may be in other letters. */
const VOWELLED = 3;
/** The most words of a query in which typing errors are looked for. */
const MOST_MEANT = 12;
const AGAIN = /(.)\1+/gsu;
const VOWELS = /(?<!^)[aeiou]|(?<=.)h$/gu;
const ARTICLE = "ال";
/** The kinds of what is found, in the order in which they are shown. */
export const KINDS = ["event", "person", "organizer", "source", "dispute"];

/**
 * Find the events that have the words of a query. Gives their ids, the best first; null without a query.
 * @param {TextIndex} index
 * @param {string} query
 * @returns {Set<string> | null}
 */
export function matching(index, query) {
  if (!query) return null;
  const events = find(index, query).hits.filter(({ kind }) => kind === "event");
  return new Set(events.map(({ id }) => id));
}

/** @type {WeakMap<TextIndex, {finder: Finder, query: string, found: Found}>} */
const finders = new WeakMap();

/**
 * Find everything that has the words of a query: hits by kind, the best first. `meant` is the query without its typing
 * errors, if it had any. The last answer is kept.
 * @param {TextIndex} index
 * @param {string} query
 */
export function find(index, query) {
  const known = finders.get(index);
  if (known?.query === query) return known.found;
  const finder = known?.finder ?? new Finder(index);
  const found = finder.find(query);
  finders.set(index, { finder, query, found });
  return found;
}

/**
 * Give the ids of the events that have a person's whole name, in the order of the data.
 * @param {TextIndex} index
 * @param {string} name
 */
export function eventsOf(index, name) {
  if (!finders.has(index)) find(index, "");
  return /** @type {{finder: Finder}} */ (finders.get(index)).finder.eventsOf(name);
}

class Finder {
  /** @param {TextIndex} index */
  constructor(index) {
    this.index = index;
    /** @type {string[]} */
    this.texts = [];
    /** @type {[begin: number, said: number, end: number][]} */
    this.own = [];
    /** @type {Map<string, number[]>} */
    this.about = new Map();
    for (const { names, passages } of index.records) {
      const begin = this.texts.length;
      this.texts.push(...names);
      for (const [text, event] of passages) {
        const lines = this.about.get(event);
        if (lines) lines.push(this.texts.length);
        else this.about.set(event, [this.texts.length]);
        this.texts.push(text);
      }
      this.own.push([begin, begin + names.length, this.texts.length]);
    }
    this.lines = folded(this.texts, index.folds);
    this.ofSources = new Uint8Array(this.texts.length);
    index.records.forEach(({ kind }, i) => {
      if (kind === "source") this.ofSources.fill(1, this.own[i][0], this.own[i][2]);
    });
    /** @type {Map<string, string[]>} */
    this.groups = new Map();
    for (const group of index.names) {
      for (const name of group) {
        const others = group.filter((other) => other !== name);
        this.groups.set(name, [...(this.groups.get(name) ?? []), ...others]);
      }
    }
    /** @type {Map<string, string[]>} the events of people, by name */
    this.appearances = new Map();
    this.letters = new Map(Object.entries(index.letters));
    /** @type {Map<string, {number: number, script: string, sound: string | null}> | null} */
    this.words = null;
  }

  /**
   * @param {string} query
   * @returns {Found}
   */
  find(query) {
    const { folds } = this.index;
    const [phrases, words] = parts([...query], folds.quotes).map((texts) =>
      texts.map((text) => normalize(text, folds)).filter(Boolean),
    );
    const wanted = [...this.phrases(phrases), ...this.singles(words)];
    const found = { hits: this.hits(wanted), meant: "", terms: termsOf(wanted) };
    if (wanted.flatMap(({ text }) => text.split(" ")).length > MOST_MEANT) return found;
    const meant = wanted.map((part) => this.meant(part));
    if (!meant.some(Boolean)) return found;
    const fresh = wanted.map(({ text }, i) => meant[i] || text);
    const again = [...this.phrases(fresh.slice(0, phrases.length)), ...this.singles(fresh.slice(phrases.length))];
    const both = again.map((part, i) => ({ ...part, heard: [...part.heard, ...wanted[i].heard] }));
    const hits = this.hits(both);
    const known = new Set(found.hits.map(({ kind, id }) => `${kind} ${id}`));
    if (hits.every(({ kind, id }) => known.has(`${kind} ${id}`))) return found;
    const shown = both.map(({ text, quoted }) => (quoted ? `“${text}”` : text)).join(" ");
    return { hits, meant: shown, terms: termsOf(both) };
  }

  /**
   * @param {string} name
   * @returns {string[]}
   */
  eventsOf(name) {
    const known = this.appearances.get(name);
    if (known) return known;
    const naming = new Set(this.find(`“${name}”`).hits.flatMap(({ kind, id }) => (kind === "event" ? [id] : [])));
    const events = this.index.records.flatMap(({ kind, id }) => (kind === "event" && naming.has(id) ? [id] : []));
    this.appearances.set(name, events);
    return events;
  }

  /**
   * @param {string[]} phrases
   * @returns {Part[]}
   */
  phrases(phrases) {
    return phrases.map((text) => {
      const names = (this.groups.get(apart(text)) ?? []).map(form);
      return { text, own: [...spellings(text), ...names], heard: [], quoted: true };
    });
  }

  /**
   * @param {string[]} words
   * @returns {Part[]}
   */
  singles(words) {
    return words.map((text, i) => {
      const own = spellings(text);
      for (let begin = Math.max(0, i - LONGEST_NAME + 1); begin <= i; begin += 1) {
        for (let end = i + 1; end <= Math.min(words.length, begin + LONGEST_NAME); end += 1) {
          own.push(...(this.groups.get(apart(words.slice(begin, end).join(" "))) ?? []).map(form));
        }
      }
      const heard = this.inOtherLetters(text).map((other) => ` ${other} `);
      return { text, own: [...new Set(own)], heard, quoted: false };
    });
  }

  /** Count each word of the data, folded, without numbers. */
  get vocabulary() {
    if (this.words) return this.words;
    this.words = new Map();
    for (const line of this.lines) {
      for (const word of line.slice(0, line.indexOf("\n")).split(" ")) {
        const known = this.words.get(word);
        if (known) known.number += 1;
        else if (word) {
          const script = scriptOf(word);
          if (script) this.words.set(word, { number: 1, script, sound: null });
        }
      }
    }
    return this.words;
  }

  /** @param {string} word */
  inOtherLetters(word) {
    const own = scriptOf(word);
    if (!own) return [];
    const ours = this.sound(word);
    const bones = skeleton(ours);
    const others = [];
    for (const [other, known] of this.vocabulary) {
      if (known.script === own) continue;
      known.sound ??= this.sound(other);
      const isAlike =
        own === "arabic" || known.script === "arabic"
          ? bones !== "" && bones === skeleton(known.sound) && areNear(word, other, VOWELLED)
          : ours.length >= LEAST
            ? known.sound.startsWith(ours)
            : known.sound === ours;
      if (isAlike) others.push(other);
    }
    return others;
  }

  /** @param {string} word */
  sound(word) {
    const bare = word.startsWith(ARTICLE) ? word.slice(ARTICLE.length) : word;
    let latin = Array.from(bare, (sign) => this.letters.get(sign) ?? sign).join("");
    for (const [letters, same] of this.index.sounds) latin = latin.replaceAll(letters, same);
    return latin.replace(AGAIN, (run, letter) => (run === letter + letter ? letter : run));
  }

  /** @param {Part} part */
  meant({ text, own, heard }) {
    if (this.lines.some((line) => own.some((form) => line.includes(form)))) return "";
    const words = text.split(" ").map((word) => this.nearest(word, heard) || word);
    const whole = words.join(" ");
    return whole === text ? "" : whole;
  }

  /**
   * @param {string} word
   * @param {string[]} heard
   */
  nearest(word, heard) {
    for (const other of this.vocabulary.keys()) if (other.startsWith(word)) return "";
    const [own, ours] = [scriptOf(word), this.sound(word)];
    const words = heard.map(stripped).filter((other) => this.sound(other) === ours);
    const least = Math.max(0, ...words.map((other) => this.vocabulary.get(other)?.number ?? 0));
    /** @type {Near | null} */
    let best = null;
    for (const [other, known] of this.vocabulary) {
      const same = known.script === own;
      if (heard.length && !same) continue;
      known.sound ??= this.sound(other);
      const [typed, meant] = same ? [word, other] : [ours, known.sound];
      const most = SLIPS.find(([letters]) => Math.min(typed.length, 99) < letters)?.[1] ?? 0;
      let slips = slipsBetween(typed, meant, most);
      if (same && slips > 0 && known.sound === ours && areNear(word, other)) slips = 0;
      if (slips > most || (slips > 0 && known.number <= least)) continue;
      /** @type {Near} */
      const near = [slips, Number(other[0] !== word[0]), -known.number, other];
      if (!best || less(near, best)) best = near;
    }
    return best?.[3] ?? "";
  }

  /**
   * @param {Part[]} wanted
   * @returns {Hit[]}
   */
  hits(wanted) {
    if (!wanted.length) return [];
    const has = wanted
      .map(formsOf)
      .map((forms) => Uint8Array.from(this.lines, (line) => Number(forms.some((form) => line.includes(form)))));
    const { records, weights } = this.index;
    const most = this.isName(wanted, has) ? 2 : 3;
    /** @param {number} count */
    const ranked = (count, cited = false) =>
      Array.from({ length: count }, (_, i) => this.ranked(i, has, most, cited)).filter((hit) => hit !== null);
    let hits = ranked(records.length);
    if (!hits.some(({ hit }) => hit.kind === "event")) hits = [...hits, ...ranked(weights.length, true)];
    return hits.sort(({ rank }, { rank: other }) => (less(rank, other) ? -1 : 1)).map(({ hit }) => hit);
  }

  /**
   * Tell whether the parts are the whole name of an organizer, or whole words in the name of a person.
   * @param {Part[]} wanted
   * @param {Uint8Array[]} has
   */
  isName(wanted, has) {
    const number = wanted.reduce((sum, { text }) => sum + wordsOf(apart(text)).length, 0);
    const forms = wanted.map((part) => formsOf(part).map(stripped));
    return this.index.records.some(({ kind }, place) => {
      if (kind !== "person" && kind !== "organizer") return false;
      const [begin, said] = this.own[place];
      for (let n = begin; n < said; n += 1) {
        if (!has.every((lines) => lines[n])) continue;
        const line = this.lines[n];
        const name = stripped(line.slice(0, line.indexOf("\n")));
        const whole = forms.every((some) => some.some((form) => line.includes(` ${form} `)));
        const isAll = wordsOf(name).length === number || forms.every((some) => some.includes(name));
        if (whole && (kind === "person" || isAll)) return true;
      }
      return false;
    });
  }

  /**
   * Give the hit of a record with its rank, the lowest being best; null if it does not have all parts.
   * @param {number} place
   * @param {Uint8Array[]} has
   * @param {number} most the most that a part in a name of an event counts
   * @param {boolean} cited
   */
  ranked(place, has, most, cited) {
    const { kind, id, names, figures } = this.index.records[place];
    const [begin, said, end] = this.own[place];
    const isEvent = kind === "event";
    /** @type {number[]} */
    const levels = has.map((lines) => {
      for (let n = begin; n < end; n += 1) if (lines[n]) return n < said ? 3 : 2;
      return 0;
    });
    if (!isEvent && levels.includes(0)) return null;
    const beside = isEvent ? this.beside(place, cited) : [];
    has.forEach((lines, i) => {
      if (!levels[i] && beside.some((n) => lines[n])) levels[i] = 1;
    });
    if (levels.includes(0)) return null;
    /** @param {number} n */
    const number = (n) => has.reduce((sum, lines) => sum + lines[n], 0);
    let [best, line, together, lines] = [0, -1, 1, 0];
    for (let n = begin; n < end; n += 1) {
      const parts = number(n);
      if (parts) lines += 1;
      if (parts === has.length) together = 0;
      if (n >= said && parts > best) [best, line] = [parts, n];
    }
    for (const n of beside) if (number(n) > best) [best, line] = [number(n), n];
    const rest = has.filter((_, i) => levels[i] < 3);
    let figure = -1;
    if (rest.length && rest.length < has.length) {
      for (let n = end - figures; n < end && figure < 0; n += 1) if (rest.every((lines) => lines[n])) figure = n;
    }
    if (figure >= 0) line = figure;
    const weight = isEvent ? this.index.weights[place] : 0;
    const level = isEvent ? Math.min(...levels, most) : Math.min(...levels);
    const rank = [KINDS.indexOf(kind), Number(figure < 0), -level, together, weight, -lines, place];
    const event = isEvent ? id : this.eventOf(place, line);
    const sentence = line < 0 ? "" : this.texts[line];
    return { rank, hit: { kind, id, name: names[0], sentence, event } };
  }

  /**
   * Give the lines of other records that are on the page of an event.
   * @param {number} event
   * @param {boolean} cited whether those of its sources are among them
   */
  beside(event, cited) {
    const [begin, , end] = this.own[event];
    const { id, others } = this.index.records[event];
    const lines = (this.about.get(id) ?? []).filter((n) => n < begin || n >= end);
    for (const other of others) {
      for (let n = this.own[other][0]; n < this.own[other][1]; n += 1) lines.push(n);
    }
    return cited ? lines : lines.filter((n) => !this.ofSources[n]);
  }

  /**
   * @param {number} record
   * @param {number} line
   */
  eventOf(record, line) {
    const { passages } = this.index.records[record];
    const own = line < 0 ? "" : passages[line - this.own[record][1]][1];
    return own || (passages.findLast(([, event]) => event)?.[1] ?? "");
  }
}

/** @param {Part} part */
const formsOf = ({ own, heard }) => [...own, ...heard];

/** @param {Part[]} parts */
const termsOf = (parts) => [...new Set(parts.flatMap(formsOf))];

/**
 * @param {(number | string)[]} one
 * @param {(number | string)[]} other
 */
function less(one, other) {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at >= 0 && one[at] < other[at];
}

/**
 * Tell whether the longer of two words has at most `times` as many letters as the shorter.
 * @param {string} one
 * @param {string} other
 */
function areNear(one, other, times = 1.5) {
  const letters = [Array.from(one).length, Array.from(other).length];
  return Math.max(...letters) <= times * Math.min(...letters);
}

/** @param {string} text */
const apart = (text) => text.replace(/[-']/g, " ");

/** @param {string} name */
const form = (name) => (Array.from(name).length >= WHOLE ? ` ${name}` : ` ${name} `);

/** @param {string} word */
function scriptOf(word) {
  for (const sign of word) {
    if (sign >= "a" && sign <= "z") return "latin";
    if (sign >= "\u0400" && sign <= "\u04ff") return "cyrillic";
    if (sign >= "\u0600" && sign <= "\u06ff") return "arabic";
  }
  return "";
}

/** @param {string} sound */
function skeleton(sound) {
  const bones = sound.replaceAll("v", "u").replace(VOWELS, "").replace(AGAIN, "$1");
  return bones.length >= LEAST ? bones : "";
}

/**
 * Count the letters that are missing, too many, replaced or exchanged with a neighbour; more than `most` give
 * `most + 1`. This is the distance OSA.
 * @param {string} word
 * @param {string} other
 * @param {number} most
 */
export function slipsBetween(word, other, most) {
  const [letters, others] = [Array.from(word), Array.from(other)];
  if (Math.abs(letters.length - others.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: others.length + 1 }, (_, i) => i);
  for (let i = 1; i <= letters.length; i += 1) {
    const next = [i];
    for (let k = 1; k <= others.length; k += 1) {
      const same = letters[i - 1] === others[k - 1];
      let slips = Math.min(row[k] + 1, next[k - 1] + 1, row[k - 1] + Number(!same));
      if (i > 1 && k > 1 && letters[i - 1] === others[k - 2] && letters[i - 2] === others[k - 1]) {
        slips = Math.min(slips, before[k - 2] + 1);
      }
      next.push(slips);
    }
    if (Math.min(...next, ...row) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(row[others.length], most + 1);
}
