import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFile, Decision, DocumentView, Placement as Place } from '../../../src/model/index.ts';
import { decisionsQuery, heldOf } from '../decision-api.ts';
import { caseFileQuery } from '../explore-api.ts';
import { words } from '../words.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { Dialog } from './dialog.tsx';

const text = words.placement;

type Placed = Pick<DocumentView['evidence'][number], 'id' | 'commitment' | 'indicator'>;

interface FormProps {
  caseId: string;
  evidence: Placed;
  file: CaseFile;
  history: readonly Decision[];
  close: () => void;
}

/** An option's value, and the place it stands for. */
const written = ({ commitment, indicator }: Place): string => JSON.stringify([commitment, indicator]);
const placeIn = (value: string): Place => {
  const [commitment, indicator] = JSON.parse(value) as [string, string];
  return { commitment, indicator };
};

const PlacementForm = ({ caseId, evidence, file, history, close }: FormProps) => {
  const held = heldOf(history, 'indicator');
  const present = held ? written(held.value as Place) : '';
  const [place, setPlace] = useState(present);
  const value = place ? placeIn(place) : null;
  const changes = [{ kind: 'indicator' as const, value, before: held }];
  const decided = place === present ? null : { subject: `evidence:${evidence.id}`, changes };
  return (
    <DecisionForm {...{ caseId, decided, close }}>
      <label className="field">
        <span>{text.label}</span>
        <select value={place} onChange={({ target }) => setPlace(target.value)}>
          <option value="">{text.asMatched}</option>
          {file.commitments.map(({ id, requires, indicators }) => (
            <optgroup key={id} label={requires}>
              {indicators.map((indicator) => (
                <option key={indicator.id} value={written({ commitment: id, indicator: indicator.id })}>
                  {words.opinion.name[indicator.bearing]}: {indicator.says}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
    </DecisionForm>
  );
};

/** Opens the dialog in which a person says which indicator a piece of evidence meets. */
export const Placement = ({ caseId, evidence }: { caseId: string; evidence: Placed }) => {
  const [isOpen, setOpen] = useState(false);
  const subject = `evidence:${evidence.id}`;
  const { data: file } = useQuery({ ...caseFileQuery(caseId), enabled: isOpen });
  const { data: decided } = useQuery({ ...decisionsQuery(caseId, { subject }), enabled: isOpen });
  const history = decided?.decisions.filter(({ kind }) => kind === 'indicator');
  return (
    <>
      <button type="button" className="small" onClick={() => setOpen(true)}>
        {text.open}
      </button>
      {isOpen && file && history && (
        <Dialog heading={text.heading} onClose={() => setOpen(false)}>
          {(close) => (
            <>
              <PlacementForm {...{ caseId, evidence, history, close }} file={file.file} />
              <DecisionHistory history={history} />
            </>
          )}
        </Dialog>
      )}
    </>
  );
};
