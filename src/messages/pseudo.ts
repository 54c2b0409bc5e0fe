import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import { parsed } from './arguments.ts';
import type { Texts } from './message.ts';

const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const strange = [...'ÅƁÇĐÉƑĜĤÎĴĶĻḾÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļḿñöþǫŕšţûṽŵẋýž'];
const letters = new Map([...plain].map((letter, at) => [letter, strange[at] ?? letter]));

/** A third longer, as translations of English are, in letters that English does not have. */
const strangely = (text: string): string =>
  [...text].map((letter) => letters.get(letter) ?? letter).join('') +
  '·'.repeat(Math.ceil(text.replace(/[^A-Za-z]/g, '').length / 3));

const translatedTo =
  (language: string) =>
  (element: MessageFormatElement): MessageFormatElement => {
    if (isLiteralElement(element)) return { ...element, value: strangely(element.value) };
    if (!isPluralElement(element) && !isSelectElement(element)) return element;
    const options = Object.fromEntries(
      Object.entries(element.options).map(([key, { value }]) => [
        key,
        { value: value.map(translatedTo(language)) },
      ]),
    );
    const needed = isPluralElement(element)
      ? new Intl.PluralRules(language, { type: element.pluralType ?? 'cardinal' }).resolvedOptions()
          .pluralCategories
      : [];
    // English has fewer plurals than the language: the others are as many things are.
    for (const category of needed) options[category] ??= options.other ?? { value: [] };
    return { ...element, options } as MessageFormatElement;
  };

/** A catalogue made up for tests, with the plurals of a language: every text is still to be recognised, and none of it is English. */
export const accented = <Part extends Texts>(texts: Part, language: string): Part =>
  Object.fromEntries(
    Object.entries(texts).map(([id, text]) => [
      id,
      typeof text === 'string'
        ? printAST(parsed(text).map(translatedTo(language)))
        : accented(text, language),
    ]),
  ) as Part;
