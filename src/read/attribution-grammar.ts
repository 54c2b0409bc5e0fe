import { contains, overlaps, type Span } from '../model/index.ts';
import type { NounGroup } from './chunks.ts';
import type { Clause, SentenceSyntax } from './clauses.ts';
import {
  type Cue,
  cueNouns,
  cueVerbs,
  hearsayAdverbs,
  needsClause,
  publications,
  publishingVerbs,
} from './cues.ts';
import type { Draft } from './entities/index.ts';
import type { Quotation } from './quotations.ts';
import type { Speakers } from './speakers.ts';
import type { SentenceTokens, Token } from './tokens.ts';

/** One sentence with its grammar and the quotations that touch it. */
export interface SentenceReading extends SentenceTokens {
  readonly syntax: SentenceSyntax;
  readonly quotations: readonly Quotation[];
}

/** What makes one attribution, before it has an id and a place among the others. */
export interface Draught {
  readonly cue: Cue;
  readonly clause: Clause | null;
  readonly source: readonly Span[];
  readonly cueSpans: readonly Span[];
  readonly content: readonly Span[];
  readonly speaker: Draft | null;
  readonly group: Draft | null;
  readonly relays: readonly Draft[];
}

export const heardOf: Cue = { kind: 'says', commitment: 2 };
export const plain: Cue = { kind: 'says', commitment: 3 };
export const passiveHearsay = new Set(['say', 'report', 'allege', 'claim', 'rumour', 'rumor']);
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

/** Finds attributions by their grammar alone, sentence by sentence. */
export class AttributionGrammar {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly speakers: Speakers;

  constructor(text: string, tokens: readonly Token[], speakers: Speakers) {
    this.text = text;
    this.tokens = tokens;
    this.speakers = speakers;
  }

  read(sentence: SentenceReading, index: number): Draught[] {
    const found = sentence.syntax.clauses.flatMap((clause) => this.ofClause(clause, sentence, index) ?? []);
    found.push(...this.accordingTo(sentence, index), ...this.ofNouns(sentence), ...this.hearsay(sentence));
    return found.filter(({ source, content }) => source.length + content.length > 0);
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
    const { speaker, group } = this.speakers.speakerOf(source, sentence.syntax);
    const relays = this.speakers.relaysOf(clause, speaker, index);
    return {
      cue: this.hedged(cue, clause),
      clause,
      source: [this.speakers.sourceSpan(source, sentence.syntax)],
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
        content.push(this.speakers.sourceSpan(clause.subject, sentence.syntax));
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
      ? this.speakers.speakerOf(source, sentence.syntax)
      : { speaker: null, group: null };
    const believed: Cue = passiveHearsay.has(clause.verb.lemma) && !by ? heardOf : cue;
    return {
      cue: circles ? { ...believed, commitment: Math.min(1, believed.commitment) } : believed,
      clause,
      source: source ? [this.speakers.sourceSpan(source, sentence.syntax)] : [],
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
    const { speaker, group } = this.speakers.speakerOf(clause.subject, sentence.syntax);
    return {
      cue: { kind: 'publishes', commitment: 3 },
      clause,
      source: [this.speakers.sourceSpan(clause.subject, sentence.syntax)],
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
      const { speaker, group } = this.speakers.speakerOf(source, sentence.syntax);
      const sourceSpan = this.speakers.sourceSpan(source, sentence.syntax);
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
              relays: speaker ? this.speakers.inherited(speaker, index) : [],
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
          ? this.speakers.speakerOf(holder, sentence.syntax)
          : { speaker: null, group: null };
      return [
        {
          cue,
          clause: null,
          source: chunk.possessor ? [this.speakers.span(chunk.possessor)] : [],
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
}

const trimMarks = (tokens: readonly Token[]): readonly Token[] => {
  const isMark = ({ pos, text }: Token): boolean => pos === 'PUNCT' && !/^["“”)]$/.test(text);
  let [from, to] = [0, tokens.length];
  while (from < to && isMark(tokens[from] as Token)) from++;
  while (to > from && isMark(tokens[to - 1] as Token)) to--;
  return tokens.slice(from, to);
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
