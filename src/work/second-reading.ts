import {
  type LanguageModel,
  type Pair,
  questionHash,
  secondRead,
  secondReaderPrompt,
} from '../language-model/index.ts';
import { logit, thresholds } from '../match/index.ts';
import {
  addTokens,
  asProvisoError,
  type Evidence,
  type ModelAnswer,
  type ProvisoError,
  type ThrownAway,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import type { OpenCase } from './assess-case.ts';
import { pairsOf } from './second-opinions.ts';

/** Beyond this probability the matcher is sure enough, and no second reader is asked. */
const sure = 0.9;

/** A question to a second reader, with the hash that it is known by. */
interface PairQuestion {
  hash: string;
  pair: Pair;
}

/** What a second reading would ask. */
export interface SecondReadingPlan {
  /** How many different pairs of sentence and commitment the matcher is unsure of and nobody has decided. */
  inDoubt: number;
  /** How many of them this model has answered already. */
  answered: number;
  /** What is asked now, those nearest to counting first. */
  questions: PairQuestion[];
}

/** What came of a second reading. */
export interface SecondReading {
  asked: number;
  says: Record<'breach' | 'performance' | 'neither', number>;
  thrownAway: Partial<Record<ThrownAway, number>>;
  /** As the server counted; null where it counts nothing. */
  tokens: ModelAnswer['tokens'];
  seconds: number;
  /** Why it ended before all was asked; null: all was. What was answered by then is kept. */
  stopped: ProvisoError | null;
}

const isInDoubt = ({ verdict, probability, markedBy }: Evidence, from: number): boolean =>
  verdict === 'proposed' &&
  markedBy === undefined &&
  probability !== null &&
  probability >= from &&
  probability < sure;

/**
 * The pairs that a second reader would be asked about: those that are suggested and not sure, the nearest to counting first.
 * @param budget most questions
 */
export function planSecondReading(
  open: Pick<OpenCase, 'file' | 'documents' | 'matches'>,
  answers: readonly ModelAnswer[],
  model: string,
  budget: number,
): SecondReadingPlan {
  const { suggested, counted } = thresholds();
  const distance = ({ probability }: Evidence): number => Math.abs(logit(probability ?? 0) - logit(counted));
  const inDoubt = open.matches.evidence
    .filter((item) => isInDoubt(item, suggested))
    .sort((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1));
  const pairOf = pairsOf(open.file, open.documents);
  const questions = new Map<string, PairQuestion>();
  for (const item of inDoubt) {
    const pair = pairOf(item);
    if (!pair) continue;
    const hash = questionHash(model, secondReaderPrompt, pair);
    if (!questions.has(hash)) questions.set(hash, { hash, pair });
  }
  const known = new Set(answers.map(({ hash }) => hash));
  const fresh = [...questions.values()].filter(({ hash }) => !known.has(hash));
  return {
    inDoubt: questions.size,
    answered: questions.size - fresh.length,
    questions: fresh.slice(0, budget),
  };
}

const started = (): SecondReading => ({
  asked: 0,
  says: { breach: 0, performance: 0, neither: 0 },
  thrownAway: {},
  tokens: null,
  seconds: 0,
  stopped: null,
});

const addTo = (reading: SecondReading, { answer, thrownAway, tokens }: ModelAnswer): void => {
  reading.asked += 1;
  if (answer) reading.says[answer.says] += 1;
  if (thrownAway) reading.thrownAway[thrownAway] = (reading.thrownAway[thrownAway] ?? 0) + 1;
  reading.tokens = addTokens(reading.tokens, tokens);
};

/** Asks what was planned, one after the other, and keeps each answer as it comes: what ends early goes on from there. */
export async function secondReading(
  store: Store,
  caseId: string,
  { questions }: SecondReadingPlan,
  model: LanguageModel,
  by: string,
  {
    progress = () => {},
    signal,
  }: { progress?: (done: number, total: number) => void; signal?: AbortSignal } = {},
): Promise<SecondReading> {
  const reading = started();
  const start = performance.now();
  for (const { hash, pair } of questions) {
    if (signal?.aborted) break;
    try {
      const read = await secondRead(model, pair, signal);
      const at = new Date().toISOString();
      const answer = { caseId, hash, model: model.name, prompt: secondReaderPrompt, by, at, ...read };
      await store.addModelAnswer(answer);
      addTo(reading, answer);
    } catch (thrown) {
      if (!signal?.aborted) reading.stopped = asProvisoError(thrown);
      break;
    }
    progress(reading.asked, questions.length);
  }
  reading.seconds = Math.round((performance.now() - start) / 100) / 10;
  return reading;
}
