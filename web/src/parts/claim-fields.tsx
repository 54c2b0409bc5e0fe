import type { DocumentView } from '../../../src/model/index.ts';
import type { Filled } from '../claim-entry.ts';
import { words } from '../words.ts';
import { ChoiceField, TextField } from './fields.tsx';

const text = words.claimForm;

interface ClaimFieldsProps {
  view: DocumentView;
  filled: Filled;
  onChange: (part: Partial<Filled>) => void;
}

/** The names that the text and the case have, to choose from. */
const namesOf = ({ reading, case: of }: DocumentView): string[] => [
  ...new Set([
    ...Object.values(of.names),
    ...reading.entities.map(({ name }) => name).filter((name) => /\p{Lu}|\p{Lo}/u.test(name)),
  ]),
];

/** What happens, who does it to whom, who says so and how. */
export const ClaimFields = ({ view, filled, onChange }: ClaimFieldsProps) => (
  <div className="form-grid">
    <TextField
      label={text.lemma}
      hint={text.lemmaHint}
      value={filled.lemma}
      required
      onChange={(lemma) => onChange({ lemma })}
    />
    <TextField label={text.agent} value={filled.agent} onChange={(agent) => onChange({ agent })} />
    <TextField label={text.patient} value={filled.patient} onChange={(patient) => onChange({ patient })} />
    <TextField
      label={text.speaker}
      hint={text.speakerHint}
      value={filled.speaker}
      choices={namesOf(view)}
      onChange={(speaker) => onChange({ speaker })}
    />
    <TextField
      label={text.time}
      hint={text.timeHint}
      value={filled.time}
      onChange={(time) => onChange({ time })}
    />
    <ChoiceField
      label={text.polarity}
      value={filled.polarity}
      choices={text.polarities}
      onChange={(polarity) => onChange({ polarity })}
    />
    <ChoiceField
      label={text.mood}
      value={filled.mood}
      choices={words.reader.moods}
      onChange={(mood) => onChange({ mood })}
    />
  </div>
);
