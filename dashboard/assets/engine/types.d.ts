// Written from dashboard/look/shapes.py by: python -m tests.assets.shapes

export type Confidence = "confirmed" | "single" | "disputed" | "inferred";

export type Dating = "held" | "within" | "reported";

export type EventKind = "conference" | "declaration" | "side-event" | "preparation" | "follow-up" | "context";

export type Opening = "latest" | "first";

export type OrganizerKind = "state" | "united-nations" | "regional-organization";

export type Pane = "filters" | "timeline" | "matrix" | "article";

export type RoleWord = "host" | "organizer" | "co-organizer" | "co-host" | "lead" | "convener" | "chair" | "sponsor" | "supporter" | "partner" | "party" | "announcer" | "presenter";

export type Weight = "main" | "secondary" | "minor" | "related";

/**
 * Addresses relative to the page; `scripts`, `figure`, `export` and `embed` are folders.
 *
 * `article` and `eventPage` have `{event}` in place of the id of an event. `eventPage` is empty where events have no
 * page, as in a change on trial. `edition` says where the page runs: in a `folder` or a `file` without a server. It is
 * empty with one. `home` is the public address of an edition, if it is known. A script or style sheet with an empty
 * address is in the HTML of the page.
 */
export interface Urls {
  scripts: string;
  viewsModule: string;
  panelModule: string;
  figureModule: string;
  linksModule: string;
  pagesModule: string;
  keepModule: string;
  css: string;
  panelCss: string;
  takeawayCss: string;
  plotly: string;
  bundle: string;
  article: string;
  text: string;
  figure: string;
  export: string;
  takeaway: string;
  embed: string;
  eventPage: string;
  home: string;
  edition: "" | "folder" | "file";
}

/** A font of a figure; `size` in pixels. */
export interface Font {
  size?: number;
  family?: string;
  color: string;
}

/** The marks of a trace; `size` is their diameter in pixels. */
export interface Marker {
  size: number;
}

/** The lines of a trace; `width` is in pixels, and `dash` gives the lengths of dashes and gaps. */
export interface Stroke {
  color: string;
  width: number;
  dash?: string;
}

/** What a trace of the timeline is. */
export interface TimelineMeta {
  part: "span" | "bounds" | "mark";
  kind: EventKind;
}

/**
 * Marks or spans of one kind of event.
 *
 * `customdata` has the event of each point, and its lane if the lanes are not the kinds.
 */
export interface TimelineTrace {
  mode: string;
  meta: TimelineMeta;
  customdata: string[][];
  x: (string | null)[];
  y: (number | null)[];
  marker?: Marker;
  line?: Stroke;
  text?: string[];
  textposition?: string[];
  textfont?: Font;
}

/** The lane of one kind of event, in units of the y axis, whose upper end is 0. */
export interface Lane {
  kind: string;
  top: number;
  bottom: number;
}

/** The lanes of a timeline, from the top. */
export interface TimelineFigureMeta {
  lanes: Lane[];
}

/** A line across a figure. */
export interface Line {
  y0: number;
  y1: number;
}

/** The axis of time. */
export interface TimelineXAxis {
  gridcolor: string;
}

/** The axis of the lanes. */
export interface TimelineYAxis {
  tickfont: Font;
}

/** The layout of the timeline; `height` in pixels. `shapes` has a line below each lane. */
export interface TimelineLayout {
  height: number;
  font: Font;
  paper_bgcolor: string;
  meta: TimelineFigureMeta;
  xaxis: TimelineXAxis;
  yaxis: TimelineYAxis;
  shapes?: Line[];
}

/** The figure of the timeline. */
export interface Timeline {
  data: TimelineTrace[];
  layout: TimelineLayout;
}

/** The role that the marks of a trace show. */
export interface MatrixMeta {
  role: RoleWord;
  disputed: boolean;
}

/** Marks of one role; `customdata` has event and organizer of each. */
export interface MatrixTrace {
  meta: MatrixMeta;
  customdata: [string, string][];
  x: string[];
  y: string[];
  marker: Marker;
}

/** The axis of the events, or of the organizers. */
export interface MatrixAxis {
  gridcolor: string;
}

/** The layout of the matrix. */
export interface MatrixLayout {
  xaxis: MatrixAxis;
  yaxis: MatrixAxis;
}

