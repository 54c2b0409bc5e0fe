import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseFile, Grade } from '../../../src/model/index.ts';
import { asProblem } from '../api.ts';
import { finished, idFrom, newActor, newCase, newCommitment, newParty } from '../case-draft.ts';
import { useCaseChange } from '../change-api.ts';
import { caseFileQuery } from '../explore-api.ts';
import { CommitmentForm, choicesOf } from '../parts/commitment-form.tsx';
import { ChoiceField, ListField, ManyField, Rows, TextField, Unfolding } from '../parts/fields.tsx';
import { words } from '../words.ts';

const text = words.caseForm;
const grades: readonly Grade[] = ['A', 'B', 'C', 'D', 'E', 'F'];
const gradeChoices = Object.fromEntries(grades.map((grade) => [grade, words.commitment.grade(grade)]));

interface SectionProps {
  draft: CaseFile;
  change: (part: Partial<CaseFile>) => void;
}

/** Ids as they will be, so that commitments can name parties that are not saved yet. */
const withId = <T extends { id: string; name: string }>(items: readonly T[]): T[] =>
  items.map((item) => (item.id || !item.name.trim() ? item : { ...item, id: idFrom(item.name) }));

const Parties = ({ draft, change }: SectionProps) => (
  <fieldset className="form-section">
    <legend>{text.parties}</legend>
    <p className="hint">{text.partiesHint}</p>
    <Rows
      items={draft.parties}
      onChange={(parties) => change({ parties })}
      make={newParty}
      addLabel={text.add.party}
      removeLabel={({ name }) => text.remove(name)}
    >
      {({ name, aliases }, changeOne) => (
        <div className="form-grid">
          <TextField label={text.name} value={name} required onChange={(name) => changeOne({ name })} />
          <ListField
            label={text.aliases}
            value={aliases}
            onChange={(aliases) => changeOne({ aliases: [...aliases] })}
          />
        </div>
      )}
    </Rows>
  </fieldset>
);

const Actors = ({ draft, change }: SectionProps) => {
  const everyone = choicesOf([...draft.parties, ...draft.actors]);
  return (
    <Unfolding className="form-section" summary={`${text.actors} (${draft.actors.length})`}>
      <p className="hint">{text.actorsHint}</p>
      <Rows
        items={draft.actors}
        onChange={(actors) => change({ actors })}
        make={newActor}
        addLabel={text.add.actor}
        removeLabel={({ name }) => text.remove(name)}
      >
        {(actor, changeOne) => (
          <div className="form-grid">
            <TextField
              label={text.name}
              value={actor.name}
              required
              onChange={(name) => changeOne({ name })}
            />
            <ListField
              label={text.aliases}
              value={actor.aliases}
              onChange={(aliases) => changeOne({ aliases: [...aliases] })}
            />
            {(['memberOf', 'partOf', 'adverseTo'] as const).map((relation) => (
              <ManyField
                key={relation}
                label={text[relation]}
                value={actor[relation]}
                choices={everyone}
                onChange={(ids) => changeOne({ [relation]: [...ids] })}
              />
            ))}
          </div>
        )}
      </Rows>
    </Unfolding>
  );
};

const Grades = ({ draft, change }: SectionProps) => {
  const rows = Object.entries(draft.grades).map(([name, grade]) => ({ name, grade }));
  const keep = (items: readonly { name: string; grade: Grade }[]) =>
    change({ grades: Object.fromEntries(items.map(({ name, grade }) => [name, grade])) });
  return (
    <Unfolding className="form-section" summary={`${text.grades} (${rows.length})`}>
      <p className="hint">{text.gradesHint}</p>
      <Rows
        items={rows}
        onChange={keep}
        make={() => ({ name: '', grade: 'C' as Grade })}
        addLabel={text.add.grade}
        removeLabel={({ name }) => text.remove(name)}
      >
        {({ name, grade }, changeOne) => (
          <div className="form-grid">
            <TextField label={text.name} value={name} required onChange={(name) => changeOne({ name })} />
            <ChoiceField
              label={text.grade}
              value={grade}
              choices={gradeChoices}
              onChange={(grade) => changeOne({ grade })}
            />
          </div>
        )}
      </Rows>
    </Unfolding>
  );
};

