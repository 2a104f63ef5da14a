// The rarer things to do, folded away behind "More" so that a phone stays calm.
import { byId } from './dom.js';
import { clearOfBottom } from './scroll.js';

export class More {
  constructor() {
    this.details = byId('more');
    this.details.addEventListener('toggle', () => clearOfBottom());
    this.details.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.close(); });
  }

  // Fold it up. A keyboard that stood inside goes on from its heading, or it would start at the top of the page.
  close() {
    if (!this.details.open) return;
    const inside = this.details.contains(document.activeElement);
    this.details.open = false;
    if (inside) this.details.querySelector('summary').focus({ preventScroll: true });
  }
}
