import type { Assessment, CaseFile, Document, Finding, Statement } from '../../model/index.ts';
import { publicFacts } from '../withheld.ts';
import { type KnownNames, withoutPrivatePersons } from './private-persons.ts';

/** A case as it is handed on to other programs: a finding on each commitment, and what it rests on. */
export interface HandedOn {
  file: CaseFile;
  assessment: Assessment;
  /** By id. */
  statements: ReadonlyMap<string, Statement>;
  /** Those that the case weighs, by id. */
  documents: ReadonlyMap<string, Document>;
  /** Instant at which each document's bytes were first taken, by its id. */
  collected: ReadonlyMap<string, string>;
  /** Version of the Proviso that hands it on. */
  version: string;
}

/** Of a case only what may leave: no secrets in addresses, no names of private persons but in words that are quoted. */
export const asHandedOn = (whole: HandedOn, names: KnownNames): HandedOn => ({
  ...whole,
  documents: new Map([...whole.documents].map(([id, document]) => [id, publicFacts(document)])),
  ...withoutPrivatePersons(whole, names),
});

/** A sentence with the finding that it is evidence of. */
export interface Cited {
  finding: Finding;
  item: Finding['evidence'][number];
  document: Document;
}

/** Every sentence that counts, is context or a verdict, by commitment: what is left out or only suggested tells nothing. */
export const citedIn = ({ assessment, documents }: Pick<HandedOn, 'assessment' | 'documents'>): Cited[] =>
  assessment.commitments.flatMap((finding) =>
    finding.evidence.flatMap((item) => {
      const document = documents.get(item.document);
      const isCited = item.role !== 'left out' && item.role !== 'suggested';
      return document && isCited ? [{ finding, item, document }] : [];
    }),
  );

/** The documents that sentences are cited from, once each, in order of their ids. */
export const documentsCited = (cited: readonly Cited[]): Document[] =>
  [...new Map(cited.map(({ document }) => [document.id, document])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
