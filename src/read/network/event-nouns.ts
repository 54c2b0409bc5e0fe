/*
 * Nouns that tell of an event. The corpus that teaches factuality rates verbs alone, so that the network
 * would leave nouns out; its judgement of how sure the author is carries over to them.
 */

const listed: ReadonlySet<string> = new Set(
  `accident aid airstrike ambush amnesty arrest assault attack attempt ban battle birth blast blockade blow bomb
   bombardment boycott breach breakdown campaign capture ceasefire ceremony clash collapse combat conflict coup cover-up
   crackdown crash crime crisis curfew cut damage deal death debate decline deed defeat delay departure disaster
   discovery disease drill drop earthquake effort embargo epidemic escape exchange execution exodus expulsion failure
   fall famine fight fire flight flood gain genocide growth halt handover hearing help hijack hunt increase injury
   inquiry inspection insurgency intrusion invasion investigation journey killing landing launch lawsuit looting loss
   march massacre murder mutiny offensive offer outbreak overthrow patrol peace plot poll probe protest pullback
   pullout purchase purge push raid rally rape rebellion reform release repair rescue response return revolt riot rise
   robbery sale seizure service shelling shooting siege slaughter speech spill start stoppage storm strike struggle
   subsidy success summit surge surrender survey suspension swap takeover talk theft threat torture tour trade
   training transfer treatment trial trip truce uprising victory violence visit vote war warfare withdrawal`.split(
    /\s+/,
  ),
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
