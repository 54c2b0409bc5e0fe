import type { Unit } from './structure.ts';

/*
 * The words by which agreements bind, and those by which they do not. A cue is a verb of duty with its negation; what stands
 * before it is its subject, and what stands after it is what is owed.
 */

const adverbs =
  '(?:(?:also|each|both|all|jointly|further|furthermore|fully|immediately|hereby|solemnly|mutually|therefore|thereafter|likewise|then|forthwith|promptly|only|always|at all times|in turn|in good faith|unconditionally|equally|explicitly|strictly|otherwise|accordingly|in any case|as appropriate|without delay|respectively|together) ){0,3}';
const performing =
  '(?:undertakes?|undertook|undertake and agree|commits?(?: itself| themselves| ourselves)?|pledges?(?: itself| themselves)?|agree[sd]?|promise[sd]?|vows?|engages?|binds? (?:itself|themselves)|obligates? (?:itself|themselves)|accepts? (?:the|an) obligation|takes? (?:it )?upon (?:itself|themselves)|resolves?|covenants?|consents?|declares? (?:its|their) (?:commitment|readiness)|is committed|are committed|reaffirms? (?:its|their) commitment)';

const cue = new RegExp(
  [
    `\\b(?<modal>shall|will|must|should)\\b(?<inserted>, [^,;:.]{3,90},)? (?:${adverbs})(?<not>(?:not|never|neither|in no (?:way|case)|under no circumstances)\\b ?)?`,
    `(?<=\\b(?:agreed|decided|settled|promised) that\\b[^.;]{1,160})\\bwould\\b (?:${adverbs})(?<wouldNot>not\\b ?)?`,
    `(?<=\\b(?:[Nn]o|[Nn]either|[Nn]obody|[Nn]one)\\b[^.;,]{1,60})\\bmay\\b (?!not\\b|only\\b)`,
    `\\b(?<barred>may not|may only|may in no case|may under no circumstances|can ?not|cannot) `,
    `\\b(?:hereby |further |solemnly |jointly |also |mutually )*${performing}(?<notTo> not)? to(?: (?<toNot>not)\\b)? `,
    `\\b(?:is|are) (?:not )?(?:hereby )?(?:obliged|required|bound|obligated|under an obligation|duty-bound|called upon|expected) (?<obligedNot>not )?to `,
    `\\b(?:is|are) (?<areNot>not )?to (?=\\p{Ll})(?!date\\b|the\\b|be found\\b|a\\b)`,
    `\\b(?:has|have) (?:not )?to (?=\\p{Ll})`,
    `\\b(?<forbidden>(?:is|are) (?:strictly )?(?:prohibited|forbidden|barred|precluded|banned)(?: (?:from|to)| by)?) ?`,
    `\\b(?:is|are) responsible for `,
    `\\b(?:[Dd]emands?|[Rr]equires?|[Rr]equests?|[Dd]irects?|[Cc]alls? (?:up)?on|[Uu]rges?|[Ii]nsists?|[Oo]bliges?|[Ii]nstructs?|[Mm]andates?) (?<told>(?:that )?(?:(?:the|all|both|each|every|any) )?[^,;:]{2,90}?) (?=(?:to|immediately|shall|cease|withdraw|release|end|stop|halt|refrain|comply|cooperate|allow|lift|return|respect|ensure|submit|report|provide|take|grant|disarm|hand|implement|abide|abandon|suspend|permit|facilitate|desist|pull) )(?:to (?:also |immediately )?|shall )?`,
    `(?<refrain>\\b(?:refrains?|abstains?|desists?) from )`,
    `\\b(?:guarantees?|undertakes?|pledges?|commits? (?:itself|themselves) to|agrees? (?:to|on|upon)|accepts?) (?=(?:the|an?|full|immediate|complete|its|their|all) \\p{L})(?!the following|on the following)`,
  ].join('|'),
  'gu',
);

