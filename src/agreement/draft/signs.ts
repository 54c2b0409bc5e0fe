import { capital } from '../../messages/index.ts';
import type { Sign } from '../../model/index.ts';
import type { Duty } from './duties.ts';
import { type Context, debtorWords, forEach } from './requires.ts';

/*
 * Short sentences that would show a performance or a breach, made from the clause by rule: at most two of each, and none
 * where the clause cannot be said shortly.
 */

/** An act of more words tells nobody what to look for. */
const mostWords = 16;

const irregular: Readonly<Record<string, string>> = { be: 'is', have: 'has', do: 'does', go: 'goes' };

const thirdPerson = (verb: string): string =>
  irregular[verb] ??
  (/(?:s|x|z|ch|sh|o)$/u.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/u.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`);

const verbs =
  /^((?:\p{Ll}+ly |also |neither )*)(\p{Ll}+)((?: (?:and|or|nor) (?!to\b)\p{Ll}+(?= (?:the|an?|its|their|all|any|force)\b))?)/u;

/** "withdraw its guns" → "withdraws its guns" for one, "withdraw its guns" for several. */
const inPresent = (act: string, isSingular: boolean): string =>
  act.replace(verbs, (_, adverbs: string, verb: string, second: string) =>
    isSingular
      ? `${adverbs}${thirdPerson(verb)}${second.replace(/\p{Ll}+$/u, thirdPerson)}`
      : `${adverbs}${verb === 'be' ? 'are' : verb}${second}`,
  );

/** Signs say what is done; when it is due is the window's. */
const withoutDue = (act: string, windowWords: string | null): string =>
  (windowWords ?? '').split('; ').reduce((words, due) => {
    if (!due || !words.includes(due)) return words;
    // "…, the first half by 1 June": what is said of the day alone goes with it.
    return words.endsWith(due)
      ? words.slice(0, -due.length).replace(/, (?:\S+ ?){0,4}$/u, '')
      : words.replace(due, '');
  }, act);

/** What is done, without why and on what condition: "release the crews, so that …". */
const core = (act: string, windowWords: string | null): string =>
  withoutDue(act, windowWords)
    .split(
      /,? (?:so that|in order (?:to|that)|with a view to|with the aim of|subject to|provided that|unless|under which|and (?:will|shall|must))\b|;/u,
    )[0]
    ?.replace(/\s+,/gu, ',')
    .replace(/(?:[\s,:]|\b(?:and|or|on|by|from|within|at|in))+$/u, '')
    .replace(/ {2,}/gu, ' ')
    .trim() ?? '';

/** "Islands of Corrie", "Free River Brigades": many by their name; the "United States" are one. */
const isMany = (name: string): boolean => {
  const head = (name.split(/ of /u)[0] ?? name).split(' ').at(-1) ?? '';
  return (
    /[^su]s$/u.test(head) &&
    !/^(?:States|Nations|Emirates|Netherlands|Industries|Foods|Holdings)$/u.test(head)
  );
};

type Said = readonly [says: string, bearing: Sign['bearing'], strength: Sign['strength']];

/** "see to it that the allies leave": what it answers for happens. */
const ofAnswer = (act: string): Said[] | null => {
  const [, clause] =
    /^(?:\p{Ll}+ly )?(?:see to it|ensure|make sure|guarantee|take care|see) that (.+)$/iu.exec(act) ?? [];
  return clause ? [[clause, 'performance', 'direct']] : null;
};

const ofNoun = (act: string): Said[] => {
  const what = act.replace(/^(?:the|an?) /iu, '');
  return [
    [`the ${what} is complete`, 'performance', 'direct'],
    [`the ${what} has begun`, 'performance', 'indirect'],
    [`the ${what} has not happened`, 'breach', 'direct'],
  ];
};

/** Verbs of which there is no beginning and no preparing. */
const isState =
  /^(?:(?:\p{Ll}+ly|also) )*(?:be|have|begin|start|continue|remain|keep|maintain|refrain|abstain|stop|cease|halt|end|allow|let|permit|endeavour|endeavor|seek|try|strive|work|respect|observe|accept|recogni[sz]e|guarantee|ensure)\b/iu;

const ofVerb = (who: string, act: string, isSingular: boolean, isProhibition: boolean): Said[] => {
  const [, state] = /^be (.+)$/u.exec(act) ?? [];
  const done = `${who} ${inPresent(act, isSingular)}`;
  const left = state
    ? `${who} ${isSingular ? 'is' : 'are'} not ${state}`
    : `${who} ${isSingular ? 'does' : 'do'} not ${act}`;
  const hinted = (verb: string): string => `${who} ${isSingular ? thirdPerson(verb) : verb} to ${act}`;
  const hints = !isState.test(act);
  return isProhibition
    ? [
        [left, 'performance', 'direct'],
        [done, 'breach', 'direct'],
        ...(hints ? [[hinted('prepare'), 'breach', 'indirect'] as const] : []),
      ]
    : [
        [done, 'performance', 'direct'],
        ...(hints ? [[hinted('begin'), 'performance', 'indirect'] as const] : []),
        [left, 'breach', 'direct'],
        ...(state ? [] : [[hinted('refuse'), 'breach', 'indirect'] as const]),
      ];
};

export const signsOf = (duty: Duty, windowWords: string | null, context: Context): Sign[] => {
  const { debtor, form, isPassive, isProhibition, subject } = duty;
  const act = core(forEach(duty), windowWords);
  if (!act || act.split(/\s+/u).length > mostWords) return [];
  const who = capital(
    isPassive
      ? subject.replace(/^(?:no|neither|none of)\s+/iu, '') || 'Somebody'
      : debtorWords(debtor, context) || subject || 'Somebody',
  );
  const isSingular = isPassive
    ? !/s$/u.test(subject)
    : debtor.length <= 1 && !isMany(debtor[0] ? context.cast.nameOf(debtor[0]) : '');
  const said =
    ofAnswer(act) ??
    (form === 'noun' ? ofNoun(act) : ofVerb(who, act, isSingular, isProhibition && !forborne(act)));
  return said.map(([says, bearing, strength]) => ({ says: `${capital(says)}.`, bearing, strength }));
};

/** "refrain from …", "cease …": what is done is itself the forbearance. */
const forborne = (act: string): boolean =>
  /^(?:\p{Ll}+ly )?(?:refrain|abstain|desist|avoid|forgo|forbear|renounce|cease|stop|halt|end|suspend|observe|maintain|respect|declare|keep)\b/iu.test(
    act,
  );
