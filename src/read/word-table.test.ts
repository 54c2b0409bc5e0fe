import { describe, expect, it } from 'vitest';
import { Reading } from '../model/index.ts';
import { createLocalReader } from './index.ts';
import { wordTable } from './word-table.ts';

const names = Object.getOwnPropertyNames(Object.prototype);

describe('words that every object has', () => {
  it('are in no table that was not given them', () => {
    const table = wordTable({ two: 2 });
    expect([table.two, ...names.map((name) => table[name])]).toEqual([2, ...names.map(() => undefined)]);
  });

  const places = (name: string): string[] => [
    `The ${name} left the port, and two ${name}s stayed.`,
    `Rebels ${name} the port ${name} the harbour.`,
    `${name} ${name} said that ${name} of Moldova held 30 ${name} in ${name} on ${name} Day.`,
    `The ${name}'s men are ${name}, “${name}”, 5 ${name} ago at ${name}.`,
    name,
  ];

  it.each(names)('%s is read like any other word', async (name) => {
    const reader = createLocalReader();
    for (const word of [name, name.toLowerCase(), name.toUpperCase(), `${name}ed`, `${name}ing`])
      for (const text of places(word)) {
        const reading = await reader.read({ id: 'test', text, published: '2022-08-17', layers: ['syntax'] });
        expect(Reading.safeParse(reading).error).toBeUndefined();
      }
  });
});
