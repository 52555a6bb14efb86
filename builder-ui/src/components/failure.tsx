import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Problem } from '../api.ts';
import { useWords, type Words } from '../words.tsx';

/** What happened, what is safe, what to do. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const words = useWords();
  return (
    <div className="empty" role="alert">
      <IconPlugConnectedX size={36} stroke={1.5} aria-hidden="true" />
      <p>{errorWords(words, error)}</p>
      {retry && (
        <Button variant="default" onClick={retry}>
          {words.t('web.try_again')}
        </Button>
      )}
    </div>
  );
}

export function errorWords({ t }: Words, error: unknown): string {
  if (error instanceof Problem) {
    if (error.status === 0) return t('web.error.offline');
    if (error.message) return error.message;
  }
  return t('web.error.unknown');
}
