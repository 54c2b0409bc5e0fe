import listed from '../docs/screenshots/views.json' with { type: 'json' };

interface Told {
  finding: { evidence: { document: string; span: [number, number] }[] };
}

/** The first sentence that the example's hosting commitment rests on: where it is depends on what was read. */
const reader = async (server: string): Promise<string> => {
  const answer = await fetch(`${server}/api/cases/doha-2020/commitments/taliban-no-hosting?asOf=2022-08-31`);
  const [first] = ((await answer.json()) as Told).finding.evidence;
  return `/cases/doha-2020/documents/${first?.document}?asOf=2022-08-31&at=${first?.span.join('-')}`;
};

/** Every view of the workbench on the example case, by name: its address on a server. */
export const views: Record<string, (server: string) => Promise<string>> = {
  ...Object.fromEntries(Object.entries(listed).map(([name, path]) => [name, async () => path])),
  reader,
};
