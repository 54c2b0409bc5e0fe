import { gunzipSync } from 'node:zlib';
import { parseRegistry } from '../resolve/index.ts';
import { type Store, sha256Of } from '../store/index.ts';

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Reads a registry's file, gzipped or not, and keeps it in place of all that the registry had; returns how many people
 * and bodies it has. What people decided on them stays.
 * @throws ProvisoError PROVISO_REGISTRY_INVALID; then the store is as it was.
 */
export async function importRegistry(store: Store, registry: string, bytes: Uint8Array): Promise<number> {
  const text = new TextDecoder().decode(isGzip(bytes) ? gunzipSync(bytes) : bytes);
  const entries = parseRegistry(text, registry);
  await store.putRegistry(registry, entries, sha256Of(bytes));
  return entries.length;
}
