/** Watches a page of ours: when the map changes, and when it is fine. Runs in the page before its own script. */
(() => {
  const frame = () => new Promise(requestAnimationFrame);

  /** After the frame that comes next has been painted. */
  async function painted() {
    await frame();
    const { port1, port2 } = new MessageChannel();
    await new Promise(done => {
      port1.onmessage = done;
      port2.postMessage(0);
    });
  }

  /** A number that differs when the pixels of some rows of the map differ. */
  function fingerprint() {
    const ground = document.getElementById('ground');
    const context = ground.getContext('2d');
    let hash = 0;
    for (const share of [0.3, 0.55, 0.8]) {
      const row = context.getImageData(0, Math.floor(ground.height * share), ground.width, 1).data;
      for (const value of new Uint32Array(row.buffer)) {
        hash = (Math.imul(hash, 31) + value) | 0;
      }
    }
    return hash;
  }

  /** Milliseconds from the navigation to the end of the first frame that shows a map. */
  async function opened() {
    const label = () => document.getElementById('overlay')?.getAttribute('aria-label') ?? '';
    while (!label().includes('Loss landscape over')) {
      await frame();
    }
    await painted();
    return performance.now();
  }

  /** Milliseconds from the navigation to the end of the first frame whose controls are there and answer. */
  async function interactive() {
    while (!document.querySelector('#optimizers li')) {
      await frame();
    }
    await painted();
    return performance.now();
  }

  /** Of the times from one frame to the next, for so many milliseconds, the one that 99 in 100 do not exceed. */
  async function frames(duration) {
    const times = [];
    let last = await frame();
    for (const end = last + duration; last < end; ) {
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    times.sort((a, b) => a - b);
    return times[Math.floor(0.99 * (times.length - 1))];
  }

  /** Waits until the map is as fine as it gets and has stayed so. */
  async function settle() {
    await opened();
    const begin = performance.now();
    const refining = document.getElementById('refining');
    for (let still = 0, last = 0; still < 12; ) {
      await painted();
      const now = fingerprint();
      still = now === last && refining.hidden ? still + 1 : 0;
      if (performance.now() - begin > 20000) {
        throw new Error(now === last ? `refined to ${refining.getAttribute('value')}` : 'the map goes on changing');
      }
      last = now;
    }
  }

  /** Milliseconds from what a visitor does to the end of the first frame that shows another map. */
  async function latency(act) {
    const before = fingerprint();
    const begin = performance.now();
    act();
    while (fingerprint() === before) {
      await painted();
      if (performance.now() - begin > 20000) {
        throw new Error('the map did not change');
      }
    }
    return performance.now() - begin;
  }

  /** Chooses what to descend in the gallery. */
  function descend(name) {
    const radio = () => document.getElementById('problem-' + name);
    if (!radio()) {
      press('problem-choice');
      press('close-gallery');
    }
    radio().click();
  }

  /** Chooses in a menu. */
  function choose(id, value) {
    const select = document.getElementById(id);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Presses a button. */
  function press(id) {
    document.getElementById(id).click();
  }

  /** Presses + or − beside the number of the first layer's units. */
  function count(sign) {
    [...document.querySelectorAll('.layer button')].find(button => button.textContent === sign).click();
  }

  /** Drags over the map: a step a frame. */
  async function drag(steps) {
    const overlay = document.getElementById('overlay');
    const box = overlay.getBoundingClientRect();
    const send = (type, i) => overlay.dispatchEvent(new PointerEvent(type, {
      bubbles: true, pointerId: 7, clientX: box.left + 200 + 3 * i, clientY: box.top + 200 + i,
    }));
    send('pointerdown', 0);
    for (let i = 1; i <= steps; i++) {
      send('pointermove', i);
      await frame();
    }
    send('pointerup', steps);
  }

  window.bench = { opened, interactive, frames, settle, latency, descend, choose, press, count, drag };
})();
