import { ProvisoError, type WatchingView } from '../model/index.ts';
import type { KeptVisit, Store } from '../store/index.ts';
import { interval, type OpenCases, visitAddresses } from '../work/index.ts';
import type { Additions } from './additions.ts';

/** An address asked within this share of the interval, by hand or when it was added, is left out of a round. */
const recently = 0.8;

/** Nothing is asked so shortly after the start, in milliseconds: a person has the first word. */
const lull = 5000;

/** Asks the feeds and pages of all cases again and again while the server runs, one after another, and when a person wants it. */
export class Watching {
  readonly #store: Store;
  readonly #additions: Additions;
  readonly #minutes: number | null;
  readonly #visiting = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #next: number | null = null;

  /** `minutes` between two rounds; null: none is made but by hand. */
  constructor(store: Store, additions: Additions, minutes: number | null) {
    this.#store = store;
    this.#additions = additions;
    this.#minutes = minutes;
  }

  /** Makes rounds from now on; the first when the last one of an earlier server is that long ago. */
  async begin(): Promise<void> {
    if (this.#minutes === null) return;
    const tried = await this.#lastTried();
    this.#schedule(Math.max(Date.now() + lull, tried + this.#minutes * 60_000));
  }

  /** Makes no further round. */
  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#next = null;
  }

  /** Asks one address of a case, or all of them; returns at once. @throws ProvisoError PROVISO_CASE_NOT_FOUND, PROVISO_ADDRESS_UNKNOWN. */
  async visit(caseId: string, url?: string): Promise<void> {
    await this.#store.caseById(caseId);
    if (url !== undefined && !(await this.#store.watched(caseId)).some((visit) => visit.url === url))
      throw new ProvisoError(
        'PROVISO_ADDRESS_UNKNOWN',
        `The case does not ask ${url}.`,
        'Add it first, or let it be asked again if it is paused.',
      );
    void this.#round(caseId, url === undefined ? undefined : (visit) => visit.url === url);
  }

  /** What a case watches, and how it went. */
  async view(cases: OpenCases, caseId: string): Promise<WatchingView> {
    const { matches } = await cases.open(caseId);
    const bearing = new Map<string, number>();
    for (const { documentId } of matches.evidence)
      bearing.set(documentId, (bearing.get(documentId) ?? 0) + 1);
    const evidence = new Map<string, number>();
    for (const { url, documentId } of await this.#store.broughtBy(caseId))
      evidence.set(url, (evidence.get(url) ?? 0) + (bearing.get(documentId) ?? 0));
    const addresses = await this.#store.watchedAddresses(caseId);
    return {
      addresses: addresses.map((address) => ({ ...address, evidence: evidence.get(address.url) ?? 0 })),
      minutes: this.#minutes,
      next: this.#next === null ? null : new Date(this.#next).toISOString(),
      visiting: this.#visiting.has(caseId),
    };
  }

  #schedule(next: number): void {
    this.#next = next;
    this.#timer = setTimeout(() => void this.#roundOfAll(), next - Date.now());
    this.#timer.unref();
  }

  async #roundOfAll(): Promise<void> {
    const minutes = this.#minutes ?? 0;
    const start = Date.now();
    const before = start - minutes * 60_000 * recently;
    try {
      for (const { id } of await this.#store.cases())
        await this.#round(id, ({ triedAt }) => Date.parse(triedAt) < before);
    } finally {
      // Not once the server was closed in the middle of it.
      if (this.#timer) this.#schedule(Math.max(Date.now(), start + interval(minutes, Math.random())));
    }
  }

  async #round(caseId: string, asks?: (visit: KeptVisit) => boolean): Promise<void> {
    this.#visiting.set(caseId, (this.#visiting.get(caseId) ?? 0) + 1);
    try {
      await this.#additions.inTurn(async ({ reader, web, translation, signal }) => {
        if (signal.aborted) return;
        await visitAddresses(this.#store, reader, {
          ...{ caseId, web, translation, signal },
          ...(asks ? { asks } : {}),
        });
      });
    } catch {
      // What an address refused is kept with it; a round that the store ended is made again at the next turn.
    } finally {
      const left = (this.#visiting.get(caseId) ?? 1) - 1;
      if (left > 0) this.#visiting.set(caseId, left);
      else this.#visiting.delete(caseId);
    }
  }

  /** When an address of any case was last asked, in milliseconds; 0: never. */
  async #lastTried(): Promise<number> {
    let last = 0;
    for (const { id } of await this.#store.cases())
      for (const { triedAt } of await this.#store.watched(id)) last = Math.max(last, Date.parse(triedAt));
    return last;
  }
}
