import { type Chunk, isPastForm, type Mark, type NounGroup, type VerbGroup } from './chunks.ts';
import { needsClause, takesComplement } from './cues.ts';
import { bodyNouns, isGroupNoun, isPersonNoun } from './entities/names.ts';
import type { Token } from './tokens.ts';

type Link =
  | 'main'
  | 'complement'
  | 'relative'
  | 'adverbial'
  | 'coordinate'
  | 'infinitive'
  | 'gerund'
  | 'participle';

interface Oblique {
  readonly preposition: string;
  readonly group: NounGroup;
  /** The noun group that it follows at once, when it may describe that rather than the verb. */
  readonly after: NounGroup | null;
}

/** A verb group with what belongs to it. Chunk indexes `[from, to)` within the sentence. */
export interface Clause {
  readonly verb: VerbGroup;
  readonly link: Link;
  readonly parent: Clause | null;
  /** The word that opens it: "if", "that", "by" …; null for none. */
  readonly opener: string | null;
  readonly subject: NounGroup | null;
  /** For a relative clause, the noun group that it describes. */
  readonly antecedent: NounGroup | null;
  readonly objects: NounGroup[];
  readonly obliques: Oblique[];
  readonly times: NounGroup[];
  /** First token, and the token after the last. */
  from: number;
  to: number;
}

export interface SentenceSyntax {
  readonly chunks: readonly Chunk[];
  readonly clauses: readonly Clause[];
  readonly prepositionOf: ReadonlyMap<NounGroup, string>;
  readonly coordinated: ReadonlyMap<NounGroup, readonly NounGroup[]>;
  /** From a describing noun group to the one that it stands beside. */
  readonly appositionOf: ReadonlyMap<NounGroup, NounGroup>;
}

const objectPronouns = new Set(['him', 'them', 'me', 'us', 'himself', 'themselves', 'itself', 'herself']);
const raising = new Set([
  'order',
  'ask',
  'allow',
  'tell',
  'urge',
  'permit',
  'force',
  'press',
  'want',
  'help',
  'persuade',
  'call',
  'expect',
  'require',
  'enable',
  'instruct',
  'invite',
  'warn',
  'encourage',
  'accuse',
  'prevent',
  'stop',
  'see',
  'find',
  'keep',
  'pressure',
  'compel',
  'get',
  'believe',
  'direct',
  'authorise',
  'authorize',
  'push',
  'send',
  'deploy',
  'leave',
  'cause',
]);

/** Builds clauses from the chunks of one sentence, left to right. */
class ClauseBuilder {
  private readonly tokens: readonly Token[];
  private readonly chunks: readonly Chunk[];
  private readonly clauses: Clause[] = [];
  private readonly prepositionOf = new Map<NounGroup, string>();
  private readonly coordinated = new Map<NounGroup, readonly NounGroup[]>();
  private readonly appositionOf = new Map<NounGroup, NounGroup>();

  constructor(tokens: readonly Token[], chunks: readonly Chunk[]) {
    this.tokens = tokens;
    this.chunks = chunks;
  }

  build(): SentenceSyntax {
    this.attachPrepositions();
    this.findCoordinations();
    this.findAppositions();
    const verbs = this.chunks.flatMap((chunk, index) => (chunk.type === 'verb' ? [index] : []));
    const starts: number[] = [];
    for (const index of verbs) {
      const start = this.addClause(index);
      starts.push(start);
    }
    verbs.forEach((index, order) => {
      this.fill(order, index, starts, verbs);
    });
    return {
      chunks: this.chunks,
      clauses: this.clauses,
      prepositionOf: this.prepositionOf,
      coordinated: this.coordinated,
      appositionOf: this.appositionOf,
    };
  }

  private attachPrepositions(): void {
    this.chunks.forEach((chunk, index) => {
      const before = this.chunks[index - 1];
      if (chunk.type === 'noun' && before?.type === 'mark' && before.kind === 'preposition')
        this.prepositionOf.set(chunk, before.word);
    });
  }

