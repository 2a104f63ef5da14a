// The box people write in: it grows, keeps what could not be sent, and counts near the limit.
import { byId } from './dom.js';
import { say } from './words.js';

const LIMIT = 10000; // as the server's; characters
const COUNT_FROM = 9000;
const DRAFT = 'paratoi-draft';

export class Composer {
  // `send(text)` is called with what the person wants to say.
  constructor(send) {
    this.form = byId('composer');
    this.box = byId('text');
    this.counter = byId('counter');
    this.send = send;
    this.box.value = recall();
    this.box.addEventListener('input', () => this.changed());
    this.box.addEventListener('keydown', (event) => this.key(event));
    this.form.addEventListener('submit', (event) => { event.preventDefault(); this.submit(); });
    window.addEventListener('resize', () => this.grow());
    this.changed();
  }

  // Put a text back that could not be sent, before whatever was written since.
  giveBack(text) {
    this.box.value = this.box.value.trim() ? text + '\n' + this.box.value : text;
    this.changed();
  }

  // The text arrived after all: take it out of the box if it still stands there alone.
  arrived(text) {
    if (this.box.value !== text) return;
    this.box.value = '';
    this.changed();
  }

  focus() {
    this.box.focus({ preventScroll: true });
  }

  key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    // On a phone's keyboard Enter is the only way to a new line, so there it stays one.
    if (window.matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    this.submit();
  }

  submit() {
    const text = this.box.value;
    if (!text.trim()) {
      this.focus();
      return;
    }
    if (length(text) > LIMIT) {
      this.changed();
      this.focus();
      return;
    }
    this.box.value = '';
    this.changed();
    this.send(text);
  }

  changed() {
    remember(this.box.value);
    this.count();
    this.grow();
  }

  count() {
    const left = LIMIT - length(this.box.value);
    const words = left < 0 ? say('over', { count: -left }) : say('left', { count: left });
    const told = LIMIT - left >= COUNT_FROM ? words : '';
    if (this.counter.textContent !== told) this.counter.textContent = told;
    this.counter.classList.toggle('is-over', left < 0);
    this.box.setAttribute('aria-invalid', left < 0 ? 'true' : 'false');
  }

  grow() {
    this.box.style.height = 'auto';
    this.box.style.height = this.box.scrollHeight + this.box.offsetHeight - this.box.clientHeight + 'px';
  }
}

// Characters as the server counts them: an emoji is one.
function length(text) {
  return text.length < COUNT_FROM ? text.length : Array.from(text).length;
}

// A browser may forbid the storage; then the draft lives in the box alone.
function remember(text) {
  try {
    sessionStorage.setItem(DRAFT, text);
  } catch (error) {
    if (error.name !== 'SecurityError' && error.name !== 'QuotaExceededError') throw error;
  }
}

function recall() {
  try {
    return sessionStorage.getItem(DRAFT) || '';
  } catch (error) {
    if (error.name !== 'SecurityError') throw error;
    return '';
  }
}
