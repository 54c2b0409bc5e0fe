import { type Attribution, contains, overlaps, type Span } from '../model/index.ts';
import type { Chunk, NounGroup } from './chunks.ts';
import type { Clause, SentenceSyntax } from './clauses.ts';
import type { Referents } from './coreference.ts';
import {
  type Cue,
  cueNouns,
  cueVerbs,
  hearsayAdverbs,
  needsClause,
  publications,
  publishingVerbs,
} from './cues.ts';
import { complementOf } from './descriptions.ts';
import type { Draft } from './entities.ts';
import { isOutlet } from './names.ts';
import type { Quotation } from './quotations.ts';
import type { SentenceTokens } from './sentences.ts';
import type { Token } from './tokens.ts';

/** One sentence with its grammar and the quotations that touch it. */
export interface SentenceReading extends SentenceTokens {
  readonly syntax: SentenceSyntax;
  readonly quotations: readonly Quotation[];
}

/** An attribution with the cue's meaning, which claims need. */
export interface FoundAttribution {
  readonly attribution: Attribution;
  readonly cue: Cue;
  readonly clause: Clause | null;
}

interface Draught {
  readonly cue: Cue;
  readonly clause: Clause | null;
  readonly source: readonly Span[];
  readonly cueSpans: readonly Span[];
  readonly content: readonly Span[];
  readonly speaker: Draft | null;
  readonly group: Draft | null;
  readonly relays: readonly Draft[];
}

const heardOf: Cue = { kind: 'says', commitment: 2 };
const plain: Cue = { kind: 'says', commitment: 3 };
const passiveHearsay = new Set(['say', 'report', 'allege', 'claim', 'rumour', 'rumor']);
const speaking = new Set(['speak', 'talk', 'interview', 'meet']);
const infinitiveContent = new Set([
  'promise',
  'pledge',
  'vow',
  'swear',
  'threaten',
  'claim',
  'offer',
  'undertake',
  'commit',
  'guarantee',
  'hope',
  'intend',
  'plan',
  'want',
  'wish',
]);
const nounContent =
  /^(?:deny|reject|dismiss|claim|announce|confirm|allege|report|reveal|acknowledge|admit|condemn|denounce|predict|fear|refute|dispute|promise|pledge|demand|suspect|describe|cite|question|criticise|criticize|explain|welcome|disclose|estimate)$/;
const inverting =
  /^(?:say|add|report|announce|claim|ask|note|warn|write|insist|explain|argue|reply|declare|acknowledge|continue|conclude|recall|state|tweet|assert|allege|observe)$/;
const gerundContent =
  /^(?:deny|admit|report|accuse|suspect|blame|recall|acknowledge|consider|mention|charge|describe|suggest|propose|recommend|condemn|denounce|criticise|criticize|claim|confess)$/;

/** Finds the attributions of a document, sentence by sentence. */
export class AttributionFinder {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly referents: Referents;
  private readonly draughts: Draught[] = [];
  /** Outlets a person was heard through, while the text stays with that person. */
  private readonly heardThrough = new Map<
    Draft,
    { readonly relays: readonly Draft[]; readonly sentence: number }
  >();
  private lastSpoken: { readonly draught: Draught; readonly sentence: number } | null = null;

  constructor(text: string, tokens: readonly Token[], referents: Referents) {
    this.text = text;
    this.tokens = tokens;
    this.referents = referents;
  }

  read(sentence: SentenceReading, index: number): void {
    const found: Draught[] = [];
    for (const clause of sentence.syntax.clauses) {
      this.rememberInterview(clause, index);
      const draught = this.ofClause(clause, sentence, index);
      if (draught) found.push(draught);
    }
    found.push(...this.accordingTo(sentence, index), ...this.ofNouns(sentence), ...this.hearsay(sentence));
    const spoken = found.filter(({ source, content }) => source.length + content.length > 0);
    this.draughts.push(...spoken);
    const isOutside = (span: Span): boolean =>
      !sentence.quotations.some((quotation) => contains(quotation.span, span));
    const outside = spoken.filter(({ cueSpans }) => cueSpans.every(isOutside));
    const quoting = outside.find(({ speaker, cue }) => speaker && cue.kind !== 'publishes');
    if (quoting) this.lastSpoken = { draught: quoting, sentence: index };
    else if (outside.length === 0) this.standAlone(sentence, index);
  }

