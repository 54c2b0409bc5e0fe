import { secureHeaders } from 'hono/secure-headers';

/** Everything the page loads is our own: a page of this server reaches no other address. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};

/** Headers of every answer. */
export const securityHeaders = secureHeaders({ contentSecurityPolicy, referrerPolicy: 'no-referrer' });
