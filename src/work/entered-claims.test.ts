import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCase } from '../agreement/index.ts';
import { countsFrom } from '../match/index.ts';
import { ClaimEntry, Reading } from '../model/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { capture, readingFor, reportOf, temporaryStoreFolder } from '../store/testing.ts';
import { spanOfWords, withEnteredClaims } from './entered-claims.ts';
import { assessCase, decide, enterClaim, judge, openCase, withdrawClaim } from './index.ts';

const yaml = `
id: ferry
title: The Ferry Pledge
signed: 2031-05-01
parties: [{id: town, name: Larkham}, {id: island, name: Odvik, aliases: [Odvique]}]
actors: [{id: guards, name: Larkham Guards, partOf: [town]}]
commitments:
  - id: no-attack
    debtor: town
    creditor: island
    kind: prohibition
    requires: Larkham does not attack the ferry of Odvik.
    window: {from: 2031-06-01}
`;
const text = 'Lundi, les gardes ont attaqué le bac d’Odvique, a dit la maire, Anna Berg.';
const words = 'les gardes ont attaqué le bac d’Odvique';
const report = reportOf(text, { language: 'fr', published: '2031-06-10', publisher: 'La Dépêche' });
const { document } = report;

const entry = (parts: Partial<ClaimEntry> = {}): ClaimEntry =>
  ClaimEntry.parse({
    span: spanOfWords(text, words),
    predicate: { lemma: 'attack', type: 'ASSAULT' },
    roles: [
      { role: 'agent', name: 'guards' },
      { role: 'patient', name: 'Odvique', span: spanOfWords(text, 'Odvique') },
    ],
    speaker: { name: 'Anna Berg', type: 'person', span: spanOfWords(text, 'Anna Berg') },
    time: '2031-06-09',
    ...parts,
  });

