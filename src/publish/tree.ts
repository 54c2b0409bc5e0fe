/** A line with the lines that hang on it. */
export interface Branch {
  text: string;
  branches: readonly Branch[];
}

/** A tree as lines, each joined to its parent; a text of several lines stays together. */
export const treeLines = ({ text, branches }: Branch): string[] => [
  ...text.split('\n'),
  ...branches.flatMap((branch, index) => {
    const isLast = index === branches.length - 1;
    const [first = '', ...rest] = treeLines(branch);
    return [`${isLast ? '└─ ' : '├─ '}${first}`, ...rest.map((line) => `${isLast ? '   ' : '│  '}${line}`)];
  }),
];
