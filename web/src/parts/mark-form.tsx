import { useState } from 'react';
import type { Bearing, Span } from '../../../src/model/index.ts';
import { claimIn, type Marked, markedFrom, markOf, sureness } from '../marking.ts';
import { markInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { type ClaimFormProps, ClaimFrame } from './claim-form.tsx';
import { CommitmentBox } from './commitment-box.tsx';
import { ChoiceField, TextField, Unfolding } from './fields.tsx';
import { Sign } from './sign.tsx';

const text = words.marking;
const bearings: readonly Bearing[] = ['breach', 'performance'];

interface BearingProps {
  value: Bearing | '';
  onChange: (bearing: Bearing) => void;
}

/** Which way the words point, with the sign that it has everywhere. */
const BearingChoice = ({ value, onChange }: BearingProps) => (
  <fieldset className="bearing-choice wide">
    <legend>{text.bearing}</legend>
    {bearings.map((bearing) => (
      <label key={bearing} className={`check tone-${bearing}`}>
        <input
          type="radio"
          name="bearing"
          required
          checked={value === bearing}
          onChange={() => onChange(bearing)}
        />
        <Sign status={`probable ${bearing}`} /> {words.opinion.name[bearing]}
      </label>
    ))}
  </fieldset>
);

interface MarkFormProps extends ClaimFormProps {
  /** The words that show something. */
  span: Span;
}

/** What marked words show, in one step: the rest is filled in from what was read, and can be changed. */
export default function MarkForm({ span, ...frame }: MarkFormProps) {
  const { view } = frame;
  const [claim] = useState(() => claimIn(view, span));
  const [marked, setMarked] = useState(() => markedFrom(view, span, claim));
  const change = (part: Partial<Marked>) => setMarked((before) => ({ ...before, ...part }));
  const { commitment, bearing, note, speaker, time, sure, polarity } = marked;
  const { published, publisher } = view.document;
  const isUndated = !published && !time;
  return (
    <ClaimFrame
      {...frame}
      heading={text.heading}
      said={text.kept}
      save={text.save}
      claims={() => (commitment && bearing ? [markOf(view, span, claim, { ...marked, bearing })] : [])}
    >
      <blockquote className="quotation" dir="auto">
        {view.document.text.slice(...span)}
      </blockquote>
      <div className="form-grid">
        <CommitmentBox duties={view.case.duties} onChange={(id) => change({ commitment: id })} />
        <BearingChoice value={bearing} onChange={(chosen) => change({ bearing: chosen })} />
        <TextField label={text.note} value={note} long onChange={(typed) => change({ note: typed })} />
      </div>
      <p className="facts">{markInWords({ speaker, publisher, time, published, sure, polarity })}</p>
      {claim && claim.mood !== 'asserted' && (
        <p className="note">{text.notAsserted(words.reader.moods[claim.mood])}</p>
      )}
      <Unfolding summary={text.change} isOpen={isUndated}>
        <div className="form-grid">
          <TextField
            label={words.claimForm.speaker}
            hint={words.claimForm.speakerHint}
            value={speaker}
            onChange={(typed) => change({ speaker: typed })}
          />
          <TextField
            label={words.claimForm.time}
            hint={isUndated ? text.undated : words.claimForm.timeHint}
            required={!published}
            value={time}
            onChange={(typed) => change({ time: typed })}
          />
          <ChoiceField
            label={text.sure}
            value={sure}
            choices={Object.fromEntries(sureness.map((one) => [one, text.surely[one]]))}
            onChange={(chosen) => change({ sure: chosen })}
          />
          <ChoiceField
            label={words.claimForm.polarity}
            value={polarity}
            choices={text.polarities}
            onChange={(chosen) => change({ polarity: chosen })}
          />
        </div>
      </Unfolding>
    </ClaimFrame>
  );
}
