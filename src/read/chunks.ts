import type { Claim } from '../model/index.ts';
import { capital } from './entities/names.ts';
import type { TokenNames } from './token-names.ts';
import type { Token } from './tokens.ts';

/** A noun with what stands before it; token indexes `[from, to)`. */
export interface NounGroup {
  readonly type: 'noun';
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly kind: 'name' | 'nominal' | 'pronoun' | 'time';
  /** "the council's" in "the council's report". */
  readonly possessor: NounGroup | null;
  /** Token of an abbreviation in brackets that ends the group: "Observer Mission (OM)". */
  readonly alias?: number;
}

/** Auxiliaries, negation and a verb; token indexes `[from, to)`. */
export interface VerbGroup {
  readonly type: 'verb';
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly lemma: string;
  readonly particle: string | null;
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly perfect: boolean;
  readonly negated: boolean;
  readonly modal: string | null;
  readonly tense: Claim['tense'];
}

export interface Mark {
  readonly type: 'mark';
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly kind:
    | 'preposition'
    | 'subordinator'
    | 'relative'
    | 'coordinator'
    | 'comma'
    | 'stop'
    | 'quote'
    | 'other';
}

export type Chunk = NounGroup | VerbGroup | Mark;

const groupWords = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM']);
const possessives = new Set(['my', 'your', 'his', 'its', 'our', 'their', 'her']);
const relatives = new Set(['who', 'whom', 'which', 'whose', 'where']);
const subordinators = new Set(
  `that if whether unless because although though while when whereas since until once as after before
   so lest provided`.split(/\s+/),
);
const particles = new Set(
  'out up off down back over away in on apart together through around along by forward aside'.split(' '),
);
/** Irregular participles that differ from their past tense: alone they open a reduced clause. */
const participles = new Set(
  `given taken seen known shown written driven done gone begun broken chosen drawn eaten fallen flown
   forbidden forgotten forgiven frozen grown hidden overthrown proven risen shaken sworn spoken stolen
   thrown torn undertaken withdrawn worn born`.split(/\s+/),
);
const modals = new Set(
  "will would can could may might must shall should ought 'll ’ll 'd ca wo need".split(' '),
);
const negations = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'hardly',
  'scarcely',
  'barely',
  'nor',
  'neither',
  'no',
]);

/** Small words inside names of persons: "al", "bin", "von". */
const nameParticles: ReadonlySet<string> = new Set(
  'al el bin ibn ben abu abd ul ur de da di von van der den la le dos du'.split(' '),
);

/** Noun and verb groups and the words between them, for one sentence's tokens. */
export class Chunker {
  private readonly tokens: readonly Token[];
  private readonly end: number;
  private readonly names: TokenNames;
  private readonly timeAt: (token: number) => number;

  constructor(tokens: readonly Token[], end: number, names: TokenNames, timeAt: (token: number) => number) {
    this.tokens = tokens;
    this.end = end;
    this.names = names;
    this.timeAt = timeAt;
  }

  chunk(from: number): Chunk[] {
    const chunks: Chunk[] = [];
    let at = from;
    while (at < this.end) {
      const chunk =
        this.time(at) ??
        (this.names.at(at) ? null : this.verbGroup(at)) ??
        this.nounGroup(at) ??
        this.mark(at);
      if (chunk) chunks.push(chunk);
      at = chunk ? chunk.to : at + 1;
    }
    return chunks;
  }

  private token(at: number): Token | undefined {
    return at < this.end ? this.tokens[at] : undefined;
  }

  private time(at: number): NounGroup | null {
    const time = this.timeAt(at);
    if (time < 0) return null;
    let to = at + 1;
    while (to < this.end && this.timeAt(to) === time) to++;
    // "the February deal": the date only describes the noun that follows
    return { type: 'noun', from: at, to, head: to - 1, kind: 'time', possessor: null };
  }