  /** All attributions in text order, nested. */
  finish(): FoundAttribution[] {
    const ordered = this.draughts
      .map((draught) => ({ draught, at: startOf(draught) }))
      .sort((a, b) => a.at - b.at)
      .map(({ draught }) => draught);
    const parents = nest(ordered);
    return ordered.map((draught, index) => {
      const relays = withOutletsAbove(draught, index, ordered, parents);
      const parent = parents[index] ?? -1;
      return {
        cue: draught.cue,
        clause: draught.clause,
        attribution: {
          id: `a${index + 1}`,
          source: [...draught.source],
          cue: [...draught.cueSpans],
          content: [...draught.content],
          kind: draught.cue.kind,
          speaker: draught.speaker?.id ?? null,
          group: draught.group?.id ?? null,
          relay: relays[0]?.id ?? null,
          relays: relays.map(({ id }) => id),
          parent: parent >= 0 ? `a${parent + 1}` : null,
        },
      };
    });
  }

  // ---- one clause

  private ofClause(clause: Clause, sentence: SentenceReading, index: number): Draught | null {
    const { lemma, passive } = clause.verb;
    const published = this.publication(clause, sentence);
    if (published) return published;
    const cue = cueVerbs.get(lemma);
    if (!cue) return null;
    if (
      insideQuotationOnly(clause, sentence, this.tokens) &&
      cue.kind !== 'promises' &&
      cue.kind !== 'denies' &&
      !childOf(clause, sentence)
    )
      return null;
    if (passive) return this.passiveCue(clause, cue, sentence);
    const speakerGroup = this.speakerGroup(clause, sentence);
    if (!speakerGroup) return null;
    const content = this.content(clause, speakerGroup, sentence);
    if (!content.length) return null;
    return this.draught(clause, cue, speakerGroup, content, sentence, index);
  }

  private draught(
    clause: Clause,
    cue: Cue,
    source: NounGroup,
    content: readonly Span[],
    sentence: SentenceReading,
    index: number,
  ): Draught {
    const { speaker, group } = this.speakerOf(source, sentence.syntax);
    const relays = this.relaysOf(clause, speaker, index);
    return {
      cue: this.hedged(cue, clause),
      clause,
      source: [this.sourceSpan(source, sentence.syntax)],
      cueSpans: [this.verbSpan(clause)],
      content,
      speaker,
      group,
      relays,
    };
  }

  /** "may believe", "did not say": the speaker's own commitment sinks. */
  private hedged(cue: Cue, { verb }: Clause): Cue {
    if (verb.negated && cue.kind === 'believes') return { ...cue, commitment: 0 };
    return cue;
  }

  private verbSpan({ verb }: Clause): Span {
    return [this.tokens[verb.from]?.start ?? 0, this.tokens[verb.to - 1]?.end ?? 0];
  }

  /** The subject, or after an inversion ("…,” said the envoy") the group that follows. */
  private speakerGroup(clause: Clause, { syntax }: SentenceReading): NounGroup | null {
    const at = syntax.chunks.findIndex((chunk) => chunk.type === 'verb' && chunk.from === clause.verb.from);
    const [before, after] = [syntax.chunks[at - 1], syntax.chunks[at + 1]];
    const follows =
      before?.type === 'mark' &&
      /^(?:comma|quote|stop)$/.test(before.kind) &&
      after?.type === 'noun' &&
      after.kind !== 'time';
    const isFree =
      !clause.subject || clause.link === 'coordinate' || clause.subject.to < clause.verb.from - 1;
    if (follows && isFree && inverting.test(clause.verb.lemma) && !hasComplement(clause, syntax))
      return after;
    return clause.subject;
  }

  // ---- content

