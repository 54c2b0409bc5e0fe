/**
 * Every refusal has a code. The message says what was wrong; `todo` says what to do about it.
 * Exit codes: 1 some inputs were refused, 2 wrong use, 3 failed.
 */
const codes = {
  // input documents
  PROVISO_INPUT_MISSING: { exit: 1, http: 404 },
  PROVISO_INPUT_EMPTY: { exit: 1, http: 422 },
  PROVISO_INPUT_BINARY: { exit: 1, http: 415 },
  PROVISO_INPUT_TOO_LARGE: { exit: 1, http: 413 },
  PROVISO_INPUT_UNSUPPORTED: { exit: 1, http: 415 },
  PROVISO_INPUT_NO_REPORT: { exit: 1, http: 422 },
  PROVISO_INPUT_NO_TEXT: { exit: 1, http: 422 },
  PROVISO_INPUT_UNREADABLE: { exit: 1, http: 422 },
  PROVISO_INPUT_SCANNED: { exit: 1, http: 422 },
  PROVISO_INPUT_LOCKED: { exit: 1, http: 422 },
  PROVISO_INPUT_TOO_SLOW: { exit: 1, http: 422 },
  PROVISO_INPUT_TOO_COMPLEX: { exit: 1, http: 422 },
  PROVISO_ADDRESS_REFUSED: { exit: 1, http: 422 },
  PROVISO_ROBOTS_REFUSED: { exit: 1, http: 422 },
  PROVISO_FETCH_FAILED: { exit: 1, http: 502 },
  PROVISO_TAKEN_DOWN: { exit: 1, http: 410 },
  PROVISO_FRONT_MATTER_INVALID: { exit: 1, http: 422 },
  PROVISO_DATE_INVALID: { exit: 2, http: 422 },
  PROVISO_JSONL_INVALID: { exit: 1, http: 422 },
  // case files
  PROVISO_CASE_INVALID: { exit: 2, http: 422 },
  PROVISO_CASE_UNKNOWN_ID: { exit: 2, http: 422 },
  PROVISO_CASE_DUPLICATE_ID: { exit: 2, http: 422 },
  PROVISO_CORRECTION_INVALID: { exit: 2, http: 422 },
  PROVISO_CASE_CYCLE: { exit: 2, http: 422 },
  PROVISO_CASE_NOT_FOUND: { exit: 2, http: 404 },
  PROVISO_COMMITMENT_NOT_FOUND: { exit: 2, http: 404 },
  PROVISO_DOCUMENT_NOT_FOUND: { exit: 2, http: 404 },
  PROVISO_EVIDENCE_NOT_FOUND: { exit: 2, http: 404 },
  PROVISO_JOB_NOT_FOUND: { exit: 2, http: 404 },
  PROVISO_CASE_EXISTS: { exit: 2, http: 409 },
  PROVISO_DRAFT_NOT_FOUND: { exit: 2, http: 404 },
  PROVISO_DRAFT_CHANGED: { exit: 2, http: 409 },
  PROVISO_TITLE_OTHER: { exit: 2, http: 422 },
  PROVISO_ADDRESS_UNKNOWN: { exit: 2, http: 404 },
  PROVISO_DRAFT_UNFINISHED: { exit: 2, http: 422 },
  PROVISO_LINE_NOT_FOUND: { exit: 2, http: 404 },
  PROVISO_CLAIM_NOT_FOUND: { exit: 2, http: 404 },
  PROVISO_CLAIM_INVALID: { exit: 2, http: 422 },
  PROVISO_ENTITY_NOT_FOUND: { exit: 2, http: 404 },
  PROVISO_DECISION_INVALID: { exit: 2, http: 422 },
  PROVISO_EDIT_CONFLICT: { exit: 2, http: 409 },
  // notices of a draft: something about the whole text that a person must know
  PROVISO_DRAFT_NO_DUTY: { exit: 1, http: 422 },
  PROVISO_DRAFT_NO_SENTENCES: { exit: 1, http: 422 },
  PROVISO_DRAFT_LANGUAGE: { exit: 1, http: 422 },
  PROVISO_DRAFT_NO_PARTY: { exit: 1, http: 422 },
  PROVISO_DRAFT_ONE_PARTY: { exit: 1, http: 422 },
  PROVISO_DRAFT_NO_DATE: { exit: 1, http: 422 },
  PROVISO_DRAFT_MANY: { exit: 1, http: 422 },
  PROVISO_DRAFT_MERGED: { exit: 1, http: 422 },
  // agreements and tables of commitments
  PROVISO_AGREEMENT_SEVERAL: { exit: 2, http: 422 },
  PROVISO_TABLE_INVALID: { exit: 2, http: 422 },
  PROVISO_TABLE_ROW: { exit: 1, http: 422 },
  // coding sheets, and who codes
  PROVISO_SHEET_INVALID: { exit: 2, http: 422 },
  PROVISO_CODER_UNKNOWN: { exit: 2, http: 404 },
  // editions
  PROVISO_CONSENT_MISSING: { exit: 2, http: 409 },
  PROVISO_FOLDER_OTHER: { exit: 2, http: 409 },
  PROVISO_MANIFEST_INVALID: { exit: 2, http: 422 },
  PROVISO_SIGNING_FAILED: { exit: 2, http: 422 },
  // registries of names
  PROVISO_REGISTRY_INVALID: { exit: 2, http: 422 },
  // corpora to measure on
  PROVISO_CORPUS_MISSING: { exit: 2, http: 404 },
  PROVISO_CORPUS_INVALID: { exit: 2, http: 422 },
  // store
  PROVISO_STORE_LOCKED: { exit: 3, http: 503 },
  PROVISO_SERVER_ENDED: { exit: 3, http: 503 },
  PROVISO_STORE_UNUSABLE: { exit: 3, http: 503 },
  PROVISO_SERVER_MISSING: { exit: 2, http: 409 },
  PROVISO_READER_STOPPED: { exit: 3, http: 500 },
  PROVISO_TEXT_UNREADABLE: { exit: 1, http: 500 },
  PROVISO_ORIGINAL_DAMAGED: { exit: 3, http: 500 },
  PROVISO_ORIGINALS_SETTING: { exit: 2, http: 503 },
  PROVISO_ORIGINALS_ELSEWHERE: { exit: 2, http: 503 },
  PROVISO_ORIGINALS_REFUSED: { exit: 3, http: 502 },
  PROVISO_ORIGINALS_UNREACHABLE: { exit: 3, http: 503 },
  PROVISO_STORE_NEWER: { exit: 3, http: 503 },
  PROVISO_HEAD_INVALID: { exit: 2, http: 422 },
  PROVISO_BACKUP_DAMAGED: { exit: 2, http: 422 },
  PROVISO_ARCHIVE_DAMAGED: { exit: 2, http: 422 },
  PROVISO_ARCHIVE_NEWER: { exit: 2, http: 422 },
  PROVISO_STORE_NOT_EMPTY: { exit: 2, http: 409 },
  PROVISO_STORE_OLD: { exit: 3, http: 503 },
  PROVISO_DECISION_UNSURE: { exit: 3, http: 503 },
  // language models
  PROVISO_MODEL_NOT_SET: { exit: 2, http: 409 },
  PROVISO_MODEL_SETTING: { exit: 2, http: 409 },
  PROVISO_MODEL_NOT_ALLOWED: { exit: 2, http: 403 },
  PROVISO_MODEL_UNREACHABLE: { exit: 3, http: 502 },
  PROVISO_MODEL_TOO_SLOW: { exit: 3, http: 504 },
  PROVISO_MODEL_BUSY: { exit: 3, http: 503 },
  PROVISO_MODEL_REFUSED: { exit: 3, http: 502 },
  PROVISO_TRANSLATOR_NOT_SET: { exit: 2, http: 409 },
  PROVISO_TRANSLATOR_UNREACHABLE: { exit: 3, http: 502 },
  PROVISO_TRANSLATOR_TOO_SLOW: { exit: 3, http: 504 },
  PROVISO_TRANSLATOR_BUSY: { exit: 3, http: 503 },
  PROVISO_TRANSLATOR_REFUSED: { exit: 3, http: 502 },
  PROVISO_TRANSLATION_BAD: { exit: 3, http: 502 },
  PROVISO_TRANSLATION_NOT_NEEDED: { exit: 2, http: 409 },
  // weighing
  PROVISO_WEIGHING_STOPPED: { exit: 3, http: 503 },
  // server
  PROVISO_HOST_REFUSED: { exit: 3, http: 403 },
  PROVISO_ORIGIN_REFUSED: { exit: 3, http: 403 },
  PROVISO_KEY_REFUSED: { exit: 3, http: 403 },
  PROVISO_CSRF_REFUSED: { exit: 3, http: 403 },
  PROVISO_REQUEST_INVALID: { exit: 2, http: 422 },
  PROVISO_ROUTE_NOT_FOUND: { exit: 2, http: 404 },
  PROVISO_PORT_TAKEN: { exit: 3, http: 500 },
  // use
  PROVISO_USAGE: { exit: 2, http: 400 },
  PROVISO_FAILED: { exit: 3, http: 500 },
} as const;

