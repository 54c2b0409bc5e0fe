import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EntityView, Identity, NameCandidate, NameJudgement } from '../../../src/model/index.ts';
import { identitySubject } from '../../../src/model/subjects.ts';
import { momentInWords } from '../dates.ts';
import { changeOf, useDecide, useSeen } from '../decision-api.ts';
import { candidatesQuery, entityListQuery } from '../explore-api.ts';
import { words } from '../words.ts';
import { DecisionForm } from './decision-form.tsx';
import { Dialog } from './dialog.tsx';
import { ChoiceField, TextField } from './fields.tsx';
import { NotDecided } from './not-decided.tsx';

const text = words.identity;

/** Another name that may name the same: proposed, with its reasons, or looked up. */
interface Other {
  key: string;
  name: string;
  why: string;
}

const otherOf = ({ a, b, score, reasons }: NameCandidate, key: string): Other => {
  const other = a.key === key ? b : a;
  return { key: other.key, name: other.name, why: text.why({ score, reasons: reasons.join('; ') }) };
};

interface NameProps {
  caseId: string;
  entity: EntityView['entity'];
}

interface ChooserProps extends NameProps {
  chosen: string;
  onChoose: (key: string) => void;
}

/** The likeliest names, or those that hold the words looked for. */
const Chooser = ({ caseId, entity, chosen, onChoose }: ChooserProps) => {
  const [sought, setSought] = useState('');
  const { data: proposed } = useQuery(candidatesQuery(caseId, entity.key));
  const { data: found } = useQuery({
    ...entityListQuery(caseId, { q: sought }, 1),
    enabled: sought !== '',
    placeholderData: keepPreviousData,
  });
  const others: Other[] = sought
    ? (found?.entities ?? [])
        .filter(({ key }) => key !== entity.key)
        .slice(0, 8)
        .map(({ key, name, documents }) => ({ key, name, why: text.inDocuments(documents) }))
    : (proposed?.candidates ?? []).map((candidate) => otherOf(candidate, entity.key));
  return (
    <>
      <TextField label={text.seek} hint={text.seekHint} value={sought} onChange={setSought} />
      <fieldset className="choices">
        <legend>{sought ? text.found : text.likely}</legend>
        {others.length === 0 && <p className="quiet">{text.nobody}</p>}
        {others.map(({ key, name, why }) => (
          <label key={key} className="check">
            <input
              type="radio"
              name="other"
              required
              checked={chosen === key}
              onChange={() => onChoose(key)}
            />
            <span>
              {name} <span className="facts">{why}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
};

interface FormProps extends NameProps {
  judgements: readonly NameJudgement[];
  close: () => void;
}

const JudgementForm = ({ caseId, entity, judgements, close }: FormProps) => {
  const [other, setOther] = useState('');
  const [value, setValue] = useState<Identity>('same');
  const seen = useSeen(judgements);
  const subject = identitySubject(entity.key, other);
  const before = seen.find((one) => one.subject === subject && one.holds && one.value !== null) ?? null;
  const decided = other ? { subject, changes: [changeOf('identity', value, before)] } : null;
  return (
    <DecisionForm {...{ caseId, decided, close }}>
      <Chooser caseId={caseId} entity={entity} chosen={other} onChoose={setOther} />
      <ChoiceField label={text.value} value={value} choices={text.values} onChange={setValue} />
    </DecisionForm>
  );
};

interface JudgementsProps extends NameProps {
  judgements: readonly NameJudgement[];
}

/** What people decided on a name and others, who and when; each can be taken back, and another one made. */
export const NameJudgements = ({ caseId, entity, judgements }: JudgementsProps) => {
  const [isOpen, setOpen] = useState(false);
  const deciding = useDecide(caseId);
  const { mutate, isPending } = deciding;
  const takeBack = (judgement: NameJudgement) => {
    if (isPending || judgement.value === null) return;
    mutate({ subject: judgement.subject, changes: [changeOf('identity', null, judgement)], reason: '' });
  };
  return (
    <section className="judgements" aria-labelledby="judgements-heading">
      <h2 id="judgements-heading">{text.heading}</h2>
      {judgements.length === 0 && <p className="quiet">{text.none}</p>}
      <ul className="plain history">
        {judgements.map((judgement) => (
          <li key={judgement.id}>
            <strong>{judgement.value === null ? text.takenBack : text.values[judgement.value]}</strong>:{' '}
            <Link
              to="/cases/$case/names/$name"
              params={{ case: caseId, name: judgement.other.key }}
              search={{}}
            >
              {judgement.other.name}
            </Link>{' '}
            <span className="facts">
              {words.decision.by({ who: judgement.by, when: momentInWords(judgement.at) })}
            </span>
            {judgement.reason && <p>“{judgement.reason}”</p>}
            {judgement.holds && judgement.value !== null && (
              <button
                type="button"
                className="small"
                aria-disabled={isPending}
                onClick={() => takeBack(judgement)}
              >
                {judgement.value === 'same' ? text.unmerge : words.action.takeBack}
              </button>
            )}
          </li>
        ))}
      </ul>
      <NotDecided deciding={deciding} />
      <p>
        <button type="button" onClick={() => setOpen(true)}>
          {text.open}
        </button>
      </p>
      {isOpen && (
        <Dialog heading={text.of(entity.name)} onClose={() => setOpen(false)}>
          {(close) => <JudgementForm {...{ caseId, entity, judgements, close }} />}
        </Dialog>
      )}
    </section>
  );
};
