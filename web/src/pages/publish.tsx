import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { listInWords } from '../../../src/messages/index.ts';
import type {
  Decision,
  PublicationChoice,
  ReviewKind,
  ReviewLine,
  ReviewView,
} from '../../../src/model/index.ts';
import { choicesOf, longestQuotation } from '../../../src/model/publication-choices.ts';
import { boardQuery } from '../api.ts';
import { changeOf, heldOf, useDecide } from '../decision-api.ts';
import { Clocks } from '../parts/clocks.tsx';
import { TextField } from '../parts/fields.tsx';
import { Folded } from '../parts/folded.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { NotDecided } from '../parts/not-decided.tsx';
import { NotSaved } from '../parts/not-saved.tsx';
import { clocksInWords } from '../phrases.ts';
import { choicesQuery, publicationQuery, useConsent, useMakeEdition } from '../publish-api.ts';
import { words } from '../words.ts';

const text = words.publish;

const route = getRouteApi('/cases/$case/publish');

/** What is most often to be chosen on comes first. */
const kinds: readonly ReviewKind[] = ['person', 'place', 'finding', 'quotation'];

/** Lines of a kind that are shown until a person asks for all. */
const shownFirst = 40;

/** How much of a line's words its controls are called by. */
const calledBy = 60;

const leadOf = (kind: ReviewKind): string =>
  kind === 'quotation' ? text.leads.quotation(longestQuotation) : text.leads[kind];

interface LineProps {
  line: ReviewLine;
  onChoose: (choice: PublicationChoice) => void;
}

const Line = ({ line, onChoose }: LineProps) => {
  const { kind, words: read, choice, shownAs, note, reason, by } = line;
  return (
    <tr>
      <th scope="row">
        <bdi>{read}</bdi>
        {choice !== 'keep' && (
          <div className="quiet">
            {shownAs === null ? (
              text.hidden
            ) : (
              <>
                {text.shown} <bdi>{kind === 'quotation' ? shownAs : `[${shownAs}]`}</bdi>
              </>
            )}
          </div>
        )}
      </th>
      <td>{note}</td>
      <td>
        <select
          aria-label={text.choose(read.slice(0, calledBy))}
          value={choice}
          onChange={({ target }) => onChoose(target.value as PublicationChoice)}
        >
          {choicesOf[kind].map((each) => (
            <option key={each} value={each}>
              {text.choices[each]}
            </option>
          ))}
        </select>
      </td>
      <td>
        {by !== null && text.by(by)} <bdi>{reason}</bdi>
      </td>
    </tr>
  );
};

interface LinesProps {
  caseId: string;
  kind: ReviewKind;
  lines: readonly ReviewLine[];
  /** What people chose on all of them, the newest first. */
  history: readonly Decision[];
}

/** All of one kind that would become public, each to be chosen on. */
const Lines = ({ caseId, kind, lines, history }: LinesProps) => {
  const [reason, setReason] = useState('');
  const deciding = useDecide(caseId, text);
  const { mutate, isPending } = deciding;
  const choose = (subject: string, choice: PublicationChoice) => {
    const changes = [changeOf('publication', { choice }, heldOf(history, 'publication', subject))];
    if (!isPending) mutate({ subject, changes, reason: reason.trim() });
  };
  const changed = lines.filter(({ choice }) => choice !== 'keep').length;
  return (
    <>
      <h2>{text.headings[kind]}</h2>
      <p className="quiet">{leadOf(kind)}</p>
      {lines.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <>
          <div className="form">
            <TextField label={text.reason} value={reason} hint={text.reasonHint} long onChange={setReason} />
          </div>
          <NotDecided deciding={deciding} />
          <Folded items={lines} first={shownFirst}>
            {(shown) => (
              <ListTable
                caption={text.caption({ kind: text.headings[kind], n: lines.length, changed })}
                columns={Object.values(text.columns)}
              >
                {shown.map((line) => (
                  <Line key={line.subject} line={line} onChoose={(choice) => choose(line.subject, choice)} />
                ))}
              </ListTable>
            )}
          </Folded>
        </>
      )}
    </>
  );
};