  private content(clause: Clause, speaker: NounGroup, sentence: SentenceReading): Span[] {
    const { lemma } = clause.verb;
    const quoted = this.quotedContent(clause, sentence);
    const child = childOf(clause, sentence);
    if (child?.link === 'complement')
      return this.withQuotes([this.fromClause(child, clause, sentence)], quoted);
    if (quoted.length) return quoted;
    if (child?.link === 'infinitive' && infinitiveContent.has(lemma))
      return [this.fromClause(child, clause, sentence)];
    if (child?.link === 'gerund' && gerundContent.test(lemma))
      return [this.fromClause(child, clause, sentence)];
    const before = this.contentBefore(clause, speaker, sentence);
    if (before.length) return before;
    if (needsClause.has(lemma) && !nounContent.test(lemma)) return [];
    if (
      nounContent.test(lemma) &&
      clause.objects.length &&
      !(needsClause.has(lemma) && !/^(?:condemn|denounce|describe|criticise|criticize|explain)$/.test(lemma))
    )
      return [this.objectContent(clause)];
    return [];
  }

  private objectContent(clause: Clause): Span {
    const first = clause.objects[0] as NounGroup;
    return [this.tokens[first.from]?.start ?? 0, this.tokens[Math.max(first.to, clause.to) - 1]?.end ?? 0];
  }

  private fromClause(child: Clause, cue: Clause, sentence: SentenceReading): Span {
    const start = this.tokens[child.from]?.start ?? 0;
    return [start, Math.max(this.contentEnd(child, cue, sentence), start)];
  }

  /** To the sentence's end, or to where a clause joined to the cue itself begins. */
  private contentEnd(child: Clause, cue: Clause, sentence: SentenceReading): number {
    const joined = sentence.syntax.clauses.find(
      (other) =>
        other.from > child.from &&
        other.link === 'coordinate' &&
        other.parent === cue &&
        other.from > child.verb.to - 1,
    );
    if (joined) return this.endBefore(joined.from, child.to);
    const aside = sentence.syntax.clauses.find(
      (other) =>
        other !== child && other.from > child.from && cueVerbs.has(other.verb.lemma) && other.link === 'main',
    );
    if (aside) return this.endBefore(aside.from, child.to);
    return this.sentenceEnd(sentence);
  }

  /** The end of the last word before token `at`, without the comma or conjunction there. */
  private endBefore(at: number, least: number): number {
    let last = at - 1;
    while (last >= least && /^(?:,|;|and|but|or)$/.test(this.tokens[last]?.lower ?? '')) last--;
    return this.tokens[Math.max(last, least - 1)]?.end ?? 0;
  }

  /** Without the final stop, unless it stands inside a closing quotation mark. */
  private sentenceEnd({ from, to }: SentenceTokens): number {
    let last = to - 1;
    while (last > from && /^[.!?…]+$/.test(this.tokens[last]?.text ?? '')) last--;
    return this.tokens[last]?.end ?? 0;
  }

  private quotedContent(clause: Clause, sentence: SentenceReading): Span[] {
    const verb = this.verbSpan(clause);
    const outside = sentence.quotations.filter(({ span }) => !contains(span, verb) && span[1] - span[0] > 20);
    const full = outside.filter(({ span }) => this.isSpeech(span, clause, sentence));
    return full.map(({ span }) => span);
  }

  /** A quotation set off by a comma, colon or the sentence's edge; a quoted phrase belongs to its clause. */
  private isSpeech(span: Span, clause: Clause, sentence: SentenceReading): boolean {
    const before = this.text.slice(Math.max(0, span[0] - 3), span[0]).trimEnd();
    const opensSentence = span[0] <= sentence.span[0];
    const verbEnd = this.tokens[clause.verb.to - 1]?.end ?? 0;
    const follows = span[0] > verbEnd && span[0] - verbEnd < 3;
    return opensSentence || follows || /[,:]$/.test(before);
  }

  private withQuotes(spans: readonly Span[], quoted: readonly Span[]): Span[] {
    const separate = quoted.filter((quote) => !spans.some((span) => overlaps(span, quote)));
    return [...separate, ...spans].sort((a, b) => a[0] - b[0]);
  }

