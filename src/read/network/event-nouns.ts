/*
 * Nouns that tell of an event. The corpus that teaches factuality rates verbs alone, so that the network
 * would leave nouns out; its judgement of how sure the author is carries over to them.
 */

const listed: ReadonlySet<string> = new Set(
  `accident act action activity aid airstrike ambush amnesty arrest assault attack attempt ban battle bid birth
   blast blockade blow bomb bombardment boom boycott breach breakdown breakthrough campaign capture ceasefire
   ceremony change clash climb collapse combat conflict coup cover-up crackdown crash crime crisis curfew cut
   damage deal death debate decline deed defeat delay departure deposit disaster discovery disease dispute drill
   drop earthquake effort embargo epidemic escape event exchange execution exodus expulsion failure fall famine
   fight finding fire flight flood gain genocide growth halt handover hearing help hijack hunt incident increase
   initiative injury inquiry inspection insurgency intrusion invasion investigation journey killing landing
   launch lawsuit leak leap looting loss manhunt march massacre merger move murder mutiny offensive offer outage
   outbreak overthrow patrol peace plot plunge poll practice probe process progress protest pullback pullout
   purchase purge pursuit push raid rally rape rebellion rebound reform release repair rescue response return
   reunion revolt riot rise robbery ruling sale seizure service shelling shooting siege slaughter slide slowdown
   slump speech spending spill split spread start step stoppage storm strike struggle subsidy success summit
   surge surrender survey suspension swap takeover talk test theft threat torture tour trade trading training
   transfer travel treatment trial trip truce tumble uprising use victory violence visit vote war warfare
   withdrawal work`.split(/\s+/),
);
/** Endings of nouns made of verbs; "-ing" counts where the word is no mere thing ("building"). */
const ending =
  /\p{L}{3}(?:[ts]ion|ment|ance|ence|ysis|oval|usal|ival|awal|eting|hing|king|ting|ring|ling|ning|ying)$/u;
/** Such endings on words that name a thing, a body or a quality. */
const things: ReadonlySet<string> = new Set(
  `apartment audience ceiling compartment condition department document earring element equipment evening evidence
   existence experience government importance information institution instrument intelligence moment monument nation
   opinion organisation organization painting parliament patience population position presence question region
   relation science section segment sentence station string television tradition`.split(/\s+/),
);

/** Whether a noun, by its dictionary form, usually tells of something that happens or is done. */
export const isEventNoun = (lemma: string): boolean =>
  listed.has(lemma) || (ending.test(lemma) && !things.has(lemma));
