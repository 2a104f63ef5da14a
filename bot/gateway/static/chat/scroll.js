// Where the page stands: at the newest message, unless the person is reading further up.
import { byId } from './dom.js';

const NEAR = 160; // pixels from the end that still count as being there
const AIR = 8;

function page() {
  return document.scrollingElement || document.documentElement;
}

export function atEnd() {
  return page().scrollHeight - page().clientHeight - page().scrollTop < NEAR;
}

// Show the end of the conversation, but not past the top of `element`: what is long is read from its beginning.
export function showFrom(element) {
  const end = page().scrollHeight - page().clientHeight;
  if (!element) return;
  const bar = byId('progress');
  const above = (bar.hidden ? 0 : bar.offsetHeight) + AIR;
  page().scrollTop = Math.min(end, element.getBoundingClientRect().top + page().scrollTop - above);
}

// The box at the bottom grew by so many pixels: what was read just above it stays in sight.
export function keepAbove(pixels) {
  if (getComputedStyle(byId('bottom')).position === 'sticky') page().scrollTop += pixels;
}

// What has the focus must not lie under the box at the bottom or the line at the top.
export function clearOfBottom() {
  const style = document.documentElement.style;
  const bottom = byId('bottom');
  const stuck = getComputedStyle(bottom).position === 'sticky';
  style.setProperty('--c-bottom', (stuck ? bottom.offsetHeight + AIR : AIR) + 'px');
  style.setProperty('--c-top', byId('progress').offsetHeight + AIR + 'px');
}
