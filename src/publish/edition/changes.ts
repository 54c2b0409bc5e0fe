import { capital } from '../../messages/index.ts';
import type { Edition, EditionMade, EditionStanding, PublicCommitment } from '../../model/index.ts';
import { statusWords } from '../marks.ts';
import type { EditionContent } from './content.ts';

const count = (n: number, one: string, many = `${one}s`): string => (n === 1 ? `one ${one}` : `${n} ${many}`);

const quotationsOf = ({ origins }: PublicCommitment) => origins.flatMap(({ quotations }) => quotations);

/** How a commitment stands, for the edition after this one to be held against. */
const standingOf = (commitment: PublicCommitment): EditionStanding => ({
  status: commitment.status,
  late: commitment.late,
  personal: commitment.personal?.status ?? null,
  quotations: quotationsOf(commitment)
    .map(({ id, judged }) => (judged ? `${id}+` : id))
    .join(' '),
  replies: commitment.replies.length,
  grades: Object.fromEntries(commitment.origins.map(({ name, grade }) => [name, grade ?? ''])),
});

/** How each commitment stands, by its id. */
export const standingIn = ({ commitments }: Pick<Edition, 'commitments'>): EditionMade['standing'] =>
  Object.fromEntries(commitments.map((commitment) => [commitment.id, standingOf(commitment)]));

const idsIn = ({ quotations }: EditionStanding): Map<string, boolean> =>
  new Map(
    quotations
      .split(' ')
      .filter(Boolean)
      .map((id) => [id.replace('+', ''), id.endsWith('+')]),
  );

const gradeWords = (grade: string): string => (grade ? `graded ${grade}` : 'not graded');

/** What a finding rests on now and did not, and the other way round. */
const reasonsFor = (before: EditionStanding, now: EditionStanding): string[] => {
  const [old, fresh] = [idsIn(before), idsIn(now)];
  const added = [...fresh.keys()].filter((id) => !old.has(id)).length;
  const gone = [...old.keys()].filter((id) => !fresh.has(id)).length;
  const accepted = [...fresh].filter(([id, judged]) => judged && old.get(id) === false).length;
  const regraded = Object.entries(now.grades).filter(
    ([name, grade]) => (before.grades[name] ?? grade) !== grade,
  );
  const replies = now.replies - before.replies;
  return [
    ...(added > 0 ? [`${count(added, 'sentence')} more ${added === 1 ? 'counts' : 'count'}`] : []),
    ...(gone > 0
      ? [`${count(gone, 'sentence')} that counted ${gone === 1 ? 'is' : 'are'} no longer told`]
      : []),
    ...(accepted > 0 ? [`a person accepted ${count(accepted, 'sentence')} that had not been judged`] : []),
    ...regraded.map(
      ([name, grade]) =>
        `${name} was ${gradeWords(before.grades[name] ?? '')} and is now ${gradeWords(grade)}`,
    ),
    ...(replies > 0
      ? [
          `${count(replies, 'more reply', 'more replies')} of whoever owes it ${replies === 1 ? 'was' : 'were'} found`,
        ]
      : []),
    ...(replies < 0 ? [`${count(-replies, 'reply', 'replies')} fewer of whoever owes it`] : []),
  ];
};

const personalChange = (before: EditionStanding, now: EditionStanding): string[] => {
  if (before.personal === now.personal) return [];
  const [old, fresh] = [before, now].map(({ personal }) => personal && statusWords({ status: personal }));
  if (!fresh) return [`A person took back their own finding: ${old}.`];
  if (!old) return [`A person set a finding of their own: ${fresh}.`];
  return [`A person changed their own finding from ${old} to ${fresh}.`];
};

const commitmentChanges = (before: EditionStanding | undefined, commitment: PublicCommitment): string[] => {
  const now = standingOf(commitment);
  if (!before) return [`New in this edition, as ${statusWords(now)}.`];
  const because = reasonsFor(before, now).join('; ');
  const moved = statusWords(before) !== statusWords(now);
  return [
    ...(moved
      ? [
          `From ${statusWords(before)} to ${statusWords(now)}: ${
            because || 'time went on, or what is known of its reports changed'
          }.`,
        ]
      : because
        ? [`${capital(because)}; the finding stays ${statusWords(now)}.`]
        : []),
    ...personalChange(before, now),
  ];
};

/** What changed since the edition before, commitment by commitment, in plain sentences. */
export function changesSince(last: EditionMade | null, content: EditionContent): Edition['changes'] {
  if (!last) return [{ commitment: null, says: 'This is the first edition.' }];
  const known = new Set(content.commitments.map(({ id }) => id));
  const gone = Object.keys(last.standing).filter((id) => !known.has(id)).length;
  const changes = [
    ...content.commitments.flatMap((commitment) =>
      commitmentChanges(last.standing[commitment.id], commitment).map((says) => ({
        commitment: commitment.id,
        says,
      })),
    ),
    ...(gone > 0
      ? [
          {
            commitment: null,
            says: `${capital(count(gone, 'finding'))} of that edition ${gone === 1 ? 'is' : 'are'} not in this one.`,
          },
        ]
      : []),
  ];
  return changes.length > 0
    ? changes
    : [{ commitment: null, says: 'No finding changed, and neither did what it rests on.' }];
}
