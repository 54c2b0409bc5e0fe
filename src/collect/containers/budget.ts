import type { ProvisoError } from '../../model/index.ts';
import { unpacking } from '../limits.ts';
import { tooComplex } from '../refusals.ts';
import type { Bytes } from '../streams.ts';

/** What one input may still unpack to, counted over everything inside it, at any depth. */
export class Budget {
  readonly #source: string;
  readonly #bytes: number;
  #spent = 0;
  #files = 0;
  /** Why nothing more is unpacked; null while there is room. */
  exceeded: ProvisoError | null = null;

  /** `size`: bytes of the input as it was found. */
  constructor(source: string, size: number) {
    this.#source = source;
    this.#bytes = Math.min(unpacking.maxBytes, Math.max(unpacking.freeBytes, size * unpacking.maxRatio));
  }

  /** Counts one file. Throws PROVISO_INPUT_TOO_COMPLEX when they are too many. */
  countFile(): void {
    this.#files += 1;
    if (this.#files > unpacking.maxFiles) this.#exceed(`it holds more than ${unpacking.maxFiles} files`);
  }

  /** The stream, counted. It throws PROVISO_INPUT_TOO_COMPLEX when too much has come out of the input. */
  async *counted(stream: Bytes): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      this.#spent += chunk.length;
      if (this.#spent > this.#bytes) {
        this.#exceed(`it unpacks to more than ${Math.round(this.#bytes / 1024 / 1024)} MB`);
      }
      yield chunk;
    }
  }

  #exceed(why: string): never {
    this.exceeded = tooComplex(this.#source, why);
    throw this.exceeded;
  }
}
