/** A text with the sought words in the accent colour. */
export function Matched({ text, wanted }: { readonly text: string; readonly wanted: string }) {
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return text;
  return <>{text.slice(0, at)}<mark className="matched">{text.slice(at, at + wanted.length)}</mark>{text.slice(at + wanted.length)}</>;
}
