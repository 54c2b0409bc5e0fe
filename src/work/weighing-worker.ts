import { parentPort } from 'node:worker_threads';
import { ownThread } from '../collect/index.ts';
import { chooseOwnLanguage } from '../messages/index.ts';
import { asProvisoError, type ErrorCode } from '../model/index.ts';
import type { Material, Memo } from '../weigh/index.ts';
import { allNumbers, materialOf, type Numbered, type NumberedObject } from './sent-material.ts';
import { type Question, weighed } from './weighing.ts';

await chooseOwnLanguage(process.env);

/** What the thread is sent of a case: objects, then what of them it consists of, with a question; and that nobody asks for it any more. */
export type Sent = { id: string } & (
  | { objects: readonly NumberedObject[] }
  | { material: Numbered; question: Question }
  | { isLeft: true }
);

/**
 * A piece of an answer as JSON, so that whoever asked can read it piece by piece: a finding by its commitment, or the whole. null: the same as
 * when it was last sent.
 */
export type Piece = readonly [key: string, text: string | null];

/** What the thread says: first, once its code is loaded, what the system calls it. */
export type Said =
  | { thread: string | null }
  | { head: object; pieces: Piece[] }
  | { refusal: { code: ErrorCode; message: string; todo: string } };

/** What the thread remembers of a case. */
class Remembered {
  readonly held = new Map<number, object>();
  readonly memo: Memo = new Map();
  readonly lastSent = new Map<string, string>();
}

const cases = new Map<string, Remembered>();

const remembered = (id: string): Remembered => {
  const known = cases.get(id) ?? new Remembered();
  cases.set(id, known);
  return known;
};

const say = (said: Said): void => parentPort?.postMessage(said);

const pieceOf = (key: string, value: unknown, { lastSent }: Remembered): Piece => {
  const text = JSON.stringify(value);
  if (lastSent.get(key) === text) return [key, null];
  lastSent.set(key, text);
  return [key, text];
};

const answer = (material: Material, question: Question, known: Remembered): Said => {
  const { memo } = known;
  if (question.kind !== 'assessment')
    return { head: {}, pieces: [['', JSON.stringify(weighed(material, memo, question))]] };
  const { commitments, ...head } = weighed(material, memo, question);
  return { head, pieces: commitments.map((finding) => pieceOf(finding.id, finding, known)) };
};

parentPort?.on('message', (sent: Sent) => {
  if ('isLeft' in sent) {
    cases.delete(sent.id);
    return;
  }
  const known = remembered(sent.id);
  const { held } = known;
  if ('objects' in sent) {
    for (const [number, object] of sent.objects) held.set(number, object);
    return;
  }
  const needed = allNumbers(sent.material);
  for (const number of held.keys()) if (!needed.has(number)) held.delete(number);
  try {
    say(answer(materialOf(sent.material, held), sent.question, known));
  } catch (thrown) {
    const { code, message, todo } = asProvisoError(thrown);
    say({ refusal: { code, message, todo } });
  }
});
say({ thread: ownThread() });
