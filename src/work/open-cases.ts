import { type Assessment, type Decision, judging, type SessionView } from '../model/index.ts';
import type { Store, StoreState } from '../store/index.ts';
import type { Clocks } from '../weigh/index.ts';
import { assessCase, loadCase, type OpenCase, openedWith } from './assess-case.ts';

/** Cases that are in memory at once; the one unused for longest makes room. */
const keptCases = 4;

/** Assessments of one state of a case: both clocks of the slider, there and back. */
const keptAssessments = 48;

interface Kept {
  state: StoreState;
  loaded: OpenCase;
  open: OpenCase;
}

/**
 * Cases kept in memory between requests. Loading one reads all its documents, and again those that have
 * changed; a person's verdict, and any decision
 * but those on names, needs none of that, so it is only laid over what is loaded. Whatever else changes in the store loads the case anew.
 */
export class OpenCases {
  /** What a server that was just started still loads; null: nothing. */
  loading: SessionView['loading'] = null;
  readonly #store: Store;
  readonly #kept = new Map<string, Promise<Kept>>();
  readonly #assessments = new WeakMap<OpenCase, Map<string, Assessment>>();

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
    if (this.#kept.size > keptCases && oldest !== undefined) this.#kept.delete(oldest);
    try {
      return (await now).open;
    } catch (thrown) {
      if (this.#kept.get(caseId) === now) this.#kept.delete(caseId);
      throw thrown;
    }
  }

  /** The case weighed on the clocks given; weighed once for each. */
  assessment(open: OpenCase, clocks: Clocks): Assessment {
    const known = this.#assessments.get(open) ?? new Map<string, Assessment>();
    this.#assessments.set(open, known);
    const key = `${clocks.asOf} ${clocks.knownAt}`;
    const assessment = known.get(key) ?? assessCase(open, clocks);
    known.delete(key);
    known.set(key, assessment);
    const [oldest] = known.keys();
    if (known.size > keptAssessments && oldest !== undefined) known.delete(oldest);
    return assessment;
  }

  async #brought(caseId: string, before: Promise<Kept> | undefined, state: StoreState): Promise<Kept> {
    const kept = await before?.catch(() => undefined);
    const isLoaded = kept?.state.material === state.material;
    const isDecided = isLoaded && kept.state.decisions === state.decisions;
    if (isDecided && kept.state.judgements === state.judgements) return kept;
    const decisions = isDecided ? kept.open.decisions : judging(await this.#store.decisions(caseId));
    const isNamed = isLoaded && namesDecided(kept.loaded.decisions) === namesDecided(decisions);
    const loaded = isNamed ? kept.loaded : await loadCase(this.#store, caseId);
    const judgements = await this.#store.judgements(caseId);
    return { state, loaded, open: openedWith(loaded, decisions, judgements) };
  }
}

/** What was decided on names, as a text: it alone changes what was matched. */
const namesDecided = (decisions: readonly Decision[]): string =>
  JSON.stringify(
    decisions.filter(({ kind }) => kind === 'identity' || kind === 'relation').map(({ id }) => id),
  );
