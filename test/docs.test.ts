import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../src/cli/program.ts';
import { errorCodes } from '../src/model/index.ts';
import { createApp, localHosts } from '../src/server/index.ts';
import type { Store } from '../src/store/index.ts';

const page = (name: string) => readFile(new URL(`../docs/${name}`, import.meta.url), 'utf8');

const leaves = (command: Command, path: string): { path: string; command: Command }[] =>
  command.commands.length > 0
    ? command.commands.flatMap((child) => leaves(child, `${path} ${child.name()}`))
    : [{ path, command }];

const commands = leaves(createProgram(), 'proviso');

/** The part of docs/commands.md under one command's heading. */
const chapter = async (path: string): Promise<string> => {
  const chapters = (await page('commands.md')).split('\n## ');
  return chapters.find((text) => text.startsWith(`${path}\n`) || text.startsWith(`${path} `)) ?? '';
};

describe('the documentation', () => {
  it.each(commands)('describes $path with its options', async ({ path, command }) => {
    const text = await chapter(path);
    expect(text).not.toBe('');
    expect(command.description()).not.toBe('');
    for (const option of command.options) {
      expect(text).toContain(`\`${option.long}\``);
      expect(option.description).not.toBe('');
    }
  });

  it.each([
    'PROVISO_STORE',
    'PROVISO_ORIGINALS',
    'PROVISO_METRICS_PORT',
    'PROVISO_LOG',
    'DATABASE_URL',
    'NO_COLOR',
    'PROVISO_FETCH_PRIVATE',
    'PROVISO_MODEL_URL',
    'PROVISO_MODEL',
    'PROVISO_MODEL_KEY',
    'PROVISO_MODEL_KEY_FILE',
    'PROVISO_TRANSLATE_URL',
    'PROVISO_TRANSLATE_KEY',
    'PROVISO_TRANSLATE_KEY_FILE',
    'PROVISO_TRANSLATE_ADDED',
    '--store',
  ])('describes the setting %s', async (name) => {
    expect(await page('commands.md')).toContain(name);
  });

  it('describes every error code, and no other', async () => {
    const described = [...(await page('errors.md')).matchAll(/^\| `(PROVISO_\w+)`/gm)].map(
      ([, code]) => code,
    );
    expect(described.toSorted()).toEqual([...errorCodes].sort());
  });

  it('describes every route, and no other', async () => {
    const served = createApp({} as Store, localHosts(1))
      .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path}`);
    const described = [...(await page('api.md')).matchAll(/^\| `([A-Z]+ \/api\/\S+)`/gm)].map(
      ([, route]) => route,
    );
    expect(served.length).toBeGreaterThan(5);
    expect(described.toSorted()).toEqual([...new Set(served)].sort());
  });
});
