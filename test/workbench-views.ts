/** Every view of the workbench on the example case, by name: its address, worked out where it names what was read. */
type Address = (server: string) => Promise<string> | string;

const at = 'asOf=2022-08-31';
const of = '/cases/doha-2020';

const firstDocument = async (server: string): Promise<string> => {
  const answer = await fetch(`${server}/api${of}/commitments/taliban-no-hosting?${at}`);
  const { finding } = (await answer.json()) as {
    finding: { evidence: { document: string; span: number[] }[] };
  };
  const [first] = finding.evidence;
  return `${of}/documents/${first?.document}?${at}&at=${first?.span.join('-')}`;
};

export const views: Record<string, Address> = {
  cases: () => '/?all=cases',
  board: () => `${of}?${at}`,
  commitment: () => `${of}/commitments/taliban-no-hosting?${at}`,
  reader: firstDocument,
  review: () => `${of}/review?${at}`,
  documents: () => `${of}/documents`,
  search: () => `${of}/documents?q=prisoners`,
  timeline: () => `${of}/timeline?${at}`,
  map: () => `${of}/map?${at}`,
  network: () => `${of}/network?from=taliban&to=al-qaida`,
  names: () => `${of}/names`,
  name: () => `${of}/names/taliban`,
  sources: () => `${of}/sources?${at}`,
  add: () => `${of}/add`,
  'case-form': () => `${of}/edit`,
  'new-case': () => '/new-case',
};