  private isMark(index: number, ...kinds: Mark['kind'][]): boolean {
    const chunk = this.chunks[index];
    return chunk?.type === 'mark' && kinds.includes(chunk.kind);
  }

  /** Noun groups joined by "and" and commas, unless the last opens a clause of its own. */
  private findCoordinations(): void {
    this.chunks.forEach((chunk, index) => {
      if (!(chunk.type === 'mark' && chunk.kind === 'coordinator' && /^(?:and|or|&|nor)$/.test(chunk.word)))
        return;
      const next = this.chunks[index + 1];
      if (next?.type !== 'noun' || next.kind === 'time') return;
      const members: NounGroup[] = [next];
      let at = index - 1;
      while (at >= 0) {
        if (this.isMark(at, 'comma')) at--;
        const member = this.chunks[at];
        if (member?.type !== 'noun' || member.kind === 'time') break;
        members.unshift(member);
        if (!this.isMark(at - 1, 'comma')) break;
        at--;
      }
      if (members.length < 2) return;
      const after = this.chunks[index + 2];
      const first = this.chunks.indexOf(members[0] as NounGroup);
      const inObject = this.chunks.slice(0, first).some(({ type }) => type === 'verb');
      if (
        after?.type === 'verb' &&
        after.form === 'finite' &&
        inObject &&
        !this.isMark(first - 1, 'subordinator', 'stop', 'quote') &&
        !this.isComplementVerb(first - 1)
      )
        return;
      const preposition = this.prepositionOf.get(members[0] as NounGroup);
      for (const member of members) {
        this.coordinated.set(member, members);
        if (preposition) this.prepositionOf.set(member, preposition);
      }
    });
  }

  private isComplementVerb(index: number): boolean {
    const chunk = this.chunks[index];
    return chunk?.type === 'verb' && takesComplement(chunk.lemma);
  }

  /** "Name, a description," and "description, Name,". */
  private findAppositions(): void {
    this.chunks.forEach((chunk, index) => {
      if (chunk.type !== 'noun' || chunk.kind === 'time' || chunk.kind === 'pronoun') return;
      if (!this.isMark(index + 1, 'comma')) return;
      const next = this.chunks[index + 2];
      if (next?.type !== 'noun' || next.kind === 'time' || next.kind === 'pronoun') return;
      if (this.coordinated.get(chunk)?.includes(next) || this.opensMainClause(chunk, index + 2)) return;
      const [nameFirst, nameLast] = [chunk.kind === 'name', next.kind === 'name'];
      const opens = this.tokens[next.from]?.pos ?? '';
      if (
        nameFirst &&
        next.kind === 'nominal' &&
        (opens === 'DET' || opens === 'ADJ' || opens === 'NOUN' || opens === 'PROPN' || next.possessor)
      )
        this.appositionOf.set(next, chunk);
      else if (!nameFirst && nameLast && this.isPersonOrBody(chunk)) this.appositionOf.set(next, chunk);
    });
  }

  /** "according to Anna Berg, the port was closed": a subject after a phrase is no description. */
  private opensMainClause(host: NounGroup, index: number): boolean {
    const isFirst = !this.chunks.slice(0, index).some(({ type }) => type === 'verb');
    return isFirst && this.prepositionOf.has(host) && this.chunks[index + 1]?.type === 'verb';
  }

  private isPersonOrBody({ head }: NounGroup): boolean {
    const token = this.tokens[head];
    return (
      token !== undefined &&
      (isPersonNoun(token.lemma) || isGroupNoun(token.lower) || bodyNouns.has(token.lower))
    );
  }

  private addClause(index: number): number {
    const verb = this.chunks[index] as VerbGroup;
    const shape = this.shape(verb, index);
    const clause: Clause = {
      verb: shape.verb ?? verb,
      link: shape.link,
      parent: shape.parent,
      opener: shape.opener,
      subject: shape.subject,
      antecedent: shape.antecedent ?? null,
      objects: [],
      obliques: [],
      times: [],
      from: this.chunks[shape.start]?.from ?? verb.from,
      to: verb.to,
    };
    this.clauses.push(clause);
    return shape.start;
  }

