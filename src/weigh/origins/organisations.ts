import { foldName } from '../../resolve/index.ts';

/** International organisations under all their names: they own bodies as states do ("the UN mission"). */
const names: Readonly<Record<string, string>> = {
  un: 'united nations|u n|united nations organization|united nations organisation',
  eu: 'european union',
  au: 'african union',
  nato: 'north atlantic treaty organization|north atlantic treaty organisation|north atlantic alliance',
  osce: 'organization for security and co operation in europe|organization for security and cooperation in europe|organisation for security and cooperation in europe',
  oas: 'organization of american states|organisation of american states',
  asean: 'association of southeast asian nations',
  ecowas: 'economic community of west african states',
  igad: 'intergovernmental authority on development',
  icrc: 'international committee of the red cross|international red cross',
  iaea: 'international atomic energy agency',
  opcw: 'organisation for the prohibition of chemical weapons|organization for the prohibition of chemical weapons',
  unhcr: 'un refugee agency|united nations refugee agency|un high commissioner for refugees',
  unicef: 'un childrens fund|united nations childrens fund|un children s fund|united nations children s fund',
  wfp: 'world food programme|un world food programme|world food program',
  ocha: 'un office for the coordination of humanitarian affairs|un humanitarian office',
  ohchr:
    'un human rights office|united nations human rights office|office of the un high commissioner for human rights',
  imf: 'international monetary fund',
};

const byName = new Map(
  Object.entries(names).flatMap(([key, others]) => [key, ...others.split('|')].map((name) => [name, key])),
);

/** The key of the organisation that a name stands for; undefined for none. */
export const organisationNamed = (words: string): string | undefined => {
  const key = byName.get(foldName(words));
  return key && `org:${key}`;
};

export const isOrganisation = (owner: string): boolean => owner.startsWith('org:');
