/** Why a job was given up that came back from everyone who took it. */
export const lostWhile = (done: 'read' | 'matched'): string =>
  `Each process that took it up ended, froze or lost the database before it was ${done}.`;
