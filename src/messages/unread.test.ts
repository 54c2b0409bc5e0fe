import { readFileSync } from 'node:fs';
import { glob } from 'tinyglobby';
import { type ESTree, parseSync } from 'vite';
import { expect, it } from 'vitest';
import { en } from './en/index.ts';
import type { Texts } from './message.ts';

type Node = ESTree.Node;
type Path = readonly string[];

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** What a node is made of, less names that only say which property is meant. */
const partsOf = (node: Node): Node[] =>
  Object.entries(node)
    .filter(([of]) => !('computed' in node && !node.computed && (of === 'key' || of === 'property')))
    .flatMap(([, part]) => part)
    .filter(isNode);

/**
 * What a file reads of the catalogue: paths to messages, and to parts that are read by a computed name or handed on, which
 * count as read whole. Scopes are not told apart: a name stands for all that it stands for somewhere in the file.
 */
const readBy = (file: string): Path[] => {
  const named = new Map<string, Path[]>([['words', [[]]]]);
  const read: Path[] = [];

  const meant = (node: Node): Path[] => {
    if (node.type === 'Identifier') return named.get(node.name) ?? [];
    if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return [];
    const { name } = node.property;
    return meant(node.object).map((path) => [...path, name]);
  };

  const bind = (to: Node, paths: Path[]): void => {
    if (to.type === 'Identifier') named.set(to.name, [...(named.get(to.name) ?? []), ...paths]);
    else if (to.type !== 'ObjectPattern') read.push(...paths);
    else
      for (const property of to.properties)
        if (property.type === 'Property' && property.key.type === 'Identifier') {
          const { name } = property.key;
          const parts = paths.map((path) => [...path, name]);
          bind(property.value, parts);
        } else read.push(...paths);
  };

  const follow = (node: Node): void => {
    if (node.type === 'ImportSpecifier') {
      if (meant(node.imported).length) bind(node.local, [[]]);
      return;
    }
    const given = node.type === 'VariableDeclarator' ? node.init : null;
    const paths = meant(given ?? node);
    if (!paths.length) for (const part of partsOf(node)) follow(part);
    else if (node.type === 'VariableDeclarator') bind(node.id, paths);
    else read.push(...paths);
  };

  follow(parseSync(file, readFileSync(file, 'utf8')).program);
  // A path without an id is another name for all words, or words of another kind.
  return read.filter((path) => path.length);
};

const pathsOf = (texts: Texts, above: Path = []): Path[] =>
  Object.entries(texts).flatMap(([id, text]) =>
    typeof text === 'string' ? [[...above, id]] : pathsOf(text, [...above, id]),
  );

it('has no message that nothing reads', async () => {
  const ignore = ['**/*.test.ts', 'src/messages/en/**'];
  const files = await glob(['src/**/*.ts', 'web/src/**/*.{ts,tsx}'], { ignore });
  const read = files.flatMap(readBy);
  const isRead = (path: Path) =>
    read.some((one) => one.every((id, at) => at >= path.length || id === path[at]));
  expect(pathsOf(en).flatMap((path) => (isRead(path) ? [] : path.join('.')))).toEqual([]);
});
