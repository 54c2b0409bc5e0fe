import { words as messages } from '../../messages/index.ts';
import {
  type CaseFile,
  dateInWords,
  type Finding,
  isAfterCommitment,
  longestQuotation,
  type MonthRun,
  monthRuns,
} from '../../model/index.ts';
import { clip, shortName } from '../clip.ts';
import type { Found } from '../found.ts';
import { creditorNames, debtorNames, evidenceOf, originWords } from '../in-words.ts';
import { statusWords } from '../marks.ts';
import {
  type Block,
  type Line,
  list,
  note,
  paragraph,
  quote,
  type Section,
  type TableBlock,
} from '../paper/paper.ts';
import { leftOutSentence, opinionSentence, statusSentence, suggestionSentence } from '../plain-words.ts';
import type { Citations } from './citations.ts';
import { anchorOf, nameOf, statusOf } from './summary.ts';

/** Sentences of one origin that the text quotes; the others stand in an annex. */
export const quotedAtMost = 3;

type Evidence = Finding['evidence'][number];
type Origin = Finding['origins'][number];

/** What one origin tells, that of which is surest first. */
export const toldBy = (finding: Finding, origin: Origin): Evidence[] =>
  evidenceOf(finding, origin)
    .filter(({ role }) => role === 'counts')
    .sort((a, b) => a.opinion.uncertainty - b.opinion.uncertainty);

export const quotation = (words: string): Line => [quote(clip(words, longestQuotation))];

const dutyOf = (file: CaseFile, id: string): string =>
  file.commitments.find((commitment) => commitment.id === id)?.requires ?? id;

/** Who owes it to whom, and from when to when, in a sentence or two. */
export const whoOwes = (file: CaseFile, { commitment, finding }: Found): string => {
  const what = commitment.kind === 'prohibition' ? 'must not' : 'owes';
  const sort = commitment.effort === 'best-efforts' ? ', to the best of its efforts' : '';
  const from = `${debtorNames(file, finding)} ${what === 'owes' ? `owes it to ${creditorNames(file, finding)}` : `owes it, as a prohibition, to ${creditorNames(file, finding)}`}${sort}.`;
  if (finding.awaits) {
    const event = isAfterCommitment({ after: finding.awaits })
      ? `“${dutyOf(file, finding.awaits)}”`
      : finding.awaits;
    return `${from} Its time counts from a day that is not known yet: ${event}.`;
  }
  const until = finding.due ? `to ${dateInWords(finding.due)}` : 'on, without an end';
  return `${from} Its time runs from ${dateInWords(finding.opens)} ${until}.`;
};

/** The months of a run in words. */
export const runDays = ({ from, to }: MonthRun): string =>
  from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;

const runWords = (run: MonthRun): string => `${runDays(run)}, ${statusWords(run)}`;

const found = (file: CaseFile, each: Found): Block[] => {
  const { commitment, finding } = each;
  const { personal, conditions, months } = finding;
  const due = finding.due && dateInWords(finding.due);
  return [
    paragraph(statusOf(finding), `. ${statusSentence(debtorNames(file, finding), { ...finding, due })}`),
    ...(personal
      ? [
          paragraph(
            `${shortName(personal.by)} set a finding of their own on ${dateInWords(personal.at.slice(0, 10))}: `,
            statusOf(personal),
            '. Reason: ',
            ...quotation(personal.reason),
          ),
        ]
      : []),
    paragraph(
      whoOwes(file, each),
      ...(commitment.clause ? [' The agreement’s words: ', ...quotation(commitment.clause)] : []),
    ),
    ...conditions.map((condition) =>
      paragraph(
        'It is conditional on ',
        quote(dutyOf(file, condition.commitment)),
        `, which is: ${statusWords(condition)}.`,
      ),
    ),
    ...(months.length > 1 ? [paragraph(`By months: ${monthRuns(months).map(runWords).join('; ')}.`)] : []),
  ];
};

const elements = ({ elements: parts }: Finding, citations: Citations): Section[] => {
  if (parts.length === 0) return [];
  const table: TableBlock = {
    kind: 'table',
    caption: 'What performance asks, and what is told of it',
    columns: ['Element', 'State', 'Words'],
    widths: [14, 18, 68],
    rows: parts.map(({ element, state, words, told }) => [
      [element],
      [messages.evidence.states[state]],
      told
        ? [...quotation(words || told.sentence), note(...citations.cite(told.document, told.span))]
        : ['–'],
    ]),
  };
  return [{ heading: 'Elements', anchor: '', blocks: [table], sections: [] }];
};