/** The figure of the matrix. */
export interface Matrix {
  data: MatrixTrace[];
  layout: MatrixLayout;
}

/**
 * A trace of the matrix as it is sent, without repeated values.
 *
 * `heads` has by organizer the first line of the hover box. `notes` has for each mark the index of the last line in
 * `notes` of the figure.
 */
export interface PackedTrace {
  meta: MatrixMeta;
  customdata: [string, string][];
  marker: Marker;
  heads: Record<string, string>;
  notes: number[];
}

/** The figure of the matrix as it is sent; `lines` has by event the second line of the hover box. */
export interface PackedMatrix {
  data: PackedTrace[];
  layout: MatrixLayout;
  lines: Record<string, string>;
  notes: string[];
}

/** Facts about a figure; `least` is the least width in pixels. */
export interface Meta {
  least?: number;
}

/** The layout of a figure, in pixels; without a width it takes the free width. */
export interface Layout {
  width?: number;
  height: number;
  meta?: Meta;
}

/** A figure that is drawn as it comes. */
export interface Figure {
  data: unknown[];
  layout: Layout;
}

/**
 * An event; `first` and `last` are dates as in ISO 8601, empty if none is known.
 *
 * `start` and `end` are the dates as written in the data, `dating` says what they mean (`model.DATINGS`), `where` is
 * the place in words. `ahead` says that the event begins after the day of the data. `keys` are the keys of its
 * proofs, without the organizers of its roles. `sources` has a number for each source that it cites.
 */
export interface EventFacts {
  label: string;
  title: string;
  when: string;
  kind: EventKind;
  kindName: string;
  edition: number | null;
  first: string;
  last: string;
  year: number | null;
  weight: Weight;
  start: string;
  end: string;
  dating: Dating;
  where: string;
  ahead: boolean;
  keys: string[];
  sources: number[];
}

/** An organizer; `partOf` is what it is part of, the nearest first, `rank` its place in the order of names. */
export interface OrganizerFacts {
  name: string;
  kind: OrganizerKind;
  partOf: string[];
  rank: number;
}

/** A parameter of the address that belongs to one page. */
export interface OwnParameter {
  page: string;
  usual: string;
  values: string[];
}

/**
 * The terms of the data and their labels; nouns have the forms for one and for several.
 *
 * `certainty` has the words that stand behind facts, each with what it means.
 */
export interface Vocabulary {
  kinds: Record<string, string>;
  kindNouns: Record<string, [string, string]>;
  weightNouns: Record<string, string>;
  organizerKinds: Record<string, string>;
  organizing: RoleWord[];
  columns: Record<string, string>;
  sorts: Record<string, string>;
  lanes: Record<string, string>;
  certainty: Record<string, [string, string]>;
}

/**
 * The words of sentences, as in `words.phrases`; `list` has the list patterns of Unicode CLDR by name.
 *
 * `months` are the names of the twelve months.
 */
export interface Words {
  locale: string;
  texts: Record<string, string>;
  forms: Record<string, [string, string]>;
  numbers: string[];
  months: string[];
  list: Record<string, string>;
}

/** The mark of a role: its name, the word for it inside a sentence, its SVG, its letter. */
export interface Mark {
  name: string;
  noun: string;
  badge: string;
  letter: string;
}

/**
 * The texts of pictures, but for their titles.
 *
 * `day` is the day of the data in words, empty if it is not known. `software` is the name and version of the program.
 * `trial` says that the data is a change on trial. `font` is the font family.
 */
export interface Pictures {
  day: string;
  software: string;
  trial: boolean;
  font: string;
}

/** The ids of all events in order of time, and of all organizers: JavaScript reorders keys that are numbers. */
export interface Order {
  events: string[];
  organizers: string[];
}

/** A place of the map in degrees, and the ids of its events, in their order. */
export interface MapPlace {
  name: string;
  latitude: number;
  longitude: number;
  events: string[];
}

/** An era of the timeline: its first and its last day, empty if it goes on, and both in words. */
export interface EraFacts {
  name: string;
  first: string;
  last: string;
  when: string;
}

/** A step of the tour; `query` is the address that shows it, and `paneName` the pane in words. */
export interface TourStep {
  title: string;
  text: string;
  pane: Pane;
  paneName: string;
  query: string;
}

