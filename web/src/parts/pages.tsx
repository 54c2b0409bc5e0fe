import { Link } from '@tanstack/react-router';
import { rowsEach } from '../explore-api.ts';
import { words } from '../words.ts';

const text = words.paging;

/** Leads through the pages of a list; nothing for a list of one. The address carries the page. */
export const Pages = ({ page, total, each = rowsEach }: { page: number; total: number; each?: number }) => {
  const last = Math.ceil(total / each);
  if (last <= 1) return null;
  const to = (number: number) => (before: object) => ({
    ...before,
    page: number > 1 ? String(number) : undefined,
  });
  return (
    <nav className="pages" aria-label={text.label}>
      {page > 1 && (
        <Link className="button" to="." search={to(page - 1)}>
          ← {text.previous}
        </Link>
      )}
      <span>{text.place({ from: (page - 1) * each + 1, to: Math.min(page * each, total), total })}</span>
      {page < last && (
        <Link className="button" to="." search={to(page + 1)}>
          {text.next} →
        </Link>
      )}
    </nav>
  );
};
