import robotsParser from 'robots-parser';

/** What robots.txt of a site lets us do (RFC 9309). */
export interface Robots {
  allows(url: URL): boolean;
  /** Seconds that it asks to be left alone between two requests; 0 when it asks for none. */
  delay: number;
  /** Why nothing may be fetched, where the file itself could not be had. */
  unreachable: string | null;
}

/** A crawler need not read more of it than this (RFC 9309, 2.5). */
const maxBytes = 500 * 1024;
/** A redirect that leads further counts as no file (2.3.1.2). */
export const maxRobotsRedirects = 5;

/** Without a file there are no rules (2.3.1.3). */
export const noRobots: Robots = { allows: () => true, delay: 0, unreachable: null };

/** What the answer to a request for robots.txt means; `agent` is the name that we go by. */
export function robotsFrom(url: URL, status: number, body: Uint8Array, agent: string): Robots {
  // While the file cannot be had, everything is forbidden (2.3.1.4).
  if (status >= 500)
    return { allows: () => false, delay: 0, unreachable: `the robots.txt of its site answers ${status}` };
  if (status !== 200) return noRobots;
  const rules = robotsParser(url.href, new TextDecoder().decode(body.subarray(0, maxBytes)));
  return {
    // Rules hold for the site that asked for them, also where its file lies elsewhere.
    allows: (page) => rules.isAllowed(new URL(page.pathname + page.search, url).href, agent) ?? true,
    delay: rules.getCrawlDelay(agent) ?? 0,
    unreachable: null,
  };
}
