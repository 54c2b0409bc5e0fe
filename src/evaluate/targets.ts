/** What a figure is to reach; what would be better still. */
export interface Target {
  readonly reach: number;
  readonly beyond: number;
}

/** By layer, corpus and measure, as docs/benchmarks.md lists them. */
const targets: Readonly<Record<string, Target>> = {
  'attribution, polnear/dev, source': { reach: 76, beyond: 83 },
  'attribution, polnear/dev, cue': { reach: 70, beyond: 75 },
  'attribution, polnear/dev, content': { reach: 63, beyond: 73 },
  'attribution, polnear/dev, links': { reach: 85, beyond: 92 },
  'syntax, ewt/dev, UPOS': { reach: 95, beyond: 96.5 },
  'syntax, ewt/dev, UAS': { reach: 88, beyond: 91 },
  'syntax, ewt/dev, LAS': { reach: 85, beyond: 89 },
  'names, uner-ewt/dev, names': { reach: 78, beyond: 85 },
  'names, re3d/dev, names': { reach: 68, beyond: 75 },
  'factuality, UW-dev, factuality': { reach: 0.6, beyond: 0.8 },
  'factuality, UDS_IH2-dev, factuality': { reach: 0.65, beyond: 0.75 },
};

export const targetOf = (layer: string, corpus: string, measure: string): Target | null =>
  targets[`${layer}, ${corpus}, ${measure}`] ?? null;