  private shape(verb: VerbGroup, index: number): Shape {
    const before = this.beforeVerb(index);
    const previous = this.clauses.at(-1) ?? null;
    if (verb.form === 'infinitive') return this.infinitive(index, before, previous);
    if (verb.form === 'gerund') return this.gerund(index, before, previous);
    const chunk = this.chunks[before];
    if (chunk?.type === 'mark' && (chunk.kind === 'relative' || chunk.word === 'that')) {
      const antecedent = this.nounBefore(before - 1);
      if (antecedent) {
        return {
          link: 'relative',
          parent: previous,
          opener: chunk.word,
          subject: antecedent,
          antecedent,
          start: before,
        };
      }
    }
    if (chunk?.type === 'mark' && chunk.kind === 'coordinator' && previous)
      return this.coordinate(verb, before, previous);
    if (verb.form === 'participle') return this.reduced(index, before, previous);
    const subjectAt = this.subjectBefore(before);
    if (subjectAt < 0) {
      if (chunk?.type === 'noun' && this.couldBeParticiple(verb))
        return this.reduced(index, before, previous);
      const list =
        previous && this.isMark(index - 1, 'comma') ? this.coordinate(verb, index, previous) : null;
      return (
        list ?? {
          link: previous ? 'adverbial' : 'main',
          parent: previous,
          opener: null,
          subject: null,
          start: index,
        }
      );
    }
    if (this.readsAsReduced(verb, index, subjectAt)) return this.reduced(index, before, previous);
    return this.finite(subjectAt, previous);
  }

  /** The chunk before the verb, over adverbs and closing commas of an inserted phrase. */
  private beforeVerb(index: number): number {
    let at = index - 1;
    while (at >= 0 && this.isMark(at, 'other', 'quote')) at--;
    return at;
  }

  private nounBefore(index: number): NounGroup | null {
    let at = index;
    while (at >= 0 && this.isMark(at, 'comma', 'quote', 'preposition')) at--;
    const chunk = this.chunks[at];
    return chunk?.type === 'noun' && chunk.kind !== 'time' ? chunk : null;
  }

  private infinitive(index: number, before: number, previous: Clause | null): Shape {
    const chunk = this.chunks[before];
    const verb = this.chunks[index] as VerbGroup;
    const parent =
      previous && this.isMark(before, 'coordinator') && previous.link === 'infinitive'
        ? previous.parent
        : previous;
    let subject = parent?.subject ?? null;
    if (chunk?.type === 'noun' && chunk.kind !== 'time') {
      const governed =
        parent && (raising.has(parent.verb.lemma) || verb.passive || this.prepositionOf.get(chunk) === 'for');
      if (governed && !parent?.verb.passive) subject = chunk;
    }
    return { link: 'infinitive', parent, opener: 'to', subject, start: index };
  }

  private gerund(index: number, before: number, previous: Clause | null): Shape {
    const chunk = this.chunks[before];
    if (chunk?.type === 'mark' && chunk.kind === 'coordinator' && previous) {
      if (previous.verb.progressive || previous.link === 'gerund')
        return this.coordinate(this.chunks[index] as VerbGroup, before, previous);
      return { link: 'gerund', parent: previous, opener: 'and', subject: previous.subject, start: index };
    }
    if (chunk?.type === 'mark' && chunk.kind === 'preposition') {
      const object =
        previous && raising.has(previous.verb.lemma) && !previous.verb.passive
          ? this.nounBefore(before - 1)
          : null;
      return {
        link: 'gerund',
        parent: previous,
        opener: chunk.word,
        subject: object ?? previous?.subject ?? null,
        start: index,
      };
    }
    if (chunk?.type === 'noun' && chunk.kind !== 'time' && !(previous && this.isMark(index - 1, 'comma')))
      return {
        link: 'participle',
        parent: previous,
        opener: null,
        subject: chunk,
        antecedent: chunk,
        start: before,
      };
    let host = previous;
    while (host?.parent && host.verb.form !== 'finite') host = host.parent;
    return { link: 'gerund', parent: host, opener: null, subject: host?.subject ?? null, start: index };
  }

