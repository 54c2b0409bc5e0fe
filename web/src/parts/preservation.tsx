import type { DocumentView } from '../../../src/model/index.ts';
import { momentInWords } from '../dates.ts';
import { words } from '../words.ts';
import { AddressLink } from './address-link.tsx';

/** How the original was preserved: its hash, where and when it was collected, what read it. */
export const Preservation = ({ view: { document, captures, reading } }: { view: DocumentView }) => (
  <details className="preservation">
    <summary>{words.reader.preserved}</summary>
    <dl>
      <dt>{words.reader.sha256}</dt>
      <dd>
        <code>{document.sha256}</code>
      </dd>
      {document.url && (
        <>
          <dt>{words.reader.address}</dt>
          <dd>
            <AddressLink url={document.url} />
          </dd>
        </>
      )}
      {captures.length > 0 && <dt>{words.reader.captured}</dt>}
      {captures.map(({ collectedAt, source, tool }) => (
        <dd key={`${collectedAt} ${source}`}>
          {words.reader.capture({ when: momentInWords(collectedAt), source, tool })}
        </dd>
      ))}
      <dt>{words.reader.size}</dt>
      <dd>
        {words.reader.bytes(document.byteLength)}, {document.mediaType}
      </dd>
      <dt>{words.reader.readBy}</dt>
      <dd>
        {reading.reader.name} {reading.reader.version}
      </dd>
    </dl>
  </details>
);
