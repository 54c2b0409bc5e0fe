import { DOMParser } from 'linkedom';
import type { RegistryEntry } from '../../model/index.ts';

/** As much of the DOM as the list needs. */
interface Node {
  tagName: string;
  textContent: string | null;
  children: Iterable<Node>;
}

const textOf = (node: Node | undefined): string => (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();

const named = (node: Node, ...names: string[]): Node[] =>
  [...node.children].filter(({ tagName }) => names.includes(tagName.toUpperCase()));

const nameOf = (node: Node): string =>
  named(node, 'FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME').map(textOf).filter(Boolean).join(' ');

/** An alias of low quality is one that many bear. */
const isWeak = (alias: Node): boolean => textOf(named(alias, 'QUALITY')[0]).toLowerCase() === 'low';

/** "1: Ali 2: Abu Ali" is two names. */
const aliasNames = (alias: Node): string[] =>
  textOf(named(alias, 'ALIAS_NAME')[0])
    .split(/(?:^|\s)\d:\s|;/u)
    .map((name) => name.trim())
    .filter(Boolean);

const entryOf = (node: Node, registry: string): RegistryEntry => {
  const aliases = named(node, 'INDIVIDUAL_ALIAS', 'ENTITY_ALIAS');
  const original = named(node, 'NAME_ORIGINAL_SCRIPT').map(textOf).filter(Boolean);
  return {
    registry,
    id: textOf(named(node, 'REFERENCE_NUMBER')[0]) || textOf(named(node, 'DATAID')[0]),
    type: node.tagName.toUpperCase() === 'INDIVIDUAL' ? 'person' : 'organisation',
    name: nameOf(node),
    aliases: [...original, ...aliases.filter((alias) => !isWeak(alias)).flatMap(aliasNames)],
    weakAliases: aliases.filter(isWeak).flatMap(aliasNames),
    note: textOf(named(node, 'UN_LIST_TYPE')[0]),
    relations: [],
  };
};

/** Whether a text is the UN Security Council's consolidated list. */
export const isUnList = (text: string): boolean => /<CONSOLIDATED_LIST[\s>]/u.test(text.slice(0, 2000));

/** The people and bodies of the UN Security Council's consolidated list (XML, un.org/securitycouncil). */
export const parseUnList = (xml: string, registry: string): RegistryEntry[] => {
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as {
    querySelectorAll(selector: string): Iterable<Node>;
  };
  return [...document.querySelectorAll('INDIVIDUALS > INDIVIDUAL, ENTITIES > ENTITY')]
    .map((node) => entryOf(node, registry))
    .filter(({ id, name }) => id && name);
};
