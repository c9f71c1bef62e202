import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';

interface Window {
  readonly context: BrowserContext;
  readonly control: CDPSession;
}

/**
 * The windows of a browser, one for each way of looking. A window costs Chromium as much as all that a test does in it, so
 * each stays open, by an empty tab; what a page has kept is forgotten when its tab is closed.
 */
export class Windows {
  readonly #browser: Browser;
  readonly #origin: string;
  readonly #open = new Map<string, Promise<Window>>();

  /** @param origin Of the pages that are looked at: what they keep is forgotten. */
  constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
  }

  /** Opens a tab as if nothing had been looked at before, and closes it afterwards. */
  async withTab<Result>(
    options: BrowserContextOptions,
    look: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const { context, control } = await this.#find(options);
    const page = await context.newPage();
    try {
      return await look(page);
    } finally {
      await page.close();
      await context.clearCookies();
      await control.send('Storage.clearDataForOrigin', { origin: this.#origin, storageTypes: 'all' });
    }
  }

  #find(options: BrowserContextOptions): Promise<Window> {
    const key = JSON.stringify(options);
    const found = this.#open.get(key) ?? this.#start(options);
    this.#open.set(key, found);
    return found;
  }

  async #start(options: BrowserContextOptions): Promise<Window> {
    const context = await this.#browser.newContext(options);
    return { context, control: await context.newCDPSession(await context.newPage()) };
  }
}
