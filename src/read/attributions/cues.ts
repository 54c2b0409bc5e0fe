import type { AttributionKind } from '../../model/index.ts';

/** How a word attributes, and how far its speaker commits to what is said (0–3). */
export interface Cue {
  readonly kind: AttributionKind;
  readonly commitment: number;
}

const list = (words: string): string[] => words.trim().split(/\s+/);

const table = (kind: AttributionKind, commitment: number, words: string): [string, Cue][] =>
  list(words).map((word) => [word, { kind, commitment }]);

/** Verbs that may take what is said as a clause, a quotation or an infinitive. */
export const cueVerbs: ReadonlyMap<string, Cue> = new Map([
  ...table(
    'says',
    3,
    `say tell state announce declare add note explain remark comment mention confirm affirm assert insist
     maintain stress emphasise emphasize underline reiterate repeat recall testify report write argue contend
     admit acknowledge concede reveal disclose warn caution reply respond answer continue conclude point
     observe recount describe inform brief notify assure reassure quip joke exclaim shout boast
     complain lament protest object agree caution signal indicate show demonstrate find establish determine
     verify tweet post cite quote attest certify vouch stipulate specify clarify elaborate opine
     summarise summarize hail praise urge advise rule proclaim pronounce interject counter retort
     rebut retell relate narrate claim allege accuse charge blame document detail list record
     recommend propose suggest hint imply speculate criticise criticize condemn denounce deplore
     estimate calculate put`,
  ),
  ...table('says', 2, 'claim allege accuse charge imply hint suggest indicate estimate argue contend boast'),
  ...table('says', 1, 'speculate'),
  ...table(
    'believes',
    2,
    `believe think consider assess judge conclude reckon hold regard view understand feel deem presume
     assume expect suspect sense perceive see`,
  ),
  ...table('believes', 1, 'suspect assume presume guess imagine suppose doubt speculate'),
  ...table('believes', 3, 'know realise realize recognise recognize learn discover conclude notice remember'),
  ...table('believes', 0, 'fear worry hope wonder doubt want wish dream'),
  ...table('promises', 0, 'promise pledge vow swear commit undertake guarantee threaten offer intend plan'),
  ...table('denies', -3, 'deny reject dismiss refute repudiate disavow disown dispute contest rebut'),
  ...table('asks', 0, 'ask demand request question inquire enquire query urge call wonder'),
  ...table('publishes', 3, 'publish release broadcast air post circulate tweet print'),
]);

/** Verbs that attribute only with a quotation or a that-clause, since alone they are mere acts. */
export const clauseTakingOnly: ReadonlySet<string> = new Set(
  list(`add continue show find put see hold view feel regard point respond answer list record reply know hint
        confirm repeat agree conclude establish determine expect consider plan intend offer signal call
        learn discover notice remember describe understand quote rule object protest want wish post write read
        charge blame propose estimate indicate demonstrate relate detail document specify accept hear
        commit threaten question request urge demand recommend complain comment observe
        criticise criticize condemn denounce deplore praise hail brief inform notify assure reassure`),
);

/** Nouns that attribute: "the claim that …", "X's report says". */
export const cueNouns: ReadonlyMap<string, Cue> = new Map([
  ...table(
    'says',
    3,
    'statement report announcement declaration comment remark testimony account warning finding conclusion confirmation assertion admission acknowledgement message speech letter interview briefing news word revelation',
  ),
  ...table('says', 2, 'claim allegation accusation charge suggestion argument contention rumour rumor'),
  ...table('believes', 2, 'belief view opinion assessment impression conviction understanding estimate'),
  ...table('believes', 1, 'suspicion assumption speculation'),
  ...table('believes', 0, 'fear hope concern worry doubt expectation'),
  ...table('promises', 0, 'promise pledge vow assurance guarantee commitment undertaking threat offer'),
  ...table('denies', -3, 'denial rejection'),
  ...table('asks', 0, 'question demand request call appeal'),
]);

/** Adverbs that report without naming anyone. */
export const hearsayAdverbs: ReadonlyMap<string, number> = new Map([
  ['reportedly', 1.5],
  ['allegedly', 1],
  ['supposedly', 1],
  ['purportedly', 1],
  ['apparently', 1.5],
  ['ostensibly', 1],
]);

/** What one prints or shows: "released a video of". */
export const publications: ReadonlySet<string> = new Set(
  list(
    'video statement report photograph photo image recording footage audio leaflet book pamphlet message letter article list communique communiqué',
  ),
);
/** Verbs that put a publication out. */
export const publishingVerbs: ReadonlySet<string> = new Set(
  list(
    'publish release broadcast air post circulate promote issue distribute disseminate share upload print show',
  ),
);

/** Somebody unnamed says so. */
export const hearsayCue: Cue = { kind: 'says', commitment: 2 };
/** A cue of unknown meaning is taken as saying. */
export const defaultCue: Cue = { kind: 'says', commitment: 3 };
/** What is put out is shown as it is. */
export const published: Cue = { kind: 'publishes', commitment: 3 };
export const passiveHearsay: ReadonlySet<string> = new Set(list('say report allege claim rumour rumor'));

/** "did not say that …" commits to nothing. */
export const withoutCommitment = (cue: Cue): Cue =>
  /^(?:promises|asks)$/.test(cue.kind)
    ? cue
    : { kind: cue.kind === 'denies' ? 'says' : cue.kind, commitment: 0 };
