// Talks to the server: sends what the person says, listens for what comes back, and keeps trying when it is cut off.

const API = '/api/chat/';
const SEND_SECONDS = 45;
const FIRST_PAUSE = 1000; // milliseconds; doubled after each failure
const LONGEST_PAUSE = 30000;

// A fresh id for one message, so that one sent twice is kept once.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

// Something could not be sent or read. `status` is 0 when the server was not reached; `text` is what to tell the person.
export class Refused extends Error {
  constructor(status, text) {
    super('refused with ' + status);
    this.status = status;
    this.text = text || '';
  }
}

async function call(path, options) {
  const stop = typeof AbortController === 'undefined' ? null : new AbortController();
  const timer = setTimeout(() => stop && stop.abort(), SEND_SECONDS * 1000);
  const settings = Object.assign({ credentials: 'same-origin', cache: 'no-store' }, options);
  if (stop) settings.signal = stop.signal;
  try {
    const response = await fetch(API + path, settings);
    const body = await response.json();
    if (!response.ok) throw new Refused(response.status, body.error && body.error.text);
    return body;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(0); // no network, no answer in time, or an answer that was not ours
  } finally {
    clearTimeout(timer);
  }
}

// Send one message; gives the server's answer or throws Refused.
export function send(message) {
  const headers = { 'Content-Type': 'application/json' };
  return call('messages', { method: 'POST', headers, body: JSON.stringify(message) });
}

// Listens for as long as the page is open.
//
// `on` has: history(answer), message(message), writing(boolean), connected(boolean), closed(text). `lastSeq()` says
// what is known already. Each time it connects it first asks for what was missed, so that a stream that is blocked on
// the way still leaves a page that can be read.
export class Listener {
  constructor(lastSeq, on) {
    this.lastSeq = lastSeq;
    this.on = on;
    this.failures = 0;
    this.stream = null;
    this.timer = null;
    this.over = false;
    window.addEventListener('online', () => this.now());
    window.addEventListener('offline', () => this.lost());
    window.addEventListener('pageshow', (event) => event.persisted && this.now());
    document.addEventListener('visibilitychange', () => !document.hidden && this.now());
  }

  // Ask at once for what was missed, and listen.
  async now() {
    if (this.over || this.connecting) return;
    this.connecting = true;
    clearTimeout(this.timer);
    try {
      this.on.history(await call('history?after=' + this.lastSeq()));
      this.failures = 0;
      if (!this.stream) this.listen();
      this.on.connected(true);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.status === 401) this.close(error.text);
      else this.lost();
    } finally {
      this.connecting = false;
    }
  }

  listen() {
    const stream = new EventSource(API + 'stream?after=' + this.lastSeq());
    this.stream = stream;
    stream.addEventListener('message', (event) => this.on.message(JSON.parse(event.data)));
    stream.addEventListener('typing', (event) => this.on.writing(JSON.parse(event.data).on));
    stream.addEventListener('error', () => stream === this.stream && this.lost());
  }

  lost() {
    if (this.over) return;
    this.hangUp();
    this.on.writing(false); // that it ended would not be heard any more
    this.on.connected(false);
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * Math.pow(2, this.failures));
    this.failures += 1;
    clearTimeout(this.timer);
    // A little chance in it, so that many phones do not all come back in the same second.
    this.timer = setTimeout(() => this.now(), pause * (0.75 + Math.random() / 2));
  }

  close(text) {
    this.over = true;
    this.hangUp();
    this.on.closed(text);
  }

  hangUp() {
    if (this.stream) this.stream.close();
    this.stream = null;
  }
}
