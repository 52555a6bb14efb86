import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../words.tsx';
import { errorWords } from './failure.tsx';

/** A change, told when it is refused; what it touches is read again either way, since a refusal often means "changed". */
export function useAction<T, R>(
  work: (input: T) => Promise<R>,
  options: { touches: readonly string[]; done?: string; quiet?: boolean; onDone?: (result: R) => void },
) {
  const client = useQueryClient();
  const words = useWords();
  return useMutation({
    mutationFn: work,
    onSuccess: (result) => {
      if (options.done) notifications.show({ message: options.done, color: 'takt', autoClose: 3000 });
      options.onDone?.(result);
    },
    onError: (error) => {
      if (!options.quiet)
        notifications.show({ message: errorWords(words, error), color: 'red', autoClose: 8000, role: 'alert' });
    },
    onSettled: () => {
      for (const key of options.touches) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
