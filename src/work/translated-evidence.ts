import {
  type CaseFile,
  type CopyLink,
  contains,
  type Document,
  type Matches,
  type OriginalName,
  quote,
  type RegistryEntry,
  reach,
  type Span,
  type TranslatedFrom,
  translatedFrom,
} from '../model/index.ts';

type Documents = ReadonlyMap<string, Document>;

/** Everyone with other spellings, as the case and its registries know them. */
type Known = readonly { name: string; aliases: readonly string[] }[];

/** Endings are added to a name in many languages, and articles before it in Arabic; it begins a word elsewhere. */
const stands = (alias: string, words: string): boolean => {
  const at = words.indexOf(alias);
  if (at < 0) return false;
  return /\p{Script=Arabic}/u.test(alias) || !/\p{L}$/u.test(words.slice(0, at));
};

/** Names that the original spells otherwise than the translation, where it is known that they are the same. */
const namesIn = (original: string, translated: string, known: Known): OriginalName[] =>
  known.flatMap(({ name, aliases }) => {
    const alias = aliases.find((each) => stands(each, original) && !translated.includes(each));
    return alias === undefined ? [] : [{ name, original: alias }];
  });

/** Evidence and replies with the original behind words of a machine translation; `entries`: of registries. */
export function withOriginals(
  { evidence, replies }: Matches,
  documents: Documents,
  { parties, actors }: CaseFile,
  entries: readonly RegistryEntry[],
): Matches {
  if (![...documents.values()].some(({ translation }) => translation)) return { evidence, replies };
  const known = [...parties, ...actors, ...entries];
  const knownIn = new Map<string, Known>();
  /** Those of whom a spelling stands in the document: registries are long, and a document has many pieces of evidence. */
  const knownOf = ({ id, text }: Document): Known => {
    const here =
      knownIn.get(id) ?? known.filter(({ aliases }) => aliases.some((each) => text.includes(each)));
    knownIn.set(id, here);
    return here;
  };
  const translationOf = (id: string, span: Span): { translation?: TranslatedFrom } => {
    const document = documents.get(id);
    const from = document && translatedFrom(document, span);
    if (!from) return {};
    const names = namesIn(from.words, quote(document.text, span), knownOf(document));
    return { translation: { ...from, names } };
  };
  return {
    evidence: evidence.map((item) => ({ ...item, ...translationOf(item.documentId, item.span) })),
    replies: replies.map((reply) => ({ ...reply, ...translationOf(reply.document, reply.span) })),
  };
}

/** A passage of the original stands for what was made of it too: who prints another's words does so in translation as well. */
export const copiesInTranslation = (
  copies: ReadonlyMap<string, readonly CopyLink[]>,
  documents: Documents,
): ReadonlyMap<string, readonly CopyLink[]> =>
  new Map(
    [...copies].map(([id, links]) => [
      id,
      links.map((link) => ({
        ...link,
        passages: link.passages.flatMap((passage) => [
          passage,
          ...translatedHere(documents.get(id), passage),
        ]),
      })),
    ]),
  );

/** The same passage where its words are read: in the translation of the document that has it. */
const translatedHere = (
  document: Document | undefined,
  { here, there }: CopyLink['passages'][number],
): CopyLink['passages'] => {
  const within = (document?.translation?.sentences ?? []).filter(({ original }) => contains(here, original));
  const span = reach(within.map((sentence) => sentence.span));
  return span ? [{ here: span, there }] : [];
};
