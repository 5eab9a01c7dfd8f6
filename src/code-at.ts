// Texts are strings of more kinds (read, cut out, joined, of one byte or two) than the engine keeps apart where a method is
// looked up on them: then each character costs a look-up and a call.
const { charCodeAt } = String.prototype;

/** The UTF-16 unit of a text at an offset; NaN past its end. For what goes through whole texts. */
export const codeAt = (text: string, at: number): number => charCodeAt.call(text, at);