  private coordinate(joined: VerbGroup, before: number, previous: Clause): Shape {
    const mark = this.chunks[before];
    const verb = mark?.type === 'mark' && mark.word === 'nor' ? { ...joined, negated: true } : joined;
    const host = this.coordinationHost(verb, previous);
    const carried: VerbGroup =
      verb.form === 'gerund' && host.verb.progressive
        ? {
            ...verb,
            form: 'finite',
            progressive: true,
            tense: host.verb.tense,
            modal: host.verb.modal,
            negated: verb.negated || host.verb.negated,
          }
        : verb.modal === null && host.verb.modal && !isPastForm(this.tokens[verb.head] as Token)
          ? { ...verb, modal: host.verb.modal, tense: host.verb.tense }
          : verb.tense === 'past' && host.verb.tense === 'perfect'
            ? { ...verb, tense: 'perfect', passive: verb.passive || host.verb.passive }
            : verb;
    return {
      verb: carried,
      link: 'coordinate',
      parent: host,
      opener: host.opener,
      subject: host.subject,
      antecedent: host.antecedent,
      start: before,
    };
  }

  /** A finite verb joins the nearest clause of its own form. */
  private coordinationHost(verb: VerbGroup, previous: Clause): Clause {
    let host: Clause = previous;
    while (host.parent && verb.form === 'finite' && host.verb.form !== 'finite') host = host.parent;
    if (verb.form !== 'finite') return host;
    const tensed = verb.tense === 'past' && !verb.modal;
    for (let up: Clause | null = host; up; up = up.parent)
      if (tensed && takesComplement(up.verb.lemma) && takesComplement(verb.lemma)) return up;
    return host;
  }

  private couldBeParticiple(verb: VerbGroup): boolean {
    const head = this.tokens[verb.head] as Token;
    return verb.head === verb.from && head.pos === 'VERB' && isPastForm(head);
  }

  /** "the convoy attacked by rebels was …", "a member believed to be …": past forms without a helper. */
  private readsAsReduced(verb: VerbGroup, index: number, subjectAt: number): boolean {
    if (!this.couldBeParticiple(verb) || subjectAt < 0) return false;
    const subject = this.chunks[subjectAt];
    if (subject?.type !== 'noun') return false;
    const next = this.chunks[index + 1];
    const byAgent = next?.type === 'mark' && next.word === 'by';
    if (this.isMark(index - 1, 'comma')) return byAgent;
    const toInfinitive =
      next?.type === 'verb' &&
      next.form === 'infinitive' &&
      /^(?:believe|say|think|know|suppose|suspect|report|allege)$/.test(verb.lemma);
    const host = this.appositionOf.get(subject);
    return (
      byAgent ||
      toInfinitive ||
      (subject.kind !== 'name' && host !== undefined && this.prepositionOf.has(host))
    );
  }

  private reduced(index: number, before: number, previous: Clause | null): Shape {
    const verb = this.chunks[index] as VerbGroup;
    const antecedent = this.nounBefore(before);
    return {
      verb: { ...verb, form: 'participle', passive: true, tense: 'none' },
      link: 'participle',
      parent: previous,
      opener: null,
      subject: antecedent,
      antecedent,
      start: index,
    };
  }

  /** The chunk that is the subject of the finite verb at `index`, or −1. */
  private subjectBefore(before: number): number {
    let skippedClause: Clause | null = null;
    for (let at = before; at >= 0; at--) {
      const chunk = this.chunks[at] as Chunk;
      if (chunk.type === 'verb') {
        const clause = this.clauses.find(({ verb }) => verb.from === chunk.from);
        if (clause && (clause.link === 'relative' || clause.link === 'participle') && clause.antecedent) {
          skippedClause = clause;
          continue;
        }
        if (clause?.link === 'infinitive' || clause?.link === 'gerund') continue;
        return -1;
      }
      if (chunk.type === 'mark') {
        if (chunk.kind === 'stop') return -1;
        if (chunk.kind === 'subordinator' && !skippedClause) return -1;
        continue;
      }
      if (skippedClause && chunk !== skippedClause.antecedent) continue;
      skippedClause = null;
      if (chunk.kind === 'time' || this.prepositionOf.has(chunk)) continue;
      if (chunk.kind === 'pronoun' && objectPronouns.has(this.tokens[chunk.head]?.lower ?? '')) continue;
      if (this.isObject(at)) continue;
      const host = this.appositionOf.get(chunk);
      const list = this.coordinated.get(chunk)?.[0];
      return this.chunks.indexOf(
        host && this.chunks.indexOf(host) < at && !this.prepositionOf.has(host) ? host : (list ?? chunk),
      );
    }
    return -1;
  }

