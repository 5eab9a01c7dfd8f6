const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML or XML, for element content and attributes in double quotes. */
export const escapeMarkup = (text: string) => text.replace(/[&<>"]/gu, (character) => ENTITIES[character]!);