const Consent = ({ caseId, view: { consent, content } }: { caseId: string; view: ReviewView }) => {
  const { mutate, isPending, error } = useConsent(caseId);
  if (!consent.needed) return null;
  return (
    <>
      <h2>{text.consentHeading}</h2>
      <p>{consent.by.length > 0 ? text.consented(listInWords(consent.by)) : text.consentMissing}</p>
      <NotSaved error={error} />
      <p className="actions">
        <button type="button" aria-disabled={isPending} onClick={() => !isPending && mutate(content)}>
          {text.consent}
        </button>
      </p>
    </>
  );
};

interface MakingProps {
  caseId: string;
  view: ReviewView;
  clocks: { asOf: string; knownAt: string };
}

/** The button that makes the edition, with what it corrects, and the editions made so far. */
const Making = ({ caseId, view: { number, editions }, clocks }: MakingProps) => {
  const [correction, setCorrection] = useState('');
  const { mutate, isPending, isSuccess, error } = useMakeEdition(caseId, clocks);
  return (
    <>
      <h2>{text.makeHeading}</h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending) mutate(correction.trim(), { onSuccess: () => setCorrection('') });
        }}
      >
        <TextField
          label={text.correction}
          value={correction}
          hint={text.correctionHint}
          long
          onChange={setCorrection}
        />
        <NotSaved error={error} />
        <p className="actions">
          <button type="submit" className="primary" aria-disabled={isPending}>
            {isPending ? text.making : text.make(number)}
          </button>
        </p>
        <p role="status">
          {isSuccess && editions.length > 0 && text.made(editions.at(-1)?.number ?? number)}
        </p>
      </form>
      {editions.length > 0 && (
        <>
          <h3>{text.earlier}</h3>
          <ul className="plain">
            {editions.toReversed().map((edition) => (
              <li key={edition.number}>
                {text.edition({ number: edition.number, day: edition.day, by: edition.by })}
                {edition.correction !== null && (
                  <>
                    . <bdi>{text.correctionOf(edition.correction)}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

const Sentences = ({ heading, items }: { heading: string; items: readonly string[] }) =>
  items.length > 0 && (
    <>
      <h2>{heading}</h2>
      <ul className="plain">
        {items.map((item) => (
          <li key={item}>
            <bdi>{item}</bdi>
          </li>
        ))}
      </ul>
    </>
  );

/** The review of all that would become public, and the button that makes an edition of it. */
export const PublishPage = () => {
  const { case: caseId } = route.useParams();
  const { data: board } = useSuspenseQuery(boardQuery(caseId, route.useSearch()));
  const { data: view } = useSuspenseQuery(publicationQuery(caseId, route.useSearch()));
  const { decisions } = useSuspenseQuery(choicesQuery(caseId)).data;
  const { asOf, knownAt } = board.assessment;
  return (
    <div className="page">
      <title>{words.pageTitle(words.nav.publish)}</title>
      <div className="board-head">
        <div>
          <h1>{words.nav.publish}</h1>
          <p className="lead">{text.lead}</p>
          <p className="quiet">
            {text.next(view.number)} {clocksInWords(asOf, knownAt)}
          </p>
        </div>
        <Clocks signed={board.case.signed} asOf={asOf} knownAt={knownAt} />
      </div>
      <Sentences heading={text.missing} items={view.missing} />
      <Sentences heading={text.changes} items={view.changes} />
      {kinds.map((kind) => (
        <Lines
          key={kind}
          {...{ caseId, kind }}
          lines={view.lines.filter((line) => line.kind === kind)}
          history={decisions}
        />
      ))}
      <Consent {...{ caseId, view }} />
      <Making {...{ caseId, view, clocks: { asOf, knownAt } }} />
    </div>
  );
};
