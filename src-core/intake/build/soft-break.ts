/** A line break inside a paragraph of a Word file travels as this character. */
export const SOFT_BREAK = '\ue00a';
