import { createRequire } from 'node:module';

const { name, version } = createRequire(import.meta.url)('../../package.json') as {
  name: string;
  version: string;
};

/** Version of this Proviso. */
export { version };

/** Name and version, as the chain of custody records them. */
export const toolName = `${name} ${version}`;
