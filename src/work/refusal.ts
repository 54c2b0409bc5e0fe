import type { ProvisoError } from '../model/index.ts';

/** An input or a document that something could not be done with, and why. */
export interface Refusal {
  source: string;
  error: ProvisoError;
}
