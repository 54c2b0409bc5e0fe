import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { idFrom } from '../../../src/model/ids.ts';
import type { CaseFile, CaseFileView, Commitment, Grade } from '../../../src/model/index.ts';
import { conflictOf } from '../api.ts';
import {
  type FormGap,
  finished,
  gapsOfForm,
  newActor,
  newCase,
  newCommitment,
  newParty,
} from '../case-draft.ts';
import { useCaseChange } from '../change-api.ts';
import { caseFileQuery } from '../explore-api.ts';
import { CommitmentForm, choicesOf } from '../parts/commitment-form.tsx';
import { EditClash } from '../parts/edit-clash.tsx';
import { ChoiceField, ListField, ManyField, Rows, TextField, Unfolding } from '../parts/fields.tsx';
import { Leaving } from '../parts/leaving.tsx';
import { NotSaved } from '../parts/not-saved.tsx';
import { gradeInWords } from '../phrases.ts';
import { words } from '../words.ts';

const text = words.caseForm;
const grades: readonly Grade[] = ['A', 'B', 'C', 'D', 'E', 'F'];
const gradeChoices = () => Object.fromEntries(grades.map((grade) => [grade, gradeInWords(grade)]));

interface SectionProps {
  draft: CaseFile;
  change: (part: Partial<CaseFile>) => void;
}

/** What is missing, as it is said at the field. */
type Lacks = (what: FormGap['what'], place?: number) => string | undefined;

const lacksOf =
  (gaps: readonly FormGap[]): Lacks =>
  (what, place) =>
    gaps.some((gap) => gap.what === what && (!('place' in gap) || gap.place === place))
      ? words.gaps[what]
      : undefined;

