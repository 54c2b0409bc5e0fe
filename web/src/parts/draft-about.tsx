import { useState } from 'react';
import type { DraftWork } from '../../../src/model/index.ts';
import { agreementInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { DraftBodies } from './draft-bodies.tsx';
import { TextField } from './fields.tsx';

const text = words.desk;

interface DraftAboutProps {
  work: DraftWork;
  change: (next: DraftWork, said: string, key?: string) => void;
}

const listed = (bodies: readonly { name: string }[]): string =>
  new Intl.ListFormat('en').format(bodies.flatMap(({ name }) => (name.trim() ? [name] : [])));

/** Who is bound, who else has a part, and when it was signed: one line, open where something is missing. */
export const DraftAbout = ({ work, change }: DraftAboutProps) => {
  const [isOpen, setOpen] = useState(!work.signed || work.parties.length < 2);
  return (
    <details
      className="desk-about"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {agreementInWords(listed(work.parties), listed(work.actors), work.signed)}{' '}
        <span className="quiet">{isOpen ? '' : words.action.change}</span>
      </summary>
      <div className="desk-facts">
        <TextField
          label={words.fields.title}
          value={work.title}
          onChange={(title) => change({ ...work, title }, text.done.about, 'title')}
        />
        <TextField
          label={words.fields.signed}
          type="date"
          value={work.signed ?? ''}
          {...(work.signed ? {} : { hint: text.signedMissing })}
          onChange={(day) => change({ ...work, signed: day || null }, text.done.about, 'signed')}
        />
      </div>
      <DraftBodies work={work} change={change} />
    </details>
  );
};
