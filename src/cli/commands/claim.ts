import { type Command, Option } from 'commander';
import {
  AttributionKind,
  ClaimEntry,
  type EnteredClaim,
  ProvisoError,
  type Span,
} from '../../model/index.ts';
import type { Store } from '../../store/index.ts';
import { enterClaim, spanOfWords, withdrawClaim } from '../../work/index.ts';
import { type GlobalOptions, me, withStore } from '../context.ts';
import { complain, print, printJson } from '../output.ts';

interface AddOptions extends GlobalOptions {
  case: string;
  words: string;
  at?: number;
  verb: string;
  who?: string;
  whom?: string;
  speaker?: string;
  how: AttributionKind;
  negated?: boolean;
  when?: string;
  by: string;
  json?: boolean;
}

const spanIn = async (store: Store, document: string, { words, at }: AddOptions): Promise<Span> => {
  const text = (await store.document(document))?.text ?? '';
  if (at === undefined) return spanOfWords(text, words);
  if (text.startsWith(words, at)) return [at, at + words.length];
  throw new ProvisoError(
    'PROVISO_CLAIM_INVALID',
    `The words “${words}” do not stand at ${at}.`,
    'Leave --at out where they stand in the document once.',
  );
};

const entryOf = (span: Span, { verb, who, whom, speaker, how, negated, when }: AddOptions): ClaimEntry =>
  ClaimEntry.parse({
    span,
    predicate: { lemma: verb },
    polarity: negated ? 'negated' : 'affirmed',
    roles: [
      ...(who ? [{ role: 'agent', name: who }] : []),
      ...(whom ? [{ role: 'patient', name: whom }] : []),
    ],
    speaker: speaker ? { name: speaker, kind: how } : null,
    time: when ?? null,
  });

const claimLine = ({ id, documentId, words, entry, by, at }: EnteredClaim): string =>
  [
    id,
    documentId,
    entry.predicate.lemma,
    `“${words.replace(/\s+/g, ' ')}”`,
    `${by}, ${at.slice(0, 10)}`,
  ].join('\t');

export const addClaimCommand = (program: Command): void => {
  const group = program.command('claim').description('enter, list and withdraw claims by hand');

  group
    .command('add')
    .description('enter a claim that a document makes, in any language; it is weighed like a read one')
    .argument('<document>', 'id of the document')
    .requiredOption('--case <id>', 'case of the document')
    .requiredOption('--words <words>', 'the words of the document that make the claim, as they stand there')
    .option('--at <offset>', 'where they begin, if they are there more than once', Number)
    .requiredOption('--verb <verb>', 'what happens: a verb or noun for it, in English')
    .option('--who <name>', 'who does it: a name, or the id of a party or actor')
    .option('--whom <name>', 'to whom or what it is done')
    .option('--speaker <name>', "who says so; the writer's own words unless given")
    .addOption(
      new Option('--how <kind>', 'how the speaker puts it').choices(AttributionKind.options).default('says'),
    )
    .option('--negated', 'it is said not to have happened')
    .option('--when <date>', 'when it happened (EDTF: 2031-06-01, 2031-06, 2031)')
    .option('--by <name>', 'who enters it', me())
    .option('--json', 'the claim as JSON')
    .action(async (document: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const claim = await withStore(options, async (store) => {
        const span = await spanIn(store, document, options);
        return enterClaim(store, options.case, document, entryOf(span, options), options.by);
      });
      if (options.json) printJson(claim);
      else print(claimLine(claim));
    });

  group
    .command('list')
    .description('list the claims entered in a case')
    .requiredOption('--case <id>', 'case of the claims')
    .option('--json', 'as JSON')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { case: string; json?: boolean }>();
      const claims = await withStore(options, async (store) => {
        const { file } = await store.caseById(options.case);
        return store.enteredClaims(file.id);
      });
      if (options.json) printJson({ claims });
      else for (const claim of claims) print(claimLine(claim));
    });

  group
    .command('withdraw')
    .description('take an entered claim back; it is kept, and no longer weighed')
    .argument('<claim>', 'id of the claim')
    .requiredOption('--case <id>', 'case of the claim')
    .option('--reason <text>', 'why', '')
    .option('--by <name>', 'who withdraws it', me())
    .action(async (claim: string, _options: unknown, command: Command) => {
      const {
        case: caseId,
        reason,
        by,
        ...globals
      } = command.optsWithGlobals<GlobalOptions & { case: string; reason: string; by: string }>();
      await withStore(globals, (store) => withdrawClaim(store, caseId, claim, { reason, by }));
      complain(`withdrawn: ${claim}`);
    });
};
