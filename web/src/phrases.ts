import { capital, likelihoodOf, listInWords, momentInWords, originSums } from '../../src/messages/index.ts';
import type {
  Bearing,
  Claim,
  CodingDecision,
  Commitment,
  Decision,
  DraftSummary,
  DraftWindow,
  Finding,
  Grade,
  LogLine,
  Opinion,
  OriginTree,
  PlaceMention,
  QueueView,
  Status,
  TrialView,
  Unverifiable,
} from '../../src/model/index.ts';
import type { MonthRun } from '../../src/model/month-runs.ts';
import type { DeadlineOf } from './board-rows.ts';
import { words } from './words.ts';

/** Sentences that are chosen, or put together, by what stands in a view. */

/** Bodies by name; what is owed to nobody in particular is owed to all. */
export const bodiesInWords = (ids: readonly string[], names: Readonly<Record<string, string>>): string =>
  listInWords(ids.map((id) => names[id] ?? id)) || words.board.allParties;

/** Percentage points that an origin adds to a probability (0 to 1), or takes from it. */
export const addsInWords = (adds: number): string => {
  const points = Math.round(Math.abs(adds) * 100);
  if (Math.abs(adds) < 0.005) return words.commitment.addsNothing;
  return adds > 0 ? words.commitment.adds(points) : words.commitment.takes(points);
};

/** How likely it is that evidence bears so; a verdict is none of conduct. */
export const evidenceLikelihood = ({
  kind,
  probability,
}: Pick<Finding['evidence'][number], 'kind' | 'probability'>): string =>
  kind === 'verdict' ? words.evidence.likelihood.verdict : likelihoodOf(probability);

/** How a commitment stands to its last day; how far that is only where it is near. */
export const deadlineInWords = ({ state, day, days }: DeadlineOf): string => {
  const text = words.board.deadline;
  if (state === 'none' || state === 'unknown' || day === null)
    return text[state === 'none' ? 'none' : 'unknown'];
  return state === 'due' && Math.abs(days) <= 60
    ? text.soon({ day, ahead: words.deadlines.ahead(days) })
    : text[state](day);
};

/** What kind of duty it is. */
export const kindInWords = (kind: Commitment['kind'], effort: Commitment['effort']): string =>
  effort === 'best-efforts' ? words.bestEfforts(words.kind[kind]) : words.kind[kind];

/** When a commitment runs. */
export const windowInWords = (
  { opens: from, due, awaits }: { opens: string; due: string | null; awaits: string | null },
  kind: 'obligation' | 'prohibition',
): string => {
  if (awaits !== null) return words.window.awaits(awaits);
  if (due === null) return words.window.open(from);
  return kind === 'obligation' ? words.window.due(due) : words.window.between({ from, due });
};

/** `P1Y2M` in words; anything else as it stands. */
const durationInWords = (duration: string): string => {
  const units = words.durations as Readonly<Record<string, (n: number) => string>>;
  const parts = [...duration.matchAll(/(\d+)([YMWD])/g)];
  return listInWords(parts.map(([, n = '', unit = '']) => units[unit]?.(Number(n)) ?? '')) || duration;
};

const afterEvent = (event: string, long: string | null, from: string | null, due: string | null): string => {
  const text = words.desk.window;
  if (long === null) {
    if (from === null) return text.afterUnknown(event);
    return due ? text.afterBy({ event, due }) : text.afterFrom({ event, from });
  }
  if (from === null) return text.withinUnknown({ long, event });
  return due ? text.withinBy({ long, event, due }) : text.withinFrom({ long, event, from });
};

/** When a proposed commitment runs; `due` is its last day. */
export const draftWindowInWords = (
  { from, within, after }: DraftWindow,
  due: string | null,
  kind: 'obligation' | 'prohibition',
  dutyOf: (id: string) => string | undefined,
): string => {
  const text = words.desk.window;
  const long = within === null ? null : durationInWords(within);
  if (after !== null) {
    const duty = dutyOf(after);
    return afterEvent(duty === undefined ? after : text.done(duty), long, from, due);
  }
  if (long !== null) {
    if (due === null) return from === null ? text.long.signing(long) : text.long.day({ long, from });
    const ends = kind === 'obligation' ? text.longBy : text.longUntil;
    return from === null ? ends.signing({ long, due }) : ends.day({ long, from, due });
  }
  if (due === null) return from === null ? text.fromSigning : words.window.open(from);
  if (kind === 'obligation') return text.by(due);
  return from === null ? text.signingTo(due) : words.window.between({ from, due });
};

/** Why a wording is hard to hold anybody to. */
export const unverifiableInWords = (whys: readonly Unverifiable[]): string => {
  const text = words.desk.unverifiable;
  const list = listInWords(whys.map((why) => text[why]));
  return whys.includes('no-debtor') || whys.includes('no-measurable-result')
    ? text.nobody(list)
    : text.hardly(list);
};

