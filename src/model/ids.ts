/** An id made of a name: lower-case letters, digits and hyphens, and none that is taken. */
export const idFrom = (name: string, taken: readonly string[] = []): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .split('-')
    .slice(0, 6)
    .join('-')
    .slice(0, 40)
    .replace(/-+$/, '');
  const base = plain || 'x';
  for (let place = 1; ; place += 1) {
    const id = place === 1 ? base : `${base}-${place}`;
    if (!taken.includes(id)) return id;
  }
};
