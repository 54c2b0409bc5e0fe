import { overlaps, type ResolvedEntity, type Speaker, type Statement } from '../../model/index.ts';
import { foldName } from '../../resolve/index.ts';
import { antecedentsOf, saysNothing } from './antecedents.ts';
import { bodyNamed, isInstitution } from './body-names.ts';
import type { Cast } from './cast.ts';
import { type Cue, countedBefore, cueOf, goesOnAccount, speakerIn } from './cues.ts';
import type { Inquiry } from './inquiry.ts';
import { intervieweeOf } from './page-heads.ts';
import { isOwnVoice, isPersonal, isPronoun } from './source-words.ts';
import type { Page } from './texts.ts';
import { spanOf } from './ties.ts';

/*
 * The innermost speaker of a statement, where the reader left out whom its sentence names or whom "it" stands for.
 */

/** How far back a speaker is still meant by "it", in characters. */
const stillMeant = 400;

/** One that nothing but these words tells of. */
const speakerCalled = (words: string, entity: ResolvedEntity | null): Speaker => ({
  attribution: '',
  kind: 'says',
  entity,
  group: null,
  relays: [],
  words,
});

/** Whoever the words are: a person for "he", as the case or the reading has it. */
const fits = (words: string, { entity, group }: Pick<Speaker, 'entity' | 'group'>, cast: Cast): boolean => {
  const meant = entity ?? group;
  if (!meant || !isPronoun(words) || /^they$/iu.test(words)) return true;
  const isPerson = cast.names.has(meant.key) ? cast.isMember(meant.key) : meant.type === 'person';
  return isPersonal(words) ? isPerson || meant.type === 'person' : !isPerson;
};

/** Whom a speaker is, if the reading knows more than words. */
const isKnown = (speaker: Speaker, cast: Cast): boolean => {
  const { entity, group, words } = speaker;
  const isNamed = entity !== null || (group !== null && !group.key.startsWith('doc:'));
  return isNamed && (!isPersonal(words) || fits(words, speaker, cast));
};