/**
 * The facts from which the linked views select and draw, sent once per version of the data.
 *
 * `roles` are event, organizer, role and confidence, in the order of the events. `known` has the values of each filter
 * with their labels. `unused` has the values without an event, which an address may still name. `pages` are the titles
 * by page, `own` the parameters of single pages. `marks` are by role, beginning with the role of most responsibility.
 * `dark` has for each colour of the light theme that of the dark theme. `accent` is the accent colour
 * of the light theme. `process` is the id of the process, `name` its name. `opens` says which event is open if the
 * address names none.
 * `tour` has the steps of the tour, `places` the places of the map, and `eras` the bands of the timeline in order of
 * time; each is empty if the series has none.
 */
export interface Facts {
  version: string;
  process: string;
  name: string;
  opens: Opening;
  order: Order;
  events: Record<string, EventFacts>;
  roles: [string, string, RoleWord, Confidence][];
  organizers: Record<string, OrganizerFacts>;
  known: Record<string, Record<string, string>>;
  unused: Record<string, Record<string, string>>;
  pages: Record<string, string>;
  own: Record<string, OwnParameter>;
  vocabulary: Vocabulary;
  words: Words;
  timeline: Timeline;
  matrix: PackedMatrix;
  marks: Record<string, Mark>;
  pictures: Pictures;
  tour: TourStep[];
  places: MapPlace[];
  eras: EraFacts[];
  dark: Record<string, string>;
  accent: string;
  css: string;
}

/** How a search folds characters, as in `frames.search.foldings`. */
export interface Folds {
  typed: Record<string, string>;
  case: Record<string, string>;
  special: Record<string, string>;
  plain: Record<string, string>;
  quotes: Record<string, string>;
}

/**
 * A record that can be found: its names, its sentences with their events, the indices of others on its page.
 *
 * So many of the last sentences are `figures`.
 */
export interface Findable {
  kind: string;
  id: string;
  names: string[];
  passages: [string, string][];
  others: number[];
  figures: number;
}

/**
 * What the search searches: the records, beginning with the events, and the weight of each event as a number.
 *
 * `names` has groups of folded names of one thing. `letters` and `sounds` are the tables of `words.sounds`.
 */
export interface TextIndex {
  records: Findable[];
  weights: number[];
  names: string[][];
  letters: Record<string, string>;
  sounds: [string, string][];
  folds: Folds;
}

/** A row of the matrix; `count` is the number of events, `depth` is 1 for a body below the row of its whole. */
export interface Row {
  organizer_id: string;
  organizer: string;
  organizer_kind: OrganizerKind;
  count: number;
  depth: number;
}

/** The organizers and roles of the active filters. */
export interface Lit {
  organizer: string[];
  role: string[];
}

/** A filter that is active; `span` is that of the parameters `since` and `until`, its value `2018-05..2019`. */
export interface Chip {
  facet: string;
  value: string;
  label: string;
}

/** The title of a chart, and the line below it that says what is drawn. */
export interface Heading {
  title: string;
  drawn: string;
}

/** The headings of both charts. */
export interface Headings {
  timeline: Heading;
  matrix: Heading;
}

/**
 * The events that pass the filters, and the chosen one; `shown` is in order of time.
 *
 * `lanes` says what the lanes of the timeline are. `columns` are the columns of the matrix. `outside` is the label of
 * the event in the address if the filters hide it.
 */
export interface Remaining {
  version: string;
  shown: string[];
  total: number;
  columns: string[];
  columnsAre: string;
  lanes: string;
  headings: Headings;
  sort: string;
  sorts: Record<string, string>;
  rows: Row[];
  rowKinds: Record<string, string>;
  roles: RoleWord[];
  disputed: boolean;
  lit: Lit;
  sentence: string;
  alt: string;
  kinds: Record<string, string>;
  undated: string[];
  chips: Chip[];
  notShown: string;
  query: string;
  event: string | null;
  at: string;
  passage: string;
  outside: string;
}

/** The data of the linked views and of the panel of filters. The choice is in the address. */
export interface ViewsState {
  version: string;
  urls: Urls;
}

/**
 * What decides the address of a page in an edition without a server, as in `publish.places`.
 *
 * `laying` has the defaults of the parameters that lay out the page, `anchors` the anchors of the others.
 */
