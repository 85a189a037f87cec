/*
 * The live part of the visitor's pages, as it is sent: no build, no modules, for phones of 2018 and older
 * (ES2018). Every page works without it. Rules: content/queue/phone.md.
 */
(function () {
  'use strict';

  /** A beat comes every 15 s (M10). */
  const SILENT_MS = 40000;
  const RETRY_MS = 5000;
  /** Where the browser knows no event stream, or the hub has no line left. */
  const RELOAD_MS = 30000;

  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);

  // Private windows of old phones throw at every touch of their store.
  function remember(key, value) {
    try {
      if (value === undefined) return localStorage.getItem(key);
      localStorage.setItem(key, value);
    } catch (error) {
      void error;
    }
    return null;
  }

  function sizeType() {
    const button = find('[data-large]');
    if (!button) return;
    const show = (large) => {
      root.classList.toggle('large', large);
      button.textContent = large ? button.dataset.off : button.dataset.on;
    };
    show(remember('large') === '1');
    button.hidden = false;
    button.addEventListener('click', () => {
      const large = !root.classList.contains('large');
      remember('large', large ? '1' : '0');
      show(large);
    });
  }

  /** A double tap sends once; the hub would give one ticket anyway (M6). */
  function sendOnce() {
    for (const form of document.querySelectorAll('form[data-once]')) {
      let sent = false;
      form.addEventListener('submit', (event) => {
        if (sent) event.preventDefault();
        sent = true;
      });
      // Back from the next page, the form may be sent again.
      window.addEventListener('pageshow', () => (sent = false));
    }
  }

  /** Sound and vibration, which a browser allows only after its owner has pressed something. */
  function makeBell(button) {
    const Sound = window.AudioContext || window.webkitAudioContext;
    let sound = null;
    if (!Sound && !navigator.vibrate) return () => undefined;
    button.hidden = false;
    const strike = (pitch, at) => {
      const tone = sound.createOscillator();
      const loud = sound.createGain();
      tone.frequency.value = pitch;
      loud.gain.setValueAtTime(0.6, at);
      loud.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
      tone.connect(loud).connect(sound.destination);
      tone.start(at);
      tone.stop(at + 0.6);
    };
    const ring = () => {
      if (navigator.vibrate) navigator.vibrate([400, 200, 400]);
      if (!sound) return;
      for (let time = 0; time < 3; time++) {
        strike(880, sound.currentTime + time * 0.8);
        strike(660, sound.currentTime + time * 0.8 + 0.3);
      }
    };
    let allowed = false;
    button.addEventListener('click', () => {
      allowed = true;
      if (Sound && !sound) sound = new Sound();
      if (sound && sound.state === 'suspended') sound.resume();
      ring();
      button.textContent = button.dataset.on;
      button.setAttribute('aria-pressed', 'true');
    });
    return () => allowed && ring();
  }

  function follow(page) {
    const offline = find('[data-offline]');
    const allow = find('[data-allow]');
    const ring = makeBell(allow);
    const hasBell = !allow.hidden;
    // At the window and afterwards nothing is left to ring for.
    const offer = (tone) => (allow.hidden = !hasBell || tone === 'serving' || tone === 'over');
    let line = null;
    let heard = Date.now();
    let timer = 0;

    function show(words) {
      document.title = words.title;
      page.dataset.tone = words.tone;
      for (const place of page.querySelectorAll('[data-say]')) {
        const text = words[place.dataset.say];
        // The same words again would be read aloud again.
        if (place.textContent !== text) place.textContent = text;
        place.hidden = text === '';
      }
      for (const part of page.querySelectorAll('[data-if]')) part.hidden = !words[part.dataset.if];
      offer(words.tone);
      if (words.ring && words.ring !== page.dataset.ring) ring();
      page.dataset.ring = words.ring;
    }

    function hear(event) {
      heard = Date.now();
      offline.hidden = true;
      if (event.data) show(JSON.parse(event.data));
    }

    function open() {
      clearTimeout(timer);
      if (line) line.close();
      heard = Date.now();
      line = new EventSource(page.dataset.live);
      line.addEventListener('message', hear);
      line.addEventListener('beat', hear);
      line.addEventListener('gone', () => location.reload());
      line.addEventListener('error', () => {
        offline.hidden = false;
        clearTimeout(timer);
        // A refused line stays closed; any other comes back by itself, though not after every kind of failure.
        timer = setTimeout(open, line.readyState === EventSource.CLOSED ? RELOAD_MS : RETRY_MS);
      });
    }

    function look() {
      if (Date.now() - heard > SILENT_MS) open();
    }

    offer(page.dataset.tone);
    if (!('EventSource' in window)) return void setTimeout(() => location.reload(), RELOAD_MS);
    open();
    setInterval(look, 10000);
    // Timers of a sleeping phone stand still.
    document.addEventListener('visibilitychange', () => document.hidden || look());
    window.addEventListener('online', open);
    window.addEventListener('pageshow', (event) => event.persisted && open());
    window.addEventListener('pagehide', () => line.close());
  }

  sizeType();
  sendOnce();
  const page = find('[data-live]');
  if (page) follow(page);
})();
