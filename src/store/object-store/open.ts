import { bucketScheme, type ObjectStore } from './object-store.ts';

/**
 * Opens the place at an address; what is there is not asked for yet. The client of S3 is loaded for a bucket alone.
 * @throws ProvisoError PROVISO_ORIGINALS_SETTING.
 */
export const openObjectStore = async (address: string): Promise<ObjectStore> => {
  if (address.startsWith(bucketScheme)) return (await import('./bucket.ts')).openBucket(address);
  return (await import('./folder.ts')).openFolder(address);
};
