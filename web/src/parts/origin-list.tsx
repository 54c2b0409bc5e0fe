import type { CommitmentView, Origin } from '../../../src/model/index.ts';
import { originsBearing } from '../origins.ts';
import { words } from '../words.ts';
import { Folded } from './folded.tsx';
import { OriginCard } from './origin-card.tsx';

const originsShown = 8;

interface OriginListProps {
  view: CommitmentView;
  bearing: Origin['bearing'];
  onLook: (origin: Origin | null) => void;
}

/** The origins with one bearing under their own heading; nothing when there are none. */
export const OriginList = ({ view, bearing, onLook }: OriginListProps) => {
  const items = originsBearing(view.finding, bearing);
  if (!items.length) return null;
  return (
    <section className="origins">
      <h3>{words.commitment.bearing[bearing](items.length)}</h3>
      <Folded items={items} first={originsShown}>
        {(shown) =>
          shown.map((item) => <OriginCard key={item.origin.id} view={view} item={item} onLook={onLook} />)
        }
      </Folded>
    </section>
  );
};
