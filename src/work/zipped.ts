import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Files by their paths as a ZIP archive, in memory. */
export const zipped = (files: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> => {
  const zip = new ZipFile();
  for (const [path, content] of files) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return buffer(zip.outputStream);
};