export interface Placed {
  laying: Record<string, string>;
  anchors: Record<string, string>;
  symmetric: boolean;
  filtered: boolean;
}

/**
 * The data of the linked views in an edition without a server, and what decides the addresses of its pages.
 *
 * `former` has for a parameter each id that records had before, and the id they have now. `foreign` are the parameters
 * that others add to links, and `foreignBegin` how further ones begin.
 */
export interface EditionState {
  version: string;
  urls: Urls;
  places: Record<string, Placed>;
  former: Record<string, Record<string, string>>;
  foreign: string[];
  foreignBegin: string[];
}

/**
 * The data of one view in a frame: its name, the theme if one is set, and the address as the server read it.
 *
 * `process` is the id of the process.
 */
export interface EmbedState {
  version: string;
  urls: Urls;
  process: string;
  view: string;
  theme: "light" | "dark" | "";
  query: string;
}

/** A table, and its number of rows for the filters; `name` begins the names of its files. */
export interface OfferedTable {
  name: string;
  label: string;
  rows: number;
}

/** A file, and what it is for in one sentence. */
export interface OfferedFile {
  name: string;
  label: string;
  purpose: string;
}

/** Code that loads a table as CSV; `{address}` in it is the place of the address. */
export interface Snippet {
  tool: string;
  label: string;
  code: string;
}

/** The tables, the files with data, and code that loads them. */
export interface Takeaway {
  tables: OfferedTable[];
  files: OfferedFile[];
  snippets: Snippet[];
}

/**
 * What an edition without a server offers. `rows` are those of all events; `perEvent` has them by table and event.
 *
 * `saved` has for each file in the folder the name under which it is saved.
 */
export interface Stock {
  tables: OfferedTable[];
  files: OfferedFile[];
  snippets: Snippet[];
  perEvent: Record<string, number[]>;
  saved: Record<string, string>;
}

export type Written = string | string[];

/**
 * A file in parts, of which each belongs to an event; `events` has the place of the event in the order of all.
 *
 * The file is `head`, the parts with `between` between them, and `tail`. Without a part it is `empty`; if `empty` is
 * null, it is head and tail.
 */
export interface Parts {
  head: Written;
  between: string;
  tail: string;
  empty: string | null;
  events: number[];
  parts: Written[];
}

/**
 * The calendar; `name` and `about` begin its name and its description, and words about the filters follow.
 *
 * Its head has lines that are not folded yet. `site` is the address of the first page, and `named` the most events
 * left out that the description names.
 */
export interface CalendarParts {
  head: Written;
  between: string;
  tail: string;
  empty: string | null;
  events: number[];
  parts: Written[];
  name: string;
  about: string;
  site: string;
  named: number;
}

/** Citations in one style or format: of the events, of the view and of the data set. */
export interface CitationForm {
  events: Parts;
  view: Written;
  dataset: Written;
}

/**
 * All citations; `name` begins the title of the view, and `site` is the address of the first page.
 *
 * `tex` has for each sign that TeX does not take as text what to write for it.
 */
export interface CitationParts {
  name: string;
  site: string;
  tex: Record<string, string>;
  apa: CitationForm;
  chicago: CitationForm;
  bib: CitationForm;
  ris: CitationForm;
  csl: CitationForm;
}

/** A citation as text, and in the formats of reference managers, which the scripts do not read. */
export interface Citation {
  apa: string;
  chicago: string;
}

/** The citations of the open event, of the view and of the data set; `event` is null if no event is open. */
export interface Citations {
  event: Citation | null;
  view: Citation;
  dataset: Citation;
}

/** The rows behind a chart; `marks` has for each row the value that a click on its mark reports, or is empty. */
export interface Table {
  columns: string[];
  rows: string[][];
  marks: string[][];
}

/**
 * A chart on a page other than the first; `dark` has for each colour that of the dark theme.
 *
 * The title may say what the chart shows of this data. Then `subtitle` says what is drawn; else it is empty.
 */
export interface Chart {
  view: string;
  title: string;
  subtitle: string;
  figure: Figure;
  alt: string;
  table: Table;
  dark: Record<string, string>;
  css: string;
  query: string;
}

