import {
  type Assessment,
  type Decision,
  judging,
  type Sensitivity,
  type SessionView,
} from '../model/index.ts';
import type { Store, StoreState } from '../store/index.ts';
import type { Clocks } from '../weigh/index.ts';
import { answerOf } from './answers.ts';
import { loadCase, type OpenCase, openedWith } from './assess-case.ts';
import { clocksWithin } from './life-of-case.ts';
import { requireCommitment } from './require-commitment.ts';
import type { Suggested } from './suggestions.ts';
import type { Answers, Question } from './weighing.ts';
import { createWeighing, type Weighing } from './weighing-thread.ts';

/** Cases that are in memory at once; the one unused for longest makes room. */
const keptCases = 4;

/** Answers by weighing of one state of a case: both clocks of the slider, there and back. */
const keptAnswers = 48;

/** A case of which other processes have yet to match documents is loaded anew when it is asked for so many milliseconds later. */
const freshFor = 2000;

interface Kept {
  state: StoreState;
  /** When it was loaded, in milliseconds. */
  at: number;
  loaded: OpenCase;
  open: OpenCase;
}

/**
 * Cases kept in memory between requests. Loading one reads all its documents, and again those that have changed; a person's
 * verdict, and any decision but those on names, needs none of that, so it is only laid over what is loaded. Whatever else
 * changes in the store loads the case anew. They are weighed in a thread of their own, so that whoever asks for something else
 * is answered meanwhile.
 */
export class OpenCases {
  /** What a server that was just started still loads; null: nothing. */
  loading: SessionView['loading'] = null;
  readonly #store: Store;
  readonly #kept = new Map<string, Promise<Kept>>();
  readonly #weighing: Weighing = createWeighing();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The case as the store has it now. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
  async open(caseId: string): Promise<OpenCase> {
    const state = await this.#store.state();
    const before = this.#kept.get(caseId);
    const now = this.#brought(caseId, before, state);
    this.#kept.delete(caseId);
    this.#kept.set(caseId, now);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptCases && oldest !== undefined) this.#leave(oldest);
    try {
      return (await now).open;
    } catch (thrown) {
      if (this.#kept.get(caseId) === now) this.#kept.delete(caseId);
      throw thrown;
    }
  }

  /** The case as the store has it now, weighed on the clocks asked for. @throws ProvisoError as `open`, `clocksWithin` and `assessment` do. */
  async assessed(
    caseId: string,
    asked: Parameters<typeof clocksWithin>[1],
  ): Promise<{ open: OpenCase; clocks: Clocks; assessment: Assessment }> {
    const open = await this.open(caseId);
    const clocks = clocksWithin(open.file, asked);
    return { open, clocks, assessment: await this.assessment(open, clocks) };
  }

  /** The case weighed on the clocks given. @throws ProvisoError PROVISO_WEIGHING_STOPPED. */
  assessment(open: OpenCase, clocks: Clocks): Promise<Assessment> {
    return this.#asked<'assessment'>(open, { kind: 'assessment', clocks });
  }

  /** How far a finding hangs on each origin and each grade. @throws ProvisoError PROVISO_COMMITMENT_NOT_FOUND, PROVISO_WEIGHING_STOPPED. */
  async sensitivity(open: OpenCase, clocks: Clocks, commitment: string): Promise<Sensitivity> {
    requireCommitment(open.file, commitment);
    return this.#asked<'sensitivity'>(open, { kind: 'sensitivity', clocks, commitment });
  }

  /** What to judge next. @throws ProvisoError PROVISO_WEIGHING_STOPPED. */
  suggestions(
    open: OpenCase,
    clocks: Clocks,
    { limit, commitment }: { limit: number; commitment?: string | undefined },
  ): Promise<Suggested> {
    return this.#asked<'suggestions'>(open, { kind: 'suggestions', clocks, limit, commitment });
  }

  /** Ends the thread that weighs. */
  close(): Promise<void> {
    return this.#weighing.close();
  }

  /** Equal questions share one answer, also while it is being worked out. */
  #asked<K extends keyof Answers>(open: OpenCase, question: Question<K>): Promise<Answers[K]> {
    return answerOf(open, JSON.stringify(question), () => this.#weighing.ask<K>(open, question), keptAnswers);
  }

  #leave(caseId: string): void {
    this.#kept.delete(caseId);
    this.#weighing.leave(caseId);
  }

  async #brought(caseId: string, before: Promise<Kept> | undefined, state: StoreState): Promise<Kept> {
    const kept = await before?.catch(() => undefined);
    const isFresh = kept?.loaded.waiting === 0 || Date.now() - (kept?.at ?? 0) < freshFor;
    const isLoaded = isFresh && kept?.state.material === state.material;
    const isDecided = isLoaded && kept.state.decisions === state.decisions;
    if (isDecided && kept.state.judgements === state.judgements) return kept;
    const decisions = isDecided ? kept.open.decisions : judging(await this.#store.decisions(caseId));
    const isNamed = isLoaded && namesDecided(kept.loaded.decisions) === namesDecided(decisions);
    const at = isNamed ? kept.at : Date.now();
    const loaded = isNamed ? kept.loaded : await loadCase(this.#store, caseId);
    const judgements = await this.#store.judgements(caseId);
    return { state, at, loaded, open: openedWith(loaded, decisions, judgements) };
  }
}

/** What was decided on names, as a text: it alone changes what was matched. */
const namesDecided = (decisions: readonly Decision[]): string =>
  JSON.stringify(
    decisions.filter(({ kind }) => kind === 'identity' || kind === 'relation').map(({ id }) => id),
  );
