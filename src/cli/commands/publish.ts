import { type Command, Option } from 'commander';
import { ProvisoError, PublicationChoice, type ReviewLine, type ReviewView } from '../../model/index.ts';
import { decide, makeEdition, publishTo, reviewEdition } from '../../work/index.ts';
import { me } from '../context.ts';
import { complain, print, printJson } from '../output.ts';
import { type AssessOptions, assessed, withClocks } from './assess.ts';

interface PublishOptions extends AssessOptions {
  correction?: string;
  key?: string;
}

interface ReviewOptions extends AssessOptions {
  choose?: PublicationChoice;
  of?: string;
  as?: string;
  undo?: boolean;
  consent?: boolean;
  reason: string;
}

export const addPublishCommand = (program: Command): void => {
  withClocks(program.command('publish'))
    .description('write the next edition of a case into a folder: pages that need no server')
    .argument('<dir>', 'folder of the editions of this case; new, empty, or with the earlier ones in it')
    .option('--correction <text>', 'what was wrong in an earlier edition, for readers')
    .option('--key <file>', 'SSH private key to sign the manifest with')
    .action(async (dir: string, { correction, key }: PublishOptions, command: Command) => {
      const published = await assessed(command, async (store, open, assessment) => {
        const made = await makeEdition(store, open, assessment, { by: me(), correction: correction ?? null });
        for (const { says } of made.edition.changes) complain(says);
        return publishTo(store, dir, made, key ?? null);
      });
      const { number, files, bytes, signed, lacking } = published;
      for (const missing of lacking)
        complain(`Edition ${missing} is not in this folder: put it there as editions/${missing}.`);
      print(
        `edition ${number}: ${files} files, ${(bytes / 1e6).toFixed(2)} MB, in ${dir}${signed ? ', signed' : ''}`,
      );
    });
};

const lineText = ({ subject, kind, words, choice, shownAs, note, reason, by }: ReviewLine): string => {
  const shown = shownAs === null ? '' : ` → ${kind === 'quotation' ? `“${shownAs}”` : `[${shownAs}]`}`;
  return `${choice.padEnd(8)} ${subject}\n         ${words}${shown} (${note})${reason ? `\n         ${by ? `${by}: ` : ''}${reason}` : ''}`;
};

const reviewText = ({ number, lines, missing, changes, consent, content }: ReviewView): string =>
  [
    `edition ${number} would make this public:`,
    ...lines.map(lineText),
    '',
    ...missing,
    ...changes,
    ...(consent.needed
      ? [`consent of a second person to ${content.slice(0, 12)}: ${consent.by.join(', ') || 'nobody’s yet'}`]
      : []),
  ].join('\n');

export const addReviewCommand = (program: Command): void => {
  withClocks(program.command('review'))
    .description('look through all that the next edition would make public, and choose what is hidden')
    .addOption(
      new Option('--choose <what>', 'what is done with the line that --of names').choices(
        PublicationChoice.options,
      ),
    )
    .option('--of <subject>', 'the line, such as person:NAME, as the review names it')
    .option('--as <words>', 'what stands in its place')
    .option('--undo', 'take back what was chosen of that line')
    .option('--consent', 'consent to what the next edition says, as a second person')
    .option('--reason <text>', 'why', '')
    .option('--json', 'the review as JSON')
    .action(async ({ choose, of, as, undo, consent, reason, json }: ReviewOptions, command: Command) => {
      if ((choose !== undefined || undo) && of === undefined)
        throw new ProvisoError(
          'PROVISO_USAGE',
          'No line is named to choose on.',
          'Name one with --of SUBJECT.',
        );
      await assessed(command, async (store, open, assessment) => {
        const { id } = open.file;
        if (of !== undefined) {
          const value = undo || choose === undefined ? null : { choice: choose, ...(as ? { as } : {}) };
          await decide(store, id, { kind: 'publication', subject: of, value, reason }, me());
        }
        const review = await reviewEdition(store, open, assessment);
        if (consent)
          await decide(store, id, { kind: 'consent', subject: review.content, value: 'given', reason }, me());
        const shown = consent ? await reviewEdition(store, open, assessment) : review;
        if (json) printJson(shown);
        else print(reviewText(shown));
      });
    });
};
