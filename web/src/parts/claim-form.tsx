import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Claim, DocumentView, Span } from '../../../src/model/index.ts';
import { useEnterClaims } from '../claim-api.ts';
import { cutsOf, entryOf, type Filled, filledFrom, parts, type SentClaim, union } from '../claim-entry.ts';
import { words } from '../words.ts';
import { ClaimFields } from './claim-fields.tsx';
import { ManyField } from './fields.tsx';
import { Leaving } from './leaving.tsx';
import { NotSaved } from './not-saved.tsx';

const text = words.claimForm;

interface FrameProps {
  caseId: string;
  view: DocumentView;
  heading: string;
  said: string;
  /** What the button says that sends it. */
  save?: string;
  claims: () => SentClaim[];
  onClose: () => void;
  children: ReactNode;
}

/** What all forms for claims have in common: a heading, what became of sending it, and two ways to end. */
export const ClaimFrame = ({
  caseId,
  view,
  heading,
  said,
  save = text.save,
  claims,
  onClose,
  children,
}: FrameProps) => {
  const { mutate, isPending, error } = useEnterClaims(caseId);
  const form = useRef<HTMLFormElement>(null);
  const isTouched = useRef(false);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, summary')?.focus(), []);
  return (
    <form
      ref={form}
      className="form claim-form"
      aria-labelledby="claim-form-heading"
      onInput={() => {
        isTouched.current = true;
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const entered = claims();
        if (!isPending && entered.length > 0)
          mutate({ document: view.document.id, claims: entered, said }, { onSuccess: onClose });
      }}
    >
      <Leaving isDirty={() => isTouched.current} />
      <h3 id="claim-form-heading">{heading}</h3>
      {children}
      <NotSaved error={error} say={text.failed} />
      <p className="actions">
        <button type="submit" className="primary" aria-disabled={isPending}>
          {save}
        </button>
        <button type="button" onClick={onClose}>
          {words.action.cancel}
        </button>
      </p>
    </form>
  );
};

export interface ClaimFormProps {
  caseId: string;
  view: DocumentView;
  onClose: () => void;
}

interface OneClaimProps extends ClaimFormProps {
  /** The words that make the claim. */
  span: Span;
  /** The claim that is put right; null for a new one. */
  claim: Claim | null;
  /** Other claims nearby, with which it can be merged. */
  others: readonly Claim[];
}

const wordsOf = ({ document }: DocumentView, span: Span): string => document.text.slice(...span);

/** Enters a claim by hand, puts a read one right, or merges it with others; it is weighed like what was read. */
export const ClaimForm = ({ span, claim, others, ...frame }: OneClaimProps) => {
  const { view } = frame;
  const [filled, setFilled] = useState(() => filledFrom(view, claim));
  const [merged, setMerged] = useState<readonly string[]>([]);
  const joined = others.filter(({ id }) => merged.includes(id));
  const whole = union([span, ...joined.map((other) => other.span)]);
  return (
    <ClaimFrame
      {...frame}
      heading={claim ? text.edit : text.enter}
      said={merged.length ? text.merged : words.decision.kept}
      claims={() => [entryOf(view, whole, claim, filled, joined)]}
    >
      <blockquote className="quotation" dir="auto">
        {wordsOf(view, whole)}
      </blockquote>
      {claim && others.length > 0 && (
        <ManyField
          label={text.mergeWith}
          value={merged}
          choices={Object.fromEntries(others.map((other) => [other.id, wordsOf(view, other.span)]))}
          onChange={setMerged}
        />
      )}
      <ClaimFields
        view={view}
        filled={filled}
        onChange={(part) => setFilled((before) => ({ ...before, ...part }))}
      />
    </ClaimFrame>
  );
};

/** Cuts a claim in two at a word; each part is then a claim of its own. */
export const SplitForm = ({ claim, ...frame }: ClaimFormProps & { claim: Claim }) => {
  const { view } = frame;
  const cuts = cutsOf(view.document.text, claim.span);
  const [place, setPlace] = useState(Math.floor(cuts.length / 2));
  const [filled, setFilled] = useState(() => {
    const read = filledFrom(view, claim);
    return [read, { ...read, lemma: '', patient: '' }] as [Filled, Filled];
  });
  const halves = parts(view.document.text, claim.span, cuts[place] ?? claim.span[1]);
  /** The part with the predicate takes the place of the claim that was read. */
  const holder = claim.predicate.span[0] < (cuts[place] ?? 0) ? 0 : 1;
  const entries = () =>
    halves.map((half, part) => {
      const entry = entryOf(view, half, claim, filled[part] as Filled);
      return part === holder ? entry : { ...entry, predicate: { ...entry.predicate, span: half } };
    });
  return (
    <ClaimFrame {...frame} heading={text.split} said={text.wasSplit} claims={entries}>
      <label className="field">
        <span>{text.cut}</span>
        <input
          type="range"
          min={0}
          max={cuts.length - 1}
          value={place}
          aria-valuetext={wordsOf(view, halves[1])}
          onChange={({ target }) => setPlace(Number(target.value))}
        />
      </label>
      {halves.map((half, part) => (
        <fieldset key={part === 0 ? 'first' : 'second'} className="part">
          <legend>{part === 0 ? text.part.first : text.part.second}</legend>
          <blockquote className="quotation" dir="auto">
            {wordsOf(view, half)}
          </blockquote>
          <ClaimFields
            view={view}
            filled={filled[part] as Filled}
            onChange={(change) =>
              setFilled(
                (before) =>
                  before.map((each, index) => (index === part ? { ...each, ...change } : each)) as [
                    Filled,
                    Filled,
                  ],
              )
            }
          />
        </fieldset>
      ))}
    </ClaimFrame>
  );
};
