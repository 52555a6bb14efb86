import type { ReactNode } from 'react';
import type { Entity } from './emulator.ts';

/**
 * A text with its entities, as Telegram shows it. Offsets count UTF-16 units, as strings here do; entities may lie in
 * one another but never cross.
 */
export function RichText({
  text,
  entities = [],
  onCommand,
}: {
  text: string;
  entities?: Entity[] | undefined;
  onCommand: (command: string) => void;
}) {
  return (
    <>
      {render(
        text,
        0,
        text.length,
        [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length),
        onCommand,
      )}
    </>
  );
}

function render(
  text: string,
  from: number,
  to: number,
  entities: Entity[],
  onCommand: (command: string) => void,
): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = from;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    if (!entity || entity.offset < at || entity.offset >= to) continue;
    if (entity.offset > at) parts.push(text.slice(at, entity.offset));
    const end = Math.min(to, entity.offset + entity.length);
    const inner = entities
      .slice(index + 1)
      .filter((one) => one.offset >= entity.offset && one.offset + one.length <= end);
    parts.push(
      <Piece
        key={`${entity.offset}-${entity.type}`}
        entity={entity}
        text={text.slice(entity.offset, end)}
        onCommand={onCommand}
      >
        {render(text, entity.offset, end, inner, onCommand)}
      </Piece>,
    );
    at = end;
  }
  if (at < to) parts.push(text.slice(at, to));
  return parts;
}

function Piece({
  entity,
  text,
  onCommand,
  children,
}: {
  entity: Entity;
  text: string;
  onCommand: (command: string) => void;
  children: ReactNode;
}) {
  switch (entity.type) {
    case 'bold':
      return <b>{children}</b>;
    case 'italic':
      return <i>{children}</i>;
    case 'underline':
      return <u>{children}</u>;
    case 'strikethrough':
      return <s>{children}</s>;
    case 'code':
    case 'pre':
      return <code>{children}</code>;
    case 'blockquote':
    case 'expandable_blockquote':
      return <span className="quote">{children}</span>;
    case 'spoiler':
      return (
        <span className="spoiler" tabIndex={0}>
          {children}
        </span>
      );
    case 'text_link':
      return (
        <a href={safe(entity.url)} target="_blank" rel="noreferrer">
          {children}
        </a>
      );
    case 'url':
      return (
        <a href={safe(text.includes('://') ? text : `https://${text}`)} target="_blank" rel="noreferrer">
          {children}
        </a>
      );
    case 'phone_number':
      return <a href={`tel:${text}`}>{children}</a>;
    case 'bot_command':
      return (
        <button type="button" className="plain command" onClick={() => onCommand(text)}>
          {children}
        </button>
      );
    default:
      return <>{children}</>;
  }
}

/** Only addresses of the web: what the bot sends is not ours to trust. */
export function safe(url: string | undefined): string | undefined {
  return url && /^(https?|tg|mailto):/i.test(url) ? url : undefined;
}