export interface Cue {
  start: number;
  /** What stands between the verb of duty and what is owed: "shall, within 30 days, withdraw". */
  inserted: string;
  /** Whom a third calls to it: "demands that both sides …"; null where the subject stands before. */
  told: string | null;
  /** Where what is owed begins. */
  end: number;
  isNegative: boolean;
  /** A verb of promising in the present, whose subject is bound: what follows may be a noun. */
  takesNoun: boolean;
}

export const cuesIn = (text: string): Cue[] =>
  [...text.matchAll(cue)].map((match) => {
    const { not, wouldNot, barred, notTo, toNot, obligedNot, areNot, forbidden, refrain } =
      match.groups ?? {};
    return {
      start: match.index,
      end: match.index + match[0].length,
      inserted: match.groups?.inserted?.replace(/^, |,$/gu, '') ?? '',
      told: match.groups?.told?.replace(/^that /u, '') ?? null,
      isNegative: Boolean(
        not ?? wouldNot ?? barred ?? notTo ?? toNot ?? obligedNot ?? areNot ?? forbidden ?? refrain,
      ),
      takesNoun:
        /\b(?:for|guarantees?|undertakes?|pledges?|themselves to|itself to|agrees? (?:to|on|upon)|accepts?) $/u.test(
          match[0],
        ) && !/\b(?:undertakes?|agrees?|pledges?) to $/u.test(match[0]),
    };
  });

const cueAtEnd = new RegExp(
  `(?:\\b(?:shall|will|must)(?:, [^,;:]{3,90},)?(?: (?:not|also|further|jointly|each|immediately))*|\\b${performing}(?: not)? to(?: not)?|\\b(?:obliged|required|bound) (?:not )?to|\\brefrains? from|\\b(?:is|are) to)$`,
  'u',
);
const promisesAtEnd = new RegExp(`\\b${performing}$`, 'u');

/** Ends with a cue: what follows in the items is what is owed. */
export const endsWithCue = (text: string): boolean => cueAtEnd.test(text.trim());

/** Ends with a verb of promising: the items go on with "to …" or "not to …". */
export const endsWithPromise = (text: string): boolean => promisesAtEnd.test(text.trim());

export const startsWithCue = (text: string): boolean =>
  /^(?:shall|will|must|may not|may only|undertakes?|agrees?|commits?|pledges?|is to|are to|refrains?|has to)\b/u.test(
    text,
  );

export const isBestEffort = (text: string): boolean =>
  /\b(?:best (?:reasonable |possible |commercial )?(?:efforts?|endeavou?rs?)|reasonable (?:efforts?|endeavou?rs?)|endeavou?rs?|strives?|its (?:best|utmost)|their (?:best|utmost)|(?:all|everything|what(?:ever)?) (?:that )?(?:it|they) can|(?:all|everything) in (?:its|their) power|all (?:possible|reasonable|necessary)? ?(?:efforts?|means)|every (?:reasonable |possible )?(?:effort|endeavou?r)|(?:make|makes|making|use|undertake) (?:\p{L}+ )?efforts?|seeks? to|tr(?:y|ies) to|attempts? to|works? towards?|aims? (?:to|at)|as a goal|with the (?:aim|goal) of|as far as (?:possible|practicable|feasible)|to the (?:fullest |greatest |maximum )?extent (?:possible|feasible|practicable)|where(?:ver)? possible|if possible)\b/iu.test(
    text,
  );

const conditional =
  /(?:\b(?:provided(?: always)? that|on (?:the )?condition that|subject to|unless|(?:as|so) long as|in (?:exchange|return) for|contingent (?:up)?on|conditional (?:up)?on|in the event (?:that|of)|on the understanding that|if|once|as soon as|(?<!\bcalls? )upon|whenever)\b|\bafter (?!\d|\p{L}+ing\b|which|that\b|consult)(?=(?:the|all|each|both|a|an|\p{Lu})\b)|(?:^|, )(?:when|where)\b)[^,;]{2,160}/giu;

