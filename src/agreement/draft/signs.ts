import type { Sign } from '../../model/index.ts';
import type { Duty } from './duties.ts';
import { type Context, debtorWords } from './requires.ts';

/*
 * Sentences that would show a performance or a breach, made from the clause by rule: two of each, for a person to better.
 */

const irregular: Readonly<Record<string, string>> = { be: 'is', have: 'has', do: 'does', go: 'goes' };

const thirdPerson = (verb: string): string =>
  irregular[verb] ??
  (/(?:s|x|z|ch|sh|o)$/u.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/u.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`);

const plural: Readonly<Record<string, string>> = { be: 'are' };

/** "withdraw its guns" → "withdraws its guns" for one, "withdraw its guns" for several. */
const inPresent = (act: string, isSingular: boolean): string =>
  act.replace(/^((?:\p{Ll}+ly |not )*)(\p{Ll}+)/u, (_, adverb: string, verb: string) =>
    isSingular ? `${adverb}${thirdPerson(verb)}` : `${adverb}${plural[verb] ?? verb}`,
  );

const capital = (words: string): string => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Signs say what is done; when it is due is the window's. */
const withoutDue = (act: string, windowWords: string | null): string =>
  (windowWords ?? '')
    .split('; ')
    .reduce((words, due) => (due ? words.replace(due, '') : words), act)
    .replace(/\s+,/gu, ',')
    .replace(/(?:[\s,]|\b(?:and|or|on|by|from))+$/u, '')
    .replace(/ {2,}/gu, ' ')
    .trim();

export const signsOf = (duty: Duty, windowWords: string | null, context: Context): Sign[] => {
  const { debtor, form, isPassive, isProhibition, subject } = duty;
  const act = withoutDue(duty.act, windowWords);
  const isSingular = isPassive ? !/s$/u.test(subject) : debtor.length === 1;
  const who = capital(
    isPassive
      ? subject.replace(/^(?:no|neither|none of)\s+/iu, '') || 'Somebody'
      : debtorWords(debtor, context) || subject || 'Somebody',
  );
  if (!act) return [];
  const sign = (says: string, bearing: Sign['bearing'], strength: Sign['strength']): Sign => ({
    says: `${capital(says)}.`,
    bearing,
    strength,
  });
  const [does, not] = isSingular ? ['does', 'has'] : ['do', 'have'];
  if (form === 'noun' || /^(?:ensure|see to it|make sure)\b/u.test(act)) {
    const what = act.replace(/^(?:the|an?) /iu, '');
    return [
      sign(`The ${what} is complete`, 'performance', 'direct'),
      sign(`The ${what} has begun`, 'performance', 'indirect'),
      sign(`The ${what} has not happened`, 'breach', 'direct'),
      sign(`${who} ${isSingular ? 'refuses' : 'refuse'} the ${what}`, 'breach', 'indirect'),
    ];
  }
  const done = `${who} ${inPresent(act, isSingular)}`;
  const left = `${who} ${does} not ${act}`;
  return isProhibition
    ? [
        sign(left, 'performance', 'direct'),
        sign(`Observers find no sign that ${who} ${inPresent(act, isSingular)}`, 'performance', 'indirect'),
        sign(done, 'breach', 'direct'),
        sign(`${who} ${isSingular ? 'prepares' : 'prepare'} to ${act}`, 'breach', 'indirect'),
      ]
    : [
        sign(done, 'performance', 'direct'),
        sign(`${who} ${isSingular ? 'begins' : 'begin'} to ${act}`, 'performance', 'indirect'),
        sign(left, 'breach', 'direct'),
        sign(`${who} ${not} refused to ${act}`, 'breach', 'indirect'),
      ];
};
