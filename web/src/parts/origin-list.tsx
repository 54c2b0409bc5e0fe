import type { CommitmentView, Origin } from '../../../src/model/index.ts';
import { originsTelling } from '../origins.ts';
import { words } from '../words.ts';
import { Folded } from './folded.tsx';
import { OriginCard } from './origin-card.tsx';

const originsShown = 8;

interface OriginListProps {
  view: CommitmentView;
  told: Pick<Origin, 'bearing' | 'stance'>;
  onLook: (origin: Origin | null) => void;
}

/** The origins that say one thing under their own heading; nothing when there are none. */
export const OriginList = ({ view, told, onLook }: OriginListProps) => {
  const items = originsTelling(view.finding, told);
  if (!items.length) return null;
  const { bearing, stance } = told;
  const heading = words.commitment.told;
  const headed = bearing === 'context' ? heading.context : heading[stance][bearing];
  return (
    <section className="origins">
      <h3>{headed(items.length)}</h3>
      <Folded items={items} first={originsShown}>
        {(shown) =>
          shown.map((item) => <OriginCard key={item.origin.id} view={view} item={item} onLook={onLook} />)
        }
      </Folded>
    </section>
  );
};
