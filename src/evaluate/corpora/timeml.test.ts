import { expect, it } from 'vitest';
import { corpusFileOf } from '../testing.ts';
import { parseTimeml } from './timeml.ts';

const timeml = (body: string, created = '2022-08-17T09:00') =>
  `<?xml version="1.0" ?>\n<TimeML><DCT><TIMEX3 tid="t0" type="TIME" value="${created}">Wed</TIMEX3></DCT>${body}</TimeML>`;
const fileOf = (xml: string) => corpusFileOf(JSON.stringify({ id: 'a', timeml: xml }));

it('takes the text of TEXT with its times, and the day of creation', () => {
  const xml = timeml(
    '<TITLE>Today</TITLE><TEXT>\nBerg &amp; Co. <EVENT eid="e1">left</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2022-08-15">Monday</TIMEX3> for <TIMEX3 tid="t2" type="DURATION" value="P2D">two <EVENT eid="e2">days</EVENT></TIMEX3>.</TEXT><EXTRAINFO>tomorrow</EXTRAINFO>',
  );
  const [article] = parseTimeml(fileOf(xml));
  expect(article?.published).toBe('2022-08-17');
  expect(article?.text).toBe('\nBerg & Co. left on Monday for two days.');
  expect(article?.times.map(({ span, ...rest }) => [article.text.slice(...span), rest])).toEqual([
    ['Monday', { value: '2022-08-15', kind: 'date' }],
    ['two days', { value: 'P2D', kind: 'duration' }],
  ]);
});

it.each([
  ['no TimeML', '<html/>'],
  ['no TEXT', timeml('')],
  ['no day', timeml('<TEXT>a</TEXT>', 'soon')],
])('refuses %s, with the line', (_, xml) => {
  expect(() => parseTimeml(fileOf(xml))).toThrow(/corpus.gz, line 1/);
});