/** What is known of an agreement: who is bound, who else has a part, when it was signed. */
export const agreementInWords = (parties: string, others: string, signed: string | null): string => {
  const text = words.desk.summary;
  return [
    parties ? text.between(parties) : text.noParties,
    ...(others ? [text.others(others)] : []),
    signed ? text.signed(signed) : text.unsigned,
  ].join(' · ');
};

export const monthRunInWords = ({ from, to, status }: MonthRun): string =>
  words.months.run({ time: from === to ? from : `${from}/${to}`, status: words.statusInText[status] });

export const monthsInWords = (runs: readonly MonthRun[]): string =>
  runs.length ? words.months.strip(runs.map(monthRunInWords).join('; ')) : words.months.stripEmpty;

export const opinionInWords = (
  bearing: Bearing,
  { belief, disbelief, uncertainty, probability }: Opinion,
): string =>
  probability === null
    ? words.opinion.barEmpty(bearing)
    : words.opinion.bar({ bearing, belief, disbelief, uncertainty, probability });

/** What a person decided; commitments by what they require. */
export const decisionInWords = (
  decision: Decision,
  duties: Readonly<Record<string, string>> = {},
): string => {
  const text = words.decision.value;
  const kind = words.decisionKinds[decision.kind];
  const said = (value: string) => words.labelled({ label: kind, value });
  const rated = (value: string | number, meaning: string) => text.rated({ kind, value, meaning });
  if (decision.value === null) return text.takenBack(kind);
  switch (decision.kind) {
    case 'identity':
      return words.identity.values[decision.value];
    case 'relation':
      return said(decision.value.type);
    case 'grade':
      return rated(decision.value, words.grades[decision.value]);
    case 'credibility':
      return rated(
        decision.value,
        (words.credibilities as Readonly<Record<number, string>>)[decision.value] ?? '',
      );
    case 'interest':
      return said(words.interests[decision.value]);
    case 'directness':
      return said(words.directnesses[decision.value]);
    case 'indicator': {
      const place = decision.value;
      const duty = duties[place.commitment] ?? place.commitment;
      return said('bearing' in place ? words.placement.of[place.bearing](duty) : words.placement.duty(duty));
    }
    case 'finding':
      return words.status[decision.value];
    case 'origin':
      return decision.value === 'same' ? words.origins.joined : words.origins.parted;
    case 'tag':
      return said(decision.value.tag);
    case 'comment':
      return said(decision.value.text);
    case 'coding': {
      const { stands } = decision.value;
      return said(
        stands === 'look again' ? words.coding.lookAgain : codedValueInWords(decision.value[stands]),
      );
    }
    case 'learning':
      return said(decision.value);
    case 'publication':
      return said(words.publish.choices[decision.value.choice]);
    case 'consent':
      return kind;
    case 'edition':
      return text.numbered({ kind, number: decision.value.number });
    case 'language-model':
      return decision.value === 'never' ? text.noModel(kind) : text.model({ kind, address: decision.value });
  }
};

/** A line of the history. */
export const logLineInWords = (line: LogLine, duties: Readonly<Record<string, string>>): string => {
  const text = words.history.what;
  const duty = (id: string) => duties[id] ?? text.noCommitment;
  switch (line.kind) {
    case 'verdict':
      return text.verdict({
        verdict: words.history.verdicts[line.judgement.verdict],
        duty: duty(line.judgement.anchor.commitment),
      });
    case 'decision':
      return decisionInWords(line.decision, duties);
    case 'claim': {
      const { shows } = line.claim.entry;
      return shows ? text.marked({ bearing: shows.bearing, duty: duty(shows.commitment) }) : text.claim;
    }
    case 'withdrawal':
      return text.withdrawal;
    case 'correction': {
      const { field, previous, value } = line.correction;
      if (field === 'replaces') return text.replaces;
      const { notKnown } = words.correction;
      return text.correction({
        field: words.correction.fields[field],
        previous: previous ?? notKnown,
        value: value ?? notKnown,
      });
    }
  }
};

/** By how much a suggestion, or evidence that counts, moves the probability (0 to 1). */
export const movesInWords = (points: number, isSuggested: boolean): string => {
  const text = words.review.moves[isSuggested ? 'with' : 'without'];
  return points >= 0.005 ? text.moves(Math.round(points * 100)) : text.stays;
};

/** What a verdict would make of the status. */
export const turnInWords = (from: Status, to: Status, isSuggested: boolean): string => {
  const text = words.review.status;
  const before = words.statusInText[from];
  if (from === to) return text.stays(before);
  return text[isSuggested ? 'accepted' : 'rejected']({ before, after: words.statusInText[to] });
};

/** A coded value: a level with what it is called, or a status. */
export const codedValueInWords = (value: string): string =>
  (words.coding.value as Readonly<Record<string, string>>)[value] ?? words.status[value as Status];

/** How far a coding can be relied on by Krippendorff's α. */
export const alphaInWords = (alpha: number | null): string => {
  const text = words.coding.alphaWords;
  if (alpha === null) return text.none;
  if (alpha >= 0.8) return text.reliable;
  return alpha >= 0.667 ? text.tentative : text.low;
};

