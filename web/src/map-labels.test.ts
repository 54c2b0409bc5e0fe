import { array, assert, double, integer, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import { type Labelled, placeLabels } from './map-labels.ts';

const dot = (id: string, x: number, y: number): Labelled => ({ id, name: id, x, y, radius: 5 });

const frame = { width: 400, height: 300, letters: 12 };

it('puts a label to the right of its dot, and shifts the lesser of two that would overlap', () => {
  const dots = [dot('Kabul', 100, 100), dot('Afghanistan', 112, 100)];
  const placed = placeLabels(dots, dots, frame);
  expect(placed.get('Kabul')?.anchor).toBe('end');
  expect(placed.get('Afghanistan')).toMatchObject({ x: 120, anchor: 'start' });
});

it('leaves out a label that fits nowhere', () => {
  const dots = [0, 1, 2, 3, 4, 5, 6].map((place) => dot(`place ${place}`, 100, 100));
  const placed = placeLabels(dots, [], frame);
  expect([...placed.keys()]).toEqual(['place 0', 'place 1', 'place 2', 'place 3']);
});

it('keeps labels inside the frame, and names no dot outside it', () => {
  const dots = [dot('At the edge', 395, 100), dot('Elsewhere', 500, 100)];
  const placed = placeLabels(dots, dots, frame);
  expect([...placed]).toEqual([['At the edge', { x: 387, y: 100, anchor: 'end' }]]);
});

it('never lets two labels overlap', () => {
  const one = record({ x: double({ min: 0, max: 300, noNaN: true }), y: integer({ min: 0, max: 200 }) });
  assert(
    property(array(one, { maxLength: 30 }), (points) => {
      const dots = points.map(({ x, y }, place) => dot(`Town ${place}`, x, y));
      const boxes = [...placeLabels(dots, dots, frame)].map(([id, { x, y, anchor }]) => {
        const width = id.length * 0.56 * 12;
        const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
        return { left, right: left + width, top: y - 6, bottom: y + 6 };
      });
      return boxes.every((a, place) =>
        boxes
          .slice(place + 1)
          .every((b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top),
      );
    }),
  );
});
