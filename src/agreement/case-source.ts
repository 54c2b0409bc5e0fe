import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (value: unknown): unknown => (isPlain(value) ? value.id : undefined);

const sameValue = (node: Node | null | undefined, value: unknown, document: Document): boolean =>
  node !== undefined && node !== null && JSON.stringify(node.toJS(document)) === JSON.stringify(value);

/** A node that holds the value: the one there is where nothing changed, so that its comments and its form stay. */
const brought = (node: Node | null | undefined, value: unknown, document: Document): Node => {
  if (node && sameValue(node, value, document)) return node;
  if (isMap(node) && isPlain(value)) return broughtMap(node as YAMLMap<Scalar, Node>, value, document);
  if (isSeq(node) && Array.isArray(value)) {
    const before = node.items as Node[];
    const plain = before.map((item) => item.toJS(document));
    node.items = value.map((item, index) => {
      const place = idOf(item) === undefined ? index : plain.findIndex((old) => idOf(old) === idOf(item));
      return brought(before[place], item, document);
    });
    return node;
  }
  const fresh = document.createNode(value) as Node;
  if (isScalar(node) && isScalar(fresh) && node.comment) fresh.comment = node.comment;
  return fresh;
};

const broughtMap = (map: YAMLMap<Scalar, Node>, value: Plain, document: Document): Node => {
  for (const { key } of [...map.items]) {
    if (!(String(key.value) in value)) map.delete(key);
  }
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined) map.delete(key);
    else
      map.set(
        document.createNode(key) as Scalar,
        brought(map.get(key, true) as Node | undefined, part, document),
      );
  }
  return map;
};

/**
 * A case as YAML. With the source it was edited from, only what differs is written anew: comments, order and form of
 * everything else stay as the person wrote them.
 */
export const caseSource = (file: Plain, before: string | null): string => {
  const document = parseDocument(before ?? '', { schema: 'core' });
  const clean = JSON.parse(JSON.stringify(file)) as Plain;
  document.contents = (
    isCollection(document.contents) ? brought(document.contents, clean, document) : document.createNode(clean)
  ) as typeof document.contents;
  return document.toString({ lineWidth: 110 });
};
