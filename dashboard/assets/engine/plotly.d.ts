// What the scripts use of plotly.js, which the page loads as a script of its own.

/** A node in which Plotly has drawn, or will. */
export interface PlotNode extends HTMLDivElement {
  data?: unknown[];
  layout?: { xaxis: { range: string[] } };
  /** The layout as it is drawn: where the axes begin, and how long they are, in pixels. */
  _fullLayout: {
    xaxis: {
      _offset: number;
      _length: number;
      range: string[];
      d2p(x: number): number;
      side: "top" | "bottom";
      ticktext?: string[];
    };
    yaxis: {
      _offset: number;
      _length: number;
      d2p(y: number | null): number;
      ticktext?: string[];
      tickvals?: number[];
      tickfont: { size: number };
    };
  };
  /** Set once the listeners are added. */
  bound?: boolean;
  on(event: "plotly_click", heard: (event: { points: { customdata?: string[] }[] }) => void): void;
  on(event: "plotly_hover", heard: (event: { points: { customdata?: string[] }[] }) => void): void;
  on(event: "plotly_unhover" | "plotly_doubleclick" | "plotly_relayouting", heard: () => void): void;
  on(event: "plotly_relayout", heard: (change: Record<string, unknown>) => void): void;
}

type Draw = (node: PlotNode, data: object[], layout: object, config?: object) => void;

interface Plotly {
  newPlot: Draw;
  react: Draw;
  update(node: PlotNode, data: object, layout: object, traces: number[]): void;
  relayout(node: PlotNode, layout: object): void;
  toImage(figure: object, options: { format: string; width?: number; height: number; scale: number }): Promise<string>;
}

declare global {
  const Plotly: Plotly;
  interface Window {
    Plotly?: Plotly;
  }
}