  private nounGroup(from: number): NounGroup | null {
    const first = this.token(from);
    if (!first) return null;
    if (first.pos === 'PRON' && !this.isPossessive(from)) {
      if (relatives.has(first.lower)) return null;
      return { type: 'noun', from, to: from + 1, head: from, kind: 'pronoun', possessor: null };
    }
    let possessor: NounGroup | null = null;
    let at = from;
    if (this.isPossessive(from)) {
      possessor = { type: 'noun', from, to: from + 1, head: from, kind: 'pronoun', possessor: null };
      at++;
    }
    let head = -1;
    for (;;) {
      at = this.extend(at, from);
      head = this.headBefore(from, at);
      const mark = this.token(at);
      if (head < 0 || !mark || !/^(?:['’]s|['’])$/.test(mark.lower)) break;
      const owned = this.token(at + 1);
      if (
        !owned ||
        mark.start !== this.tokens[at - 1]?.end ||
        !(groupWords.has(owned.pos) || owned.pos === 'VERB')
      )
        break;
      possessor = { type: 'noun', from, to: at, head, kind: this.kindOf(head), possessor };
      at++;
    }
    if (head < 0) {
      if (at === from) return null;
      head = at - 1;
    }
    const alias = this.bracketedAlias(at);
    const group = { type: 'noun', from, head, kind: this.kindOf(head), possessor } as const;
    return alias > 0 ? { ...group, to: alias + 2, alias } : { ...group, to: at };
  }

  private bracketedAlias(at: number): number {
    const [open, name, close] = [this.token(at), this.token(at + 1), this.token(at + 2)];
    const isAlias =
      open?.text === '(' && close?.text === ')' && /^[\p{Lu}\d][\p{Lu}\d.&-]{1,9}$/u.test(name?.text ?? '');
    return isAlias ? at + 1 : -1;
  }

  private kindOf(head: number): NounGroup['kind'] {
    return this.names.at(head) ? 'name' : 'nominal';
  }

  private isPossessive(at: number): boolean {
    const token = this.token(at);
    if (!token || !possessives.has(token.lower)) return false;
    if (token.lower !== 'her') return true;
    const next = this.token(at + 1);
    return next !== undefined && groupWords.has(next.pos) && next.pos !== 'DET';
  }

