import { z } from 'zod';
import { jsonText } from '../json-text.ts';

/** What a folder of an edition holds: each file by its path, with the SHA-256 of its bytes. */
export const Manifest = z.object({
  form: z.literal(1),
  case: z.string(),
  edition: z.int().min(1),
  day: z.string(),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestText = (manifest: Manifest): string => `${jsonText(manifest, 1)}\n`;

/** Something that is not as the manifest says. */
export interface Difference {
  kind: 'changed' | 'missing' | 'extra';
  path: string;
}

/** What differs between what a manifest lists and what is there, by path. */
export const differencesFrom = (
  listed: Readonly<Record<string, string>>,
  present: ReadonlyMap<string, string>,
): Difference[] =>
  [...new Set([...Object.keys(listed), ...present.keys()])].sort().flatMap((path): Difference[] => {
    const [wanted, found] = [Object.hasOwn(listed, path) ? listed[path] : undefined, present.get(path)];
    if (wanted === found) return [];
    if (found === undefined) return [{ kind: 'missing', path }];
    return [{ kind: wanted === undefined ? 'extra' : 'changed', path }];
  });
