import { cleanHtml } from '#automation/telegram-html.ts';

/** The HTML that Telegram takes: a business's own words and long names may come to more than a message holds. */
export function fitText(html: string, limit = 4_096): string {
  return html.length <= limit ? html : cleanHtml(html, limit);
}
