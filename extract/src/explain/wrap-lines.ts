/** Widest line, in characters: fixed, so that two explanations can be compared line by line. */
const WIDTH = 110;

/** A labelled paragraph: the label once, the words beside it, broken between words and never inside one. */
export function wrapLines(label: string, text: string, indent: number): string[] {
  const hanging = " ".repeat(indent + label.length);
  const lines: string[] = [];
  let line = " ".repeat(indent) + label;
  let filled = false;
  for (const word of text.split(" ")) {
    if (filled && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = hanging + word;
    } else line += filled ? ` ${word}` : word;
    filled = true;
  }
  lines.push(line);
  return lines;
}
