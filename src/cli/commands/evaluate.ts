import { Argument, type Command } from 'commander';
import { evaluate, layersTogether, type MeasuredLayer, measuredLayers } from '../../evaluate/index.ts';
import { withReader } from '../context.ts';
import { evaluationText } from '../evaluation-text.ts';
import { complain, print, printJson, progressLine } from '../output.ts';

interface EvaluateOptions {
  data: string;
  json?: boolean;
  misses?: boolean;
}

/** Says which corpus is being read, then how far, some ten times. */
const progress = (): NonNullable<Parameters<typeof evaluate>[1]['watch']> => {
  const line = progressLine();
  let current = '';
  return ({ layer, corpus, done, total }) => {
    const now = `${layer} on ${corpus}`;
    if (now !== current) complain(`measuring ${now}`);
    current = now;
    if (done === total || done % (25 * Math.ceil(total / 250)) === 0) line({ doing: 'reading', done, total });
  };
};

export const addEvaluateCommand = (program: Command): void => {
  program
    .command('evaluate')
    .description('measure the reader on corpora and show the figures beside what the design asks for')
    .addArgument(new Argument('<layer>', 'what to measure').choices([...measuredLayers, 'all']))
    .requiredOption('--data <dir>', 'folder of the corpora')
    .option('--misses', 'list what was got wrong, where the measure can name it')
    .option('--json', 'the figures as JSON')
    .action(async (layer: MeasuredLayer | 'all', { data, json, misses }: EvaluateOptions) => {
      const layers = layer === 'all' ? layersTogether : [layer];
      const { evaluation, refused } = await withReader((reader) =>
        evaluate(reader, { data, layers, watch: progress() }),
      );
      for (const error of refused) complain(error.line);
      if (json) printJson(evaluation);
      else print(evaluationText(evaluation, misses || layer !== 'draft'));
      if (refused.length > 0) process.exitCode = evaluation.rows.length > 0 ? 1 : refused[0]?.exitCode;
    });
};
