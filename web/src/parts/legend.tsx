import { everyStatus } from '../../../src/model/marks.ts';
import { words } from '../words.ts';
import { OpinionBar } from './opinion-bar.tsx';
import { StatusBadge } from './status-badge.tsx';

const example = { belief: 0.5, disbelief: 0.15, uncertainty: 0.35, probability: 0.675 };

export const Legend = () => (
  <section className="legend" aria-labelledby="legend-heading">
    <h2 id="legend-heading">{words.legend.heading}</h2>
    <ul className="legend-signs">
      {everyStatus.map((status) => (
        <li key={status}>
          <StatusBadge status={status} />
        </li>
      ))}
    </ul>
    <p>{words.legend.signs}</p>
    <p>{words.legend.months}</p>
    <div className="legend-bar" aria-hidden="true">
      <OpinionBar bearing="breach" opinion={example} />
    </div>
    <p>{words.legend.bar}</p>
  </section>
);