const byDocumentOf = (statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> => {
  const byDocument = new Map<string, Statement[]>();
  for (const statement of statements) {
    const own = byDocument.get(statement.documentId);
    if (own) own.push(statement);
    else byDocument.set(statement.documentId, [statement]);
  }
  return byDocument;
};

/** Whom "it" or "he" goes on from: the last that the page had speak by name, a person or a body as the word asks. */
const speakerBefore =
  (byDocument: ReadonlyMap<string, readonly Statement[]>, cast: Cast) =>
  ({ documentId, claim }: Statement, words: string): Speaker | null => {
    let last: Statement | null = null;
    for (const other of byDocument.get(documentId) ?? []) {
      const speaker = other.chain.at(-1);
      const isBefore =
        other.claim.span[0] < claim.span[0] && claim.span[0] - other.claim.span[1] < stillMeant;
      const isMeant =
        speaker &&
        (speaker.entity || speaker.group) &&
        fits(words, speaker, cast) &&
        !isPronoun(speaker.words) &&
        !saysNothing(speaker.words);
      if (isBefore && isMeant && (!last || other.claim.span[0] > last.claim.span[0])) last = other;
    }
    return last?.chain.at(-1) ?? null;
  };

export const speakersIn = ({ file, pages, statements, bodies, cast }: Inquiry) => {
  const antecedent = antecedentsOf(file);
  const byDocument = byDocumentOf(statements);
  const before = speakerBefore(byDocument, cast);

  /** One that the case lists. */
  const listed = (id: string, words: string): Speaker =>
    speakerCalled(words, {
      key: id,
      name: cast.names.get(id) ?? words,
      type: cast.isMember(id) ? 'person' : 'organisation',
      bodies: bodies.belonging(id),
    });

  /** Of a speaker whom the reading gives only words, whom they stand for. */
  const meantBy = (statement: Statement, read: Speaker, page: Page): Speaker | null => {
    if (saysNothing(read.words)) return null;
    const goesOn = isPronoun(read.words) ? before(statement, read.words) : null;
    if (goesOn) return goesOn;
    const [start] = statement.claim.span;
    const meant = antecedent(page, read.words, spanOf(read.words, page.text, start)?.[0] ?? start);
    return meant ? listed(meant.id, read.words) : read;
  };

  /** Whoever acts in an act of speech; "he" is whom the page had speak before. */
  const acting = (statement: Statement, { text }: Page): Speaker | null => {
    const found = speakerIn(statement, text);
    if (!found) return null;
    const { words, entity } = found;
    const goesOn = isPronoun(words) ? before(statement, words) : null;
    if (goesOn) return goesOn;
    if (entity) return speakerCalled(entity.name, entity);
    const body = bodyNamed(words, bodies.owners);
    return body && isInstitution(body) ? speakerCalled(words, null) : null;
  };

  /** Whom the words of the sentence give as its source. */
  const cued = (statement: Statement, page: Page): Speaker | null => {
    const cue = cueOf(page.text, statement.claim.span);
    if (!cue) return null;
    const id =
      antecedent(page, cue.words, cue.span[0])?.id ??
      bodies.known(cue.words.replace(/^(?:the|an?) /iu, ''), bodyNamed(cue.words, bodies.owners));
    if (id !== null) return listed(id, cue.words);
    return /^(?:he|she|it|they|both)$/iu.test(cue.words) ? null : speakerCalled(cue.words, null);
  };

  /** Whoever counted in the sentence before, where this one goes on in its count. */
  const counting = (statement: Statement, { text, publisher }: Page): Speaker | null => {
    // A body's own report goes on in its own count.
    const counted =
      publisher !== null && cast.names.has(bodies.publisher(publisher))
        ? null
        : countedBefore(text, statement.claim.span);
    const told =
      counted &&
      byDocument
        .get(statement.documentId)
        ?.findLast(({ claim: { span } }) => overlaps(span, counted) && span[0] < statement.claim.span[0]);
    return told ? speakerOf(told) : null;
  };

  /** The body whose account of its own people the sentence goes on with. */
  const recounting = (statement: Statement, { text }: Page): Speaker | null =>
    goesOnAccount(text, statement.claim.span) ? before(statement, 'it') : null;

  /** Whom the pages are interviews with, and where their words begin. */
  const interviews = new Map<Page, { speaker: Speaker; from: number } | null>();
  const interviewOn = (page: Page): { speaker: Speaker; from: number } | null => {
    const known = interviews.get(page);
    if (known !== undefined) return known;
    const cue = intervieweeOf(page);
    const interview = cue && { speaker: intervieweeCalled(cue, page), from: cue.span[1] };
    interviews.set(page, interview);
    return interview;
  };
  const intervieweeCalled = (cue: Cue, page: Page): Speaker => {
    const meant = antecedent(page, cue.words, cue.span[0]);
    const entity = {
      key: `name:${foldName(cue.words)}`,
      name: cue.words,
      type: 'person',
      bodies: [],
    } as const;
    return meant ? listed(meant.id, cue.words) : speakerCalled(cue.words, { ...entity, bodies: [] });
  };
  /** Whom the page is an interview with, in the words after its head. */
  const interviewed = ({ claim }: Statement, page: Page): Speaker | null => {
    const interview = interviewOn(page);
    return interview && claim.span[0] >= interview.from ? interview.speaker : null;
  };

  /** "We" within somebody's words is that somebody. */
  const innermost = ({ chain }: Statement): Speaker | null =>
    chain.findLast(({ words, entity }) => !isOwnVoice(words) || cast.names.has(entity?.key ?? '')) ??
    chain.at(-1) ??
    null;

  /** Where the reading has nobody speak. */
  const besides = (statement: Statement, page: Page): Speaker | null =>
    acting(statement, page) ??
    cued(statement, page) ??
    counting(statement, page) ??
    recounting(statement, page) ??
    interviewed(statement, page);

  const speakerOf = (statement: Statement): Speaker | null => {
    const page = pages.get(statement.documentId);
    const read = innermost(statement);
    if (!page || (read && isKnown(read, cast))) return read;
    return read ? meantBy(statement, read, page) : besides(statement, page);
  };
  return speakerOf;
};
