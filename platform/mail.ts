import { createTransport } from 'nodemailer';

export type Letter = { to: string; subject: string; text: string };

/** Sends letters through a mail server. @throws what the server said, for whoever tries again. */
export function smtpMail(options: { url: string; from: string }): (letter: Letter) => Promise<void> {
  const transport = createTransport(options.url);
  return async (letter) => {
    await transport.sendMail({ from: options.from, to: letter.to, subject: letter.subject, text: letter.text });
  };
}
