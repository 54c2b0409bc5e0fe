import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';

export const parsed = (text: string): MessageFormatElement[] => parse(text, { ignoreTag: true });

/** The parts of a message, those inside of its plurals and selections too. */
export const elementsOf = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
  elements.flatMap((element) =>
    isPluralElement(element) || isSelectElement(element)
      ? [element, ...Object.values(element.options).flatMap(({ value }) => elementsOf(value))]
      : [element],
  );

/** Names of the values that a message takes, in the order in which they first stand in it. */
export const argumentsOf = (text: string): string[] => [
  ...new Set(
    elementsOf(parsed(text)).flatMap((element) =>
      isLiteralElement(element) || isPoundElement(element) || isTagElement(element) ? [] : [element.value],
    ),
  ),
];
