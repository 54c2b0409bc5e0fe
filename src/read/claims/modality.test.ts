import { describe, expect, it } from 'vitest';
import { read } from './testing.ts';

/** What the speaker makes of the clause at a word: −3 is "it did not happen". */
const readings: readonly (readonly [text: string, at: string, factuality: number, mood: string])[] = [
  ['Neither the Front nor Moldova has left the camps.', 'left', -3, 'asserted'],
  ['Neither side nor the monitors fired a shot.', 'fired', -3, 'asserted'],
  ['The Front has neither left nor disarmed.', 'disarmed', -3, 'asserted'],
  ['Nor did Moldova pay.', 'pay', -3, 'asserted'],
  ['The Front left, and Moldova paid.', 'paid', 3, 'asserted'],
  ['There is no evidence that the Front shelled the port.', 'shelled', 0, 'asserted'],
  ['There is evidence that the Front shelled the port.', 'shelled', 3, 'asserted'],
  ['Anna Berg found no sign that the Front had left.', 'left', 0, 'asserted'],
  ['The Front has yet to hand over its guns.', 'hand', -3, 'asserted'],
  ['Moldova is yet to pay.', 'pay', -3, 'asserted'],
  ['The Front failed to hand over its guns.', 'hand', -3, 'asserted'],
  ['The Front did not fail to hand over its guns.', 'hand', 3, 'asserted'],
  ['The Front managed to hand over its guns.', 'hand', 3, 'asserted'],
  ['Moldova has not paid its share by its day.', 'paid', -3, 'asserted'],
  ['Moldova has paid its share by its day.', 'paid', 3, 'asserted'],
  ['The monitors were unable to enter the site.', 'enter', -3, 'asserted'],
  ['Hardly any trucks crossed.', 'crossed', -3, 'asserted'],
  ['Many trucks crossed.', 'crossed', 3, 'asserted'],
  ['Not a single truck crossed.', 'crossed', -3, 'asserted'],
  ['None of the guns were handed over.', 'handed', -3, 'asserted'],
  ['No convoys for third week', 'convoys', -3, 'asserted'],
  ['Three convoys in a week', 'convoys', 3, 'asserted'],
  ['Army to leave the camps', 'leave', 0, 'planned'],
  ['The army agreed to leave the camps.', 'leave', 0, 'planned'],
  ['Any convoys this week?', 'convoys', 0, 'question'],
];

describe('whether it happened', () => {
  it.each(readings)('%s (%s: %i)', async (text, at, factuality, mood) => {
    const from = text.indexOf(at);
    const { claims } = await read(text);
    const claim = claims.find(({ predicate: { span } }) => span[0] <= from && from < span[1]);
    expect([claim?.factuality, claim?.mood]).toEqual([factuality, mood]);
  });
});
