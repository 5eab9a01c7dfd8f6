const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML, for element content and attributes in double quotes. */
export const escapeHtml = (text: string) => text.replace(/[&<>"]/gu, (character) => ENTITIES[character]!);
