import type { Command } from 'commander';
import { languageInWords } from '../../messages/index.ts';
import { type Added, addReports } from '../../work/index.ts';
import { type GlobalOptions, translationOfAdded, webAccess, withReader, withStore } from '../context.ts';
import { complain, complainOf, printJson, progressLine, refusedJson } from '../output.ts';

interface AddOptions extends GlobalOptions {
  case: string;
  published?: string;
  publisher?: string;
  title?: string;
  url?: string;
  charset?: string;
  json?: boolean;
}

/** “2 in Arabic, 1 in Ukrainian”: the most first. */
const languagesOf = ({ otherLanguages }: Pick<Added, 'otherLanguages'>): string => {
  const counts = new Map<string, number>();
  for (const { language } of otherLanguages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([language, count]) => `${count} in ${languageInWords(language)}`)
    .join(', ');
};

/** How it went, in a line. */
export const summary = ({ new: fresh, known, captured, changed, ...added }: Added): string => {
  const { beside, incomplete, guessed, leftOut, copies, unread, refused, skipped } = added;
  return [
    `${fresh} new, ${known} already known, ${refused.length} refused`,
    ...(captured > 0 ? [`${captured} pages taken again with the same text`] : []),
    ...(changed > 0 ? [`${changed} pages with another text than before`] : []),
    ...(beside.length > 0 ? [`${beside.length} pages with a wholly different text, for you to look at`] : []),
    ...(incomplete.length > 0 ? [`${incomplete.length} probably incomplete`] : []),
    ...(guessed.length > 0 ? [`${guessed.length} in a charset that was guessed`] : []),
    ...(leftOut.length > 0
      ? [`${leftOut.length} with words left out of their text (--json names them)`]
      : []),
    ...(copies > 0 ? [`${copies} copies of others`] : []),
    ...(unread > 0 ? [`${unread} in another language than English (${languagesOf(added)})`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} passed over (--json names them)`] : []),
  ].join(', ');
};

/** What a person should look at, a line each. */
export const lookAt = ({ beside, incomplete, guessed }: Added): string[] => [
  ...incomplete.map(({ source, why }) => `${source}: ${why}`),
  ...guessed.map(
    ({ source, charset }) =>
      `${source}: nobody says its charset; it was read as ${charset}. If letters are wrong, take it down and add it with --charset.`,
  ),
  ...beside.map(
    ({ source, document, earlier }) =>
      `${source}: its text has nothing in common with the one before; both are kept and count. ` +
      `To say which stands: proviso correct ${document} --replaces ${earlier} (or --beside).`,
  ),
];

/** The same as JSON, with each refusal's code. */
export const summaryJson = (added: Added) => ({
  ...added,
  refused: refusedJson(added.refused),
});

export const addAddCommand = (program: Command): void => {
  program
    .command('add')
    .description('keep reports as evidence of a case and read them')
    .argument('<path...>', 'files, folders, patterns or web addresses; - is standard input')
    .requiredOption('--case <id>', 'case that the reports belong to')
    .option('--published <date>', 'publication date, where the report does not say it')
    .option('--publisher <name>', 'who put the report out')
    .option('--title <title>', 'title of the report')
    .option('--url <url>', 'address of the report')
    .option('--charset <charset>', 'charset of text files, where they do not say it or say it wrongly')
    .option('--json', 'how it went, as JSON')
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const { case: caseId, json, store: _, ...said } = options;
      const added = await withStore(options, (store) =>
        withReader((reader) =>
          addReports(store, reader, paths, {
            ...{ caseId, progress: progressLine(), web: webAccess(), translation: translationOfAdded() },
            ...said,
          }),
        ),
      );
      complainOf(added.refused);
      for (const line of lookAt(added)) complain(line);
      if (json) printJson(summaryJson(added));
      else complain(summary(added));
      if (added.refused.length > 0) process.exitCode = 1;
    });
};
