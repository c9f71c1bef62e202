/* What a bench does within the page: each step with a frame of the browser. */
globalThis.bench = {
  /** Until a frame went by in which nothing was left to do. */
  settle: () => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => done()))),

  /** Lets WebGL count as quick whoever draws it. */
  passForACard() {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, given = {}) {
      const { failIfMajorPerformanceCaveat: _, ...rest } = given;
      return get.call(this, kind, rest);
    };
    const tell = WebGLRenderingContext.prototype.getParameter;
    WebGLRenderingContext.prototype.getParameter = function (name) {
      return name === 0x9246 ? 'a card' : tell.call(this, name);
    };
  },

  /** Calls `step` once for each frame, and counts the frames. */
  count(milliseconds, step) {
    return new Promise((done) => {
      const times = [];
      const next = (time) => {
        times.push(time);
        step(times.length);
        if (time - times[0] < milliseconds) {
          requestAnimationFrame(next);
          return;
        }
        const gaps = times.slice(1).map((each, at) => each - times[at]);
        done({
          frames: (1000 * gaps.length) / (times.at(-1) - times[0]),
          slowest: Math.max(...gaps),
          count: gaps.length,
        });
      };
      requestAnimationFrame(next);
    });
  },

  /** Drags the drawing in a circle. */
  async move(milliseconds) {
    const stage = document.querySelector('.graph-stage');
    const mouse = stage.querySelector('.sigma-mouse');
    const { left, top, width, height } = stage.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    // A pointer of a script cannot be captured.
    stage.setPointerCapture = () => undefined;
    const send = (type, clientX, clientY) => {
      const given = { clientX, clientY, bubbles: true, buttons: 1, pointerId: 1 };
      if (mouse === null) stage.dispatchEvent(new PointerEvent(`pointer${type}`, given));
      else mouse.dispatchEvent(new MouseEvent(`mouse${type}`, given));
    };
    send('down', x, y);
    const counted = await bench.count(milliseconds, (at) =>
      send('move', x + 160 * Math.sin(at / 20), y + 100 * (1 - Math.cos(at / 20))),
    );
    send('up', x, y);
    return counted;
  },

  /** Milliseconds from the navigation until a row of the board has taken the focus by its key, as asked anew for each frame. */
  firstAnswer: () =>
    new Promise((done) => {
      const ask = () => {
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }));
        if (document.activeElement?.closest('.problem-row'))
          requestAnimationFrame(() => done(performance.now()));
        else requestAnimationFrame(ask);
      };
      ask();
    }),

  /** Scrolls the page down. */
  scroll: (milliseconds) =>
    bench.count(milliseconds, () => {
      document.querySelector('.page').scrollTop += 120;
    }),

  /** From the press of the button until the drawer with its words was drawn, each time. */
  clicked: [],
  watchClicks() {
    let pressed = 0;
    window.addEventListener('mousedown', (event) => (pressed = event.timeStamp), true);
    new MutationObserver(() => {
      if (pressed === 0 || document.querySelector('.drawer .claim-ref') === null) return;
      const from = pressed;
      pressed = 0;
      // A frame later it is there to be seen.
      requestAnimationFrame(() => requestAnimationFrame((time) => bench.clicked.push(time - from)));
    }).observe(document.body, { childList: true, subtree: true });
  },
};
