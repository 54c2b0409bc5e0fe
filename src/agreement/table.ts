import {
  type Draft,
  type DraftCommitment,
  type DraftNotice,
  idFrom,
  type Party,
  ProvisoError,
  type Span,
} from '../model/index.ts';
import { dueOf } from './table-dates.ts';

/** What a person says of a table beside its rows. */
export interface TableOptions {
  /** YYYY-MM-DD; null: not known yet. */
  signed: string | null;
  title: string;
}

type Column = 'reference' | 'debtor' | 'creditor' | 'requires' | 'due' | 'from' | 'kind' | 'condition';

/** Words by which a column is known; a header that has them among others is taken where none has them alone. */
const headers: readonly (readonly [Column, readonly string[]])[] = [
  [
    'reference',
    [
      'reference',
      'ref',
      'article',
      'paragraph',
      'provision no',
      'clause no',
      'section',
      'no',
      'number',
      'id',
    ],
  ],
  [
    'debtor',
    ['debtor', 'responsible', 'obligor', 'owed by', 'duty bearer', 'party', 'actor', 'who', 'by whom'],
  ],
  ['creditor', ['creditor', 'beneficiary', 'owed to', 'to whom', 'towards']],
  ['due', ['due', 'deadline', 'by when', 'until', 'end', 'date', 'timeline', 'time frame', 'timeframe']],
  ['from', ['from', 'start', 'begins', 'since']],
  ['kind', ['kind', 'type', 'duty or prohibition']],
  ['condition', ['condition', 'conditional on', 'subject to', 'precondition']],
  [
    'requires',
    [
      'requires',
      'requirement',
      'commitment',
      'obligation',
      'duty',
      'provision',
      'clause',
      'pledge',
      'what',
      'action',
      'task',
      'text',
      'description',
    ],
  ],
];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();

const holds = (header: string, words: string): boolean => ` ${header} `.includes(` ${words} `);

/** Which column says what, by its header: a header of just those words first, then one that has them among others. */
const columnsOf = (row: readonly string[]): Map<Column, number> => {
  const columns = new Map<Column, number>();
  const isTaken = (place: number) => [...columns.values()].includes(place);
  for (const fits of [(header: string, words: string) => header === words || header === `${words}s`, holds]) {
    for (const [column, known] of headers) {
      if (columns.has(column)) continue;
      const found = known
        .map((words) => row.findIndex((header, place) => !isTaken(place) && fits(plain(header), words)))
        .find((place) => place >= 0);
      if (found !== undefined) columns.set(column, found);
    }
  }
  return columns;
};

const headerAt = (rows: readonly (readonly string[])[]): number =>
  rows.slice(0, 20).findIndex((row) => {
    const columns = columnsOf(row);
    return columns.has('requires') && columns.size > 1;
  });

const noHeader = (): ProvisoError =>
  new ProvisoError(
    'PROVISO_TABLE_INVALID',
    'The table has no row that names its columns, or none for what is required.',
    'Name them in a first row: reference, debtor, requires, due; all but “requires” may be absent.',
  );

/** Bodies in a cell: "A; B" and "A / B" are two, "A and B" where one of them stands alone elsewhere. */
const bodiesIn = (cell: string, alone: ReadonlySet<string>): string[] =>
  cell
    .split(/[;/\n]/u)
    .flatMap((part) => {
      const halves = part.split(/\s+(?:and|&)\s+|,\s*/u).map((half) => half.trim());
      return halves.some((half) => alone.has(plain(half))) ? halves : [part.trim()];
    })
    .filter(Boolean);

const isProhibition = (kind: string, requires: string): boolean =>
  kind
    ? /prohibit|forbid|must not|ban/iu.test(kind)
    : /\b(?:shall|must|will|may|do|does)\s+not\b|^(?:not|never|refrain|no)\b/iu.test(requires);

const notice = (row: number, message: string, hint: string): DraftNotice => ({
  ...{ code: 'PROVISO_TABLE_ROW', message: `Row ${row}: ${message}`, hint },
});

/** Everyone that the table names, by the name folded, in its order. */
const partiesOf = (cells: readonly string[], alone: ReadonlySet<string>): Map<string, Party> => {
  const parties = new Map<string, Party>();
  for (const name of cells.flatMap((cell) => bodiesIn(cell, alone))) {
    const taken = [...parties.values()].map(({ id }) => id);
    if (!parties.has(plain(name))) parties.set(plain(name), { id: idFrom(name, taken), name, aliases: [] });
  }
  return parties;
};