/** "provided that the one, its allies and the others have left": the list goes on. */
const listed =
  /^(?:, (?:(?:and|or) )?(?:its|their|all|any|each)\b(?![^,;]*\b(?:shall|will|must)\b)[^,;]{2,120})+/iu;

/** On what a duty depends, in the text's words; `dated` are words whose day is known: they are no condition. */
export const conditionIn = (text: string, dated: string | null): string | null =>
  [...text.matchAll(conditional)]
    .map(({ index, 0: words }) =>
      (words + (listed.exec(text.slice(index + words.length))?.[0] ?? '')).replace(/^, /u, '').trim(),
    )
    .find(
      (words) =>
        !dated?.includes(words) &&
        !/^(?:after|upon|once) (?:\d|the (?:end|date) of (?:each|every))/iu.test(words) &&
        !/^upon (?:request|receipt|application)\b/iu.test(words),
    ) ?? null;

/** Only what a duty asks is read for what it is: a verb that binds to nothing but talk, thought or form. */
const talk =
  /^(?:\p{Ll}+ly )?(?:meet|convene(?! (?:the|an?|all|both|its|\p{Lu}))|consult|confer|discuss|exchange views|take note|hold (?:\p{L}+ ){0,3}(?:meetings?|talks|consultations|discussions|session)|talk|decide nothing|advise|recommend|be consulted|hear)\b/iu;
const agenda =
  /^(?:also )?be (?:(?:an?|the|one|another) (?:\p{Ll}+ )?(?:item|subject|point|topic|matter)s? (?:on|of|for|in) |(?:put |placed )?on the agenda\b|discussed\b)/iu;
const announcing =
  /^(?:take|carry out|adopt|implement|perform|do|make|observe) (?:all )?(?:of )?(?:the|these) following (?:\p{Ll}+ )?(?:steps|measures|actions|obligations|commitments|undertakings|duties|tasks|points)\b/iu;
const thought =
  /^(?:\p{Ll}+ly )?(?:consider|examine|think|keep (?:[^,]{1,60} )?under review|look (?:into|at|forward|with|upon|on)|explore|study|reflect|contemplate|keep in mind|bear in mind|be guided|take into (?:account|consideration)|weigh|address in due|be examined|be considered|hope|wish|welcome|review)\b/iu;
const form =
  /^(?:not )?(?:(?:also|only|\p{Ll}+ly) )?(?:enter into (?:force|effect)|come into (?:force|effect)|take effect|be (?:equally )?(?:binding|authentic)|be (?:done|drawn up|signed|registered|deposited|ratified|open for|subject to ratification|the subject of|amended|governed|interpreted|construed|deemed|considered|regarded|understood|without prejudice|applicable|valid|effective|the basis|an integral)|remain in (?:force|effect)|prevail|constitute|form (?:an )?(?:integral )?part|supersede|terminate|expire|lapse|run|apply|affect|prejudice|imply|have (?:the )?(?:same )?(?:legal )?(?:force|effect)|last|cease to (?:apply|have effect)|be in (?:force|effect)|mean|include|refer|limit|create|give rise|in any way)\b/iu;
const composition =
  /^(?:consist|comprise|be (?:composed|made up|chaired|headed|presided|led|co-chaired|seated|based|located|elected by|assisted|supported by|advised|represented|open to|made by consensus|taken by (?:consensus|majority|vote|a majority))|have (?:its|their) (?:seat|headquarters)|have (?:\p{L}+ )?(?:members|representatives|officers)|adopt its (?:own )?(?:rules|decisions)|elect (?:its|a) chair|take (?:its )?decisions|decide by|act by|sit (?:in|at)|lay down its|draw up its (?:own )?rules|establish its (?:own )?rules|rotate)\b/iu;
