import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { MoveOptions, MoveStep } from '../../store/index.ts';
import { type GlobalOptions, withStore } from '../context.ts';
import { complain, printJson, progressLine } from '../output.ts';

interface MoveCommandOptions extends GlobalOptions, MoveOptions {
  to: string;
  json?: boolean;
}

type Moved = Extract<MoveStep, { moved: unknown }>['moved'];

export const addOriginalsCommand = (program: Command): void => {
  const originals = program.command('originals').description('where the bytes of the documents are kept');
  originals
    .command('move')
    .description('move the originals to a folder or an S3 bucket; interrupted and run again, it goes on')
    .requiredOption('--to <place>', 'a folder, or s3://BUCKET/PREFIX')
    .option('--leave-missing', 'go on although originals are missing or damaged; verify names them')
    .option('--keep-old', 'delete nothing at the old place; a takedown does not reach there any more')
    .option('--json', 'what became of them, as JSON')
    .action(async (_options: unknown, command: Command) => {
      const { to, leaveMissing, keepOld, json, ...globals } = command.optsWithGlobals<MoveCommandOptions>();
      const moved = await withStore(globals, async (store) => {
        const options = { ...(leaveMissing ? { leaveMissing } : {}), ...(keepOld ? { keepOld } : {}) };
        return await followed(store.moveOriginals(placed(to), options));
      });
      if (json) printJson(moved);
      else for (const line of movedLines(moved, keepOld === true)) complain(line);
    });
};

/** A folder as seen from here: the store may be served by a process that runs elsewhere. */
const placed = (to: string): string => (/^\w+:\/\//.test(to) ? to : resolve(to));

/** Shows the progress, and gives what became of it. */
async function followed(steps: AsyncIterable<MoveStep>): Promise<Moved> {
  const line = progressLine();
  for await (const step of steps) {
    if ('moved' in step) return step.moved;
    const { doing, done, total } = step;
    if (total !== null) line({ doing: `${doing} originals`, done, total });
  }
  throw new Error('the move ended without a word');
}

const movedLines = (
  { from, to, whole, copied, missing, removed, left }: Moved,
  isKept: boolean,
): string[] => [
  from === null ? `the originals are ${to}; there was nothing to move` : `the originals are ${to}`,
  // An earlier run that was cut off may have copied them all.
  ...(whole > 0 ? [`${whole} are whole there, ${copied} of them copied now`] : []),
  ...(from !== null && isKept
    ? [`${from} all is as it was; nothing there is kept up to date or taken down`]
    : []),
  ...(from !== null && !isKept
    ? [`${removed} were deleted ${from} after each was read back from its new place`]
    : []),
  ...(left > 0 ? [`${left} files ${from} that no document names were left there`] : []),
  ...(missing.length > 0
    ? [`${missing.length} are missing or damaged; they are named by: proviso verify`]
    : []),
];
