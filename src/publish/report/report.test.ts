import { describe, expect, it } from 'vitest';
import type { SecondOpinion } from '../../model/index.ts';
import { paperMarkdown } from '../paper/markdown.ts';
import type { Section } from '../paper/paper.ts';
import { placeOf } from './place.ts';
import { reportPaper } from './report.ts';
import { passReport } from './testing.ts';

const headings = (sections: readonly Section[], depth = 0): string[] =>
  sections.flatMap(({ heading, sections: inner }) => [
    `${'  '.repeat(depth)}${heading}`,
    ...headings(inner, depth + 1),
  ]);

const textOf = (...given: Parameters<typeof passReport>) => paperMarkdown(reportPaper(passReport(...given)));

describe('a report', () => {
  it('says its method first, then all findings in a table, then each, then its annexes', () => {
    expect(headings(reportPaper(passReport()).sections)).toEqual([
      'Method and standard of proof',
      'Summary of findings',
      'Findings',
      '  Norland does not host raiders.',
      '    Basis',
      '    Replies',
      '    What is not known',
      '  Norland leaves the pass in 90 days.',
      '    Basis',
      '    Replies',
      '    What is not known',
      'Annex A. Documents cited',
    ]);
  });

  it('has one place for each anchor', () => {
    const anchors = (sections: readonly Section[]): string[] =>
      sections.flatMap(({ anchor, sections: inner }) => [anchor, ...anchors(inner)]);
    const all = anchors(reportPaper(passReport()).sections);
    expect(new Set(all).size).toBe(all.length);
  });

  it('says where words stand in a note, and proves the document in the annex', () => {
    const text = textOf();
    expect(text).toMatch(/“Raiders camp in the north, monitors said\.”\[\^1\]/);
    expect(text).toMatch(
      /\[\^1\]: Told by Gazette, after monitors\. “A day at the pass”, Gazette, 10 Mar 2030, paragraph 2, sentence 2; annex A, document 1\./,
    );
    expect(text).toMatch(/\| 1 \| “A day at the pass”, Gazette \| 10 Mar 2030 \| .+ \| a+\d+ \|/);
  });

  it('has no id, no code and no hash before its annexes', () => {
    const { assessment, documents } = passReport();
    const [running = ''] = textOf().split('## Annex A');
    for (const finding of assessment.commitments) expect(running).not.toContain(finding.id);
    for (const { id, sha256 } of documents.values()) {
      expect(running).not.toContain(id);
      expect(running).not.toContain(sha256);
    }
    expect(running).not.toMatch(/un-panel|\bnorland\b|\bnull\b|undefined|\d{4}-\d{2}-\d{2}/);
  });

  it('shows what a person found beside what is computed, in the summary too', () => {
    const report = passReport();
    const [first, ...others] = report.assessment.commitments;
    if (!first) throw new Error('no finding');
    const personal = {
      status: 'disputed' as const,
      reason: 'The map is wrong.',
      by: 'A. Monitor',
      at: '2030-05-01T00:00:00Z',
    };
    const text = paperMarkdown(
      reportPaper({
        ...report,
        assessment: { ...report.assessment, commitments: [{ ...first, personal }, ...others] },
      }),
    );
    expect(text).toMatch(
      /\| Norland does not host raiders\. \| Norland \| .+ \| ⬖ \*\*disputed\*\*, A\. Monitor \|/,
    );
    expect(text).toContain(
      'A. Monitor set a finding of their own on 1 May 2030: ⬖ **disputed**. Reason: “The map is wrong.”',
    );
  });

  it('is on the commitments that were chosen', () => {
    const only = headings(reportPaper({ ...passReport(), only: ['withdraw'] }).sections);
    expect(only).toContain('  Norland leaves the pass in 90 days.');
    expect(only).not.toContain('  Norland does not host raiders.');
  });

  it('quotes three sentences of an origin, and lists the others in an annex', () => {
    const text = textOf([1, 2, 3, 4, 5].map((n) => `Raiders camp number ${n} stands.`));
    const [running = '', annex = ''] = text.split('## Annex B');
    expect(running.match(/Raiders camp number/g)).toHaveLength(3);
    expect(running).toContain('2 more sentences in annex B');
    expect(annex.match(/Raiders camp number/g)).toHaveLength(2);
  });
});

it('lists in an annex what a language model read, and says so nowhere else', () => {
  const report = passReport();
  const at = '2030-06-01T00:00:00.000Z';
  const opinion: SecondOpinion = {
    says: 'breach',
    span: null,
    words: '',
    shows: [],
    model: 'small-model',
    at,
  };
  const commitments = report.assessment.commitments.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((item) => ({ ...item, secondOpinion: opinion })),
  }));
  const read = { ...report, assessment: { ...report.assessment, commitments } };
  const before = (paper: typeof report) => paperMarkdown(reportPaper(paper)).split('## Annex A')[0];
  expect(before(read)).toBe(before(report));
  const [, annex = ''] = paperMarkdown(reportPaper(read)).split('## Annex B. What a language model read');
  expect(annex).toMatch(/\| breach \| small-model, 1 Jun 2030 \|/);
});

describe('the place of words', () => {
  it.each([
    ['One. Two.\n\nThree. Four.', 'Four', { page: null, paragraph: 2, sentence: 2 }],
    ['One two\nthree. Four.', 'Four', { page: null, paragraph: 1, sentence: 2 }],
    ['\n\nOne.', 'One', { page: null, paragraph: 1, sentence: 1 }],
    ['A.\n\n\n\nB.\n \nC.', 'C', { page: null, paragraph: 3, sentence: 1 }],
    ['', '', { page: null, paragraph: 1, sentence: 1 }],
  ])('of %j, at %s', (text, words, place) => {
    const start = text.indexOf(words);
    expect(placeOf({ text, pages: null }, [start, start + words.length])).toEqual(place);
  });

  it('is a page where there are pages', () => {
    const text = 'One. Two. Three. Four.';
    const pages = [
      { page: 1, start: 0, end: 10 },
      { page: 2, start: 10, end: text.length },
    ];
    expect(placeOf({ text, pages }, [17, 21])).toEqual({ page: 2, paragraph: null, sentence: 2 });
  });
});