const rights =
  /^(?:\p{Ll}+ly )?(?:have (?:(?:the|a|an|equal|full|exclusive|sole|no) )*right|be (?:entitled|free|allowed|permitted|authori[sz]ed|eligible|exempt|at liberty)|enjoy|retain (?:the|its|their) right|reserve|remain free|be able to|have (?:the )?(?:power|discretion|authority|option))\b/iu;
const disputes =
  /\b(?:disputes?|differences?|disagreements?|controvers(?:y|ies)|quarrels?|complaints?|claims under)\b.{0,120}\b(?:settle[ds]?|resolved?|referred?|submitted|arbitrat\p{L}+|negotiat\p{L}+|consult\p{L}+|go(?:es)? to|brought|heard|decided|before|tribunal|court|talked|goes)\b|\b(?:arbitral tribunal|arbitrators?|arbitration)\b/iu;
const documents =
  /^(?:(?:this|the(?: present)?|these|an?y?|each|all|such|no) )?(?:(?:present|said|foregoing|above|following|preceding|english|original) )*(?:agreement|accord|protocol|treaty|annex(?:es)?|article|section|chapter|paragraphs?|provisions?|convention|charter|memorandum|declaration|pact|understanding|contract|arrangement|framework|statute|texts?|languages?|amendments?|ratification|instruments?|document|undertakings?|terms?|settlement|programme|period|deadline|time limits?|nothing|words?|version)\b/iu;
const hopes =
  /\b(?:hopes?|intends?|wish(?:es)?|aspires?|looks? forward|expects?|aims? (?:at|to)|desires?|share(?:s)? the (?:aim|hope|view|vision)|it is (?:hoped|expected|intended)|is the hope|would like|means? to|the (?:aim|goal|objective|purpose) (?:of|is)|seek(?:s)? a|believe|trust that|dream)\b/iu;
const principles =
  /\b(?:recogni[sz]es?|reaffirms?|affirms?|acknowledges?|recalls?|notes?|respects?|is (?:the|a) (?:right|principle|duty)|inviolab|sovereign|inalienable|equal(?:ity)? of|principles?|condemns?|deplores?|nobody gives up|without prejudice|nothing in th)\b/iu;
const procedures =
  /\b(?:meets?|convenes?|enters? into force|takes effect|consists? of|composed of|chaired|has its seat|rules of procedure|may be (?:amended|prolonged|extended|terminated)|amend|terminat|denounc|ratif|deposit|signed in|done in|copies|authentic|duration|runs (?:for|until)|lasts?|notice|advis|reports? (?:when|every|each|twice|once)|observes?|remains? in force|applies from|notif|signature)\b/iu;

export type Reason =
  | 'aim'
  | 'principle'
  | 'definition'
  | 'procedure'
  | 'dispute-settlement'
  | 'permission'
  | 'statement';

/** Why words that look like a duty bind nobody, or not to anything done; null: they bind. */
export const notBinding = (
  subject: string,
  act: string,
  hasDebtor: boolean,
  isNegative: boolean,
): Reason | null => {
  if (/^nothing\b/iu.test(subject.trim())) return 'principle';
  if (
    disputes.test(`${subject} ${act}`) &&
    !/\bsuits?\b/iu.test(act) &&
    (!hasDebtor || /\b(?:disputes?|differences?|arbitrat)/iu.test(`${subject} ${act}`))
  )
    return 'dispute-settlement';
  if (
    rights.test(act) &&
    !(hasDebtor && /^(?:\p{Ll}+ly )?be (?:allowed|permitted|authori[sz]ed|granted)\b.*\bby\b/iu.test(act))
  )
    return isNegative ? null : 'permission';
  if (agenda.test(act)) return 'procedure';
  if (announcing.test(act)) return 'statement';
  if (talk.test(act)) return isNegative ? null : 'procedure';
  if (thought.test(act)) return 'aim';
  if (composition.test(act)) return 'procedure';
  if (documents.test(subject.trim()))
    return form.test(act) ||
      !/\bbe (?:\p{L}+ )?(?:withdrawn|released|paid|removed|handed|returned|delivered)/iu.test(act)
      ? 'procedure'
      : null;
  if (/^be (?:regarded|deemed|construed|understood|considered|treated) (?:as|to)\b/iu.test(act))
    return 'definition';
  if (!hasDebtor && form.test(act))
    return /\bmean|include|refer|deemed|construed|understood|considered\b/iu.test(act)
      ? 'definition'
      : 'procedure';
  if (
    /^(?:the )?(?:aim|goal|objective|purpose|intention|task|role|function|mandate|idea)s?\b/iu.test(
      subject.trim(),
    ) &&
    !hasDebtor
  )
    return 'aim';
  return null;
};

