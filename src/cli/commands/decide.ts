import { type Command, Option } from 'commander';
import {
  Credibility,
  type Decision,
  type DecisionKind,
  Directness,
  Grade,
  Interest,
  ProvisoError,
} from '../../model/index.ts';
import type { Store } from '../../store/index.ts';
import { decide, openCase, ratingSubject, requireCommitment } from '../../work/index.ts';
import { type GlobalOptions, me, withStore } from '../context.ts';
import { print } from '../output.ts';

type RatingKind = 'grade' | 'directness' | 'interest' | 'credibility';

interface DecideOptions extends GlobalOptions, Partial<Record<RatingKind, string>> {
  case: string;
  reason: string;
  undo?: RatingKind | true;
  set?: string;
}

const ratingKinds: readonly RatingKind[] = ['grade', 'directness', 'interest', 'credibility'];

const historyText = (history: readonly Decision[]): string =>
  history
    .map(({ at, by, kind, value, reason }) => {
      const what = value === null ? `${kind} taken back` : `${kind}: ${value}`;
      return `${at.slice(0, 16).replace('T', ' ')}  ${by}  ${what}${reason ? `  “${reason}”` : ''}`;
    })
    .join('\n');

const showHistory = async (store: Store, caseId: string, subject: string, kinds: readonly DecisionKind[]) => {
  const history = await store.decisions(caseId, { subject });
  const shown = history.filter(({ kind }) => kinds.includes(kind));
  print(shown.length > 0 ? historyText(shown) : `Nobody has decided on ${subject}.`);
};

/** What the options say of a source; `--undo` takes one back. */
const ratingsIn = (options: DecideOptions): { kind: RatingKind; value: unknown }[] =>
  ratingKinds.flatMap((kind): { kind: RatingKind; value: unknown }[] => {
    if (options.undo === kind) return [{ kind, value: null }];
    const value = options[kind];
    return value === undefined ? [] : [{ kind, value: kind === 'credibility' ? Number(value) : value }];
  });

const credibilities = Array.from({ length: 6 }, (_, index) => String(index + 1)).filter(
  (text) => Credibility.safeParse(Number(text)).success,
);

export const addRateCommand = (program: Command): void => {
  program
    .command('rate')
    .description('say how far a source, or one telling, is to be trusted, and see what was said before')
    .argument(
      '<source>',
      'id of the case, name of a publisher or of a source, or evidence:ID as why shows it',
    )
    .requiredOption('--case <id>', 'case it speaks in')
    .addOption(new Option('--grade <letter>', 'Admiralty source reliability').choices(Grade.options))
    .addOption(
      new Option('--directness <how>', 'how near it stands to what it tells').choices(Directness.options),
    )
    .addOption(new Option('--interest <what>', 'what it gains or loses by it').choices(Interest.options))
    .addOption(new Option('--credibility <digit>', 'Admiralty item credibility').choices(credibilities))
    .addOption(new Option('--undo <kind>', 'take one of these back').choices(ratingKinds))
    .option('--reason <text>', 'why', '')
    .action(async (source: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<DecideOptions>();
      await withStore(options, async (store) => {
        const subject = ratingSubject(await openCase(store, options.case), source);
        for (const rating of ratingsIn(options)) {
          await decide(store, options.case, { ...rating, subject, reason: options.reason }, me());
        }
        await showHistory(store, options.case, subject, ratingKinds);
      });
    });
};

export const addFindingCommand = (program: Command): void => {
  program
    .command('finding')
    .description('set a finding by hand, beside the computed one, and see what was set before')
    .argument('<commitment>', 'id of the commitment')
    .requiredOption('--case <id>', 'case it belongs to')
    .option('--set <status>', 'such as "probable breach"; needs a reason')
    .option('--undo', 'take it back: the computed finding stands alone')
    .option('--reason <text>', 'why', '')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { case: caseId, set, undo, reason, ...global } = command.optsWithGlobals<DecideOptions>();
      if (set !== undefined && !reason) {
        throw new ProvisoError(
          'PROVISO_USAGE',
          'A finding set by hand needs a reason.',
          'Add --reason TEXT.',
        );
      }
      await withStore(global, async (store) => {
        requireCommitment((await store.caseById(caseId)).file, id);
        if (set !== undefined || undo) {
          const value = undo ? null : set;
          await decide(store, caseId, { kind: 'finding', subject: id, value, reason }, me());
        }
        await showHistory(store, caseId, id, ['finding']);
      });
    });
};
