import { v5 } from 'uuid';

/** Chosen once at random: from it and a name the same id is made everywhere, each time. */
const namespace = '4b0f3a56-9c1e-4d0b-8a57-2f6d3c7e9b10';

/** A UUID (version 5) of what these parts name together. */
export const uuidOf = (...parts: readonly string[]): string => v5(JSON.stringify(parts), namespace);

/** The same as an address for linked data. */
export const urnOf = (...parts: readonly string[]): string => `urn:uuid:${uuidOf(...parts)}`;

/** Bytes by their SHA-256, wherever they are (RFC 6920). @param sha256 64 hexadecimal digits */
export const bytesUrn = (sha256: string): string =>
  `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`;
