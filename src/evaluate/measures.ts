import type { Layer } from '../read/index.ts';
import { measureAccords } from './accords/measure.ts';
import { measureAttribution, measureLinks } from './attribution.ts';
import { measureCoref } from './coref.ts';
import { measureDrafts } from './draft.ts';
import { measureEvents } from './events.ts';
import { measureUdsFactuality, measureUwFactuality } from './factuality.ts';
import { measureMatching } from './matching.ts';
import { measureNamePairs } from './name-pairs.ts';
import { measureRe3dNames, measureUnerNames } from './names.ts';
import { measureGeoVirus, measureTrNews } from './places.ts';
import type { Figure, MeasuredLayer, Task } from './result.ts';
import { measureSpeed } from './speed.ts';
import { measureSyntax } from './syntax.ts';
import { measureTimes } from './times.ts';

/** One way to measure a layer: on one corpus. */
export interface Measure {
  readonly layer: MeasuredLayer;
  /** The name of the corpus in tables and in `targets`. */
  readonly corpus: string;
  /** What a reading must hold beyond the usual; a reader without it is not measured. */
  readonly needs: Layer | null;
  readonly run: (task: Task) => Promise<Figure[]>;
}

/** Everything that is measured, in the order of the table. A new measure is a line here and in `targets`. */
export const measures: readonly Measure[] = [
  { layer: 'attribution', corpus: 'polnear/dev', needs: null, run: measureAttribution },
  { layer: 'links', corpus: 'polnear/dev', needs: null, run: measureLinks },
  { layer: 'syntax', corpus: 'ewt/dev', needs: 'syntax', run: measureSyntax },
  { layer: 'names', corpus: 'uner-ewt/dev', needs: null, run: measureUnerNames },
  { layer: 'names', corpus: 're3d/dev', needs: null, run: measureRe3dNames },
  { layer: 'coref', corpus: 'gum/dev', needs: null, run: measureCoref },
  { layer: 'events', corpus: 'plover/dev', needs: null, run: measureEvents },
  { layer: 'factuality', corpus: 'UW-dev', needs: 'factuality', run: measureUwFactuality },
  { layer: 'factuality', corpus: 'UDS_IH2-dev', needs: 'factuality', run: measureUdsFactuality },
  { layer: 'times', corpus: 'aquaint', needs: null, run: measureTimes },
  { layer: 'places', corpus: 'tr-news', needs: null, run: measureTrNews },
  { layer: 'places', corpus: 'geovirus', needs: null, run: measureGeoVirus },
  { layer: 'namepairs', corpus: 'names/dev', needs: null, run: measureNamePairs },
  { layer: 'matching', corpus: 'facts', needs: null, run: measureMatching },
  { layer: 'accords', corpus: 'accords', needs: null, run: measureAccords },
  { layer: 'draft', corpus: 'accords', needs: 'syntax', run: measureDrafts },
  { layer: 'speed', corpus: 'polnear/dev', needs: null, run: measureSpeed },
];