/** A chart, and the addresses of its files. */
export interface ChartState {
  view: string;
  title: string;
  subtitle: string;
  figure: Figure;
  alt: string;
  table: Table;
  dark: Record<string, string>;
  css: string;
  query: string;
  urls: Urls;
}

/** A link to a page. */
export interface Page {
  page: string;
  label: string;
  href: string;
  current: boolean;
}

/**
 * A link to a place of the navigation: the page that it opens, and its name, `word` with what is around it.
 *
 * `current` says that the reader is there; `several` says that the place has other pages too.
 */
export interface Way {
  page: string;
  before: string;
  word: string;
  after: string;
  href: string;
  current: boolean;
  several: boolean;
}

/** The navigation: the places, and the pages of the present place if it has several; `title` is its name. */
export interface Ways {
  places: Way[];
  title: string;
  pages: Page[];
}

/** The links to the places and to the pages of the present one. */
export interface PagesState {
  ways: Ways;
  urls: Urls;
}

/**
 * The address and the page that the server has drawn, and the last report and the last act that it has answered.
 *
 * `written` tells the browser to write the address, and `arrivals` counts such addresses. `query` is the part of the
 * address that the server understands. `own` has the page of each parameter that belongs to one page.
 */
export interface Place {
  session: string;
  heard: number;
  answers: number;
  address: string;
  written: boolean;
  arrivals: number;
  page: string;
  query: string;
  own: Record<string, string>;
}

/** The same for the component that reports. */
export interface LinksState {
  session: string;
  heard: number;
  answers: number;
  address: string;
  written: boolean;
  arrivals: number;
  page: string;
  query: string;
  own: Record<string, string>;
  urls: Urls;
}

/** The texts of files on trial and of drafts; `file` is the file in the field, `tried` says if there is a trial. */
export interface Kept {
  tried: boolean;
  texts: Record<string, string>;
  file: string;
}

/** The texts that the browser keeps. */
export interface KeptState {
  tried: boolean;
  texts: Record<string, string>;
  file: string;
  urls: Urls;
}

/** The number that a report gives an act. */
export interface Numbered {
  number?: number;
}

/** Choose an event, with `at` the key of a proof, and with `passage` that of a passage of its article. */
export interface ChooseAct {
  number?: number;
  do: "choose";
  event: string;
  at: string;
  passage?: string;
}

/** Choose an event that the filters hide, and drop the filters. */
export interface OpenAct {
  number?: number;
  do: "open";
  event: string;
  at: string;
}

/** Add a value to a filter, or remove it. */
export interface FilterAct {
  number?: number;
  do: "filter";
  facet: string;
  value: string;
  on: boolean;
}

/** Remove a value from a filter; the facet `span` has both ends of the span of time. */
export interface DropAct {
  number?: number;
  do: "drop";
  facet: string;
  value: string;
}

/** Search for a text; an empty text ends the search. */
export interface TextAct {
  number?: number;
  do: "text";
  q: string;
}

/** Set both ends of the span of time; an end that is empty is open. */
export interface SpanAct {
  number?: number;
  do: "span";
  since: string;
  until: string;
}

/** Remove all filters. */
export interface ResetAct {
  number?: number;
  do: "reset";
}

/**
 * Choose the columns of the matrix, the order of its rows, the lanes of the timeline, or which panes are tables.
 *
 * An empty value is none.
 */
export interface OrderAct {
  number?: number;
  do: "columns" | "sort" | "lanes" | "table";
  value: string;
}

/** Open the event or the pair of organizers that a mark of a chart shows. */
export interface MarkAct {
  number?: number;
  do: "mark";
  view: string;
  value: string[];
}

/** Go to a page. */
export interface TurnAct {
  number?: number;
  do: "turn";
  page: string;
}

/** Follow a link (`go`), or draw the page of the address that the browser has already (`visit`). */
export interface GoAct {
  number?: number;
  do: "go" | "visit";
  query: string;
}

export type Act = ChooseAct | OpenAct | FilterAct | TextAct | SpanAct | DropAct | ResetAct | OrderAct | MarkAct | TurnAct | GoAct;

/** The acts without an answer, in order, each with its `number`; `kept` is set only after a lost connection. */
export interface Report {
  id: number;
  session: string;
  here: string;
  acts: Act[];
  kept: Kept | null;
}
