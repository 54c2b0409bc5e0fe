import listed from '../docs/screenshots/views.json' with { type: 'json' };
import type { CommitmentView } from '../src/model/index.ts';

const day = '2022-08-31';

interface Found {
  id: string;
  requires: string;
  /** The first piece of evidence that counts: where it stands, and its words on one line. */
  document: string;
  span: readonly [number, number];
  words: string;
}

/** The example's first commitment with evidence that counts: which one that is depends on what was read and decided. */
export const commitmentWithEvidence = async (server: string): Promise<Found> => {
  const told = async (path: string) =>
    (await fetch(`${server}/api/cases/doha-2020${path}?asOf=${day}&knownAt=${day}`)).json();
  const { commitments }: { commitments: { id: string; requires: string }[] } = await told('');
  for (const { id, requires } of commitments) {
    const { finding }: CommitmentView = await told(`/commitments/${id}`);
    const first = finding.evidence.find(({ role }) => role === 'counts');
    if (first) {
      const { document, span, words } = first;
      return { id, requires, document, span, words: words.replace(/\s+/g, ' ') };
    }
  }
  throw new Error('no commitment of the example has evidence that counts');
};

const foundOn = new Map<string, Promise<Found>>();

/** The same, looked for once a server. */
const foundOnce = (server: string): Promise<Found> => {
  const found = foundOn.get(server) ?? commitmentWithEvidence(server);
  foundOn.set(server, found);
  return found;
};

const commitment = async (server: string): Promise<string> =>
  `/cases/doha-2020/commitments/${(await foundOnce(server)).id}?asOf=${day}`;

const reader = async (server: string): Promise<string> => {
  const { document, span } = await foundOnce(server);
  return `/cases/doha-2020/documents/${document}?asOf=${day}&at=${span.join('-')}`;
};

/** Every view of the workbench on the example case, by name: its address on a server. */
export const views: Record<string, (server: string) => Promise<string>> = {
  ...Object.fromEntries(Object.entries(listed).map(([name, path]) => [name, async () => path])),
  commitment,
  reader,
  history: async () => '/cases/doha-2020/history',
};