const Parties = ({ draft, change, lacks }: SectionProps & { lacks: Lacks }) => (
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
      {({ name, aliases }, changeOne, place) => (
        <div className="form-grid">
          <TextField
            label={words.fields.name}
            value={name}
            required
            error={place === 0 ? lacks('party') : undefined}
            onChange={(name) => changeOne({ name })}
          />
          <ListField
            label={words.fields.aliases}
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
    <Unfolding
      className="form-section"
      summary={words.counted({ what: text.actors, n: draft.actors.length })}
    >
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
              label={words.fields.name}
              value={actor.name}
              required
              onChange={(name) => changeOne({ name })}
            />
            <ListField
              label={words.fields.aliases}
              value={actor.aliases}
              onChange={(aliases) => changeOne({ aliases: [...aliases] })}
            />
            {(['memberOf', 'partOf', 'adverseTo'] as const).map((relation) => (
              <ManyField
                key={relation}
                label={words.fields[relation]}
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
    <Unfolding
      className="form-section"
      summary={words.counted({ what: words.fields.grades, n: rows.length })}
    >
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
            <TextField
              label={words.fields.name}
              value={name}
              required
              onChange={(name) => changeOne({ name })}
            />
            <ChoiceField
              label={text.grade}
              value={grade}
              choices={gradeChoices()}
              onChange={(grade) => changeOne({ grade })}
            />
          </div>
        )}
      </Rows>
    </Unfolding>
  );
};

interface CommitmentsProps extends SectionProps {
  caseId: string | null;
  /** Place of the one that is open; the others are a line each. */
  open: number | null;
  onOpen: (place: number | null) => void;
  lacks: Lacks;
}

const Commitments = ({ draft, change, caseId, open, onOpen, lacks }: CommitmentsProps) => {
  const put = (place: number, part: Partial<Commitment>) =>
    change({
      commitments: draft.commitments.map((each, at) => (at === place ? { ...each, ...part } : each)),
    });
  return (
    <section className="form-section" aria-labelledby="commitments-heading">
      <h2 id="commitments-heading">
        {words.counted({ what: words.fields.commitments, n: draft.commitments.length })}
      </h2>
      <ol className="plain folded-list">
        {draft.commitments.map((commitment, place) => (
          <li key={commitment.id}>
            <details
              open={open === place}
              onToggle={({ currentTarget }) => {
                if (currentTarget.open) onOpen(place);
                else if (open === place) onOpen(null);
              }}
            >
              <summary>{commitment.requires || text.commitment(place + 1)}</summary>
              {open === place && (
                <>
                  <CommitmentForm
                    value={commitment}
                    change={(part) => put(place, part)}
                    draft={draft}
                    caseId={caseId}
                    lacks={(what) => lacks(what, place)}
                  />
                  <button
                    type="button"
                    className="remove"
                    onClick={() => {
                      onOpen(null);
                      change({ commitments: draft.commitments.filter((_, at) => at !== place) });
                    }}
                  >
                    {text.removeCommitment(place + 1)}
                  </button>
                </>
              )}
            </details>
          </li>
        ))}
      </ol>
      <p>
        <button
          type="button"
          onClick={() => {
            onOpen(draft.commitments.length);
            change({ commitments: [...draft.commitments, newCommitment(draft.signed)] });
          }}
        >
          {text.add.commitment}
        </button>
      </p>
    </section>
  );
};

/** What is missing, in words, each with the way to it. */
const Gaps = ({
  gaps,
  draft,
  onOpen,
}: {
  gaps: readonly FormGap[];
  draft: CaseFile;
  onOpen: (place: number) => void;
}) => (
  <div className="refused" role="alert">
    <p>{text.lacking}</p>
    <ul>
      {gaps.map((gap) => (
        <li key={'place' in gap ? `${gap.what} ${gap.place}` : gap.what}>
          {words.gaps[gap.what]}{' '}
          {'place' in gap && (
            <button type="button" onClick={() => onOpen(gap.place)}>
              {draft.commitments[gap.place]?.requires.slice(0, 60) || text.commitment(gap.place + 1)}
            </button>
          )}
        </li>
      ))}
    </ul>
  </div>
);

interface CaseFormProps {
  heading: string;
  initial: CaseFile;
  /** null for a case that is not there yet. */
  caseId: string | null;
  /** The version that is edited. */
  version?: string;
  /** What another window has saved since, and taking that over while nothing is typed. */
  newer?: CaseFileView | null;
  onNewer?: () => void;
}

/** What is compared with the case that another window saved: two edits of one case. */
interface Clash {
  mine: CaseFile;
  theirs: CaseFileView;
}

const CaseForm = ({ heading, initial, caseId, version, newer = null, onNewer }: CaseFormProps) => {
  const [draft, setDraft] = useState(initial);
  const [clash, setClash] = useState<Clash | null>(null);
  const isUntouched = draft === initial;
  useEffect(() => {
    if (newer && isUntouched) onNewer?.();
  }, [newer, isUntouched, onNewer]);
  const navigate = useNavigate();
  const keep = useCaseChange(caseId);
  const change = (part: Partial<CaseFile>) => setDraft((before) => ({ ...before, ...part }));
  const [open, setOpen] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // Once it was to be saved, each field says what it lacks until it is mended.
  const [tries, setTries] = useState(0);
  const gaps = tries > 0 ? gapsOfForm(draft) : [];
  const lacks = lacksOf(gaps);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid], summary:has(.refused)')?.focus();
  }, [tries]);
  const isKept = useRef(false);
  const submit = () => {
    const [first] = gapsOfForm(draft);
    setTries(tries + 1);
    if (first && 'place' in first) setOpen(first.place);
    if (first || keep.isPending) return;
    save(finished(draft), version);
  };
  const save = (file: CaseFile, seen: string | undefined) =>
    keep.mutate(
      { file, seen },
      {
        onSuccess: () => {
          isKept.current = true;
          navigate({ to: '/cases/$case', params: { case: file.id } });
        },
        onError: (error) => {
          const theirs = conflictOf<CaseFileView>(error);
          if (theirs) setClash({ mine: file, theirs });
        },
      },
    );
  return (
    <div className="page">
      <title>{words.pageTitle(heading)}</title>
      <Leaving isDirty={() => draft !== initial && !isKept.current} />
      <h1>{heading}</h1>
      <form
        ref={form}
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <fieldset className="form-section">
          <legend>{words.agreement.heading}</legend>
          <div className="form-grid">
            <TextField
              label={words.fields.title}
              value={draft.title}
              required
              long
              error={lacks('title')}
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
              label={words.fields.signed}
              type="date"
              value={draft.signed}
              required
              error={lacks('signed')}
              onChange={(signed) => change({ signed })}
            />
            <ChoiceField
              label={words.fields.standard}
              value={draft.standard}
              choices={{
                ...words.profiles,
                ...Object.fromEntries(Object.keys(draft.standards).map((name) => [name, name])),
              }}
              onChange={(standard) => change({ standard })}
            />
          </div>
        </fieldset>
        <Parties draft={draft} change={change} lacks={lacks} />
        <Actors draft={draft} change={change} />
        <Grades draft={draft} change={change} />
        <Commitments {...{ draft, change, caseId, open, lacks }} onOpen={setOpen} />
        {gaps.length > 0 && <Gaps gaps={gaps} draft={draft} onOpen={setOpen} />}
        {newer && !isUntouched && (
          <p className="note" role="status">
            {text.newer}{' '}
            <button type="button" onClick={() => setClash({ mine: finished(draft), theirs: newer })}>
              {text.compare}
            </button>
          </p>
        )}
        <NotSaved error={conflictOf(keep.error) ? null : keep.error} />
        {caseId !== null && (
          <p className="quiet">
            <Link to="/cases/$case/file" params={{ case: caseId }}>
              {words.caseFile.open}
            </Link>
          </p>
        )}
        <p className="form-end">
          <button type="submit" className="primary" aria-disabled={keep.isPending}>
            {keep.isPending ? words.desk.saved.saving : text.save}
          </button>
        </p>
      </form>
      {clash && (
        <EditClash
          base={initial}
          {...clash}
          onSave={(file) => save(file, clash.theirs.version)}
          onClose={() => setClash(null)}
        />
      )}
    </div>
  );
};

export const NewCaseForm = () => {
  const [initial] = useState(newCase);
  return <CaseForm heading={text.newHeading} initial={initial} caseId={null} />;
};

const route = getRouteApi('/cases/$case/edit');

export const EditCase = () => {
  const { case: caseId } = route.useParams();
  const { data } = useSuspenseQuery(caseFileQuery(caseId));
  const [opened, setOpened] = useState(data);
  const newer = data.version === opened.version ? null : data;
  return (
    <CaseForm
      key={opened.version}
      heading={words.nav.edit}
      initial={opened.file}
      version={opened.version}
      caseId={caseId}
      newer={newer}
      onNewer={() => setOpened(data)}
    />
  );
};
