import { Button, Popover, TextInput } from '@mantine/core';
import { IconBold, IconCode, IconItalic, IconLink, IconStrikethrough, IconUnderline } from '@tabler/icons-react';
import { EditorContent, mergeAttributes, Node, useEditor, useEditorState, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { isLink } from '#automation/telegram-html.ts';
import { useWords } from '../words.tsx';
import { alone, useForm } from './form-context.tsx';
import { fromDoc, holeOf, readHole, toDoc, writeHole, type Format } from './message-text.ts';
import { floating } from './parsed-input.tsx';
import { useSampleWords, VariablePicker } from './variable-picker.tsx';

type ChipWords = (hole: string) => { text: string; look: 'known' | 'unknown' | 'code' };

/** A text with formatting and chips. It tells what it holds as HTML (or as plain text when it is not rich). */
export function MessageEditor({
  source,
  format,
  rich,
  writingIn,
  label,
  invalid,
  rows,
  placeholder,
  onChange,
}: {
  source: string;
  format: Format;
  rich: boolean;
  /** The language of the text, where it is one. */
  writingIn?: 'ru' | 'en' | undefined;
  label: string;
  invalid: boolean;
  /** Lines shown; 1 for a text that is one line. Without it there is room for a message. */
  rows?: number | undefined;
  placeholder?: string | undefined;
  onChange(source: string): void;
}) {
  const { readOnly, variables } = useForm();
  const { pick } = useWords();
  const said = useRef(source);
  const oneLine = rows === 1;
  const tell = useRef(onChange);
  tell.current = onChange;
  const chipWords = useRef<ChipWords>(() => ({ text: '', look: 'code' }));
  chipWords.current = (hole) => {
    const read = readHole(hole);
    if (!read) return { text: hole, look: 'code' };
    const variable = variables.find((one) => one.path === read.path);
    if (!variable) return { text: read.path, look: 'unknown' };
    return {
      text: alone(pick(variable.group.id.startsWith('steps.') ? variable.words : variable.short)),
      look: 'known',
    };
  };
  const [chips] = useState(() => variableNode((hole) => chipWords.current(hole)));
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        blockquote: false,
        bulletList: false,
        codeBlock: false,
        hardBreak: false,
        heading: false,
        horizontalRule: false,
        listItem: false,
        listKeymap: false,
        orderedList: false,
        trailingNode: false,
        undoRedo: {},
        ...(rich ? {} : { bold: false, italic: false, underline: false, strike: false, code: false }),
        link: rich
          ? { openOnClick: false, autolink: false, linkOnPaste: true, isAllowedUri: (uri) => isLink(uri ?? '') }
          : false,
      }),
      chips,
    ],
    content: toDoc(source, format),
    editable: !readOnly,
    editorProps: {
      // Escape belongs to the form around: it goes back to the step.
      handleDOMEvents: { keydown: (_view, event) => event.key === 'Escape' },
      attributes: {
        class: 'f-text',
        role: 'textbox',
        'aria-multiline': String(!oneLine),
        'aria-label': label,
        ...(placeholder ? { 'data-placeholder': placeholder, 'aria-placeholder': placeholder } : {}),
        ...(writingIn ? { lang: writingIn, spellcheck: 'true' } : { spellcheck: 'false' }),
      },
      handleKeyDown: (_view, event) => oneLine && event.key === 'Enter',
      transformPastedText: (text) => (oneLine ? text.replaceAll(/\s*\n\s*/g, ' ') : text),
    },
    onUpdate({ editor: now }) {
      const text = fromDoc(now.getJSON(), rich ? 'html' : 'plain');
      const next = oneLine ? text.replaceAll('\n', ' ') : text;
      if (next === said.current) return;
      said.current = next;
      tell.current(next);
    },
  });
  useEffect(() => {
    if (!editor || source === said.current) return;
    said.current = source;
    editor.commands.setContent(toDoc(source, format), { emitUpdate: false });
  }, [editor, source, format]);
  useEffect(() => {
    editor?.setEditable(!readOnly, false);
  }, [editor, readOnly]);
  if (!editor) return null;
  return (
    <div
      className={`f-editor ${invalid ? 'bad' : ''} ${oneLine ? 'line' : ''}`}
      style={rows === undefined ? undefined : ({ '--f-rows': rows } as CSSProperties)}
    >
      {!readOnly && <Toolbar editor={editor} rich={rich} />}
      <EditorContent editor={editor} />
      <ChipPanel editor={editor} />
    </div>
  );
}

const formats = [
  { name: 'bold', icon: IconBold, command: 'toggleBold', keys: 'Ctrl+B' },
  { name: 'italic', icon: IconItalic, command: 'toggleItalic', keys: 'Ctrl+I' },
  { name: 'underline', icon: IconUnderline, command: 'toggleUnderline', keys: 'Ctrl+U' },
  { name: 'strike', icon: IconStrikethrough, command: 'toggleStrike', keys: 'Ctrl+Shift+S' },
  { name: 'code', icon: IconCode, command: 'toggleCode', keys: 'Ctrl+E' },
] as const;

function Toolbar({ editor, rich }: { editor: Editor; rich: boolean }) {
  const { t } = useWords();
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      Object.fromEntries([...formats.map((one) => one.name), 'link'].map((name) => [name, now.isActive(name)])),
  });
  return (
    <div className="f-tools" role="toolbar" aria-label={t('web.forms.formatting')}>
      {rich &&
        formats.map(({ name, icon: Sign, command, keys }) => (
          <button
            key={name}
            type="button"
            className="plain f-tool"
            aria-label={t(`web.forms.${name}`)}
            title={`${t(`web.forms.${name}`)} (${keys})`}
            aria-pressed={active[name] ?? false}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => editor.chain().focus()[command]().run()}
          >
            <Sign size={17} aria-hidden="true" />
          </button>
        ))}
      {rich && <LinkTool editor={editor} active={active['link'] ?? false} />}
      <span className="sp" />
      <VariablePicker
        disabled={false}
        onPick={(variable) =>
          editor
            .chain()
            .focus()
            .insertContent({ type: 'variable', attrs: { hole: holeOf(variable) } })
            .run()
        }
      />
    </div>
  );
}

