import { expect, test } from 'vitest';
import { createLocalReader } from '../read/index.ts';
import { readingText } from './reading-text.ts';

test('a reading names the rules of its claims if asked to', async () => {
  const reading = await createLocalReader().read({ id: 'x', text: 'The army failed to leave the town.' });
  expect(readingText(reading)).not.toContain('by rule');
  expect(readingText(reading, { explain: true })).toContain(
    'by rule: negative implicative verb (embedding.negative-implicative), as in “The army failed to leave the town.”',
  );
});