  /** "The road was closed, officials said": everything before the comma. */
  private contentBefore(clause: Clause, speaker: NounGroup, sentence: SentenceReading): Span[] {
    if (clause.link === 'relative' || clause.link === 'infinitive' || clause.link === 'participle') return [];
    const edge = Math.min(clause.verb.from, speaker.from);
    const comma = this.tokens[edge - 1];
    if (!comma || !/^[,—–”"]$/.test(comma.text) || edge - 1 <= sentence.from) return [];
    const inner = sentence.syntax.clauses.some(({ verb }) => verb.from < edge);
    if (!inner && !inverting.test(clause.verb.lemma)) return [];
    const start = this.tokens[sentence.from]?.start ?? 0;
    const content: Span[] = [[start, this.tokens[edge - 2]?.end ?? start]];
    const end = Math.max(clause.verb.to, speaker.to);
    const next = this.tokens[end];
    if (
      next?.text === ',' &&
      this.tokens[end + 1]?.lower !== 'according' &&
      sentence.to - end > 3 &&
      end < sentence.to
    )
      content.push([this.tokens[end + 1]?.start ?? next.end, this.sentenceEnd(sentence)]);
    return content.filter(([from, to]) => from < to);
  }

  // ---- passives and publications

  /** "is believed to …", "was said to …", "was accused by the mission of …". */
  private passiveCue(clause: Clause, cue: Cue, sentence: SentenceReading): Draught | null {
    const child = childOf(clause, sentence);
    const by = clause.obliques.find(({ preposition }) => preposition === 'by')?.group ?? null;
    const circles = clause.obliques.find(
      ({ preposition, group }) =>
        /^(?:in|among)$/.test(preposition) &&
        /^(?:circle|quarter)s?$/.test(this.tokens[group.head]?.lower ?? ''),
    )?.group;
    const content: Span[] = [];
    if (child?.link === 'infinitive' || child?.link === 'complement') {
      if (child.link === 'infinitive' && clause.subject)
        content.push(this.sourceSpan(clause.subject, sentence.syntax));
      content.push(this.fromClause(child, clause, sentence));
    } else if (child?.link === 'gerund') content.push(this.fromClause(child, clause, sentence));
    else {
      const as = clause.obliques.find(({ preposition }) => preposition === 'to' || preposition === 'as');
      if (as && !circles) return null;
      if (as)
        content.push([this.tokens[as.group.from - 1]?.start ?? 0, this.tokens[clause.to - 1]?.end ?? 0]);
    }
    if (!content.length) return null;
    const source = by ?? circles ?? null;
    const told = clause.verb.lemma === 'tell' || clause.verb.lemma === 'inform';
    if (told && !by) return null;
    const { speaker, group } = source
      ? this.speakerOf(source, sentence.syntax)
      : { speaker: null, group: null };
    const believed: Cue = passiveHearsay.has(clause.verb.lemma) && !by ? heardOf : cue;
    return {
      cue: circles ? { ...believed, commitment: Math.min(1, believed.commitment) } : believed,
      clause,
      source: source ? [this.sourceSpan(source, sentence.syntax)] : [],
      cueSpans: [this.verbSpan(clause)],
      content,
      speaker,
      group,
      relays: [],
    };
  }

  /** "released a video of an attack": what is shown is what the publisher says. */
  private publication(clause: Clause, sentence: SentenceReading): Draught | null {
    if (!publishingVerbs.has(clause.verb.lemma) || clause.verb.passive || !clause.subject) return null;
    const object = clause.objects.find(({ head }) =>
      publications.has(this.tokens[head]?.lemma.toLowerCase() ?? ''),
    );
    if (!object) return null;
    const after = object.to;
    const start =
      this.tokens[after + (/^(?:of|that|which|showing)$/.test(this.tokens[after]?.lower ?? '') ? 1 : 0)]
        ?.start;
    const end = this.sentenceEnd(sentence);
    if (start === undefined || start >= end || after >= sentence.to - 1) return null;
    const { speaker, group } = this.speakerOf(clause.subject, sentence.syntax);
    return {
      cue: { kind: 'publishes', commitment: 3 },
      clause,
      source: [this.sourceSpan(clause.subject, sentence.syntax)],
      cueSpans: [[this.tokens[clause.verb.from]?.start ?? 0, this.tokens[object.to - 1]?.end ?? 0]],
      content: [[start, end]],
      speaker,
      group,
      relays: [],
    };
  }

  // ---- without a verb

  private accordingTo(sentence: SentenceReading, index: number): Draught[] {
    const { chunks } = sentence.syntax;
    return chunks.flatMap((chunk, at) => {
      if (chunk.type !== 'mark' || chunk.word !== 'according') return [];
      const source = chunks[at + 2];
      if (source?.type !== 'noun') return [];
      const start = this.tokens[chunk.from]?.start ?? 0;
      const { speaker, group } = this.speakerOf(source, sentence.syntax);
      const sourceSpan = this.sourceSpan(source, sentence.syntax);
      const content = this.around([start, sourceSpan[1]], sentence);
      return content.length
        ? [
            {
              cue: plain,
              clause: null,
              source: [sourceSpan],
              cueSpans: [[start, this.tokens[chunk.from + 1]?.end ?? 0] as Span],
              content,
              speaker,
              group,
              relays: speaker ? this.inherited(speaker, index) : [],
            },
          ]
        : [];
    });
  }

  /** The sentence without a span in it, commas trimmed. */
  private around([from, to]: Span, sentence: SentenceReading): Span[] {
    const inside = this.tokens.slice(sentence.from, sentence.to);
    const before = inside.filter((token) => token.end <= from);
    const after = inside.filter((token) => token.start >= to);
    return [before, after].flatMap((tokens) => {
      const words = trimMarks(tokens);
      const [first, last] = [words[0], words.at(-1)];
      return first && last && words.length > 1 ? [[first.start, last.end] as Span] : [];
    });
  }

  /** "the ministry's claim that …". */
  private ofNouns(sentence: SentenceReading): Draught[] {
    const { chunks, clauses } = sentence.syntax;
    return chunks.flatMap((chunk, at): Draught[] => {
      if (chunk.type !== 'noun' || chunk.kind !== 'nominal') return [];
      const head = this.tokens[chunk.head];
      const cue = cueNouns.get(head?.lemma.toLowerCase() ?? '');
      const that = chunks[at + 1];
      if (!head || !cue || that?.type !== 'mark' || that.word !== 'that') return [];
      const child = clauses.find(({ from }) => from === that.from);
      const isSaid =
        child?.link === 'complement' && child.parent !== null && cueVerbs.has(child.parent.verb.lemma);
      if (!child || isSaid || chunks[at + 2]?.type === 'verb') return [];
      const holder =
        chunk.possessor ??
        clauses.findLast(({ verb, subject }) => verb.to <= chunk.from && subject)?.subject ??
        null;
      const { speaker, group } =
        holder && (chunk.possessor || cue.kind === 'promises')
          ? this.speakerOf(holder, sentence.syntax)
          : { speaker: null, group: null };
      return [
        {
          cue,
          clause: null,
          source: chunk.possessor ? [this.span(chunk.possessor)] : [],
          cueSpans: [[head.start, head.end]],
          content: [
            [this.tokens[that.from]?.start ?? 0, this.tokens[Math.max(child.to, that.to) - 1]?.end ?? 0],
          ],
          speaker,
          group,
          relays: [],
        },
      ];
    });
  }

  /** "reportedly", "allegedly": somebody unnamed says so. */
  private hearsay(sentence: SentenceReading): Draught[] {
    return sentence.syntax.clauses.flatMap((clause): Draught[] => {
      const window = this.tokens.slice(Math.max(clause.from, clause.verb.from - 2), clause.verb.to + 1);
      const adverb = window.find(({ lower }) =>
        /^(?:reportedly|allegedly|purportedly|supposedly)$/.test(lower),
      );
      if (!adverb) return [];
      return [
        {
          cue: { kind: 'says', commitment: hearsayAdverbs.get(adverb.lower) ?? 1.5 },
          clause: null,
          source: [],
          cueSpans: [[adverb.start, adverb.end]],
          content: [[this.tokens[clause.from]?.start ?? 0, this.tokens[clause.to - 1]?.end ?? 0]],
          speaker: null,
          group: null,
          relays: [],
        },
      ];
    });
  }

  /** A quotation without a cue continues the speaker of the sentence before. */
  private standAlone(sentence: SentenceReading, index: number): void {
    const quoted = sentence.quotations.filter(
      ({ span }) => span[0] <= sentence.span[0] + 1 && span[1] >= sentence.span[0],
    );
    const [first] = quoted;
    if (
      !first ||
      first.span[1] > sentence.span[1] + 2 ||
      !this.lastSpoken ||
      index - this.lastSpoken.sentence > 3
    )
      return;
    const { draught } = this.lastSpoken;
    const content = first.span;
    if (content[1] - content[0] < 12) return;
    const continued: Draught = {
      ...draught,
      cue: plain,
      clause: null,
      source: [],
      cueSpans: [],
      content: [content],
    };
    this.draughts.push(continued);
    this.lastSpoken = { draught: continued, sentence: index };
  }

  // ---- speakers and relays

  private span({ from, to }: { readonly from: number; readonly to: number }): Span {
    return [this.tokens[from]?.start ?? 0, this.tokens[to - 1]?.end ?? 0];
  }

  /** The group with its "of" phrase and the apposition beside it. */
  private sourceSpan(group: NounGroup, syntax: SentenceSyntax): Span {
    const members = syntax.coordinated.get(group) ?? [group];
    let [start, end] = [this.span(members[0] ?? group)[0], this.span(members.at(-1) ?? group)[1]];
    for (const [description, host] of syntax.appositionOf)
      if (host === group || description === group) {
        start = Math.min(start, this.span(host)[0]);
        end = Math.max(end, this.span(withComplements(description, syntax))[1]);
      }
    const complement = withComplements(group, syntax);
    return [start, Math.max(end, this.span(complement)[1])];
  }

  /** The named speaker, or the body that an unnamed one belongs to. */
  private speakerOf(
    source: NounGroup,
    syntax: SentenceSyntax,
  ): { readonly speaker: Draft | null; readonly group: Draft | null } {
    if (this.tokens[source.head]?.lower === 'it') return { speaker: null, group: null };
    const entity = this.referents.of(source)[0] ?? null;
    if (entity?.named) return { speaker: entity, group: null };
    if (entity && entity.type !== 'person') return { speaker: null, group: entity };
    const bodies = [
      ...this.referents.within(source),
      ...(source.possessor ? this.referents.of(source.possessor) : []),
    ];
    const complement = complementOf(source, syntax);
    if (complement) bodies.push(...this.referents.of(complement));
    return { speaker: null, group: bodies.find(({ type }) => type !== 'person') ?? bodies[0] ?? null };
  }

  private relaysOf(clause: Clause, speaker: Draft | null, index: number): readonly Draft[] {
    const heard = [
      ...clause.objects,
      ...clause.obliques
        .filter(({ preposition }) => /^(?:to|in|with|by)$/.test(preposition))
        .map(({ group }) => group),
    ]
      .flatMap((group) => this.referents.of(group))
      .filter((entity) => entity !== speaker && isOutlet(entity.name));
    if (speaker && heard.length) this.heardThrough.set(speaker, { relays: heard, sentence: index });
    return heard.length || !speaker ? heard : this.inherited(speaker, index);
  }

  private inherited(speaker: Draft, index: number): readonly Draft[] {
    const known = this.heardThrough.get(speaker);
    if (!known || index - known.sentence > 6) return [];
    return known.relays;
  }

  /** "The paper spoke with the envoy": what the envoy says next was said to the paper. */
  private rememberInterview(clause: Clause, index: number): void {
    if (!speaking.has(clause.verb.lemma)) return;
    const outlets = clause.subject
      ? this.referents.of(clause.subject).filter(({ name }) => isOutlet(name))
      : [];
    const asked = [
      ...clause.objects,
      ...clause.obliques
        .filter(({ preposition }) => /^(?:with|to)$/.test(preposition))
        .map(({ group }) => group),
    ];
    for (const person of asked.flatMap((group) => this.referents.of(group)))
      if (outlets.length) this.heardThrough.set(person, { relays: outlets, sentence: index });
  }
}

const trimMarks = (tokens: readonly Token[]): readonly Token[] => {
  const isMark = ({ pos, text }: Token): boolean => pos === 'PUNCT' && !/^["“”)]$/.test(text);
  let [from, to] = [0, tokens.length];
  while (from < to && isMark(tokens[from] as Token)) from++;
  while (to > from && isMark(tokens[to - 1] as Token)) to--;
  return tokens.slice(from, to);
};

/** The last noun group that "of" and its like chain to this one. */
const withComplements = (group: NounGroup, syntax: SentenceSyntax): NounGroup => {
  let last = group;
  for (
    let next = complementOf(last, syntax), depth = 0;
    next && depth < 4;
    next = complementOf(last, syntax), depth++
  ) {
    const mark = syntax.chunks[syntax.chunks.indexOf(last) + 1] as Chunk;
    if (mark.type !== 'mark' || !/^(?:of|for)$/.test(mark.word)) break;
    last = next;
  }
  return last;
};

/** The clause that states the content: the first whose parent is the cue's clause. */
const childOf = (clause: Clause, { syntax }: Pick<SentenceReading, 'syntax'>): Clause | undefined =>
  syntax.clauses.find(
    (other) =>
      other.parent === clause &&
      other.verb.from > clause.verb.from &&
      /^(?:complement|infinitive|gerund)$/.test(other.link),
  );

const hasComplement = (clause: Clause, { clauses }: SentenceSyntax): boolean =>
  clauses.some(({ parent, link }) => parent === clause && link === 'complement');

const insideQuotationOnly = (
  clause: Clause,
  { quotations }: SentenceReading,
  tokens: readonly Token[],
): boolean => {
  const verb = tokens[clause.verb.head];
  return (
    verb !== undefined &&
    quotations.some(({ span }) => contains(span, [verb.start, verb.end]) && span[1] - span[0] > 40)
  );
};

const startOf = ({ source, cueSpans, content }: Draught): number =>
  Math.min(...[...source, ...cueSpans, ...content].map(([start]) => start));

const sizeOf = (content: readonly Span[]): number => content.reduce((sum, [from, to]) => sum + to - from, 0);

/** For each attribution the smallest other one whose content holds its cue (or content), else −1. */
const nest = (draughts: readonly Draught[]): number[] =>
  draughts.map((inner, at) => {
    const anchor = inner.cueSpans[0] ?? inner.content[0];
    if (!anchor) return -1;
    let best = -1;
    for (let index = Math.max(0, at - 12); index < Math.min(draughts.length, at + 13); index++) {
      const outer = draughts[index];
      if (!outer || index === at || !outer.content.some((span) => contains(span, anchor))) continue;
      if (sizeOf(outer.content) < sizeOf(inner.content)) continue;
      if (sizeOf(outer.content) === sizeOf(inner.content) && index > at) continue;
      const smallest = best < 0 || sizeOf(outer.content) < sizeOf(draughts[best]?.content ?? []);
      if (smallest) best = index;
    }
    return best;
  });

/** Outlets that tell the attribution around this one relay it. */
const withOutletsAbove = (
  draught: Draught,
  index: number,
  draughts: readonly Draught[],
  parents: readonly number[],
): readonly Draft[] => {
  const relays = [...draught.relays];
  for (let up = parents[index] ?? -1, depth = 0; up >= 0 && depth < 10; up = parents[up] ?? -1, depth++) {
    const speaker = draughts[up]?.speaker;
    if (speaker && isOutlet(speaker.name) && !relays.includes(speaker)) relays.push(speaker);
  }
  return relays;
};
