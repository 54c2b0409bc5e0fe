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
  expect(believed).toMatchObject({ passive: true, link: 'participle' });
});
