import type { Tree, TreeOf } from './tree.ts';

/** A value to begin with: for a new item of a list, or another kind of a union. */
export function blank(tree: Tree): unknown {
  if (tree.fallback !== undefined) return structuredClone(tree.fallback);
  if (tree.optional) return tree.empty;
  switch (tree.kind) {
    case 'object':
      return Object.fromEntries(
        tree.fields.map(({ name, tree: field }) => [name, blank(field)]).filter(([, value]) => value !== undefined),
      );
    case 'union':
      return tree.options[0] && blank(tree.options[0].tree);
    case 'list':
    case 'buttons':
    case 'weekdays':
      return [];
    case 'label':
    case 'template':
      return { ru: '', en: '' };
    case 'text':
    case 'plain-template':
    case 'tag':
      return '';
    case 'boolean':
      return false;
    case 'constant':
      return tree.value;
    case 'choice':
      return tree.choices[0]?.value;
    case 'key':
      return freshKey([]);
    default:
      return undefined;
  }
}

/** A new item of a list: its key is one that no neighbour has. */
export function blankItem(tree: TreeOf<'list'>, items: readonly unknown[]): unknown {
  const start = blank(tree.item);
  if (tree.item.kind !== 'object') return start;
  const keys = tree.item.fields.filter((field) => field.tree.kind === 'key').map(({ name }) => name);
  const taken = (name: string) => items.map((item) => String((item as Record<string, unknown> | null)?.[name]));
  return { ...(start as object), ...Object.fromEntries(keys.map((name) => [name, freshKey(taken(name))])) };
}

/** Counts on from how many there are: the key of one that was just taken away does not come back as another. */
function freshKey(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) if (!taken.includes(`k${number}`)) return `k${number}`;
}
