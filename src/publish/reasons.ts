import { languageInWords, translatorInWords } from '../messages/index.ts';
import type { CaseFile, Commitment, DocumentSummary, Finding, Sensitivity } from '../model/index.ts';
import { clip } from './clip.ts';
import {
  bearingWords,
  creditorNames,
  debtorNames,
  elementWords,
  evidenceOf,
  leftOutOf,
  opinionWords,
  originWords,
  suggestedIn,
} from './in-words.ts';
import { markOf, statusWords } from './marks.ts';
import { plainWords } from './plain-words.ts';
import { fold, paint, type Screen } from './terminal.ts';
import { type Branch, treeLines } from './tree.ts';

type Documents = ReadonlyMap<string, Pick<DocumentSummary, 'title' | 'published' | 'kind'>>;

/** What `why` shows. */
export interface Reasons {
  file: CaseFile;
  commitment: Commitment;
  finding: Finding;
  sensitivity: Sensitivity;
  documents: Documents;
}

/** How far the deepest line of the tree stands in. */
const treeIndent = 12;

const leaf = (text: string): Branch => ({ text, branches: [] });

const documentWords = (id: string, documents: Documents): string => {
  const document = documents.get(id);
  if (!document) return id;
  const digest = document.kind === 'digest' ? ", Proviso's summary, not the outlet's text" : '';
  return `${document.title} (${document.published ?? 'undated'}${digest}) [${id}]`;
};

/** What of the duty the words show, contradict and leave open, but for what they say itself. */
const elementLeaves = ({ elements }: Finding['evidence'][number], width: number): Branch[] => {
  const told = elements
    .filter(({ element }) => element !== 'what')
    .map(({ element, state, words }) => `${element}: ${words ? `“${words}”, ` : ''}${state}`);
  return told.length > 0 ? [leaf(clip(told.join('; '), width))] : [];
};

/** What a language model says of it, as what it is. */
const opinionLeaves = ({ secondOpinion }: Finding['evidence'][number], width: number): Branch[] => {
  if (!secondOpinion) return [];
  const { says, words, model } = secondOpinion;
  const said = words ? `${says}, “${words}”` : says;
  return [leaf(clip(`second reader (${model}, a language model; counts nothing): ${said}`, width))];
};

/** That its words are a machine's, with those of the original. */
const translationLeaves = (
  { translation }: Pick<Finding['evidence'][number], 'translation'>,
  width: number,
): Branch[] => {
  if (!translation) return [];
  const { language, at, words: original, names } = translation;
  const spelt = names.map(({ name, original: letters }) => `${name} (${letters})`).join(', ');
  return [
    leaf(
      `machine translation from ${languageInWords(language)}, by ${translatorInWords(translation)}, ${at.slice(0, 10)}`,
    ),
    leaf(fold(`original: “${clip(original, 300)}”`, width, 1)),
    ...(spelt ? [leaf(clip(`names: ${spelt}`, width))] : []),
  ];
};

const evidenceBranch = (
  item: Finding['evidence'][number],
  documents: Documents,
  { columns }: Screen,
): Branch => ({
  text: `“${fold(clip(item.words, 300), columns - treeIndent, 1)}”`,
  branches: [
    ...translationLeaves(item, columns - treeIndent),
    leaf(`${item.chain.join(' ← ')}; ${item.role === 'counts' ? opinionWords(item.opinion) : item.role}`),
    ...elementLeaves(item, columns - treeIndent),
    leaf(clip(`${bearingWords(item)}: ${item.through.join('; ')}`, columns - treeIndent)),
    ...opinionLeaves(item, columns - treeIndent),
    leaf(clip(documentWords(item.document, documents), columns - treeIndent)),
    leaf(`evidence:${item.id}`),
  ],
});

const originBranch = (
  origin: Finding['origins'][number],
  { finding, documents }: Reasons,
  screen: Screen,
): Branch => {
  const { id, name, camp, grade } = origin;
  return {
    text: `${paint(screen, 'bold', name)}  ${originWords(origin)}; camp ${camp}; ${grade ? `grade ${grade}` : 'not graded'} [${id}]`,
    branches: evidenceOf(finding, origin).map((item) => evidenceBranch(item, documents, screen)),
  };
};

const branch = (text: string, branches: readonly Branch[]): Branch[] =>
  branches.length > 0 ? [{ text, branches }] : [];

const tree = (reasons: Reasons, screen: Screen): Branch => {
  const { finding, documents } = reasons;
  const { sign, paint: colour } = markOf(finding.status);
  const width = screen.columns - treeIndent;
  const byBearing = (bearing: 'breach' | 'performance' | 'context') =>
    finding.origins
      .filter((origin) => origin.bearing === bearing)
      .map((origin) => originBranch(origin, reasons, screen));
  return {
    text: paint(screen, colour, `${sign} ${statusWords(finding)}`),
    branches: [
      ...branch(`breach: ${opinionWords(finding.breach)}`, byBearing('breach')),
      ...branch(`performance: ${opinionWords(finding.performance)}`, byBearing('performance')),
      ...branch('context', byBearing('context')),
      ...branch('what performance asks, and what is told of it', elementWords(finding).map(leaf)),
      ...branch(
        'suggested, not counted until a person accepts it',
        suggestedIn(finding).map((item) => evidenceBranch(item, documents, screen)),
      ),
      ...branch(
        'replies of the accused party',
        finding.replies.map(({ kind, by, words, document, translation }) => ({
          text: `${by} ${kind}: “${clip(words, width)}”`,
          branches: [
            ...translationLeaves({ translation }, width),
            leaf(clip(documentWords(document, documents), width)),
          ],
        })),
      ),
      ...branch(
        'left out, and why',
        leftOutOf(finding).map(({ words, why }) => ({
          text: `“${clip(words, width)}”`,
          branches: [leaf(why)],
        })),
      ),
      ...branch(
        'what would change it',
        finding.wouldChange.map((line) => leaf(fold(line, width, 1))),
      ),
    ],
  };
};

/** Why a commitment stands where it stands, for a terminal: in plain sentences, then as a tree down to the words. */
export const reasonsText = (reasons: Reasons, screen: Screen): string => {
  const { file, commitment, finding, sensitivity } = reasons;
  const { columns } = screen;
  return [
    paint(screen, 'bold', commitment.id),
    `  ${fold(commitment.requires, columns - 2, 2)}`,
    `  ${debtorNames(file, finding)} owes it to ${creditorNames(file, finding)}; ${commitment.kind}${finding.due ? `, due ${finding.due}` : ''}; standard ${file.standard}.`,
    '',
    ...plainWords(file, commitment, finding, sensitivity).map(
      (sentence) => `  ${fold(sentence, columns - 2, 2)}`,
    ),
    '',
    ...treeLines(tree(reasons, screen)),
    '',
  ].join('\n');
};
