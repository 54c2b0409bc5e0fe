import { type CaseFile, type Commitment, dateInWords, type Finding, type Status } from '../../model/index.ts';
import type { Found } from '../found.ts';
import { debtorNames } from '../in-words.ts';
import { allMarks, type Stand, statusWords } from '../marks.ts';
import { type Inline, type Line, paragraph, type Section } from '../paper/paper.ts';

/** What a commitment is called in a heading or a link: its paragraph and what it requires. */
export const nameOf = ({ reference, requires }: Commitment): string =>
  reference ? `${reference}. ${requires}` : requires;

/** By which links find the section of a commitment; ids may be longer than Word takes. */
export const anchorOf = (place: number): string => `commitment-${place + 1}`;

/** A status as it is shown everywhere. */
export const statusOf = (stand: Stand): Inline => ({
  kind: 'status',
  status: stand.status,
  text: statusWords(stand),
});

const tally = (found: readonly Found[]): string => {
  const count = (status: Status) => found.filter(({ finding }) => finding.status === status).length;
  const told = allMarks
    .map(([status]) => ({ status, many: count(status) }))
    .filter(({ many }) => many > 0)
    .map(({ status, many }) => `${many} ${statusWords({ status })}`);
  return `${found.length === 1 ? 'One commitment' : `${found.length} commitments`}: ${told.join(', ')}.`;
};

const personalOf = ({ personal }: Finding): Line =>
  personal ? [statusOf(personal), `, ${personal.by}`] : ['–'];

const dueWords = ({ due, awaits }: Finding): string => {
  if (awaits) return 'day not known yet';
  return due ? dateInWords(due) : 'no end';
};

/** Every commitment in a line, with what a person found beside it. */
export const summarySection = (file: CaseFile, found: readonly Found[]): Section => ({
  heading: 'Summary of findings',
  anchor: 'summary',
  sections: [],
  blocks: [
    paragraph(tally(found)),
    {
      kind: 'table',
      caption: 'Findings',
      columns: ['Commitment', 'Owed by', 'Due', 'Finding', 'A person’s finding'],
      widths: [42, 16, 12, 15, 15],
      rows: found.map(({ commitment, finding }, place) => [
        [{ kind: 'section', text: nameOf(commitment), anchor: anchorOf(place) }],
        [debtorNames(file, finding)],
        [dueWords(finding)],
        [statusOf(finding)],
        personalOf(finding),
      ]),
    },
  ],
});
