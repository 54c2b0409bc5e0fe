import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Claim, ClaimEntry, DocumentView, PredicateType, Span } from '../../../src/model/index.ts';
import { asProblem, casePath, send } from '../api.ts';
import { words } from '../words.ts';
import { ChoiceField, TextField } from './fields.tsx';

const text = words.claimForm;

interface ClaimFormProps {
  caseId: string;
  view: DocumentView;
  /** The words that make the claim. */
  span: Span;
  /** The read claim that is put right; null for a new one. */
  claim: Claim | null;
  onClose: () => void;
}

/** The parts of a claim that a person fills in. */
interface Filled {
  type: PredicateType | '';
  lemma: string;
  polarity: Claim['polarity'];
  mood: Claim['mood'];
  agent: string;
  patient: string;
  speaker: string;
  time: string;
}

const nameIn = ({ reading }: DocumentView, entity: string | null | undefined): string =>
  reading.entities.find(({ id }) => id === entity)?.name ?? '';

const filledFrom = (view: DocumentView, claim: Claim | null): Filled => {
  const { reading } = view;
  const filler = (role: string) => claim?.roles.find((item) => item.role === role);
  const named = (role: string) => {
    const found = filler(role);
    return found ? nameIn(view, found.entity) || reading.text.slice(...found.span) : '';
  };
  const said = reading.attributions.find(({ id }) => id === claim?.attribution);
  return {
    type: claim?.predicate.type ?? '',
    lemma: claim?.predicate.lemma ?? '',
    polarity: claim?.polarity ?? 'affirmed',
    mood: claim?.mood ?? 'asserted',
    agent: named('agent'),
    patient: named('patient') || named('recipient') || named('beneficiary'),
    speaker: nameIn(view, said?.speaker ?? said?.group),
    time: claim?.time ?? '',
  };
};

/** A claim that stands where a read one stood keeps its predicate's place, and so takes its place. */
const entryOf = (span: Span, claim: Claim | null, filled: Filled): Partial<ClaimEntry> & object => ({
  span,
  kind: claim?.kind ?? 'event',
  predicate: {
    ...(claim ? { span: claim.predicate.span } : {}),
    lemma: filled.lemma || filled.type || '?',
    type: filled.type || null,
  },
  polarity: filled.polarity,
  mood: filled.mood,
  roles: (['agent', 'patient'] as const).flatMap((role) => {
    const name = filled[role].trim();
    return name ? [{ role, name, type: 'other' as const, span: null }] : [];
  }),
  speaker: filled.speaker.trim()
    ? { name: filled.speaker.trim(), type: 'other', span: null, kind: 'says', group: false }
    : null,
  time: filled.time.trim() || null,
  tense: claim?.tense ?? 'past',
});

/** Enters a claim by hand, or puts a read one right; it is matched and weighed like what was read. */
export const ClaimForm = ({ caseId, view, span, claim, onClose }: ClaimFormProps) => {
  const queries = useQueryClient();
  const [filled, setFilled] = useState(() => filledFrom(view, claim));
  const change = (part: Partial<Filled>) => setFilled((before) => ({ ...before, ...part }));
  const keep = useMutation({
    mutationFn: () =>
      send(
        queries,
        'POST',
        casePath(caseId, 'documents', view.document.id, 'claims'),
        entryOf(span, claim, filled),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
      onClose();
    },
  });
  return (
    <form
      className="form claim-form"
      aria-labelledby="claim-form-heading"
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate();
      }}
    >
      <h3 id="claim-form-heading">{claim ? text.edit : text.enter}</h3>
      <blockquote className="quotation">{view.document.text.slice(...span)}</blockquote>
      <div className="form-grid">
        <ChoiceField
          label={text.type}
          value={filled.type}
          choices={words.caseForm.predicates}
          empty="–"
          onChange={(type) => change({ type })}
        />
        <TextField label={text.lemma} value={filled.lemma} onChange={(lemma) => change({ lemma })} />
        <TextField label={text.agent} value={filled.agent} onChange={(agent) => change({ agent })} />
        <TextField label={text.patient} value={filled.patient} onChange={(patient) => change({ patient })} />
        <TextField
          label={text.speaker}
          hint={text.speakerHint}
          value={filled.speaker}
          onChange={(speaker) => change({ speaker })}
        />
        <TextField
          label={text.time}
          hint={text.timeHint}
          value={filled.time}
          onChange={(time) => change({ time })}
        />
        <ChoiceField
          label={text.polarity}
          value={filled.polarity}
          choices={text.polarities}
          onChange={(polarity) => change({ polarity })}
        />
        <ChoiceField
          label={text.mood}
          value={filled.mood}
          choices={words.reader.moods}
          onChange={(mood) => change({ mood })}
        />
      </div>
      {keep.error && (
        <p className="refused" role="alert">
          {text.failed(`${asProblem(keep.error).title} ${asProblem(keep.error).detail}`)}
        </p>
      )}
      <p className="actions">
        <button type="submit" className="primary" aria-disabled={keep.isPending}>
          {text.save}
        </button>
        <button type="button" onClick={onClose}>
          {text.cancel}
        </button>
      </p>
    </form>
  );
};
