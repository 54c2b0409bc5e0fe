import { describe, expect, test } from 'vitest';
import type { CopyLink } from '../../model/index.ts';
import { type Linked, withoutBoilerplate } from './boilerplate.ts';
import { CopyIndex } from './copy-index.ts';

const words = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');

const footer = `Sign up to our newsletter. ${words('footer', 30)}`;
const wire = words('wire', 40);

/** Links of the texts as collecting finds them, seen from both sides. */
function linksOf(documents: ReadonlyMap<string, Linked>): Map<string, CopyLink[]> {
  const index = new CopyIndex();
  const links = new Map<string, CopyLink[]>([...documents.keys()].map((id) => [id, []]));
  for (const [id, { text }] of documents) {
    for (const link of index.add(id, text)) {
      links.get(id)?.push(link);
      const passages = link.passages.map(({ here, there }) => ({ here: there, there: here }));
      links.get(link.document)?.push({ ...link, document: id, passages });
    }
  }
  return links;
}

/** Texts by name, of the publisher that their name begins with. */
const given = (texts: Record<string, string>) =>
  new Map(Object.entries(texts).map(([id, text]) => [id, { text, publisher: id.split(' ')[0] ?? null }]));

const linked = (texts: Record<string, string>): Record<string, string[]> => {
  const documents = given(texts);
  const kept = withoutBoilerplate(linksOf(documents), documents);
  return Object.fromEntries(
    [...kept].map(([id, links]) => [id, links.map(({ document }) => document).sort()]),
  );
};

const posts = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `Post ${index}`,
      `${words(`story${index}x`, 60)} ${footer}`,
    ]),
  );

describe('boilerplate', () => {
  test('under five pages of a publisher links none of them', () => {
    const links = linked(posts(5));
    for (const id of Object.keys(posts(5))) expect(links[id]).toEqual([]);
  });

  test('under four pages is not told from a shared report yet', () => {
    expect(linked(posts(4))['Post 0']).toEqual(['Post 1', 'Post 2', 'Post 3']);
  });

  test('does not hide what two pages share beside it', () => {
    const texts = {
      ...posts(5),
      'Post a': `${wire} ${footer}`,
      'Herald b': `${words('herald', 90)} ${wire}`,
    };
    const links = linked(texts);
    expect(links['Post a']).toEqual(['Herald b']);
    expect(links['Herald b']).toEqual(['Post a']);
  });

  test('is so wherever it stands', () => {
    const links = linked({ ...posts(5), 'Herald b': `${words('herald', 90)} ${footer}` });
    expect(links['Herald b']).toEqual([]);
    expect(links['Post 0']).toEqual([]);
  });

  test('under briefs that are shorter than it makes them no copies of each other', () => {
    const briefs = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`Post ${index}`, `${words(`brief${index}x`, 12)} ${footer}`]),
    );
    expect(linked(briefs)['Post 0']).toEqual([]);
  });

  test('is not what papers print of one story, however many they are', () => {
    const papers = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`Paper${index} x`, `${words(`own${index}x`, 90)} ${wire}`]),
    );
    expect(linked(papers)['Paper0 x']).toHaveLength(7);
  });

  test('is not a story that its publisher prints again and again', () => {
    const prints = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`Post ${index}`, `${wire} ${words('end', 30)} ${index}`]),
    );
    const links = linked({ ...prints, 'Herald b': `${words('herald', 200)} ${wire}` });
    expect(links['Post 0']).toHaveLength(6);
    expect(links['Herald b']).toHaveLength(6);
  });
});
