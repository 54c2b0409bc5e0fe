import type { CommitmentView } from '../../../src/model/index.ts';
import { words } from '../words.ts';
import { DocumentLine } from './document-line.tsx';
import { Folded } from './folded.tsx';
import { Quotation } from './quotation.tsx';

const repliesShown = 4;

/** What the accused party said; its silence is stated too. */
export const Replies = ({ view, debtor }: { view: CommitmentView; debtor: string }) => {
  const { replies } = view.finding;
  return (
    <section className="replies" aria-labelledby="replies-heading">
      <h2 id="replies-heading">{words.commitment.replies(debtor)}</h2>
      {replies.length === 0 && <p className="quiet">{words.commitment.noReply(debtor)}</p>}
      <Folded items={replies} first={repliesShown}>
        {(shown) =>
          shown.map((reply) => (
            <article className="reply" key={`${reply.document} ${reply.span} ${reply.kind}`}>
              <h3>
                <span className="reply-kind">{words.commitment.replyKinds[reply.kind]}</span> {reply.by}
              </h3>
              <Quotation
                caseId={view.case.id}
                document={reply.document}
                span={reply.span}
                words={reply.words}
                translation={reply.translation}
              />
              <DocumentLine
                caseId={view.case.id}
                id={reply.document}
                document={view.documents[reply.document]}
              />
            </article>
          ))
        }
      </Folded>
    </section>
  );
};
