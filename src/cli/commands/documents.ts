import type { Command } from 'commander';
import { languageInWords } from '../../messages/index.ts';
import { type Capture, isReadable, type ListedDocument, type SaidBy } from '../../model/index.ts';
import { type History, historyOf } from '../../work/index.ts';
import { type GlobalOptions, withStore } from '../context.ts';
import { print, printJson } from '../output.ts';

const standing = ({
  unread,
  language,
  translated,
  replacedBy,
  waitsBeside,
  incomplete,
}: ListedDocument): string =>
  [
    ...(unread ? [!isReadable({ language }) ? `unread (${languageInWords(language)})` : 'unread'] : []),
    ...(translated ? [`machine translation from ${languageInWords(language)}`] : []),
    ...(replacedBy ? [`replaced by ${replacedBy}`] : []),
    ...(waitsBeside ? [`beside ${waitsBeside}, for you to look at`] : []),
    ...(incomplete ? ['probably incomplete'] : []),
  ].join(', ');

const documentLine = (document: ListedDocument): string => {
  const { id, published, publisher, title } = document;
  return [id, published ?? 'undated', publisher ?? '', title, standing(document)].join('\t').trimEnd();
};

const captureLine = ({ collectedAt, collector, source, fetched, sha256 }: Capture): string => {
  const hops = fetched?.hops.map(({ status, url }) => ` (${status} from ${url})`).join('') ?? '';
  const how = fetched?.status === 304 ? 'unchanged' : `sha256 ${sha256.slice(0, 16)}…`;
  return `${collectedAt}  ${source}${hops}  ${how}  by ${collector}`;
};

const signed = (sign: '-' | '+', words: string): string[] =>
  words.trim() === ''
    ? []
    : words
        .trim()
        .split('\n')
        .map((line) => `  ${sign} ${line}`);

/** What is said of the document, by whom, and how surely. */
const saidLines = ({ document, corrections }: History): string[] => {
  const by = (from: SaidBy | null) => (from ? ` (${from.source}, ${from.certainty})` : '');
  const {
    title,
    titleFrom,
    publisher,
    publisherFrom,
    published,
    publishedFrom,
    agency,
    incomplete,
    guessedCharset,
    account,
  } = document;
  return [
    `title: ${title}${by(titleFrom)}`,
    `publisher: ${publisher ?? 'not known'}${by(publisherFrom)}`,
    `published: ${published ?? 'not known'}${by(publishedFrom)}`,
    ...(agency ? [`agency: ${agency}`] : []),
    ...(incomplete ? [incomplete] : []),
    ...(guessedCharset ? [`charset: ${guessedCharset} (guessed)`] : []),
    ...(account ? [`${Math.round(account.share * 100)} % of the words of the file are in the text`] : []),
    ...(account?.leftOut ?? []).map(
      ({ what, characters, begins }) => `  left out: ${what}, ${characters} characters: ${begins}`,
    ),
    ...corrections.map(
      ({ at, by: person, field, previous, value, reason }) =>
        `${at}  ${person} put ${field} right: ${previous ?? 'not known'} → ${value ?? 'not known'}${reason ? ` (${reason})` : ''}`,
    ),
  ];
};

const became = { replaces: 'became', waiting: 'may have become', beside: 'stands beside' } as const;

const historyText = (history: History): string => {
  const { document, captures, revisions } = history;
  return [
    `${document.id}  ${document.title}`,
    ...saidLines(history),
    ...captures.map(captureLine),
    ...revisions.flatMap(({ at, earlier, later, source, standing: how, words }) => [
      '',
      `${at}  ${source} changed: ${earlier} ${became[how]} ${later}`,
      ...words.flatMap(({ removed, added }) => [...signed('-', removed), ...signed('+', added)]),
    ]),
  ].join('\n');
};

export const addDocumentsCommand = (program: Command): void => {
  program
    .command('documents')
    .description('list the documents of a case with their ids, and which of them are unread or replaced')
    .requiredOption('--case <id>', 'case whose documents are listed')
    .option('--json', 'as JSON')
    .action(async (_options: unknown, command: Command) => {
      const {
        case: caseId,
        json,
        ...globals
      } = command.optsWithGlobals<GlobalOptions & { case: string; json?: boolean }>();
      const documents = await withStore(globals, async (store) => {
        const { file } = await store.caseById(caseId);
        return store.documents(file.id);
      });
      if (json) printJson({ documents });
      else for (const document of documents) print(documentLine(document));
    });
};

export const addHistoryCommand = (program: Command): void => {
  program
    .command('history')
    .description('show when and whence a document was taken, and what changed in its page since')
    .argument('<document>', 'id of a document, or the address of a page')
    .option('--json', 'as JSON')
    .action(async (idOrUrl: string, _options: unknown, command: Command) => {
      const { json, ...globals } = command.optsWithGlobals<GlobalOptions & { json?: boolean }>();
      const history = await withStore(globals, (store) => historyOf(store, idOrUrl));
      if (json) printJson({ ...history, document: { ...history.document, text: undefined } });
      else print(historyText(history));
    });
};
