import { asProvisoError, type DraftView } from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import { proposeDraft } from '../work/index.ts';

/**
 * Proposes commitments from agreements, one after another in the background. What an ended server had not finished is
 * begun anew when the draft is looked at.
 */
export class Drafting {
  readonly #store: Store;
  readonly #reader: () => Reader;
  readonly #underWay = new Set<string>();
  readonly #failures = new Map<string, NonNullable<DraftView['failure']>>();
  #turn: Promise<void> = Promise.resolve();
  #isEnding = false;

  constructor(store: Store, reader: () => Reader) {
    this.#store = store;
    this.#reader = reader;
  }

  /** How a draft stands; one that nothing was proposed from is begun. Throws PROVISO_DRAFT_NOT_FOUND. */
  async view(id: string): Promise<DraftView> {
    const draft = await this.#store.draft(id);
    const failure = this.#failures.get(id) ?? null;
    if (!draft.work && !failure) this.#begin(id);
    return { ...draft, failure };
  }

  /** Tries once more where nothing could be proposed. */
  again(id: string): Promise<DraftView> {
    this.#failures.delete(id);
    return this.view(id);
  }

  /** Waits for what is under way; nothing new is begun. */
  close(): Promise<void> {
    this.#isEnding = true;
    return this.#turn;
  }

  #begin(id: string): void {
    if (this.#underWay.has(id) || this.#isEnding) return;
    this.#underWay.add(id);
    this.#turn = this.#turn.then(() => this.#propose(id));
  }

  async #propose(id: string): Promise<void> {
    try {
      if (!this.#isEnding) await proposeDraft(this.#store, this.#reader(), id);
    } catch (thrown) {
      const { code, message: why, todo } = asProvisoError(thrown);
      this.#failures.set(id, { code, why, todo });
    } finally {
      this.#underWay.delete(id);
    }
  }
}