describe('a claim entered by hand', () => {
  let dir: string;
  let store: Store;
  beforeAll(async () => {
    dir = await temporaryStoreFolder();
    store = await openStore({ dir, version: '0.1.0' });
    await store.putCase(parseCase(yaml), yaml);
    await store.addDocument(report, capture, 'ferry');
  });
  afterAll(async () => {
    await store.close();
    await rm(dir, { recursive: true });
  });

  const finding = async () => {
    const open = await openCase(store, 'ferry');
    return assessCase(open, { asOf: '2031-07-01', knownAt: '2031-07-01' }).commitments[0];
  };

  /** A person ties what was entered to the commitment. */
  const put = async (bearing: 'breach' | 'performance') => {
    const [item] = (await finding())?.evidence ?? [];
    const value = { commitment: 'no-attack', bearing };
    return decide(
      store,
      'ferry',
      { kind: 'indicator', subject: `evidence:${item?.id}`, value, reason: '' },
      'A. Monitor',
    );
  };

  test('in a language that is not read is weighed like a read one, until it is withdrawn', async () => {
    expect(await finding()).toMatchObject({ status: 'no information', evidence: [] });
    const claim = await enterClaim(store, 'ferry', document.id, entry(), 'A. Monitor');
    expect(claim).toMatchObject({
      words,
      entry: { roles: [{ name: 'Larkham Guards' }, { name: 'Odvique' }] },
    });
    // Whatever the weights make of it, it is offered, and counts where a person puts it.
    const [offered] = (await finding())?.evidence ?? [];
    expect(offered).toMatchObject({ document: document.id, words, kind: 'conduct' });
    expect((offered?.probability ?? 0) >= countsFrom()).toBe(offered?.role === 'counts');
    await put('breach');
    expect(await finding()).toMatchObject({
      status: 'indications of breach',
      evidence: [{ document: document.id, words, role: 'counts' }],
      origins: [{ name: 'Anna Berg' }],
    });
    await withdrawClaim(store, 'ferry', claim.id, { by: 'A. Monitor', reason: 'Another ferry.' });
    expect(await finding()).toMatchObject({ status: 'no information', evidence: [] });
  });

  test('that says that it did not happen speaks against the breach', async () => {
    const claim = await enterClaim(store, 'ferry', document.id, entry({ polarity: 'negated' }), 'A');
    expect((await finding())?.evidence[0]?.opinion).toMatchObject({ belief: 0, disbelief: 0.25 });
    await put('breach');
    const found = await finding();
    expect(found?.breach.disbelief).toBeGreaterThan(0);
    expect(found?.breach.belief).toBe(0);
    await withdrawClaim(store, 'ferry', claim.id, { by: 'A', reason: '' });
  });

  describe('that says what it shows', () => {
    const shows = { commitment: 'no-attack', bearing: 'breach' as const, note: 'The mayor was there.' };

    test('counts at once, told by its speaker and labelled as a person’s, until it is withdrawn', async () => {
      const parts = entry({ time: null, shows });
      const claim = await enterClaim(store, 'ferry', document.id, parts, 'A. Monitor');
      expect(await finding()).toMatchObject({
        status: 'indications of breach',
        origins: [{ name: 'Anna Berg', bearing: 'breach' }],
        evidence: [
          {
            role: 'counts',
            verdict: 'accepted',
            markedBy: 'A. Monitor',
            chain: ['La Dépêche', 'Anna Berg says'],
            through: ['marked by A. Monitor', 'The mayor was there.'],
          },
        ],
      });
      await withdrawClaim(store, 'ferry', claim.id, { by: 'A. Monitor', reason: '' });
      expect(await finding()).toMatchObject({ status: 'no information', evidence: [] });
    });

    test('keeps showing it when the claim is put right, and shows the last thing said of it', async () => {
      const first = await enterClaim(store, 'ferry', document.id, entry({ shows }), 'A');
      const right = await enterClaim(
        store,
        'ferry',
        document.id,
        entry({ predicate: { lemma: 'raid', type: null } }),
        'B',
      );
      expect(await finding()).toMatchObject({ evidence: [{ markedBy: 'A', bearing: 'breach' }] });
      const other = { ...shows, bearing: 'performance' as const };
      const last = await enterClaim(store, 'ferry', document.id, entry({ shows: other }), 'C');
      expect(await finding()).toMatchObject({ evidence: [{ markedBy: 'C', bearing: 'performance' }] });
      for (const { id } of [last, right, first])
        await withdrawClaim(store, 'ferry', id, { by: 'A', reason: '' });
    });

    test('on a commitment that the case does not have is refused', async () => {
      const wrong = entry({ shows: { ...shows, commitment: 'none' } });
      await expect(enterClaim(store, 'ferry', document.id, wrong, 'A')).rejects.toMatchObject({
        code: 'PROVISO_COMMITMENT_NOT_FOUND',
      });
    });

    test('outlives a rejection: a mark of the same words counts again', async () => {
      const first = await enterClaim(store, 'ferry', document.id, entry({ shows }), 'A');
      const open = await openCase(store, 'ferry');
      await judge(store, open, open.matches.evidence[0]?.id ?? '', {
        verdict: 'rejected',
        reason: '',
        by: 'B',
      });
      expect(await finding()).toMatchObject({
        status: 'no information',
        evidence: [{ verdict: 'rejected' }],
      });
      const again = await enterClaim(store, 'ferry', document.id, entry({ shows }), 'A');
      expect(await finding()).toMatchObject({ status: 'indications of breach' });
      for (const { id } of [again, first]) await withdrawClaim(store, 'ferry', id, { by: 'A', reason: '' });
    });
  });

  test.each([
    ['beyond the text', { span: [0, 9999] as [number, number] }, 'PROVISO_CLAIM_INVALID'],
    ['with an empty span', { span: [4, 4] as [number, number] }, 'PROVISO_CLAIM_INVALID'],
    ['with no date for its time', { time: 'some day' }, 'PROVISO_CLAIM_INVALID'],
    ['without an end to its time', { time: '2031-06-01/..' }, 'PROVISO_CLAIM_INVALID'],
  ])('%s is refused', async (_what, parts, code) => {
    await expect(enterClaim(store, 'ferry', document.id, entry(parts), 'A')).rejects.toMatchObject({ code });
    expect(await store.enteredClaims('ferry')).toEqual([]);
  });

  test.each([
    ['nowhere', document.id, 'PROVISO_CASE_NOT_FOUND'],
    ['ferry', '0'.repeat(16), 'PROVISO_DOCUMENT_NOT_FOUND'],
  ])('in %s, %s is refused', async (caseId, id, code) => {
    await expect(enterClaim(store, caseId, id, entry(), 'A')).rejects.toMatchObject({ code });
  });

  test('in a text that another replaced is kept, named, and not weighed', async () => {
    const later = reportOf(`${text} Corrigé.`, { language: 'fr', published: '2031-06-10' });
    const source = 'https://depeche.example/bac';
    const fetched = { ...capture, source, fetched: { status: 200, hops: [] } };
    const page = reportOf(`Page. ${text}`, { language: 'fr', published: '2031-06-10' });
    await store.addDocument(page, fetched, 'ferry');
    const span: [number, number] = [0, 4];
    const claim = await enterClaim(
      store,
      'ferry',
      page.document.id,
      entry({ span, roles: [], speaker: null }),
      'A',
    );
    expect((await openCase(store, 'ferry')).stranded).toEqual([]);
    await store.addDocument(later, fetched, 'ferry', {
      earlier: page.document.id,
      changes: [],
      standing: 'replaces',
    });
    const open = await openCase(store, 'ferry');
    expect(open.stranded).toEqual([claim]);
    expect(open.statements).toEqual([]);
    await withdrawClaim(store, 'ferry', claim.id, { by: 'A', reason: '' });
  });

  test('that is not there cannot be withdrawn', async () => {
    const none = withdrawClaim(store, 'ferry', 'none', { by: 'A', reason: '' });
    await expect(none).rejects.toMatchObject({ code: 'PROVISO_CLAIM_NOT_FOUND' });
  });
});

