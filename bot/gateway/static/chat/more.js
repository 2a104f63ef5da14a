// The rarer things to do, folded away behind "More" so that a phone stays calm.
import { byId } from './dom.js';
import { clearOfBottom, keepAbove } from './scroll.js';

export class More {
  constructor() {
    this.details = byId('more');
    this.height = 0; // of the box at the bottom, before it grows or shrinks
    this.details.addEventListener('click', () => this.measure());
    this.details.addEventListener('toggle', () => this.toggled());
    this.details.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.close(); });
  }

  // Fold it up. A keyboard that stood inside goes on from its heading, or it would start at the top of the page.
  close() {
    if (!this.details.open) return;
    const inside = this.details.contains(document.activeElement);
    this.measure();
    this.details.open = false;
    if (inside) this.details.querySelector('summary').focus({ preventScroll: true });
  }

  measure() {
    this.height = byId('bottom').offsetHeight;
  }

  toggled() {
    if (this.height) keepAbove(byId('bottom').offsetHeight - this.height);
    clearOfBottom();
  }
}
