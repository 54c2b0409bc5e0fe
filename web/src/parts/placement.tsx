import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Bearing, CaseFile, Decision, DocumentView } from '../../../src/model/index.ts';
import { decisionsQuery, heldOf } from '../decision-api.ts';
import { caseFileQuery } from '../explore-api.ts';
import { placeOf } from '../placement.ts';
import { words } from '../words.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { Dialog } from './dialog.tsx';
import { ChoiceField } from './fields.tsx';

const text = words.placement;

type Placed = Pick<DocumentView['evidence'][number], 'id' | 'commitment' | 'bearing'>;

interface FormProps {
  caseId: string;
  evidence: Placed;
  duties: Readonly<Record<string, string>>;
  file: CaseFile;
  history: readonly Decision[];
  close: () => void;
}

const PlacementForm = ({ caseId, evidence, duties, file, history, close }: FormProps) => {
  const held = heldOf(history, 'indicator');
  const before = placeOf(file, held);
  const [commitment, setCommitment] = useState(before?.commitment ?? '');
  const [bearing, setBearing] = useState<Bearing>(before?.bearing ?? evidence.bearing);
  const value = commitment ? { commitment, bearing } : null;
  const isSame = value?.commitment === before?.commitment && (!value || value.bearing === before?.bearing);
  const changes = [{ kind: 'indicator' as const, value, before: held }];
  const decided = isSame ? null : { subject: `evidence:${evidence.id}`, changes };
  return (
    <DecisionForm {...{ caseId, decided, close }}>
      <ChoiceField
        label={text.commitment}
        value={commitment}
        choices={duties}
        empty={text.asMatched}
        onChange={setCommitment}
      />
      {commitment && (
        <ChoiceField
          label={text.bearing}
          value={bearing}
          choices={words.opinion.name}
          onChange={setBearing}
        />
      )}
    </DecisionForm>
  );
};

/** Opens the dialog in which a person says on which commitment a piece of evidence bears, and which way. */
export const Placement = ({ caseId, evidence }: { caseId: string; evidence: Placed }) => {
  const [isOpen, setOpen] = useState(false);
  const subject = `evidence:${evidence.id}`;
  const { data } = useQuery({ ...caseFileQuery(caseId), enabled: isOpen });
  const { data: decided } = useQuery({ ...decisionsQuery(caseId, { subject }), enabled: isOpen });
  const history = decided?.decisions.filter(({ kind }) => kind === 'indicator');
  const duties = Object.fromEntries(data?.file.commitments.map(({ id, requires }) => [id, requires]) ?? []);
  return (
    <>
      <button type="button" className="small" onClick={() => setOpen(true)}>
        {text.open}
      </button>
      {isOpen && data && history && (
        <Dialog heading={text.heading} onClose={() => setOpen(false)}>
          {(close) => (
            <>
              <PlacementForm {...{ caseId, evidence, duties, history, close }} file={data.file} />
              <DecisionHistory history={history} duties={duties} />
            </>
          )}
        </Dialog>
      )}
    </>
  );
};
