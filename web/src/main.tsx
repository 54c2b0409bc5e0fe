import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api.ts';
import { showLanguage } from './language.ts';
import { createWorkbenchRouter } from './router.tsx';
import { applyStoredTheme } from './theme.ts';

applyStoredTheme();
await showLanguage();

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => !(error instanceof ApiProblem && error.problem.status > 0) && failures < 1,
    },
  },
});
const router = createWorkbenchRouter(queries);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
