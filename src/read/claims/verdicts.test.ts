import { describe, expect, it } from 'vitest';
import { shortClaims } from './testing.ts';

const verdicts: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['Moldova kept the promise.', 'kept · assessment · yes'],
  ['The guards kept the records of the agreement.', 'kept · event · yes'],
  ['The government kept 500 prisoners despite the agreement.', 'kept · event · yes'],
  ['The army kept the deal secret.', 'kept the deal · event · yes', 'secret · state · yes'],
  ['Moldova broke the terms of the truce.', 'broke · assessment · yes'],
  ['Rebels broke into a depot holding food under the deal.', 'broke · event · yes', 'holding · event · yes'],
  ['Militants broke through the gate before the ceasefire.', 'broke · event · yes'],
  ['Fighting broke out hours before the truce.', 'broke out · event · yes'],
  ['Moldova met its obligations.', 'met · assessment · yes'],
  ['The Front met American envoys in Oslo for talks on the agreement.', 'met · event · yes'],
  ['The Front delivered on its pledge.', 'delivered · assessment · yes'],
  ['Washington delivered on Tuesday 300 rifles.', 'delivered · event · yes'],
  ['The firm delivered the pumps on Friday under the deal.', 'delivered · event · yes'],
  ['The truce was respected by both sides.', 'was respected · assessment · yes'],
  ['The sides respected the border set by the treaty.', 'respected · event · yes', 'set · event · yes'],
  ['Moldova implemented the peace accord.', 'implemented · assessment · yes'],
  ['Moldova implemented the reform named in the accord.', 'implemented · event · yes', 'named · event · yes'],
  ['The sale does not violate the embargo.', 'does not violate · assessment · no'],
  ['The army violated the airspace of Romania.', 'violated · event · yes'],
  ['He stood by the treaty.', 'stood · assessment · yes'],
  ['The envoy stuck to his seat.', 'stuck · event · yes'],
  ['The raid was a breach of the truce.', 'was a breach · assessment · yes'],
  ['Moldova is in breach of the accord.', 'is in breach · assessment · yes'],
  ['Trade grew in line with forecasts.', 'grew · event · yes'],
  // Beside the event, never instead of it.
  [
    'The army held 500 prisoners in breach of the truce.',
    'held · event · yes',
    'in breach · assessment · yes',
  ],
  [
    'The army shelled the port, a clear violation of the truce.',
    'shelled · event · yes',
    'a clear violation · assessment · yes',
  ],
  [
    'Romania, in violation of the accord, sent 20 tanks.',
    'in violation · assessment · yes',
    'sent · event · yes',
  ],
  [
    'Anna Berg condemned the raid as a breach of the truce.',
    'condemned · event · yes',
    'as a breach · assessment · yes',
  ],
];

describe('verdicts and news', () => {
  it.each(verdicts)('%s', async (text, ...expected) => {
    expect(await shortClaims(text)).toEqual(expected);
  });
});
