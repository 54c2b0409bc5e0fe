/** A dot that may have a label beside it, in the units of the picture. */
export interface Labelled {
  id: string;
  name: string;
  x: number;
  y: number;
  /** Of its dot. */
  radius: number;
}

/** Where a label begins, is centred or ends, and the height of its middle. */
export interface LabelPlace {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Between a dot and its label. */
const gap = 3;

/** Mean width of a letter of a sans-serif face, in heights of the letters. */
const letterWidth = 0.56;

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const boxOf = ({ x, y, anchor }: LabelPlace, width: number, height: number): Box => {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
};

/** To the right of the dot, to its left, below, above: the order in which people look for a name on a map. */
const places = ({ x, y, radius }: Labelled, height: number): LabelPlace[] => [
  { x: x + radius + gap, y, anchor: 'start' },
  { x: x - radius - gap, y, anchor: 'end' },
  { x, y: y + radius + gap + height / 2, anchor: 'middle' },
  { x, y: y - radius - gap - height / 2, anchor: 'middle' },
];

/** What a picture of labels is made in. */
export interface LabelFrame {
  width: number;
  height: number;
  /** Height of the letters. */
  letters: number;
}

/**
 * Places labels one after the other, each inside the frame and where it covers no label placed before and no dot but its
 * own; one that fits nowhere is left out. Those that come first matter most.
 *
 * @param dots all dots of the picture, labelled or not
 */
export const placeLabels = (
  labelled: readonly Labelled[],
  dots: readonly Labelled[],
  frame: LabelFrame,
): Map<string, LabelPlace> => {
  const { letters: height } = frame;
  const isInside = ({ left, right, top, bottom }: Box) =>
    left >= 0 && top >= 0 && right <= frame.width && bottom <= frame.height;
  const taken: Box[] = [];
  const placed = new Map<string, LabelPlace>();
  const isSeen = ({ x, y }: Labelled) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
  for (const item of labelled.filter(isSeen)) {
    const width = item.name.length * letterWidth * height;
    const others = dots
      .filter(({ id }) => id !== item.id)
      .map(({ x, y, radius }) => ({
        left: x - radius,
        right: x + radius,
        top: y - radius,
        bottom: y + radius,
      }));
    const free = places(item, height).find((place) => {
      const box = boxOf(place, width, height);
      return isInside(box) && ![...taken, ...others].some((other) => touches(box, other));
    });
    if (!free) continue;
    placed.set(item.id, free);
    taken.push(boxOf(free, width, height));
  }
  return placed;
};
