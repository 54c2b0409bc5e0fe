import type { Claim, Reading } from '../../../src/model/index.ts';
import { dateInWords } from '../dates.ts';
import { factualityInWords, placeInWords } from '../phrases.ts';
import { tellers } from '../tellers.ts';
import { words } from '../words.ts';
import { Chain } from './evidence-card.tsx';

interface ClaimCardProps {
  reading: Reading;
  claim: Claim;
  onEdit: () => void;
  onSplit: () => void;
}

/** One claim as the reader understood it: what, who says it and how surely, its roles, time and place. */
export const ClaimCard = ({ reading, claim, onEdit, onSplit }: ClaimCardProps) => {
  const text = words.reader;
  const { predicate, polarity, mood } = claim;
  const place = claim.place === null ? undefined : reading.places[claim.place];
  const said = reading.attributions.find(({ id }) => id === claim.attribution)?.kind;
  const facts = [
    predicate.type ? words.predicates[predicate.type] : text.claimKinds[claim.kind],
    polarity === 'negated' && words.claimForm.polarities.negated,
    said && text.saidHow[said],
    mood === 'asserted' ? factualityInWords(claim.band) : text.moods[mood],
  ].filter(Boolean);
  return (
    <div className="claim">
      <p>
        <strong dir="auto">{reading.text.slice(...predicate.span)}</strong>{' '}
        <span className="facts">{facts.join(' · ')}</span>
      </p>
      <Chain tellers={claim.attribution === null ? [text.writer] : tellers(reading, claim.attribution)} />
      <dl>
        {claim.roles.map(({ role, span }) => (
          <div key={`${role} ${span}`}>
            <dt>{text.roles[role]}</dt>
            <dd dir="auto">{reading.text.slice(...span)}</dd>
          </div>
        ))}
        {claim.time && (
          <div>
            <dt>{text.roles.time}</dt>
            <dd>{dateInWords(claim.time)}</dd>
          </div>
        )}
        {place && (
          <div>
            <dt>{text.roles.place}</dt>
            <dd>{placeInWords(place)}</dd>
          </div>
        )}
      </dl>
      <p className="actions">
        <button type="button" className="small" onClick={onEdit}>
          {words.claimForm.edit}
        </button>
        <button type="button" className="small" onClick={onSplit}>
          {words.claimForm.split}
        </button>
      </p>
    </div>
  );
};
