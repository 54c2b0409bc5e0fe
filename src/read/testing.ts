import { type TaggedText, Tagger } from './network/tagger.ts';
import { type Token, tokensOf } from './tokens.ts';

let tagger: Promise<Tagger> | undefined;

/** What the network finds in a text. */
export const tag = async (text: string): Promise<TaggedText> => {
  tagger ??= Tagger.load();
  return (await tagger).tag(text);
};

/** A text's tokens as the reader's rules see them. */
export const tokenise = async (text: string): Promise<Token[]> => tokensOf(text, await tag(text)).tokens;
