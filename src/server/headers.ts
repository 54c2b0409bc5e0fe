import { createHash } from 'node:crypto';
import { secureHeaders } from 'hono/secure-headers';
import { paperStyle } from '../publish/index.ts';

/** The one style that stands in a page: that of a report, which loads nothing. */
const reportStyle = `'sha256-${createHash('sha256').update(paperStyle).digest('base64')}'`;

/** Everything the page loads is our own: a page of this server reaches no other address. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", reportStyle],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};

/** Headers of every answer. */
export const securityHeaders = secureHeaders({ contentSecurityPolicy, referrerPolicy: 'no-referrer' });
