import {
  type Assessment,
  type CaseFile,
  dateInWords,
  type Finding,
  type Profile,
  type StandardProfile,
} from '../../model/index.ts';
import { requireStandard } from '../../weigh/index.ts';
import { percent } from '../in-words.ts';
import { list, paragraph, type Section } from '../paper/paper.ts';

const standards: Readonly<Record<StandardProfile, string>> = {
  'un-panel': 'the ladder of United Nations panels of experts (S/2006/997)',
  'one-monitor': 'one agreed monitor',
  'reasonable-grounds': 'reasonable grounds to believe, as commissions of inquiry use it (OHCHR 2015)',
  'clear-and-convincing': 'clear and convincing evidence',
};

/** A standard of proof by the name that people know it by. */
export const standardWords = (name: string): string =>
  standards[name as StandardProfile] ?? `“${name}”, as the case defines it`;

const origins = (count: number): string =>
  count === 1 ? 'one independent origin' : `${count} independent origins`;

/** What each rung of a standard asks, the lowest first. */
export const ladder = ({ probable, established }: Profile): string[] => [
  'Indications: something that counts points that way.',
  `Probable: its probability is ${percent(probable.probability)} or more, and ${origins(probable.origins)} or more tell it.`,
  `Established: its probability is ${percent(established.probability)} or more, and ${origins(established.origins)} or more tell it, ` +
    `each graded ${established.grade} or better and probable by itself, from ${established.camps === 1 ? 'one camp' : `${established.camps} camps`} or more, ` +
    `of which ${established.notAdverse} or more ${established.notAdverse === 1 ? 'has' : 'have'} no interest in blaming the party.`,
  'Disputed: independent origins contradict one another on the same time.',
];

/** How much of what counts people have judged. */
export const judgedSentence = (findings: readonly Finding[]): string => {
  const all = findings.flatMap(({ evidence }) => evidence);
  const counting = all.filter(({ role }) => role === 'counts');
  const accepted = counting.filter(({ verdict }) => verdict === 'accepted').length;
  const rejected = all.filter(({ verdict }) => verdict === 'rejected').length;
  const judged =
    accepted + rejected === 0
      ? `No person has yet judged any of the ${counting.length} pieces of evidence that count here`
      : `Of the ${counting.length} pieces of evidence that count here people accepted ${accepted}, and they rejected ${rejected} others`;
  return `${judged}. What nobody judged counts as the software proposed it, and is to be read before anything is rested on it.`;
};

/** How the report was made, and by which standard of proof. */
export const methodSection = (
  file: CaseFile,
  { asOf, knownAt }: Assessment,
  findings: readonly Finding[],
  documents: number,
): Section => ({
  heading: 'Method and standard of proof',
  anchor: 'method',
  sections: [],
  blocks: [
    paragraph(
      `This report says of each commitment what the ${documents} documents of the case show of its keeping. The cut-off day is ${dateInWords(asOf)}: `,
      'conduct after it is not considered. It rests on what was published by ',
      `${dateInWords(knownAt)}.`,
    ),
    paragraph(
      'Documents are kept as they were collected, with their SHA-256 hash and the time. Each sentence that tells of conduct is matched by its meaning to the ',
      'commitment that it bears on, and traced to its origin: whoever the knowledge goes back to. However many outlets repeat one origin, it counts once. ',
      'Sources are graded on the Admiralty scale, from A (completely reliable) to F (cannot be judged); who gains by a statement weighs less in it.',
    ),
    paragraph(judgedSentence(findings)),
    paragraph(`The standard of proof is ${standardWords(file.standard)}. Its rungs are:`),
    ...list(ladder(requireStandard(file)).map((rung) => [rung])),
    paragraph(
      'Where a person has set a finding of their own, it stands beside the one that follows from the evidence, with who set it and why. Neither replaces the other.',
    ),
  ],
});