export const standsInWords = (stands: CodingDecision['stands'], first: string, second: string): string =>
  stands === 'look again'
    ? words.coding.lookAgain
    : words.coding.stands(stands === 'first' ? capital(first) : second);

/** How the words that a person marks were read, who says them, when and how surely. */
export const markInWords = (as: {
  speaker: string;
  publisher: string | null;
  time: string;
  published: string | null;
  sure: '1' | '2' | '3';
  polarity: Claim['polarity'];
}): string => {
  const text = words.marking.asRead;
  const told = as.published ? text.before(as.published) : text.undated;
  return text.as({
    teller: as.speaker || (as.publisher ? text.voice(as.publisher) : text.writer),
    polarity: words.marking.polarities[as.polarity],
    sure: words.marking.surely[as.sure],
    when: as.time ? text.time(as.time) : told,
  });
};

/** What came of a comparison: whose value stands, or that the cell is to be looked at again. */
export const decidedInWords = ({ stands, coder }: CodingDecision, first: string): string =>
  stands === 'look again'
    ? words.coding.toLookAgain
    : words.coding.decided(stands === 'first' ? first : coder);

/** The reason that is kept where a person gives none. */
export const reasonInWords = (coder: string, stands: CodingDecision['stands']): string =>
  stands === 'look again' ? words.coding.reasonLookAgain(coder) : words.coding.reason(coder);

/** Where an agreement's text is from; null: it was pasted. */
export const textOfInWords = (name: string | null): string =>
  name === null ? words.desk.textPasted : words.desk.textOf(name);

export const gradeInWords = (grade: Grade): string =>
  words.commitment.grade({ grade, meaning: words.grades[grade] });

/** A level of implementation, 0 to 3. */
export const levelInWords = (scale: number): string => {
  const levels = words.levels as Readonly<Record<number, string>>;
  return words.commitment.pam({ scale, level: levels[scale] ?? '' });
};

/** How far an unfinished case is. */
export const draftInWords = ({ changedAt, commitments, accepted }: DraftSummary): string => {
  const changed = momentInWords(changedAt);
  return commitments === null
    ? words.cases.draftUnread(changed)
    : words.cases.draft({ changed, commitments, accepted });
};

export const originsInWords = (tree: OriginTree): string =>
  tree.pages === 0 ? words.origins.none : words.origins.summary(originSums(tree));

/** Where the second of two names is from. */
export const pairFromInWords = (from: string): string => {
  const text = words.pairs.from;
  return from === 'case' || from === 'reports' ? text[from] : text.registry(from);
};

export const leftInWords = ({ share, between: [low, high] }: QueueView['left']): string =>
  words.review.left({ share, low, high });

export const chosenInWords = (chosen: number, all: number): string =>
  chosen === all ? words.report.chosenAll(all) : words.report.chosen({ chosen, all });

export const captionInWords = (shown: number, all: number): string =>
  shown === all ? words.board.caption(all) : words.board.captionSome({ shown, all });

export const clocksInWords = (asOf: string, knownAt: string): string =>
  asOf === knownAt ? words.clocks.sentenceOneDay(asOf) : words.clocks.sentence({ asOf, knownAt });

/** How many pieces of evidence came, or went. */
export const evidenceMoreInWords = (n: number): string => {
  if (n === 0) return '';
  return n > 0 ? words.board.evidenceMore(n) : words.board.evidenceFewer(-n);
};

/** How sure the speaker is, in percent. */
export const factualityInWords = (band: Claim['band']): string =>
  band ? words.reader.factuality({ least: band[0], most: band[1] }) : words.reader.factualityNone;

export const placeInWords = ({ name, precision }: Pick<PlaceMention, 'name' | 'precision'>): string =>
  precision === 'point' ? name : words.reader.place({ name, precision: words.events.precision[precision] });

export const owedInWords = (debtors: string, creditors: string): string => {
  const by = debtors || words.desk.nobody;
  return creditors ? words.desk.owed({ debtors: by, creditors }) : by;
};

/** What a commitment would find that is not saved yet. */
export const trialInWords = ({ found, tried, documents }: TrialView): string => {
  const said = { n: found.length, fresh: found.filter(({ isNew }) => isNew).length, documents };
  return tried < documents ? words.trial.foundNewest({ ...said, tried }) : words.trial.found(said);
};

/** What a rating can be, by its value. */
export const ratingChoices = (
  kind: 'grade' | 'interest' | 'directness' | 'credibility',
): Readonly<Record<string, string>> => {
  if (kind === 'interest') return words.interests;
  if (kind === 'directness') return words.directnesses;
  const meanings = kind === 'grade' ? words.grades : words.credibilities;
  return Object.fromEntries(
    Object.entries(meanings).map(([value, meaning]) => [
      value,
      words.labelled({ label: value, value: meaning }),
    ]),
  );
};

/** What one does to another, where the reader knows its kind. */
export const predicateInWords = (type: string): string =>
  (words.predicates as Readonly<Record<string, string>>)[type] ?? words.network.otherType;
