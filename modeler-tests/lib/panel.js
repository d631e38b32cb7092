const TEMPLATE_GROUP = 'group-ElementTemplates__CustomProperties-';

/** Operates the properties panel and the canvas by mouse and keyboard. It finds fields by group and label. */
export class Panel {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Opens a diagram, offers templates, and selects an element if an id is given.
   *
   * @throws {Error} if the modeler rejects a template
   */
  async open(xml, templates, elementId) {
    const complaints = await this.page.evaluate(([ diagram, all ]) => globalThis.page.open(diagram, all), [ xml, templates ]);
    if (complaints.length > 0) {
      throw new Error(`The modeler refuses a template: ${complaints.join('; ')}`);
    }
    if (elementId) {
      await this.select(elementId);
    }
  }

  async offer(templates) {
    await this.page.evaluate(all => globalThis.page.offer(all), templates);
  }

  async select(id) {
    await this.page.evaluate(element => globalThis.page.select(element), id);
  }

  /** The ids of the templates in the list that the button "Select" opens. */
  async offered() {
    await this.page.getByRole('button', { name: 'Select', exact: true }).click();
    await this.page.locator('.djs-popup .entry').first().waitFor();
    const ids = await this.#popupEntries();
    await this.page.keyboard.press('Escape');
    return ids;
  }

  /** Chooses a template from the list. */
  async choose(templateId) {
    await this.page.getByRole('button', { name: 'Select', exact: true }).click();
    await this.page.locator(`.djs-popup [data-id="apply-template-${templateId}"]`).click();
    await this.page.locator(`[data-group-id^="${TEMPLATE_GROUP}"]`).first().waitFor();
  }

  async openGroups() {
    const closed = this.page.locator(`[data-group-id^="${TEMPLATE_GROUP}"] > .bio-properties-panel-group-header:not(.open)`);
    while (await closed.count() > 0) {
      await closed.first().click();
    }
  }

  /** The ids of the templates that the search for new elements finds. */
  async search(text) {
    await this.page.locator('.djs-palette [data-action="create"]').click();
    const field = this.page.locator('.djs-popup-search input');
    await field.click();
    await field.pressSequentially(text);
    const ids = await this.#settledEntries(text);
    await this.page.keyboard.press('Escape');
    await this.page.locator('.djs-popup').waitFor({ state: 'detached' });
    return ids;
  }

  /** The groups of the form, each with its state and the labels of its fields. */
  async form() {
    return this.page.locator(`[data-group-id^="${TEMPLATE_GROUP}"]`).evaluateAll((groups, prefix) => groups.map(group => ({
      id: group.dataset.groupId.slice(prefix.length),
      title: group.querySelector('.bio-properties-panel-group-header-title').textContent,
      open: group.querySelector('.bio-properties-panel-group-header').classList.contains('open'),
      fields: [ ...group.querySelectorAll('.bio-properties-panel-entry') ].map(entry =>
        entry.querySelector('.bio-properties-panel-label').textContent)
    })), TEMPLATE_GROUP);
  }

  /** The fields in open groups that are edited as FEEL expressions, each as its group and label. */
  expressions() {
    return this.page.locator(`[data-group-id^="${TEMPLATE_GROUP}"] .bio-properties-panel-entry:has(.cm-content)`).evaluateAll((entries, prefix) =>
      entries.map(entry => `${entry.closest('[data-group-id]').dataset.groupId.slice(prefix.length)}: ${entry.querySelector('.bio-properties-panel-label').textContent}`),
    TEMPLATE_GROUP);
  }

  /** Types or chooses a value in the field of a property. Text that begins with "=" is entered as an expression. */
  async fill({ group, label, type, feel }, value) {
    const entry = this.entry({ group, label });
    if (type === 'Dropdown') {
      await entry.locator('select').selectOption(value);
      return;
    }
    await entry.locator(feel === 'required' ? '.cm-content' : '.cm-content, input, textarea').first().waitFor();
    const isExpression = await entry.locator('.cm-content').count() > 0;
    if (isExpression && !value.startsWith('=')) {
      await entry.locator('.bio-properties-panel-feel-icon').click();
    }
    if (isExpression && value.startsWith('=')) {
      await entry.locator('.cm-content').click();
    } else {
      await entry.locator('input, textarea').click();
    }
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('Delete');
    if (!isExpression && value.startsWith('=') && feel) {
      await this.page.keyboard.type('=');
      await entry.locator('.cm-focused .cm-content').waitFor();
      await this.#settle();
    }
    await this.page.keyboard.type(feel ? value.replace(/^=/, '') : value);
    await this.#leave();
  }

  /** Waits until the page is drawn, because the editor that "=" opens accepts keys only then. */
  async #settle() {
    await this.page.evaluate(() => new Promise(done => setTimeout(() => requestAnimationFrame(done), 100)));
  }

  /** Clicks outside the field, which saves its value and closes suggestions and tooltips. */
  async #leave() {
    await this.page.locator('#panel .bio-properties-panel-header').click({ position: { x: 5, y: 5 } });
  }

  /** The error message of a field; empty if there is none. */
  async error(property) {
    const [ error = '' ] = await this.entry(property).locator('.bio-properties-panel-error').allInnerTexts();
    return error;
  }

  /** The error messages of all fields. */
  errors() {
    return this.page.locator(`[data-group-id^="${TEMPLATE_GROUP}"] .bio-properties-panel-error`).allInnerTexts();
  }

  /** The hints of open groups that take more than two lines in a panel of 400 pixels. */
  longHints() {
    return this.page.evaluate(() => {
      const panel = document.querySelector('#panel');
      const before = panel.style.width;
      panel.style.width = '400px';
      const long = [ ...panel.querySelectorAll('.bio-properties-panel-description') ].filter(hint => {
        const walker = document.createTreeWalker(hint, NodeFilter.SHOW_TEXT);
        const bottoms = [];
        while (walker.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(walker.currentNode);
          bottoms.push(...[ ...range.getClientRects() ].map(({ bottom }) => bottom));
        }
        return bottoms.sort((one, two) => one - two).filter((bottom, i) => i === 0 || bottom - bottoms[i - 1] > 4).length > 2;
      }).map(hint => hint.textContent);
      panel.style.width = before;
      return long;
    });
  }

  /** Updates the selected element to the newest version of its template. */
  async update() {
    await this.page.locator('[data-group-id="group-ElementTemplates__Template"]').getByRole('button', { name: /Update available/ }).click();
    await this.page.getByRole('button', { name: 'Update', exact: true }).click();
  }

  entry({ group, label }) {
    const exactly = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    return this.page.locator(`[data-group-id="${TEMPLATE_GROUP}${group}"] .bio-properties-panel-entry`)
      .filter({ has: this.page.locator('.bio-properties-panel-label').filter({ hasText: exactly }) });
  }

  xml() {
    return this.page.evaluate(() => globalThis.page.xml());
  }

  /** The position and size of the diagram on the page. */
  bounds() {
    return this.page.evaluate(() => globalThis.page.bounds());
  }

  /** The current findings of the linter. */
  problems() {
    return this.page.evaluate(() => globalThis.page.problems());
  }

  #popupEntries() {
    return this.page.locator('.djs-popup .entry').evaluateAll(entries =>
      entries.map(({ dataset }) => dataset.id.replace(/^.*template-/, '')));
  }

  async #settledEntries(text) {
    let before;
    let now = await this.#popupEntries();
    const field = this.page.locator('.djs-popup-search input');
    do {
      before = now;
      await this.#settle();
      now = await this.#popupEntries();
    } while (before.join() !== now.join() || await field.inputValue() !== text);
    return now;
  }
}
