import { type Pair, questionHash } from '../language-model/index.ts';
import {
  type CaseFile,
  type Commitment,
  creditorsOf,
  type Document,
  debtorsOf,
  type Evidence,
  type ModelAnswer,
  namesOf,
  quote,
  type SecondOpinion,
} from '../model/index.ts';

type Documents = ReadonlyMap<string, Pick<Document, 'text'>>;

/** What a second reader is given of a commitment. */
const dutyOf = (commitment: Commitment, file: CaseFile): Omit<Pair, 'sentence' | 'before'> => ({
  duty: commitment.requires,
  clause: commitment.clause ?? null,
  kind: commitment.kind,
  debtor: namesOf(file, debtorsOf(commitment)),
  creditor: namesOf(file, creditorsOf(commitment)) || null,
});

/** Gives what a second reader is given of a piece of evidence; null where its sentence is not known, or it is no conduct. */
export function pairsOf(file: CaseFile, documents: Documents): (item: Evidence) => Pair | null {
  const duties = new Map(file.commitments.map((one) => [one.id, dutyOf(one, file)]));
  return ({ commitment, documentId, kind, sentence, before }) => {
    const duty = duties.get(commitment);
    const text = documents.get(documentId)?.text;
    if (!duty || text === undefined || !sentence || kind !== 'conduct') return null;
    return { ...duty, sentence: quote(text, sentence), before: before ? quote(text, before) : null };
  };
}

/** What an answer says of a piece of evidence. */
const opinionOf = (
  { answer, model, at }: ModelAnswer,
  { sentence }: Evidence,
  { sentence: text }: Pair,
): SecondOpinion | null => {
  if (!answer || !sentence) return null;
  const { says, span, shows } = answer;
  const [start, end] = sentence;
  if (span && (span[0] >= span[1] || span[1] > end - start)) return null;
  const words = span ? text.slice(...span) : '';
  return { says, span: span && [start + span[0], start + span[1]], words, shows, model, at };
};

/** How a second opinion stands to what was matched, for the case's own learning: 1 the same, −1 another. */
const agreement = (item: Evidence, { says }: SecondOpinion): number => (says === item.bearing ? 1 : -1);

/** Evidence with what language models said of it, where they were asked just that: of several the one that answered last. */
export function withSecondOpinions(
  evidence: readonly Evidence[],
  answers: readonly ModelAnswer[],
  file: CaseFile,
  documents: Documents,
): Evidence[] {
  const byHash = new Map(answers.map((answer) => [answer.hash, answer]));
  const asked = new Map(
    answers.map(({ model, prompt }) => [JSON.stringify([model, prompt]), { model, prompt }]),
  );
  if (asked.size === 0) return [...evidence];
  const pairOf = pairsOf(file, documents);
  return evidence.map((item) => {
    const pair = pairOf(item);
    if (!pair) return item;
    const found = [...asked.values()].flatMap(({ model, prompt }) => {
      const answer = byHash.get(questionHash(model, prompt, pair));
      const opinion = answer && opinionOf(answer, item, pair);
      return opinion ? [opinion] : [];
    });
    const [last] = found.sort((a, b) => (a.at < b.at ? 1 : -1));
    if (!last) return item;
    const features = item.features && { ...item.features, secondReader: agreement(item, last) };
    return { ...item, secondOpinion: last, ...(features ? { features } : {}) };
  });
}
