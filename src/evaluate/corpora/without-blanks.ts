/** A text without its white space, and where each UTF-16 code unit that is left stands in it. */
export const withoutBlanks = (text: string): { characters: string; offsets: number[] } => {
  const offsets: number[] = [];
  let characters = '';
  for (let index = 0; index < text.length; index++) {
    if (/\s/u.test(text.charAt(index))) continue;
    characters += text.charAt(index);
    offsets.push(index);
  }
  return { characters, offsets };
};