const Commitments = ({ draft, change, caseId }: SectionProps & { caseId: string | null }) => {
  const known = { ...draft, parties: withId(draft.parties), actors: withId(draft.actors) };
  return (
    <section className="form-section" aria-labelledby="commitments-heading">
      <h2 id="commitments-heading">{text.commitments}</h2>
      <Rows
        items={draft.commitments}
        onChange={(commitments) => change({ commitments })}
        make={() => newCommitment(draft.signed)}
        addLabel={text.add.commitment}
        removeLabel={(_, place) => text.remove(text.commitment(place + 1).toLowerCase())}
      >
        {(commitment, changeOne, place) => (
          <Unfolding
            isOpen={!commitment.id}
            summary={<strong>{commitment.requires || text.commitment(place + 1)}</strong>}
          >
            <CommitmentForm value={commitment} change={changeOne} draft={known} caseId={caseId} />
          </Unfolding>
        )}
      </Rows>
    </section>
  );
};

interface CaseFormProps {
  heading: string;
  initial: CaseFile;
  /** null for a case that is not there yet. */
  caseId: string | null;
}

const CaseForm = ({ heading, initial, caseId }: CaseFormProps) => {
  const [draft, setDraft] = useState(initial);
  const navigate = useNavigate();
  const keep = useCaseChange(caseId);
  const change = (part: Partial<CaseFile>) => setDraft((before) => ({ ...before, ...part }));
  const submit = () => {
    const file = finished(draft);
    keep.mutate(file, { onSuccess: () => navigate({ to: '/cases/$case', params: { case: file.id } }) });
  };
  return (
    <div className="page">
      <title>{words.pageTitle(heading)}</title>
      <h1>{heading}</h1>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <fieldset className="form-section">
          <legend>{text.agreement}</legend>
          <div className="form-grid">
            <TextField
              label={text.title}
              value={draft.title}
              required
              long
              onChange={(title) => change({ title })}
            />
            <TextField
              label={text.id}
              value={draft.id || (draft.title && idFrom(draft.title))}
              readOnly={caseId !== null}
              hint={text.idHint}
              onChange={(id) => change({ id })}
            />
            <TextField
              label={text.signed}
              type="date"
              value={draft.signed}
              required
              onChange={(signed) => change({ signed })}
            />
            <ChoiceField
              label={text.standard}
              value={draft.standard}
              choices={{
                ...words.profiles,
                ...Object.fromEntries(Object.keys(draft.standards).map((name) => [name, name])),
              }}
              onChange={(standard) => change({ standard })}
            />
          </div>
        </fieldset>
        <Parties draft={draft} change={change} />
        <Actors draft={draft} change={change} />
        <Grades draft={draft} change={change} />
        <Commitments draft={draft} change={change} caseId={caseId} />
        {keep.error && (
          <p className="refused" role="alert">
            {text.failed(asProblem(keep.error).title, asProblem(keep.error).detail)}
          </p>
        )}
        <p className="form-end">
          <button type="submit" className="primary" aria-disabled={keep.isPending}>
            {keep.isPending ? text.saving : text.save}
          </button>
        </p>
      </form>
    </div>
  );
};

export const NewCase = () => <CaseForm heading={text.newHeading} initial={newCase()} caseId={null} />;

const route = getRouteApi('/cases/$case/edit');

export const EditCase = () => {
  const { case: caseId } = route.useParams();
  const { data } = useSuspenseQuery(caseFileQuery(caseId));
  return <CaseForm key={data.source} heading={text.editHeading} initial={data.file} caseId={caseId} />;
};