const campOf = (file: CaseFile, { camp }: Origin): string => {
  const body = [...file.parties, ...file.actors].find(({ id }) => id === camp);
  return body ? `, in the camp of ${body.name}` : '';
};

const oneQuotation = ({ words, document, span, chain }: Evidence, citations: Citations): Line => {
  const tellers = chain.map((teller) => shortName(teller.replace(/ says$/u, ''))).join(', after ');
  return [
    ...quotation(words),
    note(...(tellers ? [`Told by ${tellers}. `] : []), ...citations.cite(document, span)),
  ];
};

const originParagraph = (file: CaseFile, finding: Finding, origin: Origin, citations: Citations): Block => {
  const told = toldBy(finding, origin);
  const rest = told.length - quotedAtMost;
  const grade = origin.grade ? `grade ${origin.grade}` : 'not graded';
  return paragraph(
    { kind: 'strong', text: shortName(origin.name) },
    ` (${grade}${campOf(file, origin)}) ${originWords(origin)}: `,
    ...told
      .slice(0, quotedAtMost)
      .flatMap((item, place) => [...(place > 0 ? ['; '] : []), ...oneQuotation(item, citations)]),
    rest > 0 ? `; ${rest === 1 ? 'one more sentence' : `${rest} more sentences`} in annex B.` : '.',
  );
};

const basis = (file: CaseFile, finding: Finding, citations: Citations): Section => {
  const opinions = (['breach', 'performance'] as const).flatMap((bearing) =>
    opinionSentence(bearing, finding),
  );
  const origins = finding.origins.filter(({ bearing }) => bearing !== 'context');
  return {
    heading: 'Basis',
    anchor: '',
    sections: [],
    blocks: [
      ...opinions.map((sentence) => paragraph(sentence)),
      ...origins.map((origin) => originParagraph(file, finding, origin, citations)),
      ...(finding.ownWord ? [paragraph(messages.findings.ownWord)] : []),
      ...(origins.length === 0 ? [paragraph('Nothing that counts bears on it.')] : []),
    ],
  };
};

const replies = ({ replies: told }: Finding, citations: Citations): Section => ({
  heading: 'Replies',
  anchor: '',
  sections: [],
  blocks:
    told.length > 0
      ? told.map(({ by, kind, words, document, span }) =>
          paragraph(
            `${shortName(by)} ${kind}: `,
            ...quotation(words),
            note(...citations.cite(document, span)),
            '.',
          ),
        )
      : [paragraph('No reply of whoever owes it was found.')],
});

const unknownMonths = ({ months }: Finding): string[] => {
  const silent = monthRuns(months).filter(({ status }) => status === 'no information');
  return silent.length > 0 ? [`No report that counts tells of ${silent.map(runDays).join(', ')}.`] : [];
};

const notKnown = (finding: Finding): Section => {
  const missing = finding.elements.filter(({ state }) => state === 'missing').map(({ element }) => element);
  const gaps = [
    ...(missing.length > 0 ? [`Not said by anything that counts: ${missing.join(', ')}.`] : []),
    ...unknownMonths(finding),
    ...suggestionSentence(finding),
    ...leftOutSentence(finding),
    ...finding.wouldChange,
  ];
  return {
    heading: 'What is not known',
    anchor: '',
    sections: [],
    blocks:
      gaps.length > 0 ? list(gaps.map((gap) => [gap])) : [paragraph('Nothing that the commitment asks for.')],
  };
};

/** One commitment: finding, elements, basis, replies, and what is not known. */
export const commitmentSection = (
  file: CaseFile,
  each: Found,
  place: number,
  citations: Citations,
): Section => {
  const { commitment, finding } = each;
  const anchor = anchorOf(place);
  const parts = [
    ...elements(finding, citations),
    basis(file, finding, citations),
    replies(finding, citations),
    notKnown(finding),
  ];
  return {
    heading: nameOf(commitment),
    anchor,
    blocks: found(file, each),
    sections: parts.map((part, index) => ({ ...part, anchor: `${anchor}-${index + 1}` })),
  };
};
