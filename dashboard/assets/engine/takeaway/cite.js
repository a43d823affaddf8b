// The part “Cite”: the open event, this view, or the whole data set, in two styles and three formats.

import { address, file } from "../files.js";
import { citation } from "../parts.js";
import { query } from "../select.js";
import { isoDay, partsUrl, wanted } from "../supply.js";
import { h } from "../view.js";
import { arriving, choices, copyable, fileList, section } from "./pieces.js";

/** @import { CitationParts, Citations } from "../types" */
/** @import { Desk, Part } from "../takeaway.js" */

/** @type {Part} */
export const cite = { key: "cite", label: "Cite", hint: "For papers and footnotes", draw };

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });
const WHAT = { event: "This event", view: "This view", dataset: "The data set" };
/** @type {[ending: string, label: string, purpose: string][]} */
const FILES = [
  [".bib", "BibTeX", "For LaTeX, JabRef and Zotero."],
  [".ris", "RIS", "For EndNote, Zotero and Mendeley."],
  ["-csl.json", "CSL-JSON", "For Zotero, Pandoc and other programs with CSL styles."],
];

/** @param {Desk} desk */
function draw(desk) {
  const { facts, state, event } = desk.whole;
  const { cited } = desk.wish;
  const now = new Date();
  const more = query([
    ["event", event],
    ["accessed", isoDay(now)],
  ]);
  const day = facts.pictures.day ? `Data of ${facts.pictures.day}. ` : "";
  /** @type {Record<string, string>} */
  const titles = {
    event: facts.events[event].title,
    view: "The events that pass the filters.",
    dataset: "All the data, whatever the filters.",
  };
  return [
    h("div.row", {}, choices(desk, "cited", "What to cite", WHAT)),
    h("p.quiet", {}, titles[cited]),
    arriving(
      desk,
      state.urls.edition
        ? partsUrl(state.urls, "event.bib")
        : address(state, `${state.urls.export}citations.json`, more),
      "The citations did not arrive.",
      (/** @type {Citations | CitationParts} */ answer) => {
        const citations = "tex" in answer ? fromParts(answer) : answer;
        const citation = citations[/** @type {keyof Citations} */ (cited)];
        if (!citation) return [h("p.quiet", {}, "There is no citation.")];
        return [
          section("APA", copyable("the citation in APA style", citation.apa)),
          section("Chicago", copyable("the citation in Chicago style", citation.chicago)),
        ];
      },
    ),
    section(
      "For a reference manager",
      fileList(
        "cite",
        FILES.map(([ending, label, purpose]) => [file(state, cited + ending, label, more), purpose]),
      ),
    ),
    h("p.quiet", {}, `${day}Accessed ${DAY.format(now)}.`),
  ];
}

/**
 * Write the citations for the present choice.
 * @param {CitationParts} parts
 * @returns {Citations}
 */
function fromParts(parts) {
  const choice = wanted();
  const styles = (/** @type {"event" | "view" | "dataset"} */ what) => ({
    apa: citation(parts, what, "apa", choice),
    chicago: citation(parts, what, "chicago", choice),
  });
  return { event: styles("event"), view: styles("view"), dataset: styles("dataset") };
}
