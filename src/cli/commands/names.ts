import { Argument, type Command } from 'commander';
import {
  type Identity,
  identitySubject,
  type NameCandidate,
  ProvisoError,
  StateType,
} from '../../model/index.ts';
import { decide, keysNamed, nameCandidates } from '../../work/index.ts';
import { type GlobalOptions, me, withStore } from '../context.ts';
import { complain, print, printJson } from '../output.ts';

interface NamesOptions extends GlobalOptions {
  case: string;
  json?: boolean;
  limit: string;
  reason: string;
}

const candidateText = ({ a, b, score, reasons }: NameCandidate): string =>
  [
    `${score.toFixed(2)}  ${a.name}  ~  ${b.name}`,
    `      ${a.key} (${a.documents} ${a.documents === 1 ? 'document' : 'documents'})  ~  ${b.key} (${b.from})`,
    `      ${reasons.join('; ')}`,
  ].join('\n');

/** A command that keeps a person's decision on two names; `value` null takes it back. */
const addJudgingCommand = (
  group: Command,
  name: string,
  description: string,
  value: Identity | null,
): void => {
  group
    .command(name)
    .description(description)
    .argument('<a>', 'id of the case, key of a registry, or a name as a report writes it')
    .argument('<b>', 'the same')
    .requiredOption('--case <id>', 'case the names stand in')
    .option('--reason <text>', 'why', '')
    .action(async (a: string, b: string, _options: unknown, command: Command) => {
      const { case: caseId, reason, ...global } = command.optsWithGlobals<NamesOptions>();
      await withStore(global, async (store) => {
        const [one = '', other = ''] = await keysNamed(store, caseId, [a, b]);
        const subject = identitySubject(one, other);
        await decide(store, caseId, { kind: 'identity', subject, value, reason }, me());
        complain(`${subject}: ${value ?? 'no longer judged'}.`);
      });
    });
};

interface RelateOptions extends NamesOptions {
  since?: string;
  until?: string;
  source?: string;
  undo?: boolean;
}

const addRelateCommand = (group: Command): void => {
  group
    .command('relate')
    .description('state who belongs to, leads or is allied with whom, since when, and where that stands')
    .argument('<a>', 'id of the case, key of a registry, or a name as a report writes it')
    .addArgument(new Argument('<type>', 'the relation').choices(StateType.options))
    .argument('<b>', 'the same')
    .requiredOption('--case <id>', 'case the names stand in')
    .option('--since <date>', 'day, month or year from which it holds (default: always)')
    .option('--until <date>', 'day, month or year up to which it holds (default: to this day)')
    .option('--source <text>', 'where it stands; required unless undone')
    .option('--undo', 'take it back')
    .option('--reason <text>', 'why', '')
    .action(async (a: string, type: StateType, b: string, _options: unknown, command: Command) => {
      const {
        case: caseId,
        reason,
        since,
        until,
        source,
        undo,
        ...global
      } = command.optsWithGlobals<RelateOptions>();
      if (!undo && !source) {
        throw new ProvisoError('PROVISO_USAGE', 'A relation needs its source.', 'Add --source TEXT.');
      }
      await withStore(global, async (store) => {
        const [from = '', to = ''] = await keysNamed(store, caseId, [a, b]);
        const subject = `${from} ${type} ${to}`;
        const value = undo ? null : { type, from, to, since: since ?? null, until: until ?? null, source };
        await decide(store, caseId, { kind: 'relation', subject, value, reason }, me());
        complain(`${subject}: ${undo ? 'taken back' : 'kept'}.`);
      });
    });
};

export const addNamesCommand = (program: Command): void => {
  const group = program.command('names').description('judge which names of the reports name the same');
  group
    .command('list')
    .description('show names that may name somebody known or each other, with scores and reasons')
    .requiredOption('--case <id>', 'case whose reports are looked through')
    .option('--limit <n>', 'how many to show', '50')
    .option('--json', 'all of them as JSON')
    .action(async (_options: unknown, command: Command) => {
      const { case: caseId, json, limit, ...global } = command.optsWithGlobals<NamesOptions>();
      const candidates = await withStore(global, (store) => nameCandidates(store, caseId));
      if (json) printJson(candidates);
      else {
        for (const candidate of candidates.slice(0, Number(limit))) print(candidateText(candidate));
        complain(`${candidates.length} pairs of names to judge.`);
      }
    });
  addJudgingCommand(group, 'same', 'two names name the same: from now on they are one', 'same');
  addJudgingCommand(group, 'different', 'two names do not name the same, however alike', 'different');
  addJudgingCommand(
    group,
    'unsure',
    'it was looked at and cannot be told; it is not proposed again',
    'unsure',
  );
  addRelateCommand(group);
  addJudgingCommand(group, 'undo', 'take back what was judged of two names', null);
};
