import { useMemo } from 'react';
import { plainOfHtml } from '#automation/telegram-html.ts';
import { render, renderHtml } from '#automation/templates.ts';
import { sampleValues } from '#automation/variables.ts';
import { useForm } from './form-context.tsx';
import type { Format } from './message-text.ts';

export type Sample = { html: string | undefined; text: string; length: number; broken: boolean };

/** A text as the chosen client would read it. A text that is no template is shown as it stands. */
export function useSampleText(source: string, format: Format, language: 'ru' | 'en'): Sample {
  const values = useSampleValues(language);
  return useMemo(() => {
    try {
      if (format === 'plain') {
        const text = render(source, values);
        return { html: undefined, text, length: text.length, broken: false };
      }
      const html = renderHtml(source, values);
      const text = plainOfHtml(html);
      return { html, text, length: text.length, broken: false };
    } catch {
      return { html: undefined, text: source, length: source.length, broken: true };
    }
  }, [source, format, values]);
}

function useSampleValues(language: 'ru' | 'en'): Record<string, unknown> {
  const { variables, references, sampleContact } = useForm();
  return useMemo(() => {
    const values = sampleValues(variables, language);
    const contact = values['contact'] as Record<string, unknown> | undefined;
    const chosen = references.contacts.find((one) => one.id === sampleContact);
    if (contact && chosen) {
      contact['name'] = chosen.name;
      contact['firstName'] = chosen.name.split(' ')[0] ?? chosen.name;
    }
    const business = values['business'] as Record<string, unknown> | undefined;
    if (business) {
      business['currency'] = references.business.currency;
      business['timeZone'] = references.business.timeZone;
      if (references.business.name) business['name'] = references.business.name;
    }
    return values;
  }, [variables, references, sampleContact, language]);
}
