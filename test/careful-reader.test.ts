import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Attribution, type Claim, overlaps, type Reading, type Span } from '../src/model/index.ts';
import { createLocalReader } from '../src/read/index.ts';
import { repository } from './proviso.ts';

/*
 * Ten reports with what a careful reader gets out of them, written before the rules met them. A claim is named
 * by words `at` its predicate, an attribution by whom it `says`. Names are right when the entity has them, or
 * the words that fill the role; lists hold what is right alike. `sign` is how the innermost speaker puts it:
 * yes, no, maybe (hedged), open (not committed).
 */

const OneOf = z
  .union([z.string(), z.null(), z.array(z.string().nullable())])
  .transform((value) => [value].flat());
const ExpectedClaim = z.strictObject({
  at: z.string(),
  kind: OneOf.optional(),
  type: OneOf.optional(),
  agent: OneOf.optional(),
  patient: OneOf.optional(),
  recipient: OneOf.optional(),
  sign: OneOf.optional(),
  mood: OneOf.optional(),
  time: z.string().optional(),
  /** Whose words it is in, "writer" for the report's own. */
  speaker: OneOf.optional(),
  /** Speakers from the innermost out. */
  chain: z.array(z.string()).optional(),
});
const ExpectedAttribution = z.strictObject({
  says: OneOf,
  content: z.string(),
  kind: OneOf.optional(),
  relay: z.string().optional(),
});
const Report = z.strictObject({
  published: z.string(),
  text: z.string(),
  expected: z.array(z.union([ExpectedClaim, ExpectedAttribution])),
});
type ExpectedClaim = z.infer<typeof ExpectedClaim>;
type ExpectedAttribution = z.infer<typeof ExpectedAttribution>;

const folder = join(repository, 'test/reports');
const reader = createLocalReader();

const signOf = ({ factuality }: Claim): string =>
  factuality >= 2.5 ? 'yes' : factuality > 0 ? 'maybe' : factuality === 0 ? 'open' : 'no';

class Judge {
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  #words(spans: readonly Span[]): string {
    return spans.map(([start, end]) => this.#reading.text.slice(start, end)).join(' ');
  }

  /** Everything that the reading calls an entity. */
  #namesOf(id: string | null): string[] {
    const entity = this.#reading.entities.find((other) => other.id === id);
    return entity ? [entity.name, ...entity.mentions.map((span) => this.#words([span]))] : [];
  }

  #isNamed(wanted: readonly (string | null)[], names: readonly string[]): boolean {
    return wanted.some((name) =>
      names.some((found) => found.toLowerCase().includes((name ?? '').toLowerCase())),
    );
  }

  #isSaidBy(wanted: readonly (string | null)[], { speaker, group, source }: Attribution): boolean {
    return this.#isNamed(wanted, [this.#words(source), ...this.#namesOf(speaker), ...this.#namesOf(group)]);
  }

  /** The attributions around a claim, innermost first. */
  #chain({ attribution }: Claim): Attribution[] {
    const found: Attribution[] = [];
    for (let id = attribution; id !== null; ) {
      const next = this.#reading.attributions.find((other) => other.id === id);
      if (!next) break;
      found.push(next);
      id = next.parent;
    }
    return found;
  }

  #hasRole(claim: Claim, role: string, wanted: readonly (string | null)[] | undefined): boolean {
    return (
      !wanted ||
      claim.roles.some(
        (filler) =>
          filler.role === role &&
          this.#isNamed(wanted, [this.#words([filler.span]), ...this.#namesOf(filler.entity)]),
      )
    );
  }

  #isRightClaim(claim: Claim, expected: ExpectedClaim): boolean {
    const chain = this.#chain(claim);
    const among = (wanted: readonly (string | null)[] | undefined, value: string | null): boolean =>
      !wanted || wanted.includes(value);
    const bySpeaker =
      !expected.speaker ||
      (expected.speaker.includes('writer')
        ? chain.length === 0
        : chain[0] !== undefined && this.#isSaidBy(expected.speaker, chain[0]));
    return (
      among(expected.kind, claim.kind) &&
      among(expected.type, claim.predicate.type) &&
      among(expected.sign, signOf(claim)) &&
      among(expected.mood, claim.mood) &&
      (!expected.time || claim.time?.startsWith(expected.time) === true) &&
      (['agent', 'patient', 'recipient'] as const).every((role) =>
        this.#hasRole(claim, role, expected[role]),
      ) &&
      bySpeaker &&
      (!expected.chain ||
        expected.chain.every(
          (name, index) => chain[index] !== undefined && this.#isSaidBy([name], chain[index]),
        ))
    );
  }

  isRight(expected: ExpectedClaim | ExpectedAttribution): boolean {
    const { text, claims, attributions } = this.#reading;
    const words = 'at' in expected ? expected.at : expected.content;
    const start = text.search(
      new RegExp(`(?<![\\p{L}])${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u'),
    );
    if (start < 0) throw new Error(`“${words}” is not in the report`);
    const at: Span = [start, start + words.length];
    if ('at' in expected)
      return claims.some(
        (claim) => overlaps(claim.predicate.span, at) && this.#isRightClaim(claim, expected),
      );
    return attributions.some(
      (attribution) =>
        attribution.content.some((span) => span[0] <= at[0] && at[1] <= span[1]) &&
        this.#isSaidBy(expected.says, attribution) &&
        (!expected.kind || expected.kind.includes(attribution.kind)) &&
        (!expected.relay ||
          this.#isNamed(
            [expected.relay],
            attribution.relays.flatMap((id) => this.#namesOf(id)),
          )),
    );
  }
}

describe('reports that a careful reader has read', async () => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();

  it('are read as a careful reader would, in 85 of 100 things', async () => {
    const lines: string[] = [];
    let [right, all] = [0, 0];
    for (const name of names) {
      const { published, text, expected } = Report.parse(parse(await readFile(join(folder, name), 'utf8')));
      const judge = new Judge(await reader.read({ id: name, text, published }));
      const wrong = expected.filter((item) => !judge.isRight(item));
      right += expected.length - wrong.length;
      all += expected.length;
      lines.push(`${name.replace('.yaml', '')}: ${expected.length - wrong.length} of ${expected.length}`);
      lines.push(...wrong.map((item) => `  not: ${JSON.stringify(item)}`));
    }
    console.log(
      [`careful reader: ${right} of ${all} right (${((100 * right) / all).toFixed(1)} %)`, ...lines].join(
        '\n',
      ),
    );
    expect(names.length).toBeGreaterThanOrEqual(10);
    expect(right / all).toBeGreaterThanOrEqual(0.85);
  });
});
