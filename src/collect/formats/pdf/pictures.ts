import type { PDFPageProxy } from 'unpdf/pdfjs';

/** Node 20 lacks what PDF.js cuts the data of a font to length with (ES2024): it would stop at a page's first font. */
const buffers = ArrayBuffer.prototype as { transferToFixedLength?: (length: number) => ArrayBuffer };
buffers.transferToFixedLength ??= function (this: ArrayBuffer, length) {
  return this.slice(0, length);
};

/** Pictures of more points than this are not decoded: where they would be painted is what counts. */
export const maxImageSize = 64;

type Matrix = readonly [number, number, number, number, number, number];

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

/** Of a unit square under the matrix, cut to the page: its share of the page. */
function shareOf(
  [a, b, c, d, e, f]: Matrix,
  [left = 0, foot = 0, right = 0, top = 0]: readonly number[],
): number {
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ];
  const width = Math.min(right, Math.max(...xs)) - Math.max(left, Math.min(...xs));
  const height = Math.min(top, Math.max(...ys)) - Math.max(foot, Math.min(...ys));
  return (Math.max(0, width) * Math.max(0, height)) / Math.max(1, (right - left) * (top - foot));
}

/**
 * How much of a page its largest picture covers, 0 to 1. Pictures are left out of the list of what is painted, since decoding them
 * takes long; what is left of one is the matrix that gives it its place, with nothing painted under it.
 */
export async function pictureShare(
  page: PDFPageProxy,
  ops: Readonly<Record<string, number>>,
): Promise<number> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const none: Matrix = [1, 0, 0, 1, 0, 0];
  const saved: Matrix[] = [];
  let matrix: Matrix = none;
  let isPending = false;
  let largest = 0;
  const look = () => {
    if (isPending) largest = Math.max(largest, shareOf(matrix, page.view));
    isPending = false;
  };
  fnArray.forEach((op, index) => {
    const args = argsArray[index] as unknown[];
    if (op === ops.save || op === ops.paintFormXObjectBegin) saved.push(matrix);
    else if (op === ops.restore || op === ops.paintFormXObjectEnd) {
      look();
      matrix = saved.pop() ?? none;
      return;
    }
    if (op === ops.transform) {
      matrix = times(matrix, args as unknown as Matrix);
      isPending = true;
    } else if (op === ops.paintFormXObjectBegin && args?.[0]) {
      matrix = times(matrix, args[0] as Matrix);
    } else if (painters.some((name) => op === ops[name])) {
      isPending = true;
      look();
    } else if (op !== undefined && !settings.some((name) => op === ops[name])) isPending = false;
  });
  return largest;
}

const painters = [
  'paintImageXObject',
  'paintImageMaskXObject',
  'paintInlineImageXObject',
  'paintSolidColorImageMask',
];

/** What changes nothing of the place of a picture to come. */
const settings = [
  'save',
  'dependency',
  'setGState',
  'clip',
  'endPath',
  'constructPath',
  'setFillRGBColor',
  'setRenderingIntent',
];
