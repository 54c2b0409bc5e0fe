import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/*
 * The trained weights that `training/` writes to `models/reader/`: `reader.onnx`, the pieces of its
 * tokenizer in `vocab.txt`, and `labels.json`: names of the labels, and the small matrices that are
 * applied here rather than in the graph.
 */

const Matrix = z.array(z.array(z.number()));

const Labels = z.object({
  upos: z.array(z.string()),
  deprels: z.array(z.string()),
  names: z.array(z.string()).describe('BIO labels.'),
  tags: z.array(z.string()).describe('BIO labels of source, cue and content.'),
  tagStarts: z.array(z.number()).describe('Score of each tag at the start of a paragraph.'),
  tagTransitions: Matrix.describe('Score of a tag (column) after another (row).'),
  relationWeights: Matrix.describe(
    "A row a relation, over the product of a dependent's and a head's factors.",
  ),
  relationBiases: z.array(z.number()),
});
export type Labels = z.infer<typeof Labels>;

const folder = new URL('../../../models/reader/', import.meta.url);

export const graphPath = (): string => fileURLToPath(new URL('reader.onnx', folder));

export const readLabels = (): Labels =>
  Labels.parse(JSON.parse(readFileSync(new URL('labels.json', folder), 'utf8')));

export const readVocabulary = (): string[] =>
  readFileSync(new URL('vocab.txt', folder), 'utf8').trimEnd().split('\n');
