// The fields “From” and “To” of the panel of filters. Each takes a year, a month or a day.

import { dateTyped, isInverted } from "./span.js";
import { h } from "./view.js";

/** @import { Span } from "./span.js" */

const STAYS =
  "An event stays if the time shown for it may be in this span, also if only its month or year is known. Events without a date stay.";
const EXAMPLES = { since: "2018", until: "2019-05" };
const LABELS = { since: "From", until: "To" };
let fields = 0;

/** One field with its label, and the sentence about what is wrong in it. */
class DateField {
  /**
   * @param {"since" | "until"} name
   * @param {() => void} changed
   */
  constructor(name, changed) {
    this.name = name;
    this.date = ""; // of the state
    fields += 1;
    const id = `span-${name}-${fields}`;
    this.wrong = h("p.wrong", { id: `${id}-wrong`, role: "alert" });
    this.field = h("input", {
      id,
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      maxlength: 40,
      placeholder: EXAMPLES[name],
      "aria-describedby": `${id}-wrong`,
      "data-span": name,
      onchange: changed,
      onkeydown: (/** @type {KeyboardEvent} */ { key }) => {
        if (key === "Enter") changed();
      },
    });
    this.root = h("label", { for: id }, h("span", {}, LABELS[name]), this.field);
  }

  /** Read the typed text. */
  read() {
    return dateTyped(this.field.value);
  }

  /** @param {string} sentence what is wrong; empty if nothing is */
  object(sentence) {
    this.field.setAttribute("aria-invalid", String(sentence !== ""));
    if (this.wrong.textContent !== sentence) this.wrong.textContent = sentence;
  }

  /** @param {string} date */
  show(date) {
    this.field.value = date;
    this.object("");
  }
}

export class SpanFields {
  /** @param {(span: Span) => void} act is called with a span that is in order */
  constructor(act) {
    this.act = act;
    this.since = new DateField("since", () => this.changed());
    this.until = new DateField("until", () => this.changed());
    this.note = h("p.stays", { hidden: true }, STAYS);
    const pair = h("div.pair", {}, this.since.root, this.until.root);
    const legend = h("legend.unseen", {}, "From – to");
    this.root = h("fieldset.facet.span", {}, legend, pair, this.since.wrong, this.until.wrong, this.note);
  }

  /** Act on what is typed in both fields, or say what is wrong. */
  changed() {
    const [since, until] = [this.since.read(), this.until.read()];
    this.since.object(since.wrong);
    this.until.object(until.wrong);
    if (since.wrong || until.wrong) return;
    const span = { since: since.date, until: until.date };
    if (isInverted(span)) {
      this.until.object(`“To” is before “From”: ${span.until} is before ${span.since}. Change one of them.`);
      return;
    }
    for (const field of [this.since, this.until]) field.field.value = span[field.name];
    if (span.since !== this.since.date || span.until !== this.until.date) this.act(span);
  }

  /** Empty both fields. */
  clear() {
    this.since.show("");
    this.until.show("");
  }

  /**
   * Show the span of the state. What the reader has typed stays, unless the span has changed.
   * @param {Span} span
   */
  update(span) {
    const fields = [this.since, this.until];
    if (fields.every(({ name, date }) => date === span[name])) return;
    for (const field of fields) {
      field.date = span[field.name];
      field.show(field.date);
    }
    this.note.hidden = !span.since && !span.until;
  }
}