function LinkTool({ editor, active }: { editor: Editor; active: boolean }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [href, setHref] = useState('');
  const trimmed = href.trim();
  const address = /^[\w-]+(\.[\w-]+)+/.test(trimmed) && !trimmed.includes('://') ? `https://${trimmed}` : trimmed;
  const good = isLink(address);
  const set = () => {
    if (!good) return;
    setOpen(false);
    const chain = editor.chain().focus().extendMarkRange('link');
    // Without a selection the address itself becomes the text.
    if (editor.state.selection.empty && !active) {
      chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }).run();
    } else chain.setLink({ href: address }).run();
  };
  return (
    <Popover opened={open} onChange={setOpen} width={280} trapFocus returnFocus shadow="md" {...floating}>
      <Popover.Target>
        <button
          type="button"
          className="plain f-tool"
          aria-label={t('web.forms.link')}
          title={t('web.forms.link')}
          aria-pressed={active}
          aria-expanded={open}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            setHref(String(editor.getAttributes('link')['href'] ?? ''));
            setOpen(true);
          }}
        >
          <IconLink size={17} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={10}>
        <TextInput
          data-autofocus
          label={t('web.forms.link_address')}
          placeholder="https://"
          inputMode="url"
          value={href}
          error={trimmed !== '' && !good ? t('web.forms.link_bad') : undefined}
          onChange={(event) => setHref(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            set();
          }}
        />
        <div className="row g6 f-link-row">
          <Button size="compact-sm" disabled={!good} onClick={set}>
            {t('web.forms.link_set')}
          </Button>
          {active && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => {
                setOpen(false);
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
              }}
            >
              {t('web.forms.remove')}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What the chosen chip is: its source, a sample, and what stands there when it is unknown. */
function ChipPanel({ editor }: { editor: Editor }) {
  const { readOnly, variables } = useForm();
  const { t } = useWords();
  const hole = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const node = (now.state.selection as { node?: { type: { name: string }; attrs: { hole?: string } } }).node;
      return node?.type.name === 'variable' ? (node.attrs.hole ?? null) : null;
    },
  });
  if (hole === null) return null;
  const read = readHole(hole);
  const variable = read && variables.find((one) => one.path === read.path);
  const write = (fallback: string) => {
    if (!read) return;
    const { from } = editor.state.selection;
    editor
      .chain()
      .updateAttributes('variable', { hole: writeHole({ ...read, fallback: fallback || undefined }) })
      .setNodeSelection(from)
      .run();
  };
  return (
    <div className="f-chip-panel" role="group" aria-label={t('web.forms.chip')}>
      {variable ? (
        <ChipSource variable={variable} />
      ) : (
        <span className="xs f-warn f-block">{t(read ? 'web.forms.chip_unknown' : 'web.forms.chip_code')}</span>
      )}
      {!read && <code className="xs">{hole}</code>}
      {!readOnly && (
        <div className="row g6">
          {read && (
            <TextInput
              size="xs"
              className="sp"
              label={t('web.forms.fallback')}
              placeholder={t('web.forms.fallback_placeholder')}
              maxLength={80}
              value={read.fallback ?? ''}
              onChange={(event) => write(event.currentTarget.value.replaceAll(/[{}%|]/g, ''))}
            />
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            className="f-chip-remove"
            onClick={() => editor.chain().focus().deleteSelection().run()}
          >
            {t('web.forms.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

function ChipSource({ variable }: { variable: Parameters<typeof useSampleWords>[0] }) {
  const { t, pick } = useWords();
  const sample = useSampleWords(variable);
  return (
    <span className="xs t3 f-block">
      <b>{alone(pick(variable.short))}</b>, {pick(variable.group.words)}, {t('web.forms.sample', { sample })}
      {!variable.surely && <span className="f-warn">, {t('web.forms.maybe_empty')}</span>}
    </span>
  );
}

/** A hole of the template as one sign of the text. */
function variableNode(words: ChipWords) {
  return Node.create({
    name: 'variable',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    draggable: true,
    addAttributes() {
      return {
        hole: {
          default: '',
          parseHTML: (element: HTMLElement) => element.getAttribute('data-hole'),
          renderHTML: (attributes: Record<string, unknown>) => ({ 'data-hole': attributes['hole'] }),
        },
      };
    },
    parseHTML: () => [{ tag: 'span[data-hole]' }],
    renderHTML: ({ HTMLAttributes, node }) => [
      'span',
      mergeAttributes(HTMLAttributes),
      words(String(node.attrs['hole'])).text,
    ],
    renderText: ({ node }) => String(node.attrs['hole']),
    addNodeView() {
      return ({ node }) => {
        const dom = document.createElement('span');
        const draw = (hole: string) => {
          const { text, look } = words(hole);
          dom.className = `f-chip ${look}`;
          dom.textContent = text;
          dom.dataset['hole'] = hole;
        };
        draw(String(node.attrs['hole']));
        return {
          dom,
          update(next) {
            if (next.type.name !== 'variable') return false;
            draw(String(next.attrs['hole']));
            return true;
          },
        };
      };
    },
  });
}
