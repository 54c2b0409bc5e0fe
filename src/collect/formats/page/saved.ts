/** How far into a file the marks are looked for that programs leave which save pages. */
const headLength = 20_000;

/** An address in a web archive holds the one that was archived: `…/web/20240510093000id_/https://…`. */
const archived = /\/(?:web\/)?\d[\d.-]{3,18}(?:[a-z]{2}_)?\/(https?:\/\/.+)$/i;

/** The address of the page itself where the one given is a web archive's of it. */
export const withoutArchive = (address: string): string => archived.exec(address)?.[1] ?? address;

/** The address that a program wrote into a page when it saved it; null where none did. */
export function addressOfSaved(html: string): string | null {
  const head = html.slice(0, headLength);
  const found =
    // Chrome, Firefox, Edge: "saved from url=(0052)https://…"
    /<!--\s*saved from url=\(\d+\)\s*(https?:\/\/\S+?)\s*-->/i.exec(head) ??
    // SingleFile
    /<!--\s*Page saved with SingleFile\s+url:\s*(https?:\/\/\S+)/i.exec(head) ??
    // HTTrack, and wget's own form of it
    /<!--\s*Mirrored from\s+(\S+)\s+by HTTrack/i.exec(head) ??
    // The Wayback Machine's own script, and its bar
    /__wm\.wombat\("(https?:\/\/[^"]+)"/.exec(head) ??
    /<input[^>]*id="wmtbURL"[^>]*value="(https?:\/\/[^"]+)"/i.exec(head) ??
    // Save Page WE, WebScrapBook, Zotero
    /<meta name="savepage-url" content="(https?:\/\/[^"]+)"/i.exec(head) ??
    /<html[^>]*\sdata-(?:scrapbook-source|url|saved-from)="(https?:\/\/[^"]+)"/i.exec(head) ??
    // monolith
    /<!--\s*Saved from (https?:\/\/\S+) at /i.exec(head) ??
    /<!--\s*(?:URL|Source|Original URL|Archived from):\s*(https?:\/\/\S+?)\s*(?:-->|\n)/i.exec(head);
  const address = found?.[1]?.replace(/&amp;/g, '&');
  if (!address) return null;
  return /^https?:/i.test(address) ? address : `http://${address}`;
}