  /** Runs over determiners, adjectives, nouns and names; an adjective after a noun opens a new group. */
  private extend(start: number, groupStart: number): number {
    let at = start;
    let noun = false;
    for (; at < this.end; at++) {
      const token = this.tokens[at] as Token;
      if (this.timeAt(at) >= 0) break;
      const next = this.token(at + 1);
      const name = this.names.at(at);
      if (name && name.to <= this.end) {
        if (noun && this.names.at(at - 1)?.type === 'person') break;
        at = name.to - 1;
        noun = true;
      } else if (token.pos === 'DET') {
        if (
          at > groupStart &&
          !(
            this.tokens[at - 1]?.pos === 'DET' || /^(?:all|both|half)$/.test(this.tokens[at - 1]?.lower ?? '')
          )
        )
          break;
      } else if (token.pos === 'ADJ' || token.pos === 'NUM' || token.pos === 'SYM') {
        if (noun && token.pos === 'ADJ' && !capital.test(token.text)) break;
        if (noun && token.pos === 'NUM' && this.tokens[at - 1]?.pos === 'NOUN' && !next) break;
      } else if (token.pos === 'NOUN' || token.pos === 'PROPN') noun = true;
      else if (nameParticles.has(token.lower) && next && next.pos === 'PROPN' && at + 1 < this.end)
        noun = true;
      else if (
        token.pos === 'ADV' &&
        !noun &&
        (next?.pos === 'ADJ' || next?.pos === 'NUM') &&
        at >= groupStart
      )
        continue;
      else if (
        token.pos === 'VERB' &&
        !noun &&
        at > groupStart &&
        this.tokens[at - 1]?.pos !== 'VERB' &&
        (next?.pos === 'NOUN' || next?.pos === 'ADJ')
      )
        continue;
      else if (
        token.pos === 'PUNCT' &&
        /^[‘'"“]$/.test(token.text) &&
        at > groupStart &&
        next &&
        (next.pos === 'NOUN' || next.pos === 'ADJ') &&
        !noun
      )
        continue;
      else if (token.pos === 'CCONJ' && this.joinsAdjectives(at)) continue;
      else break;
    }
    while (at > start && ['CCONJ', 'ADV', 'PUNCT'].includes(this.tokens[at - 1]?.pos ?? '')) at--;
    return at;
  }

  private joinsAdjectives(at: number): boolean {
    const [before, next, after] = [this.token(at - 1), this.token(at + 1), this.token(at + 2)];
    return before?.pos === 'ADJ' && next?.pos === 'ADJ' && (after?.pos === 'NOUN' || after?.pos === 'ADJ');
  }

  private headBefore(from: number, to: number): number {
    for (let at = to - 1; at >= from; at--) {
      const pos = this.tokens[at]?.pos;
      if (pos === 'NOUN' || pos === 'PROPN' || this.names.at(at)) return at;
    }
    for (let at = to - 1; at >= from; at--) {
      const pos = this.tokens[at]?.pos;
      if (pos === 'NUM' || pos === 'ADJ' || pos === 'DET') return at;
    }
    return -1;
  }

  private verbGroup(from: number): VerbGroup | null {
    let at = from;
    const infinitive = this.token(at)?.lower === 'to' && this.token(at)?.pos === 'PART';
    if (infinitive) at++;
    let verb = -1;
    const auxiliaries: number[] = [];
    let negated = false;
    for (; at < this.end; at++) {
      const token = this.tokens[at] as Token;
      if (token.lower === 'to' && this.token(at - 1)?.lower === 'yet') negated = true;
      if (token.pos === 'AUX') auxiliaries.push(at);
      else if (token.pos === 'VERB') {
        verb = at;
        break;
      } else if (/^[“"‘]$/.test(token.text) && auxiliaries.length > 0 && this.token(at + 1)?.pos === 'VERB')
        continue;
      else if (
        negations.has(token.lower) &&
        (token.pos === 'PART' || token.pos === 'ADV' || (auxiliaries.length > 0 && token.lower === 'neither'))
      )
        negated = true;
      else if (token.pos !== 'ADV' && !(token.pos === 'PART' && token.lower === 'to')) break;
      else if (at === from && !this.adverbOpensVerb(at)) return null;
    }
    if (verb < 0) {
      const last = auxiliaries.at(-1);
      if (last === undefined) return null;
      const afterNot = this.token(last + 1);
      const to = afterNot && negations.has(afterNot.lower) && afterNot.pos !== 'DET' ? last + 2 : last + 1;
      return this.describe(from, to, last, auxiliaries.slice(0, -1), infinitive, negated);
    }
    return this.describe(from, verb + 1, verb, auxiliaries, infinitive, negated);
  }

  /** An adverb belongs to a verb group only when the verb follows at once. */
  private adverbOpensVerb(at: number): boolean {
    for (let next = at; next < this.end && next < at + 3; next++) {
      const pos = this.tokens[next]?.pos;
      if (pos === 'VERB' || pos === 'AUX') return true;
      if (pos !== 'ADV' && pos !== 'PART') return false;
    }
    return false;
  }

  private describe(
    from: number,
    end: number,
    head: number,
    auxiliaries: readonly number[],
    infinitive: boolean,
    negated: boolean,
  ): VerbGroup {
    const verb = this.tokens[head] as Token;
    const helpers = auxiliaries.map((index) => this.tokens[index] as Token);
    const lemmas = helpers.map(({ lemma }) => lemma.toLowerCase());
    const modal = helpers.find(({ lower }) => modals.has(lower))?.lower ?? null;
    const progressive = verb.lower.endsWith('ing') && lemmas.at(-1) === 'be';
    const awaited = this.tokens[head - 1]?.lower === 'to' && helpers.length > 0;
    const passive = lemmas.at(-1) === 'be' && !awaited && !verb.lower.endsWith('ing') && verb.pos === 'VERB';
    const bareParticiple =
      helpers.length === 0 && verb.pos === 'VERB' && participles.has(verb.lower) && !infinitive;
    const gerund = helpers.length === 0 && verb.lower.endsWith('ing') && verb.pos === 'VERB' && !infinitive;
    const gerundAux = !infinitive && /^(?:being|having)$/.test(this.tokens[from]?.lower ?? '');
    const next = this.token(end);
    const particle =
      next &&
      verb.pos === 'VERB' &&
      particles.has(next.lower) &&
      this.isParticle(end) &&
      (next.pos === 'ADP' || next.pos === 'ADV')
        ? next.lower
        : null;
    return {
      type: 'verb',
      from,
      to: particle ? end + 1 : end,
      head,
      lemma: verb.lemma.toLowerCase(),
      particle,
      form: infinitive
        ? 'infinitive'
        : gerund || gerundAux
          ? 'gerund'
          : bareParticiple
            ? 'participle'
            : 'finite',
      passive: passive || bareParticiple,
      progressive,
      perfect: lemmas.includes('have'),
      negated,
      modal,
      tense: this.tense(verb, helpers, modal, infinitive || gerund || bareParticiple),
    };
  }

  /** "carried out attacks" swallows the particle; "was in the town" keeps its preposition. */
  private isParticle(at: number): boolean {
    const word = this.tokens[at]?.lower ?? '';
    return !/^(?:in|on|by|through|around|along)$/.test(word);
  }

  private tense(
    verb: Token,
    helpers: readonly Token[],
    modal: string | null,
    untensed: boolean,
  ): Claim['tense'] {
    if (modal && /^(?:will|'ll|’ll|shall|wo)$/.test(modal)) return 'future';
    if (untensed) return 'none';
    const first = helpers[0] ?? verb;
    if (/^(?:has|have|'ve|’ve)$/.test(first.lower) && helpers.length > 0) return 'perfect';
    if (/^(?:had|was|were|did|would|could|might|should)$/.test(first.lower)) return 'past';
    if (/^(?:is|are|am|has|have|does|do|'s|’s|'re|’re|'m|can|may|must)$/.test(first.lower)) return 'present';
    if (helpers.length > 0) return 'present';
    return isPastForm(verb) ? 'past' : 'present';
  }

  private mark(at: number): Mark {
    const token = this.tokens[at] as Token;
    return { type: 'mark', from: at, to: at + 1, word: token.lower, kind: this.markKind(token, at) };
  }

  private markKind(token: Token, at: number): Mark['kind'] {
    const { lower, pos } = token;
    if (/^[,;]$/.test(lower)) return 'comma';
    if (/^[.!?:—–]$/.test(lower)) return 'stop';
    if (/^["“”«»„‘’']$/.test(lower)) return 'quote';
    if (relatives.has(lower)) return 'relative';
    if (pos === 'CCONJ') return 'coordinator';
    if (subordinators.has(lower) && (pos === 'SCONJ' || lower === 'that' || lower === 'if'))
      return 'subordinator';
    if (pos === 'ADP' && /^(?:after|before|since|until|as|while)$/.test(lower) && this.opensClause(at + 1))
      return 'subordinator';
    if (pos === 'ADP' || (pos === 'SCONJ' && !subordinators.has(lower))) return 'preposition';
    if (/^(?:what|how|why|when)$/.test(lower)) return 'subordinator';
    return 'other';
  }

  /** Whether a noun and then a finite verb follow at once. */
  private opensClause(at: number): boolean {
    let seenNoun = false;
    for (let next = at; next < this.end && next < at + 6; next++) {
      const pos = this.tokens[next]?.pos ?? '';
      if (pos === 'AUX' || pos === 'VERB') return seenNoun && !this.tokens[next]?.lower.endsWith('ing');
      if (pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON') seenNoun = true;
      else if (!['DET', 'ADJ', 'NUM', 'ADV'].includes(pos)) return false;
    }
    return false;
  }
}

const irregularBase = new Set([
  'put',
  'set',
  'cut',
  'hit',
  'let',
  'cost',
  'shut',
  'split',
  'spread',
  'quit',
  'hurt',
  'cast',
  'burst',
  'read',
  'beat',
]);

/** Whether the form is a past tense: not the base, not "-s", not "-ing". */
export const isPastForm = ({ lower, lemma }: Token): boolean =>
  irregularBase.has(lower) ||
  (lower !== lemma.toLowerCase() && !/(?:ing|s)$/.test(lower)) ||
  /(?:ed)$/.test(lower);
