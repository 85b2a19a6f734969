// Small pieces of C# text.

const keywords = new Set(('abstract as base bool break byte case catch char checked class const continue decimal default '
  + 'delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in int '
  + 'interface internal is lock long namespace new null object operator out override params private protected public '
  + 'readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof '
  + 'uint ulong unchecked unsafe ushort using virtual void volatile while').split(' '));
const docLength = 140;

/** A name as an identifier. */
export function identifier(name) {
  return keywords.has(name) ? `@${name}` : name;
}

/** A string literal. */
export function literal(text) {
  return JSON.stringify(text);
}

/** The first sentence of a documentation text as one line, or nothing where there is none. */
export function docLine(text) {
  const paragraph = text.split(/\n\s*\n/)[0].replace(/\s+/g, ' ').trim();
  const plain = paragraph.replace(/^[>*\s]+/, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
  const sentence = plain.split(/(?<=[.!?]) (?=[A-Z])/)[0];
  if (!sentence || sentence.length > docLength || sentence.startsWith('#')) return [];
  return [`/// <summary>${escapeXml(sentence)}</summary>`];
}

/** The attribute of what the provider calls deprecated. */
export function obsolete(deprecated) {
  return deprecated === null ? [] : [`[Obsolete(${literal(deprecated.replace(/\s+/g, ' ').trim())})]`];
}

/** Lines moved one level in. */
export function indent(lines) {
  return lines.flat(Infinity).map((line) => (line ? `    ${line}` : line));
}

/** A block in braces under its head. */
export function block(head, lines) {
  return [head, '{', ...indent(lines), '}'];
}

/** Groups of lines with an empty line between them. */
export function spaced(groups) {
  return groups.filter((group) => group.length > 0).flatMap((group, index) => (index === 0 ? group : ['', ...group]));
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
