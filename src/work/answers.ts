/** Answers of one state that are kept at once unless said otherwise; the one unused for longest makes room. */
const keptAnswers = 100;

const kept = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * An answer worked out once for each state of a case and each question: what is slow to count over all reports is asked
 * for again and again.
 *
 * @param state another object as soon as anything is new that the answer hangs on
 */
export const answerOf = <T>(
  state: object,
  question: string,
  work: () => Promise<T>,
  most: number = keptAnswers,
): Promise<T> => {
  const answers = kept.get(state) ?? new Map<string, Promise<unknown>>();
  kept.set(state, answers);
  const answer = (answers.get(question) as Promise<T> | undefined) ?? work();
  answers.delete(question);
  answers.set(question, answer);
  answer.catch(() => answers.delete(question));
  const [oldest] = answers.keys();
  if (answers.size > most && oldest !== undefined) answers.delete(oldest);
  return answer;
};
