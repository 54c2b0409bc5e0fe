/** Legal forms of companies as they stand in folded names, by class: forms of one class are each other's translation. */
const classes: Readonly<Record<string, readonly string[]>> = {
  limited: [
    'limited liability company',
    'obshchestvo s ogranichennoy otvetstvennostyu',
    'obschestvo s ogranichennoy otvetstvennostyu',
    'societatea cu raspundere limitata',
    'gesellschaft mit beschrankter haftung',
    'public limited company',
    'co ltd',
    'company limited',
    'pte ltd',
    'pty ltd',
    'limited',
    'ltd',
    'llc',
    'ooo',
    'gmbh',
    'srl',
    'sarl',
    'sp z oo',
    'sp z o o',
    'plc',
    'llp',
    'lp',
    'bv',
  ],
  stock: [
    'public joint stock company',
    'open joint stock company',
    'closed joint stock company',
    'joint stock company',
    'aktsionernoe obshchestvo',
    'aktiengesellschaft',
    'jsc',
    'ojsc',
    'pjsc',
    'cjsc',
    'oao',
    'pao',
    'zao',
    'ao',
    'ag',
    'akg',
    'sa',
    'spa',
    'ab',
    'as',
    'a s',
    'nv',
    'oyj',
    'kk',
    'incorporated',
    'corporation',
    'inc',
    'corp',
    'company',
    'co',
  ],
  association: ['ano', 'autonomous non profit organization', 'eingetragener verein'],
};

const classOf = new Map(
  Object.entries(classes).flatMap(([name, forms]) => forms.map((form) => [form, name] as const)),
);
const longestFirst = [...classOf.keys()].sort((a, b) => b.length - a.length);

/** A legal form as a whole word, wherever it stands. */
export const legalForms = new RegExp(`(?<=^| )(?:${longestFirst.join('|')})(?= |$)`, 'u');
const everywhere = new RegExp(legalForms.source, 'gu');

/** Takes the legal forms out of a folded name; a name of nothing else is left as it is. */
export const formOf = (folded: string): { rest: string; forms: Set<string> } => {
  const forms = new Set<string>();
  const rest = folded.replace(everywhere, (form) => {
    forms.add(classOf.get(form) ?? form);
    return '';
  });
  return rest.trim() ? { rest, forms } : { rest: folded, forms: new Set() };
};
