import { memo, type ReactNode } from 'react';
import { gapsOfCommitment } from '../../../src/model/draft-gaps.ts';
import type { WorkedCommitment } from '../../../src/model/index.ts';
import { dueOf } from '../draft-work.ts';
import { draftWindowInWords, kindInWords, owedInWords, unverifiableInWords } from '../phrases.ts';
import { words } from '../words.ts';

const text = words.desk;

/** What cards say of others: names of bodies and duties, by id. */
interface CardNames {
  bodies: Readonly<Record<string, string>>;
  duties: Readonly<Record<string, string>>;
}

const listOf = (ids: readonly string[], names: Readonly<Record<string, string>>): string =>
  new Intl.ListFormat('en').format(ids.map((id) => names[id] || id));

interface CardProps {
  commitment: WorkedCommitment;
  signed: string | null;
  names: CardNames;
  isCurrent: boolean;
  onChoose: (id: string) => void;
  /** The buttons, or the form that is open. */
  children?: ReactNode;
}

const termsOf = (
  { kind, effort, window }: WorkedCommitment,
  signed: string | null,
  names: CardNames,
): string =>
  [
    kindInWords(kind, effort),
    draftWindowInWords(window, dueOf(window, signed), kind, (id) => names.duties[id]),
  ]
    .filter(Boolean)
    .join(' · ');

/** A proposed commitment: who owes whom what, until when, on which condition, and what stands in its way. */
export const DraftCard = memo(({ commitment, signed, names, isCurrent, onChoose, children }: CardProps) => {
  const { id, state, reference, debtor, creditor, requires, condition, conditionalOn, unverifiable } =
    commitment;
  const owed = owedInWords(listOf(debtor, names.bodies), listOf(creditor, names.bodies));
  const lacks = gapsOfCommitment(commitment, signed);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K move between them, and Tab goes to the buttons
    <article
      id={`commitment-${id}`}
      className={`draft-card draft-${state}`}
      aria-current={isCurrent || undefined}
      aria-label={words.labelled({ label: text.states[state], value: requires })}
      tabIndex={-1}
      onClick={() => onChoose(id)}
      onFocus={() => onChoose(id)}
    >
      <p className="draft-head">
        {reference && <span className="draft-reference">{reference}</span>}
        <strong>{owed}</strong>
        <span className="draft-state">{text.states[state]}</span>
      </p>
      <h3>{requires || '–'}</h3>
      <p className="terms">{termsOf(commitment, signed, names)}</p>
      {condition && <p className="terms">{text.condition(condition)}</p>}
      {conditionalOn.length > 0 && (
        <p className="terms">{text.dependsOn(listOf(conditionalOn, names.duties))}</p>
      )}
      {unverifiable.length > 0 && <p className="draft-doubt">{unverifiableInWords(unverifiable)}</p>}
      {lacks.length > 0 && <p className="draft-lacks">{lacks.map((what) => text.lacks[what]).join(' · ')}</p>}
      {children}
    </article>
  );
});
