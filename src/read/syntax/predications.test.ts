import { expect, it } from 'vitest';
import { Predications } from './predications.ts';
import { SyntaxTrees } from './syntax-trees.ts';

/** Trees of one sentence, a word each `form/lemma/UPOS/head/relation`, heads counted from 1, 0 for the root. */
const treesOf = (sentence: string): SyntaxTrees => {
  const rows = sentence
    .split(/\s+/)
    .map((word) => word.split('/') as [string, string, string, string, string]);
  const text = rows.map(([form]) => form).join(' ');
  let end = -1;
  const words = rows.map(([form, lemma, upos, head, deprel]) => {
    const start = end + 1;
    end = start + form.length;
    return { start, end, lemma, upos, head: Number(head) - 1, deprel, certainty: 1 };
  });
  return new SyntaxTrees(text, {
    words,
    sentences: [[0, words.length]],
    paragraphs: [[0, words.length]],
    names: [],
    roles: [],
    roleCertainty: words.map(() => 1),
    events: [],
  });
};

/** Trees as the network draws them, mistakes and all: the verb, and whom it is said of. */
it.each([
  [
    'a second subject behind the verb is the next clause’s',
    'Much/much/ADJ/3/nsubj was/be/AUX/3/cop open/open/ADJ/6/ccomp ,/,/PUNCT/6/punct they/they/PRON/6/nsubj alleged/allege/VERB/0/root :/:/PUNCT/6/punct captives/captive/NOUN/3/nsubj had/have/VERB/6/ccomp yet/yet/ADV/12/advmod to/to/PART/12/mark leave/leave/VERB/9/xcomp',
    'leave',
    'captives',
  ],
  [
    'a subject before the clause that it is hung past',
    'They/they/PRON/6/nsubj never/never/ADV/3/advmod left/leave/VERB/6/ccomp ,/,/PUNCT/6/punct she/she/PRON/6/nsubj said/say/VERB/0/root',
    'leave',
    'They',
  ],
  [
    'who is accused does what follows',
    'They/they/PRON/2/nsubj accused/accuse/VERB/0/root it/it/PRON/5/obj of/of/SCONJ/5/mark shelling/shell/VERB/2/advcl ports/port/NOUN/5/obj',
    'shell',
    'it',
  ],
  [
    'who remains something remains',
    'They/they/PRON/3/nsubj remain/remain/VERB/0/root allies/ally/NOUN/2/xcomp',
    'remain',
    'They',
  ],
  [
    'of two subjects the one beside the verb',
    'By/by/ADP/3/case the/the/DET/3/det president/president/NOUN/5/nmod ,/,/PUNCT/3/punct Vidal/Vidal/PROPN/9/nsubj ,/,/PUNCT/3/punct the/the/DET/8/det army/army/NOUN/9/nsubj left/leave/VERB/0/root',
    'leave',
    'army',
  ],
  [
    'what was signed is the phrase before',
    'Under/under/ADP/3/case the/the/DET/3/det deal/deal/NOUN/9/obl ,/,/PUNCT/5/punct signed/sign/VERB/9/advcl in/in/ADP/7/case May/May/PROPN/5/obl they/they/PRON/9/nsubj left/leave/VERB/0/root',
    'sign',
    'deal',
  ],
  [
    'but not where it only says where',
    'In/in/ADP/3/case the/the/DET/3/det north/north/NOUN/8/obl ,/,/PUNCT/5/punct backed/back/VERB/8/advcl ,/,/PUNCT/5/punct they/they/PRON/8/nsubj left/leave/VERB/0/root',
    'back',
    'they',
  ],
])('%s', (_, sentence, verb, subject) => {
  const trees = treesOf(sentence);
  const found = new Predications(trees).all.find(({ lemma }) => lemma === verb);
  expect(found?.subjects.map((at) => trees.text.slice(trees.word(at).start, trees.word(at).end))).toEqual([
    subject,
  ]);
});

it('a noun before "believed in some circles to …" is not the one who believes', () => {
  const trees = treesOf(
    'A/a/DET/2/det member/member/NOUN/3/nsubj believed/believe/VERB/10/acl:relcl in/in/ADP/6/case some/some/DET/6/det circles/circle/NOUN/3/obl to/to/PART/8/mark lead/lead/VERB/3/xcomp it/it/PRON/8/obj vanished/vanish/VERB/0/root',
  );
  const believed = new Predications(trees).all.find(({ lemma }) => lemma === 'believe');
  expect(believed).toMatchObject({ passive: true, clauseType: 'participle' });
});

it('"not" after a mark denies nothing before it', () => {
  const trees = treesOf(
    'We/we/PRON/3/nsubj have/have/AUX/3/aux complied/comply/VERB/0/root ;/;/PUNCT/8/punct the/the/DET/6/det state/state/NOUN/8/nsubj has/have/AUX/3/aux not/not/PART/3/advmod',
  );
  expect(new Predications(trees).all.find(({ lemma }) => lemma === 'comply')?.negated).toBe(false);
});

it('"was being cleared" is finite', () => {
  const trees = treesOf(
    'It/it/PRON/4/nsubj:pass was/be/AUX/4/aux being/be/AUX/4/aux:pass cleared/clear/VERB/0/root',
  );
  expect(new Predications(trees).all.find(({ lemma }) => lemma === 'clear')).toMatchObject({
    passive: true,
    tense: 'past',
  });
});

it('"was to leave" is what shall be done', () => {
  const trees = treesOf('It/it/PRON/4/nsubj was/be/AUX/4/cop to/to/PART/4/mark leave/leave/VERB/0/root');
  expect(new Predications(trees).all.find(({ lemma }) => lemma === 'leave')).toMatchObject({
    modal: 'shall',
    tense: 'future',
  });
});
