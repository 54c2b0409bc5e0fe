import type { Command } from 'commander';
import type { LearntView } from '../../model/index.ts';
import { decide, learntView, openCase } from '../../work/index.ts';
import { type GlobalOptions, me, withStore } from '../context.ts';
import { print, printJson } from '../output.ts';

interface LearningOptions extends GlobalOptions {
  case: string;
  json?: boolean;
  undo?: boolean;
  reason: string;
}

const lessonText = ({ adds, says, commitment }: LearntView['lessons'][number]): string =>
  `${adds > 0 ? 'rose' : 'fell'}  ${adds > 0 ? '+' : '−'}${Math.abs(adds).toFixed(2)}  ${says}${commitment === null ? '' : ` (${commitment})`}`;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const changeText = ({ before, after, commitment, bearing, words }: LearntView['changes'][number]): string =>
  `${percent(before)} → ${percent(after)}  ${bearing} of ${commitment}: “${words.replace(/\s+/gu, ' ')}”`;

const headOf = (view: LearntView): string => {
  const { accepted, rejected, moved } = view;
  const decisions = accepted + rejected + moved;
  const counts = `${accepted} accepted, ${rejected} rejected, ${moved} moved`;
  if (!view.on) return `Learning is off. ${decisions} of your decisions would teach: ${counts}.`;
  return decisions === 0
    ? 'Nothing learnt yet: accept, reject or move suggestions.'
    : `Learnt from ${decisions} of your decisions: ${counts}.`;
};

const learntText = (view: LearntView): string => {
  if (!view.on || view.accepted + view.rejected + view.moved === 0) return headOf(view);
  const { rose, fell, nowCounted, nowSuggested, lessons, changes } = view;
  return [
    headOf(view),
    `${rose} suggestions rose, ${fell} fell; ${nowCounted} count now, ${nowSuggested} no longer do.`,
    ...(lessons.length > 0 ? ['', 'By what, in log-odds:', ...lessons.map(lessonText)] : []),
    ...(changes.length > 0 ? ['', 'Moved most:', ...changes.map(changeText)] : []),
  ].join('\n');
};

/** What a case learns from what people decide, and switching that off. */
export const addLearningCommands = (group: Command): void => {
  group
    .command('learnt')
    .description('show what your decisions taught the case')
    .requiredOption('--case <id>', 'case to show')
    .option('--json', 'as JSON')
    .action(async (_options: unknown, command: Command) => {
      const { case: caseId, json, ...global } = command.optsWithGlobals<LearningOptions>();
      const view = await withStore(global, async (store) => learntView(await openCase(store, caseId)));
      if (json) printJson(view);
      else print(learntText(view));
    });

  group
    .command('forget')
    .description('let the case learn nothing from your decisions; they hold all the same')
    .requiredOption('--case <id>', 'case to switch')
    .option('--undo', 'learn from them again')
    .option('--reason <text>', 'why', '')
    .action(async (_options: unknown, command: Command) => {
      const { case: caseId, undo, reason, ...global } = command.optsWithGlobals<LearningOptions>();
      const value = undo ? 'on' : 'off';
      await withStore(global, async (store) => {
        await decide(store, caseId, { kind: 'learning', subject: caseId, value, reason }, me());
        print(headOf(learntView(await openCase(store, caseId))));
      });
    });
};
