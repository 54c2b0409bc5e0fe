import type { Claim, Reading } from '../../model/index.ts';
import { createLocalReader } from '../index.ts';

const reader = createLocalReader();

export const read = (text: string): Promise<Reading> =>
  reader.read({ id: 'test', text, published: '2022-08-17' });

/** A claim in short: the words of its predicate, its kind, and "yes", "maybe", "no" or its mood. */
const short = (text: string, { predicate, kind, mood, factuality }: Claim): string => {
  const sign = factuality > 2.4 ? 'yes' : factuality > 0 ? 'maybe' : factuality < 0 ? 'no' : 'open';
  return `${text.slice(...predicate.span)} · ${kind} · ${mood === 'asserted' ? sign : mood}`;
};

export const shortClaims = async (text: string): Promise<string[]> =>
  (await read(text)).claims.map((claim) => short(text, claim));

/** The claim whose verb stands between asterisks. */
export const markedClaim = async (marked: string): Promise<Claim | undefined> => {
  const at = marked.indexOf('*');
  const { claims } = await read(marked.replaceAll('*', ''));
  return claims.find(({ predicate: { span } }) => span[0] <= at && at < span[1]);
};
