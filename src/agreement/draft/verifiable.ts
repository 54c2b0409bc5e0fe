import type { DraftWindow, QuantityTarget, Unverifiable } from '../../model/index.ts';
import type { Duty } from './duties.ts';

/** Verbs whose result nobody can tell from what was there before. */
const vague =
  /^(?:(?:also|\p{Ll}+ly|do its best to|use (?:its|their) best (?:efforts|endeavours) to|make every effort to|endeavou?r to|strive to|seek to|work to(?:wards)?) )*(?:promote|encourage|foster|strengthen|enhance|improve|cooperate|co-operate|collaborate|contribute|facilitate|support|work|pursue|strive|endeavour|develop|deepen|advance|further|favour|respect|intensify|continue|assist|help|engage|address|build|create conditions|show|act in|remain committed|treat)\b/iu;
const standing =
  /\b(?:keep|maintain|allow|let|permit|supply|respect|continue|ensure|guarantee|observe|abide|grant|give|provide|protect|each|every|any|per|monthly|weekly|daily|yearly|annually|regularly|always|at all times|while|until|as long as|whenever|on request|upon request)\b/iu;

/** Why nobody can be held to a wording; empty where somebody can. */
export const unverifiableOf = (
  duty: Duty,
  window: DraftWindow,
  quantity: QuantityTarget | null,
): Unverifiable[] => {
  const hasTime = window.to !== null || window.within !== null || window.after !== null;
  return [
    ...(duty.debtor.length === 0 ? (['no-debtor'] as const) : []),
    ...(!duty.isProhibition && vague.test(duty.act) && quantity === null
      ? (['no-measurable-result'] as const)
      : []),
    ...(!duty.isProhibition && !hasTime && !standing.test(duty.whole) ? (['no-time'] as const) : []),
  ];
};
