import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../model/index.ts';
import { reviewOf } from '../review.ts';
import { chosen, firstEdition, passSource } from '../testing.ts';
import { type Files, siteFiles } from './site.ts';

const filesOf = async (...given: Parameters<typeof passSource>): Promise<Files> => {
  const { front, own } = await siteFiles(firstEdition(reviewOf(passSource(...given)).content), [], 'library');
  return new Map([...front, ...[...own].map(([path, text]) => [`editions/1/${path}`, text] as const)]);
};

const pageOf = (files: Files, path: string) => parseHTML(files.get(path) ?? '').document;

const withPersonal = (personal: NonNullable<Finding['personal']>) => {
  const source = passSource();
  const { assessment } = source;
  const commitments = assessment.commitments.map((finding) => ({ ...finding, personal }));
  return { assessment: { ...assessment, commitments } };
};

describe('a published folder', () => {
  it('leads from the front page to the sentence in two clicks, and to the answer in one', async () => {
    const files = await filesOf();
    const board = pageOf(files, 'index.html');
    const [first] = board.querySelectorAll('tbody tr');
    expect(first?.querySelector('th a')?.getAttribute('href')).toBe('commitments/no-raiders.html');
    expect(first?.querySelector('a[href$="#answer"]')?.getAttribute('href')).toBe(
      'commitments/no-raiders.html#answer',
    );
    const page = pageOf(files, 'commitments/no-raiders.html');
    expect(page.querySelector('#sentences blockquote')?.textContent).toBe(
      '“Raiders camp in the north, monitors said.”',
    );
    expect(page.querySelector('#answer')?.textContent).toContain('No answer of Norland was found');
  });

  it('says who tells a quotation, where it stands, and the hash of the copy', async () => {
    const files = await filesOf();
    const page = pageOf(files, 'commitments/no-raiders.html');
    const told = [...page.querySelectorAll('#sentences .told')]
      .map(({ textContent }) => textContent)
      .join(' ');
    expect(told).toContain('Gazette ← monitors says');
    expect(told).toContain('“A day at the pass”, Gazette, 10 Mar 2030, paragraph 2, sentence 2; copy 1');
    expect(pageOf(files, 'documents.html').querySelector('#document-1')?.textContent).toMatch(/a{40,}/);
  });

  it('links only to what it holds, and to the web', async () => {
    const files = await filesOf();
    for (const [path, text] of files) {
      if (!path.endsWith('.html')) continue;
      const { document } = parseHTML(text);
      const links = [...document.querySelectorAll('[href], [src]')].map(
        (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
      );
      for (const link of links.filter((each) => !/^(?:https?:|mailto:)/u.test(each))) {
        const [target = ''] = decodeURIComponent(new URL(link, `file:///${path}`).pathname)
          .slice(1)
          .split('#');
        expect(files.has(target) || target === path, `${path} → ${link}`).toBe(true);
      }
    }
  });

  it('has one place for each anchor that is linked to', async () => {
    const files = await filesOf();
    for (const [path, text] of files) {
      if (!path.endsWith('.html')) continue;
      const { document } = parseHTML(text);
      for (const link of document.querySelectorAll('a[href^="#"]')) {
        const id = link.getAttribute('href')?.slice(1) ?? '';
        expect(document.getElementById(id), `${path}#${id}`).not.toBeNull();
      }
    }
  });

  it('is harmed by no words of others', async () => {
    const words = ['Raiders </script><script>alert(1)</script> camp ]]> & "there" \u202eedoc\u202c.'];
    const files = await filesOf(words, {
      title: `A${'a'.repeat(10_000)} </title><img src=x onerror=alert(1)>`,
    });
    for (const [path, text] of files) {
      expect(text, path).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
      if (path.endsWith('.html')) {
        const { document } = parseHTML(text);
        expect(document.querySelectorAll('img[onerror], script:not([src]):not([type])')).toHaveLength(0);
        expect(text.length, path).toBeLessThan(60_000);
      }
    }
    expect(pageOf(files, 'commitments/no-raiders.html').querySelector('blockquote')?.textContent).toBe(
      '“Raiders </script><script>alert(1)</script> camp ]]> & "there" edoc.”',
    );
    expect(() => JSON.parse(files.get('feed.json') ?? '')).not.toThrow();
    expect(files.get('feed.atom')).not.toContain('<script');
  });

  it('has an id of any length and of any letters as a file of its own', async () => {
    const source = passSource();
    const [first, second] = source.file.commitments;
    if (!first || !second) throw new Error('no commitment');
    const ids = ['x'.repeat(400), `${'x'.repeat(400)}y`];
    const renamed = {
      file: {
        ...source.file,
        commitments: [
          { ...first, id: ids[0] as string },
          { ...second, id: ids[1] as string, conditionalOn: [] },
        ],
      },
      assessment: {
        ...source.assessment,
        commitments: source.assessment.commitments.map((finding, index) => ({
          ...finding,
          id: ids[index] as string,
          conditions: [],
        })),
      },
    };
    const files = await filesOf(undefined, renamed);
    const paths = [...files.keys()].filter((path) => path.startsWith('commitments/'));
    expect(paths).toHaveLength(2);
    for (const path of paths) expect(path.length).toBeLessThan(120);
  });

  it('has a ClaimReview only of a finding that a person signed in public', async () => {
    const personal = {
      status: 'probable breach' as const,
      reason: 'Seen by two of us. </script>',
      by: 'Ada Monitor',
      at: '2030-06-01T00:00:00Z',
    };
    const reviewIn = (files: Files) => {
      const script = pageOf(files, 'commitments/no-raiders.html').querySelector(
        'script[type="application/ld+json"]',
      );
      return script ? JSON.parse(script.textContent ?? '') : null;
    };
    const unsigned = await filesOf(undefined, withPersonal(personal));
    expect(reviewIn(unsigned)).toBeNull();
    expect([...unsigned.values()].join()).not.toMatch(/Ada|Monitor,/);
    const signed = await filesOf(undefined, {
      ...withPersonal(personal),
      decisions: [chosen('person:team Ada Monitor', { choice: 'keep' })],
    });
    expect(reviewIn(signed)).toMatchObject({
      '@type': 'ClaimReview',
      url: 'https://example.org/pass/commitments/no-raiders.html',
      claimReviewed: 'Norland keeps this commitment: Norland does not host raiders.',
      author: { name: 'Pass Watch' },
      reviewRating: { alternateName: 'probable breach', ratingValue: 2, worstRating: 1, bestRating: 5 },
    });
    expect(reviewIn(await filesOf())).toBeNull();
  });

  it('tells its changes as feeds and its deadlines as a calendar', async () => {
    const files = await filesOf();
    expect(JSON.parse(files.get('feed.json') ?? '')).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ url: 'https://example.org/pass/commitments/withdraw.html' }, {}],
    });
    expect(files.get('feed.atom')).toContain('<link href="https://example.org/pass/feed.atom" rel="self"');
    expect(files.get('deadlines.ics')).toMatch(/SUMMARY:Due: Norland leaves the pass in 90 days\./);
    expect(files.get('deadlines.ics')).toMatch(/DTSTART;VALUE=DATE:20300401/);
    expect((files.get('deadlines.ics') ?? '').match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});