describe('a reading with entered claims', () => {
  const entered = {
    id: '8a2e5a6e-6d52-4c4c-9b0e-7a3c2a1f0b11',
    caseId: 'ferry',
    documentId: document.id,
    words,
    entry: entry(),
    by: 'A. Monitor',
    at: '2031-06-11T00:00:00.000Z',
  };

  test('is a valid one, and names who entered them', () => {
    const reading = Reading.parse(withEnteredClaims(document, null, [entered]));
    expect(reading.claims).toMatchObject([{ enteredBy: 'A. Monitor', factuality: 3, band: [95, 99] }]);
    expect(reading.attributions).toMatchObject([{ content: [spanOfWords(text, words)], kind: 'says' }]);
  });

  test('has them in the place of read claims with the same predicate, and keeps the others', () => {
    const [claim] = withEnteredClaims(document, null, [entered])?.claims ?? [];
    if (!claim) throw new Error('no claim');
    const { enteredBy: _, ...read } = claim;
    const other = { ...read, id: 'c2', predicate: { ...read.predicate, span: [0, 5] as [number, number] } };
    const reading = { ...readingFor(document), claims: [{ ...read, id: 'c1' }, other] };
    const ids = withEnteredClaims(document, reading, [entered])?.claims.map(({ id }) => id);
    expect(ids).toEqual(['c2', entered.id]);
    expect(withEnteredClaims(document, reading, [])).toBe(reading);
  });

  /** Two read claims of a chain: a paper relays the mayor. */
  const readTwice = () => {
    const [claim] = withEnteredClaims(document, null, [entered])?.claims ?? [];
    if (!claim) throw new Error('no claim');
    const { enteredBy: _, ...read } = claim;
    const told = {
      ...{ id: 'a1', source: [], cue: [], content: [read.span], kind: 'denies' as const, confidence: 1 },
      ...{ speaker: 'e1', group: null, relay: 'e2', relays: ['e2'], parent: null },
    };
    const entities = ['Anna Berg', 'La Dépêche'].map((name, place) => ({
      ...{ id: `e${place + 1}`, type: 'person' as const, name, mentions: [], relations: [] },
    }));
    const other = { ...read, id: 'c2', predicate: { ...read.predicate, span: [0, 5] as [number, number] } };
    const claims = [{ ...read, id: 'c1', attribution: 'a1', place: 0 }, other];
    return { ...readingFor(document), entities, attributions: [told], claims };
  };

  test('stands in the place of those that were merged into it', () => {
    const merged = { ...entered, entry: entry({ insteadOf: [[0, 5]] }) };
    const found = withEnteredClaims(document, readTwice(), [merged]);
    expect(found?.claims.map(({ id }) => id)).toEqual([entered.id]);
  });

  test('keeps the place and the chain that were read, unless somebody else says it', () => {
    const [kept] = withEnteredClaims(document, readTwice(), [entered])?.claims.slice(1) ?? [];
    expect(kept).toMatchObject({ id: entered.id, attribution: 'a1', place: 0 });
    const speaker = { ...entered.entry.speaker, name: 'The harbour master' } as ClaimEntry['speaker'];
    const found = withEnteredClaims(document, readTwice(), [{ ...entered, entry: entry({ speaker }) }]);
    expect(found?.attributions.at(-1)).toMatchObject({ relay: 'e2', relays: ['e2'], kind: 'says' });
    expect(found?.claims.at(-1)?.attribution).toBe(found?.attributions.at(-1)?.id);
    const own = withEnteredClaims(document, readTwice(), [{ ...entered, entry: entry({ speaker: null }) }]);
    expect(own?.claims.at(-1)?.attribution).toBeNull();
  });

  test('has the newest of two claims with one predicate', () => {
    const newer = { ...entered, id: '8a2e5a6e-6d52-4c4c-9b0e-7a3c2a1f0b12' };
    const found = withEnteredClaims(document, null, [entered, newer]);
    expect(found?.claims.map(({ id }) => id)).toEqual([newer.id]);
  });
});

test.each([
  ['not there', 'the tram', /not in the document/],
  ['nothing', '', /not in the document/],
  ['there twice', 'a', /in the document twice/],
])('words that are %s have no place', (_what, sought, message) => {
  expect(() => spanOfWords(text, sought)).toThrow(message);
});
