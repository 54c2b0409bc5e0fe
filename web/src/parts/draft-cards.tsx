import { useMemo } from 'react';
import type { DraftWork, WorkedCommitment } from '../../../src/model/index.ts';
import type { Moves } from '../desk-moves.ts';
import { halvesOf, onDesk } from '../draft-work.ts';
import { words } from '../words.ts';
import { DraftCard } from './draft-card.tsx';
import { DraftForm, SplitForm } from './draft-form.tsx';

const text = words.desk;

const Buttons = ({ commitment, moves }: { commitment: WorkedCommitment; moves: Moves }) => (
  <p className="actions draft-actions">
    {commitment.state === 'proposed' && (
      <button type="button" onClick={moves.accept}>
        {words.action.acceptByKey}
      </button>
    )}
    <button type="button" onClick={() => moves.open('edit')}>
      {text.edit}
    </button>
    <button type="button" onClick={() => moves.open('split')}>
      {text.split}
    </button>
    <button type="button" onClick={moves.merge}>
      {text.merge}
    </button>
    <button type="button" onClick={moves.drop}>
      {text.drop}
    </button>
  </p>
);

interface DraftCardsProps {
  work: DraftWork;
  moves: Moves;
}

/** What is open on the commitment that is looked at: its buttons, or a form. */
const Inside = ({ work, moves, commitment }: DraftCardsProps & { commitment: WorkedCommitment }) => {
  const { form, keep, keepBoth, cancel, noteTyping } = moves;
  if (form === 'edit')
    return <DraftForm {...{ work, commitment }} onKeep={keep} onCancel={cancel} onDirty={noteTyping} />;
  if (form === 'split')
    return (
      <SplitForm
        commitment={commitment}
        halves={halvesOf(commitment.requires)}
        onKeep={keepBoth}
        onCancel={cancel}
        onDirty={noteTyping}
      />
    );
  return <Buttons commitment={commitment} moves={moves} />;
};

/** The commitments in the text's order, a card each. */
export const DraftCards = ({ work, moves }: DraftCardsProps) => {
  const { parties, actors, commitments } = work;
  // Most steps change no sentence: the other cards need not be drawn anew.
  const sentences = commitments.map(({ id, requires }) => `${id} ${requires}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `sentences` is what of the commitments counts here
  const names = useMemo(
    () => ({
      bodies: Object.fromEntries([...parties, ...actors].map(({ id, name }) => [id, name])),
      duties: Object.fromEntries(commitments.map(({ id, requires }) => [id, requires])),
    }),
    [parties, actors, sentences],
  );
  return (
    <ol className="plain draft-cards">
      {onDesk(work).map((commitment) => {
        const isCurrent = commitment.id === moves.place;
        return (
          <li key={commitment.id}>
            <DraftCard {...{ commitment, names, isCurrent }} signed={work.signed} onChoose={moves.choose}>
              {isCurrent ? <Inside {...{ work, moves, commitment }} /> : null}
            </DraftCard>
          </li>
        );
      })}
    </ol>
  );
};
