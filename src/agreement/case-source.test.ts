import { describe, expect, it } from 'vitest';
import { caseSource, parseCase } from './index.ts';

const source = `# Whose promise it is
id: pass
title: The Pass Accord # as the press calls it
signed: 2030-01-01
parties:
  - {id: norland, name: Norland} # the northern one
  - id: sudland
    name: Sudland
commitments:
  # What Norland owes
  - id: leave
    debtor: norland
    creditor: sudland
    kind: obligation
    requires: Norland leaves the pass.
    window: {from: 2030-01-01, within: P90D}
`;

const written = () => JSON.parse(JSON.stringify(parseCase(source)));

describe('a case as YAML', () => {
  it('is written so that it reads back the same', () => {
    const file = written();
    expect(parseCase(caseSource(file, null))).toEqual(parseCase(source));
    expect(parseCase(caseSource(file, source))).toEqual(parseCase(source));
  });

  it('keeps comments, order and form of all that was not changed', () => {
    const file = written();
    file.commitments[0].requires = 'Norland leaves the pass at once.';
    const edited = caseSource(file, source);
    expect(edited).toContain('requires: Norland leaves the pass at once.');
    for (const kept of [
      '# Whose promise it is',
      '# as the press calls it',
      '# the northern one',
      '# What Norland owes',
      'window: { from: 2030-01-01, within: P90D }',
    ])
      expect(edited).toContain(kept);
  });

  it('adds, moves and drops items by their ids', () => {
    const file = written();
    file.parties.reverse();
    file.commitments.push({ ...file.commitments[0], id: 'stay-away', kind: 'prohibition' });
    const edited = caseSource(file, source);
    expect(parseCase(edited)).toEqual(parseCase(caseSource(file, null)));
    expect(edited).toContain('# the northern one');
    file.commitments = [file.commitments[1]];
    expect(parseCase(caseSource(file, edited)).commitments.map(({ id }) => id)).toEqual(['stay-away']);
  });
});