  /** An object of an earlier verb cannot be the subject, unless that verb takes a whole clause. */
  private isObject(at: number): boolean {
    let back = at - 1;
    const isPlainNoun = (index: number): boolean => {
      const chunk = this.chunks[index];
      return chunk?.type === 'noun' && chunk.kind !== 'time' && !this.prepositionOf.has(chunk);
    };
    const list = this.coordinated.get(this.chunks[at] as NounGroup)?.[0];
    if (list) back = this.chunks.indexOf(list) - 1;
    while (back >= 0 && (this.isMark(back, 'other', 'quote') || isPlainNoun(back))) back--;
    const chunk = this.chunks[back];
    return chunk?.type === 'verb' && !takesComplement(chunk.lemma);
  }

  private finite(subjectAt: number, previous: Clause | null): Shape {
    const subject = this.chunks[subjectAt] as NounGroup;
    let opener = subjectAt - 1;
    while (opener >= 0 && (this.isMark(opener, 'other', 'quote') || this.isTimePhrase(opener))) opener--;
    const mark = this.chunks[opener];
    const base = { subject, start: subjectAt } as const;
    if (mark?.type === 'mark' && (mark.kind === 'subordinator' || mark.kind === 'relative')) {
      if (mark.word === 'that' || mark.kind === 'relative' || /^(?:whether|what|how|why)$/.test(mark.word))
        return this.thatClause(mark, opener, base, previous);
      return { ...base, link: 'adverbial', parent: previous, opener: mark.word, start: opener };
    }
    if (mark?.type === 'verb') {
      const parent = this.clauses.find(({ verb }) => verb.from === mark.from) ?? null;
      return { ...base, link: 'complement', parent, opener: null };
    }
    if (mark?.type === 'noun' && previous === null && mark.kind !== 'time' && subjectAt === opener + 1)
      return { ...base, link: 'relative', parent: null, opener: null, antecedent: mark };
    if (mark?.type === 'noun' && mark.kind !== 'time' && subjectAt === opener + 1) {
      if (previous && takesComplement(previous.verb.lemma))
        return { ...base, link: 'complement', parent: previous, opener: null };
      return { ...base, link: 'relative', parent: previous, opener: null, antecedent: mark };
    }
    if (mark?.type === 'mark' && mark.kind === 'coordinator' && previous) {
      return { ...base, link: 'coordinate', parent: previous, opener: previous.opener };
    }
    const start = this.leadIn(subjectAt);
    return { link: 'main', parent: null, opener: null, subject, start };
  }

  private isTimePhrase(index: number): boolean {
    const chunk = this.chunks[index];
    return chunk?.type === 'noun' && chunk.kind === 'time';
  }

  private thatClause(
    mark: Mark,
    opener: number,
    base: { readonly subject: NounGroup; readonly start: number },
    previous: Clause | null,
  ): Shape {
    const before = this.chunks[opener - 1];
    for (let clause: Clause | null = previous; clause; clause = clause.parent ?? this.clauseBefore(clause))
      if (
        takesComplement(clause.verb.lemma) &&
        mark.kind !== 'relative' &&
        !this.hasOtherObject(clause, opener)
      )
        return { ...base, link: 'complement', parent: clause, opener: mark.word, start: opener };
    if (before?.type === 'noun' && (mark.kind === 'relative' || mark.word === 'that'))
      return {
        ...base,
        link: 'relative',
        parent: previous,
        opener: mark.word,
        antecedent: before,
        start: opener,
      };
    return { ...base, link: 'complement', parent: previous, opener: mark.word, start: opener };
  }

