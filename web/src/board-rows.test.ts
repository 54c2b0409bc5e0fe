import { describe, expect, it, test } from 'vitest';
import { boardAddress, isFiltered, shownColumns, usualColumns } from './board-address.ts';
import { type BoardRow, changeRank, deadlineOf, hasStatus, matrixOf } from './board-rows.ts';
import { keepViews, savedViews, withView } from './saved-views.ts';

const finding = { status: 'no information', late: false, due: '2030-03-01', awaits: null } as const;

describe('a deadline', () => {
  it.each([
    ['due', {}, 'obligation', '2030-02-01'],
    ['due', {}, 'obligation', '2030-03-01'],
    ['passed', {}, 'obligation', '2030-03-02'],
    ['overdue', { status: 'indications of breach' }, 'obligation', '2030-03-02'],
    ['overdue', { status: 'disputed' }, 'obligation', '2030-03-02'],
    ['met', { status: 'probable performance' }, 'obligation', '2030-03-02'],
    ['late', { status: 'probable performance', late: true }, 'obligation', '2030-06-02'],
    ['ends', { status: 'probable breach' }, 'prohibition', '2030-02-01'],
    ['ended', { status: 'probable breach' }, 'prohibition', '2030-06-01'],
    ['none', { due: null }, 'obligation', '2030-02-01'],
    ['unknown', { due: null, awaits: 'the commanders have met' }, 'obligation', '2030-02-01'],
  ] as const)('is %s: %o of an %s on %s', (state, change, kind, asOf) => {
    expect(deadlineOf({ ...finding, ...change }, kind, asOf).state).toBe(state);
  });

  it('is so many days away', () => {
    expect(deadlineOf(finding, 'obligation', '2030-02-27').days).toBe(2);
    expect(deadlineOf(finding, 'obligation', '2030-03-02').days).toBe(-1);
  });
});

test('a direction stands for all its statuses', () => {
  expect(hasStatus('indications of breach', 'breach')).toBe(true);
  expect(hasStatus('indications of breach', 'probable breach')).toBe(false);
  expect(hasStatus('disputed', 'breach')).toBe(false);
});

const row = (party: string, status: string, change: BoardRow['change'] = null) =>
  ({ party, partyName: party, finding: { status }, change }) as BoardRow;

test('the matrix counts each commitment once', () => {
  const rows = [row('a', 'probable breach'), row('b', 'disputed'), row('a', 'probable breach')];
  expect(matrixOf(rows)).toEqual([
    { party: 'a', name: 'a', counts: { 'probable breach': 2 }, total: 2 },
    { party: 'b', name: 'b', counts: { disputed: 1 }, total: 1 },
  ]);
});

test('a new status is more of a change than new evidence, and that more than none', () => {
  const change = (before: string | undefined, evidence: number) =>
    changeRank(
      row('a', 'disputed', { commitment: 'x', before, now: 'disputed', evidence } as BoardRow['change']),
    );
  expect(change('no information', 0)).toBeGreaterThan(change('disputed', 5000));
  expect(change('disputed', -3)).toBeGreaterThan(change('disputed', 1));
  expect(changeRank(row('a', 'disputed'))).toBe(0);
});

describe('the address of a board', () => {
  it('lets pass only what the board knows', () => {
    const { status, standard, sort, since, changed, grouped, text } = boardAddress({
      status: 'perhaps',
      standard: 'likely',
      sort: '-colour',
      since: 'yesterday',
      changed: 'no',
      grouped: 'no',
      text: 'pass',
    });
    expect([status, standard, sort, since, changed]).toEqual(Array(5).fill(undefined));
    expect([grouped, text]).toEqual(['no', 'pass']);
    expect(boardAddress({ sort: '-deadline', status: 'breach' })).toMatchObject({
      sort: '-deadline',
      status: 'breach',
    });
  });

  it('says which columns are shown; the commitment always is', () => {
    expect(shownColumns({})).toEqual(usualColumns);
    expect(shownColumns({ grouped: 'no' })).toContain('party');
    expect(shownColumns({ columns: 'deadline,colour' })).toEqual(['commitment', 'deadline']);
  });

  it('knows when not all is shown', () => {
    expect(isFiltered({ sort: 'status', columns: 'status' })).toBe(false);
    expect(isFiltered({ text: 'pass' })).toBe(true);
  });
});

test('a view of the same name gives way, and a browser that keeps nothing says so', () => {
  const views = withView(withView([{ name: 'b', search: '?x' }], { name: 'a', search: '' }), {
    name: 'b',
    search: '?y',
  });
  expect(views).toEqual([
    { name: 'a', search: '' },
    { name: 'b', search: '?y' },
  ]);
  expect(keepViews('case', views)).toBe(false);
  expect(savedViews('case')).toEqual([]);
});
