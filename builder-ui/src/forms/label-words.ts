/** With a capital, as a label begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name that stands alone: "Client's name", without the article that a sentence needs. */
export const alone = (text: string): string => capital(text.replace(/^the /, ''));
