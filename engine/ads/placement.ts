/** An element at the top level of a text. */
export type Block = { name: string; start: number; length: number };

/** A comment, an element whose content is not HTML, or a tag. */
const token =
  /<!--[^]*?(?:-->|$)|<(script|style|textarea|title)\b[^]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
const isVoid = /^(?:area|br|col|embed|hr|img|input|link|source|track|wbr)$/;

/** The blocks in the outermost element of a rendered text. */
export function readBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  const open: string[] = [];
  let from = 0;
  for (const { 0: written, 2: slash, 3: as, index } of html.matchAll(token)) {
    const block = blocks.at(-1);
    if (block && open.length > 1)
      block.length += html.slice(from, index).trim().length;
    from = index + written.length;
    if (!as) continue;
    const name = as.toLowerCase();
    if (slash) open.length = Math.max(open.lastIndexOf(name), 0);
    else {
      if (open.length === 1) blocks.push({ name, start: index, length: 0 });
      if (!isVoid.test(name)) open.push(name);
    }
  }
  return blocks;
}

const isParagraph = ({ name, length }: Block) => name === "p" && length > 0;
/** Calls to action and footnotes are no part of the text. */
const toLength = ({ name, length }: Block) => (name === "section" ? 0 : length);

/**
 * Where an advertisement interrupts a text: at the block nearest to a third of it, and between a quarter and a half, that
 * follows a paragraph and is another one or a heading. Undefined if there is none: a paragraph often introduces a list, a
 * figure, a table or code, and whatever follows these may refer to them.
 */
export function toBreak(blocks: readonly Block[]): Block | undefined {
  const total = blocks.reduce((sum, block) => sum + toLength(block), 0);
  let before = 0;
  let nearest = Infinity;
  let found: Block | undefined;
  for (const [index, block] of blocks.entries()) {
    const previous = blocks[index - 1];
    const share = before / total;
    before += toLength(block);
    if (
      !previous ||
      !isParagraph(previous) ||
      !(isParagraph(block) || /^h[2-6]$/.test(block.name)) ||
      share < 1 / 4 ||
      share > 1 / 2 ||
      Math.abs(share - 1 / 3) >= nearest
    )
      continue;
    nearest = Math.abs(share - 1 / 3);
    found = block;
  }
  return found;
}
