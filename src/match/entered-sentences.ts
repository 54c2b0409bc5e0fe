import type { ResolvedEntity, Statement } from '../model/index.ts';
import type { NamedSpan } from '../resolve/index.ts';

/** A sentence that is in no document, with who is named in it; offsets are those of its own text. */
export interface EnteredSentence {
  readonly text: string;
  readonly named: readonly NamedSpan[];
}

/** Before the verb, as a claim that asserts nothing or the opposite would be told. */
const auxiliaryOf = ({ claim: { mood, polarity } }: Statement): string => {
  const not = polarity === 'negated' ? ' not' : '';
  if (mood !== 'asserted') return `will${not} `;
  return not ? 'did not ' : '';
};

/**
 * A claim that a person entered, as a plain English sentence out of what they said of it: its own words may be of any
 * language, and matching reads English.
 */
export const enteredSentence = (statement: Statement): EnteredSentence => {
  const { claim, actors, chain } = statement;
  const named: NamedSpan[] = [];
  let text = '';
  const name = (entity: ResolvedEntity): void => {
    named.push({ span: [text.length, text.length + entity.name.length], entity });
    text += entity.name;
  };
  const names = (those: readonly ResolvedEntity[]): void => {
    for (const [at, entity] of those.entries()) {
      if (at > 0) text += ' and ';
      name(entity);
    }
  };
  const doing = actors.flatMap(({ role, entity }) => (role === 'agent' ? [entity] : []));
  const others = actors.flatMap(({ role, entity }) => (role === 'agent' ? [] : [entity]));
  names(doing);
  text += `${text ? ' ' : ''}${auxiliaryOf(statement)}${claim.predicate.lemma}`;
  if (others.length > 0) text += ' ';
  names(others);
  if (claim.time !== null) text += ` on ${claim.time}`;
  const speaker = chain.at(-1);
  const told = speaker?.entity ?? speaker?.group;
  if (told) {
    text += ', ';
    name(told);
    text += ' says';
  }
  return { text: `${text}.`, named };
};
