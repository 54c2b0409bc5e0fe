import type { Decision } from '../../model/index.ts';
import type { CaseMaterial } from '../found.ts';
import type { NamedPerson, NamedPlace } from '../named.ts';
import type { Citable } from '../report/citations.ts';

/** All that an edition is made of, before anything is hidden. */
export interface EditionSource extends CaseMaterial, Citable {
  people: readonly NamedPerson[];
  places: readonly NamedPlace[];
  /** What people decided on publication, as it holds. */
  decisions: readonly Decision[];
}
