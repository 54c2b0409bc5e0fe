/** Words of a source longer than this are more than a name. */
export const maxNameWords = 9;

/** Whether words stand for somebody whom the page named before. */
export const isPronoun = (words: string): boolean => /^(?:it|they|he|she)$/iu.test(words);

/** Whoever writes speaks of himself or of his own, or to his readers: "we", "our reporter", "three of our stations", "you". */
const ownVoice =
  /^(?:i|we|us|me|you|(?:(?:all|some|one|two|three|four|five|six|several|most|many) of )?our (?:own )?\p{L}[\p{L}’'-]*(?: \p{L}[\p{L}’'-]*){0,2}|[\p{L}\d]+ of (?:us|you)|this (?:newspaper|paper|agency|reporter|correspondent|writer|website)|the (?:author|writer|reporter|undersigned))$/iu;

export const isOwnVoice = (words: string): boolean => ownVoice.test(words);

/** A part of a body that its own page need not name: "the team", "our inspectors". */
const ownPart =
  /^(?:the|its|their) (?:\p{Ll}+ )?(?:teams?|staff|mission|inspectors?|examiners|experts|monitors|observers|auditors|surveyors|engineers|mathematicians|board|panel|committee|bureau|secretariat)$/u;

export const isOwnPart = (words: string): boolean => ownPart.test(words);

/** Who can be nobody but a person. */
export const isPersonal = (words: string): boolean => /^(?:he|she|him|her)$/iu.test(words);
