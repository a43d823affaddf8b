// Written from dashboard/look/shapes.py by: python -m tests.assets.shapes

/**
 * Addresses relative to the page; `scripts`, `figure` and `export` are folders.
 *
 * In `article` the word `{event}` stands for the id of an event.
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
  plotly: string;
  bundle: string;
  article: string;
  text: string;
  figure: string;
  export: string;
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

/** What a trace of the timeline is. */
export interface TimelineMeta {
  part: "span" | "bounds" | "mark";
  kind: string;
}

/** Marks or spans of one kind of event; `customdata` has the event of each point. */
export interface TimelineTrace {
  mode: string;
  meta: TimelineMeta;
  customdata: [string][];
  x: (string | null)[];
  y: (number | null)[];
  marker?: Marker;
  text?: string[];
  textposition?: string[];
  textfont?: Font;
}

/** The lane of one kind of event, in units of the y axis, which ends above at 0. */
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

/** How the timeline is laid out; `height` in pixels. There is a line below each lane. */
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

/** The role that the marks of a trace state. */
export interface MatrixMeta {
  role: string;
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

/** How the matrix is laid out. */
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
 * A trace of the matrix as it is sent, without what repeats.
 *
 * `heads` has for each organizer the first line of the box at its marks, `notes` for each mark the place of the last
 * line among those of the figure.
 */
export interface PackedTrace {
  meta: MatrixMeta;
  customdata: [string, string][];
  marker: Marker;
  heads: Record<string, string>;
  notes: number[];
}

/** The figure of the matrix as it is sent; `lines` has for each event the second line of the box at its marks. */
export interface PackedMatrix {
  data: PackedTrace[];
  layout: MatrixLayout;
  lines: Record<string, string>;
  notes: string[];
}

/** What a figure says of itself; `least` is the least width in pixels. */
export interface Meta {
  least?: number;
}

/** How a figure is laid out, in pixels; without a width it takes what room there is. */
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
 * `start` and `end` are the dates as written in the data, `where` is the place in words. `ahead` says that the event
 * begins after the day of the data. `keys` are those of its proofs, but for the organizers of its roles. `sources` has
 * for each source that it cites a number.
 */
export interface EventFacts {
  label: string;
  title: string;
  when: string;
  kind: string;
  kindName: string;
  edition: number | null;
  first: string;
  last: string;
  year: number | null;
  weight: string;
  start: string;
  end: string;
  where: string;
  ahead: boolean;
  keys: string[];
  sources: number[];
}

/** An organizer; `partOf` is what it is part of, the nearest first, `rank` its place in the order of names. */
export interface OrganizerFacts {
  name: string;
  kind: string;
  partOf: string[];
  rank: number;
}

/** A parameter of the address that belongs to one page. */
export interface OwnParameter {
  page: string;
  usual: string;
  values: string[];
}

/** The words of the data; nouns are for one and for several. */
export interface Vocabulary {
  kinds: Record<string, string>;
  kindNouns: Record<string, [string, string]>;
  weightNouns: Record<string, string>;
  organizerKinds: Record<string, string>;
  organizing: string[];
  columns: Record<string, string>;
  sorts: Record<string, string>;
}

/** The words of sentences, as in `words.phrases`; `list` has the patterns of a list, in the names of Unicode. */
export interface Words {
  locale: string;
  texts: Record<string, string>;
  forms: Record<string, [string, string]>;
  numbers: string[];
  list: Record<string, string>;
}

/** The mark of a role: its name, its SVG, its letter. */
export interface Mark {
  name: string;
  badge: string;
  letter: string;
}

/**
 * What pictures say beside their figures; `titles` are by chart.
 *
 * `day` is that of the data in words, if it is known; `software` is the name and version of the program. `trial` says
 * that the data is a change on trial. `font` is their typeface.
 */
export interface Pictures {
  titles: Record<string, string>;
  day: string;
  software: string;
  trial: boolean;
  font: string;
}

/** The ids of all events in order of time, and of all organizers; scripts put keys that are numbers first. */
export interface Order {
  events: string[];
  organizers: string[];
}

/**
 * What the linked views choose and draw from, once per version of the data.
 *
 * `roles` are event, organizer, role and confidence, in the order of the events. `known` has by
 * filter the values it offers, each with its words; `unused` has the values of no event, which an address may name.
 * `pages` are the titles by page, `own` the parameters of single pages. `marks` are by role, from the role with the
 * most responsibility, and `dark` by the colour it replaces.
 */
export interface Facts {
  version: string;
  order: Order;
  events: Record<string, EventFacts>;
  roles: [string, string, string, string][];
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
  dark: Record<string, string>;
  css: string;
}

/** How a search folds characters, as `frames.search.foldings` has it. */
export interface Folds {
  typed: Record<string, string>;
  case: Record<string, string>;
  special: Record<string, string>;
  plain: Record<string, string>;
  quotes: Record<string, string>;
}

/** What the text filter searches; `texts` are by event, as `frames.search.index` has them. */
export interface TextIndex {
  texts: Record<string, string>;
  folds: Folds;
}

/** A row of the matrix; `count` is the number of events. */
export interface Row {
  organizer_id: string;
  organizer: string;
  organizer_kind: string;
  count: number;
}

/** The organizers and roles that are filtered by. */
export interface Lit {
  organizer: string[];
  role: string[];
}

/** A filter that is active. */
export interface Chip {
  facet: string;
  value: string;
  label: string;
}

/**
 * The events that remain, and the chosen one; `shown` is in order of time, `columns` are those of the matrix.
 *
 * `outside` is the label of an event in the address that the filters hide.
 */
export interface Remaining {
  version: string;
  shown: string[];
  total: number;
  columns: string[];
  columnsAre: string;
  sort: string;
  sorts: Record<string, string>;
  rows: Row[];
  rowKinds: Record<string, string>;
  roles: string[];
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
  outside: string;
}

/** What the linked views, or the filters alone, are drawn from; what is chosen is in the address. */
export interface ViewsState {
  version: string;
  urls: Urls;
}

/** The rows behind a chart; `marks` has for each row what a click on its mark reports, or nothing at all. */
export interface Table {
  columns: string[];
  rows: string[][];
  marks: string[][];
}

/** A chart that is alone on a page; `dark` has for each colour that of the dark theme. */
export interface Chart {
  view: string;
  title: string;
  figure: Figure;
  alt: string;
  table: Table;
  dark: Record<string, string>;
  css: string;
  query: string;
}

/** A chart, and where its files are. */
export interface ChartState {
  view: string;
  title: string;
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

/** The links to all pages. */
export interface PagesState {
  pages: Page[];
  urls: Urls;
}

/**
 * Where the server has the reader: the address and the page, and which report and act that answers.
 *
 * `written` says that the browser is to write the address, and `arrivals` counts such addresses. `query` says what the
 * server understands of the address. `own` has the page of each parameter that belongs to one page.
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

/** The texts of files on trial and of drafts; `file` is the one in the field, `tried` tells of a trial. */
export interface Kept {
  tried: boolean;
  texts: Record<string, string>;
  file: string;
}

/** What the browser is to keep. */
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

/** Choose an event, and with `at` the proof that is open. */
export interface ChooseAct {
  number?: number;
  do: "choose";
  event: string;
  at: string;
}

/** Choose an event that the filters hide. */
export interface OpenAct {
  number?: number;
  do: "open";
  event: string;
  at: string;
}

/** Filter by a value, or no longer. */
export interface FilterAct {
  number?: number;
  do: "filter";
  facet: string;
  value: string;
  on: boolean;
}

/** Take off a filter. */
export interface DropAct {
  number?: number;
  do: "drop";
  facet: string;
  value: string;
}

/** Search for a text, or no longer for an empty one. */
export interface TextAct {
  number?: number;
  do: "text";
  q: string;
}

/** Take off all filters. */
export interface ResetAct {
  number?: number;
  do: "reset";
}

/** Choose the columns of the matrix, or the order of its rows. */
export interface OrderAct {
  number?: number;
  do: "columns" | "sort";
  value: string;
}

/** Open the event or the pair of organizers that a mark of a chart shows. */
export interface MarkAct {
  number?: number;
  do: "mark";
  view: string;
  value: string[];
}

/** Turn to a page. */
export interface TurnAct {
  number?: number;
  do: "turn";
  page: string;
}

/** Go where a link leads (`go`), or where Back and Forward have led already (`visit`). */
export interface GoAct {
  number?: number;
  do: "go" | "visit";
  query: string;
}

export type Act = ChooseAct | OpenAct | FilterAct | TextAct | DropAct | ResetAct | OrderAct | MarkAct | TurnAct | GoAct;

/** The acts that are not answered, in order, each with its `number`; `kept` only after a lost connection. */
export interface Report {
  id: number;
  session: string;
  here: string;
  acts: Act[];
  kept: Kept | null;
}
