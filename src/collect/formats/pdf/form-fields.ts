import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { PageItem } from '../../layout/runs.ts';

/** A filled field of a form, with its place on its page in points. */
export interface Field {
  readonly name: string;
  /** Of its page, 0 first. */
  readonly page: number;
  readonly text: string;
  readonly rect: readonly [left: number, foot: number, right: number, top: number];
  /** Whether the form shows it. */
  readonly isShown: boolean;
}

interface FieldObject {
  readonly name?: string;
  readonly value?: unknown;
  readonly type?: string;
  readonly page?: number;
  readonly hidden?: boolean;
  readonly password?: boolean;
  readonly rect?: readonly number[];
}

const isChecked = (value: string): boolean => value !== '' && value !== 'Off';

function textOf({ type, value }: FieldObject): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  if (type === 'checkbox' || type === 'radiobutton') return isChecked(text) ? '☒' : '';
  return type === 'button' || type === 'signature' ? '' : text.trim();
}

/** The fields of a PDF's form that somebody has filled in. */
export async function filledFields(pdf: PDFDocumentProxy): Promise<Field[]> {
  const objects = (await pdf.getFieldObjects()) as Map<string, object[]> | Record<string, object[]> | null;
  const lists = objects instanceof Map ? [...objects.values()] : Object.values(objects ?? {});
  return lists.flat().flatMap((object): Field[] => {
    const field = object as FieldObject;
    const text = textOf(field);
    const [left, foot, right, top] = field.rect ?? [];
    if (text === '' || top === undefined) return [];
    const rect = [left ?? 0, foot ?? 0, right ?? 0, top] as const;
    const isShown = !field.hidden && !field.password && field.page !== undefined;
    return [{ name: field.name ?? '', page: field.page ?? 0, text, rect, isShown }];
  });
}

/** Room at the side of a field, in points. */
const padding = 2;
const smallest = 6;
const largest = 12;

/** What stands in a field as a piece of text on its page: each of its lines. */
function itemsOf({ text, rect: [left, foot, right, top] }: Field): PageItem[] {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const size = Math.min(largest, Math.max(smallest, (top - foot) / Math.max(1, lines.length) / 1.2));
  const first = lines.length > 1 ? top - size : (top + foot) / 2 - 0.35 * size;
  return lines.map((str, index) => ({
    str,
    dir: 'ltr',
    width: Math.min(right - left, (str.length * size) / 2),
    transform: [size, 0, 0, size, left + padding, first - 1.2 * size * index],
  }));
}

/** The text of a page with what was filled in: behind its label where one stands before it, else at the end. */
export function withFields(items: readonly PageItem[], fields: readonly Field[]): PageItem[] {
  const all = [...items];
  for (const field of fields) {
    const [left, foot, , top] = field.rect;
    const isLabel = ({ str, transform: [, , , , x = 0, y = 0] }: PageItem): boolean =>
      str.trim() !== '' && x < left && y >= foot - padding && y <= top;
    const label = all.findLastIndex(isLabel);
    all.splice(label < 0 ? all.length : label + 1, 0, ...itemsOf(field));
  }
  return all;
}
