/** Words of a source longer than this are more than a name. */
export const maxNameWords = 9;

/** Whether words stand for somebody whom the page named before. */
export const isPronoun = (words: string): boolean => /^(?:it|they|he|she)$/iu.test(words);

/** The page speaks of itself: "we", "our reporter", "this newspaper". */
const ownVoice =
  /^(?:i|we|us|me|our (?:own )?(?:reporters?|correspondents?|newsroom|staff|office)|this (?:newspaper|paper|agency|reporter|correspondent|writer|website)|the (?:author|writer|reporter|undersigned))$/iu;

export const isOwnVoice = (words: string): boolean => ownVoice.test(words);
