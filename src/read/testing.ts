import { type TaggedText, Tagger } from './network/tagger.ts';

let tagger: Promise<Tagger> | undefined;

/** What the network finds in a text. */
export const tag = async (text: string): Promise<TaggedText> => {
  tagger ??= Tagger.load();
  return (await tagger).tag(text);
};
