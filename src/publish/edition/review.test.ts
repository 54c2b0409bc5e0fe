import { describe, expect, it } from 'vitest';
import { publicPeople } from './names.ts';
import { reviewOf } from './review.ts';
import { siteFiles } from './site/site.ts';
import { chosen, firstEdition, passSource } from './testing.ts';

const words = [
  'Raiders sleep at the house of Omar Tal near Dry Well, Tal said, and the envoy Ines Bo saw it.',
];
const people = [
  { key: 'omar tal', name: 'Omar Tal', forms: ['Omar Tal', 'Tal'], office: null },
  { key: 'ines bo', name: 'Ines Bo', forms: ['Ines Bo', 'Bo'], office: 'the envoy, as a report says' },
  { key: 'who else', name: 'Who Else', forms: ['Who Else'], office: null },
];
const places = [
  { key: 'geonames:1', name: 'Dry Well', forms: ['Dry Well'], within: ['North Shire', 'Norland'] },
];
const named = { people, places };
const title = 'Omar Tal of Dry Well speaks';

const lineOf = (subject: string, ...decisions: ReturnType<typeof chosen>[]) =>
  reviewOf(passSource(words, { ...named, title, decisions })).lines.find((line) => line.subject === subject);

const publishedWith = async (...decisions: ReturnType<typeof chosen>[]): Promise<string> => {
  const { content } = reviewOf(passSource(words, { ...named, title, decisions }));
  const { front, own } = await siteFiles(firstEdition(content), [], '');
  return [...front, ...own].flat().join('\n');
};

describe('a review', () => {
  it('lists names that would be read, with what holds unless somebody chooses, and nobody else', () => {
    const { lines } = reviewOf(passSource(words, named));
    expect(lines.map(({ subject, choice, shownAs }) => [subject.split(':')[0], choice, shownAs])).toEqual([
      ['person', 'hide', 'a resident'],
      ['person', 'keep', null],
      ['place', 'coarsen', 'a place in North Shire'],
      ['finding', 'keep', null],
      ['finding', 'keep', null],
      ['quotation', 'keep', null],
    ]);
    expect(lines.at(-1)?.note).toMatch(/^Gazette, 93 characters, \d % of its text; licence not known$/);
  });

  it('says who chose what, and why', () => {
    expect(
      lineOf('person:omar tal', chosen('person:omar tal', { choice: 'keep' }, 'He asked for it.')),
    ).toMatchObject({
      choice: 'keep',
      by: 'A. Monitor',
      reason: 'He asked for it.',
      shownAs: null,
    });
  });

  it('takes no choice that is not to be had', () => {
    expect(lineOf('person:omar tal', chosen('person:omar tal', { choice: 'shorten' }))?.choice).toBe('hide');
  });

  it('leaves nothing of what is hidden in any file', async () => {
    const published = await publishedWith();
    expect(published).not.toMatch(/\bomar\b|\btal\b|dry.?well/i);
    expect(published).toContain('Ines Bo');
    expect(published).toContain(
      'Raiders sleep at the house of [a resident] near [a place in North Shire], [a resident] said',
    );
  });

  it.each(['https://news.example/omar-tal-speaks', 'https://news.example/OmarTal'])(
    'publishes nothing of a name that the title %s tells',
    (address) => {
      const { content } = reviewOf(passSource(words, { ...named, title: address }));
      expect(content.documents.map(({ title: shown }) => shown)).toContain('[an address]');
      expect(JSON.stringify(content)).not.toMatch(/\bomar|\btal\b/i);
    },
  );

  it('leaves other addresses, and how to reach whoever publishes', () => {
    const publication = {
      by: 'Pass Watch',
      contact: 'https://pass.example/omar-tal',
      address: 'https://pass.example/dry-well',
      secondPerson: false,
    };
    const { content } = reviewOf(
      passSource(words, { ...named, publication, title: 'https://news.example/envoy' }),
    );
    expect(content.documents[0]?.title).toBe('https://news.example/envoy');
    expect(content.publication).toEqual({
      by: publication.by,
      contact: publication.contact,
      address: publication.address,
    });
  });

  it('publishes what a person chose to keep, and other words where they were chosen', async () => {
    const published = await publishedWith(
      chosen('person:omar tal', { choice: 'keep' }),
      chosen('place:geonames:1', { choice: 'hide', as: 'a farm' }),
      chosen('person:ines bo', { choice: 'hide' }),
    );
    expect(published).toContain('house of Omar Tal near [a farm]');
    expect(published).not.toMatch(/Ines|\bBo\b/);
  });

  it('hides a finding with all that it rests on', async () => {
    const published = await publishedWith(chosen('finding:no-raiders', { choice: 'hide' }));
    expect(published).not.toMatch(/no-raiders|host raiders|Raiders sleep/);
    expect(published).toContain('Norland leaves the pass in 90 days.');
  });

  it('neither lists what a hidden finding rests on, nor counts it as quoted', () => {
    const source = passSource();
    const [first, second] = source.assessment.commitments;
    const item = first?.evidence[0];
    if (!first || !second || !item) throw new Error('no evidence');
    const sentences = [
      'Raiders camp at the pass all year round.',
      'Guards left the pass, as far as it is seen.',
    ];
    const [one = '', other = ''] = sentences;
    const text = sentences.join(' ');
    // Each is half of the text: there is room for one.
    const told = (id: string, words: string) => {
      const start = text.indexOf(words);
      return { ...item, id, words, span: [start, start + words.length] as [number, number] };
    };
    const document = source.documents.get(item.document);
    if (!document) throw new Error('no document');
    const reviewed = (...decisions: ReturnType<typeof chosen>[]) =>
      reviewOf({
        ...source,
        decisions,
        documents: new Map([[document.id, { ...document, text: text.padEnd(2 * other.length) }]]),
        assessment: {
          ...source.assessment,
          commitments: [
            { ...first, evidence: [told('one', one)] },
            { ...second, evidence: [told('other', other)], origins: first.origins },
          ],
        },
      });
    const quotations = ({ lines }: ReturnType<typeof reviewOf>) =>
      lines.flatMap(({ kind, subject, choice }) => (kind === 'quotation' ? [[subject, choice]] : []));
    expect(quotations(reviewed())).toEqual([
      ['quotation:one', 'keep'],
      ['quotation:other', 'hide'],
    ]);
    const hidden = reviewed(chosen('finding:no-raiders', { choice: 'hide' }));
    expect(quotations(hidden)).toEqual([['quotation:other', 'keep']]);
    expect(JSON.stringify(hidden.content)).toContain(other);
  });

  it('says what readers would miss', () => {
    expect(reviewOf(passSource(words, { publication: null })).missing).toEqual([
      'Readers are not told who publishes this, or how to answer: the case file has no publication.',
    ]);
    expect(reviewOf(passSource()).missing).toEqual([]);
  });
});

describe('who may be named where a case is handed on', () => {
  const publicWith = (...decisions: ReturnType<typeof chosen>[]) => [...publicPeople({ people, decisions })];

  it('is whoever the review keeps', () => {
    expect(publicWith()).toEqual(['ines bo']);
    expect(publicWith(chosen('person:ines bo', { choice: 'hide' }))).toEqual([]);
    expect(publicWith(chosen('person:omar tal', { choice: 'keep' }))).toEqual(['omar tal', 'ines bo']);
  });
});
