import { cruise } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { describe, expect, it } from 'vitest';

describe('the folders of src', () => {
  it('import in one direction, through doors only', async () => {
    const options = await extractConfig('./.dependency-cruiser.cjs');
    const { output } = await cruise(['src'], options);
    if (typeof output === 'string') throw new Error('the cruise gave no result');
    expect(output.summary.totalCruised).toBeGreaterThan(50);
    expect(output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual(
      [],
    );
  });
});