export type ErrorCode = keyof typeof codes;
export const errorCodes = Object.keys(codes) as ErrorCode[];

/** A refusal a person can act on. */
export class ProvisoError extends Error {
  readonly code: ErrorCode;
  readonly todo: string;
  /** What stands now, of an edit that was made on something older; undefined for any other refusal. */
  readonly current: unknown;

  constructor(
    code: ErrorCode,
    message: string,
    todo: string,
    { current, ...options }: ErrorOptions & { current?: unknown } = {},
  ) {
    super(message, options);
    this.name = 'ProvisoError';
    this.code = code;
    this.todo = todo;
    this.current = current;
  }

  get exitCode(): 1 | 2 | 3 {
    return codes[this.code].exit;
  }

  get httpStatus(): number {
    return codes[this.code].http;
  }

  /** One line for stderr. */
  get line(): string {
    return `${this.code}: ${this.message} ${this.todo}`;
  }
}

/** Somebody else changed it since it was looked at: nothing is kept until a person has seen both. */
export const editConflict = (what: string, current: unknown): ProvisoError =>
  new ProvisoError(
    'PROVISO_EDIT_CONFLICT',
    `${what} was changed since you opened it.`,
    'Look at both, and send again what is to stand.',
    { current },
  );

/** Anything thrown, as a refusal: what is not ours becomes PROVISO_FAILED, shortened. */
export const asProvisoError = (thrown: unknown): ProvisoError => {
  if (thrown instanceof ProvisoError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ProvisoError(
    'PROVISO_FAILED',
    message.split('\n')[0]?.slice(0, 300) ?? 'unknown failure',
    'This is a fault in Proviso; please report it with the command that you ran.',
    { cause: thrown },
  );
};
