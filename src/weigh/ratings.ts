import type { Credibility, Decision, Directness, Grade, Interest } from '../model/index.ts';

/** What people say of a source or of one telling; what is absent nobody has said. */
export interface Rating {
  grade?: Grade;
  directness?: Directness;
  interest?: Interest;
  credibility?: Credibility;
}

/** People's ratings, found by the subject of a decision. */
export interface Ratings {
  /** Of the first of these keys that somebody rated, property by property. */
  ofSource(keys: readonly string[]): Rating;
  ofEvidence(id: string): Rating;
}

/** The subject of a decision on an origin; null where nobody is named. */
export const subjectOf = (origin: string): string | null =>
  /^(?:unnamed|writer):/u.test(origin) ? null : `source:${origin}`;

const rated = new Set<Decision['kind']>(['grade', 'directness', 'interest', 'credibility']);

/** @param decisions those that hold */
export const ratingsOf = (decisions: readonly Decision[]): Ratings => {
  const bySubject = new Map<string, Rating>();
  for (const { kind, subject, value } of decisions) {
    if (rated.has(kind) && value !== null) {
      bySubject.set(subject, { ...bySubject.get(subject), [kind]: value });
    }
  }
  return {
    // The first key comes last, so that it is not overwritten.
    ofSource: (keys) =>
      bySubject.size === 0
        ? {}
        : Object.assign({}, ...keys.map((key) => bySubject.get(`source:${key}`)).reverse()),
    ofEvidence: (id) => bySubject.get(`evidence:${id}`) ?? {},
  };
};
