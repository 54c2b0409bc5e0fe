import {
  ErrorCode,
  type ListResourcesResult,
  McpError,
  type ReadResourceResult,
} from '@modelcontextprotocol/sdk/types.js';
import { casesOpenToModels, nextAfter } from './asked.ts';
import type { Desk } from './desk.ts';
import { readDocument } from './tools/read-document.ts';

/** Of a document of a case, from `offset` on. */
export const documentTemplate = {
  uriTemplate: 'proviso://cases/{case}/documents/{document}{?offset}',
  name: 'document',
  title: 'A document of a case',
  description:
    'Its text with its source, page by page; `offset` says where a page begins, in UTF-16 code units.',
  mimeType: 'text/plain',
};

/** Documents in one page of the list. */
const listedAtOnce = 100;

const uriOf = (caseId: string, document: string): string =>
  `proviso://cases/${encodeURIComponent(caseId)}/documents/${encodeURIComponent(document)}`;

/** Where a list goes on: in which case, after how many of its documents. */
const cursorOf = (caseId: string, offset: number): string => `${offset}:${caseId}`;

const placeIn = (cursor: string): { caseId: string; offset: number } => {
  const [, offset, caseId] = /^(\d{1,9}):(.+)$/su.exec(cursor) ?? [];
  if (offset === undefined || caseId === undefined) throw notListed(cursor);
  return { caseId, offset: Number(offset) };
};

const notListed = (cursor: string) =>
  new McpError(ErrorCode.InvalidParams, `The list does not go on at "${cursor.slice(0, 100)}".`);

/** The documents of all cases, one case after another. */
export const listDocuments = (desk: Desk, cursor: string | undefined): Promise<ListResourcesResult> =>
  desk.withStore(async ({ store }) => {
    const ids = (await casesOpenToModels(store)).map(({ id }) => id).sort();
    const [first] = ids;
    if (first === undefined) return { resources: [] };
    const { caseId, offset } = cursor === undefined ? { caseId: first, offset: 0 } : placeIn(cursor);
    const at = ids.indexOf(caseId);
    if (cursor !== undefined && at < 0) throw notListed(cursor);
    const { total, documents } = await store.documentPage(caseId, {}, { offset, limit: listedAtOnce });
    const after = nextAfter(offset, listedAtOnce, total);
    const next = ids[at + 1];
    return {
      resources: documents.map(({ id, title, publisher, published }) => ({
        uri: uriOf(caseId, id),
        name: title,
        description: `${publisher ?? 'publisher not known'}, ${published ?? 'undated'}`,
        mimeType: documentTemplate.mimeType,
      })),
      ...(after !== null
        ? { nextCursor: cursorOf(caseId, after) }
        : next !== undefined && { nextCursor: cursorOf(next, 0) }),
    };
  });

const askedIn = (uri: string) => {
  const url = URL.canParse(uri) ? new URL(uri) : null;
  const [, caseId, document] =
    /^proviso:\/\/cases\/([^/?#]+)\/documents\/([^/?#]+)(?:\?|$)/u.exec(uri)?.map(decoded) ?? [];
  const offset = Number(url?.searchParams.get('offset') ?? '0');
  if (!url || !caseId || !document) throw notFound(uri, 'It is no address of a document.');
  return { case: caseId, document, offset };
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
};

/** As the protocol has it for a resource that is not there. */
const resourceNotFound = -32_002;

const notFound = (uri: string, why: string) =>
  new McpError(resourceNotFound, why, { uri: uri.slice(0, 300) });

/** A document's text, as `read_document` gives it. @throws McpError with Proviso's words where it is not to be had. */
export const readResource = async (desk: Desk, uri: string): Promise<ReadResourceResult> => {
  const { content, isError } = await readDocument.call(desk, askedIn(uri));
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
  if (isError) throw notFound(uri, text);
  return { contents: [{ uri, mimeType: documentTemplate.mimeType, text }] };
};
