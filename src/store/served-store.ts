/** Where the process that has a store open serves it to others of the same person. */
export interface ServedStore {
  /** Address of its server, on this machine. */
  url: string;
  /** Whoever shows it may read the lock, and so is the person who started the server. */
  key: string;
}