/** Why a sentence without any cue binds nobody. */
export const reasonOf = ({ text, headings }: Pick<Unit, 'text' | 'headings'>): Reason => {
  const above = headings.join(' ');
  if (
    /\b(?:may|need not|(?:is|are) (?:free|entitled|allowed|permitted)|(?:has|have) the right|reserves? the right|can)\b/iu.test(
      text,
    )
  ) {
    if (disputes.test(text)) return 'dispute-settlement';
    return /\bmay (?:be )?(?:amend|terminat|prolong|extend|vary|meet|recommend)/iu.test(text)
      ? 'procedure'
      : 'permission';
  }
  if (disputes.test(text)) return 'dispute-settlement';
  if (hopes.test(text)) return 'aim';
  if (
    /^(?:recalling|noting|considering|mindful|whereas|wishing|desiring|convinced|recogni[sz]ing|aware|having|determined|persuaded|resolved|reaffirming|deploring|believing|seeing|in the (?:hope|wish))\b/iu.test(
      text,
    )
  )
    return 'principle';
  if (procedures.test(text)) return 'procedure';
  if (principles.test(text)) return 'principle';
  return /\b(?:aims?|hopes?|outlook|spirit)\b/iu.test(above) ? 'aim' : 'statement';
};

/** Verbs that keep from doing: what follows them is forbidden. */
export const forbids = (act: string): boolean =>
  /^(?:\p{Ll}+ly )?(?:refrain|abstain|desist|avoid|forgo|forbear|renounce)\b/iu.test(act) ||
  /^(?:\p{Ll}+ly )?(?:cease|stop|halt|end|suspend|put an end to|observe a|maintain a|respect a|declare a)\b.{0,40}\b(?:fire|hostilit\p{L}+|attacks?|fighting|operations|offensive\p{L}*|shelling|strikes?|raids?|flights?|provocations?|violence|acts|propaganda|cease-?fire|bombardment|incursions?)\b/iu.test(
    act,
  ) ||
  /^(?:\p{L}+[ -]){1,4}?neither\b/iu.test(act) ||
  /^keep (?:at least [^,]{1,40} (?:from|off)|away|out of|clear of|off)\b/iu.test(act) ||
  /^(?:\p{L}+[ -]){1,4}?no (?!later|less|more|fewer|sooner|case\b|other than)\p{L}/iu.test(act) ||
  /^(?:\p{Ll}+ly )?(?:ensure|see to it|make sure|guarantee|take care|see) that (?:no|none|nobody|neither|(?:[^,]{1,60} (?:does|do|is|are|will|shall) not))\b/iu.test(
    act,
  ) ||
  /^(?:let|allow|permit) (?:no|none|nobody)\b/iu.test(act);

/** A noun phrase that names conduct which is to stop. */
export const namesForbearance = (text: string): boolean =>
  /^(?:(?:an?|the|full|complete|immediate|total|general|comprehensive|permanent|and|mutual|bilateral|,|\p{Ll}+ly) ?)*(?:ceasefire|cease-fire|truce|cessation of|halt (?:to|of|in)|end (?:to|of)|ban on|prohibition of|prohibition on|non-\p{L}+|moratorium|no )\b/iu.test(
    text,
  );
