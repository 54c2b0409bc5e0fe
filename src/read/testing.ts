import { Tagger } from './network/tagger.ts';
import { type Token, tokensOf } from './tokens.ts';

let tagger: Promise<Tagger> | undefined;

/** A text's tokens as the reader's rules see them. */
export const tokenise = async (text: string): Promise<Token[]> => {
  tagger ??= Tagger.load();
  return tokensOf(text, await (await tagger).tag(text)).tokens;
};
