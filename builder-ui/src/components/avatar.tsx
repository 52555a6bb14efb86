/** The initials of a person on one of six grounds, always the same for the same name. */
export function Avatar({ name, size }: { name: string; size?: 'sm' | 'lg' | undefined }) {
  const kind = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6;
  return (
    <span className={`av k${kind} ${size ?? ''}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean);
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return letters
    .map((part) => [...(part ?? '?')][0] ?? '')
    .join('')
    .toUpperCase();
}
