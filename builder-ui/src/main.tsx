import '@fontsource-variable/golos-text';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './look.css';
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useMemo, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Problem } from './api.ts';
import { App } from './app.tsx';
import { resolver, theme } from './theme.ts';
import { useWords, WordsProvider } from './words.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays one; a lost connection may come back.
      retry: (count, error) => count < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 500),
    },
  },
});

// After an update the parts of the old page are gone: the new page is loaded, once, instead of a blank one.
window.addEventListener('vite:preloadError', (event) => {
  if (!navigator.onLine || sessionStorage.getItem('takt:reloaded') === location.href) return;
  sessionStorage.setItem('takt:reloaded', location.href);
  event.preventDefault();
  location.reload();
});

/** Mantine in our clothes; what it names itself is named in the reader's language. */
function Dressed({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const dressed = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('web.close') } } } },
      }),
    [t],
  );
  return (
    <MantineProvider theme={dressed} cssVariablesResolver={resolver} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <WordsProvider>
      <Dressed>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
          <Notifications position="bottom-right" zIndex={500} limit={3} />
        </QueryClientProvider>
      </Dressed>
    </WordsProvider>
  </StrictMode>,
);
