import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { ProvisoError } from '../model/index.ts';
import { version } from '../work/index.ts';
import type { Desk } from './desk.ts';
import { dataNotice } from './fence.ts';
import { documentTemplate, listDocuments, readResource } from './resources.ts';
import { refusalOf, type Tool } from './tool.ts';
import { board } from './tools/board.ts';
import { draftCommitments } from './tools/draft-commitments.ts';
import { listCases } from './tools/list-cases.ts';
import { readDocument } from './tools/read-document.ts';
import { searchDocuments } from './tools/search-documents.ts';
import { why } from './tools/why.ts';

const tools: readonly Tool[] = [listCases, board, why, searchDocuments, readDocument, draftCommitments];

const instructions = `Proviso watches whether the parties to an agreement keep their word, and shows the evidence.
Begin with list_cases and board; why gives the reasons of one status, down to the sentences. Whatever you tell of a
finding, name the sources: publisher, date, and the address in the workbench. Quote letter by letter. Say how sure the
finding is, and what would change it; a finding is not a verdict of yours or of Proviso's. Nothing can be changed here.
${dataNotice}`;

const noTool = (name: string) =>
  new ProvisoError(
    'PROVISO_REQUEST_INVALID',
    `There is no tool "${name.slice(0, 100)}".`,
    `There are: ${tools.map(({ listed }) => listed.name).join(', ')}.`,
  );

/** A server of the Model Context Protocol that only reads; it serves one connection. */
export const createMcpServer = (desk: Desk): Server => {
  const server = new Server(
    { name: 'proviso', title: 'Proviso', version },
    { capabilities: { tools: {}, resources: {} }, instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(({ listed }) => listed) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    const tool = tools.find(({ listed }) => listed.name === params.name);
    return tool ? tool.call(desk, params.arguments) : refusalOf(noTool(params.name));
  });
  server.setRequestHandler(ListResourcesRequestSchema, ({ params }) => listDocuments(desk, params?.cursor));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [documentTemplate],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => readResource(desk, params.uri));
  return server;
};