  /** "found the man in a village that …": with an object, such a verb takes no clause besides. */
  private hasOtherObject({ verb }: Clause, mark: number): boolean {
    const at = this.chunks.findIndex((chunk) => chunk.type === 'verb' && chunk.from === verb.from);
    const object = this.chunks[at + 1];
    return needsClause.has(verb.lemma) && object?.type === 'noun' && object.kind !== 'time' && at + 2 < mark;
  }

  private clauseBefore(clause: Clause): Clause | null {
    const index = this.clauses.indexOf(clause);
    return index > 0 ? (this.clauses[index - 1] ?? null) : null;
  }

  /** Phrases before the subject belong to the clause: "A week ago, in the capital, the council …". */
  private leadIn(subjectAt: number): number {
    let start = subjectAt;
    let afterComma = subjectAt;
    for (; start > 0; start--) {
      const chunk = this.chunks[start - 1] as Chunk;
      if (chunk.type === 'verb') return afterComma;
      if (chunk.type === 'mark' && /^(?:stop|subordinator|relative)$/.test(chunk.kind)) break;
      if (chunk.type === 'mark' && chunk.kind === 'comma') afterComma = start;
    }
    return start;
  }

  /** Objects and phrases between this verb and the next clause, and those that lead in. */
  private fill(order: number, index: number, starts: readonly number[], verbs: readonly number[]): void {
    const clause = this.clauses[order] as Clause;
    const following = starts[order + 1] ?? this.chunks.length;
    const nextStart = following > index ? following : (verbs[order + 1] ?? this.chunks.length);
    const start = starts[order] ?? index;
    let lastNoun: NounGroup | null = null;
    let plain = true;
    const take = (at: number, afterVerb: boolean): void => {
      const chunk = this.chunks[at] as Chunk;
      if (chunk.type !== 'noun') {
        if (chunk.type === 'mark' && chunk.kind === 'comma') lastNoun = null;
        if (chunk.type === 'mark' && chunk.kind === 'preposition') plain = false;
        return;
      }
      const preposition = this.prepositionOf.get(chunk);
      if (chunk.kind === 'time') clause.times.push(chunk);
      else if (preposition) clause.obliques.push({ preposition, group: chunk, after: lastNoun });
      else if (
        afterVerb &&
        !this.appositionOf.has(chunk) &&
        (plain || this.coordinated.get(chunk)?.some((member) => clause.objects.includes(member))) &&
        chunk !== clause.subject
      )
        clause.objects.push(chunk);
      else if (this.coordinated.has(chunk)) {
        const first = clause.obliques.find(({ group }) => this.coordinated.get(chunk)?.includes(group));
        if (first) clause.obliques.push({ preposition: first.preposition, group: chunk, after: null });
      }
      lastNoun = chunk;
    };
    for (let at = start; at < index; at++) if (this.chunks[at] !== clause.subject) take(at, false);
    lastNoun = null;
    plain = true;
    for (let at = index + 1; at < nextStart && !this.isMark(at, 'stop'); at++)
      if (!verbs.includes(at)) take(at, true);
    clause.to = Math.max(clause.to, this.lastToken(index, nextStart));
  }

  private lastToken(index: number, end: number): number {
    let at = end - 1;
    while (at > index && this.chunks[at]?.type === 'mark') at--;
    return this.chunks[at]?.to ?? 0;
  }
}

interface Shape {
  readonly verb?: VerbGroup;
  readonly link: Link;
  readonly parent: Clause | null;
  readonly opener: string | null;
  readonly subject: NounGroup | null;
  readonly antecedent?: NounGroup | null;
  readonly start: number;
}

/** The clauses of one sentence. */
export const buildClauses = (tokens: readonly Token[], chunks: readonly Chunk[]): SentenceSyntax =>
  new ClauseBuilder(tokens, chunks).build();
