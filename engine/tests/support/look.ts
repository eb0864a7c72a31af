/**
 * Functions that run in an open page through page.evaluate(), so they use nothing from outside.
 */

/** Records every layout shift from before the page loads. */
export function keepShifts(): void {
  const kept: LayoutShift[] = [];
  Object.assign(window, { kept });
  new PerformanceObserver((list) =>
    kept.push(...(list.getEntries() as unknown as LayoutShift[])),
  ).observe({ type: "layout-shift", buffered: true });
}

interface LayoutShift {
  value: number;
  sources: { node: Node | null }[];
}

/** The layout shifts so far, one per line: the size and the moved elements. */
export function readShifts(): string[] {
  const { kept } = window as unknown as { kept: LayoutShift[] };
  return kept.map(
    ({ value, sources }) =>
      `${value.toFixed(4)} ${sources.map(({ node }) => `${node?.nodeName} "${node?.textContent?.trim().slice(0, 30)}"`).join(", ")}`,
  );
}

/** Scrolls to the end of the page, a screen at a time, and has each one drawn. */
export async function scrollThrough(): Promise<void> {
  await document.fonts.ready;
  do {
    scrollBy({ top: innerHeight, behavior: "instant" });
    await new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(resolve)),
    );
  } while (
    Math.ceil(scrollY + innerHeight) < document.documentElement.scrollHeight
  );
}

/** How much wider than the window the page is, if it is, and the innermost elements that are. */
export function findOverflow(): string[] {
  const { scrollWidth } = document.documentElement;
  if (scrollWidth <= innerWidth) return [];
  const isWide = (node: Element) => {
    const { left, right, width } = node.getBoundingClientRect();
    return width > 0 && (right > innerWidth + 1 || left < -1);
  };
  const wide = [...document.querySelectorAll("body *:not(svg *)")].filter(
    (node) => isWide(node) && ![...node.children].some(isWide),
  );
  return [
    `${scrollWidth} px on ${innerWidth} px: ${wide
      .slice(0, 5)
      .map((node) => node.outerHTML.slice(0, 60))
      .join(" ")}`,
  ];
}

/** Puts a word that no screen can hold before every text but those of buttons, and gives all text a direction. */
export function lengthenWords(direction: string): void {
  const word =
    direction === "rtl"
      ? "ال\u200dكتاب".repeat(20)
      : "Rindfleischetikettierung".repeat(4);
  document
    .querySelectorAll<HTMLElement>("main *")
    .forEach((node) => (node.dir = direction));
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (
      text.nodeValue?.trim() &&
      !text.parentElement?.closest("script, style, svg, template, button")
    )
      text.nodeValue = `${word} ${text.nodeValue}`;
}

/** Spaces the text as WCAG 1.4.12 lets readers do. */
export function setSpacing(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`,
  );
  document.adoptedStyleSheets.push(sheet);
  if (getComputedStyle(document.body).letterSpacing === "normal")
    throw new Error("The text spacing has no effect");
}

/** Elements whose text is cut off and cannot be scrolled to. */
export function findClipped(): string[] {
  const isClipping = (overflow: string) => /hidden|clip/.test(overflow);
  // Visually hidden on purpose, for screen readers.
  const isForEars = (node: Element | null): boolean =>
    !!node &&
    (getComputedStyle(node).clipPath === "inset(50%)" ||
      isForEars(node.parentElement));
  return [...document.querySelectorAll<HTMLElement>("body *")]
    .filter((node) => {
      // The character in a task's mark is for feeds; on pages a drawn one covers it.
      if (!node.checkVisibility() || node.closest("svg, .task")) return false;
      if (!node.innerText?.trim() || isForEars(node)) return false;
      const { overflowX, overflowY } = getComputedStyle(node);
      return (
        (isClipping(overflowX) && node.scrollWidth > node.clientWidth + 1) ||
        (isClipping(overflowY) && node.scrollHeight > node.clientHeight + 1)
      );
    })
    .map((node) => node.outerHTML.slice(0, 80));
}

/** Elements that still move although the reader prefers reduced motion. */
export function findMovement(): string[] {
  const longest = 0.01;
  const isLong = (durations: string) =>
    durations.split(",").some((duration) => parseFloat(duration) > longest);
  const moving = [...document.querySelectorAll("*")].flatMap((node) =>
    ["", "::before", "::after", "::backdrop", "::details-content"]
      .filter((part) => {
        const style = getComputedStyle(node, part || null);
        return (
          (isLong(style.transitionDuration) &&
            style.transitionProperty !== "none") ||
          (isLong(style.animationDuration) && style.animationName !== "none")
        );
      })
      .map((part) => `<${node.localName} class="${node.className}">${part}`),
  );
  const rules = (from: CSSRuleList): CSSRule[] =>
    [...from].flatMap((rule) =>
      rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches
        ? []
        : [
            rule,
            ...("cssRules" in rule ? rules(rule.cssRules as CSSRuleList) : []),
          ],
    );
  const navigations = [...document.styleSheets]
    .flatMap((sheet) => rules(sheet.cssRules))
    .filter(
      (rule) =>
        rule.constructor.name === "CSSViewTransitionRule" &&
        /navigation:\s*auto/.test(rule.cssText),
    );
  return [
    ...moving,
    ...navigations.map(({ cssText }) => cssText),
    ...(getComputedStyle(document.documentElement).scrollBehavior === "auto"
      ? []
      : ["scrolling is smooth"]),
  ];
}

/** The focused element and its problems; nothing if the focus has left the page. */
export function lookAtFocus():
  { name: string; problems: string[] } | undefined {
  const node = document.activeElement;
  const before = (window as { stopBefore?: Element }).stopBefore;
  if (!(node instanceof HTMLElement) || node === document.body) return;
  Object.assign(window, { stopBefore: node });
  const label = node.closest("label") ?? node;
  const name = (node.getAttribute("aria-label") ?? label.textContent ?? "")
    .trim()
    .replace(/\s+/g, " ");
  const problems: string[] = [];
  if (
    before &&
    !(before.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
  )
    problems.push(`"${name}" comes before where the focus was`);
  const style = getComputedStyle(node);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
    problems.push(`"${name}" does not show its focus`);
  if (!name) problems.push(`${node.outerHTML.slice(0, 80)} has no name`);
  // At least one of its lines is visible and not covered.
  const isSeen = [...node.getClientRects()].some(({ x, y, width, height }) => {
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return !!top && (node.contains(top) || top.contains(node));
  });
  if (!isSeen) problems.push(`"${name}" is out of sight`);
  return { name, problems };
}
