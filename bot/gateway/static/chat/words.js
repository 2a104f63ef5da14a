// The sentences on this page. They come with the page, so that none stands in a script.

const words = JSON.parse(document.getElementById('words').textContent);

// The sentence `key`, with what stands in {braces} filled from `values`.
export function say(key, values) {
  if (!(key in words)) throw new Error('no sentence for ' + key);
  return words[key].replace(/\{([a-z_]+)\}/g, (whole, name) => (values && name in values ? String(values[name]) : whole));
}