/** One row as a commitment, or what is wrong with it. */
interface Row {
  commitment: DraftCommitment | null;
  notices: DraftNotice[];
}

const windowOf = (
  due: string,
  from: string,
  row: number,
): { window: DraftCommitment['window']; notices: DraftNotice[] } => {
  const ends = dueOf(due);
  const starts = dueOf(from);
  const notices = (
    [
      ['due', due, ends],
      ['from', from, starts && !('to' in starts) ? { unclear: 'it is no day' } : starts],
    ] as const
  ).flatMap(([column, cell, read]) =>
    read && 'unclear' in read
      ? [
          notice(
            row,
            `“${cell}” under “${column}” was not understood: ${read.unclear}.`,
            'It is left open; write a day as 2031-05-14, or a time as “30 days”.',
          ),
        ]
      : [],
  );
  return {
    window: {
      from: starts && 'to' in starts ? starts.to : null,
      to: ends && 'to' in ends ? ends.to : null,
      within: ends && 'within' in ends ? ends.within : null,
      after: ends && 'after' in ends ? ends.after : null,
      words: due || null,
    },
    notices,
  };
};

/**
 * A draft from the rows of a table, as those who code agreements keep them: one row a commitment, the columns in any order
 * under names of their own. What a row lacks or says unclearly is a notice; a row without a requirement is left out.
 * @throws ProvisoError PROVISO_TABLE_INVALID when no row names the columns, or none has a requirement.
 */
export const draftFromTable = (
  rows: readonly (readonly string[])[],
  { signed, title }: TableOptions,
): Draft => {
  const head = headerAt(rows);
  if (head < 0) throw noHeader();
  const columns = columnsOf(rows[head] ?? []);
  const said = rows.slice(head + 1).map((row, index) => {
    const cell = (column: Column) => (row[columns.get(column) ?? -1] ?? '').trim();
    return { cell, number: head + index + 2, isBlank: row.every((each) => !each.trim()) };
  });
  const named = said.flatMap(({ cell }) => [cell('debtor'), cell('creditor')]).filter(Boolean);
  const alone = new Set(named.map(plain));
  const parties = partiesOf(named, alone);
  const idsIn = (cell: string) =>
    [...new Set(bodiesIn(cell, alone))].flatMap((name) => parties.get(plain(name))?.id ?? []);

  let text = '';
  const taken: string[] = [];
  const draftRow = ({ cell, number }: (typeof said)[number]): Row => {
    const requires = cell('requires').replace(/\s+/gu, ' ');
    if (!requires) {
      const missing = 'nothing stands under what is required.';
      return { commitment: null, notices: [notice(number, missing, 'It is left out.')] };
    }
    const { window, notices } = windowOf(cell('due'), cell('from'), number);
    const debtor = idsIn(cell('debtor'));
    const who = debtor.length ? [] : [notice(number, 'it names nobody who owes it.', 'Say who, or drop it.')];
    const line = [cell('reference'), cell('debtor'), requires, cell('due')].filter(Boolean).join(' · ');
    const span: Span = [text.length, text.length + line.length];
    text += `${line}\n\n`;
    const id = idFrom([...debtor, requires].join(' '), taken);
    taken.push(id);
    const commitment: DraftCommitment = {
      ...{ id, span, debtor, requires, window, quantity: null, signs: [], effort: 'result' },
      reference: cell('reference') || null,
      creditor: idsIn(cell('creditor')),
      kind: isProhibition(cell('kind'), requires) ? 'prohibition' : 'obligation',
      condition: cell('condition') || null,
      conditionalOn: [],
      unverifiable: debtor.length ? [] : ['no-debtor'],
    };
    return { commitment, notices: [...who, ...notices] };
  };
  const drafted = said.filter(({ isBlank }) => !isBlank).map(draftRow);
  const commitments = drafted.flatMap(({ commitment }) => commitment ?? []);
  if (!commitments.length) throw noHeader();
  return {
    ...{ text: text.trimEnd(), title, signed, commitments },
    ...{ parties: [...parties.values()], actors: [], leftOut: [] },
    notices: drafted.flatMap(({ notices }) => notices).slice(0, 100),
  };
};
