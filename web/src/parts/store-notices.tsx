import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api.ts';

/** What was repaired or left out when the store was opened; nothing for a store that was whole. */
export const StoreNotices = () => {
  const { data: session } = useQuery(sessionQuery);
  if (!session?.notices.length) return null;
  return (
    <ul className="plain notices" role="status">
      {session.notices.map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  );
};
