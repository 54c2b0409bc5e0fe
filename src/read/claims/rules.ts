import { embeddingRules } from './embedding.ts';
import { certaintyRules, moodRules, polarityRules } from './modality-rules.ts';
import type { Rule } from './rule.ts';
import { veridicalityRules } from './veridicality.ts';

/** All rules that a claim may name. */
export const claimRules: readonly Rule[] = [
  ...moodRules,
  ...polarityRules,
  ...certaintyRules,
  ...embeddingRules,
  ...veridicalityRules,
];

const byId = new Map(claimRules.map((rule) => [rule.id, rule]));

/** The rule of that id; undefined where there is none, as for a claim that an older reader read. */
export const ruleOf = (id: string): Rule | undefined => byId.get(id);
