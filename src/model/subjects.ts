/** The subject of a decision on two names, or on two origins, whichever comes first. */
export const identitySubject = (a: string, b: string): string => [a, b].sort().join(' = ');

/** The two keys of such a subject. */
export const identityKeys = (subject: string): [string, string] => {
  const [a = '', b = ''] = subject.split(' = ');
  return [a, b];
};

/** The subject of a decision that a document stands apart from an origin. */
export const apartSubject = (origin: string, document: string): string => `${origin} / ${document}`;

/** The origin and the document of such a subject; null for any other. */
export const apartParts = (subject: string): { origin: string; document: string } | null => {
  const [, origin, document] = /^(.+) \/ ([0-9a-f]{16})$/u.exec(subject) ?? [];
  return origin && document ? { origin, document } : null;
};
