import { describe, expect, it } from 'vitest';
import { ProvisoError } from '../model/index.ts';
import { olderIndicators, parseCase } from './case-file.ts';
import { caseJsonSchema } from './schema.ts';

const minimal = `
id: ferry
title: The Ferry Pledge
signed: 2031-05-01
parties: [{id: town, name: Town}, {id: island, name: Island}]
actors: [{id: operator, name: Operator, partOf: [town]}]
commitments:
  - id: daily-ferry
    debtor: town
    creditor: island
    kind: obligation
    requires: Run a ferry every day.
    window: {from: 2031-06-01, within: P1Y}
    signs: [{says: The ferry runs., bearing: performance}]
`;

const refusalOf = (source: string): ProvisoError => {
  try {
    parseCase(source);
  } catch (thrown) {
    if (thrown instanceof ProvisoError) return thrown;
  }
  throw new Error('the case was not refused');
};

describe('parseCase', () => {
  it('reads a case and fills what is absent', () => {
    const [commitment] = parseCase(minimal).commitments;
    expect(commitment).toMatchObject({ effort: 'result', conditionalOn: [] });
    expect(commitment?.signs).toEqual([
      { says: 'The ferry runs.', bearing: 'performance', strength: 'direct' },
    ]);
  });

  it('needs no signs and no creditor', () => {
    const bare = minimal.replace(/\n {4}(signs|creditor):.*/g, '');
    expect(parseCase(bare).commitments[0]).toMatchObject({ creditor: null, signs: [] });
  });

  it('takes joint debtors, actors among them, and a window that opens on a day not known yet', () => {
    const joint = minimal
      .replace('debtor: town', 'debtor: [town, operator]')
      .replace('{from: 2031-06-01, within: P1Y}', '{within: P10D, after: the pier has been rebuilt}');
    const [commitment] = parseCase(joint).commitments;
    expect(commitment).toMatchObject({
      debtor: ['town', 'operator'],
      window: { within: 'P10D', after: 'the pier has been rebuilt' },
    });
  });

  it('reads the `anchor` of older files as what the window opens after', () => {
    const window = 'window: {from: 2031-06-01, within: P1Y, anchor: night-ferry}';
    const older = minimal.replace(/window: .*/, window);
    expect(refusalOf(older)).toMatchObject({ code: 'PROVISO_CASE_UNKNOWN_ID' });
    const second = minimal.split('\n').slice(7).join('\n').replace('daily-ferry', 'night-ferry');
    expect(parseCase(older + second).commitments[0]?.window.after).toBe('night-ferry');
  });

  it.each([
    ['a body named twice', ['debtor: town', 'debtor: [town, town]'], 'CASE_INVALID', 'once'],
    ['a window without an opening', ['from: 2031-06-01, ', ''], 'CASE_INVALID', 'opens'],
    ['an unknown key', ['kind: obligation', 'kind: obligation\n    colour: red'], 'CASE_INVALID', 'colour'],
    ['an unknown kind', ['kind: obligation', 'kind: wish'], 'CASE_INVALID', 'commitments[0].kind'],
    ['an unknown bearing', ['bearing: performance', 'bearing: praise'], 'CASE_INVALID', 'signs[0].bearing'],
    ['an impossible day', ['2031-05-01', '2031-02-30'], 'CASE_INVALID', 'calendar'],
    ['an unknown debtor', ['debtor: town', 'debtor: village'], 'CASE_UNKNOWN_ID', 'village'],
    ['an unknown actor', ['partOf: [town]', 'partOf: [nobody]'], 'CASE_UNKNOWN_ID', 'nobody'],
    [
      'an unknown commitment',
      ['window:', 'conditionalOn: [night-ferry]\n    window:'],
      'CASE_UNKNOWN_ID',
      'night-ferry',
    ],
    [
      'a commitment on itself',
      ['window:', 'conditionalOn: [daily-ferry]\n    window:'],
      'CASE_CYCLE',
      'daily-ferry',
    ],
    ['the same id twice', ['id: island,', 'id: town,'], 'CASE_DUPLICATE_ID', 'town'],
    ['two ends', ['within: P1Y', 'within: P1Y, to: 2032-01-01'], 'CASE_INVALID', 'not both'],
    ['broken YAML', ['parties: [', 'parties: [['], 'CASE_INVALID', 'YAML'],
  ])('refuses %s and names it', (_what, [from, to], code, named) => {
    const refusal = refusalOf(minimal.replace(from as string, to as string));
    expect(refusal.code).toBe(`PROVISO_${code}`);
    expect(refusal.line).toContain(named);
    expect(refusal.line).not.toContain('\n');
  });
});

describe('a case file of before signs', () => {
  const older = minimal.replace(
    /signs:.*/,
    'indicators: [{id: runs, says: The ferry runs., bearing: performance, who: operator, does: [AID]}]',
  );

  it('is read with its indicators as signs that keep their ids', () => {
    expect(parseCase(older).commitments[0]?.signs).toEqual([
      { id: 'runs', says: 'The ferry runs.', bearing: 'performance', strength: 'direct' },
    ]);
  });

  it('tells how many indicators it has', () => {
    expect([olderIndicators(older), olderIndicators(minimal), olderIndicators('- x')]).toEqual([1, 0, 0]);
  });

  it('is refused where an indicator says nothing', () => {
    expect(refusalOf(older.replace('says: The ferry runs., ', '')).line).toContain('signs[0].says');
  });
});

describe('docs/case.schema.json', () => {
  it('is the schema in force (npx vitest run src/agreement -u writes it)', async () => {
    const schema = `${JSON.stringify(caseJsonSchema(), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot('../../docs/case.schema.json');
  });
});
