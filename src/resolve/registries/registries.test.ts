import { describe, expect, it } from 'vitest';
import { parseRegistry } from './index.ts';

const unList = `<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="2030-01-01">
  <INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME> OLA </FIRST_NAME><SECOND_NAME>BERG</SECOND_NAME><THIRD_NAME/>
    <UN_LIST_TYPE>Pass</UN_LIST_TYPE><REFERENCE_NUMBER>PAi.001 </REFERENCE_NUMBER>
    <NAME_ORIGINAL_SCRIPT>Ола Берг</NAME_ORIGINAL_SCRIPT>
    <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Ole Bergh</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Tall</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS></INDIVIDUAL></INDIVIDUALS>
  <ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>RAIDERS &amp; SONS</FIRST_NAME>
    <UN_LIST_TYPE>Pass</UN_LIST_TYPE><REFERENCE_NUMBER>PAe.001</REFERENCE_NUMBER>
    <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Night Raiders</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES>
</CONSOLIDATED_LIST>`;

const money = [
  { id: 'p', schema: 'Person', properties: { name: ['Ola Berg', 'O. Berg'], weakAlias: ['Tall'] } },
  { id: 'c', schema: 'Company', properties: { name: ['Berg Ferries'], alias: ['Ferries'] } },
  {
    id: 'm',
    schema: 'Directorship',
    properties: { director: ['p'], organization: ['c'], startDate: ['2029'] },
  },
  { id: 'a', schema: 'Address', properties: { full: ['1 Quay'] } },
]
  .map((entity) => JSON.stringify(entity))
  .join('\n');

describe('a registry', () => {
  it('is the UN list, with aliases by their quality', () => {
    expect(parseRegistry(unList, 'un')).toEqual([
      {
        registry: 'un',
        id: 'PAi.001',
        type: 'person',
        name: 'OLA BERG',
        aliases: ['Ола Берг', 'Ole Bergh'],
        weakAliases: ['The Tall'],
        note: 'Pass',
        relations: [],
      },
      {
        registry: 'un',
        id: 'PAe.001',
        type: 'organisation',
        name: 'RAIDERS & SONS',
        aliases: ['Night Raiders'],
        weakAliases: [],
        note: 'Pass',
        relations: [],
      },
    ]);
  });

  it('is FollowTheMoney, with who leads what since when', () => {
    expect(parseRegistry(money, 'ftm')).toMatchObject([
      {
        id: 'p',
        name: 'Ola Berg',
        aliases: ['O. Berg'],
        weakAliases: ['Tall'],
        relations: [{ type: 'leads', to: 'c', since: '2029', until: null }],
      },
      { id: 'c', type: 'organisation', aliases: ['Ferries'] },
    ]);
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))(
    'takes %s for no schema, and for a name like others',
    (word) => {
      const entries = [
        { id: 'x', schema: word, properties: { name: ['Nobody'] } },
        { id: 'y', schema: 'Person', properties: { name: [word] } },
      ];
      const text = entries.map((entry) => JSON.stringify(entry)).join('\n');
      expect(parseRegistry(text, 'r').map(({ id, name }) => [id, name])).toEqual([['y', word]]);
    },
  );

  it.each([
    ['nothing', ''],
    ['no JSON', 'name,alias\nOla,Berg'],
    ['other JSON', '{"id":"x"}'],
    ['nobody', '{"id":"a","schema":"Address","properties":{}}'],
  ])('is not %s', (_what, text) => {
    expect(() => parseRegistry(text, 'r')).toThrow(
      expect.objectContaining({ code: 'PROVISO_REGISTRY_INVALID' }),
    );
  });
});
