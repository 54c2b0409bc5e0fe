import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';

/** What happens, for whoever counts or logs it: codes, numbers and templates of routes; never a text, a name or an address. */
export interface Happenings {
  /** A request was answered; `route` as `/api/cases/:case`. */
  request: { method: string; route: string; status: number; seconds: number };
  /** Something was refused or failed; the code is one of the list of errors. */
  refusal: { code: string };
  /** A document was read, or the reader failed on it. */
  reading: { outcome: 'read' | 'unreadable' };
}

type Kind = keyof Happenings;

const nameOf = (kind: Kind) => `proviso:${kind}`;

export const emit = <K extends Kind>(kind: K, what: Happenings[K]): void =>
  channel(nameOf(kind)).publish(what);

/** Calls `hear` for all that is emitted in this process from now on, until what is returned is called. */
export const observe = <K extends Kind>(kind: K, hear: (what: Happenings[K]) => void): (() => void) => {
  const heard = (what: unknown) => hear(what as Happenings[K]);
  subscribe(nameOf(kind), heard);
  return () => {
    unsubscribe(nameOf(kind), heard);
  };
};
