import { CaseFile, type Statement } from '../../model/index.ts';
import { assess } from '../../weigh/index.ts';
import { materialOf, passCase, type Telling, tell } from '../../weigh/testing.ts';
import { documentOf } from '../report/testing.ts';
import { asHandedOn, type HandedOn } from './handed-on.ts';
import type { Provenance } from './linked-data.ts';

const clocks = { asOf: '2030-06-30', knownAt: '2030-06-30' };
const collectedAt = '2030-06-01T10:00:00.000Z';

/** A person who tells something, of these bodies. */
const by = (name: string, bodies: readonly string[]): Statement['chain'][number] => {
  const key = `name:${name.toLowerCase()}`;
  return {
    attribution: 'a1',
    kind: 'says',
    entity: { key, name, type: 'person', bodies: [key, ...bodies] },
    group: null,
    relays: [],
    words: name,
  };
};

/** For tests: a resident, whom no export may name, and an official, whom it may. */
export const people = { resident: 'Jane Roe', official: 'John Doe' } as const;

const place: Statement['location'] = {
  span: [0, 1],
  name: 'Passford',
  lat: 47.5,
  lon: 12.25,
  precision: 'settlement',
  within: ['Northern Province', 'Norland'],
  gazetteerId: 'geonames:1',
};

/**
 * For tests: a case of the pass told of by a body, a resident and an official, in which this text stands wherever somebody may
 * write one: words, titles, publishers, authors, names of parties and actors, the duty itself.
 * @param known who may be named
 */
export const passHandedOn = (
  text = 'Raiders camp in the north, monitors said.',
  known: readonly string[] = [people.official],
): HandedOn => {
  const told = (telling: Telling) => tell({ text: text || 'words', publisher: text, ...telling });
  const statements = [
    { ...told({ speaker: 'monitors', time: '2030-03' }), location: place },
    { ...told({}), chain: [by(people.resident, [])] },
    { ...told({ does: 'RETREAT' }), chain: [by(people.official, ['norland'])] },
  ].map((statement): Statement => {
    const start = documentOf(statement, text).text.indexOf(statement.text);
    return { ...statement, claim: { ...statement.claim, span: [start, start + statement.text.length] } };
  });
  const named = <Body extends { name: string }>(body: Body): Body => ({ ...body, name: text || body.name });
  const file = CaseFile.parse({
    ...passCase,
    title: text || passCase.title,
    parties: passCase.parties.map(named),
    actors: passCase.actors.map(named),
    commitments: passCase.commitments.map((commitment) => ({
      ...commitment,
      requires: text || commitment.requires,
      ...(text ? { clause: text, reference: text } : {}),
    })),
  });
  const documents = statements.map((statement) => ({
    ...documentOf(statement, text),
    author: text,
    url: 'https://monitor:secret@example.org/report?token=secret',
  }));
  return asHandedOn(
    {
      file,
      assessment: assess(materialOf(statements, file), clocks),
      statements: new Map(statements.map((statement) => [statement.id, statement])),
      documents: new Map(documents.map((document) => [document.id, document])),
      collected: new Map(documents.map(({ id }) => [id, collectedAt])),
      version: '1.2.3',
    },
    {
      types: new Map(Object.values(people).map((name) => [`name:${name.toLowerCase()}`, 'person'])),
      publicPeople: new Set(known.map((name) => name.toLowerCase())),
    },
  );
};

/** For tests: who collected, read and decided it; this text is the reason and the person's name. */
export const passProvenance = ({ documents, assessment }: HandedOn, text: string): Provenance => {
  const [item] = assessment.commitments.flatMap(({ evidence }) => evidence);
  const by = text.trim() || 'somebody';
  const decided = { caseId: 'pass', reason: text, by, at: '2030-06-02T10:00:00.000Z' };
  return {
    captures: new Map(
      [...documents.values()].map(({ id, sha256 }) => [
        id,
        [
          {
            documentId: id,
            source: text || '-',
            collectedAt,
            collector: by,
            tool: 'proviso 1.2.3',
            sha256,
            url: null,
            takenAt: null,
            headers: null,
            container: null,
            fetched: null,
          },
        ],
      ]),
    ),
    readers: new Map([...documents.keys()].map((id) => [id, { name: 'reader', version: '7' }])),
    judgements: [
      {
        ...decided,
        id: '2b0c9a52-0d2c-4c0e-9f0e-3f9b8f1f4a01',
        evidenceId: item?.id ?? '',
        verdict: 'accepted',
        anchor: { documentSha256: '', span: [0, 1], words: '', commitment: '' },
      },
    ],
    decisions: [
      {
        ...decided,
        id: '2b0c9a52-0d2c-4c0e-9f0e-3f9b8f1f4a02',
        kind: 'finding',
        subject: 'withdraw',
        value: 'probable performance',
      },
      {
        ...decided,
        id: '2b0c9a52-0d2c-4c0e-9f0e-3f9b8f1f4a03',
        kind: 'comment',
        subject: 'comment:1',
        value: { document: item?.document ?? '', span: null, text: 'a private remark' },
      },
    ],
  };
};
