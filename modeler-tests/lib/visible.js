/**
 * The visible texts of a page whose contrast with their ground is below a ratio. WCAG 2.2 AA asks for 4.5.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export function tooFaint(page, ratio = 4.5) {
  return page.evaluate(least => {
    const channels = color => color.match(/[\d.]+/g).map(Number);
    const luminance = ([ r, g, b ]) => [ r, g, b ]
      .map(value => value / 255)
      .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
      .reduce((sum, value, at) => sum + value * [ 0.2126, 0.7152, 0.0722 ][at], 0);
    const ground = node => {
      const color = channels(getComputedStyle(node).backgroundColor);
      return color.length === 3 || color[3] > 0 || !node.parentElement ? color : ground(node.parentElement);
    };
    const own = node => [ ...node.childNodes ].some(child => child.nodeType === Node.TEXT_NODE && child.textContent.trim());
    return [ ...document.body.querySelectorAll('*') ]
      .filter(node => own(node) && node.checkVisibility() && node.getClientRects().length > 0 && !node.disabled)
      .map(node => {
        const [ dark, light ] = [ luminance(channels(getComputedStyle(node).color)), luminance(ground(node)) ].sort((a, b) => a - b);
        return { text: node.textContent.trim(), value: (light + 0.05) / (dark + 0.05) };
      })
      .filter(({ value }) => value < least)
      .map(({ text, value }) => `${text} (${value.toFixed(2)})`);
  }, ratio);
}

/** How many pixels the page is wider than its window. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The labels of the elements that the Tab key reaches, from the focus to the end of the page, at most `limit`. */
export async function tabStops(page, limit = 100) {
  const stops = [];
  for (let i = 0; i < limit; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const node = document.activeElement;
      const outline = getComputedStyle(node).outlineStyle;
      return node === document.body ? '' : `${node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent ?? node.textContent}${outline === 'none' ? ' without an outline' : ''}`;
    });
    if (stop === '' || (stops.length > 0 && stop === stops[0])) {
      return stops;
    }
    stops.push(stop);
  }
  return stops;
}
