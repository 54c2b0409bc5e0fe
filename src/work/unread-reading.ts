import type { Document, Reading } from '../model/index.ts';

/** What stands for the reading of a document that no reader has read: it found nothing. */
export const unreadReading = ({ id, text, published }: Document): Reading => ({
  id,
  text,
  published,
  reader: { name: 'nobody', version: '0' },
  sentences: [],
  mentions: [],
  entities: [],
  times: [],
  places: [],
  quantities: [],
  attributions: [],
  claims: [],
});
